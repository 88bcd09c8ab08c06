import { describe, expect, it } from 'vitest';
import type { Table } from '../../src/model/index.ts';
import { equationsOf, factsOf, readingOf, remarksOf, tableOf } from './grids.ts';

// Tables that are no statutory ones, or not in the form that their title promises.

const inWan = { unit: '万元' };
const whysOf = (...blocks: (Table | string)[]) => readingOf(...blocks).unread.map(({ printed, why }) => `${printed} ${why}`);

describe('rows that name known items', () => {
  it.each([
    ['项目|决算数', '决算'],
    ['项目|金额', '决算'],
    ['项目|2024年决算数', '决算'],
    ['项目|年初预算数', '年初预算'],
    ['项目|预算数（万元）', '预算'],
  ])('under «%s» state facts', (header, measure) => {
    expect(factsOf(tableOf('收支情况', `${header}\n本年收入合计|82.00\n（一）基本支出|60.00\n3.公务接待费|1.20`, inWan))).toEqual(
      [`本年收入[全部资金].${measure}=82.00`, `基本支出[全部资金].${measure}=60.00`, `公务接待费[财政拨款].${measure}=1.20`],
    );
  });

  it('state this year and last year beside each other', () => {
    const { figures } = readingOf(tableOf('两年对比', '项目|本年数|上年决算数|增减额\n项目支出|22.00|20.00|2.00', inWan));
    expect(figures.map(({ fact, printed }) => `${fact.indicator} ${fact.period} ${printed}`)).toEqual([
      '项目支出 2024 22.00',
      '项目支出 2023 20.00',
      'null null 2.00',
    ]);
  });

  it('state facts where columns name the items and rows the years', () => {
    const { figures } = readingOf(
      tableOf('两年对比', '年度|基本支出|项目支出\n2023年|55.00|20.00\n2024年决算数|60.00|22.00', inWan),
    );
    expect(figures.map(({ fact, printed }) => `${fact.indicator} ${fact.period} ${printed}`)).toEqual([
      '基本支出 2023 55.00',
      '项目支出 2023 20.00',
      '基本支出 2024 60.00',
      '项目支出 2024 22.00',
    ]);
  });

  it('without any header, with units behind the numbers', () => {
    expect(factsOf(tableOf('', '本年支出合计|82.00万元\n项目支出|22.00万元'))).toEqual([
      '本年支出[全部资金].决算=82.00',
      '项目支出[全部资金].决算=22.00',
    ]);
  });

  it('state facts where both sides name an item, and one of them is a whole', () => {
    expect(factsOf(tableOf('支出情况', '项目|合计|基本支出|项目支出\n本年支出合计|82.00|60.00|22.00', inWan))).toEqual([
      '本年支出[全部资金].决算=82.00',
      '基本支出[全部资金].决算=60.00',
      '项目支出[全部资金].决算=22.00',
    ]);
  });

  it('are of the fund that the title, the row or the column names', () => {
    expect(factsOf(tableOf('一般公共预算财政拨款支出', '项目|决算数\n基本支出|60.00', inWan))).toEqual([
      '基本支出[一般公共预算].决算=60.00',
    ]);
    expect(factsOf(tableOf('支出情况', '资金|项目|决算数\n政府性基金预算财政拨款|项目支出|7.00', inWan))).toEqual([
      '项目支出[政府性基金].决算=7.00',
    ]);
  });

  it('are of the fund under which the text tells the same amount, where no word says of which', () => {
    const facts = factsOf(
      '2024年度一般公共预算财政拨款基本支出58.00万元。',
      '2024年度基本支出60.00万元。',
      tableOf('支出情况', '项目|决算数\n基本支出|58.00', inWan),
    );
    expect(facts.at(-1)).toBe('基本支出[一般公共预算].决算=58.00');
  });

  it.each([
    ['a column of something else', '支出情况', '项目|甲单位\n基本支出|60.00'],
    ['a row of somebody', '支出情况', '单位|基本支出\n某中心|60.00'],
    ['a table of aims', '部门整体支出绩效目标表', '项目|预算数\n基本支出|60.00'],
    ['a budget of which the column says nothing', '2025年预算', '项目|金额\n基本支出|60.00'],
    ['kinds of something else than purchases', '支出情况', '项目|金额\n货物|3.00\n服务|2.00'],
    ['purchases of units', '政府采购支出情况', '单位|货物\n某中心|3.00'],
    ['one item twice', '支出情况', '项目|决算数\n基本支出|60.00\n基本支出|50.00'],
  ])('%s: no facts', (_, title, rows) => {
    const facts = factsOf(tableOf(title, rows, inWan));
    expect(facts.length).toBeGreaterThan(0);
    expect(facts.filter(fact => !fact.startsWith('null'))).toEqual([]);
  });

  it('a table that contradicts four facts and more is another body’s', () => {
    const rows = (n: number) => `项目|决算数\n本年收入合计|${n}2.00\n本年支出合计|${n}1.00\n基本支出|${n}0.00\n项目支出|${n}.00`;
    const facts = factsOf(
      tableOf('收支情况', rows(8), inWan),
      '本年收入合计92.00万元。本年支出合计91.00万元，其中：基本支出90.00万元，项目支出9.00万元。',
    );
    expect(facts.filter(fact => fact.startsWith('null'))).toHaveLength(4);
  });
});

