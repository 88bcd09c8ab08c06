import type { Audit, Diff } from '../model/index.ts';
import { compareDrafts } from './drafts.ts';
import type { Decide } from './judge.ts';
import { comparePlan } from './plan.ts';
import { compareWithin, compareYears } from './years.ts';

export type { Decide } from './judge.ts';
export { pairUp } from './pairs.ts';
export { type Selection, select } from './select.ts';

/**
 * What changed from one report to another. One report by itself (`before` null) is compared with the year it implies; two
 * reports of one year are two drafts, or its budget and its final accounts; anything else is two years. Stated changes are judged where the years follow each other.
 */
export function diff(before: Audit | null, after: Audit, decide: Decide): Diff {
  if (!before) return compareWithin(after, decide);
  if (before.year !== null && before.year === after.year) {
    const [plan, settled] = [before, after].map(one => one.kind) as [Audit['kind'], Audit['kind']];
    if (plan === 'budget' && settled === 'final-accounts') return comparePlan(before, after, decide);
    if (plan === 'final-accounts' && settled === 'budget') return comparePlan(after, before, decide);
    return compareDrafts(before, after);
  }
  const consecutive = before.year === null || after.year === null || after.year - before.year === 1;
  return compareYears(before, after, decide, consecutive);
}
