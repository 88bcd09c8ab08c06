import { describe, expect, it } from 'vitest';
import type { Table } from '../../src/model/index.ts';
import { equationsOf, factsOf, readingOf, remarksOf, tableOf, told } from './grids.ts';

// Forms of provinces that give the tables of the accounts other titles, columns or rows.

describe('full forms: what is carried over, income, spending and what is carried forward, each by 基本 and 项目', () => {
  const rows = `
项目|<|年初结转和结余|<|<|本年收入|<|<|本年支出|<|<|<|<|年末结转和结余|<|<|<|<
科目编码|科目名称|合计|基本支出结转|项目支出结转和结余|合计|基本支出|项目支出|合计|基本支出|<|<|项目支出|合计|基本支出结转|项目支出结转和结余|<|<
^|^|^|^|^|^|^|^|^|小计|人员经费|公用经费|^|^|^|小计|项目支出结转|项目支出结余
合计|<|3.00|1.00|2.00|60.00|40.00|20.00|58.00|40.50|30.00|10.50|17.50|5.00|0.50|4.50|4.00|0.50
201|一般公共服务支出|3.00|1.00|2.00|60.00|40.00|20.00|58.00|40.50|30.00|10.50|17.50|5.00|0.50|4.50|4.00|0.50
20106|财政事务|3.00|1.00|2.00|60.00|40.00|20.00|58.00|40.50|30.00|10.50|17.50|5.00|0.50|4.50|4.00|0.50
2010601|行政运行|3.00|1.00|2.00|60.00|40.00|20.00|58.00|40.50|30.00|10.50|17.50|5.00|0.50|4.50|4.00|0.50`;

  it.each([
    ['一般公共预算财政拨款收入支出决算表', '一般公共预算'],
    ['政府性基金预算财政拨款收入支出决算表', '政府性基金'],
    ['国有资本经营预算财政拨款收入支出决算表', '国有资本'],
    ['财政拨款收入支出决算表', '财政拨款'],
  ])('%s', (title, scope) => {
    const { figures, statements } = readingOf(tableOf(title, rows));
    const facts = told(figures);
    expect(facts).toContain(`年初结转和结余[${scope}].决算=3.00`);
    expect(facts).toContain(`本年支出[${scope}].决算=58.00`);
    expect(facts).toContain(`项目支出[${scope}].决算=17.50`);
    expect(facts).toContain(`功能/一般公共服务/财政事务/行政运行[${scope}].决算=58.00`);
    expect(facts.filter(fact => fact.startsWith('null'))).toEqual([]);
    const sums = equationsOf(statements);
    expect(sums).toContain('SUM-101 58.00=40.50+17.50');
    expect(sums).toContain('SUM-101 40.50=30.00+10.50');
    expect(sums).toContain('SUM-101 4.50=4.00+0.50');
    expect(sums).toContain('SUM-104 3.00+60.00=58.00+5.00');
    expect(sums).toContain('SUM-104 1.00+40.00=40.50+0.50');
    expect(sums).toContain('SUM-104 2.00+20.00=17.50+4.50');
  });
});

describe('one title, several forms', () => {
  it('明细表 by function, with 基本支出 and 项目支出 across, is the table by function', () => {
    const facts = factsOf(
      tableOf(
        '一般公共预算财政拨款支出决算明细表（按功能分类科目）',
        '科目编码|科目名称|合计|基本支出|项目支出\n合计|<|30.00|20.00|10.00\n201|一般公共服务支出|30.00|20.00|10.00',
      ),
    );
    expect(facts).toContain('基本支出[一般公共预算].决算=20.00');
  });
});

