import { describe, expect, it } from 'vitest';
import { decide, run } from '../../src/check/index.ts';
import { equationOf } from '../../src/locate/index.ts';
import { Big, type Relation } from '../../src/model/index.ts';
import { agree, budgets, fig, growth, item, order, share, sum, terms } from '../check/build.ts';

const written = (relation: Relation) => equationOf(decide(relation));

describe('an equation', () => {
  it.each<[string, Relation]>([
    ['444.76 + 71.73 = 516.49 ≠ 516.82', sum('516.82', ['444.76', '71.73'])],
    ['444.76 + 71.73 = 516.49', sum('516.49', ['444.76', '71.73'])],
    ['3.33 + 3.33 + 3.33 = 9.99 ≈ 10.00', sum('10.00', ['3.33', '3.33', '3.33'])],
    ['508.65 − 500.00 = 8.65', sum('8.65', ['508.65', '~500.00'])],
    ['5.00 + (-2.00) = 3.00 ≠ 4.00', sum('4.00', ['5.00', '-2.00'])],
    ['1,000.50 + 0.5 = 1,001.00 ≠ 1,100', sum('1,100', ['1,000.50', '0.5'])],
    ['9.98 < 10.00', sum('10.00', ['9.98'], '<=')],
    ['2 + 2 = 4 ≠ 5', sum('5辆', ['2辆', '2辆'])],
    ['97.74 ÷ (516.82 + 97.74) = 15.90% ≈ 16%', growth(-1, '516.82', '97.74', '16%')],
    ['2106.66 ÷ 2940.05 = 71.65% ≠ 71.73%', share('71.73%', '2106.66', '2940.05')],
    ['2.50 ÷ 2.50 = 100%', share('100%', '2.50', '2.50')],
    ['99868.00 ÷ 100000.00 = 99.868% ≈ 99.86%', share('99.86%', '99868.00', '100000.00')],
    [
      '5.00 ÷ (5.00 − 5.00) ≠ 100%',
      (() => {
        const five = fig('5.00');
        return {
          ...growth(1, five, five, '100%'),
          whole: [
            { figure: five, sign: 1 },
            { figure: fig('5.00'), sign: -1 },
          ],
        } as Relation;
      })(),
    ],
    ['516.82 ≠ 516.49 = 516.49', agree('516.82', '516.49', '516.49')],
    ['326.71 ≈ 326.72', agree('326.71', '326.72')],
    ['1511.89 < 1560.05', order('1511.89', '>', '1560.05')],
    ['102 > 100', order('102%', '<', new Big(100))],
    [
      '2946.25 + 49.14 = 2995.39 ≠ 2940.05 + 55.43 = 2995.48',
      { ...sum('2940.05', ['2946.25', '49.14']), total: terms('2940.05', '55.43') },
    ],
  ])('%s', (expected, relation) => expect(written(relation)).toBe(expected));

  it('converts what is printed in several units, and says into which', () => {
    expect(written(sum('1.5亿元', ['10000万元', '49999999元']))).toBe('1.0000 + 0.49999999 = 1.49999999 ≈ 1.5 亿元');
    expect(written(agree('5.17万元', '51234.56元'))).toBe('5.17 ≠ 5.123456 万元');
  });

  it('shows ranges where budgets are implied by rates', () => {
    const relation = budgets(item('444.76', null, '420.00'), [item('224.37', '100%'), item('220.39', '102%')]);
    expect(written(relation)).toBe('224.37 ÷ 100% + 220.39 ÷ 102% = 438.26…442.64 ≠ 420.00');
    expect(written(budgets(item('444.76', '101%'), [item('224.37', '100%'), item('220.39', '102%')]))).toMatch(
      /≈ 444\.76 ÷ 101% = 438\.\d\d…442\.\d\d$/,
    );
  });

  it('is null where nothing is computed', () => {
    expect(written({ ...sum('5.00', ['3.00']), missing: ['其他收入'] })).toBeNull();
    expect(run([]).map(equationOf)).toEqual([]);
  });
});
