import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFacts } from '../../src/extract/dataset.ts';
import type { Facts, Figure, Statement } from '../../src/model/index.ts';
import { dataset } from '../../src/readers/dataset/index.ts';

async function reading(source: string) {
  const document = await dataset.read({ file: 'a.yaml', bytes: new TextEncoder().encode(source) });
  return readFacts(document.blocks[0] as Facts);
}

const fixture = (name: string) => reading(readFileSync(resolve(import.meta.dirname, `../../fixtures/${name}.yaml`), 'utf8'));
const shown = (figure: Figure | null) => figure?.printed ?? '–';

/** A statement as an accountant would write it. */
function told(one: Statement): string {
  switch (one.kind) {
    case 'sum':
      return `${shown(one.total)} ${one.complete === 'yes' ? '=' : '≥'} ${one.parts.map(shown).join(' + ')}`;
    case 'share':
      return `${shown(one.part)} / ${shown(one.whole)} = ${shown(one.rate)}`;
    case 'completion':
      return `${shown(one.outcome)} of ${shown(one.budget)} = ${shown(one.rate)} ${one.orderWord ?? ''}${one.carry ? ` carry ${shown(one.carry)}` : ''}`.trim();
    case 'change':
      return `${shown(one.current)} from ${shown(one.previous)} by ${shown(one.change)} ${shown(one.rate)} direction ${one.direction}/${one.rateDirection}`;
    case 'bound':
      return `${shown(one.smaller)} ≤ ${shown(one.larger)}`;
    case 'remark':
      return `${one.rule} ${one.holds} ${one.figures.map(shown).join(' ')}`;
    default:
      return one.kind;
  }
}

