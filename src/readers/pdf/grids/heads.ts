import type { Line } from '../lines/lines.ts';
import type { Column } from './columns.ts';
import { plainOf } from './rows.ts';

/** One cell of the header of a table without rules. */
export interface HeadCell {
  readonly row: number;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly lines: readonly Line[];
}

/** A text of the header, its lines joined. */
interface Label {
  readonly lines: readonly Line[];
  readonly x0: number;
  readonly x1: number;
  readonly top: number;
  readonly bottom: number;
}

interface Node {
  readonly label: Label;
  readonly from: number;
  readonly to: number;
  /** How many levels stand below it. */
  readonly height: number;
}

/** Lines of one header cell follow each other so closely, in parts of the type size. */
const WRAP = 1.55;

const centre = ({ top, bottom }: Label) => (top + bottom) / 2;
const middle = ({ x0, x1 }: { x0: number; x1: number }) => (x0 + x1) / 2;

/**
 * The header over columns of which the texts are known: each column has one name, and names over several columns stand in their middle.
 * Columns that only a name tells are added. Undefined when a name could belong to more than one column, or a column has none.
 */
export function headOf(
  body: readonly Column[],
  lines: readonly (readonly Line[])[],
): { columns: Column[]; cells: HeadCell[]; depth: number } | undefined {
  const labels = joinWraps(lines.filter(line => line.length > 0)).toSorted((a, b) => b.bottom - a.bottom || a.x0 - b.x0);
  const columns = withNamed(body, labels);
  const top: (Node | undefined)[] = columns.map(() => undefined);
  const nodes: Node[] = [];
  for (const level of levelsOf(labels)) {
    const groups: Label[] = [];
    for (const label of level) {
      const at = columnsUnder(label, columns);
      if (at.some(i => top[i])) groups.push(label);
      else if (at.length > 1 && at.some(i => columns[i]!.figures)) return undefined;
      else {
        const node = { label, from: at[0]!, to: at.at(-1)!, height: 0 };
        nodes.push(node);
        for (const i of at) top[i] = node;
      }
    }
    const made = groupsOf(groups, level, top, columns);
    if (!made) return undefined;
    for (const node of made) {
      nodes.push(node);
      for (let i = node.from; i <= node.to; i++) top[i] = node;
    }
  }
  if (top.some(node => node === undefined)) return undefined;
  const depth = Math.max(...nodes.map(node => node.height)) + 1;
  const above = (node: Node) =>
    nodes.filter(other => other !== node && other.from <= node.from && other.to >= node.to && other.height > node.height).length;
  const cells = nodes.map(node => {
    const row = above(node);
    const rowSpan = node.height === 0 ? depth - row : 1;
    return { row, col: node.from, rowSpan, colSpan: node.to - node.from + 1, lines: node.label.lines };
  });
  return { columns, cells: cells.toSorted((a, b) => a.row - b.row || a.col - b.col), depth };
}

/** Lines whose every part stands close under a part of the line above, in its middle or at its start, carry that one on. */
function joinWraps(lines: readonly (readonly Line[])[]): Label[] {
  let labels: Label[] = [];
  const flat = lines.flat().map(line => ({ lines: [line], x0: line.x0, x1: line.x1, top: line.base, bottom: line.base }));
  for (const band of levelsOf(flat.toSorted((a, b) => a.top - b.top))) {
    const isBelow = (a: Label, b: Label) => {
      const size = b.lines[0]!.size;
      const aligned = Math.abs(middle(a) - middle(b)) < size * 0.4 || Math.abs(a.x0 - b.x0) < size * 0.25;
      return aligned && b.top - a.bottom < size * WRAP && b.top > a.bottom;
    };
    const partners = band.map(part => labels.find(label => isBelow(label, part)));
    const all = partners.every(partner => partner !== undefined);
    band.forEach((part, i) => {
      const label = partners[i];
      if (!label || (!all && !isRemainder(label, part))) {
        labels.push(part);
        return;
      }
      const lines = [...label.lines, ...part.lines];
      const joined = { ...label, lines, x0: Math.min(label.x0, part.x0), x1: Math.max(label.x1, part.x1), bottom: part.bottom };
      labels = labels.map(other => (other === label ? joined : other));
    });
  }
  return labels;
}

/** «费», «拨款»: the last characters of a name that did not fit its line. */
function isRemainder(label: Label, part: Label): boolean {
  const [above, below] = [label.lines.at(-1)!, part.lines[0]!].map(plainOf) as [string, string];
  return below.length <= 2 && below.length * 2 <= above.length && !/[计数额]$/.test(below);
}

/** Labels that end at one height. */
function levelsOf(labels: readonly Label[]): Label[][] {
  const levels: Label[][] = [];
  for (const label of labels) {
    const last = levels.at(-1);
    if (last && Math.abs(last[0]!.bottom - label.bottom) < label.lines[0]!.size * 0.3) last.push(label);
    else levels.push([label]);
  }
  return levels;
}

