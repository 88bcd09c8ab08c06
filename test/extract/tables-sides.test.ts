import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit.ts';
import { equationsOf, factsOf, readingOf, tableOf } from './grids.ts';

// Tables of two and three lists side by side, and what they close with.

describe('the general table with what was carried over in short words', () => {
  it.each([
    ['上年结转', '结转下年'],
    ['年初结转结余', '年末结转结余'],
    ['上年结转资金', '结转下年资金'],
  ])('%s', (begin, end) => {
    const { statements } = readingOf(
      tableOf(
        '收入支出决算总表',
        `收入|决算数|支出|决算数
一、财政拨款收入|70.00|一、农林水支出|68.00
本年收入合计|70.00|本年支出合计|68.00
${begin}|5.00|${end}|7.00
收入总计|75.00|支出总计|75.00`,
      ),
    );
    expect(equationsOf(statements)).toContain('SUM-107 75.00=70.00+5.00');
    expect(equationsOf(statements)).toContain('SUM-107 75.00=68.00+7.00');
  });

  it('a line that the form does not name is part of the total where only with it the total adds up', () => {
    const rows = (unknown: string) => `收入|决算数|支出|决算数
一、财政拨款收入|70.00|一、农林水支出|75.00
本年收入合计|70.00|本年支出合计|75.00
动用历年专户余款|${unknown}||
收入总计|75.00|支出总计|75.00`;
    const sums = (unknown: string) => equationsOf(readingOf(tableOf('收入支出决算总表', rows(unknown))).statements);
    expect(sums('5.00')).toContain('SUM-107 75.00=70.00+5.00');
    expect(sums('4.00')).toContain('SUM-107 75.00=70.00');
  });
});

describe('three lists, of which the third closes as the second does', () => {
  const rows = `收入|<|支出|<|<|<
项目|金额|项目（按功能分类）|金额|项目（按支出性质）|金额
一、财政拨款收入|45.00|一、农林水支出|38.00|一、基本支出|30.00
二、其他收入|5.00|二、住房保障支出|9.00|其中：人员支出|25.00
|||　|日常公用支出|5.00
||||二、项目支出|17.00
本年收入合计|50.00|本年支出合计|47.00|本年支出合计|47.00
年初结转和结余|2.00|年末结转和结余|5.00|年末结转和结余|5.00
总计|52.00|总计|52.00|总计|52.00`;

  it('tells its totals once more; 人员支出 and 日常公用支出 are 基本支出', () => {
    const sums = equationsOf(readingOf(tableOf('收入支出决算总表', rows)).statements);
    expect(sums).toContain('SUM-107 52.00=47.00+5.00');
    expect(sums).toContain('SUM-109 52.00=52.00');
    expect(sums.filter(one => one.includes('52.00+52.00') || one.includes('47.00+47.00'))).toEqual([]);
    expect(sums.some(one => one.includes('30.00=25.00+5.00'))).toBe(true);
  });
});

describe('the fiscal table', () => {
  const rows = (begin: string) => `收入|<|支出|<|<|<
项目|金额|项目|合计|一般公共预算财政拨款|政府性基金预算财政拨款
一、一般公共预算财政拨款|52.00|一、农林水支出|51.00|51.00|
二、政府性基金预算财政拨款|8.00|二、城乡社区支出|8.00||8.00
本年收入合计|60.00|本年支出合计|59.00|51.00|8.00
年初财政拨款结转和结余|${begin}|年末财政拨款结转和结余|2.00|2.00|
总计|61.00|总计|61.00|53.00|8.00`;

  it('balances fund by fund only where what was carried over is told by fund', () => {
    const sums = (begin: string) => equationsOf(readingOf(tableOf('财政拨款收入支出决算总表', rows(begin))).statements);
    expect(sums('1.00').filter(one => one.startsWith('SUM-114'))).toEqual([]);
    expect(sums('').filter(one => one.startsWith('SUM-114'))).toContain('SUM-114 52.00=51.00+2.00');
  });
});

describe('codes of which the zeros were lost', () => {
  it('«201 | 3 | 1» is 2010301', () => {
    const facts = factsOf(
      tableOf(
        '一般公共预算财政拨款支出决算表',
        `科目编码|<|<|科目名称|本年支出|基本支出|项目支出
类|款|项|^|^|^|^
合计|<|<|<|23.00|18.00|5.00
201|||一般公共服务支出|23.00|18.00|5.00
201|3||政府办公厅（室）及相关机构事务|23.00|18.00|5.00
201|3|1|行政运行|18.00|18.00|
201|3|8|信访事务|5.00||5.00`,
      ),
    );
    expect(facts.some(fact => fact.includes('行政运行') && fact.endsWith('=18.00'))).toBe(true);
    expect(facts.some(fact => fact.includes('信访事务') && fact.endsWith('=5.00'))).toBe(true);
  });
});

describe('«三公» with a unit of its own over each column', () => {
  const rows = `项目|预算数（万元）|决算数（元）
合计|10.00|85000.00
因公出国（境）费|0.00|0.00
公务用车购置及运行费|8.00|72000.00
公务接待费|2.00|13000.00`;

  it('is read in these units', () => {
    const { figures } = readingOf(tableOf('“三公”经费支出决算表', rows));
    expect(figures.map(({ amount }) => amount.unit)).toContain('元');
    expect(figures.filter(({ printed }) => printed === '85000.00').map(({ amount }) => amount.value.toString())).toEqual([
      '85000',
    ]);
    expect(figures.filter(({ printed }) => printed === '10.00').map(({ amount }) => amount.value.toString())).toEqual(['100000']);
  });
});

describe('«三公» with its rows counted under the header of their names', () => {
  it('reads no number of a row as an amount', () => {
    const rows = `项目|<|决算数
一、“三公”经费支出|1|6.30
（一）因公出国（境）支出|2|0.00
（二）公务用车购置及运行维护支出|3|5.00
（三）公务接待支出|4|1.30`;
    const { figures } = readingOf(tableOf('“三公”经费支出决算表', rows));
    expect(figures.map(({ printed }) => printed)).toEqual(['6.30', '0.00', '5.00', '1.30']);
  });
});

describe('tables under a part that has a name and no number', () => {
  it('do not stand in the part before it', async () => {
    const text = `梅坞县图书馆2023年度部门决算
第一部分 梅坞县图书馆概况
一、主要职能
收藏图书。
梅坞县图书馆2023年度部门决算表
收入支出决算总表
单位：万元
收入\t决算数\t支出\t决算数
一、财政拨款收入\t70.00\t一、农林水支出\t70.00
本年收入合计\t70.00\t本年支出合计\t70.00
总计\t70.00\t总计\t70.00
`;
    const { figures } = await audit([{ file: '报告.txt', bytes: new TextEncoder().encode(text) }]);
    expect(figures.length).toBe(6);
    expect(figures.filter(one => /概况|职能/.test(one.section))).toEqual([]);
  });
});
