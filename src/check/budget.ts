import type { Check, Figure, ImpliedBudgetRelation, Interval } from '../model/index.ts';
import { around, HALF, HUNDRED, type Implied, type Values } from './terms.ts';

type Item = ImpliedBudgetRelation['total'];

/**
 * Budgets that are only implied by completion rates: Σ outcome ÷ rate must meet the total's outcome ÷ rate.
 * The intervals are wide (a whole per cent), so that meeting is no rounding matter but simply all that can be asked.
 */
export function decideBudget(relation: ImpliedBudgetRelation, values: Values): Check {
  const total = budgetOf(relation.total, values);
  const items = relation.items.map(item => budgetOf(item, values));
  if (!total || items.length === 0 || items.some(item => item === null)) {
    return { relation, verdict: 'undecided', stated: null, computed: null, residual: null, slack: null, tail: null, missing: [] };
  }
  const computed = add(items as Interval[]);
  const stated = total.low.plus(total.high).times(HALF);
  const verdict = computed.low.lte(total.high) && (relation.open || computed.high.gte(total.low)) ? 'holds' : 'fails';
  return {
    relation,
    verdict,
    stated,
    computed,
    residual: computed.low.plus(computed.high).times(HALF).minus(stated),
    slack: width(computed).plus(width(total)).times(HALF),
    tail: null,
    missing: [],
  };
}

/** What a budget, an outcome or a rate would have to be for the budgets to meet. */
export function impliedBudget(relation: ImpliedBudgetRelation, figure: Figure, values: Values): Implied | null {
  const found = allowed(relation, figure, values);
  return found && { ...found, likely: found.low.plus(found.high).times(HALF) };
}

function allowed(relation: ImpliedBudgetRelation, figure: Figure, values: Values): Interval | null {
  const { total, items } = relation;
  const owner = [total, ...items].find(item => [item.outcome, item.rate, item.budget].some(part => part?.id === figure.id));
  if (!owner) return null;
  const others = (owner === total ? items : [total, ...items.filter(item => item !== owner)]).map(item => budgetOf(item, values));
  if (others.length === 0 || others.some(other => other === null)) return null;
  const known = others as Interval[];
  const budget = owner === total ? add(known) : subtract(known[0]!, add(known.slice(1)));
  if (owner.budget) return owner.budget.id === figure.id ? budget : null;
  if (!owner.rate || budget.low.lte(0)) return null;
  if (owner.outcome.id === figure.id) {
    const rate = intervalIn(owner.rate, values);
    return { low: budget.low.times(rate.low).div(HUNDRED), high: budget.high.times(rate.high).div(HUNDRED) };
  }
  const outcome = intervalIn(owner.outcome, values);
  return { low: outcome.low.times(HUNDRED).div(budget.high), high: outcome.high.times(HUNDRED).div(budget.low) };
}

/** The printed budget, or what outcome and rate make of it; null when a rate of nothing leaves it open. */
function budgetOf({ outcome, rate, budget }: Item, values: Values): Interval | null {
  if (budget) return intervalIn(budget, values);
  if (!rate) return null;
  const share = intervalIn(rate, values);
  if (share.low.lte(0)) return null;
  const spent = intervalIn(outcome, values);
  const [low, high] = [spent.low.times(HUNDRED), spent.high.times(HUNDRED)];
  return { low: low.div(low.lt(0) ? share.low : share.high), high: high.div(high.lt(0) ? share.high : share.low) };
}

/** A bare «0» says «none». */
function intervalIn(figure: Figure, values: Values): Interval {
  const { kind, step, factor } = figure.amount;
  const none = kind === 'money' && values(figure).eq(0) && step.eq(factor);
  return around(values(figure), none ? step.times(0) : step.times(HALF));
}

function add(intervals: readonly Interval[]): Interval {
  return intervals.reduce((sum, next) => ({ low: sum.low.plus(next.low), high: sum.high.plus(next.high) }), {
    low: HUNDRED.times(0),
    high: HUNDRED.times(0),
  });
}

function subtract(a: Interval, b: Interval): Interval {
  return { low: a.low.minus(b.high), high: a.high.minus(b.low) };
}

function width(interval: Interval) {
  return interval.high.minus(interval.low);
}