describe('«三公» among other expenses', () => {
  const header = `
项目|合计|一般公共预算财政拨款安排的“三公”经费|<|<|<|<|<|会议费|培训费
^|^|小计|因公出国（境）费用|公务接待费|公务用车购置及运行维护费|<|<|^|^
^|^|^|^|^|小计|公务用车购置费|公务用车运行维护费|^|^`;

  it('小计 is of the header above it; 合计 counts meetings and training as well; rows are budget and outcome', () => {
    const { figures, statements } = readingOf(
      tableOf(
        '“三公”经费及会议费、培训费支出决算表',
        `${header}\n预算数|12.00|9.00|1.00|2.00|6.00|3.00|3.00|2.00|1.00\n决算数|9.30|7.50|0.80|1.20|5.50|3.00|2.50|1.20|0.60`,
      ),
    );
    const facts = told(figures);
    expect(facts).toContain('三公经费[财政拨款].预算=9.00');
    expect(facts).toContain('三公经费[财政拨款].决算=7.50');
    expect(facts).toContain('公务用车购置及运行维护费[财政拨款].决算=5.50');
    expect(facts).toContain('培训费[财政拨款].预算=1.00');
    const sums = equationsOf(statements);
    expect(sums).toContain('SUM-110 7.50=0.80+5.50+1.20');
    expect(sums).toContain('SUM-110 9.30=7.50+1.20+0.60');
    expect(sums).toContain('SUM-110 6.00=3.00+3.00');
  });

  it('a row of another year is that year’s, a row of changes is held against both', () => {
    const { figures, statements } = readingOf(
      tableOf(
        '“三公”经费及会议费、培训费支出决算表',
        `${header}\n2024年决算数|9.30|7.50|0.80|1.20|5.50|3.00|2.50|1.20|0.60\n2023年决算数|9.00|7.20|0.80|1.20|5.20|3.00|2.20|1.20|0.60\n增减额|0.30|0.30|0.00|0.00|0.30|0.00|0.30|0.00|0.00`,
      ),
    );
    expect(told(figures).filter(fact => fact.startsWith('三公经费'))).toEqual([
      '三公经费[财政拨款].决算=7.50',
      '三公经费[财政拨款].决算@2023=7.20',
    ]);
    expect(equationsOf(statements)).toContain('SUM-110 7.20=0.80+5.20+1.20');
    expect(statements.filter(one => one.kind === 'change')).toHaveLength(9);
  });

  it('a list of counts below the amounts is another list', () => {
    const { figures, statements } = readingOf(
      tableOf(
        '一般公共预算“三公”经费、会议费和培训费支出决算表',
        `
“三公”经费|<|<|<|<|<|会议费|培训费
合计|因公出国（境）费|公务用车购置及运行维护费|<|<|公务接待费|^|^
^|^|小计|公务用车购置费|公务用车运行维护费|^|^|^
7.50|0.80|5.50|3.00|2.50|1.20|1.20|0.60
相关统计数：|<|<|<|<|<|<|<
因公出国（境）团组数（个）|<|<|2|公务用车购置数（辆）|<|<|1
国内公务接待批次（个）|<|<|31|国内公务接待人次（人）|<|<|244`,
      ),
    );
    expect(told(figures)).toContain('三公经费[财政拨款].决算=7.50');
    expect(figures.filter(one => one.amount.kind === 'money')).toHaveLength(8);
    expect(figures.filter(one => one.amount.kind === 'count').map(one => one.printed)).toEqual(['2', '1', '31', '244']);
    expect(remarksOf(statements)).toEqual([]);
  });

  it('a long stroke at a total says that it has none; nothing at all does not', () => {
    const table = (total: string) =>
      tableOf(
        '“三公”经费、行政参公单位机关运行经费情况表',
        `项目|行次|统计数
一、“三公”经费支出|1|—
（一）支出合计|2|7.50
1．因公出国（境）费|3|0.80
2．公务用车购置及运行维护费|4|5.50
3．公务接待费|5|1.20
二、机关运行经费|6|${total}
（一）行政单位|7|20.00
（二）参照公务员法管理事业单位|8|4.00`,
      );
    expect(remarksOf(readingOf(table('—')).statements)).toEqual([]);
    expect(remarksOf(readingOf(table('')).statements)).toEqual(['FRM-032']);
  });

  it('a heading may bear the name of the total below it', () => {
    const { statements } = readingOf(
      tableOf(
        '“三公”经费、行政参公单位机关运行经费情况表',
        `
项目|行次|预算数|决算数
栏次||1|2
一、“三公”经费支出|1|—|—
（一）支出合计|2|9.00|7.50
1．因公出国（境）费|3|1.00|0.80
2．公务用车购置及运行维护费|4|6.00|5.50
（1）公务用车购置费|5|3.00|3.00
（2）公务用车运行维护费|6|3.00|2.50
3．公务接待费|7|2.00|1.20
（1）国内接待费|8|—|1.20
其中：外事接待费|9|—|0.20
（2）国（境）外接待费|10|—|`,
      ),
    );
    expect(remarksOf(statements)).toEqual([]);
    expect(equationsOf(statements)).toEqual([
      'SUM-110 6.00=3.00+3.00',
      'SUM-110 5.50=3.00+2.50',
      'SUM-110 9.00=1.00+6.00+2.00',
      'SUM-110 7.50=0.80+5.50+1.20',
      'SUM-110 1.20=1.20',
    ]);
  });
});