describe('a year beside the one before', () => {
  const changesOf = (rows: string, title = '收支对比') =>
    readingOf(tableOf(title, rows, inWan)).statements.flatMap(one =>
      one.kind === 'change'
        ? [`${one.current?.printed} from ${one.previous?.printed} ${one.direction} ${one.change?.printed ?? one.rate?.printed}`]
        : [],
    );

  it('the difference and its rate are held against both, with a sign or without', () => {
    const rows =
      '项目|2023年决算数|2024年决算数|增减额|增减率（%）\n一|50.00|60.00|10.00|20.00\n二|40.00|30.00|-10.00|-25\n三|20.00|15.00|5.00|25%';
    expect(changesOf(rows)).toEqual([
      '60.00 from 50.00 1 10.00',
      '60.00 from 50.00 1 20.00',
      '30.00 from 40.00 1 -10.00',
      '30.00 from 40.00 1 -25',
      '15.00 from 20.00 -1 5.00',
      '15.00 from 20.00 -1 25%',
    ]);
  });

  it.each(['2023年|2024年', '2023年度|2024年度'])('years alone head their columns: «%s»', years => {
    const rows = `项目|${years}|增减额\n基本支出|50.00|60.00|10.00\n项目支出|40.00|30.00|-10.00\n合计|90.00|90.00|0.00`;
    expect(changesOf(rows)).toEqual(['60.00 from 50.00 1 10.00', '30.00 from 40.00 1 -10.00', '90.00 from 90.00 1 0.00']);
    expect(equationsOf(readingOf(tableOf('收支对比', rows, inWan)).statements)).toEqual(
      expect.arrayContaining(['SUM-120 90.00=50.00+40.00', 'SUM-120 90.00=60.00+30.00']),
    );
    expect(factsOf(tableOf('收支对比', rows, inWan))).toContain('项目支出[全部资金].决算=30.00');
  });

  it('code by code: rates do not add up, a decrease is no negative expenditure', () => {
    const { statements } = readingOf(
      tableOf(
        '支出决算表',
        '科目编码|科目名称|上年决算数|本年支出合计|增减额|增减%\n合计|<|100.00|90.00|-10.00|-10.00\n205|教育支出|60.00|60.00|0.00|0.00\n221|住房保障支出|40.00|30.00|-10.00|-25.00',
        inWan,
      ),
    );
    expect(equationsOf(statements)).toEqual([
      'SUM-103 100.00=60.00+40.00',
      'SUM-103 90.00=60.00+30.00',
      'SUM-103 -10.00=0.00+-10.00',
    ]);
    expect(remarksOf(statements)).toEqual([]);
    expect(statements.filter(one => one.kind === 'change')).toHaveLength(6);
  });

  it.each([
    ['hardly any row bears out', '项目|上年数|本年数|比预算增减\n一|50.00|60.00|3.00\n二|40.00|30.00|1.00'],
    ['two years before this one are no comparison', '项目|上年数|2023年决算数|本年数|增减额\n一|50.00|50.00|60.00|10.00'],
    ['nothing to grow from', '项目|上年数|本年数|增减率%\n一|0.00|60.00|100.00'],
  ])('%s: nothing is said', (_, rows) => expect(changesOf(rows)).toEqual([]));
});

