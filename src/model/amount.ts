import { Big, decimal } from './big.ts';
import { lookUp } from './own.ts';

/** The decimals that are read; the smallest step is 10^-12. The fen of an amount in 亿元 is the tenth. */
const DECIMALS = 12;

// Halves round away from zero, and divisions keep decimals enough for half of the smallest step in the largest unit, so that no
// step and no factor ever vanishes.
Big.DP = DECIMALS + 10;
Big.RM = Big.roundHalfUp;
Big.NE = -30;
Big.PE = 40;

export type Kind = 'money' | 'percent' | 'count' | 'score' | 'other';

/**
 * What a printed number says.
 * `value` and `step` are in the kind's base unit: money in 元, percent in per cent (16% is 16), counts as they are.
 * `step` is the size of the last printed digit: 620.30万元 has the step 100元, 16% the step 1.
 * `factor` is what one printed unit is in the base unit (万元: 10000), so value / factor is the number as printed.
 */
export interface Amount {
  readonly kind: Kind;
  readonly value: Big;
  readonly step: Big;
  readonly factor: Big;
  /** The unit as printed: 元, 万元, 亿元, %, 个, 辆, 人次 …; '' where none stands. */
  readonly unit: string;
  /** True for «700余名», «约30万元»: the number is no exact statement. */
  readonly approximate?: boolean;
}

const HALF = new Big('0.5');

/** A closed range of numbers in the base unit. */
export interface Interval {
  readonly low: Big;
  readonly high: Big;
}

const MONEY: Readonly<Record<string, Big>> = {
  元: new Big(1),
  百元: new Big(100),
  千元: new Big(1000),
  万元: new Big(10000),
  万: new Big(10000),
  百万元: new Big(1000000),
  千万元: new Big(10000000),
  亿元: new Big(100000000),
  亿: new Big(100000000),
};
const ONE = new Big(1);
const TIMES = new Big(100);
const PER_MILLE = new Big('0.1');

/** What one of a unit is in the base unit of its kind; undefined for a unit that is not money. */
export function moneyFactor(unit: string): Big | undefined {
  const factor = lookUp(MONEY, unit);
  return factor;
}

const FULL_WIDTH = /[０-９．，－＋（）％]/g;