describe('other lists', () => {
  it('政府采购情况表: one side, 其中 told beside its whole', () => {
    const { figures, statements } = readingOf(
      tableOf(
        '政府采购情况表',
        '项目|统计数\n一、政府采购支出合计|8.00\n（一）政府采购货物支出|5.00\n（二）政府采购工程支出|\n（三）政府采购服务支出|3.00\n二、政府采购授予中小企业合同金额|6.00\n其中：授予小微企业合同金额|2.00',
      ),
    );
    expect(told(figures)).toEqual([
      '政府采购[全部资金].决算=8.00',
      '政府采购货物[全部资金].决算=5.00',
      '政府采购服务[全部资金].决算=3.00',
      '授予中小企业合同[全部资金].决算=6.00',
      '授予小微企业合同[全部资金].决算=2.00',
    ]);
    expect(equationsOf(statements)).toEqual(['SUM-120 8.00=5.00+3.00']);
  });

  it('其中 rows of T1 state what they name and are no addends', () => {
    const { figures, statements } = readingOf(
      tableOf(
        '收入支出决算总表',
        '收入|<|支出|<\n项目|决算数|项目|决算数\n一、财政拨款收入|90.00|一、教育支出|90.00\n其中：政府性基金预算财政拨款|5.00||\n本年收入合计|90.00|本年支出合计|90.00\n总计|90.00|总计|90.00',
      ),
    );
    expect(told(figures)).toContain('本年收入[政府性基金].决算=5.00');
    expect(equationsOf(statements)).toContain('SUM-105 90.00=90.00');
  });

  it('projects under a 项 state their part of it', () => {
    const facts = factsOf(
      tableOf(
        '一般公共预算财政拨款项目支出决算表',
        '科目编码|科目名称（项目）|金额\n|合计|13.00\n201|一般公共服务支出|13.00\n20106|财政事务|13.00\n2010602|一般行政管理事务|13.00\n|甲项目|8.00\n|乙项目|5.00',
      ),
    );
    expect(facts).toContain('功能项目支出/一般公共服务/财政事务/一般行政管理事务/甲项目[一般公共预算].决算=8.00');
  });

  it('economic subjects that are all 人员经费 state the same in both columns', () => {
    const facts = factsOf(
      tableOf(
        '一般公共预算财政拨款基本支出决算表',
        '经济分类科目编码|科目名称|合计|人员经费|公用经费\n合计|<|41.00|31.00|10.00\n301|工资福利支出|31.00|31.00|0.00\n30101|基本工资|31.00|31.00|0.00\n302|商品和服务支出|10.00||10.00\n30201|办公费|10.00||10.00',
      ),
    );
    expect(facts.filter(fact => fact === '经济/301/30101[一般公共预算].决算=31.00')).toHaveLength(2);
    expect(facts.filter(fact => fact === '经济/302/30201[一般公共预算].决算=10.00')).toHaveLength(2);
  });
});

describe('zeros that a spreadsheet dropped', () => {
  const steps = (amount: (i: number) => string) =>
    readingOf(
      tableOf(
        '支出决算表',
        `科目编码|科目名称|本年支出合计|基本支出|项目支出\n${Array.from({ length: 12 }, (_, i) => `201${String(i + 10)}|甲${i}|${amount(i)}|${amount(i)}|`).join('\n')}`,
      ),
    ).figures.map(({ amount: { step, factor } }) => step.div(factor).toString());

  it('577.9 among amounts with two decimals is as exact as they are', () => {
    expect(new Set(steps(i => (i === 3 ? '577.9' : i === 7 ? '12' : '12.34')))).toEqual(new Set(['0.01']));
  });

  it('amounts of a table rounded by hand stand for what they print', () => {
    expect(new Set(steps(i => (i % 2 ? '577.9' : '12.34')))).toEqual(new Set(['0.01', '0.1']));
  });
});

