import { describe, expect, it } from 'vitest';
import { decide, implied, run } from '../../src/check/index.ts';
import { fig, growth, share } from './build.ts';

const verdict = (relation: Parameters<typeof decide>[0]) => decide(relation).verdict;
const tailed = (relation: Parameters<typeof decide>[0]) => {
  const { verdict, tail } = decide(relation);
  return tail ? `${verdict}: ${tail}` : verdict;
};

describe('a rate', () => {
  it('holds when the quotient prints as it', () => {
    expect(verdict(share('86%', '436.91', '508.65'))).toBe('holds');
    expect(verdict(share('0%', '0.01', '508.65'))).toBe('holds');
    expect(verdict(share('12.5%', '1.00', '8.00'))).toBe('holds');
    expect(verdict(share('0.25%', '1', '400'))).toBe('holds');
  });

  it('rounds halves up: 12.5 prints as 13', () => {
    expect(verdict(share('13%', '10000.00', '80000.00'))).toBe('holds');
    expect(tailed(share('12%', '10000.00', '80000.00'))).toBe('rounding: rounding');
  });

  it('carries the intervals of what it is computed from', () => {
    // 0.19 may be 0.185 … 0.195, 0.02 may be 0.015 … 0.025: 8.2% … 12.9%.
    expect(verdict(growth(-1, '0.19', '0.02', '10%'))).toBe('holds');
    expect(tailed(growth(-1, '0.19', '0.02', '12%'))).toBe('rounding: rounding');
    expect(verdict(growth(-1, '0.19', '0.02', '14%'))).toBe('fails');
  });

  it('knows growth with its figure in part and whole', () => {
    expect(verdict(growth(-1, '516.82', '97.74', '16%'))).toBe('holds');
    expect(verdict(growth(-1, '516.82', '97.74', '15.90%'))).toBe('holds');
    expect(verdict(growth(1, '110.00', '10.00', '10%'))).toBe('holds');
    expect(verdict(growth(1, '110.00', '10.00', '9%'))).toBe('fails');
  });

  it('names cut-off digits', () => {
    expect(tailed(share('99.86%', '99868.00', '100000.00'))).toBe('rounding: truncation');
    expect(tailed(share('15%', '15.90', '100.00'))).toBe('rounding: truncation');
  });

  it('is lenient by one last digit only where decimals are printed', () => {
    expect(tailed(share('71.66%', '2106.66', '2940.05'))).toBe('rounding: last-digit');
    expect(tailed(share('71.73%', '2106.66', '2940.05'))).toBe('fails');
    expect(tailed(share('87%', '436.91', '508.65'))).toBe('fails');
  });

  it('has nothing to be a rate of', () => {
    expect(verdict(share('0%', '0', '0'))).toBe('holds');
    expect(verdict(share('100%', '0', '0'))).toBe('holds');
    expect(decide(share('50%', '0', '0'))).toMatchObject({ verdict: 'fails', params: { zeroBase: 'nothing' } });
    expect(decide(growth(1, '5.00', '5.00', '100%'))).toMatchObject({ verdict: 'fails', params: { zeroBase: 'something' } });
  });

  it('turns a negative whole around', () => expect(verdict(share('50%', '-5.00', '-10.00'))).toBe('holds'));

  it('says what each figure would have to be', () => {
    const [rate, part, whole] = [fig('71.73%'), fig('2106.66'), fig('2940.05')];
    const relation = share(rate, part, whole);
    const of = (figure: typeof rate) => {
      const range = implied(relation, figure);
      return range && [range.low, range.high].map(bound => bound.div(figure.amount.factor).toFixed(3));
    };
    expect(of(rate)).toEqual(['71.654', '71.654']);
    expect(of(part)).toEqual(['2108.747', '2109.048']);
    expect(of(whole)).toEqual(['2936.718', '2937.142']);
  });

  it('leaves open what a rate of 0% does not bound', () => {
    const [rate, part, whole] = [fig('0%'), fig('3.00'), fig('10.00')];
    expect(implied(share(rate, part, whole), whole)).toBeNull();
    expect(implied(share(rate, part, whole), part)!.high.toString()).toBe('500.25');
  });

  it('says what a change would have to be', () => {
    const [current, change, rate] = [fig('110.00'), fig('12.00'), fig('10.00%')];
    const range = implied(growth(1, current, change, rate), change)!;
    expect(range.low.div(10000).toFixed(2)).toBe('10.00');
    expect(range.high.div(10000).toFixed(2)).toBe('10.01');
  });
});

describe('the shares of one list', () => {
  it('may bend one share so that they add up to 100', () => {
    const list = (last: string) => [
      share('33%', '1.0000', '3.0000', 1),
      share('33%', '1.0000', '3.0000', 1),
      share(last, '1.0000', '3.0000', 1),
    ];
    expect(run(list('34%')).map(check => check.tail)).toEqual([null, null, 'plug']);
    expect(run(list('34%')).map(check => check.verdict)).toEqual(['holds', 'holds', 'rounding']);
    expect(run(list('35%')).map(check => check.verdict)).toEqual(['holds', 'holds', 'fails']);
    expect(run([share('34%', '1.0000', '3.0000')])[0]!.verdict).toBe('fails');
  });

  it('keeps lists apart', () => {
    const checks = run([share('66%', '1.0000', '3.0000', 1), share('34%', '1.0000', '3.0000', 2)]);
    expect(checks.map(check => check.verdict)).toEqual(['fails', 'fails']);
  });
});
