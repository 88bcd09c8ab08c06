import type { Change, ChangeCounts, Verdict } from '../model/index.ts';

/** How many changes there are, how many facts both reports tell, and how what is stated of them was judged. */
export function countsOf(changes: readonly Change[]): ChangeCounts {
  const of = (verdict: Verdict) => changes.filter(one => one.verdict === verdict).length;
  return {
    changes: changes.length,
    facts: changes.filter(({ difference }) => difference !== null).length,
    judged: changes.filter(({ verdict }) => verdict !== null).length,
    holds: of('holds'),
    rounding: of('rounding'),
    fails: of('fails'),
    undecided: of('undecided'),
  };
}
