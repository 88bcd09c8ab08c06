import type { Big, Check, RatioRelation, Relation } from '../model/index.ts';
import { judged } from './judged.ts';
import { oneDigitOff } from './ratio.ts';
import { read } from './readings.ts';

/**
 * Decides every relation in the fairest of its readings, looks at the shares of one list together, and withdraws what was read
 * wrongly or too weakly to accuse anybody.
 */
export function run(relations: readonly Relation[]): Check[] {
  const checks = read(relations);
  const full = listsOfHundred(relations);
  return judged(checks.map(check => (isPlug(check, full) ? { ...check, verdict: 'rounding', tail: 'plug' } : check)));
}

/**
 * 轧差: rounded shares rarely add up to 100, so one of them is bent by its last digit until they do.
 * A share that is off by just that, in a list that adds up to exactly 100, is such a one.
 */
function isPlug(check: Check, full: ReadonlySet<number>): boolean {
  const { relation, verdict, tail, computed, stated } = check;
  if (relation.kind !== 'ratio' || relation.list === undefined || !full.has(relation.list)) return false;
  if (verdict !== 'fails' && !(verdict === 'rounding' && tail !== 'rounding')) return false;
  return computed !== null && stated !== null && oneDigitOff(stated, relation.rate.amount.step, computed);
}

/** The lists (of at least two shares) whose printed shares add up to exactly 100. */
function listsOfHundred(relations: readonly Relation[]): ReadonlySet<number> {
  const lists = new Map<number, Map<string, Big>>();
  for (const relation of relations) {
    if (!isShare(relation)) continue;
    const shares = lists.get(relation.list) ?? new Map<string, Big>();
    lists.set(relation.list, shares.set(relation.rate.id, relation.rate.amount.value));
  }
  const full = [...lists].filter(([, shares]) => shares.size > 1 && [...shares.values()].reduce((a, b) => a.plus(b)).eq(100));
  return new Set(full.map(([list]) => list));
}

function isShare(relation: Relation): relation is RatioRelation & { readonly list: number } {
  return relation.kind === 'ratio' && relation.list !== undefined;
}
