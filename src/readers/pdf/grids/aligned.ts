import { type Line, segmentsOf } from '../lines/lines.ts';
import type { Char } from '../page/geometry.ts';
import type { FilledGrid } from './cells.ts';
import { type Column, GUTTER } from './columns.ts';
import type { GridCell } from './grid.ts';
import { type HeadCell, headOf } from './heads.ts';
import { type Band, bandsOf, FIGURE, plainOf, VALUE } from './rows.ts';

/** The part of a table that stands on one page, and which of its lines are rows with figures. */
export interface AlignedPart {
  readonly lines: readonly Line[];
  isRow(line: Line): boolean;
}

/** The parts of one table as grids over the same columns; undefined when any part of any line fits them in no way or in two. */
export function alignedTables(parts: readonly AlignedPart[]): FilledGrid[] | undefined {
  const split = parts.map(({ lines, isRow }) => {
    const first = firstOf(lines, isRow);
    return { head: lines.slice(0, first), body: lines.slice(first), rows: lines.filter(isRow) };
  });
  const own = columnsOf(
    split
      .flatMap(({ rows }) =>
        rows
          .map(line => segmentsOf(line, GUTTER))
          .filter(row => !isCounted(row))
          .flat(),
      )
      .filter(part => !isTotal(part)),
  );
  const head = split[0]!.head.map(line => segmentsOf(line, GUTTER));
  if (own.length < 2 || head.length === 0) return undefined;
  const made = headOf(own, head);
  if (!made) return undefined;
  const { columns } = made;
  const xs = [columns[0]!.from, ...columns.slice(1).map(({ from }, i) => (columns[i]!.to + from) / 2), columns.at(-1)!.to];
  const tables: FilledGrid[] = [];
  for (const [i, { head, body, rows }] of split.entries()) {
    // A header that comes again says the same: it is left out. Names without figures that begin a page are rows.
    const again = i > 0 && head.length > 0 && isRepeated(split[0]!.head, head);
    const bands = bandsOf((i === 0 || again ? body : [...head, ...body]).flatMap(line => segmentsOf(line, GUTTER)));
    const placed = bands.map(band => placeBand(band, columns));
    if (!placed.every(cells => cells !== undefined)) return undefined;
    tables.push(gridOf(xs, i === 0 ? made.cells : [], made.depth, [...head, ...body], rows[0]!, bands, placed));
  }
  return tables;
}

/** Where the rows begin: the first line with figures, or the first of the lines that its wrapped names are set in, half above it. */
function firstOf(lines: readonly Line[], isRow: (line: Line) => boolean): number {
  const row = lines.findIndex(isRow);
  const { base, size } = lines[row]!;
  const next = lines.findIndex((line, i) => i > row && isRow(line));
  const below = lines.slice(row + 1, next < 0 ? undefined : next).map(line => line.base - base);
  let first = row;
  for (let i = row - 1; i >= 0; i--) {
    const above = base - lines[i]!.base;
    if (above >= size && !below.some(distance => Math.abs(distance - above) < size * 0.2)) break;
    first = i;
  }
  return first;
}

const wordsOf = (lines: readonly Line[]) => lines.map(plainOf).join('');
const isRepeated = (a: readonly Line[], b: readonly Line[]) => wordsOf(a) === wordsOf(b);

const isFigure = (part: Line) => /\d|[０-９]/.test(plainOf(part)) && FIGURE.test(plainOf(part));
/** «合计» may stand over codes and names. */
const isTotal = (part: Line) => /[合总小]计$/.test(plainOf(part));

/** «栏次 1 2 3»: the numbers of columns stand in their middle, wherever their figures stand. */
function isCounted(row: readonly Line[]): boolean {
  const numbers = row.map(plainOf).filter(text => /^\d{1,2}$/.test(text));
  return (
    numbers.length >= 2 &&
    numbers.length >= row.length - 1 &&
    numbers.every((text, i) => i === 0 || Number(text) === Number(numbers[i - 1]) + 1)
  );
}

