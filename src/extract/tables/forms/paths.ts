import { functionalNames } from '../../../domain/index.ts';
import { indicatorOfPath, pathOf } from '../../labels.ts';

const MARKS = ['类', '款', '项'] as const;

/**
 * The indicator of a functional code for what a column states of it: «功能/教育/普通教育/高等教育» for 本年支出, else with the
 * column's indicator behind 功能 («功能基本支出/…»). Names come from the table itself, else from the classification.
 */
export function functionalIndicator(code: string, names: ReadonlyMap<string, string>, of: string): string | null {
  const indicator = indicatorOf(code, names);
  return indicator && (of === '本年支出' ? indicator : indicator.replace(/^功能/, `功能${of}`));
}

/** The indicators of a table's codes: each of its columns asks for them again. */
const known = new WeakMap<ReadonlyMap<string, string>, Map<string, string | null>>();

function indicatorOf(code: string, names: ReadonlyMap<string, string>): string | null {
  const own = known.get(names) ?? new Map<string, string | null>();
  if (own.size === 0) known.set(names, own);
  const before = own.get(code);
  if (before !== undefined) return before;
  const made = madeOf(code, names);
  own.set(code, made);
  return made;
}

function madeOf(code: string, names: ReadonlyMap<string, string>): string | null {
  const lengths = [3, 5, 7].filter(length => length <= code.length);
  const parts = lengths.map(length => {
    const own = code.slice(0, length);
    return names.get(own) ?? functionalNames(own)[0]?.name;
  });
  if (!parts.length || parts.some(part => !part)) return null;
  const path = pathOf(parts.map((part, i) => `${part}（${MARKS[i]}）`).join(''));
  return (path && indicatorOfPath(path)) || null;
}
