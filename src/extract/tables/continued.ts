import type { Block, Cell, Table, Text } from '../../model/index.ts';
import { plain } from '../plain.ts';
import { Grid, headOf, isAmount, isNumberedLine } from './grid.ts';
import { byTitle, isMeta } from './recognise.ts';

/** A table and the block it came from. */
export type Placed = readonly [table: Table, block: number];

const CONTINUED = /[（(]?续(?:表)?[）)]?[一二三四五六七八九十\d]*$|^续表[一二三四五六七八九十\d]*[:：]?/;

/**
 * Puts tables together again that a page break has cut in two: what goes on has no title or the same one (perhaps with «续»), as many
 * columns, none of the lines that stood before, and the same header or none.
 */
export function joinContinued(tables: readonly Placed[], blocks: readonly Block[]): readonly Placed[] {
  const joined: Placed[] = [];
  for (const [table, block] of tables) {
    const before = joined.at(-1);
    const rest = before && goesOn(before[0], table, between(blocks, before[1], block));
    if (rest) joined[joined.length - 1] = [append(before[0], rest), before[1]];
    else joined.push([table, block]);
  }
  return joined;
}

/** The lines between two blocks; null where something else than lines stands there. */
function between(blocks: readonly Block[], from: number, to: number): readonly Text[] | null {
  const lines: Text[] = [];
  for (const block of blocks.slice(from + 1, to)) {
    if (block.kind === 'paragraph' || block.kind === 'heading') lines.push(block.text);
    else if (block.kind !== 'table') return null;
  }
  return lines;
}

/** The rows of a table that go on with another, its header left out; null where it is a table of its own. */
function goesOn(first: Table, next: Table, lines: readonly Text[] | null): Table | null {
  if (!lines || first.irregular || next.irregular || first.cols !== next.cols) return null;
  const title = nameOf(first.title);
  const names = [...lines, ...(next.title ? [next.title] : [])].map(nameOf).filter(name => !isMeta(name));
  if (!title || !byTitle(title) || names.some(name => name !== '' && name !== title)) return null;
  const [above, below] = [new Grid(first), new Grid(next)];
  const own = headOf(above);
  const isRepeated = range(0, own).every(row => wordsOf(above, row) === wordsOf(below, row));
  const head = isRepeated ? own : 0;
  // Without the header again, it begins with a line of the list: an amount, a code, or «二十、…» with nothing beside it.
  if (!isRepeated && !range(0, headOf(below)).every(row => below.row(row).every(one => !one.s || isNumberedLine(one.s))))
    return null;
  const known = new Set(range(own, above.rows).map(row => wordsOf(above, row)));
  if (range(head, below.rows).some(row => wordsOf(below, row) && known.has(wordsOf(below, row)))) return null;
  const cells = next.cells.filter(cell => cell.row >= head).map(cell => ({ ...cell, row: cell.row - head }));
  return { ...next, rows: next.rows - head, cells };
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);
const nameOf = (title: Text | undefined) => (title ? plain(title).s.replace(CONTINUED, '') : '');

/** What a row says but for its amounts. */
function wordsOf(grid: Grid, row: number): string {
  return grid
    .row(row)
    .map(one => one.s)
    .filter(s => !isAmount(s) || /^\d{2,7}$/.test(s))
    .join('|')
    .replace(/^\|+$/, '');
}

function append(first: Table, rest: Table): Table {
  const cells = rest.cells.map((cell: Cell) => ({ ...cell, row: cell.row + first.rows }));
  return { ...first, rows: first.rows + rest.rows, cells: [...first.cells, ...cells], notes: [...first.notes, ...rest.notes] };
}
