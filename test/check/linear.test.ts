import { describe, expect, it } from 'vitest';
import { decide, implied } from '../../src/check/index.ts';
import { Big } from '../../src/model/index.ts';
import { fig, minus, sum } from './build.ts';

const verdict = (relation: Parameters<typeof decide>[0]) => decide(relation).verdict;

describe('a sum', () => {
  it('holds when it is exact', () => expect(verdict(sum('508.65', ['436.91', '71.73', '0.01']))).toBe('holds'));

  it('is rounding while every last digit may explain it, and fails one digit later', () => {
    expect(decide(sum('10.00', ['3.33', '3.33', '3.33']))).toMatchObject({ verdict: 'rounding', tail: 'rounding' });
    expect(verdict(sum('10.02', ['3.33', '3.33', '3.34']))).toBe('rounding');
    expect(verdict(sum('10.03', ['3.33', '3.33', '3.34']))).toBe('fails');
  });

  it('says in 元 what is stated, computed and apart', () => {
    const check = decide(sum('516.82', ['444.76', '71.73']));
    expect(check.verdict).toBe('fails');
    expect([check.stated, check.residual, check.slack].map(String)).toEqual(['5168200', '-3300', '150']);
    expect([check.computed!.low, check.computed!.high].map(String)).toEqual(['5164800', '5165000']);
  });

  it('compares in one unit', () => {
    expect(verdict(sum('1.5亿元', ['10000万元', '50000000元']))).toBe('holds');
    expect(verdict(sum('5.17万元', ['51234.56元', '500元']))).toBe('rounding');
  });

  it('adds whole counts without any slack', () => {
    expect(verdict(sum('4辆', ['2辆', '2辆']))).toBe('holds');
    expect(verdict(sum('5辆', ['2辆', '2辆']))).toBe('fails');
  });

  it('takes a bare 0 for «none», not for «less than half»', () => {
    expect(verdict(sum('2.70', ['2.50', '0', '0']))).toBe('fails');
    expect(verdict(sum('5', ['3', '2', '0']))).toBe('holds');
  });

  it('holds for a mean that is rounded, is rounding for one whose digits are cut off, and fails beyond', () => {
    const mean = (printed: string) => {
      const told = fig(printed);
      return verdict({ ...sum('0', ['96分', '92.5分', '88分']), total: [told, told, told].map(figure => ({ figure, sign: 1 })) });
    };
    expect(mean('92.17分')).toBe('holds');
    expect(mean('92.16分')).toBe('rounding');
    expect(mean('92分')).toBe('holds');
    expect(mean('92.14分')).toBe('fails');
    expect(mean('93分')).toBe('rounding');
  });

  it('subtracts', () => {
    const [income, spent] = [fig('508.65'), fig('516.49')];
    expect(verdict(sum('0', [income, minus(income)]))).toBe('holds');
    expect(verdict(sum('7.84', [spent, minus(income)]))).toBe('holds');
  });

  it.each([
    ['10.00', '<=', '9.98', 'fails'],
    ['10.00', '<=', '9.99', 'rounding'],
    ['10.00', '<=', '10.00', 'holds'],
    ['10.00', '>=', '10.01', 'rounding'],
    ['10.00', '>=', '10.03', 'fails'],
    ['10.00', '<', '10.00', 'rounding'],
    ['10.00', '<', '9.99', 'fails'],
    ['10.00', '>', '9.99', 'holds'],
  ] as const)('%s %s %s: %s', (left, compare, right, expected) => expect(verdict(sum(left, [right], compare))).toBe(expected));

  it('says what each figure would have to be', () => {
    const [total, a, b] = [fig('516.82'), fig('444.76'), fig('71.73')];
    const relation = sum(total, [a, b]);
    const of = (figure: typeof a) => implied(relation, figure);
    expect(of(total)).toMatchObject({ low: new Big('5164800'), high: new Big('5165000') });
    expect(of(a)).toMatchObject({ low: new Big('4450800'), high: new Big('4451000') });
    expect(implied(relation, a, new Map([[b.id, new Big(0)]]))).toMatchObject({
      low: new Big('5168100'),
      high: new Big('5168300'),
    });
    expect(implied(relation, fig('1.00'))).toBeNull();
    expect(implied(sum(total, [a, b], '<='), a)).toBeNull();
  });
});
