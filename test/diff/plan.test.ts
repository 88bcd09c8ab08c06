import { describe, expect, it } from 'vitest';
import { audit, diff } from '../../src/audit.ts';
import type { Audit, YearDiff } from '../../src/model/index.ts';
import { diffReporters } from '../../src/reporters/diff/index.ts';
import type { Accounts } from '../generator/accounts.ts';
import { FORMS, type FormName, makeBudget, makePair, writeBudget } from '../generator/budgets/index.ts';
import { emitHtml } from '../generator/emit/html.ts';
import { writeReport } from '../generator/narrative/index.ts';
import { STYLES } from '../generator/narrative/styles.ts';
import { mapMarks, type Report } from '../generator/report.ts';

const read = (report: Report, name: string): Promise<Audit> =>
  audit([{ file: name, bytes: new TextEncoder().encode(emitHtml(report)) }]);
const style = { ...STYLES.national, selfEvaluation: 'none', contents: 'none', items: 'amountFirst' } as const;
const told = (accounts: Accounts) => read(writeReport(accounts, style), '2023决算.html');

async function planOf(before: Audit | null, after: Audit): Promise<YearDiff> {
  const found = diff(before, after);
  if (found.kind !== 'years') throw new Error(found.kind);
  return found;
}

describe('the budget and the final accounts of one year', () => {
  it.each([0, 1, 2, 3, 4, 5])('agree in all that the accounts tell of the budget (%i)', async seed => {
    const form = Object.keys(FORMS)[seed % 3] as FormName;
    const { budget, accounts } = makePair(`pair${seed}`);
    const [plan, settled] = [await read(writeBudget(budget, form), '2023预算.html'), await told(accounts)];
    expect([plan.kind, settled.kind]).toEqual(['budget', 'final-accounts']);
    const found = await planOf(plan, settled);
    expect(found.plan).toBe(true);
    expect(found.changes.filter(change => change.verdict === 'fails').map(change => change.name)).toEqual([]);
    // Every item of the general budget, the totals of 财政拨款, «三公».
    expect(found.counts.holds + found.counts.rounding).toBeGreaterThan(8);
    expect(found.counts.facts).toBeGreaterThan(20);
    // In whatever order the two are given.
    expect((await planOf(settled, plan)).before?.kind).toBe('budget');
  });

  it('find the one 年初预算 that is not the budget’s', async () => {
    const { budget, accounts } = makePair('pair1');
    const plan = await read(writeBudget(budget, 'jiangsu'), '2023预算.html');
    const report = writeReport(accounts, style);
    const code = accounts.current.lines.find(
      line => line.fund === 1 && accounts.current.facts.get(`budget.${line.code}.initial`)!.gt(20),
    )!.code;
    const fact = `2023/budget.${code}.initial`;
    const wrong = accounts.current.facts.get(fact.slice(5))!.plus('9.10').toFixed(2);
    let seen = 0;
    const mistaken = mapMarks(report, mark => {
      if (mark.fact !== fact) return mark;
      seen++;
      return { ...mark, printed: wrong };
    });
    expect(seen).toBeGreaterThan(0);
    const found = await planOf(plan, await read(mistaken, '2023决算.html'));
    const fails = found.changes.filter(change => change.verdict === 'fails');
    expect(fails.map(change => change.stated.map(one => one.previous?.printed))).toEqual([[wrong]]);
  });

  it('find the figure of the budget that was changed', async () => {
    const { budget, accounts } = makePair('pair2');
    const settled = await told(accounts);
    const code = budget.current.lines.find(
      line => line.fund === 1 && budget.current.facts.get(`T5.${line.code}.sum`)!.gt(20),
    )!.code;
    const facts = new Map(budget.current.facts);
    facts.set(`T5.${code}.sum`, facts.get(`T5.${code}.sum`)!.plus(5));
    const changed = { ...budget, current: { ...budget.current, facts } };
    const found = await planOf(await read(writeBudget(changed, 'southwest'), '2023预算.html'), settled);
    expect(found.changes.filter(change => change.verdict === 'fails').length).toBe(1);
  });

  it.each([
    ['terminal', /2023年预算.*2023年决算[\s\S]*决算报告写的年初预算/],
    ['markdown', /2023年预算 \| 2023年决算[\s\S]*预算 [\d.,]+ ?万元/],
    ['html', /决算写明的年初预算没有不符/],
    ['csv', /2023年预算,2023年决算/],
    ['json', /"plan": true/],
  ])('are told in %s', async (name, pattern) => {
    const { budget, accounts } = makePair('pair4');
    const found = await planOf(await read(writeBudget(budget, 'jiangsu'), '2023预算.html'), await told(accounts));
    const reporter = diffReporters.find(one => one.name === name)!;
    const text = reporter.render(found, {
      lang: 'zh',
      version: '0',
      all: false,
      bom: false,
      sections: true,
      width: 120,
      color: false,
      equation: () => null,
    } as Parameters<typeof reporter.render>[1]);
    expect(String(text)).toMatch(pattern);
  });
});

describe('the 年初预算 of items', () => {
  const text = (title: string, ...lines: string[]) =>
    audit([{ file: `${title}.txt`, bytes: new TextEncoder().encode([title, ...lines].join('\n')) }]);
  const item = '1.农林水支出（类）水利（款）水资源管理（项）';
  const accounts = text(
    '望江县水文站2023年度部门决算',
    '五、一般公共预算财政拨款支出决算情况说明',
    `${item}。年初预算为21.00万元，支出决算为20.00万元，完成年初预算的95.24%。`,
  );
  it.each([
    ['nothing was carried over: the item’s 年初预算 is what the budget says', '', 1],
    ['something was: it may be of the grant alone', '上年结转3.00万元，', 0],
  ])('%s', async (_, carried, wrong) => {
    const budget = await text(
      '望江县水文站2023年部门预算',
      `2023年收入预算30.00万元，其中：${carried}一般公共预算拨款${carried ? '27.00' : '30.00'}万元。`,
      '（三）一般公共预算当年拨款具体使用情况',
      `${item}2023年预算数为12.00万元，与2022年执行数持平。`,
    );
    const found = await planOf(budget, await accounts);
    expect(found.changes.filter(change => change.verdict === 'fails').length).toBe(wrong);
  });
});

describe('the budgets of two years', () => {
  it.each(Object.keys(FORMS) as FormName[])('agree where the later one repeats the earlier (%s)', async form => {
    const later = makeBudget(`years/${form}`, { year: 2025, carries: false });
    // What the form calls execution is not what had been planned.
    const earlier = { ...later, current: later.previous };
    const found = await planOf(
      await read(writeBudget(earlier, form), '2024.html'),
      await read(writeBudget(later, form), '2025.html'),
    );
    expect(found.plan).toBeUndefined();
    expect(found.changes.filter(change => change.verdict === 'fails').map(change => change.name)).toEqual([]);
    expect(found.counts.holds + found.counts.rounding).toBeGreaterThan(5);
  });

  it('are at odds where the earlier one planned another amount', async () => {
    const later = makeBudget('years/odd', { year: 2025, carries: false });
    const facts = new Map(later.previous.facts);
    facts.set('own.running', facts.get('own.running')!.plus(7));
    const earlier = { ...later, current: { ...later.previous, facts } };
    const found = await planOf(
      await read(writeBudget(earlier, 'jiangsu'), '2024.html'),
      await read(writeBudget(later, 'jiangsu'), '2025.html'),
    );
    expect(found.changes.filter(change => change.verdict === 'fails').map(change => change.name)).toEqual(['机关运行经费']);
  });
});