describe('rates beside what they are of', () => {
  const statementsOf = (rows: string) =>
    readingOf(tableOf('支出情况', rows, inWan)).statements.flatMap(one =>
      one.kind === 'completion'
        ? [`${one.outcome.printed} of ${one.budget?.printed} is ${one.rate?.printed}`]
        : one.kind === 'share'
          ? [`${one.part.printed} of ${one.whole?.printed} is ${one.rate.printed}`]
          : [],
    );

  it('completion is of the only budget, or of that which it names', () => {
    expect(statementsOf('项目|预算数|决算数|执行率（%）\n一|80.00|60.00|75.00\n二|50.00|50.00|100%')).toEqual([
      '60.00 of 80.00 is 75.00',
      '50.00 of 50.00 is 100%',
    ]);
    expect(statementsOf('项目|年初预算数|全年预算数|决算数|完成年初预算%\n一|80.00|70.00|60.00|75.00')).toEqual([
      '60.00 of 80.00 is 75.00',
    ]);
    expect(statementsOf('项目|年初预算数|全年预算数|决算数|完成率\n一|80.00|70.00|60.00|75.00')).toEqual([]);
  });

  it('shares are of the total', () => {
    expect(statementsOf('支出项目|金额|占比（%）\n一|60.00|75.00\n二|20.00|25.00\n合计|80.00|100.00')).toEqual([
      '60.00 of 80.00 is 75.00',
      '20.00 of 80.00 is 25.00',
      '80.00 of 80.00 is 100.00',
    ]);
  });

  it.each([
    ['shares of something else', '项目|金额|占全部支出%\n一|60.00|7.50\n二|20.00|2.50\n合计|80.00|10.00'],
    ['shares without a total', '项目|金额|占比（%）\n一|60.00|75.00\n二|20.00|25.00'],
    ['shares of one of two amounts', '项目|本年数|决算数|占比（%）\n一|60.00|50.00|75.00\n合计|80.00|70.00|100.00'],
    ['rates of completion that hardly fit', '项目|预算数|决算数|完成率\n一|80.00|60.00|100\n二|50.00|40.00|100'],
  ])('%s: nothing is said', (_, rows) => expect(statementsOf(rows)).toEqual([]));
});

describe('budgets beside the outcome', () => {
  it('state facts of their own and add up by themselves, in general tables', () => {
    const { figures, statements } = readingOf(
      tableOf(
        '收入支出决算总表',
        '收入|<|<|<|支出|<|<|<\n项目|年初预算数|全年预算数|决算数|项目（按功能分类）|年初预算数|全年预算数|决算数\n一、一般公共预算财政拨款收入|50.00|52.00|54.00|一、教育支出|50.00|52.00|54.00\n二、事业收入|5.00|6.00|7.00|二、卫生健康支出|5.00|6.00|7.00\n本年收入合计|55.00|58.00|61.00|本年支出合计|55.00|58.00|61.00\n总计|55.00|58.00|61.00|总计|55.00|58.00|61.00',
        inWan,
      ),
    );
    expect(figures).toHaveLength(24);
    expect(figures.map(({ fact, printed }) => `${fact.indicator}.${fact.measure}=${printed}`)).toEqual(
      expect.arrayContaining([
        '事业收入.年初预算=5.00',
        '功能/教育.全年预算=52.00',
        '本年支出.年初预算=55.00',
        '本年支出.决算=61.00',
      ]),
    );
    const sums = equationsOf(statements);
    expect(sums).toEqual(expect.arrayContaining(['SUM-105 55.00=50.00+5.00', 'SUM-106 58.00=52.00+6.00', 'SUM-109 55.00=55.00']));
  });

  it('across, in tables by function', () => {
    const { figures, statements } = readingOf(
      tableOf(
        '一般公共预算财政拨款支出决算表',
        '科目编码|科目名称|年初预算数|<|<|决算数|<|<\n^|^|合计|基本支出|项目支出|合计|基本支出|项目支出\n合计|<|30.00|20.00|10.00|33.00|22.00|11.00\n205|教育支出|30.00|20.00|10.00|33.00|22.00|11.00',
        inWan,
      ),
    );
    expect(figures.map(({ fact }) => `${fact.indicator}.${fact.measure}`)).toContain('功能基本支出/教育.年初预算');
    expect(equationsOf(statements)).toEqual(expect.arrayContaining(['SUM-101 30.00=20.00+10.00', 'SUM-101 33.00=22.00+11.00']));
  });
});

