import type { Big, Check, Figure, Interval, RatioRelation, Tail, Verdict } from '../model/index.ts';
import { cutTo, finestStep, HALF, HUNDRED, halfStep, type Implied, roundTo, type Values, ZERO } from './terms.ts';

/** A figure with its sign in the part and in the whole, and how far the true number may be from the printed one. */
interface Entry {
  readonly figure: Figure;
  readonly value: Big;
  readonly half: Big;
  readonly part: number;
  readonly whole: number;
}

/**
 * rate = 100 × part ÷ whole. Holds when the quotient of the printed numbers prints as the rate (half-up); `rounding` when
 * the quotient of the true numbers may, or when the digits were cut off, or when only the last of several digits is off.
 * Nothing is divided to decide: part − rate × whole is linear in every figure, so its extremes over all the numbers that
 * print alike are exact, also for figures that stand in part and whole (growth: whole = current − change).
 */
export function decideRatio(relation: RatioRelation, values: Values): Check {
  const { rate, step, entries, part, whole } = sidesOf(relation, values);
  const facts = { relation, stated: rate, missing: [] };
  if (whole.eq(0)) {
    const open = { computed: null, residual: null, slack: null, tail: null };
    return { ...facts, ...open, verdict: ofNothing(rate, part), params: { zeroBase: part.eq(0) ? 'nothing' : 'something' } };
  }
  const quotient = part.times(HUNDRED).div(whole);
  if (printsAs(rate, step, part, whole)) {
    const exact = { computed: { low: quotient, high: quotient }, residual: quotient.minus(rate), slack: step.times(HALF) };
    return { ...facts, ...exact, verdict: 'holds', tail: null };
  }
  const computed = range(entries, quotient);
  const [verdict, tail] = judge(
    rate,
    step,
    () => quotient,
    () => computed,
    entries,
  );
  const slack = step.plus(computed.high.minus(computed.low)).times(HALF);
  return { ...facts, verdict, tail, computed, residual: quotient.minus(rate), slack };
}

/** The verdict of decideRatio alone; nothing is divided where that is not asked for. */
export function verdictOfRatio(relation: RatioRelation, values: Values): Verdict {
  const { rate, step, entries, part, whole } = sidesOf(relation, values);
  if (whole.eq(0)) return ofNothing(rate, part);
  if (printsAs(rate, step, part, whole)) return 'holds';
  const quotient = () => part.times(HUNDRED).div(whole);
  return judge(rate, step, quotient, () => range(entries, quotient()), entries)[0];
}

function sidesOf(relation: RatioRelation, values: Values) {
  const entries = upright(entriesOf(relation, values));
  const [part, whole] = [total(entries, 'part'), total(entries, 'whole')];
  return { rate: values(relation.rate), step: relation.rate.amount.step, entries, part, whole };
}

/** A share of nothing is none, or all of it. */
const ofNothing = (rate: Big, part: Big): Verdict => (part.eq(0) && (rate.eq(0) || rate.eq(100)) ? 'holds' : 'fails');

/** What becomes of a rate that is not exact. */
function judge(
  rate: Big,
  step: Big,
  quotient: () => Big,
  computed: () => Interval,
  entries: readonly Entry[],
): readonly [Verdict, Tail | null] {
  if (meets(rate, step, entries)) return ['rounding', 'rounding'];
  if (cutTo(quotient(), step).eq(rate)) return ['rounding', 'truncation'];
  if (step.lt(1) && oneDigitOff(rate, step, computed())) return ['rounding', 'last-digit'];
  return ['fails', null];
}

/** 100 × part ÷ whole, rounded half away from zero to the step, is the rate; in whole numbers of the printed digits. */
function printsAs(rate: Big, step: Big, part: Big, whole: Big): boolean {
  const amount = part.times(HUNDRED);
  const [size, level] = amount.lt(0) ? [amount.times(-1), rate.times(-1)] : [amount, rate];
  const half = step.times(HALF);
  const aboveLow = size.gte(level.minus(half).times(whole));
  return aboveLow && size.lt(level.plus(half).times(whole)) && (level.gte(0) || amount.eq(0));
}

/** Whether some numbers that print like these have a quotient that prints as the rate. */
function meets(rate: Big, step: Big, entries: readonly Entry[]): boolean {
  const half = step.times(HALF);
  return extreme(entries, rate.minus(half), 1).gte(0) && extreme(entries, rate.plus(half), -1).lte(0);
}

/** The largest (side 1) or smallest (side −1) value of 100 × part − rate × whole. */
function extreme(entries: readonly Entry[], rate: Big, side: 1 | -1): Big {
  let middle = ZERO;
  let spread = ZERO;
  for (const entry of entries) {
    const weight = HUNDRED.times(entry.part).minus(rate.times(entry.whole));
    middle = middle.plus(weight.times(entry.value));
    spread = spread.plus(weight.abs().times(entry.half));
  }
  return side > 0 ? middle.plus(spread) : middle.minus(spread);
}

