import type { Page, Rule } from '../page/geometry.ts';

/** One cell of a drawn table; rows and columns count from 0. Coordinates are those of the reading frame. */
export interface GridCell {
  readonly row: number;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** A table as its rules draw it: n+1 xs for n columns, m+1 ys for m rows. */
export interface Grid {
  readonly page: Page;
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly GridCell[];
  /** Drawn by rules between columns alone. */
  readonly open?: boolean;
  /** Where single rows have no rule at their left or right side: their cells go on beyond it. */
  readonly gaps?: { readonly left: readonly Stretch[]; readonly right: readonly Stretch[] };
}

/** From where to where, down the page. */
export type Stretch = readonly [number, number];

/** Rules closer than this are one: drawn double, or met from both cells. */
const ONE_RULE = 2;
/** Strokes of one rule may leave such a gap; crossing rules may miss each other by it. */
const GAP = 3;
/** Narrower than any column or row with text. */
const NARROW = 4;
/** More crossings than this are a drawing, not a table. */
const MOST_PAIRS = 4_000_000;

/**
 * The tables drawn on a page, from top to bottom: rules that cross each other. One column is given too: it may be a part, with
 * merged rows only, of a table of the page before or after; else it is a frame around text.
 */
export function gridsOf(page: Page): Grid[] {
  const across = mergeRules(page.rules, 'h');
  const down = mergeRules(page.rules, 'v');
  if (across.length * down.length > MOST_PAIRS) {
    page.seen.cut = true;
    return [];
  }
  return groups(across, down)
    .flatMap(({ h, v }) => gridOf(page, h, v) ?? [])
    .toSorted((a, b) => a.ys[0]! - b.ys[0]! || a.xs[0]! - b.xs[0]!);
}

/**
 * Leaves grids of one column out, but for those that go on as a table of the same width on the next page, or go on with one of the page
 * before. Those without any rule across are left out too, unless they go on with one that has some.
 */
export function withoutFrames(pages: readonly (readonly Grid[])[]): Grid[][] {
  const sameWidth = (a: Grid, b: Grid | undefined) =>
    b !== undefined &&
    b.xs.length > 2 &&
    Math.abs(a.xs[0]! - b.xs[0]!) < NARROW &&
    Math.abs(a.xs.at(-1)! - b.xs.at(-1)!) < NARROW;
  const kept: Grid[][] = [];
  pages.forEach((page, i) => {
    kept.push(
      page.filter((grid, k) => {
        if (grid.open) return k === 0 && sameWidth(grid, kept[i - 1]?.at(-1));
        // The last columns of a table too wide for its page.
        if (k === 0 && kept.some(before => before.some(({ ys }) => hasSameRows(ys, grid.ys)))) return true;
        const isLast = k === page.length - 1 && sameWidth(grid, pages[i + 1]?.[0]);
        return grid.xs.length > 2 || isLast || (k === 0 && sameWidth(grid, pages[i - 1]?.at(-1)));
      }),
    );
  });
  return kept;
}

/** How far rows of two pages may lie apart, in points. */
const SAME_ROW = 3;
/** Fewer rows at the same heights may be chance. */
const LEAST_ROWS = 3;

/** For the row edges of the right part of a wide table, which of those of its left part they are; one is missing where there is none. */
export function rowsAt(left: readonly number[], right: readonly number[]): number[] {
  return right.map(y => left.findIndex(other => Math.abs(other - y) <= SAME_ROW));
}

/** Whether two parts of a page's height have the same rows; cells merged over rows of the header may hide edges on the right. */
export function hasSameRows(left: readonly number[], right: readonly number[]): boolean {
  const at = rowsAt(left, right);
  const isWhole = at[0] === 0 && at.at(-1) === left.length - 1;
  return (
    isWhole &&
    right.length > LEAST_ROWS &&
    right.length * 2 > left.length &&
    at.every((row, i) => row >= 0 && (i === 0 || row > at[i - 1]!))
  );
}

/** Strokes on one line that touch or overlap become one rule. */
export function mergeRules(rules: readonly Rule[], direction: 'h' | 'v'): Rule[] {
  const sorted = rules.filter(rule => rule.direction === direction).toSorted((a, b) => a.at - b.at);
  const merged: Rule[] = [];
  for (let i = 0; i < sorted.length; ) {
    let end = i + 1;
    while (
      end < sorted.length &&
      sorted[end]!.at - sorted[end - 1]!.at <= ONE_RULE &&
      sorted[end]!.at - sorted[i]!.at <= ONE_RULE * 1.5
    )
      end++;
    let open: { weight: number; length: number; from: number; to: number } | undefined;
    for (const rule of sorted.slice(i, end).toSorted((a, b) => a.from - b.from)) {
      const length = rule.to - rule.from;
      if (open && rule.from <= open.to + GAP) {
        open.weight += rule.at * length;
        open.length += length;
        open.to = Math.max(open.to, rule.to);
      } else {
        if (open) merged.push(close(open, direction));
        open = { weight: rule.at * length, length, from: rule.from, to: rule.to };
      }
    }
    if (open) merged.push(close(open, direction));
    i = end;
  }
  return merged;
}

function close(open: { weight: number; length: number; from: number; to: number }, direction: 'h' | 'v'): Rule {
  return { direction, at: open.weight / open.length, from: open.from, to: open.to };
}

/** Rules that hang together by crossing. */
function groups(h: readonly Rule[], v: readonly Rule[]): { h: Rule[]; v: Rule[] }[] {
  const parent = Array.from({ length: h.length + v.length }, (_, i) => i);
  h.forEach((row, i) => {
    v.forEach((col, k) => {
      const meets = col.at >= row.from - GAP && col.at <= row.to + GAP && row.at >= col.from - GAP && row.at <= col.to + GAP;
      if (meets) parent[find(parent, i)] = find(parent, h.length + k);
    });
  });
  // Rules between columns that nothing crosses belong to those that begin or end at their height.
  const crossed = new Set(parent.map((_, i) => find(parent, i)).filter((root, i) => root !== i));
  v.forEach((rule, k) => {
    const at = h.length + k;
    if (parent[at] !== at || crossed.has(at)) return;
    const near = (a: number, b: number) => Math.abs(a - b) < GAP;
    const other = v.findIndex(one => one !== rule && (near(one.from, rule.from) || near(one.to, rule.to)));
    if (other >= 0) parent[find(parent, at)] = find(parent, h.length + other);
  });
  const found = new Map<number, { h: Rule[]; v: Rule[] }>();
  [...h, ...v].forEach((rule, i) => {
    const root = find(parent, i);
    const group = found.get(root) ?? { h: [], v: [] };
    group[rule.direction].push(rule);
    found.set(root, group);
  });
  return [...found.values()];
}

function find(parent: number[], i: number): number {
  let root = i;
  while (parent[root] !== root) root = parent[root]!;
  parent[i] = root;
  return root;
}

function gridOf(page: Page, h: readonly Rule[], v: readonly Rule[]): Grid | undefined {
  // A part of a table without rules between its rows has only the rule at its foot, or none.
  if ((h.length < 2 && v.length < 3) || v.length < 1) return undefined;
  // A table may be open at its sides: its rules then end where no other rule crosses them.
  const xs = positions([...v.map(rule => rule.at), ...beyond(h, v)]);
  const ys = positions([...h.map(rule => rule.at), ...beyond(v, h)]);
  if (xs.length < 2 || ys.length < 2) return undefined;
  const rows = ys.length - 1;
  const cols = xs.length - 1;
  const parent = Array.from({ length: rows * cols }, (_, i) => i);
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < cols; c++) {
      const here = r * cols + c;
      if (c + 1 < cols && !covers(v, xs[c + 1]!, ys[r]!, ys[r + 1]!)) parent[find(parent, here)] = find(parent, here + 1);
      if (r + 1 < rows && !covers(h, ys[r + 1]!, xs[c]!, xs[c + 1]!)) parent[find(parent, here)] = find(parent, here + cols);
    }
  }
  const cells = rectangles(rows, cols, i => find(parent, i)).map(cell => ({
    ...cell,
    x0: xs[cell.col]!,
    x1: xs[cell.col + cell.colSpan]!,
    y0: ys[cell.row]!,
    y1: ys[cell.row + cell.rowSpan]!,
  }));
  const gaps = { left: gapsAt(v, xs[0]!, ys), right: gapsAt(v, xs.at(-1)!, ys) };
  return { page, xs, ys, cells, gaps, ...(h.length === 0 ? { open: true } : {}) };
}

