import { describe, expect, it } from 'vitest';
import { decide } from '../../src/audit.ts';
import { amountOf, type Fact, type UnitAmount } from '../../src/model/index.ts';
import { Sums, type Totals } from '../../src/overview/index.ts';

const fact = (indicator: string): Fact => ({ indicator, scope: '全部资金', period: 2023, measure: '决算' });
const stating = (indicator: string, printed: string, unit = '万元'): UnitAmount => ({
  fact: fact(indicator),
  printed,
  amount: amountOf(printed, 'money', unit)!,
});
const totalOf = (indicator: string, printed: string, unit = '万元'): Totals[number] => ({
  ...stating(indicator, printed, unit),
  label: indicator,
  place: { file: '全区.yaml' },
});
type Row = readonly [entity: string, printed: string | null, year?: number];
function sumOf(printed: string, rows: readonly Row[], more: { readonly lost?: true } = {}) {
  const sums = new Sums([totalOf('本年支出', printed)]);
  for (const [entity, amount, year = 2023] of rows)
    sums.take(
      { entity, file: `${entity}.txt`, year, kind: 'final-accounts' },
      amount === null ? [] : [stating('本年支出', amount)],
    );
  if (more.lost) sums.fail();
  return sums.end(decide)[0]!;
}

describe('the sum of the units', () => {
  it('holds, differs within the printed digits, or does not hold', () => {
    const rows: Row[] = [
      ['甲局', '100.00'],
      ['乙局', '50.50'],
    ];
    expect(sumOf('150.50', rows)).toMatchObject({ check: { verdict: 'holds' }, units: 2, lacking: [], nested: [] });
    expect(sumOf('150.51', rows).check.verdict).toBe('rounding');
    expect(sumOf('151.50', rows).check.verdict).toBe('fails');
  });
  it('counts another unit of money as what it is', () => {
    const sums = new Sums([totalOf('本年支出', '1.50', '亿元')]);
    for (const [entity, amount] of [
      ['甲局', stating('本年支出', '10000.00')],
      ['乙局', stating('本年支出', '50000000.00', '元')],
    ] as const)
      sums.take({ entity, file: entity, year: 2023, kind: 'final-accounts' }, [amount]);
    expect(sums.end(decide)[0]!.check.verdict).toBe('holds');
  });
  it('accuses nobody where a unit does not state the amount, or a report could not be audited', () => {
    const lacking = sumOf('170.00', [
      ['甲局', '100.00'],
      ['乙局', null],
    ]);
    expect(lacking).toMatchObject({ check: { verdict: 'undecided' }, lacking: ['乙局'] });
    expect(sumOf('170.00', [['甲局', '100.00']], { lost: true })).toMatchObject({
      check: { verdict: 'undecided' },
      isWhole: false,
    });
    // What fits fits: who states nothing has nothing.
    expect(
      sumOf('100.00', [
        ['甲局', '100.00'],
        ['乙局', null],
      ]).check.verdict,
    ).toBe('holds');
  });
  it('nor where a unit may be part of another', () => {
    const nested = sumOf('100.00', [
      ['甲市水务局', '100.00'],
      ['甲市水务局河道所', '20.00'],
    ]);
    expect(nested).toMatchObject({ check: { verdict: 'undecided' }, nested: ['甲市水务局河道所'] });
  });
  it('takes a unit once a year, and no other year', () => {
    const rows: Row[] = [
      ['甲局', '100.00'],
      ['甲局', '90.00'],
      ['乙局', '50.00', 2022],
    ];
    expect(sumOf('100.00', rows)).toMatchObject({ check: { verdict: 'holds' }, units: 1 });
  });
  it('is undecided where nobody states the amount', () => {
    expect(sumOf('100.00', [['甲局', null]])).toMatchObject({ check: { verdict: 'undecided' }, units: 0 });
  });
});
