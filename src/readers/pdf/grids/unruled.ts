import { isCorner } from '../lines/corner.ts';
import type { PageLine } from '../lines/furniture.ts';
import { type Line, segmentsOf } from '../lines/lines.ts';
import { LEADERS } from '../lines/paragraphs.ts';
import { frameOf, median } from '../page/geometry.ts';
import { alignedTables } from './aligned.ts';
import type { FilledGrid } from './cells.ts';
import { GUTTER } from './columns.ts';
import { FIGURE, plainOf, VALUE } from './rows.ts';

/** What was made of the lines that look like rows of tables without rules. */
export interface Unruled {
  readonly tables: FilledGrid[];
  /** The other lines, page by page. */
  readonly rest: PageLine[][];
  /** Pages on which lines were left out because their columns are not plain. */
  readonly unread: number[];
}

/** Lines of one page that may be a table, or a part of one; indexes [first, end) among the lines of its page. */
interface Region {
  readonly page: number;
  readonly first: number;
  readonly end: number;
  readonly lines: readonly Line[];
}

/** So far apart stand only columns. */
const WIDE = 1.5;
const LEAST_ROWS = 3;

/**
 * Tables that no rule draws: lines below each other with figures in columns, over all pages they go on to. They are read only when
 * every part of every line lies in exactly one column under exactly one header; else they are left out, and the reader says on which pages.
 * `drawnTo` gives how far down a page its drawn tables reach.
 */
export function findUnruled(pages: readonly (readonly PageLine[])[], drawnTo: (page: number) => number): Unruled {
  const tables: FilledGrid[] = [];
  const used = new Set<Line>();
  const unread = new Set<number>();
  const regions = pages.map((page, i) => regionsOf(page, i));
  for (const chain of chainsOf(regions, pages, drawnTo)) {
    if (isContents(chain) || !isTable(chain)) continue;
    const parts = alignedTables(chain.map(({ lines }) => ({ lines, isRow })));
    if (parts) tables.push(...parts);
    else for (const { lines } of chain) unread.add(lines[0]!.page.number);
    for (const { lines } of chain) for (const line of lines) used.add(line);
  }
  const rest = pages.map(page => page.filter(({ line }) => !used.has(line)));
  return { tables, rest, unread: [...unread].toSorted((a, b) => a - b) };
}

const DECIMAL = /^[-−]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)[.．]\d+[%％]?$/;
const PROSE = /[。；]|，$/;

/** Whether a line consists of parts that stand clearly apart, one of them at least a figure, or of a figure alone. */
function isRow(line: Line): boolean {
  const plain = plainOf(line);
  if (LEADERS.test(plain) || PROSE.test(plain) || isCorner(plain)) return false;
  if (DECIMAL.test(plain)) return true;
  const wide = segmentsOf(line, WIDE).map(plainOf);
  if (wide.slice(1).some(part => /\d|[０-９]/.test(part) && VALUE.test(part))) return true;
  const near = segmentsOf(line, GUTTER).map(plainOf);
  return near.some((part, i) => i > 0 && DECIMAL.test(part) && !/^(?:亿元|万元|元|%|％)/.test(near[i + 1] ?? ''));
}

/** Whether a line can stand inside a table, between its rows. */
function isInside(line: Line): boolean {
  const plain = plainOf(line);
  if (
    LEADERS.test(plain) ||
    PROSE.test(plain) ||
    isCorner(plain) ||
    /^(?:备?注|说明)[：:]|表(?:[（(][^（()）]*[）)])?$/.test(plain)
  )
    return false;
  return segmentsOf(line, WIDE).length >= 2 || line.x1 - line.x0 < frameOf(line.page).width * 0.5;
}

