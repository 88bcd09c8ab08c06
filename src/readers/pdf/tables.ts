import type { Cell, Table, Text } from '../../model/index.ts';
import { cellsOf, type FilledGrid } from './cells.ts';
import { frameOf } from './geometry.ts';
import type { Passage } from './paragraphs.ts';

/** A table as it stands on one page, or, once parts are joined, on several. */
export interface Drawn {
  readonly kind: 'drawn';
  readonly xs: readonly number[];
  readonly rows: number;
  readonly cells: readonly Cell[];
  readonly first: Edge;
  readonly last: Edge;
  title?: Text;
  unit?: string;
  notes: Text[];
}

/** Where a part of a table begins or ends. */
export interface Edge {
  readonly page: number;
  readonly y: number;
  readonly width: number;
}

export type Item = Passage | Drawn;

export function drawnOf(file: string, filled: FilledGrid): Drawn {
  const { page, xs, ys } = filled.grid;
  const { width } = frameOf(page);
  return {
    kind: 'drawn',
    xs,
    rows: ys.length - 1,
    cells: cellsOf(file, filled),
    first: { page: page.number, y: ys[0]!, width },
    last: { page: page.number, y: ys.at(-1)!, width },
    notes: [],
  };
}

export function tableOf({ xs, rows, cells, title, unit, notes }: Drawn): Table {
  return {
    kind: 'table',
    ...(title ? { title } : {}),
    ...(unit ? { unit } : {}),
    rows,
    cols: xs.length - 1,
    cells,
    notes,
  };
}

/** How far the columns of two parts of one table may lie apart. */
const SAME_COLUMN = 4.5;

/**
 * Joins the parts of tables that go on over pages: nothing stands between them, and the columns of the second lie where those
 * of the first do. A header that is repeated, and a caption that is repeated or says «续», are dropped.
 */
export function joinParts(items: readonly Item[]): Item[] {
  const joined: Item[] = [];
  for (const item of items) {
    const before = joined.at(-1);
    const whole = item.kind === 'drawn' && before?.kind === 'drawn' && goesOn(before, item) ? joinTwo(before, item) : undefined;
    if (whole) joined[joined.length - 1] = whole;
    else joined.push(item);
  }
  return joined;
}

function goesOn(a: Drawn, b: Drawn): boolean {
  if (a.last.width !== b.first.width || a.notes.length > 0) return false;
  const samePage = a.last.page === b.first.page;
  if (samePage && (b.first.y - a.last.y > 8 || b.first.y < a.last.y - 1)) return false;
  if (!samePage && b.first.page - a.last.page !== 1) return false;
  const name = (text?: Text) => text?.content.replace(/[\s（()）]|续表?/g, '') ?? '';
  return name(b.title) === '' || name(b.title) === name(a.title);
}

function joinTwo(a: Drawn, b: Drawn): Drawn | undefined {
  const shift = b.xs[0]! - a.xs[0]!;
  const xs = united(
    a.xs,
    b.xs.map(x => x - shift),
  );
  if (Math.abs(b.xs.at(-1)! - shift - a.xs.at(-1)!) > SAME_COLUMN || xs.length > Math.max(a.xs.length, b.xs.length))
    return undefined;
  const upper = recolumn(a.cells, a.xs, xs);
  const lower = recolumn(
    b.cells,
    b.xs.map(x => x - shift),
    xs,
  );
  const repeated = repeatedRows(upper, lower, Math.min(a.rows, b.rows));
  const moved = lower.filter(cell => cell.row >= repeated).map(cell => ({ ...cell, row: cell.row - repeated + a.rows }));
  return {
    ...a,
    xs,
    rows: a.rows + b.rows - repeated,
    cells: [...upper, ...moved],
    last: b.last,
    ...((a.unit ?? b.unit) ? { unit: (a.unit ?? b.unit)! } : {}),
    notes: b.notes,
  };
}

function united(a: readonly number[], b: readonly number[]): number[] {
  return [...a, ...b.filter(x => !a.some(other => Math.abs(other - x) <= SAME_COLUMN))].toSorted((x, y) => x - y);
}

/** Cells over another set of column edges. */
function recolumn(cells: readonly Cell[], from: readonly number[], to: readonly number[]): Cell[] {
  const at = from.map(x => to.reduce((best, edge, i) => (Math.abs(edge - x) < Math.abs(to[best]! - x) ? i : best), 0));
  return cells.map(cell => ({ ...cell, col: at[cell.col]!, colSpan: at[cell.col + cell.colSpan]! - at[cell.col]! }));
}

/** How many rows at the start of the second part say again what the first part starts with. */
function repeatedRows(a: readonly Cell[], b: readonly Cell[], most: number): number {
  const row = (cells: readonly Cell[], index: number) =>
    cells
      .filter(cell => cell.row === index)
      .map(cell => `${cell.col}:${cell.colSpan}:${cell.text.content.replace(/\s/g, '')}`)
      .join('|');
  const said = (index: number) => b.some(cell => cell.row === index && /\p{L}/u.test(cell.text.content));
  let count = 0;
  while (count < most && row(a, count) === row(b, count) && (said(count) || count > 0)) count++;
  // Rows that a merged cell holds together stay together.
  while (count > 0 && b.some(cell => cell.row < count && cell.row + cell.rowSpan > count)) count--;
  return Array.from({ length: count }, (_, i) => i).some(said) ? count : 0;
}
