import { decide } from '../../check/index.ts';
import {
  Big,
  type FormRelation,
  figuresOf,
  groundsOf,
  type Inference,
  type LinearRelation,
  type Relation,
  type Term,
} from '../../model/index.ts';
import type { Facts } from '../facts.ts';
import type { Address, Condition, Formula } from '../formula.ts';
import { type Absent, explaining, nameOf, sumOf, termsOf } from '../identities.ts';
import type { Tolerance } from './tolerance.ts';

/** A rule of a bureau, ready to be applied. */
export interface OwnIdentity {
  readonly rule: string;
  readonly title: string;
  readonly formula: Formula;
  readonly when: readonly Condition[];
  readonly tolerance: Tolerance;
  /** What to say where it fails, with {左} {右} {差}. */
  readonly message?: { readonly zh: string; readonly en: string };
  readonly only?: 'final-accounts' | 'budget';
}

/** One side of a formula, found in a report. */
interface Side {
  readonly terms: readonly Term[];
  readonly missing: readonly string[];
  readonly absent: readonly string[];
  readonly open: boolean;
}

/**
 * Holds a report against a rule of a bureau. Nothing where its condition is not met, or where it names nothing that the report states;
 * where the report states a part of what it names only, or a cell of it could not be read, the relation lacks the rest and is undecided.
 */
export function applyOwn(identity: OwnIdentity, facts: Facts): Relation[] {
  const { formula, rule, when, tolerance, title, message } = identity;
  const unread: string[] = [];
  for (const condition of when) {
    const met = isMet(condition, facts, unread);
    if (!met) return [];
  }
  const [left, right] = [sideOf(formula.left, facts), sideOf(formula.right, facts)];
  if (left.terms.length + right.terms.length === 0) return [];
  const terms = [...left.terms, ...right.terms];
  const open: Inference[] = left.open || right.open ? ['completeness'] : [];
  const [first, ...more] = open;
  const relation: LinearRelation = {
    kind: 'linear',
    rule,
    total: left.terms,
    parts: right.terms,
    compare: formula.compare,
    about: title,
    ...(formula.constant ? { constant: formula.constant } : {}),
    ...toleranceOf(tolerance, left.terms),
    params: { say: message?.zh ?? '', sayEn: message?.en ?? '' },
    ...groundsOf(...terms.map(({ figure }) => figure.grounds), first ? [first, ...more] : undefined),
  };
  const needed = [...unread, ...left.missing, ...right.missing];
  if (needed.length) return [{ ...relation, missing: needed }];
  if (isLimit(formula)) return [limit(relation)];
  // What is not stated may be nothing, or may be told where nobody could read it: then a gap in its direction decides nothing.
  const absent: Absent = { left: [...left.absent], right: [...right.absent] };
  const missing = explaining(relation, absent);
  return missing.length ? [{ ...relation, missing }] : [relation];
}

/** «不超过», a share of another amount, an amount of its own: whoever breaks it need not have written a number wrong. */
function isLimit({ compare, constant, left, right }: Formula): boolean {
  return compare !== '=' || constant !== undefined || [...left, ...right].some(({ times }) => times);
}

function limit(relation: LinearRelation): FormRelation {
  const by = decide(relation);
  const figures = figuresOf(relation);
  const { place, printed, quote, section } = figures[0]!;
  const { rule, about, params, grounds } = relation;
  const said = { rule, about, ...(params ? { params } : {}), ...(grounds ? { grounds } : {}) };
  return { kind: 'form', ...said, holds: by.verdict !== 'fails', place, printed, quote, section, expected: null, figures, by };
}

function toleranceOf(tolerance: Tolerance, left: readonly Term[]): { readonly tolerance?: Big } {
  if (tolerance === 'digits') return {};
  return { tolerance: 'by' in tolerance ? tolerance.by : sumOf(left).abs().times(tolerance.share) };
}

function sideOf(addresses: readonly Address[], facts: Facts): Side {
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
function isMet(condition: Condition, facts: Facts, unread: string[]): boolean {
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
