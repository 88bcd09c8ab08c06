import { describe, expect, it } from 'vitest';
import { misprintsWithin, slipBetween } from '../../src/locate/suspects/slips.ts';
import { Big, intervalOf } from '../../src/model/index.ts';
import { fig } from '../check/build.ts';

const between = (printed: string, meant: string) => {
  const figure = fig(printed);
  return slipBetween(figure.printed, figure.amount, fig(meant).amount.value);
};

describe('what the hand did', () => {
  it.each([
    ['516.82', '561.82', 'transposed'],
    ['50.865', '58.065', 'transposed'],
    ['1,343.56', '1,343.65', 'transposed'],
    ['18%', '81%', 'transposed'],
    ['516.82', '576.82', 'digit'],
    ['86%', '36%', 'digit'],
    ['516.82', '5116.82', 'dropped'],
    ['58.65', '508.65', 'dropped'],
    ['508.6', '508.65', 'dropped'],
    ['5516.82', '516.82', 'doubled'],
    ['516.822', '516.82', 'doubled'],
    ['5168.2', '516.82', 'shifted'],
    ['25', '2.50', 'shifted'],
    ['1.87%', '187%', 'shifted'],
    ['0.91%', '90.88%', 'shifted'],
    ['3.43', '34.34', 'shifted'],
    ['3.44', '34.38', 'shifted'],
    ['98.02', '9801.57', 'shifted'],
    ['51.68', '516823.45', 'unit'],
    ['-97.74', '97.74', 'sign'],
    ['516.82万元', '516.82元', 'unit'],
    ['516.82元', '516.82万元', 'unit'],
    ['516.82亿元', '516.82万元', 'unit'],
  ])('%s for %s: %s', (printed, meant, slip) => expect(between(printed, meant)).toBe(slip));

  it.each([
    ['516.82', '516.82'],
    ['516.82', '617.93'],
    ['7%', '8%'],
    ['1%', '85%'],
    ['3.45', '34.34'],
    ['0', '12.00'],
    ['516.82', '0'],
    ['9批次', '90000批次'],
  ])('%s for %s is none', (printed, meant) => expect(between(printed, meant)).toBeNull());
});

describe('misprints within an interval', () => {
  const within = (printed: string, low: string, high: string) => {
    const figure = fig(printed);
    const interval = { low: fig(low).amount.value, high: fig(high).amount.value };
    return misprintsWithin(figure, interval).map(({ slip, value }) => `${slip} ${value.div(figure.amount.factor)}`);
  };

  it('finds what was meant when only a range is known', () => {
    expect(within('58.65', '500.00', '510.00')).toContain('dropped 508.65');
    expect(within('5086.5', '500.00', '510.00')).toContain('shifted 508.65');
    expect(within('805.65', '500.00', '510.00')).toEqual(['digit 505.65']);
    expect(within('36%', '84.00%', '87.00%')).toEqual(['digit 86']);
    expect(within('508.65元', '508.00', '509.00')).toEqual(['unit 5086500']);
  });

  it('finds nothing far away, and never the number itself', () => {
    const figure = fig('516.82');
    expect(misprintsWithin(figure, { low: new Big(1), high: new Big(2) })).toEqual([]);
    const values = misprintsWithin(figure, intervalOf(figure.amount)).map(misprint => misprint.value);
    expect(values.some(value => value.eq(figure.amount.value))).toBe(false);
  });

  it('knows what every slip of the list looks like from both sides', () => {
    for (const [printed, meant] of [
      ['561.82', '516.82'],
      ['576.82', '516.82'],
      ['56.82', '516.82'],
      ['5516.82', '516.82'],
      ['51682', '516.82'],
    ]) {
      const figure = fig(printed!);
      const target = fig(meant!).amount;
      const found = misprintsWithin(figure, intervalOf(target)).map(misprint => misprint.slip);
      expect(found).toContain(slipBetween(figure.printed, figure.amount, target.value));
    }
  });

  it('a number in powers of ten was typed by no hand: no neighbour of it is looked for', () => {
    const figure = { ...fig('0.000000001'), printed: '1e-9' };
    const found = misprintsWithin(figure, intervalOf(fig('9').amount));
    expect(found.map(({ slip }) => slip)).toEqual([]);
    expect(slipBetween(figure.printed, figure.amount, fig('19').amount.value)).toBeNull();
    expect(misprintsWithin(figure, intervalOf(fig('0.00000001').amount)).map(({ slip }) => slip)).toEqual(['shifted']);
  });
});
