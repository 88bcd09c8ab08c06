import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/index.ts';
import { documentOf, equationsOf, readingOf, remarksOf, tableOf, told } from './grids.ts';

// Forms of tables beside the statutory ones of the nation, and lists with totals of their own.

describe('a third list with totals of its own', () => {
  const rows = `
收入|<|支出|<|<|<
项目|金额|项目（按功能分类）|金额|项目（按支出性质）|金额
一、财政拨款收入|760.00|一、农林水支出|720.00|一、基本支出|480.00
二、其他收入|0.00||||
本年收入合计|760.00|本年支出合计|720.00|二、项目支出|240.00
年初结转和结余|5.00|年末结转和结余|45.00|年末结转和结余|45.00
总计|765.00|总计|765.00|总计|765.00`;

  it('the total is told once', () => {
    const sums = equationsOf(readingOf(tableOf('收入支出决算总表', rows)).statements);
    expect(sums).toContain('SUM-109 765.00=765.00');
    expect(sums).toContain('SUM-107 765.00=720.00+45.00');
    expect(sums.filter(one => one.includes('765.00+765.00'))).toEqual([]);
  });
});

describe('政府采购情况表', () => {
  it('«其中：» opens the kinds, and the first is one of them', () => {
    const { statements } = readingOf(
      tableOf(
        '政府采购情况表',
        '项目|金额\n政府采购支出总额|120.00\n其中：货物|40.00\n工程|50.00\n服务|30.00\n授予中小企业合同金额|100.00\n其中：授予小微企业合同金额|60.00',
      ),
    );
    expect(equationsOf(statements)).toEqual(['SUM-120 120.00=40.00+50.00+30.00']);
  });

  it('with its kinds across', () => {
    const { figures, statements } = readingOf(tableOf('政府采购支出情况表', '合计|货物|工程|服务\n120.00|40.00|50.00|30.00'));
    expect(equationsOf(statements)).toEqual(['SUM-101 120.00=40.00+50.00+30.00']);
    expect(told(figures)).toContain('政府采购[全部资金].决算=120.00');
  });
});

describe('会议费、培训费 in a table of their own', () => {
  it('合计 is theirs, not that of «三公»', () => {
    const { figures, statements } = readingOf(
      tableOf('会议费和培训费决算表', '项目|合计|会议费|培训费\n预算数|5.00|3.00|2.00\n决算数|3.80|2.70|1.10'),
    );
    expect(told(figures)).toEqual(expect.arrayContaining(['会议费[财政拨款].决算=2.70', '培训费[财政拨款].决算=1.10']));
    expect(told(figures).filter(fact => fact.startsWith('三公'))).toEqual([]);
    expect(equationsOf(statements)).toEqual(expect.arrayContaining(['SUM-110 3.80=2.70+1.10', 'SUM-110 5.00=3.00+2.00']));
  });
});

describe('国有资产占用情况表 with its kinds below each other', () => {
  it('at the beginning and the end of the year', () => {
    const { statements } = readingOf(
      tableOf(
        '国有资产占用情况表',
        '项目|期初数|期末数\n一、资产总额|840.00|910.00\n（一）流动资产|150.00|200.00\n（二）固定资产|630.00|650.00\n其中：房屋|400.00|400.00\n（三）在建工程|30.00|30.00\n（四）无形资产|30.00|30.00',
      ),
    );
    expect(equationsOf(statements)).toEqual(
      expect.arrayContaining(['SUM-116 840.00=150.00+630.00+30.00+30.00', 'SUM-116 910.00=200.00+650.00+30.00+30.00']),
    );
  });

  it('by number and by value', () => {
    const { figures, statements } = readingOf(
      tableOf(
        '国有资产占用情况表',
        '项目|数量|价值\n资产总额|—|910.00\n1.土地、房屋及构筑物（平方米）|2,300|400.00\n2.车辆（辆）|6|90.00\n3.其他资产|—|420.00',
      ),
    );
    expect(equationsOf(statements)).toEqual(['SUM-116 910.00=400.00+90.00+420.00']);
    expect(figures.filter(({ amount }) => amount.kind === 'count').map(one => `${one.printed}${one.amount.unit}`)).toEqual([
      '2,300平方米',
      '6辆',
    ]);
  });
});

describe('changes in a column that prints decreases with their sign', () => {
  const directions = (abroad: string, car: string, guests: string) =>
    readingOf(
      tableOf(
        '“三公”经费支出决算对比表',
        `项目|2023年决算数|2024年决算数|增减额\n一、因公出国（境）费|2.00|0.00|${abroad}\n二、公务用车运行维护费|9.00|8.00|${car}\n三、公务接待费|3.00|2.40|${guests}`,
      ),
    ).statements.flatMap(one => (one.kind === 'change' ? [one.direction] : []));
  it('one without it has lost it', () => expect(directions('2.00', '-1.00', '-0.60')).toEqual([1, 1, 1]));
  it('a column without signs', () => expect(directions('2.00', '1.00', '0.60')).toEqual([-1, -1, -1]));
});

describe('names of 类 in lists without codes', () => {
  const list = (name: string, amount: string) =>
    remarksOf(
      readingOf(
        tableOf(
          '收入支出决算总表',
          `收入|决算数|支出|决算数\n一、财政拨款收入|90.00|一、${name}|${amount}\n||二、农林水支出|80.00\n本年收入合计|90.00|本年支出合计|90.00\n总计|90.00|总计|90.00`,
        ),
      ).statements,
    ).filter(one => one.includes('FRM-021'));
  it('an old one with an amount is told', () => expect(list('医疗卫生与计划生育支出', '10.00')).toHaveLength(1));
  it('an old one that nothing was spent on is the form’s', () => expect(list('医疗卫生与计划生育支出', '')).toEqual([]));
  it('the present one', () => expect(list('卫生健康支出', '10.00')).toEqual([]));
});

describe('last year’s column where nobody knows the year of the report', () => {
  it('is not this year’s', () => {
    const table = tableOf(
      '“三公”经费支出决算表',
      '项目|上年决算数|本年决算数\n合计|14.00|10.40\n公务用车运行维护费|11.00|8.00\n公务接待费|3.00|2.40',
    );
    const { year: _, ...undated } = documentOf(table);
    expect(told(extract([undated]).figures)).toContain('三公经费[财政拨款].决算=10.40');
    expect(told(extract([undated]).figures)).not.toContain('三公经费[财政拨款].决算=14.00');
  });
});
