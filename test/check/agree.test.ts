import { describe, expect, it } from 'vitest';
import { decide, decideWith, implied } from '../../src/check/index.ts';
import { Big } from '../../src/model/index.ts';
import { agree, fig } from './build.ts';

const tailed = (...printed: string[]) => {
  const { verdict, tail } = decide(agree(...printed));
  return tail ? `${verdict}: ${tail}` : verdict;
};

describe('one fact in several places', () => {
  it.each([
    [['6.2', '6.20'], 'holds'],
    [['0.04亿元', '413.2万元'], 'holds'],
    [['436.91', '4369098.37元'], 'holds'],
    [['0', '0.00'], 'holds'],
    [['0', '0.19'], 'fails'],
    [['326.71', '326.72'], 'rounding: last-digit'],
    [['326.7', '326.79'], 'rounding: truncation'],
    [['326.71', '326.73'], 'fails'],
    [['9批次', '10批次'], 'fails'],
    [['86%', '87%'], 'fails'],
    [['71.65%', '71.66%'], 'rounding: last-digit'],
    [['5.00', '5.00', '5.01', '7.00'], 'fails'],
  ])('%j: %s', (printed, expected) => expect(tailed(...printed)).toBe(expected));

  it('takes the one that stands apart for the stated one', () => {
    const check = decide(agree('5.00', '5.00', '7.00', '5.00'));
    expect([check.stated, check.residual].map(String)).toEqual(['70000', '-20000']);
  });

  it('lets the others say what a figure would have to be, if they are at one', () => {
    const [a, b, c] = [fig('5.00'), fig('5'), fig('7.00')];
    expect(implied(agree(a, b, c), c)).toMatchObject({ low: new Big('49950'), high: new Big('50050') });
    expect(implied(agree(a, b, c), a)).toBeNull();
    expect(decideWith(agree(a, b, c), new Map([[c.id, new Big(50000)]]))).toBe('holds');
  });
});
