import type { Cell, Text } from '../../../model/index.ts';
import { joinLines } from '../lines/lines.ts';
import type { Drawn, Item } from './drawn.ts';

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
  if (!samePage && b.first.page - a.last.page !== 1 && b.first.page - (a.until ?? 0) !== 1) return false;
  const name = (text?: Text) => text?.content.replace(/[\s（()）]|续表?/g, '') ?? '';
  return name(b.title) === '' || name(b.title) === name(a.title);
}

/**
 * Whether a table carries its own title: a first row of one cell, «…表». Where it comes again on the next page, it heads another
 * form, unless what follows it is not what followed it before.
 */
function isForm(table: Drawn): boolean {
  const [only, ...others] = table.cells.filter(cell => cell.row === 0);
  return (
    others.length === 0 && /表(?:[（(][^（()）]*[）)])?$/.test(only?.text.content.trim() ?? '') && !/续/.test(only!.text.content)
  );
}

const firstWords = (cells: readonly Cell[], row: number) =>
  cells.find(cell => cell.row === row && cell.text.content !== '')?.text.content ?? '';

function joinTwo(a: Drawn, b: Drawn): Drawn | undefined {
  const shift = b.xs[0]! - a.xs[0]!;
  const moved = b.xs.map(x => x - shift);
  // Columns that stand on pages of their own may have no such page here, when they are empty.
  const sides = a.until === undefined ? a.xs.slice(-1) : a.xs;
  if (!sides.some(x => Math.abs(moved.at(-1)! - x) <= SAME_COLUMN) || !isAlike(a.xs, moved)) return undefined;
  const xs = united(a.xs, moved);
  const upper = recolumn(a.cells, a.xs, xs);
  const lower = recolumn(b.cells, moved, xs);
  const repeated = repeatedRows(upper, lower, Math.min(a.rows, b.rows));
  if (isForm(b) && (repeated === 0 || firstWords(upper, repeated) === firstWords(lower, repeated))) return undefined;
  const rest = lower.filter(cell => cell.row >= repeated).map(cell => ({ ...cell, row: cell.row - repeated + a.rows }));
  const parts = {
    ...a,
    xs,
    cells: upper,
    last: b.last,
    ys: undefined,
    until: b.until ?? a.until,
    ...((a.unit ?? b.unit) ? { unit: (a.unit ?? b.unit)! } : {}),
    notes: b.notes,
  };
  if (a.last.page !== b.first.page && isRestOfRow(upper, rest, a.rows, xs)) {
    return { ...parts, rows: a.rows + b.rows - repeated - 1, cells: withRest(upper, rest, a.rows) };
  }
  return { ...parts, rows: a.rows + b.rows - repeated, cells: withTallCells(upper, rest, a.rows) };
}

/** A cell merged over rows on both pages is drawn twice, the second time empty: it is one. */
function withTallCells(upper: readonly Cell[], rest: readonly Cell[], row: number): Cell[] {
  const gone = new Set<Cell>();
  const grown = upper.map(cell => {
    if (cell.row + cell.rowSpan !== row || cell.text.content === '') return cell;
    const more = rest.find(other => other.row === row && other.col === cell.col && other.colSpan === cell.colSpan);
    if (more?.text.content !== '' || more.rowSpan + cell.rowSpan < 3) return cell;
    gone.add(more);
    return { ...cell, rowSpan: cell.rowSpan + more.rowSpan };
  });
  return [...grown, ...rest.filter(cell => !gone.has(cell))];
}

const LABELLED = /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d|其中|[①-⑳])|[合总小]计|结转|结余/;
/** The sign of a rate that did not fit behind its figure. */
const SIGN = /^[%％]$/;
const figureIn = (cell: Cell) => /^[-−]?[\d,]+(?:\.\d+)?%?$/.test(cell.text.content.trim());

/**
 * A row may be cut in two by the end of a page. The second half then carries on labels that filled their line in the first, has
 * no numbering of its own, and figures only where the first half has none at all.
 */
function isRestOfRow(upper: readonly Cell[], rest: readonly Cell[], row: number, xs: readonly number[]): boolean {
  const half = rest.filter(cell => cell.row === row && cell.text.content !== '');
  const above = upper.filter(cell => cell.row + cell.rowSpan === row);
  const labels = half.filter(cell => !figureIn(cell));
  if (labels.every(cell => cell.rowSpan > 1) || (half.some(figureIn) && above.some(figureIn))) return false;
  return labels.every(cell => {
    const first = above.find(other => other.col === cell.col && other.colSpan === cell.colSpan);
    if (first && figureIn(first) && SIGN.test(cell.text.content.trim())) return true;
    const box = first?.text.runs.at(-1)?.place.box;
    if (!first || !box || first.text.content === '' || figureIn(first) || LABELLED.test(cell.text.content)) return false;
    return xs[cell.col + cell.colSpan]! - box[2] < (box[3] - box[1]) * 1.1 + 7;
  });
}

function withRest(upper: readonly Cell[], rest: readonly Cell[], row: number): Cell[] {
  const joined = upper.map(cell => {
    const more = cell.row + cell.rowSpan === row ? rest.find(other => other.row === row && other.col === cell.col) : undefined;
    if (!more) return cell;
    const text = cell.text.content === '' ? more.text : more.text.content === '' ? cell.text : joinLines([cell.text, more.text]);
    return { ...cell, rowSpan: cell.rowSpan + more.rowSpan - 1, text };
  });
  return [...joined, ...rest.filter(cell => cell.row > row).map(cell => ({ ...cell, row: cell.row - 1 }))];
}

/** Each part shows only the columns that its own rows part: half of the fewer inner edges must meet. */
function isAlike(a: readonly number[], b: readonly number[]): boolean {
  const [few, many] = a.length < b.length ? [a, b] : [b, a];
  const inner = few.slice(1, -1);
  const met = inner.filter(x => many.some(other => Math.abs(other - x) <= SAME_COLUMN)).length;
  return met * 2 >= inner.length;
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