describe('tables in another form than their title’s', () => {
  it('are read as any other table: kinds of purchases across, budget and outcome down', () => {
    const rows = '项目|合计|货物|工程|服务\n预算数|100.00|40.00|30.00|30.00\n决算数|90.00|36.00|28.00|26.00';
    expect(factsOf(tableOf('政府采购支出情况表', rows, inWan)).slice(4)).toEqual([
      '政府采购[全部资金].决算=90.00',
      '政府采购货物[全部资金].决算=36.00',
      '政府采购工程[全部资金].决算=28.00',
      '政府采购服务[全部资金].决算=26.00',
    ]);
    expect(equationsOf(readingOf(tableOf('政府采购支出情况表', rows, inWan)).statements)).toEqual([
      'SUM-121 100.00=40.00+30.00+30.00',
      'SUM-121 90.00=36.00+28.00+26.00',
    ]);
  });

  it('columns under one head are of its total, though words stand in one of them', () => {
    const rows = `
项目|合计|设备|材料|<|<
^|^|^|小计|自购|代购
一季度|9.00|5.00|4.00|4.00|另行结算0.50
二季度|8.00|5.00|3.00|1.00|2.00
三季度|7.00|4.00|3.00|2.00|1.00`;
    const sums = (text: string) => equationsOf(readingOf(tableOf('季度支出情况', text, inWan)).statements);
    expect(sums(rows)).toEqual(['SUM-121 9.00=5.00+4.00', 'SUM-121 8.00=5.00+3.00', 'SUM-121 7.00=4.00+3.00']);
  });

  it('小计 with no subject above it is of all that a table of «三公» and other expenses holds', () => {
    const rows = `
项目|小计|“三公”经费|<|<|<|<|<|会议费|培训费
^|^|合计|因公出国（境）费|公务接待费|公务用车费|<|<|^|^
^|^|^|^|^|小计|公务用车购置费|公务用车运行维护费|^|^
决算数|12.00|10.00|0.00|2.00|8.00|0.00|8.00|0.50|1.50`;
    const { figures, statements } = readingOf(tableOf('财政拨款“三公”经费及会议费、培训费支出决算表', rows, inWan));
    expect(figures[0]!.fact.indicator).toBeNull();
    expect(equationsOf(statements)).toEqual(
      expect.arrayContaining(['SUM-110 12.00=10.00+0.50+1.50', 'SUM-110 10.00=0.00+8.00+2.00', 'SUM-110 8.00=0.00+8.00']),
    );
  });
});

describe('general tables of three lists', () => {
  it('the third tells expenditure again, by its nature', () => {
    const rows = `
收入|<|支出|<|<|<
项目|决算数|支出功能分类科目|决算数|支出性质和经济分类科目|决算数
一、财政拨款收入|80.00|一、教育支出|60.00|一、基本支出|50.00
二、事业收入|10.00|二、住房保障支出|25.00|（一）人员经费|45.00
||||二、项目支出|35.00
本年收入合计|90.00|本年支出合计|85.00|本年支出合计|85.00
年初结转和结余|5.00|年末结转和结余|10.00|年末结转和结余|10.00
总计|95.00|总计|95.00|总计|95.00`;
    const { figures, statements } = readingOf(tableOf('收入支出决算总表', rows, inWan));
    const sums = equationsOf(statements);
    expect(sums.filter(sum => sum.startsWith('SUM-106'))).toEqual(['SUM-106 85.00=60.00+25.00', 'SUM-106 85.00=50.00+35.00']);
    expect(figures.map(({ fact, printed }) => `${fact.indicator}=${printed}`)).toEqual(
      expect.arrayContaining(['基本支出=50.00', '人员经费=45.00', '项目支出=35.00']),
    );
  });
});

