import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/index.ts';
import { read } from '../../src/readers/index.ts';
import { documentOf, tableOf } from './grids.ts';
import { readingOf } from './telling.ts';

const whose = async (text: string) => {
  const { entity, year, kind } = await readingOf(text);
  return [entity, year, kind];
};
const BODY = '\n一、收入支出决算总体情况说明\n收、支总计均为300.00万元。';

describe('whose report of which year this is', () => {
  it.each<[string, string, string | null, number | null]>([
    ['name, then year', '清江县文化馆2023年度部门决算', '清江县文化馆', 2023],
    ['year, then name', '2023年度清江县文化馆部门决算', '清江县文化馆', 2023],
    ['a unit’s accounts', '清江县第一小学校2022年度单位决算', '清江县第一小学校', 2022],
    ['with brackets', '清江县档案局（馆）2023年度部门决算', '清江县档案局', 2023],
    ['full-width year', '清江县文化馆２０２３年度部门决算', '清江县文化馆', 2023],
    ['a committee', '中共清江县委员会2021年度部门决算', '中共清江县委员会', 2021],
    ['a town', '青石镇人民政府2024年度部门决算', '青石镇人民政府', 2024],
  ])('%s', async (_, title, entity, year) => expect(await whose(title + BODY)).toEqual([entity, year, 'final-accounts']));

  it('from a title in two lines', async () => {
    const text = '中共清江县委宣传部\n2023年部门决算公开\n一、收入决算情况\n收入合计18.40万元。';
    const { entity, year } = extract([await read({ file: '报告.txt', bytes: new TextEncoder().encode(text) })]);
    expect([entity, year]).toEqual(['中共清江县委宣传部', 2023]);
  });

  it('from the subjects of its sentences, when no title names it', async () => {
    const text = '2023年度部门决算\n十一、其他重要事项的情况说明\n2023年度清江县文化馆机关运行经费支出18.40万元。';
    expect((await whose(text)).slice(0, 2)).toEqual(['清江县文化馆', 2023]);
  });

  it.each<[string, string | null]>([
    ['清江县文化馆2023年度支出决算表\n单位：万元', '清江县文化馆'],
    ['2023年度清江县文化馆收入支出决算总表\n单位：万元', '清江县文化馆'],
    ['清江县文化局（本级）2023年度支出决算表\n单位：万元', '清江县文化局'],
    ['2023年度支出决算表\n编制单位：清江县文化馆　　金额单位：万元', '清江县文化馆'],
    ['2023年度部门政府性基金预算财政拨款收入支出决算表\n单位：万元', null],
    ['2023年度支出决算表\n单位：万元', null],
  ])('from the title or the corner of a table alone: %s', async (head, entity) => {
    const table =
      '项目    合计    基本支出    项目支出\n合计    300.00    210.00    90.00\n教育支出    300.00    210.00    90.00';
    const bytes = new TextEncoder().encode(`${head}\n${table}`);
    const reading = extract([await read({ file: 'tables.txt', bytes })]);
    expect([reading.entity, reading.year]).toEqual([entity, 2023]);
  });

  it('本部门 is nobody', async () => {
    expect((await whose('本部门2023年度部门决算\n一、收入支出决算总体情况说明\n收、支总计300.00万元。'))[0]).toBeNull();
  });

  it('the year told most, and with most weight, wins', async () => {
    const text = '清江县文化馆2023年度部门决算\n一、总体情况\n与2022年度相比，增加5.00万元。与2022年度相比，减少1.00万元。';
    expect((await whose(text))[1]).toBe(2023);
  });

  it('a year that is compared with is not the report’s, however often it is named', async () => {
    const lines = Array(9).fill('本年收入60.00万元，与2022年度决算数相比，增加5.00万元，比2022年度决算数增长9.09%。');
    expect((await whose(['2023年度清江县文化馆部门决算', ...lines].join('\n')))[1]).toBe(2023);
  });

  it('a budget is told from accounts', async () => {
    const text = '清江县文化馆2024年度部门预算\n一、收支预算总体情况\n预算收入300.00万元，预算支出300.00万元，预算安排基本支出。';
    const { kind, year } = await readingOf(text);
    expect([kind, year]).toEqual(['budget', 2024]);
  });

  it.each([
    ['evaluation of budgets', '编报绩效目标的项目7个，涉及预算金额250.00万元；预算绩效管理覆盖全部项目，预算执行率98%。'],
    [
      'how much of the budget was used',
      '“三公”经费支出100.00万元，预算执行比例为80.00%。“三公”经费预算125.00万元，预算数与上年持平，预算安排从紧。',
    ],
  ])('final accounts that tell %s are no budget', async (_, sentence) => {
    expect((await readingOf(`清江县文化馆2023年度部门决算\n${sentence}`)).kind).toBe('final-accounts');
  });

  it('without a title the usual word tells the kind, and what is known beforehand goes before all', async () => {
    const document = await read({ file: 'a.txt', bytes: new TextEncoder().encode('收入预算300.00万元，支出预算300.00万元。') });
    expect(extract([document]).kind).toBe('budget');
    expect(extract([document], 'final-accounts').kind).toBe('final-accounts');
  });

  describe('from tables alone', () => {
    const yearOf = (title: string, rows: string) => {
      const { year: _, ...document } = documentOf(tableOf(title, rows));
      return extract([document]).year;
    };

    it.each([
      ['the later of two years of accounts', '支出情况', '项目|2021年决算数|2022年决算数\n基本支出|1.00|2.00', 2022],
      ['accounts, not the budget of the year after', '支出情况', '项目|2022年决算数|2023年预算数\n基本支出|1.00|2.00', 2022],
      [
        'what the title says, whatever columns do',
        '2021年度支出决算表',
        '项目|2021年决算数|2022年预算数\n基本支出|1.00|2.00',
        2021,
      ],
      ['what a corner says', '支出决算表', '2021年度|<|<\n项目|2020年决算数|2021年决算数\n基本支出|1.00|2.00', 2021],
    ])('%s', (_, title, rows, year) => expect(yearOf(title, rows)).toBe(year));
  });
});
