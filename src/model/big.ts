import BigConstructor, { type Big as BigType } from 'big.js';

/**
 * Decimals of any length, exact. Nearly all that an account prints fits into fifteen digits, which a whole number holds exactly:
 * such numbers are compared, added and multiplied as whole numbers of their last digit, without the copies that big.js makes of
 * both; all others, and all divisions and roots, as big.js does it.
 * An own constructor with an own prototype, so that its settings and its ways are nobody else's.
 */
export const Big = BigConstructor();
export type Big = BigType;

type Operand = BigType | string | number | bigint;

/** Digits that a number of double precision holds whatever they are. */
const EXACT = 15;
const TENS = Array.from({ length: EXACT + 1 }, (_, power) => 10 ** power);
/** What is split off, so that both halves are small whole numbers. */
const HALFWAY = 10_000_000;
const HALF_WIDTH = 7;

/** Whole numbers up to it can be scaled by halves of seven digits. */
const LARGEST = 10 ** EXACT;

/** Numbers that are written in the source are fewer. */
const MANY = 200;

const plain = Big.prototype as BigType;
const literals = new Map<Operand, BigType>();

/** A number as an operand; those written in the source are made once. */
function made(operand: Operand): BigType {
  if (operand instanceof Big) return operand;
  const known = literals.get(operand);
  if (known) return known;
  const fresh = new Big(operand);
  if (typeof operand === 'number' && literals.size < MANY) literals.set(operand, fresh);
  return fresh;
}

/** The digits of a number as one whole number; its first digit may stand for nothing. */
function digitsOf(c: readonly number[]): number {
  let whole = 0;
  for (let i = 0; i < c.length; i++) whole = whole * 10 + c[i]!;
  return whole;
}

/** whole × 10^power; of no more than fifteen digits. */
export function decimal(whole: number, power: number): BigType {
  if (whole === 0) return ZERO;
  const size = whole < 0 ? -whole : whole;
  let high = (size / HALFWAY) | 0;
  let low = (size - high * HALFWAY) | 0;
  let [width, last] = [HALF_WIDTH, power];
  if (low === 0) {
    low = high;
    high = 0;
    last += HALF_WIDTH;
  }
  // Zeros at the end are no digits.
  for (; low % 10 === 0; low = (low / 10) | 0) {
    width -= 1;
    last += 1;
  }
  const length = high > 0 ? lengthOf(high) + width : lengthOf(low);
  const result = new Big(BLANK[length]!);
  const { c } = result;
  let at = length - 1;
  if (high > 0) {
    for (; width > 0; width--) {
      c[at--] = low % 10;
      low = (low / 10) | 0;
    }
    low = high;
  }
  for (; at >= 0; at--) {
    c[at] = low % 10;
    low = (low / 10) | 0;
  }
  result.s = whole < 0 ? -1 : 1;
  result.e = length - 1 + last;
  return result;
}

/** How many digits a small whole number has. */
function lengthOf(whole: number): number {
  let length = 1;
  for (let limit = 10; whole >= limit; limit *= 10) length += 1;
  return length;
}

/** x + y, or x − y for the sign −1; null where one of them is too long, or both are too far apart. */
function added(x: BigType, y: BigType, sign: number): BigType | null {
  if (y.c[0] === 0) return x;
  const xLast = x.e - x.c.length + 1;
  const yLast = y.e - y.c.length + 1;
  const last = Math.min(xLast, yLast);
  if (Math.max(x.e, y.e) - last >= EXACT) return null;
  const one = digitsOf(x.c) * TENS[xLast - last]! * x.s;
  const other = digitsOf(y.c) * TENS[yLast - last]! * y.s * sign;
  return decimal(one + other, last);
}

function compared(x: BigType, y: BigType): -1 | 0 | 1 {
  const xc = x.c;
  const yc = y.c;
  if (xc[0] === 0 || yc[0] === 0) {
    if (xc[0] !== 0) return x.s as -1 | 1;
    return yc[0] === 0 ? 0 : (-y.s as -1 | 1);
  }
  if (x.s !== y.s) return x.s as -1 | 1;
  const larger = x.s as -1 | 1;
  const smaller = -x.s as -1 | 1;
  if (x.e !== y.e) return x.e > y.e ? larger : smaller;
  const shared = Math.min(xc.length, yc.length);
  for (let i = 0; i < shared; i++) if (xc[i] !== yc[i]) return xc[i]! > yc[i]! ? larger : smaller;
  return xc.length === yc.length ? 0 : xc.length > yc.length ? larger : smaller;
}