describe('headers that are not merged, under a title that is', () => {
  it('stand over the blanks beside them, whatever stands in the corner', () => {
    const rows = `
财政拨款“三公”经费支出决算表|<|<|<|<|<|<|<
|||||||单位：万元
预算数||||决算数|||
合计|因公出国（境）费|公务用车购置及运行维护费|公务接待费|合计|因公出国（境）费|公务用车购置及运行维护费|公务接待费
14.00|0.00|10.00|4.00|10.00|0.00|8.00|2.00`;
    const { figures } = readingOf(tableOf('财政拨款“三公”经费支出决算表', rows, inWan));
    expect(figures.map(({ fact, printed }) => `${fact.indicator}.${fact.measure}=${printed}`)).toEqual(
      expect.arrayContaining(['三公经费.预算=14.00', '三公经费.决算=10.00', '公务接待费.决算=2.00']),
    );
  });
});

describe('parts told beside their whole', () => {
  it('in a numbered list, rows without numbers after «其中» are no addends either', () => {
    const rows = (cars: string) =>
      `项目|金额\n一、房屋|60.00\n二、车辆|${cars}\n其中：公务用车|3.00\n执法用车|1.00\n三、其他|9.00\n合计|73.00`;
    const of = (cars: string) => readingOf(tableOf('资产情况', rows(cars), inWan));
    expect(equationsOf(of('4.00').statements)).toEqual(['SUM-120 73.00=60.00+4.00+9.00']);
    expect(of('5.00').statements).toMatchObject([{ soft: true }]);
  });

  it('in a list without numbers, a sum that does not hold is not told', () => {
    const { statements, unread } = readingOf(
      tableOf('资产情况', '项目|金额\n房屋|60.00\n车辆|4.00\n其中：公务用车|3.00\n执法用车|1.00\n合计|64.00', inWan),
    );
    expect([statements, unread.map(({ why }) => why)]).toEqual([[], ['extract.why.table-unread']]);
  });
});

describe('tables of money that nothing is known of', () => {
  it('are listed, and told as unread once', () => {
    const other = tableOf('资产情况', '名称|金额\n甲楼|30.00\n乙楼|12.00', inWan);
    expect(factsOf(other)).toEqual(['null[null].null=30.00', 'null[null].null=12.00']);
    expect(whysOf(other)).toEqual(['30.00 extract.why.table-unknown']);
  });

  it('may stand under the title of a statutory table: it is not said to be missing', () => {
    const t3 = tableOf('支出决算表', '项目|决算数\n本年支出合计|82.00\n项目支出|22.00', inWan);
    const t2 = tableOf('收入决算表', '科目编码|科目名称|本年收入合计|财政拨款收入\n合计|<|82.00|82.00', inWan);
    expect(remarksOf(readingOf('二、收入决算表', '三、支出决算表', t3, t2).statements)).toEqual([]);
    const title = '一般公共预算财政拨款收入支出决算表';
    const t5 = tableOf(title, '科目编码|科目名称|年初结转和结余|本年收入|本年支出\n合计|<|0.00|8.00|8.00', inWan);
    expect(remarksOf(readingOf(title, '二、收入决算表', t5, t2).statements)).toEqual([]);
    expect(factsOf(t3)).toEqual(['本年支出[全部资金].决算=82.00', '项目支出[全部资金].决算=22.00']);
  });
});

describe('«三公» with some of the subjects only', () => {
  const title = '财政拨款“三公”经费支出决算表';
  const t7 = (total: string) => tableOf(title, `项目|决算数\n合计|${total}\n公务用车运行维护费|0.90\n公务接待费|1.20`, inWan);

  it('is that table, and its total is softly held against what it lists', () => {
    const { figures, statements } = readingOf(title, t7('2.20'));
    expect(figures.map(({ fact }) => fact.indicator)).toEqual(['三公经费', '公务用车运行维护费', '公务接待费']);
    expect(statements).toMatchObject([{ kind: 'equation', rule: 'SUM-110', soft: true }]);
  });

  it('a total above one of its parts is no sum', () => {
    expect(
      equationsOf(readingOf(tableOf(title, '项目|决算数\n合计|2.20\n其中：公务接待费|1.20\n公务用车运行维护费|0.90')).statements),
    ).toEqual([]);
  });

  it('purchase and running of cars stand for both together: a firm sum', () => {
    const { statements } = readingOf(
      tableOf(
        title,
        '项目|决算数\n合计|5.10\n因公出国（境）费|0.00\n公务用车购置费|3.00\n公务用车运行维护费|0.90\n公务接待费|1.20',
      ),
    );
    expect(equationsOf(statements)).toEqual(['SUM-110 5.10=0.00+3.00+0.90+1.20']);
    expect(statements[0]).not.toHaveProperty('soft');
  });
});

