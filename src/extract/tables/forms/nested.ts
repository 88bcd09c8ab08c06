import type { Equations } from './equations.ts';
import { foundIn, type Line } from './sheet.ts';

/** A line of a list as it was first read. */
export interface Listed {
  readonly line: Line;
  /** The form, or the classification, has it. */
  readonly isKnown: boolean;
}

/** How deep a number says that its line stands: 一、 · （一） · 1. · （1）. */
const DEPTHS = [/^[一二三四五六七八九十]+、/, /^（[一二三四五六七八九十]+）/, /^\d{1,2}[.、]/, /^（\d{1,2}）/];
const ADDED = ['income', 'function', 'nature', 'fund'];
const depthOf = ({ label }: Line): number => DEPTHS.findIndex(depth => depth.test(label));
const hasAmounts = (lines: readonly Line[]): boolean =>
  lines.some(({ figures }) => [...figures.values()].some(({ amount }) => !amount.value.eq(0)));

/** A line and the numbered lines under it. */
export interface Nest {
  readonly whole: Line;
  readonly parts: readonly Line[];
}

/**
 * Lines numbered a level deeper («一、基本支出», «1.工资福利支出») are parts of the line above them and no further addends of the
 * list. Where the form knows the deeper ones and not the line above («一、部门预算», «1、财政拨款»), that one is the whole of them.
 */
export function nest(listed: readonly Listed[]): { readonly lines: readonly Line[]; readonly nests: readonly Nest[] } {
  const lines = listed.map(one => one.line);
  const nests: { readonly at: number; readonly parts: number[] }[] = [];
  const above: number[] = [];
  lines.forEach((line, i) => {
    const depth = depthOf(line);
    if (depth < 0) {
      if (line.role.startsWith('total') || line.role.startsWith('grand')) above.length = 0;
      return;
    }
    while (above.length && depthOf(lines[above.at(-1)!]!) >= depth) above.pop();
    const parent = above.at(-1);
    above.push(i);
    if (parent === undefined || ![...ADDED, 'fiscal'].includes(line.role)) return;
    // The funds of 财政拨款 are the form's own.
    const { role } = lines[parent]!;
    if (!ADDED.includes(role) && !(role === 'fiscal' && line.role === 'income')) return;
    const own = nests.find(({ at }) => at === parent);
    if (own) own.parts.push(i);
    else nests.push({ at: parent, parts: [i] });
  });
  const roles = new Map<number, string>();
  for (const { at, parts } of nests) {
    const children = parts.map(i => lines[i]!);
    if (!hasAmounts([lines[at]!])) continue;
    const isLead = !listed[at]!.isKnown && parts.some(i => listed[i]!.isKnown) && hasAmounts(children);
    if (isLead) roles.set(at, 'lead');
    else for (const i of parts) roles.set(i, 'within');
  }
  const told = lines.map((line, i) => {
    const role = roles.get(i);
    if (role === undefined) return line;
    if (!listed[i]!.isKnown) for (const draft of line.figures.values()) draft.fact = { ...draft.fact, indicator: null };
    return { ...line, role };
  });
  return { lines: told, nests: nests.map(({ at, parts }) => ({ whole: told[at]!, parts: parts.map(i => told[i]!) })) };
}

/** The parts make up their whole; a form may leave some of them out. */
export function nestEquations(nests: readonly Nest[], keys: readonly string[], equations: Equations): void {
  for (const { whole, parts } of nests)
    for (const key of keys)
      if (hasAmounts(parts) && whole.figures.has(key))
        equations.add(
          'SUM-115',
          [foundIn(whole, key)],
          parts.map(line => foundIn(line, key)),
          whole.label,
          true,
        );
}
