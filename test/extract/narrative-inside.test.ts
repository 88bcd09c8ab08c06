import { describe, expect, it } from 'vitest';
import { equationsOf, readingOf, tableOf } from './grids.ts';
import { loud, story } from './telling.ts';

// What stands inside something else, and where that ends.

describe('a bracket', () => {
  const three = (total: string) =>
    `七、“三公”经费\n“三公”经费支出总额${total}万元（因公出国（境）费2.00万元、公务用车购置费9.00万元、公务用车运行维护费4.00万元、公务接待费1.00万元）。`;

  it('goes on behind the brackets inside it', async () => {
    expect(await loud(three('16.00'))).toEqual([]);
    expect(await loud(three('18.00'))).toContain('SUM-001 18.00 16.00');
  });

  it('right behind a count tells its parts', async () => {
    const people = (all: number) => `一、人员情况\n年末实有人数${all}人（在职20人，退休6人），其中：事业人员20人。`;
    expect(await loud(people(26))).toEqual([]);
    expect(await loud(people(29))).not.toEqual([]);
  });

  it('of a part holds no parts of the whole', async () => {
    const { statements } = await story(
      '一、人员情况\n年末实有人员38人，其中：在职人员30人（行政人员12人，事业人员18人），离休人员1人，退休人员7人。',
    );
    expect(statements).toContain('38 = 30 + 1 + 7');
  });
});

describe('what was reserved and what was won', () => {
  it.each(['为小型企业预留采购项目', '专门面向中小企业预留采购份额'])('%s holds nothing that was won', async name =>
    expect(
      await loud(`（二）政府采购\n${name}40.00万元，其中：专门面向小微企业预留15.00万元；中小企业中标金额55.00万元。`),
    ).toEqual([]),
  );
});

describe('uses of a part', () => {
  const said = (reception: string) => `七、“三公”经费
“三公”经费支出合计23.00万元。
1.因公出国（境）费支出0万元。
2.公务用车购置及运行维护费支出20.00万元，其中：公务用车购置支出0万元；公务用车运行维护费20.00万元，主要用于燃料费12.00万元、维修费6.00万元、保险费等。
3.公务接待费支出${reception}万元。`;

  it('are not added up beside it', async () => expect(await loud(said('3.00'))).toEqual([]));
  it('hide nothing else', async () => expect(await loud(said('3.50'))).not.toEqual([]));
});

describe('income and expenditure of one sentence', () => {
  const said = (running: string) =>
    `一、收支情况\n全年收入60.00万元，其中财政拨款60.00万元；全年支出55.00万元，其中人员支出40.00万元、公用支出${running}万元；年末结转5.00万元。`;

  it('have parts of their own', async () => {
    const { statements } = await story(said('15.00'));
    expect(statements).not.toContain('60.00 = 40.00 + 15.00');
    expect(statements).toContain('55.00 = 40.00 + 15.00');
    expect(await loud(said('15.00'))).toEqual([]);
  });

  it('are found wrong by them', async () => expect(await loud(said('16.00'))).toContain('SUM-001 55.00 56.00'));

  const totals = (share: string) =>
    `一、收支情况\n2023年度收入总额90.00万元，支出总额80.00万元，结余10.00万元。\n支出总额中，基本支出60.00万元，占支出总额的75.00%；项目支出20.00万元，占支出总额的${share}%。`;

  it('by the name of 总额 need not be equal, and are bases of shares', async () => {
    expect(await loud(totals('25.00'))).toEqual([]);
    expect(await loud(totals('35.00'))).toContain('PCT-001 35.00 25.00');
  });
});

describe('items whose numbers and names stand in lines of their own', () => {
  it('are one list, whether their lines are short enough for headings or not', async () => {
    const item = (n: number, name: string, amount: string) => `${n}.${name}\n年初预算为${amount}万元，支出决算为${amount}万元。`;
    const { statements } = await story(`五、一般公共预算财政拨款支出决算情况说明
2023年度一般公共预算财政拨款支出年初预算为90.00万元，支出决算为90.00万元，完成年初预算的100%。其中：
${item(1, '文化旅游体育与传媒支出（类）文化和旅游（款）群众文化（项）', '70.00')}
${item(2, '社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项）', '20.00')}`);
    expect(statements).toContain('90.00 = 70.00 + 20.00');
  });
});

