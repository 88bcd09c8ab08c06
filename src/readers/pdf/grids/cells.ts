import type { Cell, Text } from '../../../model/index.ts';
import { joinLines, linesOf, textOf } from '../lines/lines.ts';
import { type Char, isWide, type Page, toBox } from '../page/geometry.ts';
import type { Grid, GridCell, Stretch } from './grid.ts';

/** A drawn table with the characters that stand in each of its cells. */
export interface FilledGrid {
  readonly grid: Grid;
  readonly chars: ReadonlyMap<GridCell, readonly Char[]>;
}

const NUMBER = /^[\d.,%()（）\-−]+$/;

/** Puts the page's characters into the cells of its tables; what stands in none of them is `rest`. */
export function fillGrids(page: Page, grids: readonly Grid[]): { filled: FilledGrid[]; rest: Char[] } {
  const found = grids.map(grid => ({ grid, chars: new Map<GridCell, Char[]>() }));
  const rest: Char[] = [];
  for (const piece of piecesOf(page.chars)) {
    const target = found.find(({ grid }) => isInside(grid, piece));
    if (!target) {
      rest.push(...piece);
      continue;
    }
    for (const [cell, chars] of placePiece(target.grid, piece)) {
      const list = target.chars.get(cell) ?? [];
      list.push(...chars);
      target.chars.set(cell, list);
    }
  }
  return { filled: found, rest };
}

/** Characters drawn one after the other on one baseline: what was typed together. */
function piecesOf(chars: readonly Char[]): Char[][] {
  const pieces: Char[][] = [];
  let last: Char | undefined;
  for (const char of chars) {
    const gap = last ? char.x0 - last.x1 : 0;
    const together =
      last &&
      !char.spaced &&
      Math.abs(char.base - last.base) < last.size * 0.2 &&
      gap > -last.size * 0.4 &&
      gap < last.size * 0.4;
    if (together) pieces.at(-1)!.push(char);
    else pieces.push([char]);
    last = char;
  }
  return pieces;
}

const middle = (char: Char) => (char.x0 + char.x1) / 2;
/** The height at which a character is looked up: the middle of a lower-case letter, safely inside its row. */
const level = (char: Char) => char.base - char.size * 0.35;

function isInside({ xs, ys, gaps }: Grid, piece: readonly Char[]): boolean {
  const y = level(piece[0]!);
  if (y < ys[0]! || y > ys.at(-1)!) return false;
  // A cell that goes on beside the page may have its text at the edge, or beyond it.
  const isOpen = (stretches: readonly Stretch[] = []) => stretches.some(([from, to]) => from < y && y < to);
  const [start, end] = [piece[0]!.x0, piece.at(-1)!.x1];
  if (isOpen(gaps?.right) && start > xs[0]!) return true;
  if (isOpen(gaps?.left) && end < xs.at(-1)!) return true;
  const inside = piece.filter(char => middle(char) > xs[0]! && middle(char) < xs.at(-1)!).length;
  return inside * 2 > piece.length;
}

/**
 * A piece goes to the cell its characters lie in. One that runs over a rule stays together: a rule through a character shows
 * that the text is too long for its cell, and then most of it, else the start of words and the end of numbers, lies where it belongs.
 */
function placePiece(grid: Grid, piece: readonly Char[]): Map<GridCell, Char[]> {
  const placed = new Map<GridCell, Char[]>();
  for (const part of splitNumbers(piece)) {
    const at = part.map(char => cellAt(grid, middle(char), level(char)));
    const home = isCut(grid, part, at) ? homeOf(part, at) : undefined;
    part.forEach((char, i) => {
      const cell = home ?? at[i]!;
      const list = placed.get(cell);
      if (list) list.push(char);
      else placed.set(cell, [char]);
    });
  }
  return placed;
}

/** Numbers of neighbouring cells that touch: «1,511.891,503.52» are two. */
function splitNumbers(piece: readonly Char[]): Char[][] {
  const text = piece.map(char => char.text[0]).join('');
  if (!NUMBER.test(text)) return [[...piece]];
  const parts: Char[][] = [];
  let from = 0;
  for (const match of text.matchAll(/[-−]?\d[\d,]{0,20}\.\d{2}(?=\d)/g)) {
    parts.push(piece.slice(from, match.index + match[0].length));
    from = match.index + match[0].length;
  }
  parts.push(piece.slice(from));
  return parts.filter(part => part.length > 0);
}

/** Whether a rule between two cells goes through one of the piece's characters, or between two that stand close together. */
function isCut(grid: Grid, part: readonly Char[], owners: readonly GridCell[]): boolean {
  return part.some((char, i) => {
    const { x0, x1 } = owners[i]!;
    const next = part[i + 1];
    const over = Math.max(x0 - char.x0, char.x1 - x1) > (char.x1 - char.x0) * 0.2 && x0 > grid.xs[0]! - 1;
    return (
      (over && owners.some(cell => cell !== owners[0])) ||
      (next !== undefined && owners[i] !== owners[i + 1] && next.x0 - char.x1 < char.size * 0.15)
    );
  });
}

function homeOf(part: readonly Char[], owners: readonly GridCell[]): GridCell {
  const counts = new Map<GridCell, number>();
  for (const cell of owners) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  const [cell, most] = [...counts].reduce((best, next) => (next[1] > best[1] ? next : best));
  if (most >= part.length * 0.6) return cell;
  return NUMBER.test(part.map(char => char.text).join('')) ? owners.at(-1)! : owners[0]!;
}

const owners = new WeakMap<Grid, GridCell[]>();

/** Which cell owns each unit of the grid, row by row. */
function ownersOf(grid: Grid): GridCell[] {
  const known = owners.get(grid);
  if (known) return known;
  const cols = grid.xs.length - 1;
  const table: GridCell[] = [];
  for (const cell of grid.cells) {
    for (let r = cell.row; r < cell.row + cell.rowSpan; r++)
      for (let c = cell.col; c < cell.col + cell.colSpan; c++) table[r * cols + c] = cell;
  }
  owners.set(grid, table);
  return table;
}

function cellAt(grid: Grid, x: number, y: number): GridCell {
  const { xs, ys } = grid;
  const col = Math.max(
    0,
    Math.min(
      xs.length - 2,
      xs.findLastIndex(edge => edge <= x),
    ),
  );
  const row = Math.max(
    0,
    Math.min(
      ys.length - 2,
      ys.findLastIndex(edge => edge <= y),
    ),
  );
  return ownersOf(grid)[row * (xs.length - 1) + col]!;
}

/** The cells of a drawn table as the document's cells; an empty one has a place too: its own box. */
export function cellsOf(file: string, { grid, chars }: FilledGrid): Cell[] {
  return grid.cells.map(cell => {
    const own = chars.get(cell) ?? [];
    const { row, col, rowSpan, colSpan } = cell;
    return { row, col, rowSpan, colSpan, text: own.length ? cellText(file, grid.page, own) : emptyText(file, grid.page, cell) };
  });
}

/** The text of one cell: its lines from top to bottom, blanks that only spread characters left out. */
export function cellText(file: string, page: Page, chars: readonly Char[]): Text {
  return joinLines(linesOf(page, chars).map(line => textOf(file, line, !line.chars.every(char => isWide(char.text)))));
}

function emptyText(file: string, page: Page, cell: GridCell): Text {
  return {
    content: '',
    runs: [{ start: 0, place: { file, page: page.number, box: toBox(page, cell.x0, cell.y0, cell.x1, cell.y1) } }],
  };
}
