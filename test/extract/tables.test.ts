import { describe, expect, it } from 'vitest';
import { extract } from '../../src/extract/index.ts';
import type { Table } from '../../src/model/index.ts';
import { documentOf, equationsOf, factsOf, readingOf, tableOf, told } from './grids.ts';

describe('T7 in its forms', () => {
  const printed = [
    '三公经费[财政拨款].预算=9.00',
    '三公经费[财政拨款].决算=7.50',
    '因公出国（境）费[财政拨款].预算=1.00',
    '因公出国（境）费[财政拨款].决算=0.80',
  ];

  it('Shanghai: budget and outcome of every subject side by side, blanks are positions', () => {
    const facts = factsOf(
      tableOf(
        '七、财政拨款“三公”经费支出决算表',
        `
财政拨款“三公”经费|<|<|<|<|<|<|<|<|<|<|<
合计|<|因公出国（境）费|<|公务用车购置及运行费|<|<|<|<|<|公务接待费|<
^|<|^|<|小计|<|公务用车购置费|<|公务用车运行费|<|^|<
预算数|决算数|预算数|决算数|预算数|决算数|预算数|决算数|预算数|决算数|预算数|决算数
9.00|7.50|1.00|0.80||||||5.50|2.00|`,
      ),
    );
    expect(facts).toEqual([...printed, '公务用车运行维护费[财政拨款].决算=5.50', '公务接待费[财政拨款].预算=2.00']);
  });

  it('national: six budgets, then six outcomes, and a row that only counts columns', () => {
    const facts = factsOf(
      tableOf(
        '财政拨款“三公”经费支出决算表',
        `
预算数|<|<|<|<|<|决算数|<|<|<|<|<
合计|因公出国（境）费|公务用车购置及运行维护费|<|<|公务接待费|合计|因公出国（境）费|公务用车购置及运行维护费|<|<|公务接待费
^|^|小计|公务用车购置费|公务用车运行维护费|^|^|^|小计|公务用车购置费|公务用车运行维护费|^
1|2|3|4|5|6|7|8|9|10|11|12
9.00|1.00||||2.00|7.50|0.80|||5.50|`,
      ),
    );
    expect(facts.sort()).toEqual([...printed, '公务用车运行维护费[财政拨款].决算=5.50', '公务接待费[财政拨款].预算=2.00'].sort());
  });

  it('subjects down; counts of missions and vehicles are no money', () => {
    const facts = factsOf(
      tableOf(
        '一般公共预算财政拨款“三公”经费支出决算表',
        `
项目|行次|2024年度预算数|2024年度决算数
栏次||1|2
合计|1|9.00|7.50
1.因公出国（境）费|2|1.00|0.80
2.公务用车购置及运行维护费|3||
（1）公务用车购置费|4||
（2）公务用车运行维护费|5||5.50
3.公务接待费|6|2.00|
因公出国（境）团组数（个）|7|3|3`,
      ),
    );
    expect(facts).toEqual([
      ...printed,
      '公务用车运行维护费[财政拨款].决算=5.50',
      '公务接待费[财政拨款].预算=2.00',
      'null[null].数量=3',
      'null[null].数量=3',
    ]);
  });
});

describe('columns that state something else', () => {
  it('another year is that year’s; changes and rates are held against both years', () => {
    const { figures, statements } = readingOf(
      tableOf(
        '“三公”经费支出情况表',
        '项目|2023年决算数|2024年决算数|增减额|增减率（%）\n合计|9.00|7.50|-1.50|-16.67\n公务接待费|2.00|1.50|-0.50|-25.00\n因公出国（境）费|7.00|6.00|-1.00|-14.29',
      ),
    );
    expect(told(figures).filter(fact => !fact.startsWith('null'))).toEqual([
      '三公经费[财政拨款].决算@2023=9.00',
      '三公经费[财政拨款].决算=7.50',
      '公务接待费[财政拨款].决算@2023=2.00',
      '公务接待费[财政拨款].决算=1.50',
      '因公出国（境）费[财政拨款].决算@2023=7.00',
      '因公出国（境）费[财政拨款].决算=6.00',
    ]);
    expect(figures).toHaveLength(12);
    expect(statements.filter(one => one.kind === 'change')).toHaveLength(6);
  });
});

