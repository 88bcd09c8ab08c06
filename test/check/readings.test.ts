import { describe, expect, it } from 'vitest';
import { run } from '../../src/check/index.ts';
import type { Grounds, Inference, Relation } from '../../src/model/index.ts';
import { agree, fig, share, sum } from './build.ts';

/** A relation with other readings after the first. */
const or = (relation: Relation, ...others: readonly (Relation | null)[]): Relation => ({
  ...relation,
  alternatives: others.map((reading, i) => ({ as: 'base', words: `总额${i + 1}`, reading })),
});
const together = (key: string, relations: readonly Relation[]): Relation[] =>
  relations.map(relation => ({ ...relation, together: { key, judged: true } }));
const weak = (relation: Relation, ...grounds: readonly [Inference, ...Inference[]]): Relation => ({ ...relation, grounds });
const verdicts = (relations: readonly Relation[]) => run(relations).map(({ verdict }) => verdict);
const only = (relation: Relation) => run([relation])[0]!;

describe('a weak reading', () => {
  const grounds: Grounds = ['base'];

  it('confirms as any other', () => expect(only(weak(share('50%', '5.00', '10.00'), 'base')).verdict).toBe('holds'));

  it('never accuses', () => {
    const check = only(weak(share('51%', '5.00', '10.00'), 'base'));
    expect(check).toMatchObject({ verdict: 'undecided', doubt: { code: 'doubt.inferred', inferred: grounds } });
  });

  it('accuses where others of many vouch for it', () => {
    const parts = ['12.34', '23.45', '34.56', '45.67'];
    const list = (last: string) =>
      parts.map((part, i) => weak(share(i === 3 ? last : `${(Number(part) / 1.1602).toFixed(2)}%`, part, '116.02', 1), 'base'));
    expect(verdicts(together('list 1', list('39.36%')))).toEqual(['holds', 'holds', 'holds', 'holds']);
    expect(verdicts(together('list 1', list('41.36%')))).toEqual(['holds', 'holds', 'holds', 'fails']);
    expect(verdicts(list('41.36%')).at(-1)).toBe('undecided');
  });
});

describe('several fair readings', () => {
  it('are taken in their order: the first that holds', () => {
    const check = only(
      or(share('12.34%', '12.34', '90.00'), share('12.34%', '12.34', '80.00'), share('12.34%', '12.34', '100.00')),
    );
    expect(check).toMatchObject({ verdict: 'holds', taken: { as: 'base', words: '总额2' } });
    expect(check.relation).toMatchObject({ whole: [{ figure: { printed: '100.00' } }] });
    expect(only(or(share('12.34%', '12.34', '100.00'), share('12.34%', '12.34', '100.00')))).not.toHaveProperty('taken');
  });

  it('accuse when all of them fail', () => {
    const check = only(or(share('15.00%', '12.34', '90.00'), share('15.00%', '12.34', '100.00')));
    expect(check.verdict).toBe('fails');
    expect(check.relation).toMatchObject({ whole: [{ figure: { printed: '90.00' } }] });
  });

  it('decide nothing where chance explains what holds: a base among five that fits two digits, but not one that fits four', () => {
    const bases = (rate: string) => ['81.00', '82.00', '83.00', '100.00'].map(base => share(rate, '12.34', base));
    const [, ...two] = [share('12%', '12.34', '70.00'), ...bases('12%')];
    expect(only(or(share('12%', '12.34', '70.00'), ...two))).toMatchObject({
      verdict: 'undecided',
      doubt: { code: 'doubt.chance', inferred: ['base'] },
    });
    expect(only(or(share('12.34%', '12.34', '70.00'), ...bases('12.34%'))).verdict).toBe('holds');
  });

  it('prove nothing by a rate of nothing, a bound or a small count', () => {
    expect(only(or(sum('9人', ['4人', '6人']), sum('10人', ['4人', '6人']))).verdict).toBe('undecided');
    expect(only(or(sum('90.00', ['40.00', '60.00']), sum('190.00', ['40.00', '60.00'], '>='))).verdict).toBe('undecided');
    expect(only(or(agree('5人', '6人'), agree('5人', '5人'))).verdict).toBe('undecided');
    expect(only(or(agree('1234.56', '1234.57万元', '9.00'), agree('1234.56', '1234.56'))).verdict).toBe('holds');
  });

  it('leave open what one of them does not claim', () =>
    expect(only(or(share('15.00%', '12.34', '90.00'), null))).toMatchObject({
      verdict: 'undecided',
      doubt: { code: 'doubt.inferred' },
    }));

  it('are chosen together: whole per cent of three shares are no chance', () => {
    const of = (rate: string, part: string) => or(share(rate, part, '90.00'), share(rate, part, '200.00'));
    const list = together('list', [of('12%', '24.00'), of('31%', '62.00'), of('57%', '114.00')]);
    expect(verdicts(list)).toEqual(['holds', 'holds', 'holds']);
    const wrong = together('list', [of('12%', '24.00'), of('31%', '62.00'), of('58%', '114.00'), of('7%', '14.00')]);
    expect(verdicts(wrong)).toEqual(['holds', 'holds', 'fails', 'holds']);
    expect(run(wrong)[2]!.relation).toMatchObject({ whole: [{ figure: { printed: '200.00' } }] });
  });
});

describe('relations judged together', () => {
  const shares = (...pairs: readonly (readonly [rate: string, part: string])[]) => {
    const whole = fig('100.00');
    return pairs.map(([rate, part]) => share(rate, part, whole));
  };

  it('are withdrawn when most fail and no figure explains it', () => {
    const checks = run(together('list', shares(['10%', '31.00'], ['20%', '12.00'], ['70%', '57.00'])));
    expect(checks.map(({ verdict }) => verdict)).toEqual(['undecided', 'undecided', 'undecided']);
    expect(checks[0]!.doubt).toEqual({ code: 'doubt.withdrawn', inferred: [], key: 'list', count: 3 });
  });

  it('stay when one figure explains them all: the total is wrong, not the reading', () =>
    expect(verdicts(together('list', shares(['10%', '20.00'], ['25%', '50.00'], ['65%', '130.00'])))).toEqual([
      'fails',
      'fails',
      'fails',
    ]));

  it('stay when few fail, or too few are there to tell', () => {
    const some = shares(['10%', '10.00'], ['31%', '20.00'], ['20%', '31.00']);
    expect(verdicts(together('list', some))).toEqual(['holds', 'fails', 'fails']);
    expect(verdicts(together('list', some.slice(1)))).toEqual(['fails', 'fails']);
  });
});
