import BigJs from 'big.js';
import { describe, expect, it } from 'vitest';
import { Big, sumOf } from '../../src/model/index.ts';
import { randomOf } from '../generator/random.ts';

describe('decimals', () => {
  const random = randomOf('decimals');
  const digits = (most: number) => Array.from({ length: random.int(1, most) }, () => random.int(0, 9)).join('');
  const number = () => {
    const [whole, fraction] = [digits(random.chance(0.25) ? 19 : 9), digits(random.chance(0.25) ? 14 : 4)];
    return `${random.chance(0.3) ? '-' : ''}${random.chance(0.15) ? '0' : whole}${random.chance(0.5) ? `.${fraction}` : ''}`;
  };
  const pairs = Array.from({ length: 4000 }, () => [number(), number()] as const);

  it.each(['plus', 'minus', 'times'] as const)('%s what big.js makes of them, whatever their length', operation => {
    for (const [one, other] of pairs) {
      const own = new Big(one)[operation](other);
      const theirs = new BigJs(one)[operation](other);
      expect(own.toFixed(), `${one} ${operation} ${other}`).toBe(theirs.toFixed());
      expect([own.c, own.e], `${one} ${operation} ${other}`).toEqual([theirs.c, theirs.e]);
    }
  });

  it('stand in the order of big.js', () => {
    for (const [one, other] of pairs) {
      for (const against of [other, one, 0, 1, -1]) {
        const [own, theirs] = [new Big(one), new BigJs(one)];
        expect(own.cmp(against), `${one} cmp ${against}`).toBe(theirs.cmp(against));
        const all = (x: Big | BigJs) => [x.eq(against), x.gt(against), x.gte(against), x.lt(against), x.lte(against)];
        expect(all(own), `${one} beside ${against}`).toEqual(all(theirs));
      }
    }
  });

  it('are added up together as one after the other, whatever their length', () => {
    for (let i = 0; i + 5 < pairs.length; i += 3) {
      const items = pairs.slice(i, i + random.int(0, 5)).flat();
      const signs = items.map(() => (random.chance(0.4) ? -1 : 1));
      const own = sumOf(
        [...items.keys()],
        at => new Big(items[at]!),
        at => signs[at]!,
      );
      const theirs = items.reduce((sum, one, at) => sum.plus(new BigJs(one).times(signs[at]!)), new BigJs(0));
      expect(own.toFixed(), items.join()).toBe(theirs.eq(0) ? '0' : theirs.toFixed());
      expect(sumOf(items, one => new Big(one)).eq(items.reduce((sum, one) => sum.plus(one), new BigJs(0)).toFixed())).toBe(true);
    }
  });

  it('are never changed by what is done with them', () => {
    for (const [one, other] of pairs.slice(0, 500)) {
      const [a, b] = [new Big(one), new Big(other)];
      const sums = [a.plus(b), a.minus(b), a.times(b), a.abs()].map(String);
      expect([a.toFixed(), b.toFixed()]).toEqual([new BigJs(one).toFixed(), new BigJs(other).toFixed()]);
      expect([a.plus(b), a.minus(b), a.times(b), a.abs()].map(String)).toEqual(sums);
    }
  });

  it('keep exact what floats do not', () => {
    expect(new Big('0.1').plus('0.2').eq('0.3')).toBe(true);
    expect(new Big('999999999999999').plus(1).toFixed()).toBe('1000000000000000');
    expect(new Big('99999999.99').times('10000').toFixed()).toBe('999999999900');
    expect(new Big('9007199254740993').minus('9007199254740992').toFixed()).toBe('1');
  });

  it('leave the numbers of big.js itself as they are', () => {
    expect(Object.getPrototypeOf(new BigJs(1))).not.toBe(Object.getPrototypeOf(new Big(1)));
    expect(new Big(1)).toBeInstanceOf(Big);
    expect(new Big(2).pow(3).sqrt().round(2).toFixed(2)).toBe('2.83');
  });
});