describe('tables by function', () => {
  const rows = `
201|一般公共服务支出|30.00|20.00|10.00
20106|财政事务|30.00|20.00|10.00
2010601|行政运行|20.00|20.00|
2010602|一般行政管理事务|10.00||10.00`;
  const facts = [
    '本年支出[一般公共预算].决算=30.00',
    '基本支出[一般公共预算].决算=20.00',
    '项目支出[一般公共预算].决算=10.00',
    '功能/一般公共服务[一般公共预算].决算=30.00',
    '功能基本支出/一般公共服务[一般公共预算].决算=20.00',
    '功能项目支出/一般公共服务[一般公共预算].决算=10.00',
    '功能/一般公共服务/财政事务[一般公共预算].决算=30.00',
    '功能基本支出/一般公共服务/财政事务[一般公共预算].决算=20.00',
    '功能项目支出/一般公共服务/财政事务[一般公共预算].决算=10.00',
    '功能/一般公共服务/财政事务/行政运行[一般公共预算].决算=20.00',
    '功能基本支出/一般公共服务/财政事务/行政运行[一般公共预算].决算=20.00',
    '功能/一般公共服务/财政事务/一般行政管理事务[一般公共预算].决算=10.00',
    '功能项目支出/一般公共服务/财政事务/一般行政管理事务[一般公共预算].决算=10.00',
  ].sort();
  const title = '一般公共预算财政拨款支出决算表';

  it('joined codes, 合计 last', () => {
    expect(factsOf(tableOf(title, `科目编码|科目名称|合计|基本支出|项目支出${rows}\n合计|<|30.00|20.00|10.00`)).sort()).toEqual(
      facts,
    );
  });

  it('joined codes, 合计 first, 栏次 under a header of three levels', () => {
    const table = tableOf(
      title,
      `
项目|<|本年支出|<|<
功能分类科目编码|科目名称|小计|基本支出|项目支出
栏次|<|1|2|3
合计|<|30.00|20.00|10.00${rows}`,
    );
    expect(factsOf(table).sort()).toEqual(facts);
  });

  it('codes in three columns, each row repeating its parents, 合计 beside 类 款 项', () => {
    const table = tableOf(
      title,
      `
项目|<|<|<|合计|基本支出|项目支出
支出功能分类|<|<|科目名称|^|^|^
科目编码|<|<|^|^|^|^
类|款|项|合计|30.00|20.00|10.00
201|||一般公共服务支出|30.00|20.00|10.00
201|06||财政事务|30.00|20.00|10.00
201|06|01|行政运行|20.00|20.00|
201|06|02|一般行政管理事务|10.00||10.00`,
    );
    expect(factsOf(table).sort()).toEqual(facts);
  });

  it('codes over three columns, 类 款 项 merged over 栏次 and 合计', () => {
    const table = tableOf(
      title,
      `
项目|<|<|<|本年支出|<|<
功能分类科目编码|<|<|科目名称|小计|基本支出|项目支出
类|款|项|栏次|1|2|3
^|^|^|合计|30.00|20.00|10.00
201|<|<|一般公共服务支出|30.00|20.00|10.00
20106|<|<|财政事务|30.00|20.00|10.00
2010601|<|<|行政运行|20.00|20.00|
2010602|<|<|一般行政管理事务|10.00||10.00`,
    );
    expect(factsOf(table).sort()).toEqual(facts);
  });

  it('codes in three columns, parents left blank', () => {
    const table = tableOf(
      title,
      `
科目编码|<|<|科目名称|合计|基本支出|项目支出
类|款|项|^|^|^|^
合计|<|<|<|30.00|20.00|10.00
201|||一般公共服务支出|30.00|20.00|10.00
|06||财政事务|30.00|20.00|10.00
||01|行政运行|20.00|20.00|
||02|一般行政管理事务|10.00||10.00`,
    );
    expect(factsOf(table).sort()).toEqual(facts);
  });

  it('code and name in one cell, amounts with separators, strokes and 元', () => {
    const { figures } = readingOf(
      tableOf(title, '项目|合计|基本支出|项目支出\n合计|300,000.00|300,000.00|—\n201一般公共服务支出|300,000.00|300,000.00|-', {
        unit: '元',
      }),
    );
    expect(told(figures)).toContain('功能/一般公共服务[一般公共预算].决算=300,000.00');
    expect(figures).toHaveLength(4);
    expect(figures[0]!.amount).toMatchObject({ unit: '元', kind: 'money' });
    expect(figures[0]!.at).toEqual({ table: title, row: '合计', col: '合计' });
  });

  it('blank cells count as nothing, rows without any amount are headings', () => {
    const { statements } = readingOf(
      tableOf(
        title,
        '科目编码|科目名称|合计|基本支出|项目支出\n201|一般公共服务支出|30.00||30.00\n20106|财政事务|||\n2010601|行政运行|30.00||30.00\n合计|<|30.00||30.00',
      ),
    );
    expect(equationsOf(statements)).toEqual([
      'SUM-102 30.00=30.00',
      'SUM-102 30.00=30.00',
      'SUM-103 30.00=30.00',
      'SUM-103 30.00=30.00',
      'SUM-101 30.00=30.00',
      'SUM-101 30.00=30.00',
      'SUM-101 30.00=30.00',
    ]);
  });

  it('教育收费 beside 事业收入 is a part of it and no addend', () => {
    const { statements } = readingOf(
      tableOf(
        '收入决算表',
        `
科目编码|科目名称|本年收入合计|财政拨款收入|事业收入|<|其他收入
^|^|^|^|小计|其中：教育收费|^
合计|<|60.00|40.00|15.00|12.00|5.00`,
      ),
    );
    expect(equationsOf(statements)).toEqual(['SUM-101 60.00=40.00+15.00+5.00']);
  });
});

