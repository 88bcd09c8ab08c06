import { type Block, type Cell, placeOf, type Table, type Text } from '../../../model/index.ts';
import { plain } from '../../plain.ts';
import { Grid, headOf, isAmount, isNumberedLine } from '../grid/grid.ts';
import { regularised } from '../grid/regular.ts';
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
    const first = before && regularised(before[0]);
    const rest = before && goesOn(first!, table, between(blocks, before[1], block));
    if (rest) joined[joined.length - 1] = [append(first!, rest), before[1]];
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
function goesOn(first: Table, other: Table, lines: readonly Text[] | null): Table | null {
  const title = nameOf(first.title);
  const def = lines && title ? byTitle(title) : null;
  const next = def && inColumnsOf(first, regularised(other, first.cols));
  if (!lines || !next || !def) return null;
  const named = next.title && isSheetName(next.title, next) ? [] : [next.title];
  const names = [...lines, ...named].map(nameOf).filter(name => !isMeta(name));
  if (names.some(name => name !== '' && name !== title)) return null;
  if (next.title && !named.length && (byTitle(nameOf(next.title)) ?? def) !== def) return null;
  const [above, below] = [new Grid(first), new Grid(next)];
  const own = headOf(above);
  const captions = leading(below, row => isCaption(below, row, title));
  const header = range(0, own).filter(row => !isCaption(above, row, title));
  const isRepeated = header.every((row, n) => wordsOf(above, row) === wordsOf(below, captions + n));
  const head = captions + (isRepeated ? header.length : 0);
  // Without the header again, it begins with a line of the list: an amount, a code, or «二十、…» with nothing beside it.
  const isLine = (row: number) => below.row(row).every(one => !one.s || isNumberedLine(one.s));
  if (!isRepeated && !range(captions, headOf(below)).every(isLine)) return null;
  const known = new Set(range(own, above.rows).map(row => wordsOf(above, row)));
  if (range(head, below.rows).some(row => wordsOf(below, row) && known.has(wordsOf(below, row)))) return null;
  const cells = next.cells.filter(cell => cell.row >= head).map(cell => ({ ...cell, row: cell.row - head }));
  return { ...next, rows: next.rows - head, cells };
}

/**
 * A table in the columns of another one. Sheets of a workbook leave out columns that hold nothing: there, columns are the same by
 * their letters. Null where it has others.
 */
function inColumnsOf(first: Table, next: Table): Table | null {
  const letters = columnsOf(first);
  if (!letters.size || !columnsOf(next).size) return first.cols === next.cols ? next : null;
  const own = new Map([...columnsOf(next)].map(([letter, col]) => [col, letters.get(letter)]));
  const at = (col: number) => own.get(col);
  if ([...own.values()].includes(undefined)) return null;
  const cells = next.cells.map(cell => {
    const end = at(cell.col + cell.colSpan) ?? (at(cell.col + cell.colSpan - 1) ?? at(cell.col)!) + 1;
    return { ...cell, col: at(cell.col)!, colSpan: Math.max(1, end - at(cell.col)!) };
  });
  return { ...next, cols: first.cols, cells };
}

/** Column letters of a sheet, and the columns of the grid that they are. */
function columnsOf(table: Table): Map<string, number> {
  const columns = new Map<string, number>();
  for (const { col, text } of table.cells) {
    const letter = /^[A-Z]+/.exec(placeOf(text).cell ?? '')?.[0];
    if (letter) columns.set(letter, col);
  }
  return columns;
}

/** What stands for a title where a sheet has none inside: its name. */
function isSheetName(title: Text, { cells }: Table): boolean {
  return placeOf(title).sheet !== undefined && cells.every(cell => cell.text.content !== title.content);
}

/** A row with nothing but the title, its number, the unit, whose it is. */
function isCaption(grid: Grid, row: number, title: string): boolean {
  const filled = grid.row(row).filter(one => one.s);
  return filled.length > 0 && filled.every(one => isMeta(one.s) || [title, ''].includes(nameOf(one.cell.text)));
}

/** How many rows from the first on are such. */
function leading(grid: Grid, test: (row: number) => boolean): number {
  const first = range(0, grid.rows).find(row => !test(row));
  return first ?? grid.rows;
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
