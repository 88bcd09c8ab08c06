import { describe, expect, it } from 'vitest';
import { loud, readingOf, story } from './telling.ts';

const of = async (text: string) => (await story(text)).statements;

describe('last year’s level, told by the name it has this year', () => {
  it.each([
    '本年总收入9.00万元，相比2022年的总收入7.50万元增加1.50万元，增长20.00%',
    '总收入9.00万元，较2022年总收入7.50万元增加1.50万元，增长20.00%',
    '收入总计9.00万元，去年同期收入总计7.50万元，同比增加1.50万元，增长20.00%',
    '决算总收入为9.00万元，上年决算总收入为7.50万元，增收1.50万元，增收20.00%',
    '收支总计9.00万元，由上年收支总计7.50万元增加1.50万元，增长20.00%',
  ])('%s', async said => expect(await of(`一、收入决算情况说明\n${said}。`)).toContain('9.00 from 7.50 ↑ 1.50 20.00%'));

  it('is not what was left of it', async () => {
    const told = await of('一、收入决算情况说明\n收入总计9.00万元，上年结转7.50万元，较上年增加1.50万元。');
    expect(told.filter(one => one.includes('from 7.50'))).toEqual([]);
  });
});

describe('«总收入» and «总支出»', () => {
  const told = (spent: string) => `一、基本情况\n本年总收入90.00万元。\n二、支出\n本年总支出${spent}万元，结余留待下年。`;

  it('that differ are what came in and what was spent', async () => {
    expect(await loud(told('84.00'))).toEqual([]);
    const { figures } = await story(told('84.00'));
    expect(figures).toEqual(['90.00 本年收入[全部资金].决算', '84.00 本年支出[全部资金].决算']);
  });

  it('that are equal are the totals of the account', async () => {
    const { figures } = await story(told('90.00'));
    expect(figures).toEqual(['90.00 收支总计[全部资金].决算', '90.00 收支总计[全部资金].决算']);
  });

  it('of the words «总计» are equal, or one of them is wrong', async () => {
    expect(await loud('一、总体情况\n收入总计90.00万元，支出总计84.00万元。')).toHaveLength(1);
  });
});

describe('a change on a base that was freed of something', () => {
  const spent = (said: string) => `三、支出决算情况说明\n支出合计93.00万元，比上年增加3.00万元，${said}。`;

  it.each(['剔除一次性项目后，按可比口径增长5.10%', '按同口径增长5.10%', '扣除新增单位因素，增长5.10%'])('%s', async said =>
    expect(await loud(spent(said))).toEqual([]),
  );
  it('leaves the change beside it as it is', async () => {
    expect(await of(spent('增长3.33%，按同口径增长5.10%'))).toContain('93.00 from ? ↑ 3.00 3.33%');
  });
  it('without such words is one of last year', async () => {
    expect(await loud(spent('增长5.10%'))).toHaveLength(1);
  });
});

describe('changes told before any amount', () => {
  const told = (rate: string) =>
    `七、“三公”经费情况\n与上年相比，公务接待费减少1.00万元，下降${rate}。\n公务接待费支出4.00万元，其中国内接待4.00万元。`;

  it('are of the amount that the chapter tells later', async () => {
    expect(await loud(told('20.00%'))).toEqual([]);
    expect(await loud(told('30.00%'))).toHaveLength(1);
  });
});

describe('shares of «收入总额», which is told as «收入合计»', () => {
  const told = (share: string) =>
    `二、收入决算情况说明\n收入合计80.00万元。其中：\n财政拨款收入60.00万元，占收入总额的${share}；\n其他收入20.00万元，占收入总额的25.00%。`;

  it('are shares of it', async () => {
    expect(await loud(told('75.00%'))).toEqual([]);
    expect(await loud(told('57.00%'))).toHaveLength(1);
  });
});

describe('100 % of a budget of nothing', () => {
  it('is a note: no number need be wrong', async () => {
    const item = (rate: string) => `五、具体情况\n科学技术支出（类）年初预算为0万元，支出决算为6.00万元，完成年初预算的${rate}。`;
    expect(await loud(item('100%'))).toEqual([]);
    expect(await loud(item('92.00%'))).toHaveLength(1);
  });
});

describe('budgets in other words', () => {
  it.each(['预算调整数', '调整后的预算数', '年中调整预算数'])('%s', async name => {
    const told = await of(`三、支出决算情况说明\n支出合计9.00万元，${name}为10.00万元，完成调整预算的90.00%。`);
    expect(told).toContain('9.00 of 10.00 = 90.00%');
  });
});