/** Full-width digits and signs as their ASCII twins; the length stays the same. */
export function narrow(text: string): string {
  return text.replace(FULL_WIDTH, c => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
}

const DIGITS = Array.from({ length: DECIMALS + 1 }, (_, decimals) => new Big(`1e-${decimals}`));

/** The size of the last digit of a number with so many decimals; below zero: of one with so many digits left out. */
const stepOf = (decimals: number): Big => DIGITS[decimals] ?? new Big(`1e${-decimals}`);

/** What nearly all are: digits, perhaps with a point. */
const USUAL = /^(-?)(\d{1,15})(?:\.(\d{1,12}))?$/;

/** Digits before the point that an account can hold: the money of the world in fen has seventeen. */
const LONGEST = 18;
/** Digits that a program keeps of a number; what it prints behind them is noise of its arithmetic. */
const KEPT = 15;

/**
 * Reads a printed number: thousands separators, full-width digits, blanks inside, a leading sign, a sign of
 * currency, brackets for negatives, 1.0E+02.
 * Digits behind the fifteenth are no digits (1146.5800000000002 is 1146.58), nor are decimals behind the twelfth.
 * Gives undefined for anything else («-», «/», «—», words), and for numbers that no account can hold.
 */
export function parseNumber(printed: string): { value: Big; step: Big } | undefined {
  const usual = USUAL.exec(printed.replaceAll(',', ''));
  if (usual) {
    const [, sign, whole, fraction = ''] = usual;
    const digits = Number(whole! + fraction);
    // «-0» keeps the sign that stands there.
    if (whole!.length + fraction.length <= KEPT && (digits > 0 || !sign))
      return { value: decimal(sign ? -digits : digits, -fraction.length), step: stepOf(fraction.length) };
  }
  let text = narrow(printed)
    .replace(/[\s\u3000\u00ad\u200b-\u200f\u2060\ufeff,，'’]/g, '')
    .replace(/^([-−(]?)[¥￥]/, '$1')
    .replace(/^[−﹣–—](?=\d)/, '-');
  const bracketed = /^\((\d+(?:\.\d+)?)\)$/.exec(text);
  if (bracketed) text = `-${bracketed[1]}`;
  const match = /^([-+]?)(\d+)(?:\.(\d+))?(?:[eE]([-+]?\d{1,2}))?$/.exec(text);
  if (!match) return undefined;
  const [, sign = '', whole = '', fraction = '', exponent] = match;
  const digits = whole.length > LONGEST || fraction.length > DECIMALS ? whole.replace(/^0+(?=\d)/, '') : whole;
  if (digits.length > LONGEST) return undefined;
  if (exponent !== undefined || digits.length + fraction.length > KEPT || fraction.length > DECIMALS)
    return rounded(`${sign === '-' ? '-' : ''}${digits}`, fraction, Number(exponent ?? 0));
  return {
    value: new Big(`${sign === '-' ? '-' : ''}${digits}${match[3] === undefined ? '' : `.${fraction}`}`),
    step: stepOf(fraction.length),
  };
}

/** A number of more digits than are kept, or with an exponent. */
function rounded(whole: string, fraction: string, exponent: number): { value: Big; step: Big } | undefined {
  // What is behind forty decimals moves no digit that is kept.
  const exact = new Big(`${whole}.${fraction.slice(0, 40) || '0'}e${exponent}`);
  if (exact.e >= LONGEST) return undefined;
  const stated = fraction.length - exponent;
  const kept = Math.min(stated, DECIMALS, stated > 0 ? Math.max(0, KEPT - 1 - exact.e) : stated);
  const value = kept < stated ? exact.round(kept, Big.roundHalfUp) : exact;
  // Noise was cut off: what stands before it are zeros that no person wrote.
  const decimals = value.eq(exact) || value.eq(0) ? kept : Math.max(0, decimalsIn(value));
  return { value, step: stepOf(decimals) };
}

const decimalsIn = (value: Big): number => value.c.length - 1 - value.e;

/** Builds an amount from a printed number and its unit; undefined when the number cannot be read. */
export function amountOf(printed: string, kind: Kind, unit: string, approximate = false): Amount | undefined {
  const number = parseNumber(printed);
  if (!number) return undefined;
  const factor = kind === 'money' ? (moneyFactor(unit) ?? ONE) : unit === '倍' ? TIMES : unit === '‰' ? PER_MILLE : ONE;
  return {
    kind,
    value: number.value.times(factor),
    step: number.step.times(factor),
    factor,
    unit,
    ...(approximate ? { approximate } : {}),
  };
}

/** All numbers that print as this one (half-up): value ± half a step. */
export function intervalOf(amount: Amount): Interval {
  const half = amount.step.times(HALF);
  return { low: amount.value.minus(half), high: amount.value.plus(half) };
}

/** Whether parts make up a total as far as the printed digits can tell: each of them may be half a step off. */
export function addUp(total: { readonly amount: Amount }, parts: readonly { readonly amount: Amount }[]): boolean {
  const rest = parts.reduce((left, { amount }) => left.minus(amount.value), total.amount.value);
  const steps = parts.reduce((sum, { amount }) => sum.plus(amount.step), total.amount.step);
  return rest.abs().times(2).lte(steps);
}

/** A number of the base unit, written as the amount is printed: its unit's scale and its number of decimals. */
export function formatLike(value: Big, amount: Amount): string {
  return value.div(amount.factor).toFixed(decimalsOf(amount));
}

/** How many decimals an amount is printed with. */
export function decimalsOf(amount: Amount): number {
  const step = amount.step.div(amount.factor);
  return Math.max(0, -step.e);
}

/** Rounds a base-unit number to an amount's printed step (half away from zero). */
export function roundLike(value: Big, amount: Amount): Big {
  return value.div(amount.step).round(0, Big.roundHalfUp).times(amount.step);
}
