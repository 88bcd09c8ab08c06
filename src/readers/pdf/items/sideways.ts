import { type Cell, join, slice, type Text } from '../../../model/index.ts';
import { unnumbered } from '../../parts/captions.ts';
import { hasSameRows, rowsAt, type Stretch } from '../grids/grid.ts';
import { FIGURE } from '../grids/rows.ts';
import { isCorner } from '../lines/corner.ts';
import { joinLines } from '../lines/lines.ts';
import type { Drawn, Item } from './drawn.ts';

/** Fewer rows of figures tell nothing. */
const LEAST = 3;
/** How far the sides of two parts of one table may lie apart. */
const SAME_SIDE = 4.5;
const LONGEST_TITLE = 40;

/**
 * A table too wide for its page goes on to the right on another one: on the next page, or, when the program first prints all rows of the
 * left columns, on one after these. What stands there is put beside the part with the same rows at the same heights. `unread`: pages of
 * tables with rows of figures for which no names were found. They are left out as a whole: a half of their columns would only look wrong.
 */
export function joinSideways(items: readonly Item[]): { items: Item[]; unread: number[] } {
  const joined: Item[] = [];
  const unread: number[] = [];
  for (const item of items) {
    if (item.kind !== 'drawn') {
      joined.push(item);
      continue;
    }
    const from = groupStart(joined, item);
    const group = joined.slice(from).filter(other => other.kind === 'drawn');
    const left = isUnder(joined, group, item) ? leftOf(group, item) : undefined;
    if (left) {
      // What stands above the right page stands over the whole table.
      const above = joined.splice(joined.length - passagesAbove(joined, item));
      const at = joined.indexOf(left);
      const over = joined.findLastIndex((other, i) => i < at && !(other.kind === 'passage' && isCorner(other.text.content)));
      const title = left.title ? undefined : titleOver(joined[over], left, item);
      const whole = { ...beside(left, item), ...(title ? { title } : {}) };
      joined[at] = whole;
      const name = bare(whole.title);
      const kept = above.filter(other => other.kind === 'drawn' || !isSame(bare(other.text), name));
      joined.splice(title ? over : from, title ? 1 : 0, ...kept);
      continue;
    }
    const before = joined.at(-1);
    const isLost = before?.kind === 'drawn' && isNameless(item) && !isNameless(before) && !isBelow(before, item);
    if (isLost && !item.title && item.first.page - before.last.page === 1) {
      unread.push(...group.map(({ first }) => first.page), item.first.page);
      joined.splice(from, joined.length, ...joined.slice(from).filter(other => other.kind !== 'drawn'));
    } else joined.push(item);
  }
  return { items: joined, unread: [...new Set(unread)].toSorted((a, b) => a - b) };
}

const reachOf = ({ last, until = 0 }: Drawn) => Math.max(last.page, until);

/** Where the parts of the table begin that was begun last: at its title, on a page before, with nothing but corners and parts after it. */
function groupStart(joined: readonly Item[], item: Drawn): number {
  const reach = Math.max(0, ...joined.slice(-40).map(other => (other.kind === 'drawn' ? reachOf(other) : 0)));
  let start = joined.length;
  if (item.first.page - reach !== 1) return start;
  let page: number | undefined;
  for (let i = joined.length - 1 - passagesAbove(joined, item); i >= 0; i--) {
    const other = joined[i]!;
    if (other.kind === 'passage') {
      if (!isCorner(other.text.content)) break;
      continue;
    }
    if (page !== undefined && page - reachOf(other) > 1) break;
    start = i;
    page = other.first.page;
    if (other.title) break;
  }
  return start;
}

/** How many passages at the end stand above a part on its page: its corner, and what is seen there of a title over the whole table. */
function passagesAbove(joined: readonly Item[], item: Drawn): number {
  let count = 0;
  while (true) {
    const other = joined.at(-1 - count);
    if (other?.kind !== 'passage' || other.lines[0]!.page.number !== item.first.page) break;
    if (other.text.content.length > LONGEST_TITLE || /[。；]/.test(other.text.content)) return 0;
    count++;
  }
  return count > 4 ? 0 : count;
}

const bare = (text: Text | undefined) => text?.content.replace(/\s/g, '') ?? '';

/** Whether nothing stands above a part that could not stand above the right side of the table. */
function isUnder(joined: readonly Item[], group: readonly Drawn[], item: Drawn): boolean {
  const title = bare(group.find(other => other.title)?.title);
  const above = joined.slice(joined.length - passagesAbove(joined, item));
  return above.every(other => {
    const text = other.kind === 'passage' ? bare(other.text) : '';
    return isCorner(text) || /^[：:]/.test(text) || text.length <= 2 || isSame(text, title);
  });
}

/** Whether a text is a title or what the end of the page left of it. */
const isSame = (text: string, title: string) => title.includes(text.replace(/^[一二三四五六七八九十]{1,3}、/, ''));

/** A title over the whole table as both pages show it: its start on the left one, its end on the right one, what lies at the cut on both. */
function titleOver(before: Item | undefined, left: Drawn, { title }: Drawn): Text | undefined {
  if (before?.kind !== 'passage' || !title || before.lines.at(-1)!.page.number !== left.first.page) return undefined;
  const [start, end] = [before.text.content, title.content];
  if (start.length > LONGEST_TITLE || /[。；]/.test(start)) return undefined;
  let both = Math.min(start.length, end.length);
  while (both > 0 && !start.endsWith(end.slice(0, both))) both--;
  if (both === 0) return undefined;
  return unnumbered(both === end.length ? before.text : join([before.text, slice(title, both, end.length)]));
}

