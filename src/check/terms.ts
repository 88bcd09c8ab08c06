import { Big, type Figure, type Interval, sumOf, type Term } from '../model/index.ts';

/** What a figure is taken to be: its printed value, or another one somebody wants to try. */
export type Values = (figure: Figure) => Big;

export const asPrinted: Values = figure => figure.amount.value;

export const ZERO = new Big(0);
export const ONE = new Big(1);
export const MINUS_ONE = new Big(-1);
export const HALF = new Big('0.5');
export const HUNDRED = new Big(100);

/** The signed sum of terms. */
export function sum(terms: readonly Term[], values: Values): Big {
  return sumOf(
    terms,
    ({ figure, times }) => (times ? values(figure).times(times) : values(figure)),
    ({ sign }) => sign,
  );
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
    const taken = factor.times(-1);
    for (const { figure, sign, times } of terms) {
      const before = weights.get(figure.id)?.weight;
      const side = sign === 1 ? factor : taken;
      const own = times ? side.times(times) : side;
      weights.set(figure.id, { figure, weight: before ? before.plus(own) : own });
    }
  }
  return [...weights.values()].filter(({ weight }) => !weight.eq(0));
}

/** The smallest last digit of the figures. */
export function finestStep(figures: readonly Figure[]): Big {
  let finest = figures[0]?.amount.step ?? ZERO;
  for (const { amount } of figures) if (amount.step.lt(finest)) finest = amount.step;
  return finest;
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
  return halfOf(step);
}

/** Powers of ten that steps are; half of each is made once. */
const MOST = 20;
const HALVES = Array.from({ length: 2 * MOST + 1 }, (_, i) => new Big(`5e${i - MOST - 1}`));

const halfOf = (step: Big): Big => (isPowerOfTen(step) && Math.abs(step.e) <= MOST ? HALVES[step.e + MOST]! : step.times(HALF));

const isPowerOfTen = ({ c, s }: Big): boolean => c.length === 1 && c[0] === 1 && s === 1;

/** How far Σ weight × figure may be from its printed value. */
export function slackOf(weighted: readonly Weighted[], values: Values, finest: Big): Big {
  return sumOf(weighted, ({ figure, weight }) => {
    const half = halfStep(figure, values, finest);
    return weight.eq(ONE) || weight.eq(MINUS_ONE) ? half : weight.abs().times(half);
  });
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
  return isPowerOfTen(step) ? value.round(-step.e, mode) : value.div(step).round(0, mode).times(step);
}