/** The smallest and the largest quotient of numbers that print like these. */
function range(entries: readonly Entry[], quotient: Big): Interval {
  const low = corner(entries, quotient, -1);
  const high = corner(entries, quotient, 1);
  return low && high && low.lte(high) ? { low, high } : { low: quotient, high: quotient };
}

/**
 * The quotient is monotone in every figure, so its extremes lie in corners. Which corner follows from a guess of the
 * extreme; the corner's own quotient is the next guess (Dinkelbach), until the corner stays the same.
 */
function corner(entries: readonly Entry[], quotient: Big, side: 1 | -1): Big | null {
  let guess = quotient;
  let before = '';
  for (let round = 0; round < 4; round++) {
    const ups = entries.map(entry => HUNDRED.times(entry.part).gt(guess.times(entry.whole)) === side > 0);
    if (ups.join() === before) break;
    before = ups.join();
    const at = entries.map((entry, i) => (ups[i] ? entry.value.plus(entry.half) : entry.value.minus(entry.half)));
    const whole = combine(entries, at, 'whole');
    if (whole.lte(0)) return null;
    guess = combine(entries, at, 'part').times(HUNDRED).div(whole);
  }
  return guess;
}

/** Exactly one last digit away from where the quotient may round to. */
export function oneDigitOff(rate: Big, step: Big, computed: Interval): boolean {
  return roundTo(computed.low, step).minus(step).lte(rate) && roundTo(computed.high, step).plus(step).gte(rate);
}

/**
 * What a figure would have to be for the rate to hold. For the rate itself: every quotient the others allow.
 * For a figure of part or whole: where the line 100 × part − rate × whole crosses zero at the rate's two ends.
 */
export function impliedRatio(relation: RatioRelation, figure: Figure, values: Values): Implied | null {
  const entries = entriesOf(relation, values);
  if (relation.rate.id === figure.id) {
    const turned = upright(entries);
    const whole = total(turned, 'whole');
    if (whole.eq(0)) return null;
    const likely = total(turned, 'part').times(HUNDRED).div(whole);
    return { ...range(turned, likely), likely };
  }
  const own = entries.find(entry => entry.figure.id === figure.id);
  if (!own) return null;
  const others = entries.filter(entry => entry !== own);
  const rate = values(relation.rate);
  const half = relation.rate.amount.step.times(HALF);
  const bounds = [rate.minus(half), rate.plus(half)].flatMap((level, i) => {
    const weight = HUNDRED.times(own.part).minus(level.times(own.whole));
    if (weight.eq(0)) return [];
    const rest = extreme(others, level, i === 0 ? 1 : -1);
    return [{ at: rest.div(weight).times(-1), atLeast: weight.gt(0) === (i === 0) }];
  });
  const low = bounds.find(bound => bound.atLeast)?.at;
  const high = bounds.find(bound => !bound.atLeast)?.at;
  if (!low || !high || low.gt(high)) return null;
  const weight = HUNDRED.times(own.part).minus(rate.times(own.whole));
  const rest = others.map(entry => HUNDRED.times(entry.part).minus(rate.times(entry.whole)).times(entry.value));
  const likely = weight.eq(0)
    ? low.plus(high).times(HALF)
    : rest
        .reduce((a, b) => a.plus(b), ZERO)
        .div(weight)
        .times(-1);
  return { low, high, likely };
}

function entriesOf(relation: RatioRelation, values: Values): Entry[] {
  const signs = new Map<string, { figure: Figure; part: number; whole: number }>();
  const signed = (figure: Figure) => {
    const found = signs.get(figure.id) ?? { figure, part: 0, whole: 0 };
    signs.set(figure.id, found);
    return found;
  };
  for (const { figure, sign } of relation.part) signed(figure).part += sign;
  for (const { figure, sign } of relation.whole) signed(figure).whole += sign;
  const all = [...signs.values()];
  const finest = finestStep(all.map(entry => entry.figure));
  return all.map(entry => ({ ...entry, value: values(entry.figure), half: halfStep(entry.figure, values, finest) }));
}

/** A negative whole (a deficit) and its part with their signs turned: the quotient stays, the whole is positive. */
function upright(entries: Entry[]): Entry[] {
  if (total(entries, 'whole').gte(0)) return entries;
  return entries.map(entry => ({ ...entry, part: -entry.part, whole: -entry.whole }));
}

function total(entries: readonly Entry[], side: 'part' | 'whole'): Big {
  return combine(
    entries,
    entries.map(entry => entry.value),
    side,
  );
}

function combine(entries: readonly Entry[], at: readonly Big[], side: 'part' | 'whole'): Big {
  let result = ZERO;
  for (const [i, entry] of entries.entries()) {
    const factor = entry[side];
    if (factor === 1) result = result.plus(at[i]!);
    else if (factor === -1) result = result.minus(at[i]!);
    else if (factor !== 0) result = result.plus(at[i]!.times(factor));
  }
  return result;
}
