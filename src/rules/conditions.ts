import { Big, type Term } from '../model/index.ts';
import type { Facts } from './facts.ts';
import type { Address, Condition } from './formula.ts';
import { nameOf, sumOf, termsOf } from './terms.ts';

/** One side of a formula, found in a report. */
export interface Side {
  readonly terms: readonly Term[];
  readonly missing: readonly string[];
  readonly absent: readonly string[];
  readonly open: boolean;
}

export function sideOf(addresses: readonly Address[], facts: Facts): Side {
  const terms: Term[] = [];
  const missing: string[] = [];
  const absent: string[] = [];
  let open = false;
  for (const address of addresses) {
    const found = termsOf(address, facts, missing);
    if (found) {
      terms.push(...found.terms);
      open ||= found.open;
    } else if (address.optional) absent.push(nameOf(address));
    else if (!missing.includes(nameOf(address))) missing.push(nameOf(address));
  }
  return { terms, missing, absent, open };
}

/** Whether a rule is to be asked; what could not be read of its condition leaves it open. */
export function isMet(condition: Condition, facts: Facts, unread: string[]): boolean {
  if (condition.kind !== 'holds') {
    const lost: string[] = [];
    const found = termsOf(condition.address, facts, lost);
    if (!found && lost.length) return unread.push(...lost) > 0;
    const isSome = found?.terms.some(({ figure }) => !figure.amount.value.eq(0)) ?? false;
    return condition.kind === 'stated' ? isSome : !isSome;
  }
  const { formula } = condition;
  const [left, right] = [sideOf(formula.left, facts), sideOf(formula.right, facts)];
  if (left.missing.length + right.missing.length) return false;
  const gap = sumOf(left.terms)
    .minus(sumOf(right.terms))
    .minus(formula.constant ?? new Big(0));
  const { compare } = formula;
  return compare === '=' ? gap.eq(0) : (compare.includes('=') && gap.eq(0)) || (compare.startsWith('<') ? gap.lt(0) : gap.gt(0));
}
