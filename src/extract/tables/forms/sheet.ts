import type { StatutoryTable } from '../../../domain/index.ts';
import { amountOf, type Fact, type Measure, placeOf, type Scope, type Text, type Unread } from '../../../model/index.ts';
import type { Draft } from '../../narrative/topics.ts';
import { type Grid, type GridCell, isNothing, UNIT_BEHIND } from '../grid/grid.ts';
import { isLevel } from './aspect.ts';

/** A recognised table while it is read. */
export interface Sheet {
  readonly def: StatutoryTable;
  /** The title as printed; the name of the table where none stands. */
  readonly title: string;
  /** The number it bears: 公开05表. */
  readonly number?: string;
  readonly block: number;
  readonly section: string;
  readonly unit: string;
  readonly year: number | null;
  readonly grid: Grid;
  /** The first row under the header. */
  readonly head: number;
  readonly notes: readonly string[];
  /** Its title where it stands. */
  readonly caption?: Text;
}

/** One line of a statutory table: what it is called and its amounts by column. */
export interface Line {
  readonly row: number;
  /** Which of the lists side by side it stands in; absent: there is one. */
  readonly side?: number;
  readonly label: string;
  readonly name: string;
  /** The functional or economic code, '' where the line has none. */
  readonly code: string;
  /** The code is not printed: the name tells it. */
  readonly implied?: boolean;
  /** The number of the body that the line is of. */
  readonly unit?: string;
  /** Where the code is printed. */
  readonly at: GridCell | null;
  readonly role: string;
  readonly figures: ReadonlyMap<string, Draft>;
  /** Columns where something stands that is no number (a word of the header, an error): not blank, and not known. */
  readonly unread?: ReadonlySet<string>;
  /** Columns where a long stroke says that nothing belongs here («二、机关运行经费 —» over its parts). */
  readonly struck?: ReadonlySet<string>;
  /** What a figure in each column states here, also where none stands. */
  readonly facts?: ReadonlyMap<string, Partial<Fact>>;
}

/** What stands in a cell that should hold a figure: it, nothing, or something that could not be read. */
export type Found = Draft | typeof UNREAD | null | undefined;
export const UNREAD = 'unread';

export const foundIn = ({ figures, unread }: Line, key: string): Found =>
  figures.get(key) ?? (unread?.has(key) ? UNREAD : undefined);

/** A column with amounts. */
export interface Column {
  readonly col: number;
  readonly key: string;
  /** As shown in messages. */
  readonly name: string;
  readonly headers: readonly string[];
  readonly measure: Measure;
  readonly period: number | null;
  readonly undated?: true;
  /** Its figures are rates: they add up to nothing. */
  readonly isRate?: boolean;
  /** The unit that its own header states. */
  readonly unit?: string;
}

/** What a column says of how its numbers are to be read. */
export type How = Pick<Partial<Column>, 'isRate' | 'unit'> & {
  /** In what they count; they are no money. */ readonly counted?: string;
};

/** Collects the figures of one table. */
export class Collector {
  readonly drafts: Draft[] = [];
  readonly unread: Unread[] = [];
  /** What stands in the form and could not be read. */
  readonly lost: Fact[] = [];

  constructor(readonly sheet: Sheet) {}

  /** Whether a cell in a column of amounts holds something that is none, and no name of its row either; `fact`: what it would state. */
  isLost(one: GridCell | undefined, row: string, { col, name }: Column, fact: Partial<Fact>): boolean {
    if (!one || isNothing(one.s) || one.cell.col !== col) return false;
    this.lost.push({ indicator: null, scope: null, period: this.sheet.year, measure: null, ...fact });
    // Digits were told when they were not read.
    if (fact.indicator && !/\d/.test(one.s)) this.tell(one, row, name);
    return true;
  }

  /** The figure a cell prints; null for a blank or a stroke. What cannot be read as a number is told. */
  figure(one: GridCell | undefined, row: string, column: string, fact: Partial<Fact>, how: How = {}): Draft | null {
    if (!one || isNothing(one.s)) return null;
    const { sheet } = this;
    const { text } = one.cell;
    const printed = text.content.trim().replace(UNIT_BEHIND, '');
    const digits = printed.replace(/\s/g, '');
    const unit = UNIT_BEHIND.exec(one.s)?.groups?.unit ?? how.unit ?? sheet.unit;
    const amount =
      how.counted !== undefined
        ? amountOf(digits, 'count', how.counted)
        : how.isRate
          ? amountOf(digits.replace(/[%％]$/, ''), 'percent', '%')
          : amountOf(digits, 'money', unit);
    if (!amount) {
      if (/\d/.test(one.s)) this.tell(one, row, column);
      return null;
    }
    const start = text.content.indexOf(printed);
    const draft: Draft = {
      id: '',
      printed,
      amount,
      place: { ...placeOf(text, start, start + printed.length), block: sheet.block },
      label: row,
      section: sheet.section || sheet.title,
      quote: sheet.grid.quote(one.cell.row),
      fact: { indicator: null, scope: null, period: sheet.year, measure: null, ...fact },
      at: { table: sheet.title, ...(sheet.number ? { number: sheet.number } : {}), row, col: column },
      ...(one.cell.stored ? { stored: one.cell.stored } : {}),
    };
    this.drafts.push(draft);
    return draft;
  }

  private tell({ cell: { text } }: GridCell, row: string, column: string): void {
    const place = { ...placeOf(text), block: this.sheet.block };
    this.unread.push({ place, printed: text.content.trim(), why: 'extract.why.no-number', params: { row, column } });
  }
}

/** What a figure states, where it is a level; what changed and rates are told by what they are held against. */
export function factOf(
  indicator: string | null | undefined,
  scope: Scope | undefined,
  said: { readonly measure: Measure; readonly period?: number | null; readonly undated?: true } = { measure: '决算' },
): Partial<Fact> {
  if (!indicator || !isLevel(said) || said.undated) return {};
  const { measure, period } = said;
  return { indicator, scope: scope ?? null, measure, ...(period === undefined ? {} : { period }) };
}

/** Labels of rows that count things among amounts: 团组数（个）, 保有量（辆）. */
export const COUNT =
  /（(?:单位：)?(?:个|人|人次|辆|批次|批|组|次|台|套|台，套|台（套）)[^）]{0,40}）|数量|人次|批次|团组|保有|人数|(?:领导|干部|保障|通信|执勤|技术|业务|其他)用车$/;