/**
 * The sum of the values of some items, each taken off where its sign is below nothing: added up as one whole number of the smallest
 * last digit, so that of the sums on the way none is made.
 */
export function sumOf<T>(items: readonly T[], amountOf: (item: T) => BigType, side?: (item: T) => number): BigType {
  let whole = 0;
  let last = 0;
  for (let i = 0; i < items.length; i++) {
    const { c, e, s } = amountOf(items[i]!);
    if (c[0] === 0) continue;
    const own = e - c.length + 1;
    const apart = own - last;
    if (whole === 0) last = own;
    else if (apart < 0) {
      if (-apart > EXACT) return summed(items, amountOf, side);
      whole *= TENS[-apart]!;
      last = own;
    }
    if (e - last >= EXACT) return summed(items, amountOf, side);
    whole += digitsOf(c) * TENS[own - last]! * s * (side ? side(items[i]!) : 1);
    if (whole > LARGEST || whole < -LARGEST) return summed(items, amountOf, side);
  }
  return decimal(whole, last);
}

/** As `sumOf`, for numbers of any length. */
function summed<T>(items: readonly T[], amountOf: (item: T) => BigType, side?: (item: T) => number): BigType {
  let total = ZERO;
  for (const item of items) total = side && side(item) < 0 ? total.minus(amountOf(item)) : total.plus(amountOf(item));
  return total;
}

/** x × ±10^power. */
function shifted(x: BigType, power: number, sign: number): BigType {
  if (x.c[0] === 0 || (power === 0 && sign === 1)) return x;
  const result = new Big(x);
  result.s = x.s * sign;
  result.e = x.e + power;
  return result;
}

/** What a number is beside nothing, which is asked most. */
const signOf = (x: BigType): number => (x.c[0] === 0 ? 0 : x.s);

const beside = (x: BigType, n: Operand): number => (n === 0 ? signOf(x) : compared(x, made(n)));

const quick = {
  cmp(this: BigType, n: Operand) {
    return compared(this, made(n));
  },
  eq(this: BigType, n: Operand) {
    return beside(this, n) === 0;
  },
  gt(this: BigType, n: Operand) {
    return beside(this, n) > 0;
  },
  gte(this: BigType, n: Operand) {
    return beside(this, n) >= 0;
  },
  lt(this: BigType, n: Operand) {
    return beside(this, n) < 0;
  },
  lte(this: BigType, n: Operand) {
    return beside(this, n) <= 0;
  },
  abs(this: BigType) {
    return this.s > 0 ? this : plain.abs.call(this);
  },
  plus(this: BigType, n: Operand) {
    const other = made(n);
    return added(this, other, 1) ?? plain.plus.call(this, other);
  },
  minus(this: BigType, n: Operand) {
    const other = made(n);
    return added(this, other, -1) ?? plain.minus.call(this, other);
  },
  times(this: BigType, n: Operand) {
    const other = made(n);
    if (other.c.length === 1 && other.c[0] === 1) return shifted(this, other.e, other.s);
    if (this.c.length + other.c.length > EXACT) return plain.times.call(this, other);
    const last = this.e + other.e - this.c.length - other.c.length + 2;
    return decimal(digitsOf(this.c) * digitsOf(other.c) * this.s * other.s, last);
  },
};

Object.defineProperty(Big, 'prototype', {
  value: Object.assign(Object.create(plain), quick, { add: quick.plus, sub: quick.minus, mul: quick.times }),
});

// Made when its prototype is what it stays.
const ZERO = new Big(0);
/** Numbers of so many digits, to be filled in. */
const BLANK = Array.from({ length: EXACT + 2 }, (_, length) => {
  const blank = new Big(ZERO);
  blank.c = Array.from({ length }, () => 0);
  return blank;
});
