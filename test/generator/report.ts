import type { Kind } from '../../src/model/index.ts';

/**
 * A printed figure that states a fact. `fact` is an address of the accounts («2021/T1.TI») or of something computed from them
 * («change/T1.TI», «growth/T1.TI», «share/T5.201.sum/T5.total.sum», «rate/…»). `unit` is what stands behind it ('' in tables).
 */
export interface Mark {
  readonly printed: string;
  readonly fact: string;
  readonly kind: Kind;
  readonly unit: string;
  /** In tables: the number a spreadsheet would store, where it is finer than what is printed. */
  readonly exact?: string;
}

/** Text with the figures in it. A line break in a cell is «\n». */
export type Inline = readonly (string | Mark)[];

export interface CellBlock {
  readonly row: number;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly inline: Inline;
}

export interface TableBlock {
  readonly kind: 'table';
  readonly title: string;
  /** What stands in the corner above the table: 公开01表, 单位：万元. */
  readonly corner: readonly string[];
  readonly rows: number;
  readonly cols: number;
  /** How many rows are headers. */
  readonly head: number;
  readonly cells: readonly CellBlock[];
  readonly notes: readonly string[];
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly inline: Inline }
  | { readonly kind: 'paragraph'; readonly inline: Inline }
  | TableBlock
  | {
      readonly kind: 'chart';
      readonly title: string;
      readonly points: readonly { readonly label: string; readonly value: Mark }[];
    };

/** A whole report before it becomes a file. */
export interface Report {
  readonly title: string;
  readonly entity: string;
  readonly year: number;
  readonly style: string;
  readonly blocks: readonly Block[];
}

export const isMark = (piece: string | Mark): piece is Mark => typeof piece !== 'string';

/** What a piece of text looks like when printed. */
export const plain = (inline: Inline): string => inline.map(piece => (isMark(piece) ? piece.printed : piece)).join('');

/** Builds text: t`本年收入合计${pen.money('T1.IN')}，其中：`; blanks take a string, a mark, or more text. */
export function t(strings: TemplateStringsArray, ...values: (string | number | Mark | Inline)[]): Inline {
  return strings.flatMap((text, i) => {
    const value = values[i];
    const rest: Inline =
      value === undefined
        ? []
        : Array.isArray(value)
          ? value
          : [typeof value === 'number' ? String(value) : (value as string | Mark)];
    return text === '' ? rest : [text, ...rest];
  });
}

/** Texts with something between them. */
export function joined(parts: readonly Inline[], separator: string): Inline {
  return parts.flatMap((part, i) => (i === 0 ? [...part] : [separator, ...part]));
}

/** Texts of a block, in reading order. */
export function inlinesOf(block: Block): readonly Inline[] {
  if (block.kind === 'table') return block.cells.map(cell => cell.inline);
  if (block.kind === 'chart') return block.points.map(point => [point.label, point.value]);
  return [block.inline];
}

/** All figures of a report, in reading order. */
export function marksOf(report: Report): Mark[] {
  return report.blocks.flatMap(block => inlinesOf(block).flatMap(inline => inline.filter(isMark)));
}

/** Puts every piece through `change`; the rest of the report stays as it is. `index` counts the marks. */
export function mapMarks(report: Report, change: (mark: Mark, index: number) => Mark): Report {
  let index = 0;
  const map = (inline: Inline): Inline => inline.map(piece => (isMark(piece) ? change(piece, index++) : piece));
  return {
    ...report,
    blocks: report.blocks.map(block => {
      if (block.kind === 'table') return { ...block, cells: block.cells.map(cell => ({ ...cell, inline: map(cell.inline) })) };
      if (block.kind === 'chart')
        return { ...block, points: block.points.map(point => ({ ...point, value: change(point.value, index++) })) };
      return { ...block, inline: map(block.inline) };
    }),
  };
}
