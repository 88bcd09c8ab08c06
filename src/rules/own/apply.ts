import { decide } from '../../check/index.ts';
import {
  type Big,
  type FormRelation,
  figuresOf,
  groundsOf,
  type Inference,
  type LinearRelation,
  type Relation,
  type Term,
} from '../../model/index.ts';
import { isMet, sideOf } from '../conditions.ts';
import type { Facts } from '../facts.ts';
import type { Condition, Formula } from '../formula.ts';
import { type Absent, explaining } from '../identities.ts';
import { lineByLine, sumOf } from '../terms.ts';
import type { Tolerance } from './tolerance.ts';

/** A rule of a bureau, ready to be applied. */
export interface OwnIdentity {
  readonly rule: string;
  readonly title: string;
  readonly formula: Formula;
  readonly when: readonly Condition[];
  readonly unless: readonly Condition[];
  /** Only cells of tables take part. */
  readonly from?: 'tables';
  readonly tolerance: Tolerance;
  /** What to say where it fails, with {左} {右} {差}. */
  readonly message?: { readonly zh: string; readonly en: string };
  readonly only?: 'final-accounts' | 'budget';
}

/**
 * Holds a report against a rule of a bureau. Nothing where its condition is not met, or where it names nothing that the report states;
 * where the report states a part of what it names only, or a cell of it could not be read, the relation lacks the rest and is undecided.
 */
export function applyOwn(identity: OwnIdentity, all: Facts): Relation[] {
  const { formula, when, unless, from } = identity;
  const facts = from === 'tables' ? all.tables : all;
  const unread: string[] = [];
  if (!when.every(one => isMet(one, facts, unread)) || unless.some(one => isMet(one, facts, []))) return [];
  return lineByLine(formula, facts).flatMap(one => applyFormula({ ...identity, formula: one }, facts, unread));
}

function applyFormula(identity: OwnIdentity, facts: Facts, unread: readonly string[]): Relation[] {
  const { formula, rule, tolerance, title, message } = identity;
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