/** The columns of the body, made wider by the names that stand over one of them alone; a name over none of them may be of one left empty. */
function withNamed(body: readonly Column[], labels: readonly Label[]): Column[] {
  const columns = body.map(column => ({ ...column, label: undefined as Label | undefined }));
  const beside: Label[] = [];
  for (const label of labels) {
    const under = columns.filter(({ from, to }) => label.x0 < to && label.x1 > from);
    if (under.length === 0) beside.push(label);
    else if (under.length === 1 && !under[0]!.label) under[0]!.label = label;
  }
  for (const label of beside) {
    const right = columns.findIndex(({ from }) => from >= label.x1);
    const [before, after] = [columns[right < 0 ? columns.length - 1 : right - 1], right < 0 ? undefined : columns[right]];
    const lower = (column: { label: Label | undefined } | undefined) =>
      column?.label !== undefined && column.label.top > label.bottom;
    if (lower(before) && lower(after)) continue;
    // Figures stand at the right of their column, words at its left.
    const own = after && !after.label && after.figures ? after : before && !before.label && !before.figures ? before : undefined;
    if (own) own.label = label;
    else columns.splice(right < 0 ? columns.length : right, 0, { from: label.x0, to: label.x1, figures: true, label });
  }
  return columns.map(({ from, to, figures, label }) => ({
    from: Math.min(from, label?.x0 ?? from),
    to: Math.max(to, label?.x1 ?? to),
    figures,
  }));
}

/** Which columns a name stands over; beside all of them, the nearest. */
function columnsUnder(label: Label, columns: readonly Column[]): number[] {
  const under = columns.flatMap(({ from, to }, i) => (label.x0 < to && label.x1 > from ? [i] : []));
  if (under.length > 0) return under;
  const far = columns.map(({ from, to }) => Math.max(from - label.x1, label.x0 - to));
  return [far.indexOf(Math.min(...far))];
}

/** Names over several columns: together they stand over all columns that have a name below and none beside them. */
function groupsOf(
  groups: readonly Label[],
  level: readonly Label[],
  top: readonly (Node | undefined)[],
  columns: readonly Column[],
): Node[] | undefined {
  const nodes: Node[] = [];
  const height = groups[0]?.top ?? 0;
  const lowest = Math.max(...top.map(node => (node ? centre(node.label) : 0)));
  // Names that stand beside both levels are in the middle of their height.
  const isFree = (i: number) => {
    const node = top[i];
    if (!node || level.includes(node.label) || node.label.top <= height) return false;
    return node.height > 0 || lowest - centre(node.label) < node.label.lines[0]!.size * 0.3;
  };
  let from = 0;
  const left = new Set(groups);
  while (from < columns.length && groups.length > 0) {
    if (!isFree(from)) {
      from++;
      continue;
    }
    let to = from;
    while (to + 1 < columns.length && isFree(to + 1)) to++;
    const own = groups
      .filter(label => middle(label) > columns[from]!.from - 1 && middle(label) < columns[to]!.to + 1)
      .toSorted((a, b) => a.x0 - b.x0);
    const shared = shareOut(own, from, to, columns, top);
    if (!shared) return undefined;
    for (const label of own) left.delete(label);
    nodes.push(...shared);
    from = to + 1;
  }
  return left.size === 0 ? nodes : undefined;
}

/** Shares columns out among names in their order, so that each stands as near as can be to the middle of its own. */
function shareOut(
  own: readonly Label[],
  from: number,
  to: number,
  columns: readonly Column[],
  top: readonly (Node | undefined)[],
): Node[] | undefined {
  if (own.length === 0) return undefined;
  let best: { off: number; nodes: Node[] } | undefined;
  // A name in the middle of its column shows how wide the column is.
  const edgesOf = (i: number): [number, number] => {
    const { label, from: first, to: last } = top[i]!;
    const [x0, x1] = [columns[first]!.from, columns[last]!.to];
    return [Math.min(x0, middle(label) * 2 - x1), Math.max(x1, middle(label) * 2 - x0)];
  };
  const isWhole = (a: number, b: number) => top[a]!.from >= a && top[b]!.to <= b;
  const search = (k: number, start: number, off: number, nodes: Node[]) => {
    if (k === own.length) {
      if (start === to + 1 && (!best || off < best.off)) best = { off, nodes };
      return;
    }
    for (let end = start; end <= to - (own.length - 1 - k); end++) {
      if (!isWhole(start, end)) continue;
      const label = own[k]!;
      const [x0, x1] = [edgesOf(start)[0], edgesOf(end)[1]];
      const away = Math.abs(middle(label) - (x0 + x1) / 2);
      if (away > Math.max((x1 - x0) * 0.06, label.lines[0]!.size)) continue;
      const height = Math.max(...top.slice(start, end + 1).map(node => node!.height)) + 1;
      search(k + 1, end + 1, off + away, [...nodes, { label, from: start, to: end, height }]);
    }
  };
  search(0, from, 0, []);
  return best?.nodes;
}