describe('tables with two sides', () => {
  it('national T4: 行次 columns, funds without numbers under what was carried over', () => {
    const { figures, statements } = readingOf(
      tableOf(
        '财政拨款收入支出决算总表',
        `
收入|<|<|支出|<|<|<|<|<
项目|行次|金额|项目|行次|合计|一般公共预算财政拨款|政府性基金预算财政拨款|国有资本经营预算财政拨款
栏次||1|栏次||2|3|4|5
一、一般公共预算财政拨款|1|90.00|一、一般公共服务支出|33|89.00|89.00||
二、政府性基金预算财政拨款|2|5.00|二、城乡社区支出|34|6.00||6.00|
本年收入合计|27|95.00|本年支出合计|59|95.00|89.00|6.00|
年初财政拨款结转和结余|28|2.00|年末财政拨款结转和结余|60|2.00|2.00||
一般公共预算财政拨款|29|1.00|||||
政府性基金预算财政拨款|30|1.00|||||
总计|32|97.00|总计|64|97.00|91.00|6.00|`,
      ),
    );
    const facts = told(figures);
    expect(facts).toContain('本年收入[一般公共预算].决算=90.00');
    expect(facts).toContain('年初结转和结余[一般公共预算].决算=1.00');
    expect(facts).toContain('功能/城乡社区[政府性基金].决算=6.00');
    expect(facts).toContain('收支总计[财政拨款].决算=97.00');
    expect(figures).toHaveLength(19);
    const sums = equationsOf(statements);
    expect(sums).toContain('SUM-105 95.00=90.00+5.00');
    expect(sums).toContain('SUM-108 2.00=1.00+1.00');
    expect(sums).toContain('SUM-114 90.00+1.00=89.00+2.00');
    expect(sums).toContain('SUM-114 5.00+1.00=6.00');
    expect(sums).toContain('SUM-107 97.00=95.00+2.00');
    expect(sums).toContain('SUM-101 95.00=89.00+6.00');
  });

  it('其中 rows of T1 are told beside their whole', () => {
    const { statements, figures } = readingOf(
      tableOf(
        '收入支出决算总表',
        `
收入|<|支出|<
项目|决算数|项目|决算数
一、财政拨款收入|90.00|一、教育支出|92.00
其中：政府性基金预算财政拨款|5.00||
二、其他收入|4.00||
本年收入合计|94.00|本年支出合计|92.00
使用非财政拨款结余（含专用结余）|1.00|结余分配|
年初结转和结余||年末结转和结余|3.00
总计|95.00|总计|95.00`,
      ),
    );
    expect(equationsOf(statements)).toEqual([
      'SUM-105 94.00=90.00+4.00',
      'SUM-106 92.00=92.00',
      'SUM-107 95.00=94.00+1.00',
      'SUM-107 95.00=92.00+3.00',
      'SUM-109 95.00=95.00',
    ]);
    expect(told(figures)).toContain('使用非财政拨款结余[全部资金].决算=1.00');
  });
});

