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

describe('收入支出决算表 by function (财决02)', () => {
  const rows = (end: string) => `
科目编码|科目名称|年初结转和结余|<|<|本年收入|本年支出|<|<|结余分配|年末结转和结余
^|^|合计|基本支出结转|项目支出结转和结余|^|合计|基本支出|项目支出|^|^
|合计|8.00|0.00|8.00|90.00|88.00|60.00|28.00|0.00|${end}
213|农林水支出|8.00|0.00|8.00|90.00|88.00|60.00|28.00|0.00|10.00
21303|水利|8.00|0.00|8.00|90.00|88.00|60.00|28.00|0.00|10.00
2130313|水文测报|8.00|0.00|8.00|90.00|88.00|60.00|28.00|0.00|10.00`;

  it('balances as a whole; what was carried over of either kind does not, where income is not divided', () => {
    const { figures, statements } = readingOf(tableOf('收入支出决算表', rows('10.00')));
    expect(told(figures)).toContain('年末结转和结余[全部资金].决算=10.00');
    const balances = equationsOf(statements).filter(one => one.startsWith('SUM-104'));
    expect(new Set(balances)).toEqual(new Set(['SUM-104 8.00+90.00=88.00+0.00+10.00']));
  });
});

describe('机构运行信息表 with its lists on the other sides', () => {
  const rows = (cars: string, micro: string) => `
项目|行次|预算数|统计数|项目|行次|统计数
一、“三公”经费支出|1|—|—|三、国有资产占用情况|9|—
（一）支出合计|2|9.00|7.00|（一）车辆数合计（辆）|10|${cars}
1．因公出国（境）费|3|0.00|0.00|1．机要通信用车|11|1
2．公务用车购置及运行维护费|4|6.00|5.00|2．其他用车|12|2
3．公务接待费|5|3.00|2.00|四、政府采购支出信息|13|—
二、机关运行经费|6|—|18.00|（一）政府采购支出合计|14|30.00
（一）行政单位|7|—|18.00|（二）政府采购授予中小企业合同金额|15|24.00
（二）参照公务员法管理事业单位|8|—|0.00|其中：授予小微企业合同金额|16|${micro}`;

  it('both are read on either', () => {
    const facts = told(readingOf('# 2024年度部门决算', tableOf('机构运行信息表', rows('3', '20.00'))).figures);
    expect(facts).toContain('机关运行经费[一般公共预算].决算=18.00');
    expect(facts).toContain('政府采购[全部资金].决算=30.00');
    expect(facts.filter(one => one.startsWith('三公经费'))).toEqual([
      '三公经费[财政拨款].预算=9.00',
      '三公经费[财政拨款].决算=7.00',
    ]);
  });
  it('kinds of cars make up their number, and parts are within their whole', () => {
    const { statements } = readingOf(tableOf('机构运行信息表', rows('4', '26.00')));
    expect(equationsOf(statements)).toContain('SUM-003 4=1+2');
    const bounds = statements.flatMap(one => (one.kind === 'bound' ? [`${one.smaller.printed} ≤ ${one.larger.printed}`] : []));
    expect(bounds).toEqual(['26.00 ≤ 24.00', '24.00 ≤ 30.00']);
  });
});

describe('cars as rows that count', () => {
  const table = (all: string) =>
    tableOf('国有资产占用情况表', `项目|数量\n一、车辆（辆）|${all}\n1.机要通信用车|1\n2.应急保障用车|1\n3.其他用车|2`);
  it('their kinds make up their number, which the text tells', () => {
    const { statements } = readingOf(table('4'), '截至2024年12月31日，共有车辆4辆。');
    expect(equationsOf(statements)).toEqual(['SUM-003 4=1+1+2']);
    expect(statements.flatMap(one => (one.kind === 'same' ? [one.figures.map(({ printed }) => printed)] : []))).toEqual([
      ['4', '4'],
    ]);
  });
});

describe('cars by number and by value', () => {
  const table = (cars: string) =>
    tableOf(
      '国有资产占有使用情况表',
      `项目|计量单位|数量|价值（万元）\n一、房屋|平方米|900|300.00\n二、车辆|辆|${cars}|60.00\n合计|—|—|360.00`,
    );
  it('their number is that of the text', () => {
    const { statements } = readingOf('# 2024年度部门决算', table('4'), '截至2024年12月31日，共有车辆3辆。');
    expect(statements.flatMap(one => (one.kind === 'same' ? [one.figures.map(({ printed }) => printed)] : []))).toContainEqual([
      '4',
      '3',
    ]);
  });
});

describe('what money was spent on, counted as nothing', () => {
  const table = (cars: string) =>
    tableOf(
      '“三公”经费支出决算表',
      `项目|预算数|统计数\n支出合计|6.00|5.00\n公务用车购置及运行维护费|6.00|5.00\n公务用车购置费|0.00|0.00\n公务用车运行维护费|6.00|5.00\n公务接待费|0.00|0.00\n因公出国（境）费|0.00|0.00\n公务用车保有量（辆）|—|${cars}`,
    );
  const told = (cars: string, ...text: string[]) => remarksOf(readingOf('# 2024年度部门决算', table(cars), ...text).statements);
  it('is told, but for cars that were hired', () => {
    expect(told('0')).toContain('SUM-007');
    expect(told('2')).not.toContain('SUM-007');
    expect(told('0', '本单位租用公务用车2辆。')).not.toContain('SUM-007');
  });
});

describe('政府采购情况表 by the money it was paid with', () => {
  const rows = (all: string) => `
项目|合计|财政性资金|<|<|其他资金
^|^|小计|一般公共预算|政府性基金|^
合计|${all}|35.00|30.00|5.00|5.00
货物|15.00|12.00|12.00|0.00|3.00
服务|25.00|23.00|18.00|5.00|2.00`;
  it('adds up down and across, and only the whole is what was bought', () => {
    const { figures, statements } = readingOf('# 2024年度部门决算', tableOf('政府采购情况表', rows('40.00')));
    expect(told(figures).filter(one => one.startsWith('政府采购['))).toEqual(['政府采购[全部资金].决算=40.00']);
    expect(equationsOf(statements)).toEqual(
      expect.arrayContaining(['SUM-120 40.00=15.00+25.00', 'SUM-101 40.00=35.00+5.00', 'SUM-101 23.00=18.00+5.00']),
    );
  });
});

describe('an only table that is empty and says so', () => {
  const table = tableOf(
    '政府性基金预算财政拨款收入支出决算表',
    '科目编码|科目名称|年初结转和结余|本年收入|本年支出|年末结转和结余\n|合计||||',
    {
      notes: ['注：本单位没有政府性基金收支，故本表无数据。'],
    },
  );
  it('contradicts money that the text tells of', () => {
    const text = (said: string) => ['# 八、政府性基金预算财政拨款收入支出决算情况说明', said] as const;
    const rules = (said: string) => remarksOf(readingOf(table, ...text(said)).statements);
    expect(rules('2024年度政府性基金预算财政拨款收入12.00万元，支出12.00万元。')).toContain('FRM-033');
    expect(rules('2024年度无政府性基金预算财政拨款收入和支出。')).not.toContain('FRM-033');
  });
});
