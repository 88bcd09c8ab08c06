import type { Notice } from './problem.ts';
import type { PagePicture } from './recogniser.ts';
import type { Text } from './text.ts';

export type Format =
  | 'text'
  | 'yaml'
  | 'docx'
  | 'doc'
  | 'xlsx'
  | 'xls'
  | 'html'
  | 'csv'
  | 'pdf'
  | 'odt'
  | 'ods'
  | 'xlsb'
  | 'ofd'
  | 'wordxml'
  | 'rtf'
  | 'image';

/** A heading. `level`: 1 for a part (第一部分), 2 for 一、, 3 for （一）, 4 for 1.; deeper levels count on. */
export interface Heading {
  readonly kind: 'heading';
  readonly level: number;
  readonly text: Text;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: Text;
}

/** One cell of a grid. `row` and `col` count from 0. A merged cell appears once, at its top left corner. */
export interface Cell {
  readonly row: number;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly text: Text;
  /** The exact number a spreadsheet stores, where it differs from what is printed. */
  readonly stored?: string;
  readonly formula?: string;
  readonly hidden?: boolean;
}

/**
 * A table as a grid. `title` is the caption that the reader found bound to it (the line above, the sheet's name),
 * `unit` what stands in its corner («单位：万元» gives 万元), `notes` the lines directly under it.
 * `irregular`: rows were recovered without knowing merged cells, so a column number means the nth cell of its row, no more.
 */
export interface Table {
  readonly kind: 'table';
  readonly title?: Text;
  readonly unit?: string;
  readonly rows: number;
  readonly cols: number;
  readonly cells: readonly Cell[];
  readonly notes: readonly Text[];
  readonly irregular?: boolean;
}

/** The data of a chart: one point for each bar or slice. */
export interface Chart {
  readonly kind: 'chart';
  readonly title?: Text;
  readonly points: readonly { readonly label: Text; readonly value: Text }[];
}

/**
 * A fact stated by a hand-written dataset. `path` names it from the outside in; `keys` bind it without reading any wording.
 * `text` is the number in its place (a rate with its sign, as written); `unit` its unit, also when stated once for all.
 * All indexes point into the dataset's list of facts.
 */
export interface StatedFact {
  readonly path: readonly string[];
  readonly label: string;
  readonly text: Text;
  readonly unit: string;
  readonly keys: { readonly indicator?: string; readonly scope?: string; readonly measure?: string; readonly period?: number };
  /** level: the amount itself; carry: last year's money used for it; previous: last year's amount as stated. */
  readonly role: 'level' | 'budget' | 'completion' | 'share' | 'change' | 'rate' | 'count' | 'part' | 'carry' | 'previous';
  /** The whole that this one is an addend of; a budget's parent is a budget. */
  readonly parent?: number;
  /** With `parent`: addends of one whole with the same number make one sum; a whole may be told in several lists. */
  readonly list?: number;
  /** With `parent`: false where the dataset names only some of the parts (其中). */
  readonly whole?: boolean;
  /** The level fact that this one qualifies: whose budget, share, completion rate, change, count … it is. */
  readonly of?: number;
  /** completion: the budget it is a rate of; share: the whole it is a share of, where that is not the parent of `of`. */
  readonly base?: number;
  /** A fact that this one can be no larger than. */
  readonly within?: number;
  /** change and rate: +1 more, −1 less than last year. */
  readonly direction?: 1 | -1;
  /** level: 决算数 … 预算数 in words: +1 大于, −1 小于, 0 持平; `word` where it stands. */
  readonly order?: { readonly direction: 1 | -1 | 0; readonly word: Text };
  /** level: the word that says that it is the same as last year (持平). */
  readonly steady?: Text;
  /** «不少于50次»: the number is a least or a greatest value. */
  readonly limit?: 'least' | 'most';
  /** completion of an indicator of a self-evaluation: what its row says in words; '' where nothing is said. */
  readonly told?: { readonly target: string; readonly actual: string; readonly reason: string };
  /** «约», «余»: the number is no exact statement. */
  readonly approximate?: boolean;
  /** The line it stands on, as written. */
  readonly quote?: string;
  /** How a derived figure came about («800.00 = 695.00 + 105.00»), when it is marked as derived. */
  readonly derived?: string;
}

export interface Facts {
  readonly kind: 'facts';
  readonly facts: readonly StatedFact[];
}

export type Block = Heading | Paragraph | Table | Chart | Facts;

/** What a reader yields: blocks in reading order, and what it noticed or could not read. */
export interface Document {
  readonly file: string;
  readonly format: Format;
  /** Known from the file itself (a dataset's keys), else found by the extractor. */
  readonly entity?: string;
  readonly year?: number;
  readonly title?: string;
  readonly blocks: readonly Block[];
  readonly notices: readonly Notice[];
  /** Pages with problems, as they are; of formats that have pages, where outputs show them. */
  readonly pictures?: readonly PagePicture[];
}