describe('T6', () => {
  it('three groups side by side, totals in one row', () => {
    const { statements, figures } = readingOf(
      tableOf(
        '一般公共预算财政拨款基本支出决算明细表',
        `
人员经费|<|<|公用经费|<|<|<|<|<
科目编码|科目名称|金额|科目编码|科目名称|金额|科目编码|科目名称|金额
301|工资福利支出|30.00|302|商品和服务支出|8.00|310|资本性支出|2.00
30101|基本工资|30.00|30201|办公费|8.00|31002|办公设备购置|2.00
303|对个人和家庭的补助|1.00||||399|其他支出|
30302|退休费|1.00|||||
人员经费合计|<|31.00|公用经费合计|<|<|<|<|10.00`,
      ),
    );
    expect(told(figures)).toContain('经济/310/31002[一般公共预算].决算=2.00');
    expect(told(figures)).toContain('公用经费[一般公共预算].决算=10.00');
    expect(equationsOf(statements)).toContain('SUM-113 10.00=8.00+2.00');
    expect(equationsOf(statements)).toContain('SUM-113 31.00=30.00+1.00');
  });

  it('one list with columns for staff and running costs', () => {
    const { statements, figures } = readingOf(
      tableOf(
        '一般公共预算基本支出决算表',
        `
经济分类科目编码|科目名称|合计|人员经费|公用经费
合计|<|41.00|31.00|10.00
301|工资福利支出|31.00|31.00|
30101|基本工资|31.00|31.00|
302|商品和服务支出|10.00||10.00
30201|办公费|10.00||10.00`,
      ),
    );
    const facts = told(figures);
    expect(facts).toContain('基本支出[一般公共预算].决算=41.00');
    expect(facts).toContain('人员经费[一般公共预算].决算=31.00');
    expect(facts).toContain('公用经费[一般公共预算].决算=10.00');
    expect(equationsOf(statements)).toContain('SUM-101 41.00=31.00+10.00');
    expect(equationsOf(statements)).toContain('SUM-113 41.00=31.00+10.00');
  });
});

describe('recognising', () => {
  const columns =
    '科目编码|科目名称|本年支出合计|基本支出|项目支出|上缴上级支出|经营支出\n合计|<|30.00|20.00|10.00||\n201|一般公共服务支出|30.00|20.00|10.00||';

  it('a table without a title is known by its columns', () => {
    expect(factsOf(tableOf('', columns))).toContain('本年支出[全部资金].决算=30.00');
  });

  it('a title in the line above, or in the table itself, with its number and unit', () => {
    expect(factsOf('公开03表', '支出决算表', '单位：万元', tableOf('', columns))).toContain('项目支出[全部资金].决算=10.00');
    expect(factsOf(tableOf('', `支出决算表|<|<|<|<|<|<\n公开03表||||||单位：元\n${columns}`))).toContain(
      '基本支出[全部资金].决算=20.00',
    );
    expect(readingOf(tableOf('', `支出决算表|<|<|<|<|<|<\n|||||单位：元|<\n${columns}`)).figures[0]!.amount.unit).toBe('元');
  });

  it('a table that only has such words in it is none', () => {
    expect(factsOf(tableOf('', '序号|内容\n1|支出决算表\n2|收入决算表'))).toEqual([]);
  });

  it('a number that cannot be read is told', () => {
    const { unread } = readingOf(tableOf('', columns.replace('|30.00|20.00|10.00||\n', '|3o.00|20.00|10.00||\n')));
    expect(unread).toMatchObject([{ printed: '3o.00', why: 'extract.why.no-number' }]);
  });
});

