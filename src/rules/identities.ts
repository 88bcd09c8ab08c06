import { type Figure, groundsOf, type Relation, type Term } from '../model/index.ts';
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
    const these = address.lastYear ? lastYear(address, facts) : first(address, facts);
    if (!these) {
      if (!address.optional) return null;
      absent.push(address.scope ? `${address.indicator}（${address.scope}）` : address.indicator);
      continue;
    }
    found.push(...these);
  }
  return found;
}

function first(address: Address, facts: Facts): Term[] | null {
  const figure = facts.all(address.indicator, address.scope, address.measure)[0];
  return figure ? [{ figure, sign: address.sign }] : null;
}

/** Last year's level: stated, or this year's minus its stated change. */
function lastYear(address: Address, facts: Facts): Term[] | null {
  const stated = facts.all(address.indicator, address.scope, address.measure, facts.year === null ? null : facts.year - 1)[0];
  if (stated) return [{ figure: stated, sign: address.sign }];
  for (const figure of facts.all(address.indicator, address.scope, address.measure)) {
    const change = facts.changeOf(figure);
    if (change?.direction === 0) return [{ figure, sign: address.sign }];
    if (change?.change && change.direction) {
      const sign = (-change.direction * address.sign) as 1 | -1;
      return [
        { figure, sign: address.sign },
        { figure: change.change, sign },
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
interface Absent {
  readonly left: string[];
  readonly right: string[];
}

/** What is not stated on the side that falls short by more than printed digits can. */
function explaining(relation: Linear, absent: Absent): readonly string[] {
  const slack = [...relation.total, ...relation.parts]
    .reduce((sum, { figure }) => sum.plus(figure.amount.step), zero(relation.total[0]!.figure))
    .div(2);
  const off = gap(relation);
  if (off.abs().lte(slack)) return [];
  return off.gt(0) ? absent.right : absent.left;
}

function gap({ total, parts }: Linear) {
  const sum = (side: readonly Term[]) =>
    side.reduce((all, { figure, sign }) => all.plus(figure.amount.value.times(sign)), zero(side[0]!.figure));
  return sum(total).minus(sum(parts));
}

function zero(figure: Figure) {
  return figure.amount.value.times(0);
}
