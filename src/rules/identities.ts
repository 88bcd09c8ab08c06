import { Big, type Figure, groundsOf, type Measure, type Relation, type Term } from '../model/index.ts';
import type { Facts } from './facts.ts';
import type { Address, Formula } from './formula.ts';

/** A catalogue identity, ready to be applied. */
export interface Identity {
  readonly rule: string;
  readonly formula: Formula;
  /** `soft`: scopes may differ, so a failure is told as a warning at most. `witness`: worth telling when it holds, no contradiction when not. */
  readonly manner: 'hard' | 'soft' | 'witness';
  /** The reports it holds for; absent: all. */
  readonly only?: 'final-accounts' | 'budget';
}

/** Applies an identity to the facts of a report; nothing when a needed fact is not stated. */
export function applyIdentity(identity: Identity, facts: Facts): Relation[] {
  const { formula, rule, manner } = identity;
  const absent: Absent = { left: [], right: [] };
  const total = terms(formula.left, facts, absent.left);
  const parts = terms(formula.right, facts, absent.right);
  if (!total || !parts || !total.length || !parts.length) return [];
  if (formula.compare === '=' && total.length + parts.length < 2) return [];
  const about = [
    ...new Set(formula.left.map(({ indicator, scope }) => (scope && scope !== '全部资金' ? `${scope}${indicator}` : indicator))),
  ].join('、');
  const relation: Relation = {
    kind: 'linear',
    rule,
    total,
    parts,
    compare: formula.compare,
    about,
    ...(manner === 'hard' ? {} : { soft: true }),
    ...groundsOf(...[...total, ...parts].map(({ figure }) => figure.grounds)),
  };
  if (manner === 'witness') return isExact(relation) ? [relation] : [];
  // What is not stated may be nothing, or may be told where nobody could read it: then a gap in its direction decides nothing.
  const missing = formula.compare === '=' ? explaining(relation, absent) : [];
  return missing.length ? [{ ...relation, missing }] : [relation];
}

function terms(addresses: readonly Address[], facts: Facts, absent: string[]): Term[] | null {
  const found: Term[] = [];
  for (const address of addresses) {
    const these = termsOf(address, facts, [])?.terms;
    if (!these) {
      if (!address.optional) return null;
      absent.push(address.scope ? `${address.indicator}（${address.scope}）` : address.indicator);
      continue;
    }
    found.push(...these);
  }
  return found;
}

/** The figures an address names, or null. `lost`: takes up what could not be read of it. `open`: the text may leave some out. */
export function termsOf(
  address: Address,
  facts: Facts,
  lost: string[],
): { readonly terms: Term[]; readonly open: boolean } | null {
  const { sign, times, code, sum, indicator, scope, measure } = address;
  const term = (figure: Figure): Term => ({ figure, sign, ...(times ? { times } : {}) });
  const period = address.lastYear && facts.year !== null ? facts.year - 1 : (address.year ?? facts.year);
  const fact = { scope, period, measure: (measure ?? facts.level) as Measure };
  if (code !== undefined && sum) {
    const { lines, open, lost: unread } = facts.lines.all(indicator, code, sum === 'below', fact);
    lost.push(...unread);
    return lines.length ? { terms: lines.map(term), open } : null;
  }
  if (code !== undefined) {
    const line = facts.lines.one(indicator, code, fact);
    return line ? { terms: [term(line)], open: false } : null;
  }
  if (facts.isLost({ indicator, ...fact })) lost.push(nameOf(address));
  const terms = address.lastYear ? lastYear(address, facts) : facts.all(indicator, scope, measure, period).slice(0, 1).map(term);
  return terms?.length ? { terms, open: false } : null;
}

/** How an address is called in a list of what is missing. */
export const nameOf = ({ indicator, scope, written }: Address): string =>
  written ?? (scope ? `${indicator}（${scope}）` : indicator);

/** Last year's level: stated, or this year's minus its stated change. */
function lastYear(address: Address, facts: Facts): Term[] | null {
  const factor = address.times ? { times: address.times } : {};
  const stated = facts.all(address.indicator, address.scope, address.measure, facts.year === null ? null : facts.year - 1)[0];
  if (stated) return [{ figure: stated, sign: address.sign, ...factor }];
  for (const figure of facts.all(address.indicator, address.scope, address.measure)) {
    const change = facts.changeOf(figure);
    if (change?.direction === 0) return [{ figure, sign: address.sign, ...factor }];
    if (change?.change && change.direction) {
      const sign = (-change.direction * address.sign) as 1 | -1;
      return [
        { figure, sign: address.sign, ...factor },
        { figure: change.change, sign, ...factor },
      ];
    }
  }
  return null;
}

type Linear = Extract<Relation, { kind: 'linear' }>;

function isExact(relation: Linear): boolean {
  return gap(relation).eq(0);
}

/** Optional addresses that a report does not state, by side. */
export interface Absent {
  readonly left: string[];
  readonly right: string[];
}

/** What is not stated on the side that falls short by more than printed digits can. */
export function explaining(relation: Linear, absent: Absent): readonly string[] {
  const slack = [...relation.total, ...relation.parts]
    .reduce((sum, { figure, times }) => sum.plus(figure.amount.step.times(times ?? 1)), new Big(0))
    .div(2);
  const off = gap(relation);
  if (off.abs().lte(slack)) return [];
  return off.gt(0) ? absent.right : absent.left;
}

function gap({ total, parts, constant = new Big(0) }: Linear) {
  return sumOf(total).minus(sumOf(parts)).minus(constant);
}

/** What the terms of one side come to, as printed. */
export function sumOf(side: readonly Term[]): Big {
  return side.reduce((all, { figure, sign, times = 1 }) => all.plus(figure.amount.value.times(times).times(sign)), new Big(0));
}
