import type { Big } from '../model/index.ts';
import type { Subject } from './subjects.ts';

/** One subject of one year and what it consists of in the other: several parts of it, or one under another name. */
export interface Family {
  readonly whole: Subject;
  readonly parts: readonly Subject[];
}

/** More candidates than this are not tried in pairs. */
const MANY = 24;

/**
 * Subjects without a counterpart that the figures show to be kin: the later report says what they were the year before,
 * and that is what the earlier one prints. Only within one parent, scope and measure, and only where one answer fits.
 */
export function kin(
  dropped: readonly Subject[],
  added: readonly Subject[],
  impliedBefore: (subject: Subject) => Big | null,
): ReadonlyMap<Subject, Family> {
  const found = new Map<Subject, Family>();
  const join = (family: Family) => {
    for (const one of [family.whole, ...family.parts]) found.set(one, family);
  };
  const fresh = added.flatMap(subject => {
    const value = impliedBefore(subject);
    return value && !value.eq(0) ? [{ subject, value }] : [];
  });
  for (const subject of dropped) {
    const { value, step } = subject.figure.amount;
    if (value.eq(0)) continue;
    const near = fresh.filter(other => !found.has(other.subject) && areSiblings(subject, other.subject));
    const fits = (sum: Big) => sum.minus(value).abs().lte(step.div(2));
    const single = near.filter(other => fits(other.value));
    if (single.length === 1) join({ whole: subject, parts: [single[0]!.subject] });
    else if (single.length === 0) {
      const sets = combinations(near).filter(set => fits(set.reduce((sum, other) => sum.plus(other.value), value.times(0))));
      if (sets.length === 1) join({ whole: subject, parts: sets[0]!.map(other => other.subject) });
    }
  }
  for (const { subject, value } of fresh) {
    if (found.has(subject)) continue;
    const near = dropped.filter(other => !found.has(other) && !other.figure.amount.value.eq(0) && areSiblings(subject, other));
    const { step } = subject.figure.amount;
    const sets = combinations(near).filter(set =>
      set
        .reduce((sum, other) => sum.plus(other.figure.amount.value), value.times(0))
        .minus(value)
        .abs()
        .lte(step.div(2)),
    );
    if (sets.length === 1) join({ whole: subject, parts: sets[0]! });
  }
  return found;
}

/** Under one parent, in one scope, measure and kind of number. */
function areSiblings(a: Subject, b: Subject): boolean {
  if (a.respect !== b.respect || a.indicator === null || b.indicator === null) return false;
  const parent = ({ indicator }: Subject) => indicator!.split('/').slice(0, -1).join('/');
  return a.indicator.includes('/') && parent(a) === parent(b);
}

/** All of them, and every two. */
function combinations<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [];
  const pairs = items.length > MANY ? [] : items.flatMap((a, i) => items.slice(i + 1).map(b => [a, b]));
  return items.length === 2 ? pairs : [[...items], ...pairs];
}