/** The part that an item stands beside: the last one where pages go on to the right first, else the one that was longest without a new part. */
function leftOf(group: readonly Drawn[], item: Drawn): Drawn | undefined {
  const [first, second] = group;
  const isAcross = first?.until !== undefined && second !== undefined && first.until < second.first.page;
  const found = (isAcross ? group.slice(-1) : group).filter(other => isBeside(other, item));
  return found.toSorted((a, b) => (a.until ?? 0) - (b.until ?? 0))[0];
}

/** Whether a part is of the same rows as one of another page, and is not the rows below it. */
function isBeside(left: Drawn, item: Drawn): boolean {
  if (left.until !== undefined && left.until >= item.first.page) return false;
  if (left.first.page !== left.last.page || !left.ys || !item.ys || !hasSameRows(left.ys, item.ys)) return false;
  if (left.title && item.title && !bare(left.title).includes(bare(item.title))) return false;
  if (isNameless(item)) return !isNameless(left);
  // Names may stand on the right too: then a cell that the end of the page cuts, or the title that is seen again, shows that it is one.
  return isCutThrough(left, item) || (!isBelow(left, item) && left.title !== undefined && item.title !== undefined);
}

/** Whether a cell is merged over columns of both. */
const isCutThrough = (left: Drawn, item: Drawn) =>
  (left.gaps?.right ?? []).some(([from, to]) => item.gaps?.left.some(([start, end]) => start < to && end > from));

/** Whether the columns are those with which the other part begins. */
const isBelow = (a: Drawn, b: Drawn) =>
  b.xs.every(x => a.xs.some(other => Math.abs(x - other) < SAME_SIDE)) &&
  Math.abs(a.xs[0]! - b.xs[0]!) < SAME_SIDE &&
  (a.until !== undefined || Math.abs(a.xs.at(-1)! - b.xs.at(-1)!) < SAME_SIDE);

/** Whether there is nothing but figures below the header, no names and no codes: nobody could say what they are of. */
function isNameless({ cells, rows }: Drawn): boolean {
  const isFigure = ({ text }: Cell) => FIGURE.test(text.content.trim());
  const first = Math.min(...cells.filter(isFigure).map(cell => cell.row));
  const body = cells.filter(cell => cell.row >= first && cell.text.content !== '');
  const codes = body.filter(cell => cell.col === 0);
  const isCode = ({ text }: Cell) => /^\d{3,7}$/.test(text.content.trim());
  return rows - first >= LEAST && body.every(isFigure) && !(codes.length > 0 && codes.every(isCode));
}

/** Cells of the right part keep their heights; `last` stays that of the left part, under which its notes stand. */
function beside(a: Drawn, b: Drawn): Drawn {
  const shift = a.xs.at(-1)! - b.xs[0]!;
  const at = rowsAt(a.ys!, b.ys!);
  const cols = a.xs.length - 1;
  const moved = b.cells.map(cell => {
    const row = at[cell.row]!;
    return { ...cell, row, rowSpan: at[cell.row + cell.rowSpan]! - row, col: cell.col + cols };
  });
  return {
    ...a,
    xs: [...a.xs, ...b.xs.slice(1).map(x => x + shift)],
    cells: joinCut(a, b, moved).toSorted((x, y) => x.row - y.row || x.col - y.col),
    ...(b.gaps && a.gaps ? { gaps: { left: a.gaps.left, right: b.gaps.right } } : {}),
    until: b.last.page,
    ...((a.title ?? b.title) ? { title: (a.title ?? b.title)! } : {}),
    ...((a.unit ?? b.unit) ? { unit: (a.unit ?? b.unit)! } : {}),
    notes: [...a.notes, ...b.notes],
  };
}

/** A cell merged over columns of both parts has a rule at the cut in neither: it is one, with what is seen of its text. */
function joinCut(a: Drawn, b: Drawn, moved: readonly Cell[]): Cell[] {
  const cols = a.xs.length - 1;
  const gone = new Set<Cell>();
  const isOpen = (stretches: readonly Stretch[] = [], cell: Cell) => {
    const y = (a.ys![cell.row]! + a.ys![cell.row + cell.rowSpan]!) / 2;
    return stretches.some(([from, to]) => from < y && y < to);
  };
  const left = a.cells.map(cell => {
    const rest = moved.find(other => other.col === cols && other.row === cell.row && other.rowSpan === cell.rowSpan);
    if (cell.col + cell.colSpan !== cols || !rest || !isOpen(a.gaps?.right, cell) || !isOpen(b.gaps?.left, rest)) return cell;
    gone.add(rest);
    const [own, more] = [cell.text, rest.text];
    const text =
      more.content === '' || own.content.includes(more.content) ? own : own.content === '' ? more : joinLines([own, more]);
    return { ...cell, colSpan: cell.colSpan + rest.colSpan, text };
  });
  return [...left, ...moved.filter(cell => !gone.has(cell))];
}