describe('a form that is an entry of tables.yaml and nothing else', () => {
  it('机构运行信息表: two sides, budget and outcome, counts told as such', () => {
    const { figures, statements } = readingOf(
      tableOf(
        '机构运行信息表',
        `
项目|预算数|决算统计数|项目|决算统计数
一、“三公”经费支出|—|—|二、机关运行经费|30.00
（一）支出合计|9.00|7.00|（一）行政单位|20.00
1.因公出国（境）费|||（二）参照公务员法管理事业单位|10.00
2.公务用车购置及运行维护费|7.00|5.80|三、国有资产占用情况|—
（1）公务用车购置费|||（一）车辆数合计（辆）|3
（2）公务用车运行维护费|7.00|5.80|四、政府采购支出信息|—
3.公务接待费|2.00|1.20|（一）政府采购支出合计|8.00
（1）国内接待费|—|1.20|1.政府采购货物支出|5.00
（二）相关统计数|—|—|2.政府采购工程支出|
1.因公出国（境）团组数（个）|—||3.政府采购服务支出|3.00`,
      ),
    );
    const facts = told(figures);
    expect(facts).toContain('三公经费[财政拨款].预算=9.00');
    expect(facts).toContain('国内公务接待费[财政拨款].决算=1.20');
    expect(facts).toContain('机关运行经费[一般公共预算].决算=30.00');
    expect(facts).toContain('政府采购服务[全部资金].决算=3.00');
    expect(facts.filter(fact => fact.endsWith('=3'))).toEqual(['null[null].数量=3']);
    expect(equationsOf(statements)).toEqual([
      'SUM-110 9.00=7.00+2.00',
      'SUM-110 7.00=5.80+1.20',
      'SUM-110 7.00=7.00',
      'SUM-110 5.80=5.80',
      'SUM-110 30.00=20.00+10.00',
      'SUM-110 8.00=5.00+3.00',
    ]);
  });
});

describe('one table several times', () => {
  const table = (amounts: readonly string[]) =>
    tableOf(
      '支出决算表',
      `科目编码|科目名称|本年支出合计|基本支出|项目支出\n合计|<|${amounts.join('|')}\n201|一般公共服务支出|${amounts.join('|')}`,
    );
  const first = table(['30.00', '20.00', '10.00']);

  it('a copy states the same facts', () => {
    expect(factsOf(first, table(['30.00', '20.00', '10.01'])).filter(fact => fact.startsWith('本年支出['))).toHaveLength(2);
  });

  it('that of another body states none of this report, but must add up', () => {
    const { figures, statements } = readingOf(first, table(['7.00', '4.00', '3.00']));
    expect(told(figures).filter(fact => fact.startsWith('本年支出['))).toHaveLength(1);
    expect(equationsOf(statements)).toContain('SUM-101 7.00=4.00+3.00');
  });
});

