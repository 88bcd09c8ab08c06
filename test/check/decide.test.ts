import { describe, expect, it } from 'vitest';
import { decide, decideWith, implied } from '../../src/check/index.ts';
import { Big, type FormRelation, figuresOf } from '../../src/model/index.ts';
import { budgets, fig, item, order, share, sum } from './build.ts';

const verdict = (relation: Parameters<typeof decide>[0]) => decide(relation).verdict;

describe('words of order', () => {
  it.each([
    ['1511.89', '<', '1560.05', 'holds'],
    ['1511.89', '>', '1560.05', 'fails'],
    ['0.19', '>', '0.19', 'rounding'],
    ['0.19', '=', '0.19', 'holds'],
    ['0.19', '=', '1900元', 'holds'],
    ['0.19', '=', '1934元', 'holds'],
    ['0.19', '=', '0.20', 'fails'],
    ['0', '=', '0.19', 'fails'],
  ] as const)('%s %s %s: %s', (left, compare, right, expected) => expect(verdict(order(left, compare, right))).toBe(expected));

  it('compare with a plain number', () => expect(verdict(order('102%', '>', new Big(100)))).toBe('holds'));

  it('say what a figure would have to be only when they say «equal»', () => {
    const [a, b] = [fig('0.19'), fig('0.20')];
    expect(implied(order(a, '=', b), b)).toMatchObject({ low: new Big(1900), high: new Big(1900) });
    expect(implied(order(a, '>', b), b)).toBeNull();
  });
});

describe('budgets implied by completion rates', () => {
  const items = [item('224.37', '100%'), item('155.56', '105%'), item('64.83', '100%')];

  it('hold while their intervals meet', () => {
    expect(verdict(budgets(item('444.76', '102%'), items))).toBe('holds');
    expect(verdict(budgets(item('444.76', '110%'), items))).toBe('fails');
  });

  it('use a printed budget where there is one', () => {
    expect(verdict(budgets(item('444.76', null, '437.35'), items))).toBe('holds');
    expect(verdict(budgets(item('444.76', null, '420.00'), items))).toBe('fails');
  });

  it('cannot tell anything from a rate of 0', () => {
    expect(verdict(budgets(item('444.76', '102%'), [...items, item('0', '0%')]))).toBe('undecided');
    expect(verdict(budgets(item('444.76', '102%'), [...items, item('3.00', null)]))).toBe('undecided');
  });

  it('say what a figure would have to be', () => {
    const [rate, budget] = [fig('110%'), fig('420.00')];
    const range = implied(budgets(item('444.76', rate), items), rate)!;
    expect(range.low.toNumber()).toBeLessThan(101.7);
    expect(range.high.toNumber()).toBeGreaterThan(101.7);
    expect(verdict(budgets(item('444.76', '102%'), items))).toBe('holds');
    const room = implied(budgets(item('444.76', null, budget), items), budget)!;
    expect(decideWith(budgets(item('444.76', null, budget), items), new Map([[budget.id, room.low]]))).toBe('holds');
    expect(decideWith(budgets(item('444.76', null, budget), items), new Map([[budget.id, room.low.minus(100)]]))).toBe('fails');
  });
});

describe('any relation', () => {
  it('is undecided when something is missing', () => {
    const check = decide({ ...sum('5.00', ['3.00']), missing: ['其他收入'] });
    expect(check).toMatchObject({ verdict: 'undecided', missing: ['其他收入'], stated: null });
    expect(implied(check.relation, figuresOf(check.relation)[0]!)).toBeNull();
  });

  it('is not contradicted by an approximate number', () => {
    expect(verdict(sum(fig('30', { approximate: true }), ['12.00', '13.00']))).toBe('undecided');
    expect(verdict(sum(fig('30', { approximate: true }), ['15.00', '15.00']))).toBe('holds');
  });

  it('names its figures once each', () => {
    const a = fig('5.00');
    expect(figuresOf(share('100%', a, a))).toHaveLength(2);
    expect(figuresOf(budgets(item(a, '100%'), [item(a, null, '5.00')])).filter(figure => figure === a)).toHaveLength(1);
  });

  it('about form is as it was observed', () => {
    const form: FormRelation = {
      kind: 'form',
      rule: 'FRM-001',
      about: '年份',
      holds: false,
      place: { file: 'r' },
      printed: '2023年',
      quote: '',
      section: '',
      expected: '2024年',
      figures: [],
    };
    expect(verdict(form)).toBe('fails');
    expect(verdict({ ...form, holds: true })).toBe('holds');
  });
});