/** Where the parts of all rows stand, one over the other: what is left white from top to bottom parts the columns. */
function columnsOf(parts: readonly Line[]): Column[] {
  const columns: { from: number; to: number; figures: boolean }[] = [];
  for (const part of parts.toSorted((a, b) => a.x0 - b.x0)) {
    const figures = isFigure(part) && /\d[.．]\d/.test(plainOf(part));
    const last = columns.at(-1);
    if (last && part.x0 < last.to + part.size * 0.3) {
      last.to = Math.max(last.to, part.x1);
      last.figures ||= figures;
    } else columns.push({ from: part.x0, to: part.x1, figures });
  }
  return columns;
}

/** The first of the columns a part of a row stands in, with their number; undefined when it lies in several, or in none. */
function placeOf(part: Line, columns: readonly Column[]): { col: number; colSpan: number } | undefined {
  const at = columns.flatMap(({ from, to }, i) => (part.x0 < to && part.x1 > from ? [i] : []));
  if (at.length === 1 || (at.length > 1 && isTotal(part) && at.every(i => !columns[i]!.figures)))
    return { col: at[0]!, colSpan: at.length };
  const right = columns.findIndex(({ from }) => from >= part.x1);
  // In the middle of the cell that codes and names share.
  if (at.length === 0 && isTotal(part) && right > 0 && !columns[right]!.figures && !columns[right - 1]!.figures)
    return { col: right - 1, colSpan: 2 };
  return undefined;
}

interface Placed {
  readonly col: number;
  readonly colSpan: number;
  readonly lines: Line[];
}

/** The lines of a band by column; undefined when one of them has no place, or shares it with a figure. */
function placeBand({ lines }: Band, columns: readonly Column[]): Placed[] | undefined {
  const placed: Placed[] = [];
  for (const line of lines) {
    const at = placeOf(line, columns);
    if (!at || (columns[at.col]!.figures && !VALUE.test(plainOf(line)))) return undefined;
    const met = placed.filter(({ col, colSpan }) => at.col < col + colSpan && col < at.col + at.colSpan);
    const [same] = met;
    if (!same) placed.push({ ...at, lines: [line] });
    else if (met.length > 1 || same.col !== at.col || same.colSpan !== at.colSpan || isFigure(line) || same.lines.some(isFigure))
      return undefined;
    else same.lines.push(line);
  }
  return placed;
}

function gridOf(
  xs: readonly number[],
  heads: readonly HeadCell[],
  depth: number,
  lines: readonly Line[],
  row: Line,
  bands: readonly Band[],
  placed: readonly (readonly Placed[] | undefined)[],
): FilledGrid {
  const headRows = heads.length > 0 ? depth : 0;
  const top = lines[0]!.base - lines[0]!.size;
  const start = headRows > 0 ? row.base - row.size : (bands[0]?.y ?? top) - row.size;
  const ys = [
    ...Array.from({ length: headRows }, (_, i) => top + ((start - top) * i) / headRows),
    start,
    ...bands.slice(1).map((band, i) => (bands[i]!.y + band.y - band.lines[0]!.size * 0.7) / 2),
    lines.at(-1)!.base + lines.at(-1)!.size * 0.3,
  ];
  const cells: GridCell[] = [];
  const chars = new Map<GridCell, Char[]>();
  const add = (row: number, col: number, rowSpan: number, colSpan: number, own: readonly Line[]) => {
    const cell = { row, col, rowSpan, colSpan, x0: xs[col]!, x1: xs[col + colSpan]!, y0: ys[row]!, y1: ys[row + rowSpan]! };
    cells.push(cell);
    if (own.length > 0)
      chars.set(
        cell,
        own.flatMap(line => line.chars),
      );
  };
  for (const { row, col, rowSpan, colSpan, lines: own } of heads) add(row, col, rowSpan, colSpan, own);
  placed.forEach((own, i) => {
    for (let col = 0; col + 1 < xs.length; ) {
      const part = own?.find(one => one.col === col);
      add(headRows + i, col, 1, part?.colSpan ?? 1, part?.lines ?? []);
      col += part?.colSpan ?? 1;
    }
  });
  return { grid: { page: lines[0]!.page, xs, ys, cells }, chars };
}
