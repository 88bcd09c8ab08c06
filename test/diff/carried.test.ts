import { describe, expect, it } from 'vitest';
import { level, report, years } from './build.ts';

const verdicts = (before: Parameters<typeof report>[1], after: Parameters<typeof report>[1], year = 2020) =>
  years(report(2019, before), report(year, after))
    .changes.filter(({ verdict }) => verdict !== null)
    .map(({ name, verdict }) => `${name} ${verdict}`);

describe('what is carried over', () => {
  const closing = [level('12.30', '年末结转和结余'), level('2.00', '年末结转和结余', { scope: '政府性基金' })];

  it('is what the year before carried forward, fund by fund', () => {
    expect(
      verdicts(closing, [level('12.30', '年初结转和结余'), level('2.50', '年初结转和结余', { scope: '政府性基金' })]),
    ).toEqual(['年初结转和结余 holds', '年初结转和结余 fails']);
  });

  it('also where the year before told what it had carried over itself', () => {
    expect(verdicts([level('7.00', '年初结转和结余'), ...closing], [level('12.80', '年初结转和结余')])).toEqual([
      '年初结转和结余 fails',
    ]);
  });

  it('is not judged where the report states an adjustment, or a year lies between', () => {
    expect(verdicts(closing, [level('12.80', '年初结转和结余'), level('0.50', '年初余额调整')])).toEqual([]);
    expect(verdicts(closing, [level('12.80', '年初结转和结余')], 2021)).toEqual([]);
  });
});
