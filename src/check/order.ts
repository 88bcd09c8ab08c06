import { type Big, type Check, type Figure, figuresOf, type OrderRelation } from '../model/index.ts';
import { around, cutTo, type Implied, implying, ONE, roundTo, sum, type Values, weigh, ZERO } from './terms.ts';

/**
 * What the words say («大于», «持平») against what is printed, without any slack: the reader sees the printed numbers.
 * «持平» is true as well when the numbers are equal at the coarser of their precisions (1.2万元 and 12,000元).
 */
export function decideOrder(relation: OrderRelation, values: Values): Check {
  const left = sum(relation.left, values);
  const right = rightOf(relation, values);
  const residual = right.minus(left);
  // «小于» between numbers that print alike: they may differ behind the printed digits.
  const verdict = holds(relation, left, right)
    ? 'holds'
    : relation.compare !== '=' && printAlike(relation, left, right)
      ? 'rounding'
      : 'fails';
  const tail = verdict === 'rounding' ? 'rounding' : null;
  return { relation, verdict, stated: left, computed: around(right, ZERO), residual, slack: ZERO, tail, missing: [] };
}

/** Only equality says what a figure would have to be. */
export function impliedOrder(relation: OrderRelation, figure: Figure, values: Values): Implied | null {
  if (relation.compare !== '=') return null;
  const weighted = weigh([relation.left, ONE], [isTerms(relation.right) ? relation.right : [], ONE.times(-1)]);
  const own = weighted.find(entry => entry.figure.id === figure.id);
  if (!own) return null;
  const rest = sum(relation.left, values)
    .minus(rightOf(relation, values))
    .minus(own.weight.times(values(figure)));
  return implying(rest.div(own.weight).times(-1), ZERO);
}

function holds(relation: OrderRelation, left: Big, right: Big): boolean {
  switch (relation.compare) {
    case '<':
      return left.lt(right);
    case '>':
      return left.gt(right);
    case '=':
      return printAlike(relation, left, right);
  }
}

function printAlike(relation: OrderRelation, left: Big, right: Big): boolean {
  if (left.eq(right)) return true;
  const step = coarsestStep(relation);
  return roundTo(left, step).eq(roundTo(right, step)) || cutTo(left, step).eq(cutTo(right, step));
}

function rightOf(relation: OrderRelation, values: Values): Big {
  return isTerms(relation.right) ? sum(relation.right, values) : relation.right;
}

function isTerms(right: OrderRelation['right']): right is Exclude<OrderRelation['right'], Big> {
  return Array.isArray(right);
}

/** A bare «0» has no precision to be coarser by. */
function coarsestStep(relation: OrderRelation): Big {
  const steps = figuresOf(relation)
    .filter(figure => !figure.amount.value.eq(0))
    .map(figure => figure.amount.step);
  return steps.reduce((coarse, step) => (step.gt(coarse) ? step : coarse), steps[0] ?? figuresOf(relation)[0]!.amount.step);
}
