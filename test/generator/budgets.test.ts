import { describe, expect, it } from 'vitest';
import { makeBudget, makePair, writeBudget } from './budgets/index.ts';
import { budgetSample, changed, quiet } from './budgets/sweep.ts';
import { emitText } from './emit/text.ts';
import { marksOf } from './report.ts';

describe('generated budgets', () => {
  it('are the same for the same seed', () => {
    const text = () => emitText(writeBudget(makeBudget(3), 'jiangsu')).text;
    expect(text()).toBe(text());
  });

  it('hold: both sides of every table balance', () => {
    for (const seed of [1, 2, 3, 4]) {
      const { facts } = makeBudget(seed).current;
      const of = (key: string) => facts.get(key)!.toString();
      expect(of('T1.TI')).toBe(of('T1.TO'));
      expect(of('T4.GT')).toBe(of('T4.GTO.s'));
      expect(of('T3.total.d0')).toBe(facts.get('T3.total.d1')!.plus(facts.get('T3.total.d2')!).toString());
      expect(of('T1.E')).toBe('0');
    }
  });

  it('of a pair are what the accounts of that year call 年初预算', () => {
    const { budget, accounts } = makePair(5);
    const items = accounts.current.lines.filter(line => line.fund === 1);
    expect(items.length).toBeGreaterThan(3);
    for (const { code } of items)
      expect(accounts.current.facts.get(`budget.${code}.initial`)).toEqual(budget.current.facts.get(`T5.${code}.sum`));
  });

  // Each of three forms, each of html, docx, xlsx and pdf; the sweep (budgets/sweep.mjs) takes as many as one likes.
  it.each([0, 5, 7, 8, 11])('raise no alarm and are read almost whole (%i)', async i => {
    const results = await quiet(i, i + 1);
    expect(results.flatMap(({ name, alarms }) => alarms.map(one => `${name} ${one.rule} ${one.text}`))).toEqual([]);
    expect(results.filter(one => one.kind !== 'budget').map(one => one.name)).toEqual([]);
    for (const { name, checked, marked } of results) expect(checked / marked, name).toBeGreaterThan(0.98);
  });

  it.each([0, 1, 2])('are not what they were when one figure is changed (%i)', async i => {
    expect(marksOf(budgetSample(i).report).length).toBeGreaterThan(150);
    const outcomes = (await changed(i, i + 1, 3)).filter(one => !one.lone);
    expect(outcomes.length).toBeGreaterThan(1);
    expect(outcomes.filter(one => !one.noticed).map(one => `${one.name} ${one.fact} ${one.what}`)).toEqual([]);
  });
});
