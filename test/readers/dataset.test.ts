import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Facts, Problem } from '../../src/model/index.ts';
import { dataset } from '../../src/readers/dataset/index.ts';
import { read } from '../../src/readers/index.ts';
import { say } from '../../src/reporters/parts/words/index.ts';

const bytes = (source: string) => new TextEncoder().encode(source);
const input = (source: string, file = 'a.yaml') => ({ file, bytes: bytes(source) });

/** The mistakes of a dataset as «line:column+length code». */
async function mistakes(source: string): Promise<string[]> {
  return (await problems(source)).map(({ place, code }) => `${place?.line}:${place?.column}+${place?.length} ${code}`);
}

async function problems(source: string): Promise<Problem[]> {
  try {
    await dataset.read(input(source));
    return [];
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    return [problem, ...problem.others];
  }
}

async function messages(source: string): Promise<string[]> {
  return (await problems(source)).map(({ code, params }) => say('zh', code, params));
}

async function facts(source: string) {
  const document = await dataset.read(input(source));
  return (document.blocks[0] as Facts).facts;
}

describe('a mistake in a dataset', () => {
  it.each([
    ['a mistyped key', '年度: 2021\n收入:\n  合记: 5\n', '3:3+2 dataset.unknown-key', '合计'],
    ['a longer key', '年度: 2021\n收入总计: 5\n', '2:1+4 dataset.unknown-key', '收入'],
    ['half-width brackets', '年度: 2021\n三公: {因公出国(境)费: 0}\n', '2:6+8 dataset.unknown-key', '因公出国（境）费'],
    ['a synonym', '年度: 2021\n三公: {公务用车购置及运行费: 0}\n', '2:6+10 dataset.unknown-key', '公务用车购置及运行维护费'],
    ['two characters swapped', '年度: 2021\n政采政府: 1\n', '2:1+4 dataset.strange-key', undefined],
    ['决算 for 合计', '年度: 2021\n收入: {决算: 5}\n', '2:6+2 dataset.unknown-key', '合计'],
  ])('%s is told with what was meant', async (_what, source, expected, near) => {
    expect(await mistakes(source)).toEqual([expected]);
    const [problem] = await problems(source);
    expect(problem!.params.near).toBe(near);
    if (near) expect(say('zh', problem!.code, problem!.params)).toContain(`是不是“${near}”？`);
  });

  it.each([
    ['a key in the wrong place', '年度: 2021\n公用经费: 3\n', '2:1+4 dataset.misplaced-key'],
    ['a key of one’s own', '年度: 2021\n支出: {合计: 5, 办公楼维修: 5}\n', '2:13+5 dataset.strange-key'],
    ['a word for a figure', '年度: 2021\n总计: 很多\n', '2:5+2 dataset.not-a-number'],
    ['two numbers for one', '年度: 2021\n总计: 3 至 5\n', '2:5+5 dataset.not-a-number'],
    ['a broken number', '年度: 2021\n总计:\n  决算: 516.8.2\n', '3:7+7 dataset.not-a-number'],
    ['a mapping for a figure', '年度: 2021\n总计:\n  决算:\n    本年: 3\n', '4:5+5 dataset.not-a-figure'],
    ['people for money', '年度: 2021\n总计: 30人\n', '2:5+3 dataset.not-money'],
    ['a share without its sign', '年度: 2021\n收入: {其他收入: {决算: 1, 占比: 0.86}}\n', '2:24+4 dataset.percent-sign'],
    ['money for a share', '年度: 2021\n收入: {其他收入: {决算: 1, 占比: 3万元}}\n', '2:24+3 dataset.not-a-rate'],
    ['money for a count', '年度: 2021\n绩效管理: {自评项目: 3万元}\n', '2:14+3 dataset.not-a-count'],
    ['a year in words', '年度: 二〇二一\n总计: 3\n', '1:5+4 dataset.not-a-year'],
    ['an unknown unit', '年度: 2021\n金额单位: 块\n', '2:7+1 dataset.not-a-unit'],
    ['a short code', '年度: 2021\n政府性基金: {支出: {功能分类: [{名称: 甲, 代码: 20}]}}\n', '2:33+2 dataset.not-a-code'],
    ['a list for a text', '年度: 2021\n单位: [甲, 乙]\n', '2:5+6 dataset.not-a-text'],
    ['an unknown word', '年度: 2021\n总计: {决算: 5, 决算与预算: 高于}\n', '2:20+2 dataset.wrong-word'],
    ['a bare number for a change', '年度: 2021\n总计: {决算: 5, 比上年: 3}\n', '2:18+1 dataset.wrong-word'],
    ['one item without its dash', '年度: 2021\n项目自评:\n  名称: 培训\n', '3:3+6 dataset.expected-list'],
    ['an item that is a word', '年度: 2021\n项目自评:\n  - 培训\n', '3:5+2 dataset.expected-item'],
    ['a figure for a group', '年度: 2021\n财政拨款: 5\n', '2:7+1 dataset.expected-mapping'],
    ['a figure for free names', '年度: 2021\n总计: {决算: 5, 明细: 5}\n', '2:17+1 dataset.expected-mapping'],
    ['no year', '单位: 某单位\n总计: 5\n', '1:1+2 dataset.missing-key'],
    ['an item without a name', '年度: 2021\n项目自评:\n  - 资金: {本级: 3}\n', '3:5+2 dataset.missing-key'],
    ['a key written twice', '年度: 2021\n总计: 1\n收入: 2\n总计: 3\n', '4:1+2 dataset.duplicate-key'],
    ['a comma inside braces', '年度: 2021\n总计: {决算: 1,234.56}\n', '2:12+6 dataset.comma-in-braces'],
    ['an alias', '年度: 2021\n总计: &a 5\n收入: {合计: *a}\n', '3:10+2 dataset.alias'],
    [
      'a derivation that comes to something else',
      '年度: 2021\n总计: {决算: 614.65, 推算: 516.82 + 97.74}\n',
      '2:10+6 dataset.derived-wrong',
    ],
    ['a derivation of another figure', '年度: 2021\n总计: {决算: 5, 推算: 6 = 2 + 3}\n', '2:10+1 dataset.derived-wrong'],
  ])('%s is told where it stands', async (_what, source, expected) => {
    expect(await mistakes(source)).toEqual([expected]);
  });

  it.each([
    ['a tab', '年度: 2021\n收入:\n\t合计: 5\n', '3:1+1 dataset.tab'],
    ['a full-width colon', '年度: 2021\n单位：某单位\n总计: 5\n', '2:1+3 dataset.colon'],
    ['a full-width colon in the first line', '年度：2021\n总计: 5\n', '1:1+3 dataset.colon'],
    ['no blank behind the colon', '年度: 2021\n总计:5\n收入: 5\n', '2:1+3 dataset.colon'],
    ['a full-width colon inside braces', '年度: 2021\n总计: {决算：5}\n', '2:6+4 dataset.colon'],
    ['a full-width colon alone under its key', '年度: 2021\n收入:\n  合计：5\n', '3:3+4 dataset.colon'],
    ['full-width commas inside braces', '年度: 2021\n总计: {决算: 5，完成率: 5%}\n', '2:10+9 dataset.braces'],
    ['uneven indentation', '年度: 2021\n收入:\n  合计: 5\n 其他收入: 5\n', '4:1+1 dataset.indent'],
    ['two keys on a line', '年度: 2021\n收入: 合计: 5\n', '2:5+1 dataset.two-on-one-line'],
    ['an open quote', '年度: 2021\n单位: "某单位\n总计: 5\n', '2:5+1 dataset.unclosed'],
    ['a reserved character', '年度: 2021\n单位: @某\n', '2:5+1 dataset.quote-it'],
    ['two documents', '年度: 2021\n---\n年度: 2020\n', '2:1+3 dataset.several-documents'],
    ['a list for a dataset', '- 年度: 2021\n', '1:1+10 dataset.not-a-dataset'],
    ['nothing but remarks', '# 以后再写\n', '1:1+1 dataset.not-a-dataset'],
    ['an open bracket', '年度: 2021\n总计: {决算: 5\n收入: 3\n', '2:5+1 dataset.unclosed'],
    ['a missing colon', '年度: 2021\n总计\n', '2:1+2 dataset.missing-char'],
    [
      'a sign YAML reserves',
      '年度: 2021\n项目自评:\n  - 名称: 甲\n    指标:\n      - 三级: 乙\n        指标值: >=50次\n',
      '6:14+5 dataset.quote-it',
    ],
  ])('of syntax, %s, is told where it stands', async (_what, source, expected) => {
    expect((await mistakes(source))[0]).toBe(expected);
  });

  it('comes with all the others of the file, in the order of the file', async () => {
    const source = '单位: 某单位\n收入:\n  合记: 5\n  其他收入: {决算: 多, 占比: 5}\n三公:\n  合计: 3\n  合计: 4\n';
    expect(await mistakes(source)).toEqual([
      '1:1+2 dataset.missing-key',
      '3:3+2 dataset.unknown-key',
      '4:14+1 dataset.not-a-number',
      '4:21+1 dataset.percent-sign',
      '7:3+2 dataset.duplicate-key',
    ]);
  });

  it('of brackets by the thousand is told, not thrown', async () => {
    expect((await problems('['.repeat(5000)))[0]!.code).toBe('dataset.too-deep');
  });

  it('wherever a file is cut off, is a Problem with a place, never anything else', async () => {
    const whole = readFileSync(resolve(import.meta.dirname, '../../fixtures/2021.yaml'), 'utf8');
    let told = 0;
    for (let end = 37; end < whole.length; end += 97) {
      for (const { code, place, params } of await problems(whole.slice(0, end))) {
        told++;
        expect(place?.line).toBeGreaterThan(0);
        expect(place?.column).toBeGreaterThan(0);
        expect(say('zh', code, params)).not.toMatch(/\{\w+\}|^\[/);
      }
    }
    expect(told).toBeGreaterThan(20);
  });

  it('before broken syntax is told too, and nothing that only follows from it', async () => {
    expect(await mistakes('年度: 2021\n收入:\n  合记: 5\n支出:\n\t合计: 5\n')).toEqual([
      '3:3+2 dataset.unknown-key',
      '5:1+1 dataset.tab',
    ]);
  });

  it('is told in sentences, in both languages', async () => {
    const source = '收入总记: 5\n总计: {决算: 1,234.56}\n单位: [1]\n三公: {决算与预算: 高于}\n绩效管理: 5\n收入: {合计: 5人}';
    for (const { code, params } of await problems(source)) {
      for (const lang of ['zh', 'en'] as const) expect(say(lang, code, params)).not.toMatch(/\{\w+\}|^\[/);
    }
    expect(await messages('年度: 2021\n收入总记: 5\n')).toEqual(['不认识“收入总记”，是不是“收入”？']);
    expect(await messages('年度: 2021\n公用经费: 5\n')).toEqual([
      '“公用经费”不能写在“数据集”里；它可以写在：基本支出。请检查缩进和上一级的名称。',
    ]);
  });
});

describe('figures of a dataset', () => {
  const shown = async (source: string) =>
    (await facts(source)).map(({ text, unit }) => {
      const { line, column, length } = text.runs[0]!.place;
      return `${line}:${column}+${length} ${text.content} ${unit}`;
    });

  it.each([
    ['a trailing zero', '总计: 12.50', '2:5+5 12.50 万元'],
    ['quotes', '总计: "12.50"', '2:6+5 12.50 万元'],
    ['single quotes and blanks', "总计: ' 12.50 '", '2:7+5 12.50 万元'],
    ['thousands separators', '总计: 1,234.56', '2:5+8 1,234.56 万元'],
    ['its own unit', '总计: 30万元', '2:5+2 30 万元'],
    ['another unit', '总计: 1.2 亿元', '2:5+3 1.2 亿元'],
    ['a negative number', '总计: -5.00', '2:5+5 -5.00 万元'],
    ['a remark behind it', '总计: 5.0 # 见表一', '2:5+3 5.0 万元'],
    ['full-width digits', '总计: ５．０', '2:5+3 ５．０ 万元'],
    ['a rate', '收入: {完成率: 102.50%}', '2:11+7 102.50% %'],
    ['a count', '绩效管理: {自评项目: 9个}', '2:14+1 9 个'],
    ['a count without a unit', '绩效管理: {自评项目: 9}', '2:14+1 9 个'],
    ['a target', '项目自评: [{名称: 甲, 指标: [{三级: 乙, 完成值: 不少于50次}]}]', '2:37+2 50 次'],
  ])('keep %s', async (_what, line, expected) => {
    expect(await shown(`年度: 2021\n${line}\n`)).toEqual([expected]);
  });

  it('stand in the unit the file names', async () => {
    expect(await shown('年度: 2021\n金额单位: 元\n总计: 5\n')).toEqual(['3:5+1 5 元']);
  });

  it('keep their columns in files with Windows line ends', async () => {
    expect(await shown('年度: 2021\r\n总计: 5.00\r\n收入: 5.00\r\n')).toEqual(['2:5+4 5.00 万元', '3:5+4 5.00 万元']);
  });

  it.each(['', '-', '—', '/', '~', '无'])('are none where «%s» stands', async blank => {
    expect(await shown(`年度: 2021\n总计: ${blank === '-' ? '"-"' : blank}\n收入: 5`)).toEqual(['3:5+1 5 万元']);
  });

  it.each(['2021年7月', '1月底前', '1个镇、5个街道', '全部完成'])('are none in «%s»', async words => {
    expect(await shown(`年度: 2021\n项目自评: [{名称: 甲, 指标: [{三级: 乙, 完成值: ${words}}]}]`)).toEqual([]);
  });

  it('point at what they qualify', async () => {
    const [level, budget, rate, change] = await facts('年度: 2021\n总计: {决算: 5, 预算: 6, 完成率: 83%, 比上年: {减少: 1}}');
    expect(level).toMatchObject({
      role: 'level',
      path: ['总计', '决算'],
      keys: { indicator: '收支总计', scope: '全部资金', measure: '决算', period: 2021 },
    });
    expect(budget).toMatchObject({ role: 'budget', of: 0 });
    expect(rate).toMatchObject({ role: 'completion', of: 0, base: 1 });
    expect(change).toMatchObject({ role: 'change', of: 0, direction: -1, path: ['总计', '比上年', '减少'] });
  });

  it('know their budget also where it is written below them', async () => {
    const all = await facts('年度: 2021\n机关运行经费:\n  完成率: 50%\n  决算: 3\n  全年预算: 6\n');
    expect(all.map(({ role, of, base }) => [role, of, base])).toEqual([
      ['completion', 1, 2],
      ['level', undefined, undefined],
      ['budget', 1, undefined],
    ]);
  });
});

describe('a dataset is recognised', () => {
  it.each([
    ['a .yaml file', 'a.yaml', 'x', true],
    ['a .YML file', 'a.YML', 'x', true],
    ['the keys of a dataset', 'a.txt', '# 说明\n年度: 2021\n单位: 某单位\n', true],
    ['a report', 'a.txt', '第一部分 部门概况\n一、主要职能\n2021年度收、支总计5万元。\n', false],
    ['a report with a cover in lines', 'a.txt', '单位：某单位\n年度：2021\n', false],
    ['a single line that looks alike', 'a.txt', '年度: 2021\n正文开始。\n', false],
  ])('by %s', (_what, file, source, expected) => {
    expect(dataset.recognises(input(source, file))).toBe(expected);
  });

  it('among the formats, and a broken one is told as YAML, not read as a report', async () => {
    expect((await read(input('年度: 2021\n总计: 5\n'))).format).toBe('yaml');
    await expect(read(input('年度: 2021\n总计: [5\n'))).rejects.toMatchObject({ code: 'dataset.unclosed' });
  });

  it('with its year, its unit and its title', async () => {
    const document = await dataset.read(input('年度: 2021年\n单位: 某单位\n标题: 决算\n'));
    expect(document).toMatchObject({ format: 'yaml', year: 2021, entity: '某单位', title: '决算', notices: [] });
  });

  it('in GB18030 as well', async () => {
    const gbk = Uint8Array.from([0xc4, 0xea, 0xb6, 0xc8, 0x3a, 0x20, 0x32, 0x30, 0x32, 0x31, 0x0a]);
    expect(await dataset.read({ file: 'a.yaml', bytes: gbk })).toMatchObject({ year: 2021 });
  });
});
