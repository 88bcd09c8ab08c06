import process from 'node:process';
import fc from 'fast-check';
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

describe('one fact in any number of places', () => {
  const number = fc.constantFrom(
    '0',
    '0.00',
    '0.4',
    '1',
    '1.0',
    '1.04',
    '1.05',
    '1.1',
    '1.10',
    '2',
    '2.0',
    '2.04',
    '0.0002亿元',
    '20400元',
  );
  it('expects what most of the figures agree with', () => {
    fc.assert(
      fc.property(fc.array(number, { minLength: 2, maxLength: 8 }), printed => {
        const { figures } = agree(...printed);
        const supports = figures.map(one => figures.filter(other => decide(agree(one, other)).verdict === 'holds').length);
        const most = figures[supports.indexOf(Math.max(...supports))]!;
        const computed = decide(agree(...figures)).computed!;
        expect(computed.low.plus(computed.high).div(2).toString()).toBe(most.amount.value.toString());
      }),
    );
  });
  it('is decided at once for thousands that contradict each other', () => {
    const { figures } = agree(...Array.from({ length: 6000 }, (_, i) => `${i}.25`));
    const start = process.cpuUsage();
    expect(decide(agree(...figures)).verdict).toBe('fails');
    expect(process.cpuUsage(start).user / 1e6).toBeLessThan(3);
  });
});
