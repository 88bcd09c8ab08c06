import { Big, type Figure, type Interval, type Term } from '../model/index.ts';

/** What a figure is taken to be: its printed value, or another one somebody wants to try. */
export type Values = (figure: Figure) => Big;

export const asPrinted: Values = figure => figure.amount.value;

export const ZERO = new Big(0);
export const ONE = new Big(1);
export const HALF = new Big('0.5');
export const HUNDRED = new Big(100);

/** The signed sum of terms. */
export function sum(terms: readonly Term[], values: Values): Big {
  let total = ZERO;
  for (const { figure, sign, times } of terms) {
    const value = times ? values(figure).times(times) : values(figure);
    total = sign === 1 ? total.plus(value) : total.minus(value);
  }
  return total;
}

/** One figure of a relation with the factor it carries there; a figure that stands there twice is counted once. */
export interface Weighted {
  readonly figure: Figure;
  readonly weight: Big;
}

/** Terms with their factors, figures that occur several times put together; those that cancel out are left out. */
export function weigh(...sides: readonly (readonly [terms: readonly Term[], factor: Big])[]): Weighted[] {
  const weights = new Map<string, Weighted>();
  for (const [terms, factor] of sides) {
    for (const { figure, sign, times } of terms) {
      const before = weights.get(figure.id)?.weight ?? ZERO;
      const own = times ? factor.times(times) : factor;
      weights.set(figure.id, { figure, weight: sign === 1 ? before.plus(own) : before.minus(own) });
    }
  }
  return [...weights.values()].filter(({ weight }) => !weight.eq(0));
}

/** The smallest last digit of the figures. */
export function finestStep(figures: readonly Figure[]): Big {
  const steps = figures.map(figure => figure.amount.step);
  return steps.reduce((finest, step) => (step.lt(finest) ? step : finest), steps[0] ?? ZERO);
}

/**
 * How far the true number may be from the printed one.
 * Half a last digit; nothing for whole counts and scores, which are not rounded, and for a bare «0» beside numbers
 * with decimals, which says «none».
 */
export function halfStep(figure: Figure, values: Values, finest: Big): Big {
  const { kind, step } = figure.amount;
  if (kind !== 'money' && kind !== 'percent' && step.gte(1)) return ZERO;
  if (step.gt(finest) && values(figure).eq(0)) return ZERO;
  const known = halves.get(step) ?? step.times(HALF);
  halves.set(step, known);
  return known;
}

const halves = new WeakMap<Big, Big>();

/** How far Σ weight × figure may be from its printed value. */
export function slackOf(weighted: readonly Weighted[], values: Values, finest: Big): Big {
  let slack = ZERO;
  for (const { figure, weight } of weighted) {
    const half = halfStep(figure, values, finest);
    slack = slack.plus(weight.abs().eq(ONE) ? half : weight.abs().times(half));
  }
  return slack;
}

/** What a figure would have to be: all it may be, and what it is if every other figure is exactly as printed. */
export interface Implied extends Interval {
  readonly likely: Big;
}

export function implying(middle: Big, half: Big): Implied {
  return { ...around(middle, half), likely: middle };
}

export function around(middle: Big, half: Big): Interval {
  return { low: middle.minus(half), high: middle.plus(half) };
}

/** Rounds to a step, halves away from zero. */
export const roundTo = (value: Big, step: Big): Big => toStep(value, step, Big.roundHalfUp);

/** Cuts off what is behind a step. */
export const cutTo = (value: Big, step: Big): Big => toStep(value, step, Big.roundDown);

/** Steps are powers of ten (but for those of rules): what is rounded is a number of decimals, and nothing need be divided. */
function toStep(value: Big, step: Big, mode: 0 | 1): Big {
  const isPower = step.c.length === 1 && step.c[0] === 1 && step.s === 1;
  return isPower ? value.round(-step.e, mode) : value.div(step).round(0, mode).times(step);
}
