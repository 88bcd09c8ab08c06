import type { FilledGrid } from './cells.ts';
import type { Char, Page } from './geometry.ts';
import type { GridCell } from './grid.ts';
import { type Line, segmentsOf } from './lines.ts';
import { LEADERS } from './paragraphs.ts';
import { bandsOf, FIGURE, plainOf } from './rows.ts';

/** What was made of the lines that look like rows of a table without rules. */
export interface Unruled {
  readonly tables: FilledGrid[];
  readonly rest: Line[];
  /** Whether lines were left out because their columns are not plain. */
  readonly unread: boolean;
}

/** Columns stand at least so far apart, in parts of the type size. */
const GUTTER = 0.5;

/**
 * Tables that no rule draws: three or more lines below each other with figures in columns. They are read only when every part of every
 * line lies in exactly one column; else they are left out, and the reader says on which page.
 */
export function findUnruled(page: Page, lines: readonly Line[]): Unruled {
  const tables: FilledGrid[] = [];
  const used = new Set<Line>();
  let unread = false;
  for (const region of regionsOf(lines)) {
    if (isContents(region)) continue;
    const table = tableOf(page, region);
    if (table) tables.push(table);
    else unread = true;
    for (const line of region) used.add(line);
  }
  return { tables, rest: lines.filter(line => !used.has(line)), unread };
}

/** Whether a line consists of parts that stand clearly apart, one of them at least a figure. */
function isRow(line: Line): boolean {
  if (LEADERS.test(plainOf(line))) return false;
  const parts = segmentsOf(line, 1.5);
  return parts.length >= 2 && parts.slice(1).some(part => /\d/.test(plainOf(part)) && FIGURE.test(plainOf(part)));
}

/** Runs of lines: from header to last row, at least three rows with figures. Lines between them belong to it while they are near and short. */
function regionsOf(lines: readonly Line[]): Line[][] {
  const regions: Line[][] = [];
  const near = (a: Line, b: Line) => Math.abs(b.base - a.base) < Math.max(a.size, b.size) * 3;
  for (let i = 0; i < lines.length; i++) {
    if (!isRow(lines[i]!)) continue;
    let end = i;
    let rows = 1;
    for (let k = i + 1; k < lines.length && near(lines[k - 1]!, lines[k]!) && k - end <= 2; k++) {
      if (!isRow(lines[k]!)) continue;
      end = k;
      rows++;
    }
    let start = i;
    while (start > 0 && i - start < 4 && near(lines[start - 1]!, lines[start]!) && segmentsOf(lines[start - 1]!, 1.5).length >= 2)
      start--;
    if (rows >= 3) regions.push(lines.slice(start, end + 1));
    i = end;
  }
  return regions;
}

/** Titles with page numbers at the right: a table of contents set without dots. */
function isContents(region: readonly Line[]): boolean {
  const pages = region.map(line => segmentsOf(line, 1.5)).map(parts => (parts.length === 2 ? plainOf(parts[1]!) : ''));
  if (!pages.every(page => /^[-—]?\d{1,3}[-—]?$/.test(page))) return false;
  const numbers = pages.map(page => Number(page.replace(/\D/g, '')));
  return numbers.every((page, i) => i === 0 || page >= numbers[i - 1]!);
}

function tableOf(page: Page, region: readonly Line[]): FilledGrid | undefined {
  const body = region.filter(isRow);
  const columns = columnsOf(body.flatMap(line => segmentsOf(line, GUTTER)));
  if (columns.length < 2) return undefined;
  const xs = [columns[0]![0], ...columns.slice(1).map(([from], i) => (columns[i]![1] + from) / 2), columns.at(-1)![1]];
  const first = body[0]!.base;
  const heads = region.filter(line => line.base < first).map(line => segmentsOf(line, GUTTER));
  // Headers may stand beside the figures under them: they belong to the zone between the middles of the gutters.
  const at = (part: Line) =>
    columns.flatMap(([from, to], i) => {
      if (part.base >= first) return part.x0 < to && part.x1 > from ? [i] : [];
      const line = heads.find(parts => parts.length === columns.length && parts.includes(part));
      if (line) return line[i] === part ? [i] : [];
      const shared =
        Math.min(part.x1, i === columns.length - 1 ? Number.POSITIVE_INFINITY : xs[i + 1]!) -
        Math.max(part.x0, i === 0 ? 0 : xs[i]!);
      return shared > (part.x1 - part.x0) * 0.3 ? [i] : [];
    });
  const parts = [...heads.flat(), ...region.filter(line => line.base >= first).flatMap(line => segmentsOf(line, GUTTER))];
  // A part of a row that lies in two columns, or in none, shows that the columns are not what they seem.
  if (parts.some(part => part.base >= first && at(part).length !== 1)) return undefined;
  if (body.some(line => new Set(segmentsOf(line, GUTTER).map(part => at(part)[0])).size < 2)) return undefined;
  // Figures never share a column with something else in their line: else two columns were taken for one.
  const shared = (line: Line) => {
    const own = segmentsOf(line, GUTTER);
    return own.some(part => FIGURE.test(plainOf(part)) && own.some(other => other !== part && at(other)[0] === at(part)[0]));
  };
  if (body.some(shared) || heads.some(line => line.some((part, i) => i > 0 && at(part)[0] === at(line[i - 1]!)[0])))
    return undefined;
  const bands = bandsOf(parts);
  const ys = [
    region[0]!.base - region[0]!.size,
    ...bands.slice(1).map((band, i) => (bands[i]!.y + band.y - band.lines[0]!.size * 0.7) / 2),
  ];
  ys.push(region.at(-1)!.base + region.at(-1)!.size * 0.3);
  const cells: GridCell[] = [];
  const chars = new Map<GridCell, Char[]>();
  bands.forEach((band, row) => {
    for (let col = 0; col < columns.length; ) {
      const own = band.lines.filter(part => (at(part)[0] ?? -1) === col);
      const colSpan = Math.max(1, ...own.map(part => at(part).length));
      const cell = { row, col, rowSpan: 1, colSpan, x0: xs[col]!, x1: xs[col + colSpan]!, y0: ys[row]!, y1: ys[row + 1]! };
      cells.push(cell);
      if (own.length > 0)
        chars.set(
          cell,
          own.flatMap(part => part.chars),
        );
      col += colSpan;
    }
  });
  return { grid: { page, xs, ys, cells }, chars };
}

/** Where the parts of all rows stand, one over the other: what is left white from top to bottom parts the columns. */
function columnsOf(parts: readonly Line[]): [number, number][] {
  const columns: [number, number][] = [];
  for (const part of parts.toSorted((a, b) => a.x0 - b.x0)) {
    const last = columns.at(-1);
    if (last && part.x0 < last[1] + part.size * 0.3) last[1] = Math.max(last[1], part.x1);
    else columns.push([part.x0, part.x1]);
  }
  return columns;
}