describe('all there was to spend, and what of it is spent this year', () => {
  it('are two facts, though the section gives both one name', async () => {
    const text = `（三）支出预算情况说明
我校2023年支出预算100.00万元（本年支出预算85.00万元），其中：教育支出80.00万元；住房保障支出5.00万元；结转下年15.00万元。
2023年本年支出预算85.00万元。`;
    const { figures, statements } = await story(`梅坞学院2023年度部门预算\n${text}`);
    expect(figures.slice(0, 2)).toEqual(['100.00 收支总计[全部资金].预算', '85.00 本年支出[全部资金].预算']);
    expect(figures.at(-1)).toBe('85.00 本年支出[全部资金].预算');
    expect(statements).toContain('85.00 == 85.00');
  });
});

describe('counts of things that bear the name of a degree', () => {
  it('may overlap: a subject may be on two lists', async () => {
    const said = '现有本科专业40个，其中国家级一流本科专业25个、省级一流本科专业30个。';
    expect(await loud(`一、学校概况\n${said}`)).toEqual([]);
  });
});

describe('what is told after income in words of no more than «支出»', () => {
  it('is what was spent, not the income once more', async () => {
    const told = await of(
      '二、收支情况\n2023年收入决算118.00万元，较上年增加8.00万元。2023年支出决算117.00万元，较上年增加5.00万元。',
    );
    expect(told).toContain('117.00 from ? ↑ 5.00 ?');
    expect(told.filter(one => one.includes('=='))).toEqual([]);
  });
});

describe('a comparison of what is none of the accounts', () => {
  it('with any year raises no alarm, nor what goes on without a name', async () => {
    const { statements } = await readingOf(
      '三、支出决算情况说明\n支出合计9.00万元。全县农机事故较2020年下降12.50%，比2015年下降31.20%。',
    );
    expect(statements.filter(one => one.kind === 'change')).toEqual([]);
    expect(statements.filter(one => one.kind === 'remark' && one.rule === 'YOY-006')).toEqual([]);
  });
  it('of money is held against last year', async () => {
    const { statements } = await readingOf('三、支出决算情况说明\n支出合计9.00万元，支出合计较2020年下降10.00%。');
    expect(statements.filter(one => one.kind === 'remark' && one.rule === 'YOY-006' && !one.holds)).toHaveLength(1);
  });
});

describe('a budget told as what the outcome is a part of', () => {
  it('«占全年预算数 10 万元的 90 %»', async () => {
    expect(await of('三、支出决算情况说明\n支出合计9.00万元，占全年预算数10.00万元的90.00%。')).toContain(
      '9.00 of 10.00 = 90.00%',
    );
  });
});

describe('the amount of what a share is of, told with the share', () => {
  const said = (rate: string) =>
    `三、支出决算情况说明\n基本支出30.00万元，占支出合计50.00万元的${rate}%；项目支出20.00万元，占40.00%。`;

  it('is its base, and that of the share beside it', async () => {
    expect(await of(said('60.00'))).toEqual(expect.arrayContaining(['30.00 / 50.00 = 60.00%', '20.00 / 50.00 = 40.00%']));
    expect(await loud(said('60.00'))).toEqual([]);
    expect(await loud(said('66.00'))).toEqual(['PCT-001 66.00 60.00']);
  });

  it('is what a later share of the same name is of', async () => {
    const text = (rate: string) =>
      `二、收入决算情况说明\n本年收入合计50.00万元，占收入总计60.00万元的83.33%。年初结转和结余10.00万元，占收入总计的${rate}%。`;
    expect(await loud(text('16.67'))).toEqual([]);
    expect(await loud(text('30.00'))).toEqual(['PCT-001 30.00 16.67']);
  });

  it('is no amount of the fund that the section is about', async () => {
    const { figures } = await story(
      '五、一般公共预算财政拨款支出决算情况说明\n一般公共预算财政拨款支出40.00万元，占本年支出50.00万元的80.00%。',
    );
    expect(figures).toContain('50.00 本年支出[全部资金].决算');
  });
});

describe('a name told after each member of a list', () => {
  const text = (won: string) =>
    `（二）政府采购支出说明\n政府采购支出总额90.00万元。其中：货物30.00万元，授予中小企业${won}万元；工程20.00万元，授予中小企业10.00万元；服务40.00万元，授予中小企业25.00万元。`;

  it('is of that member', async () => {
    expect(await loud(text('30.00'))).toEqual([]);
    expect(await loud(text('33.00'))).toEqual([expect.stringMatching(/^SUM-004 /)]);
  });
});
