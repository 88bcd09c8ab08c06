import type { Big, Check, Comparison, Figure, LinearRelation, Verdict } from '../model/index.ts';
import {
  around,
  finestStep,
  HALF,
  type Implied,
  implying,
  MINUS_ONE,
  ONE,
  slackOf,
  sum,
  type Values,
  type Weighted,
  weigh,
  ZERO,
} from './terms.ts';

/** Σ total (comparison) Σ parts: exact, or as far apart as half a last digit of every figure together, or not. */
export function decideLinear(relation: LinearRelation, values: Values): Check {
  const { verdict, stated, computed, residual, slack } = judge(relation, values);
  const { parts, finest } = figuresIn(relation);
  return {
    relation,
    verdict,
    stated,
    computed: around(computed, slackOf(parts, values, finest)),
    residual,
    slack,
    tail: verdict === 'rounding' ? 'rounding' : null,
    missing: [],
  };
}

/** The verdict of decideLinear alone. */
export const verdictOfLinear = (relation: LinearRelation, values: Values): Verdict => judge(relation, values).verdict;

function judge(relation: LinearRelation, values: Values) {
  const stated = sum(relation.total, values);
  const computed = sum(relation.parts, values).plus(relation.constant ?? ZERO);
  const residual = computed.minus(stated);
  const { weighted, finest } = figuresIn(relation);
  const slack = slackOf(weighted, values, finest);
  const step = stepOfMean(relation);
  const { tolerance } = relation;
  // A rule that says itself how far apart they may be is asked by what is printed.
  const verdict: Verdict = compares(residual, relation.compare, tolerance ?? step.times(HALF))
    ? 'holds'
    : tolerance
      ? 'fails'
      : compares(residual, relation.compare, slack) || residual.abs().lt(step)
        ? 'rounding'
        : 'fails';
  return { verdict, stated, computed, residual, slack };
}

/** n × mean = Σ: a mean is rounded, or its digits are cut off; n of its last digits, nothing for a sum. */
function stepOfMean({ total }: LinearRelation): Big {
  const [mean, ...more] = total;
  const isMean = more.length > 0 && more.every(term => term.figure === mean!.figure && term.sign === mean!.sign);
  return isMean ? mean!.figure.amount.step.times(total.length) : ZERO;
}

/** What the figure would have to be; a bound on one side only gives null. */
export function impliedLinear(relation: LinearRelation, figure: Figure, values: Values): Implied | null {
  if (relation.compare !== '=') return null;
  const { weighted, finest } = figuresIn(relation);
  const own = weighted.find(entry => entry.figure.id === figure.id);
  if (!own) return null;
  const others = weighted.filter(entry => entry !== own);
  let rest = relation.constant ?? ZERO;
  for (const entry of others) rest = rest.plus(entry.weight.times(values(entry.figure)));
  const slack = slackOf(others, values, finest);
  return implying(rest.div(own.weight).times(-1), slack.div(own.weight.abs()));
}

/** Figures with their weight in «computed − stated». */
function figuresIn(relation: LinearRelation): Sides {
  let sides = known.get(relation);
  if (!sides) {
    const weighted = weigh([relation.total, MINUS_ONE], [relation.parts, ONE]);
    const finest = finestStep(weighted.map(entry => entry.figure));
    // Where no figure stands on both sides, or twice, the parts are what follows the total.
    const isPlain = weighted.length === relation.total.length + relation.parts.length;
    sides = { weighted, parts: isPlain ? weighted.slice(relation.total.length) : weigh([relation.parts, ONE]), finest };
    known.set(relation, sides);
  }
  return sides;
}

interface Sides {
  readonly weighted: readonly Weighted[];
  readonly parts: readonly Weighted[];
  readonly finest: Big;
}

/** A relation is decided again and again with other values; what it is made of stays the same. */
const known = new WeakMap<LinearRelation, Sides>();

/** Whether stated (comparison) computed can be true when the two may be `slack` nearer or farther than printed. */
function compares(residual: Big, compare: Comparison, slack: Big): boolean {
  switch (compare) {
    case '=':
      return residual.abs().lte(slack);
    case '<=':
      return residual.gte(slack.times(-1));
    case '>=':
      return residual.lte(slack);
    case '<':
      return residual.gt(slack.times(-1));
    case '>':
      return residual.lt(slack);
  }
}
