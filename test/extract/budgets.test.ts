import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit.ts';
import { extract } from '../../src/extract/index.ts';
import { documentOf, tableOf } from './grids.ts';
import { bound, readingOf } from './telling.ts';

const TITLE = '清江县文化馆2024年度部门预算';
const figuresOf = async (...lines: string[]) =>
  (await readingOf([TITLE, ...lines].join('\n'))).figures.map(
    figure => `${bound(figure)}${figure.fact.period === 2024 ? '' : '!'}`,
  );
const findingsOf = async (...lines: string[]) => {
  const bytes = new TextEncoder().encode([TITLE, ...lines].join('\n'));
  const { findings } = await audit([{ file: 'a.txt', bytes }]);
  return findings.filter(one => one.severity !== 'note').map(one => one.rule);
};

describe('the words of a budget', () => {
  it('state what is planned; last year is what its words call it', async () => {
    expect(
      await figuresOf(
        '三、支出预算情况说明',
        '1、公共安全支出（204类）司法（06款）行政运行（01项）207.00万元。主要用于：人员开支。2023年当年预算执行数为180.00万元，2024年预算安排207.00万元，比2023年预算执行数增加15.00%。',
        '2、公务接待费8.00万元，比上年预算数减少2.00万元，下降20.00%，上年预算数为10.00万元。',
      ),
    ).toEqual(
      [
        '207.00 功能/公共安全/司法/行政运行[全部资金].预算@2024',
        '180.00 功能/公共安全/司法/行政运行[全部资金].决算@2023!',
        '207.00 功能/公共安全/司法/行政运行[全部资金].预算@2024',
        '15.00% 功能/公共安全/司法/行政运行[全部资金].增减率@2024',
        '8.00 公务接待费[财政拨款].预算@2024',
        '2.00 公务接待费[财政拨款].增减额@2024',
        '20.00% 公务接待费[财政拨款].增减率@2024',
        '10.00 公务接待费[财政拨款].预算@2023!',
      ].map(line => line.replace('@2023!', '!')),
    );
  });

  it.each([
    [
      'income and expenditure are each the total',
      ['收入、支出预算总计800.00万元，其中：', '（一）收入预算总计800.00万元。', '（二）支出预算总计800.00万元。'],
      [],
    ],
    [
      'growth on what was spent',
      [
        '1.住房公积金（项）207.00万元。2023年当年预算执行数为180.00万元，2024年预算安排207.00万元，比2023年预算执行数增加12.00%。',
      ],
      ['YOY-001'],
    ],
    [
      'an item that states another amount than its heading',
      ['1.住房公积金（项）207.00万元。2024年预算安排270.00万元。'],
      ['TIE-001'],
    ],
    ['comparison with the year itself', ['财政拨款收入预算90.00万元，比2024年预算增加10.00万元。'], ['YOY-006']],
    ['a slip in the list', ['财政拨款支出预算90.00万元，其中：基本支出预算50.00万元，项目支出预算30.00万元。'], ['SUM-001']],
    ['all that is right', ['财政拨款支出预算90.00万元，其中：基本支出预算50.00万元，项目支出预算40.00万元。'], []],
  ])('%s', async (_, lines, rules) => {
    expect(await findingsOf('二、部门预算编制说明', ...lines)).toEqual(rules);
  });
});

describe('the tables of a budget', () => {
  const tables = (changed: Readonly<Record<string, string>> = {}) => {
    const put = (text: string) => Object.entries(changed).reduce((all, [from, to]) => all.replace(from, to), text);
    return [
      tableOf(
        '2024年部门财务收支预算总表',
        put(`
本年收入|<|本年支出|<
项目|预算数|项目|预算数
一、财政拨款收入|95.00|一、公共安全支出|80.00
1.一般公共预算资金|90.00|二、住房保障支出|20.00
2.政府性基金|5.00||
二、事业收入|5.00||
收入总计|100.00|支出总计|100.00
`),
      ),
      tableOf(
        '2024年部门支出预算总表',
        put(`
功能分类科目编码|功能分类科目名称|合计|基本支出|项目支出
204|公共安全支出|80.00|50.00|30.00
20406|司法|80.00|50.00|30.00
2040601|行政运行|80.00|50.00|30.00
221|住房保障支出|20.00|20.00|
22102|住房改革支出|20.00|20.00|
2210201|住房公积金|20.00|20.00|
合计||100.00|70.00|30.00
`),
      ),
      tableOf(
        '2024年部门“三公”经费和机关运行经费预算表',
        put(`
“三公”经费预算数|<|<|<|<|<|机关运行经费预算数
合计|因公出国（境）费|公务接待费|公务用车购置及运行费|<|<|^
^|^|^|小计|购置费|运行费|^
10.00|1.00|2.00|7.00|3.00|4.00|55.00
`),
      ),
    ];
  };
  const verdictsOf = (changed?: Readonly<Record<string, string>>) => extract([documentOf(TITLE, ...tables(changed))]);

  it('state the budget of the year, each column and fund by itself', () => {
    const { figures, kind } = verdictsOf();
    const of = (printed: string) => figures.filter(one => one.printed === printed).map(one => bound(one).replace('@2024', ''));
    expect(kind).toBe('budget');
    expect(of('90.00')).toEqual(['90.00 本年收入[一般公共预算].预算']);
    expect(of('55.00')).toEqual(['55.00 机关运行经费[一般公共预算].预算']);
    expect(of('70.00')).toEqual(['70.00 基本支出[全部资金].预算']);
    expect(figures.every(one => one.fact.measure !== '决算')).toBe(true);
  });
});