describe('tables that came as one', () => {
  const columns = '科目编码|科目名称|本年支出合计|基本支出|项目支出||';
  const one = tableOf(
    '支出决算表',
    `${columns}\n合计|<|30.00|20.00|10.00||\n一般公共预算财政拨款支出决算表|<|<|<|<|<|<\n|||公开05表|<|<|<\n科目编码||科目名称||合计|基本支出|项目支出\n合计||||25.00|20.00|5.00\n201||一般公共服务支出||25.00|20.00|5.00\n国有资产占用情况表|<|<|<|<|<|<\n项目|<|数量（辆）|<|<|<|<\n合计|<|12|<|<|<|<`,
  );

  it('are read one by one, each from the row with its title', () => {
    const facts = factsOf(one);
    expect(facts).toEqual([
      '本年支出[全部资金].决算=30.00',
      '基本支出[全部资金].决算=20.00',
      '项目支出[全部资金].决算=10.00',
      '本年支出[一般公共预算].决算=25.00',
      '基本支出[一般公共预算].决算=20.00',
      '项目支出[一般公共预算].决算=5.00',
      '功能/一般公共服务[一般公共预算].决算=25.00',
      '功能基本支出/一般公共服务[一般公共预算].决算=20.00',
      '功能项目支出/一般公共服务[一般公共预算].决算=5.00',
    ]);
  });
});

describe('a table that states no unit', () => {
  const table = (unit: string, title = '支出决算表') =>
    tableOf(
      title,
      '科目编码|科目名称|本年支出合计|基本支出|项目支出\n合计|<|300000.00|200000.00|100000.00',
      unit ? { unit } : {},
    );
  const units = (...tables: readonly Table[]) => readingOf(...tables).figures.map(figure => figure.amount.unit);

  it('is in that of the others', () => {
    expect(new Set(units(table('元'), table('', '一般公共预算财政拨款支出决算表')))).toEqual(new Set(['元']));
  });

  it('else in 万元', () => {
    expect(new Set(units(table('')))).toEqual(new Set(['万元']));
  });
});

describe('tables without a title', () => {
  const name = (rows: string) => readingOf(tableOf('', rows)).figures[0]?.at?.table;
  const byFunction = (...codes: readonly string[]) =>
    `科目编码|科目名称|本年支出|<|<\n^|^|合计|基本支出|项目支出\n合计|<|30.00|20.00|10.00\n${codes.map(code => `${code}|某科目|30.00|20.00|10.00`).join('\n')}`;

  it('by function are known by the budget of their codes', () => {
    expect(name(byFunction('20106', '2010601'))).toBe('一般公共预算财政拨款支出决算表');
    expect(name(byFunction('21208', '2120803', '22960'))).toBe('政府性基金预算财政拨款收入支出决算表');
    expect(name(byFunction('22301', '2230105'))).toBe('国有资本经营预算财政拨款支出决算表');
    expect(name(byFunction('20106', '21208'))).toBe('财政拨款支出决算表');
  });

  it('by economic class across and function down are details, however codes are divided', () => {
    const rows = (codes: string) =>
      `${codes}|科目名称|合计|工资福利支出|<|商品和服务支出|<\n类|款|项|合计|30.00|20.00|20.00|10.00|10.00\n201|06|01|行政运行|30.00|20.00|20.00|10.00|10.00\n201|06|02|某科目||||||`;
    expect(name(rows('科目编码|<|<'))).toBe('一般公共预算财政拨款支出决算明细表');
  });

  it('the first table names balances and funds as well, but no subjects', () => {
    expect(
      name(
        '收入|<|支出|<\n项目|决算数|项目|决算数\n一、政府性基金预算财政拨款收入|5.00|一、教育支出|5.00\n二、事业收入|1.00||\n三、附属单位上缴收入|1.00||\n本年收入合计|7.00|本年支出合计|5.00\n年初结转和结余||年末结转和结余|2.00\n总计|7.00|总计|7.00',
      ),
    ).toBe('收入支出决算总表');
  });

  it('economic subjects of travel and reception are no table of the three public expenses', () => {
    expect(
      name(
        '科目编码|科目名称|金额\n301|工资福利支出|5.00\n30101|基本工资|5.00\n302|商品和服务支出|6.00\n30201|办公费|1.00\n30212|因公出国（境）费用|1.00\n30217|公务接待费|2.00\n30231|公务用车运行维护费|2.00\n合计||11.00',
      ),
    ).toBe('一般公共预算财政拨款基本支出决算表');
  });
});
