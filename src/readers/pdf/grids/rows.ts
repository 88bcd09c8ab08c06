import { type Line, linesOf } from '../lines/lines.ts';
import { type Char, median, type Page } from '../page/geometry.ts';
import type { FilledGrid } from './cells.ts';
import type { GridCell } from './grid.ts';

/** A printed number by itself, whole (a wrapped one has odd groups of digits), a placeholder for one, or a code. */
export const FIGURE = /^[-−(（]?(?:\d{1,3}(?:[,，]\d{3})+|[\d０-９]+)(?:[.．][\d０-９]+)?[)）]?[%％]?$|^[-—–－/]$/;

/** A figure with what may stand at it in a cell: «≥95%», «1,209.28万元», «146场». */
export const VALUE =
  /^(?:[≥≤><＞＜=＝]?[-−(（]?[\d０-９][\d０-９,，.．]*[)）]?(?:[%％]|亿元|万元|[\u4e00-\u9fff]{1,2})?|[-—–－/])$/u;

export const plainOf = (line: Line) => line.chars.map(char => char.text).join('');

/** The lines of one row band, and its height on the page. */
export interface Band {
  readonly y: number;
  readonly lines: readonly Line[];
}

/** What only the first line of a row begins with: an ordinal, a code, «其中：». */
const ROW_START =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.、](?!\d)|\d{3,7}(?![\d.,])|其中)/;

/**
 * Rows by baseline. A band without figures lies closer to its neighbour than rows do when it is a part of that neighbour's
 * wrapped label: then it joins it, above or below.
 */
export function bandsOf(lines: readonly Line[]): Band[] {
  const bands: { y: number; lines: Line[]; figures: boolean; starts: Line[] }[] = [];
  for (const line of lines.toSorted((a, b) => a.base - b.base)) {
    const last = bands.at(-1);
    const figures = FIGURE.test(plainOf(line));
    const starts = ROW_START.test(plainOf(line)) ? [line] : [];
    if (last && line.base - last.y <= line.size * 0.5) {
      last.lines.push(line);
      last.figures ||= figures;
      last.starts.push(...starts);
    } else bands.push({ y: line.base, lines: [line], figures, starts });
  }
  const sure = bands.filter(band => band.figures || band.starts.length > 0);
  const pitch = median(sure.slice(1).map((band, i) => band.y - sure[i]!.y));
  const joined: typeof bands = [];
  bands.forEach((band, i) => {
    const above = i > 0 ? band.y - bands[i - 1]!.y : Number.POSITIVE_INFINITY;
    const below = i + 1 < bands.length ? bands[i + 1]!.y - band.y : Number.POSITIVE_INFINITY;
    const before = joined.at(-1);
    const next = band.starts.some(line => before?.lines.some(other => other.x0 < line.x1 && other.x1 > line.x0));
    const near = before && !next && above < pitch * 0.7;
    if (!band.figures && near && above <= below) before.lines.push(...band.lines);
    else if (near && !before.figures && !bands[i - 1]!.figures) {
      before.lines.push(...band.lines);
      before.figures ||= band.figures;
      if (band.figures) before.y = band.y;
    } else joined.push({ ...band, lines: [...band.lines] });
  });
  return joined;
}

/**
 * Some tables have rules between their columns and around their header but none between their rows. A row of the grid in which
 * two columns hold several figures below each other (or one holds three, or two beside numbered names) is as many rows as its lines.
 */
