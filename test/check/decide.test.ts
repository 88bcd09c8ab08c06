import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide, decideWith, implied } from '../../src/check/index.ts';
import { Big, type Figure, type FormRelation, figuresOf, type Relation } from '../../src/model/index.ts';
import { agree, budgets, fig, growth, item, order, share, sum } from './build.ts';

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

/** The relation with another figure in the place of one. */
function replaced(relation: Relation, id: string, other: Figure): Relation {
  const swap = (one: unknown): unknown => {
    if (Array.isArray(one)) return one.map(swap);
    if (one === null || typeof one !== 'object' || one instanceof Big) return one;
    if ((one as Figure).id === id) return other;
    return Object.fromEntries(
      Object.entries(one).map(([key, value]) => [
        key,
        key === 'figure' || key in relation || Array.isArray(value) ? swap(value) : value,
      ]),
    );
  };
  return swap(relation) as Relation;
}

describe('the verdict alone', () => {
  const amounts = fc.integer({ min: 0, max: 3000 }).map(cents => (cents / 100).toFixed(2));
  const rates = fc.constantFrom('0%', '33%', '33.3%', '50.00%', '66.67%', '99.9%', '100%');
  const relations = fc.oneof(
    fc.tuple(amounts, fc.array(amounts, { minLength: 1, maxLength: 4 })).map(([total, parts]) => sum(total, parts)),
    fc.tuple(rates, amounts, amounts).map(([rate, part, whole]) => share(rate, part, whole)),
    fc.tuple(rates, amounts, amounts).map(([rate, change, now]) => growth(1, now, change, rate)),
    fc.array(fc.oneof(amounts, fc.constantFrom('10', '10.0', '0')), { minLength: 2, maxLength: 5 }).map(all => agree(...all)),
  );

  it('is that of the whole check, also where figures have other values', () => {
    fc.assert(
      fc.property(relations, fc.option(amounts), (relation, other) => {
        const [figure] = figuresOf(relation);
        const value = other === null ? figure!.amount.value : new Big(other).times(10_000);
        const changed = { ...figure!, amount: { ...figure!.amount, value } };
        expect(decideWith(relation, new Map([[figure!.id, value]]))).toBe(
          decide(replaced(relation, figure!.id, changed)).verdict,
        );
      }),
    );
  });

  it('of thousands of tellings asks for each a few times', () => {
    const tellings = Array.from({ length: 2000 }, () => fig('5.00'));
    let asked = 0;
    const overrides = new (class extends Map<string, Big> {
      override get(id: string) {
        asked++;
        return super.get(id);
      }
    })([[tellings[1999]!.id, new Big(60_000)]]);
    expect(decideWith(agree(...tellings), overrides)).toBe('fails');
    expect(asked).toBeLessThan(2000 * 2);
  });
});
