import { FIGURE } from './rows.ts';
import type { Drawn, Item } from './tables.ts';

/** How far rows of two pages may lie apart, in points. */
const SAME_ROW = 6;
/** Fewer rows of figures tell nothing. */
const LEAST = 3;

/**
 * A table too wide for its page goes on to the right on the next one, where its rows have no names. The second part is put beside the
 * first when it has as many rows at the same heights; `unread`: pages with rows of figures for which no names were found.
 */
export function joinSideways(items: readonly Item[]): { items: Item[]; unread: number[] } {
  const joined: Item[] = [];
  const unread: number[] = [];
  for (const item of items) {
    const before = joined.at(-1);
    const isRest = item.kind === 'drawn' && before?.kind === 'drawn' && isNameless(item) && !isNameless(before);
    if (!isRest || item.title || item.first.page - before.last.page !== 1) joined.push(item);
    else if (hasSameRows(before, item)) joined[joined.length - 1] = beside(before, item);
    else {
      unread.push(item.first.page);
      joined.push(item);
    }
  }
  return { items: joined, unread };
}

/** Whether every row below the header begins with a figure: nobody could say what the figures are of. */
function isNameless({ cells }: Drawn): boolean {
  const first = cells.filter(cell => cell.col === 0 && cell.text.content !== '');
  const from = first.findIndex(cell => FIGURE.test(cell.text.content.trim()));
  // Codes are whole numbers, and so are the numbers of rows.
  const body = from < 0 ? [] : first.slice(from).map(cell => cell.text.content.trim());
  return body.length >= LEAST && body.every(text => FIGURE.test(text)) && body.some(text => /[.．]\d/.test(text));
}

function hasSameRows(a: Drawn, b: Drawn): boolean {
  const near = (x: number, y: number) => Math.abs(x - y) <= SAME_ROW;
  return a.rows === b.rows && near(a.first.y, b.first.y) && near(a.last.y, b.last.y) && a.first.page === a.last.page;
}

/** Cells keep their places; `last` stays that of the first part, under which its notes stand. */
function beside(a: Drawn, b: Drawn): Drawn {
  const shift = a.xs.at(-1)! - b.xs[0]!;
  const cells = [...a.cells, ...b.cells.map(cell => ({ ...cell, col: cell.col + a.xs.length - 1 }))];
  return {
    ...a,
    xs: [...a.xs, ...b.xs.slice(1).map(x => x + shift)],
    cells: cells.toSorted((x, y) => x.row - y.row || x.col - y.col),
    last: { ...a.last, page: b.last.page },
    ...((a.unit ?? b.unit) ? { unit: (a.unit ?? b.unit)! } : {}),
    notes: [...a.notes, ...b.notes],
  };
}
