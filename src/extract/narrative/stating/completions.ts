import { type Figure, type Measure, type Remark, remarkAtSpot, type Statement } from '../../../model/index.ts';
import type { Completion, Topic } from '../topics.ts';

/** What a topic says about its budget: how much of it was spent, which of the two is more. */
export function completions(topic: Topic): Statement[] {
  const outcome = topic.level;
  if (!outcome) return [];
  const only = topic.budgets.size === 1 ? [...topic.budgets.values()][0]! : null;
  const budgetFor = (measure: Measure | null): Figure | null => {
    const exact = measure === null ? undefined : topic.budgets.get(measure);
    if (exact) return exact;
    return measure === null || measure === '预算' ? (topic.budgets.get('全年预算') ?? only) : null;
  };
  const order = topic.order;
  const common = {
    kind: 'completion',
    source: 'narrative',
    outcome,
    order: order?.direction ?? null,
    orderWord: order?.word ?? null,
    orderPlace: order?.place ?? null,
    carry: topic.carry,
    loose: order?.loose ?? false,
    ...(topic.path?.item ? { explained: topic.explained || order !== null } : {}),
  } as const;
  const budgetSaid = topic.budgets.get('年初预算') ?? only;
  if (topic.completions.length)
    return topic.completions.flatMap((completion): Statement[] => {
      const { rate, measure } = completion;
      const meant = otherBase(topic, outcome, completion);
      const own = { ...common, rate, budget: meant?.budget ?? budgetFor(measure), ...gapOf(topic, measure) };
      return meant ? [own, meant.remark] : [own];
    });
  return budgetSaid ? [{ ...common, rate: null, budget: budgetSaid }] : [];
}

/** «为预算的 80%，比预算减少 d»: with the outcome, as good as the budget itself. */
function gapOf(topic: Topic, measure: Measure | null): { gap?: { figure: Figure; sign: 1 | -1 } } {
  const gap = topic.changes.find(one => one.base === 'budget' && one.change && one.direction);
  return topic.budgets.size || !gap || measure === '全年预算'
    ? {}
    : { gap: { figure: gap.change!, sign: gap.direction === 1 ? 1 : -1 } };
}

/**
 * «年初预算 0 万元，全年预算 80 万元，决算 72 万元，完成年初预算的 90.00%»: the rate is that of the other budget beside it, and what is wrong is
 * the word. Only where the digits prove it, and where the named budget is no misprint of the other.
 */
function otherBase(
  topic: Topic,
  outcome: Figure,
  { rate, measure, word }: Completion,
): { budget: Figure; remark: Remark } | null {
  const named = measure === null ? undefined : topic.budgets.get(measure);
  if (!named || !word || rate.amount.kind !== 'percent' || isRateOf(rate, outcome, named)) return null;
  if (rate.amount.step.gte(1) && !rate.amount.value.eq(100)) return null;
  const others = [...topic.budgets].filter(([other, budget]) => other !== measure && isRateOf(rate, outcome, budget));
  const [[meant, budget] = [], ...more] = others;
  if (!meant || !budget || more.length || areAlike(named.printed, budget.printed)) return null;
  const params = {
    name: topic.label.core || outcome.label,
    rate: rate.printed,
    word: word.printed,
    meant,
    budget: budget.printed,
  };
  const spot = { place: word.place, printed: word.printed, quote: rate.quote, section: rate.section };
  const figures = [rate, outcome, budget];
  return { budget, remark: remarkAtSpot('PCT-011', 'narrative', spot, { holds: false, expected: meant, params, figures }) };
}

function isRateOf({ amount: { value, step } }: Figure, outcome: Figure, budget: Figure): boolean {
  if (budget.amount.kind !== outcome.amount.kind || !budget.amount.value.gt(0)) return false;
  return outcome.amount.value.times(100).minus(value.times(budget.amount.value)).abs().lte(step.times(budget.amount.value));
}

/** One or two digits apart: one of them may be mistyped. */
function areAlike(one: string, other: string): boolean {
  return one.length === other.length && [...one].filter((digit, i) => digit !== other[i]).length <= 2;
}
