import type { Cause } from './causes.ts';
import type { Evidence } from './suspects/evidence.ts';
import type { Change } from './suspects/moves.ts';

interface Caused {
  readonly cause: Cause;
}

/**
 * A whole and its part that were both copied from elsewhere are off by the same amount, and still add up with each other: one mistake. A
 * relation that holds as printed, holds with both set right, and would not with one of them alone, says so.
 */
export function joinMoved<T extends Caused>(cases: readonly T[], evidence: Evidence): T[] {
  const changes = new Map<string, Change>();
  for (const { cause } of cases) if (cause.change && cause.changes.length === 1) changes.set(cause.key, cause.change);
  const byShift = new Map<string, [key: string, change: Change][]>();
  for (const [key, change] of changes) {
    if (change.figure.amount.kind !== 'money') continue;
    const shift = change.value.minus(change.figure.amount.value).toString();
    byShift.set(shift, [...(byShift.get(shift) ?? []), [key, change]]);
  }
  const joined = new Map<string, Cause>();
  for (const same of byShift.values()) {
    const [first, second, ...more] = same;
    if (!first || !second || more.length || !areTied(first[1], second[1], evidence)) continue;
    const cause = { key: [first[0], second[0]].sort().join(' '), change: first[1], changes: [first[1], second[1]] };
    for (const [key, change] of [first, second]) joined.set(key, { ...cause, change });
  }
  return cases.map(found => ({ ...found, cause: joined.get(found.cause.key) ?? found.cause }));
}

function areTied(one: Change, other: Change, evidence: Evidence): boolean {
  const both = new Map([one, other].map(({ figure, value }) => [figure.id, value]));
  return evidence.of(one.figure).some(exhibit => {
    if (exhibit.check.verdict !== 'holds' || !exhibit.figures.includes(other.figure)) return false;
    const alone = new Map([[one.figure.id, one.value]]);
    return evidence.fails(exhibit, alone) && evidence.verdict(exhibit, both) === 'holds';
  });
}