/** Runs of lines from header to last row. */
function regionsOf(page: readonly PageLine[], index: number): Region[] {
  const lines = page.map(({ line }) => line);
  const regions: Region[] = [];
  const rows = lines.map(isRow);
  const pitch = median(lines.flatMap((line, i) => (i > 0 && rows[i] && rows[i - 1] ? [line.base - lines[i - 1]!.base] : [])));
  const near = (a: Line, b: Line) => b.base - a.base < Math.max(a.size * 3, b.size * 3, pitch * 1.8);
  const goesOn = (i: number) => lines[i] !== undefined && near(lines[i - 1]!, lines[i]!) && (rows[i] || isInside(lines[i]!));
  for (let i = 0; i < lines.length; i++) {
    if (!rows[i]) continue;
    let end = i + 1;
    while (goesOn(end)) end++;
    // What comes after the last row belongs to it while it begins where a part of a row begins.
    const body = lines.slice(i, end).filter((_, k) => rows[i + k]);
    const starts = body.flatMap(line => segmentsOf(line, GUTTER).map(part => part.x0));
    const begins = (line: Line) => starts.some(x => Math.abs(x - line.x0) < line.size * 0.6);
    while (!rows[end - 1] && !(begins(lines[end - 1]!) && end === lines.length)) end--;
    let start = i;
    const least = regions.at(-1)?.end ?? 0;
    while (
      start > least &&
      near(lines[start - 1]!, lines[start]!) &&
      isInside(lines[start - 1]!) &&
      !isTitle(lines[start - 1]!, body[0]!)
    )
      start--;
    regions.push({ page: index, first: start, end, lines: lines.slice(start, end) });
    i = end - 1;
  }
  return regions;
}

/** A line in the middle of the page, above a table and larger than it, is its title. */
function isTitle(line: Line, row: Line): boolean {
  const middle = (line.x0 + line.x1) / 2 - frameOf(line.page).width / 2;
  return Math.abs(middle) < line.size * 1.6 && line.size > row.size * 1.1 && segmentsOf(line, WIDE).length === 1;
}

/** Regions with those they go on to at the head of the next page. */
function chainsOf(
  regions: readonly (readonly Region[])[],
  pages: readonly (readonly PageLine[])[],
  drawnTo: (page: number) => number,
): Region[][] {
  const chains: Region[][] = [];
  for (const region of regions.flat()) {
    const before = chains.at(-1)?.at(-1);
    const goesOn =
      before !== undefined &&
      before.page === region.page - 1 &&
      before.end === pages[before.page]!.length &&
      region.first === 0 &&
      frameOf(before.lines[0]!.page).width === frameOf(region.lines[0]!.page).width &&
      drawnTo(before.page) < before.lines[0]!.base;
    if (goesOn) chains.at(-1)!.push(region);
    else chains.push([region]);
  }
  return chains;
}

/** Three rows, or one that no sentence could be: figures that stand apart, from each other and from what is said of them. */
function isTable(chain: readonly Region[]): boolean {
  const rows = chain.flatMap(({ lines }) => lines.filter(isRow));
  if (rows.length >= LEAST_ROWS) return true;
  const figuresIn = (line: Line, gap: number) =>
    segmentsOf(line, gap)
      .map(part => plainOf(part).replace(/(?:亿元|万元|元)$/, ''))
      .filter(part => /\d/.test(part) && FIGURE.test(part));
  return rows.some(line => {
    const wide = figuresIn(line, WIDE);
    return (
      (wide.length >= 2 && wide.some(part => DECIMAL.test(part))) ||
      figuresIn(line, GUTTER).filter(part => DECIMAL.test(part)).length >= 3
    );
  });
}

/** Titles with page numbers at the right: a table of contents set without dots. */
function isContents(chain: readonly Region[]): boolean {
  const pages = chain
    .flatMap(({ lines }) => lines)
    .map(line => segmentsOf(line, WIDE))
    .map(parts => (parts.length === 2 ? plainOf(parts[1]!) : ''));
  if (!pages.every(page => /^[-—]?\d{1,3}[-—]?$/.test(page))) return false;
  const numbers = pages.map(page => Number(page.replace(/\D/g, '')));
  return numbers.every((page, i) => i === 0 || page >= numbers[i - 1]!);
}
