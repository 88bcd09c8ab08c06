import type { Big, Check } from '../model/index.ts';
import { HUNDRED, ONE } from './terms.ts';

/** The likelihoods by which a reading is weighed. Few, and each with a test that shows why. */

/** A reading that holds is taken for what was meant when it would hold by chance less often than one time in this many. */
export const ONE_IN = 100;
/** Fewer relations than this say nothing about the reading they share. */
export const ENOUGH = 3;
/** So many of four that fail together are the reading's fault: of three all, of four three. */
export const MOST_OF_FOUR = 3;
/** Whom twice as many hold for as fail is read as it was meant. */
export const TWICE = 2;

/** Out of `span` equally likely numbers, `width` would let a relation hold. */
export interface Odds {
  readonly width: Big;
  readonly span: Big;
}

const SURE: Odds = { width: ONE, span: ONE };

/**
 * How often a relation that holds would hold if its numbers had nothing to do with each other: the numbers that the printed digits let
 * pass, out of all that could stand there. A rate is one of a hundred per cent at least, a sum or a copy any number up to its size; a
 * bound, a word of order and a rate of nothing are met by anything.
 */
export function oddsOf({ relation, stated, slack, tail, computed }: Check): Odds {
  if (!stated || !slack || stated.eq(0)) return SURE;
  switch (relation.kind) {
    case 'ratio': {
      if (computed?.low.eq(0) && computed.high.eq(0)) return SURE;
      const bent = tail && tail !== 'rounding' ? relation.rate.amount.step.times(2) : relation.rate.amount.step.times(0);
      return within(slack.times(2).plus(bent), stated.abs().gt(HUNDRED) ? stated.abs() : HUNDRED);
    }
    case 'linear': {
      if (relation.compare !== '=') return SURE;
      const steps = [...relation.total, ...relation.parts].map(({ figure }) => figure.amount.step);
      const finest = steps.reduce((fine, step) => (step.lt(fine) ? step : fine), steps[0]!);
      return within(slack.times(2).plus(finest), stated.abs());
    }
    case 'agree':
      return within(slack, stated.abs());
    default:
      return SURE;
  }
}

function within(width: Big, span: Big): Odds {
  return width.lt(span) ? { width, span } : SURE;
}

/** Whether chance explains that all of them hold, when so many readings were tried. Exact: nothing is divided. */
export function isChance(checks: readonly Check[], tried: number): boolean {
  let width = ONE.times(tried * ONE_IN);
  let span = ONE;
  for (const odds of checks.map(oddsOf)) {
    width = width.times(odds.width);
    span = span.times(odds.span);
  }
  return width.gte(span);
}
