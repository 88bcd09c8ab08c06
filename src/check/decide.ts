import { type Big, type Check, type Figure, figuresOf, type Relation, type Verdict } from '../model/index.ts';
import { decideAgree, impliedAgree, verdictOfAgree } from './agree.ts';
import { decideBudget, impliedBudget } from './budget.ts';
import { decideForm } from './form.ts';
import { decideLinear, impliedLinear, verdictOfLinear } from './linear.ts';
import { decideOrder, impliedOrder } from './order.ts';
import { decideRatio, impliedRatio, verdictOfRatio } from './ratio.ts';
import { asPrinted, type Implied, type Values } from './terms.ts';

/** Values (base unit) that stand in for the printed ones, by figure id. */
export type Overrides = ReadonlyMap<string, Big>;

/** Decides one relation by itself. */
export function decide(relation: Relation): Check {
  return settle(relation, asPrinted);
}

/** The verdict, if some figures had other values than are printed. */
export function decideWith(relation: Relation, overrides: Overrides): Verdict {
  if (relation.missing?.length) return 'undecided';
  const verdict = verdictOf(relation, valuesWith(overrides));
  return verdict === 'holds' || relation.kind === 'form' || !isApproximate(relation) ? verdict : 'undecided';
}

/** Asked again and again in the search for what is wrong, where nothing else of a check counts. */
function verdictOf(relation: Relation, values: Values): Verdict {
  switch (relation.kind) {
    case 'linear':
      return verdictOfLinear(relation, values);
    case 'ratio':
      return verdictOfRatio(relation, values);
    case 'agree':
      return verdictOfAgree(relation, values);
    default:
      return byKind(relation, values).verdict;
  }
}

const isApproximate = (relation: Relation) => figuresOf(relation).some(figure => figure.amount.approximate);

/**
 * What the figure would have to be (base unit) for the relation to hold, given what the others may be;
 * null when the relation does not bound it on both sides or says nothing of it.
 */
export function implied(relation: Relation, figure: Figure, overrides?: Overrides): Implied | null {
  if (relation.missing?.length) return null;
  const values = overrides ? valuesWith(overrides) : asPrinted;
  switch (relation.kind) {
    case 'linear':
      return impliedLinear(relation, figure, values);
    case 'ratio':
      return impliedRatio(relation, figure, values);
    case 'agree':
      return impliedAgree(relation, figure, values);
    case 'order':
      return impliedOrder(relation, figure, values);
    case 'implied':
      return impliedBudget(relation, figure, values);
    case 'form':
      return null;
  }
}

function settle(relation: Relation, values: Values): Check {
  if (relation.missing?.length) return undecided(relation, relation.missing);
  const check = byKind(relation, values);
  if (check.verdict === 'holds' || relation.kind === 'form') return check;
  // «约30万元» states no exact number: it may confirm, but it contradicts nothing.
  return isApproximate(relation) ? { ...check, verdict: 'undecided', tail: null } : check;
}

function byKind(relation: Relation, values: Values): Check {
  switch (relation.kind) {
    case 'linear':
      return decideLinear(relation, values);
    case 'ratio':
      return decideRatio(relation, values);
    case 'agree':
      return decideAgree(relation, values);
    case 'order':
      return decideOrder(relation, values);
    case 'implied':
      return decideBudget(relation, values);
    case 'form':
      return decideForm(relation);
  }
}

function undecided(relation: Relation, missing: readonly string[]): Check {
  return { relation, verdict: 'undecided', stated: null, computed: null, residual: null, slack: null, tail: null, missing };
}

function valuesWith(overrides: Overrides): Values {
  return figure => overrides.get(figure.id) ?? figure.amount.value;
}