describe('an item in quotation marks', () => {
  it('is known by its code, without the word 科目', async () => {
    const { figures } = await story(`五、一般公共预算财政拨款支出决算情况说明
一般公共预算财政拨款支出70.00万元，具体情况如下：
“群众文化”科目（2070109）支出70.00万元。`);
    expect(figures[1]).toMatch(/群众文化\[/);
  });
});

describe('tables of purchases', () => {
  it('of which one column is all money state nothing by the others', () => {
    const { figures } = readingOf(
      tableOf(
        '政府采购支出决算表',
        '序号|采购类别|财政性资金|其他资金|合计\n1|合计|9.00|1.00|10.00\n2|货物|4.00|1.00|5.00\n3|服务|5.00|0.00|5.00',
        { unit: '万元' },
      ),
    );
    const goods = figures.filter(({ fact }) => fact.indicator === '政府采购货物').map(({ printed }) => printed);
    expect(goods).toEqual(['5.00']);
  });

  it('may tell subtotals above what they add up', () => {
    const table = tableOf(
      '采购决算表',
      '采购项目|目录|支出\n农机推广|小计|33.00\n农机推广|设备|20.00\n农机推广|咨询|13.00\n安全监理|小计|9.00\n安全监理|家具|7.00\n安全监理|印刷|2.00\n合计||42.00',
      { unit: '万元' },
    );
    expect(equationsOf(readingOf(table).statements)).toEqual([
      'SUM-120 42.00=33.00+9.00',
      'SUM-120 9.00=7.00+2.00',
      'SUM-120 33.00=20.00+13.00',
    ]);
  });
});

describe('purchases', () => {
  const bought = (service: string, won = '授予中小企业合同金额') => `九、政府采购支出说明
政府采购支出总额90.00万元。（一）政府采购货物支出30.00万元；（二）政府采购工程支出20.00万元；（三）政府采购服务支出${service}万元。其中，${won}80.00万元，占政府采购支出总额的88.89%，其中，授予小微企业合同金额60.00万元，占政府采购支出总额的66.67%。`;

  it('given to small and medium firms are a part of all, not of the last kind', async () =>
    expect(await loud(bought('40.00'))).toEqual([]));
  it('are the sum of all kinds, whether a list is opened or not', async () =>
    expect(await loud(bought('50.00'))).toContain('SUM-001 90.00 100.00'));

  it.each([
    ['授予中小企业的政府采购合同金额', '授予小微企业的政府采购合同金额'],
    ['面向中小企业采购', '面向小型微型企业采购'],
  ])('«%s» hold «%s»', async (outer, inner) =>
    expect(
      await loud(`政府采购情况\n政府采购合同金额90.00万元。${outer}80.00万元，占比88.89%；${inner}60.00万元，占比66.67%。`),
    ).toEqual([]),
  );
});

describe('an inner list of one part before a semicolon', () => {
  const said = (other: string) =>
    `二、收入决算情况说明\n本年收入合计90.00万元，其中：一般公共预算财政拨款收入60.00万元，占66.67%，其中：中央转移支付20.00万元；其他收入30.00万元，占${other}%。`;

  it('ends there, where what follows is told as the outer parts are', async () => {
    const { statements } = await story(said('33.33'));
    expect(statements).toContain('90.00 = 60.00 + 30.00');
    expect(await loud(said('33.33'))).toEqual([]);
    expect(await loud(said('43.33'))).toContain('PCT-001 43.33 33.33');
  });
});

describe('a numbered line with the name of an item alone', () => {
  it.each(['机构运行', '病虫害普查'])('«%s» is what the paragraph below it tells', async name => {
    const text = `五、一般公共预算财政拨款支出决算情况说明
（三）一般公共预算财政拨款支出决算具体情况
2023年度一般公共预算财政拨款支出年初预算为80.00万元，支出决算为90.00万元，完成年初预算的112.50%。其中：
1.${name}
年初预算为50.00万元，支出决算为60.00万元，完成年初预算的120.00%。
2.住房公积金
年初预算为30.00万元，支出决算为30.00万元，完成年初预算的100.00%。`;
    expect(await loud(text)).toEqual([]);
    expect(await loud(text.replace('120.00%', '130.00%'))).toContain('PCT-002 130.00 120.00');
  });
});

describe('tables of «三公»', () => {
  it('of two lists side by side keep them apart', () => {
    const { statements, figures } = readingOf(
      tableOf(
        '“三公”经费及国有资产占用情况表',
        '项目|预算数|统计数|项目|统计数\n一、“三公”经费支出|—|—|四、机关运行经费|80.00\n（一）支出合计|9.00|8.00|（一）行政单位|80.00\n1．因公出国（境）费|0.00|0.00|（二）参照公务员法管理事业单位|0.00\n2．公务用车购置及运行维护费|7.00|6.00|五、国有资产占用情况|—\n3．公务接待费|2.00|2.00|（一）车辆数合计（辆）|3',
        { unit: '万元' },
      ),
    );
    expect(equationsOf(statements)).toContain('SUM-110 8.00=0.00+6.00+2.00');
    expect(figures.find(({ fact }) => fact.indicator === '机关运行经费')?.printed).toBe('80.00');
  });

  it('without a whole for cars add up by purchase and running', () => {
    const { statements } = readingOf(
      tableOf(
        '“三公”经费支出决算表',
        '“三公”经费|<|<|<|<|机关运行经费\n合计|因公出国（境）费|公务用车购置费|公务用车运行费|公务接待费|决算数\n9.00|0.00|2.00|4.00|3.00|50.00',
        { unit: '万元' },
      ),
    );
    expect(equationsOf(statements)).toContain('SUM-110 9.00=0.00+2.00+4.00+3.00');
  });

  it('may show what went down as a negative number', async () => {
    const { statements } = readingOf(
      tableOf(
        '“三公”经费支出情况表',
        '项目|2023年决算|2024年决算|决算比预算增减|决算比上年增减\n公务接待费|2.00|1.50|-0.20|-0.50\n公务用车购置及运行费|4.00|3.00|-0.30|-1.00\n合计|6.00|4.50|-0.50|-1.50',
        { unit: '万元' },
      ),
    );
    expect(statements.filter(one => one.kind === 'remark' && one.rule === 'FRM-024')).toEqual([]);
  });
});

describe('counts whose names share the word of their kind', () => {
  it('are not told apart by it', async () =>
    expect(await loud('一、学校概况\n学校现有9个本科专业，其中国家级特色本科专业6个、省级特色本科专业7个。')).toEqual([]));
});