describe('tables by function without codes', () => {
  const header = '项目|本年支出合计|基本支出|项目支出';
  const t3 = (rows: string) => readingOf(tableOf('支出决算表', `${header}\n${rows}`, inWan));

  it('names of 类, 款 and 项 tell their codes: every level adds up', () => {
    const { figures, statements } = t3(
      '合计|50.00|40.00|10.00\n教育支出|30.00|25.00|5.00\n普通教育|30.00|25.00|5.00\n小学教育|30.00|25.00|5.00\n住房保障支出|20.00|15.00|5.00\n住房改革支出|20.00|15.00|5.00\n住房公积金|20.00|15.00|5.00',
    );
    expect(figures.map(({ fact }) => fact.indicator)).toContain('功能/教育/普通教育/小学教育');
    const sums = equationsOf(statements);
    expect(sums).toContain('SUM-103 50.00=30.00+20.00');
    expect(sums).toContain('SUM-102 20.00=20.00');
    expect(remarksOf(statements)).toEqual([]);
  });

  it('one name may be that of a 类 and of its 款; told once more, its level is not known', () => {
    const row = '其他支出|50.00|40.00|10.00';
    expect(t3(`合计|50.00|40.00|10.00\n${row}\n${row}`).figures.at(-1)!.fact.indicator).toBe('功能项目支出/其他/其他支出');
    expect(t3(`合计|50.00|40.00|10.00\n${row}\n${row}\n${row}`).figures.at(-1)!.fact.indicator).toBeNull();
  });

  it('names of units add up as one list, where they do in half of the columns', () => {
    expect(equationsOf(t3('合计|51.00|40.00|10.00\n甲中心|30.00|25.00|5.00\n乙中心|20.00|15.00|5.00').statements)).toContain(
      'SUM-103 51.00=30.00+20.00',
    );
  });

  it('where nothing adds up, the table is told as unread', () => {
    const { unread, statements } = t3(
      '合计|50.00|40.00|10.00\n甲类项目|30.00|25.00|5.00\n其中：甲一|30.00|25.00|5.00\n甲二|29.00|14.00|4.00',
    );
    expect(equationsOf(statements).filter(sum => sum.startsWith('SUM-103'))).toEqual([]);
    expect(unread).toMatchObject([{ printed: '50.00', why: 'extract.why.table-unread' }]);
  });
});

describe('years that stand below each other', () => {
  const table = (rate: string) =>
    tableOf(
      '“三公”经费对比',
      `年度|合计|公务接待费|公务用车费|<|<\n^|^|^|合计|车辆购置|车辆运行\n2023年|50.00|20.00|30.00|12.00|18.00\n2024年|40.00|15.00|25.00|9.00|16.00\n2024年比2023年增减%|-20.00|-25.00|-16.67|${rate}|-11.11`,
      inWan,
    );

  it('rates in a row of their own are rates of change, and no addends', () => {
    const { statements, figures } = readingOf(table('-25.00'));
    expect(figures.filter(one => one.amount.kind === 'percent')).toHaveLength(5);
    expect(statements.filter(one => one.kind === 'change' && one.rate)).toHaveLength(5);
    expect(equationsOf(statements).join('; ')).not.toContain('-16.67');
  });

  it('columns under one head add up to the total they have of their own', () => {
    expect(equationsOf(readingOf(table('-25.00')).statements)).toContain('SUM-121 25.00=9.00+16.00');
  });
});

describe('three public expenses across', () => {
  it('a head over two columns without a total of its own stands for both', () => {
    const across = tableOf(
      '2024年“三公”经费支出情况表',
      '“三公”经费合计|因公出国（境）费|公务用车购置及运行维护费|<|公务接待费\n^|^|公务用车购置费|公务用车运行维护费|^\n19.00|1.00|6.00|8.00|4.00',
      inWan,
    );
    expect(equationsOf(readingOf(across).statements)).toEqual(['SUM-110 19.00=1.00+6.00+8.00+4.00']);
  });
});