/** Rows without a rule at one side of a table that has one beside most of its rows. */
function gapsAt(v: readonly Rule[], x: number, ys: readonly number[]): Stretch[] {
  const gaps = ys.slice(1).flatMap((y1, i): Stretch[] => (covers(v, x, ys[i]!, y1) ? [] : [[ys[i]!, y1]]));
  return gaps.length * 2 < ys.length - 1 ? gaps : [];
}

/** Where rules of one direction end clearly outside all rules that cross them. */
function beyond(along: readonly Rule[], crossing: readonly Rule[]): number[] {
  const at = crossing.map(rule => rule.at);
  const low = Math.min(...along.map(rule => rule.from));
  const high = Math.max(...along.map(rule => rule.to));
  return [...(low < Math.min(...at) - 8 ? [low] : []), ...(high > Math.max(...at) + 8 ? [high] : [])];
}

function positions(values: readonly number[]): number[] {
  const kept: number[][] = [];
  for (const value of values.toSorted((a, b) => a - b)) {
    const last = kept.at(-1);
    if (last && value - last[0]! <= NARROW) last.push(value);
    else kept.push([value]);
  }
  return kept.map(group => group.reduce((sum, value) => sum + value, 0) / group.length);
}

/** Whether rules at a position are drawn along more than half of a stretch. */
function covers(rules: readonly Rule[], at: number, from: number, to: number): boolean {
  let drawn = 0;
  for (const rule of rules) {
    if (Math.abs(rule.at - at) <= NARROW) drawn += Math.max(0, Math.min(rule.to, to) - Math.max(rule.from, from));
  }
  return drawn > (to - from) / 2;
}

/** Groups of unit cells as rectangles; a group of another shape (a stroke is missing) falls into the rectangles it is made of. */
function rectangles(rows: number, cols: number, group: (cell: number) => number): Omit<GridCell, 'x0' | 'y0' | 'x1' | 'y1'>[] {
  // Group numbers; 0 once a cell is taken.
  const groups = Int32Array.from({ length: rows * cols }, (_, i) => group(i) + 1);
  const cells: Omit<GridCell, 'x0' | 'y0' | 'x1' | 'y1'>[] = [];
  for (let row = 0; row < rows; row++) {
    for (let col = 0; col < cols; col++) {
      const first = row * cols + col;
      const own = groups[first]!;
      if (own === 0) continue;
      let colSpan = 1;
      while (col + colSpan < cols && groups[first + colSpan] === own) colSpan++;
      let rowSpan = 1;
      const end = (r: number) => first + r * cols + colSpan;
      while (row + rowSpan < rows && groups.subarray(end(rowSpan) - colSpan, end(rowSpan)).every(other => other === own))
        rowSpan++;
      for (let r = 0; r < rowSpan; r++) groups.fill(0, end(r) - colSpan, end(r));
      cells.push({ row, col, rowSpan, colSpan });
    }
  }
  return cells;
}