export function splitRows(page: Page, { grid, chars }: FilledGrid): FilledGrid {
  const ys: number[] = [grid.ys[0]!];
  const usual = usualDecimals(chars);
  const cells: GridCell[] = [];
  const split = new Map<GridCell, Char[]>();
  const rowAt: number[] = [];
  for (let row = 0; row + 1 < grid.ys.length; row++) {
    rowAt.push(ys.length - 1);
    const own = grid.cells.filter(cell => cell.row === row && cell.rowSpan === 1);
    // Nothing to part where no cell is two lines high.
    if (!own.some(cell => isTall(chars.get(cell)))) {
      ys.push(grid.ys[row + 1]!);
      continue;
    }
    const lines = new Map(own.map(cell => [cell, linesOf(page, chars.get(cell) ?? [])]));
    const bottom = grid.ys[row + 1]!;
    if (!isManyRows(lines, usual)) {
      ys.push(bottom);
      continue;
    }
    const bands = bandsOf([...lines.values()].flat());
    bands.forEach((band, k) => {
      const next = bands[k + 1];
      const y0 = ys.at(-1)!;
      const y1 = next ? (band.y + next.y - next.lines[0]!.size * 0.7) / 2 : bottom;
      for (const cell of own) {
        const part: GridCell = { ...cell, row: ys.length - 1, y0, y1 };
        cells.push(part);
        const inside = lines.get(cell)!.filter(line => band.lines.includes(line));
        if (inside.length > 0)
          split.set(
            part,
            inside.flatMap(line => line.chars),
          );
      }
      ys.push(y1);
    });
  }
  rowAt.push(ys.length - 1);
  if (ys.length === grid.ys.length) return { grid, chars };
  const gone = new Set(grid.cells.filter(cell => cell.rowSpan === 1 && rowAt[cell.row + 1]! - rowAt[cell.row]! > 1));
  for (const cell of grid.cells) {
    if (gone.has(cell)) continue;
    const row = rowAt[cell.row]!;
    const moved: GridCell = { ...cell, row, rowSpan: rowAt[cell.row + cell.rowSpan]! - row };
    cells.push(moved);
    const own = chars.get(cell);
    if (own) split.set(moved, [...own]);
  }
  return { grid: { ...grid, ys, cells: cells.toSorted((a, b) => a.row - b.row || a.col - b.col) }, chars: split };
}

function isTall(chars: readonly Char[] = []): boolean {
  const first = chars[0];
  return first !== undefined && chars.some(char => Math.abs(char.base - first.base) > first.size * 0.45);
}

function isManyRows(columns: ReadonlyMap<GridCell, readonly Line[]>, usual: number | undefined): boolean {
  const figures = [...columns].map(([cell, lines]) =>
    isWrapped(cell, lines) || isOneNumber(lines.map(plainOf), usual)
      ? 0
      : lines.filter(line => FIGURE.test(plainOf(line))).length,
  );
  const several = figures.filter(count => count >= 2).length;
  const numbered = [...columns.values()].some(lines => lines.filter(line => ROW_START.test(plainOf(line))).length >= 2);
  return several >= (numbered ? 1 : 2) || figures.some(count => count >= 3);
}

/**
 * A number that is too long for its cell: its first line fills it, and what follows is a code's last digit or has no decimals
 * («158,204,000.0», «0»).
 */
function isWrapped({ x0, x1 }: GridCell, lines: readonly Line[]): boolean {
  const full = (line: Line) => line.x1 - line.x0 + (line.x1 - line.x0) / line.chars.length > x1 - x0 - line.size * 1.2;
  const texts = lines.map(plainOf);
  const whole = texts.every(text => /^[\d０-９]+$/.test(text));
  const alike = new Set(texts.filter(text => FIGURE.test(text) && /[\d０-９]/.test(text)).map(decimals)).size <= 1;
  return (whole || !alike) && lines.slice(0, -1).every(full);
}

/** How many decimals the figures of a table have that stand in one line each; undefined where they have not all as many. */
function usualDecimals(chars: FilledGrid['chars']): number | undefined {
  const counts = new Map<number, number>();
  for (const own of chars.values()) {
    const text = own.map(char => char.text).join('');
    if (!isTall(own) && FIGURE.test(text) && /\d[.．]\d/.test(text))
      counts.set(decimals(text), (counts.get(decimals(text)) ?? 0) + 1);
  }
  return counts.size === 1 ? [...counts.keys()][0] : undefined;
}

/**
 * Whether the lines of a cell are one number that is broken anywhere: together they are well formed to the last decimal, while one of
 * them alone lacks decimals («8,520,000.0», «0»), a group of digits («8,520,», «000.00») or what stands before its point («.00»).
 */
function isOneNumber(lines: readonly string[], usual = 2): boolean {
  if (lines.length < 2 || !lines.every(line => /^[-−(（]?[\d,.]+[)）]?$/.test(line))) return false;
  const whole = lines.join('');
  if (!FIGURE.test(whole) || decimals(whole) !== usual) return false;
  return lines.slice(0, -1).every(line => !FIGURE.test(line) || decimals(line) !== usual);
}

const decimals = (text: string) => /[.．]([\d０-９]+)/.exec(text)?.[1]?.length ?? 0;