describe('other tables', () => {
  it('with totals are footed and cross-footed, also over subtotals', () => {
    const { statements, figures } = readingOf(
      tableOf(
        '资产情况表',
        '名称|合计（万元）|房屋（万元）|车辆（万元）\n甲|12|7|5\n小计|12|7|5\n乙|9|4|5\n小计|9|4|5\n合计|21|11|10',
      ),
    );
    const sums = equationsOf(statements);
    expect(sums).toContain('SUM-120 21=12+9');
    expect(sums).toContain('SUM-121 12=7+5');
    expect(figures.every(figure => figure.amount.kind === 'money')).toBe(true);
  });

  it('whose totals fit no plain structure are told as unread', () => {
    const { statements, unread } = readingOf(tableOf('情况表', '名称|数量（个）|人数\n甲|12|7\n乙|9|4\n合计|50|60'));
    expect(equationsOf(statements)).toEqual([]);
    expect(unread).toMatchObject([{ why: 'extract.why.table-unread' }]);
  });

  it('of one column by code are no plain list: they are told as unread', () => {
    const { statements, unread } = readingOf(
      tableOf('情况表', '编码|名称|金额\n|合计|9.00\n201|甲|9.00\n20106|乙|9.00\n2010601|丙|4.00\n2010602|丁|5.00'),
    );
    expect(equationsOf(statements)).toEqual([]);
    expect(unread).toMatchObject([{ why: 'extract.why.table-unread' }]);
  });

  it('without totals state nothing', () => {
    const { figures, unread } = readingOf(tableOf('单位一览表', '序号|名称|人数\n1|甲|7\n2|乙|4'));
    expect([figures, unread]).toEqual([[], []]);
  });
});

describe('listed tables that may be there unrecognised', () => {
  const t3 = tableOf('支出决算表', '科目编码|科目名称|本年支出合计|基本支出|项目支出\n合计|<|30.00|20.00|10.00');
  const nameless = tableOf('附表', '编码|名称|数一|数二\n201|甲|1.00|2.00\n20106|乙|1.00|2.00\n2010601|丙|1.00|2.00');
  const remarks = (...blocks: (Table | string)[]) =>
    readingOf(...blocks).statements.flatMap(one => (one.kind === 'remark' && one.rule === 'FRM-030' ? [one.printed] : []));

  it('are not said to be missing', () => {
    expect(remarks('一、一般公共预算财政拨款支出决算表', t3)).toEqual(['一、一般公共预算财政拨款支出决算表']);
    expect(remarks('一、一般公共预算财政拨款支出决算表', t3, nameless)).toEqual([]);
  });

  it.each(['reader.pictures', 'reader.pdf.unruled-table', 'reader.scattered'])(
    'are not said to be missing where the reader told %s',
    code => {
      const document = documentOf('一、一般公共预算财政拨款支出决算表', t3);
      const { statements } = extract([{ ...document, notices: [{ code, params: {} }] }]);
      expect(statements.filter(one => one.kind === 'remark' && one.rule === 'FRM-030')).toEqual([]);
    },
  );
});

describe('tables without figures', () => {
  const empty = tableOf(
    '政府性基金预算财政拨款收入支出决算表',
    '科目编码|科目名称|年初结转和结余|本年收入|本年支出|年末结转和结余\n合计|<||||',
  );
  const t3 = tableOf('支出决算表', '科目编码|科目名称|本年支出合计|基本支出|项目支出\n合计|<|30.00|20.00|10.00');
  const told = (said: string) =>
    readingOf('第三部分 情况说明', '三、支出决算情况说明', '本年支出合计30.00万元。', said, t3, empty).statements.flatMap(one =>
      one.kind === 'remark' && one.rule === 'FRM-031' ? [one.rule] : [],
    );

  it('need a word why', () => expect(told('本单位严格执行预算。')).toEqual(['FRM-031']));
  it.each(['本单位无政府性基金收支。', '本单位没有使用政府性基金资金。'])('%s', said => expect(told(said)).toEqual([]));
});

describe('reports without tables', () => {
  it('say once that the listed tables were not found', () => {
    const { unread, statements } = readingOf('目录', '一、收入支出决算总表', '二、收入决算表', '三、支出决算表');
    expect(unread).toMatchObject([
      { why: 'extract.why.no-tables', params: { tables: ['收入支出决算总表', '收入决算表', '支出决算表'] } },
    ]);
    expect(statements.filter(one => one.kind === 'remark' && one.rule.startsWith('FRM-03'))).toEqual([]);
  });
});
