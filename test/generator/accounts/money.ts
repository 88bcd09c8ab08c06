import { Big } from '../../../src/model/index.ts';
import type { Random } from '../random.ts';

export const ZERO = new Big(0);

export const sum = (values: Iterable<Big>): Big => {
  let total = ZERO;
  for (const value of values) total = total.plus(value);
  return total;
};

/** Draws money in 万元 with `decimals` places: 2 for figures exact in 万元, 6 for figures exact in 分. */
export interface Mint {
  readonly decimals: number;
  between(low: number, high: number): Big;
  /** About `value` × (low … high per cent). */
  near(value: Big, low: number, high: number): Big;
  /** Cuts an amount into parts that add up exactly; no part is negative, none is zero where the amount allows. */
  split(total: Big, parts: number): Big[];
}

export function mintOf(random: Random, decimals: number): Mint {
  const unit = new Big(10).pow(-decimals);
  const round = (value: Big) => value.round(decimals, Big.roundHalfUp);
  return {
    decimals,
    between: (low, high) => {
      const whole = new Big(random.int(Math.round(low * 100), Math.round(high * 100))).div(100);
      return decimals === 2 ? whole : whole.plus(unit.times(random.int(0, 9999)));
    },
    near: (value, low, high) => round(value.times(random.int(low * 100, high * 100)).div(10_000)),
    split: (total, parts) => {
      const weights = Array.from({ length: parts }, () => random.int(3, 40));
      const all = weights.reduce((a, b) => a + b, 0);
      const cut = weights.slice(1).map(weight => round(total.times(weight).div(all)));
      return [total.minus(sum(cut)), ...cut];
    },
  };
}