describe('a dataset becomes figures and statements', () => {
  it('tells the whole 2021 fixture', async () => {
    const { figures, statements } = await fixture('2021');
    const all = statements.map(told);
    expect(all).toEqual(
      expect.arrayContaining([
        '508.65 = 436.91 + 71.73 + 0.01',
        '516.82 = 289.53 + 227.29',
        '444.76 = 379.93 + 20.55 + 17.53 + 26.75',
        '379.93 = 224.37 + 155.56',
        '444.76 = 224.37 + 155.56 + 2.45 + 18.10 + 16.04 + 1.49 + 26.75',
        '20.55 = 2.45 + 18.10',
        '289.20 = 262.96 + 26.24',
        '0.19 = 0.13 + 0.06',
        '516.82 = 444.76 + 71.73',
        '508.65 = 281.34 + 227.29',
        '107 = 79 + 18 + 10',
        '2.50 = 2.50 + 0 + 0',
        '436.91 / 508.65 = 86%',
        '444.76 / 516.82 = 86%',
        '379.93 / 444.76 = 85%',
        '516.82 from – by 97.74 16% direction -1/-1',
        '155.56 of – = 105% 大于 carry 7.19',
        '0.19 of – = 100% 持平',
        '26.23 of 30 = 87%',
        'PRJ-006 true 100% 8002 8094',
        'PRJ-006 true 100% 50 75',
        'PRJ-005 true 100%',
        'PRJ-008 true 9',
        '79 = 79 + 18 + 10',
        '18 of 18 = 0',
        '9 ≤ 88',
      ]),
    );
    expect(figures.map(figure => figure.id)).toEqual(figures.map((_, i) => `f${i + 1}`));
    const lines = figures.map(({ place }) => place.line! * 1000 + place.column!);
    expect(lines).toEqual(lines.toSorted((a, b) => a - b));
  });

  it('prints every figure of the fixtures exactly as it stands in the file', async () => {
    for (const name of ['2021', '2020']) {
      const lines = readFileSync(resolve(import.meta.dirname, `../../fixtures/${name}.yaml`), 'utf8').split('\n');
      const { figures } = await fixture(name);
      expect(figures.length).toBeGreaterThan(5);
      for (const { printed, place, quote } of figures) {
        const line = lines[place.line! - 1]!;
        expect(line.slice(place.column! - 1, place.column! - 1 + place.length!)).toBe(printed);
        expect(quote).toBe(line.trim());
      }
    }
  });

  it('binds indicator, scope, period and measure', async () => {
    const { figures } = await reading(
      '年度: 2021\n一般公共预算:\n  支出:\n    合计: 10.00\n    功能分类:\n      - {名称: 教育支出, 年初预算: 9, 决算: 10.00, 比上年: {上年: 8}}\n',
    );
    expect(figures.map(figure => figure.fact)).toEqual([
      { indicator: '本年支出', scope: '一般公共预算', period: 2021, measure: '决算' },
      { indicator: '功能/教育支出', scope: '一般公共预算', period: 2021, measure: '年初预算' },
      { indicator: '功能/教育支出', scope: '一般公共预算', period: 2021, measure: '决算' },
      { indicator: '功能/教育支出', scope: '一般公共预算', period: 2020, measure: '决算' },
    ]);
  });

  it('keeps amounts in their own unit', async () => {
    const { figures } = await reading('年度: 2021\n金额单位: 元\n总计: 1,234.50\n收入: 30万元\n三公: {合计: 0, 完成率: 0}');
    expect(figures.map(({ printed, amount }) => [printed, amount.kind, amount.value.toFixed(), amount.step.toFixed()])).toEqual([
      ['1,234.50', 'money', '1234.5', '0.01'],
      ['30', 'money', '300000', '10000'],
      ['0', 'money', '0', '1'],
      ['0', 'percent', '0', '1'],
    ]);
  });

  it('adds budgets up where every part has one', async () => {
    const { statements } = await reading(
      '年度: 2021\n支出: {合计: 5, 年初预算: 6, 基本支出: {合计: 2, 年初预算: 2}, 项目支出: {决算: 3, 年初预算: 4}}\n收入: {合计: 5, 年初预算: 6, 事业收入: 2, 其他收入: {决算: 3, 年初预算: 4}}',
    );
    expect(statements.filter(one => one.kind === 'sum').map(told)).toEqual(['5 = 2 + 3', '6 = 2 + 4', '5 = 2 + 3']);
  });

  it('keeps several lists under one total apart, and parts from wholes', async () => {
    const { statements } = await reading(
      '年度: 2021\n总计: {决算: 5, 明细: {甲: 2, 乙: 3}, 其中: {丙: 4}}\n三公: {合计: 5, 公务接待费: 5, 明细: {上半年: 1, 下半年: 4}}',
    );
    expect(statements.map(told)).toEqual(['5 = 2 + 3', '5 ≥ 4', '5 = 5', '5 = 1 + 4']);
  });

  it('hands items up through a 款 without an amount', async () => {
    const { statements } = await reading(
      '年度: 2021\n一般公共预算: {支出: {功能分类: [{名称: 甲, 决算: 6, 款: [{名称: 乙, 决算: 1}, {名称: 丙, 项: [{名称: 丁, 决算: 2}, {名称: 戊, 决算: 3}]}]}]}}',
    );
    expect(statements.map(told)).toEqual(['6 = 1 + 2 + 3']);
  });

  it('reads 持平 as no change, and a direction word of the rate of its own', async () => {
    const { statements } = await reading(
      '年度: 2021\n总计: {决算: 5, 比上年: 持平}\n收入: {合计: 5, 比上年: {减少: 1, 增长: 25%, 上年: 4}}',
    );
    expect(statements.map(told)).toEqual(['5 from – by – – direction 0/null', '5 from 4 by 1 25% direction -1/1']);
    expect(statements[0]).toMatchObject({ word: { line: 2, column: 18, length: 2 } });
  });

  it('judges the rate of an indicator by what its row says', async () => {
    const row = (target: string, actual: string, rate: string, more = '') =>
      `{三级: ${target}, 指标值: ${target}, 完成值: ${actual}, 完成率: ${rate}${more}}`;
    const rows = [
      row('10次', '12次', '100%'),
      row('10次', '9次', '100%'),
      row('10次', '9次', '90%', ', 原因: 天气'),
      row('不超过5次', '7次', '100%'),
      row('10次', '12人', '100%'),
      row('全覆盖', '全覆盖', '95%'),
      row('全年', '适时', '100%'),
      row('3万元', '2.7万元', '90%'),
      row('95%以上', '97%', '100%'),
      row('不超过5%', '4%', '100%'),
    ];
    const { statements } = await reading(`年度: 2021\n项目自评:\n  - 名称: 甲\n    指标: [${rows.join(', ')}]`);
    expect(statements.map(told).filter(one => !one.startsWith('PRJ-007 true'))).toEqual([
      '2.7 of 3 = 90%',
      'PRJ-006 true 100% 10 12',
      'PRJ-006 false 100% 10 9',
      'PRJ-006 true 90% 10 9',
      'PRJ-005 false 95%',
      'PRJ-007 false 95%',
      '95% ≤ 97%',
      '4% ≤ 5%',
    ]);
    expect(statements.every(one => one.source === 'selfeval')).toBe(true);
  });

  it('asks cost indicators for the project’s money where one column tells that they are all there', async () => {
    const sheet = (budget: number) =>
      `年度: 2021\n项目自评:\n  - 名称: 甲\n    资金: {年度资金总额: {预算: ${budget}, 完成: 5}, 本级: {预算: ${budget}, 完成: 5}}\n    指标: [{二级: 成本指标, 三级: 子, 指标值: 3万元, 完成值: 3万元}, {二级: 成本指标, 三级: 丑, 指标值: 4万元, 完成值: 4万元}]`;
    const complete = async (budget: number) =>
      (await reading(sheet(budget))).statements.flatMap(one =>
        one.kind === 'sum' && one.parts.length === 2 ? [one.complete] : [],
      );
    expect(await complete(7)).toEqual(['yes', 'yes']);
    expect(await complete(9)).toEqual(['unknown', 'unknown']);
  });

  it('binds the whole department’s table to the department’s totals, and names rows and columns', async () => {
    const { figures } = await reading(
      '年度: 2021\n部门整体自评:\n  资金: {总额: {预算: 8, 完成: 9}, 财政拨款: {预算: 8, 完成: 9}}\n  指标: [{二级: 成本指标, 三级: 基本支出, 指标值: 8万元, 完成值: 9万元}]',
    );
    expect(figures.map(({ printed, fact, at }) => [printed, fact.indicator, fact.scope, at?.row, at?.col])).toEqual([
      ['8', '部门整体', '全部资金', '总额', '预算'],
      ['9', '本年支出', '全部资金', '总额', '完成'],
      ['8', '部门整体', '财政拨款', '财政拨款', '预算'],
      ['9', '本年支出', '财政拨款', '财政拨款', '完成'],
      ['8', '部门整体/基本支出', '全部资金', '基本支出', '指标值'],
      ['9', '基本支出', '全部资金', '基本支出', '完成值'],
    ]);
  });

  it('counts the projects it lists', async () => {
    const { statements } = await reading(
      '年度: 2021\n绩效管理: {自评项目: 3}\n项目自评: [{名称: 甲, 资金: {本级: {完成: 1}}}, {名称: 乙, 资金: {本级: {完成: 1}}}]',
    );
    expect(statements.map(told)).toEqual(['PRJ-008 false 3']);
  });

  it('keeps how a derived figure came about', async () => {
    const { figures } = await fixture('2020');
    expect(figures.every(figure => figure.derived)).toBe(true);
    expect(figures[0]!.derived).toBe('614.56 = 516.82 + 97.74');
  });
});
