import { Big, groundsOf, type Relation, type Term } from '../model/index.ts';
import { isMet } from './conditions.ts';
import type { Facts } from './facts.ts';
import type { Address, Condition, Formula } from './formula.ts';
import { lineByLine, sumOf, termsOf } from './terms.ts';

/** A catalogue identity, ready to be applied. */
export interface Identity {
  readonly rule: string;
  readonly formula: Formula;
  /** `soft`: scopes may differ, so a failure is told as a warning at most. `witness`: worth telling when it holds, no contradiction when not. */
  readonly manner: 'hard' | 'soft' | 'witness';
  /** The reports it holds for; absent: all. */
  readonly only?: 'final-accounts' | 'budget';
  /** It is about cells of tables: what the text states is no part of it. */
  readonly from?: 'tables';
  /** What must be so for it to be asked, and what must not. */
  readonly when?: readonly Condition[];
  readonly unless?: readonly Condition[];
  /** Under which condition an optional indicator that is not stated can only be nothing. */
  readonly nothing?: ReadonlyMap<string, Condition>;
}

/** Applies an identity to the facts of a report; nothing when a needed fact is not stated. */
export function applyIdentity(identity: Identity, all: Facts): Relation[] {
  const { formula, from, when = [], unless = [] } = identity;
  const facts = from === 'tables' ? all.tables : all;
  if (!when.every(one => isMet(one, facts, [])) || unless.some(one => isMet(one, facts, []))) return [];
  return lineByLine(formula, facts).flatMap(one => applyFormula({ ...identity, formula: one }, facts));
}

function applyFormula({ formula, rule, manner, from, nothing }: Identity, facts: Facts): Relation[] {
  const absent: Absent = { left: [], right: [] };
  const total = terms(formula.left, facts, absent.left);
  const parts = terms(formula.right, facts, absent.right);
  if (!total || !parts || !total.length || !parts.length) return [];
  if (formula.compare === '=' && total.length + parts.length < 2) return [];
  const [first] = total;
  // Two cells that are to be the same, and one that is told by what it is called in its table.
  if (from && formula.compare === '=' && total.length === 1 && parts.length === 1)
    return [{ kind: 'agree', rule, figures: [first!.figure, parts[0]!.figure], about: first!.figure.label }];
  const about = from
    ? first!.figure.label
    : [
        ...new Set(
          formula.left.map(({ indicator, scope }) => (scope && scope !== '全部资金' ? `${scope}${indicator}` : indicator)),
        ),
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
  const isOpen = (name: string) => {
    const condition = nothing?.get(name.replace(/（.*/, ''));
    return !condition || !isMet(condition, facts, []);
  };
  const missing = formula.compare === '=' ? explaining(relation, absent).filter(isOpen) : [];
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
