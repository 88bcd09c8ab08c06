import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit.ts';
import { loud, story } from './telling.ts';

/** Loud findings of a text under its own title. */
async function loudOf(text: string): Promise<string[]> {
  const { findings } = await audit([{ file: 'r.txt', bytes: new TextEncoder().encode(text) }]);
  return findings.filter(({ severity }) => severity !== 'note').map(({ rule, stated }) => `${rule} ${stated}`);
}

describe('a section that tells another year', () => {
  const plan = (second: string) =>
    `清江县文化馆2023年度“三公”经费预算公开\n一、2023年“三公”经费预算安排情况\n2023年度“三公”经费预算合计9.00万元，其中：公务接待费4.00万元，公务用车运行费5.00万元。\n二、${second}年“三公”经费决算情况\n${second}年度“三公”经费合计支出7.50万元，其中：公务接待费3.00万元，公务用车运行费4.50万元。\n`;

  it('is told by its heading and by its words, and beside a section about its own year', async () => {
    expect(await loudOf(plan('2022'))).toEqual([]);
  });

  it('is still added up', async () => {
    expect(await loudOf(plan('2022').replace('3.00万元', '3.60万元'))).toEqual(['SUM-001 7.50']);
  });

  it('is none where only the heading bears the other year', async () => {
    const text = '二、2022年度支出决算情况说明\n2023年度支出合计60.00万元，其中：基本支出40.00万元，项目支出20.00万元。';
    expect(await loud(text)).toContain('FRM-002 2022 2023');
  });
});

describe('last year’s amount told beside this year’s', () => {
  it('after «比» without a mark before it', async () => {
    const text = (change: string) =>
      `一、收支增减情况\n2023年度总支出95.00万元比2022年度总支出60.00万元增加${change}万元，主要是新增修缮项目。`;
    expect(await loud(text('35.00'))).toEqual([]);
    expect(await loud(text('36.00'))).toEqual(['YOY-002 36.00 35.00']);
  });
});

describe('words of change', () => {
  it.each([
    ['增收', '减收'],
    ['多支出', '少支出'],
    ['增支', '压缩'],
  ])('%s, %s', async (up, down) => {
    const text = (rate: string) =>
      `二、收入决算情况说明\n本年收入合计110.00万元，比上年${up}10.00万元，增长${rate}%。其中：事业收入30.00万元，比上年${down}10.00万元，下降25.00%；其他收入80.00万元，比上年${up}20.00万元，增长33.33%。`;
    expect(await loud(text('10.00'))).toEqual([]);
    expect(await loud(text('11.00'))).toEqual(['YOY-001 11.00 10.00']);
  });
});

describe('items named by their codes', () => {
  const text = (last: string) =>
    `三、支出决算情况说明\n本年支出合计60.00万元。其中：按功能分类科目，2010201支出40.00万元，2080505支出15.00万元，2210201支出5.00万元，按经济分类科目，工资福利支出50.00万元，商品和服务支出${last}万元。`;

  it('are parts of what is classified, once by function and once by economic nature', async () => {
    expect(await loud(text('10.00'))).toEqual([]);
    expect((await story(text('10.00'))).statements).toEqual(
      expect.arrayContaining(['60.00 = 40.00 + 15.00 + 5.00', '60.00 = 50.00 + 10.00']),
    );
  });

  it('and do not add up when they do not', async () => {
    expect(await loud(text('11.00'))).toHaveLength(1);
  });
});

describe('lists whose end no word tells', () => {
  const text = (last: string) =>
    `七、“三公”经费支出决算情况说明\n“三公”经费支出决算为20.00万元，其中：因公出国（境）费支出9.00万元，较上年因公出国（境）费减少1.00万元，减少原因主要是团组减少；公务用车运行维护费支出6.00万元，较上年公务用车运行维护费减少2.00万元，减少原因是车辆减少；国内公务接待费支出${last}万元，较上年国内公务接待费减少1.00万元，减少原因是厉行节约。`;

  it('go on with what follows where that makes them whole', async () => {
    expect(await loud(text('5.00'))).toEqual([]);
  });

  it('two amounts behind one name leave open which it is', async () => {
    const said =
      '一、收入支出决算总体情况说明\n2023年度收、支总计各是62.00，68.00万元。\n三、支出决算情况说明\n本年支出合计68.00万元。';
    expect((await loud(said)).filter(one => one.startsWith('TIE'))).toEqual([]);
  });
});

describe('numbered paragraphs after items', () => {
  it('are of what is classified anew, not of the last item', async () => {
    const text = (basic: string) =>
      `五、一般公共预算财政拨款支出决算情况说明\n一般公共预算财政拨款支出60.00万元，其中：基本支出55.00万元，项目支出5.00万元，具体支出如下：\n（一）按支出功能分类科目划分。\n行政运行49.00万元，其中：基本支出44.00万元，项目支出5.00万元。\n住房公积金11.00万元，其中：基本支出11.00万元，项目支出0万元。\n（二）按支出结构分类划分，分为基本支出和项目支出。\n1.基本支出${basic}万元，占一般公共预算财政拨款支出的91.67%。\n2.项目支出5.00万元，占一般公共预算财政拨款支出的8.33%。`;
    expect(await loud(text('55.00'))).toEqual([]);
  });
});

describe('amounts and changes of other years', () => {
  it('what changed in another year is no change of this one', async () => {
    const text = (change: string) =>
      `七、“三公”经费支出决算情况说明\n“三公”经费支出决算为9.00万元，比2022年度减少${change}万元，下降25.00%。2022年度“三公”经费比2021年度减少4.00万元，均为公务用车费用。`;
    expect((await loud(text('3.00'))).filter(one => one.startsWith('YOY-0'))).toEqual([]);
    expect((await loud(text('5.00'))).filter(one => one.startsWith('YOY-0'))).not.toEqual([]);
  });

  it('years that stand behind a name are read', async () => {
    const text =
      '五、支出情况\n教育支出2021年为80.00万元，2022年下降到60.00万元，占当年支出的20.00%，比上年减少20.00万元，减少25.00%。';
    expect(await loud(text)).toEqual([]);
    expect((await story(text)).figures.slice(0, 2)).toEqual(['80.00 –', '60.00 功能/教育[全部资金].决算@2022']);
  });

  it('«由上年的» names last year’s amount of what stands before it', async () => {
    const { figures } = await story('一、收入情况\n财政拨款收入则由上年的50.00万元增加到60.00万元，增加10.00万元，增长20.00%。');
    expect(figures.slice(0, 2)).toEqual(['50.00 本年收入[财政拨款].决算@2022', '60.00 本年收入[财政拨款].决算']);
  });
});

describe('a part that bears its whole’s name but for one word', () => {
  it('is a part, not the whole told differently', async () => {
    const text = '一、收支情况\n1.收入情况。一般公共预算总收入100.00万元，其中：一般公共预算收入30.00万元。';
    expect(await loud(text)).toEqual([]);
  });
});

describe('what a clause without numbers is about', () => {
  it('is what the changes after it are of', async () => {
    const text = (rate: string) =>
      `七、“三公”经费支出决算情况说明\n“三公”经费支出决算总额为5.50万元，比预算增加0万元，比上年增加1.50万元，增长37.50%。其中，公务用车运行维护费支出决算比预算无增减变化，比上年增加1.00万元，增长33.33%；公务接待费支出决算比预算无增减变化，比上年增加0.50万元，增长${rate}%。\n（一）公务用车运行维护费支出4.00万元。\n（二）公务接待费支出1.50万元。`;
    expect(await loud(text('50.00'))).toEqual([]);
  });

  it('under a heading that says 年初预算, amounts are planned', async () => {
    const text =
      '“三公”经费支出情况\n一、2023年年初预算\n2023年度“三公”经费预算12.00万元，其中：公务用车运行费支出决算5.00万元；公务接待费支出决算7.00万元。\n二、2023年决算及变动\n2023年度“三公”经费决算支出9.00万元，其中：公务用车运行费支出决算4.00万元；公务接待费支出决算5.00万元。';
    expect(await loud(text)).toEqual([]);
  });
});

describe('slips and names that unbind nothing', () => {
  it('a word of change typed twice is told, and its rate checked', async () => {
    const text = (rate: string) =>
      `三、支出决算情况说明\n支出合计860.00万元，与上年相比减少减少40.00万元，下降${rate}%。其中：基本支出500.00万元，项目支出360.00万元。`;
    expect((await loud(text('4.44'))).map(one => one.split(' ')[0])).toEqual(['FRM-016']);
    expect((await loud(text('7.44'))).map(one => one.split(' ')[0])).toEqual(['YOY-001', 'FRM-016']);
  });

  it('a subject whose name ends in 支出 has its 支出', async () => {
    const text = '五、支出情况\n其他一般公共服务支出支出60.00万元，占一般公共预算财政拨款支出的10.00%。';
    expect((await loud(text)).filter(one => one.startsWith('FRM-016'))).toEqual([]);
  });

  it('what is left, by whatever name, was not spent', async () => {
    const text = (project: string) =>
      `二、收入支出情况\n收入决算575.00万元，支出决算566.00万元，其中：基本支出331.00万元，项目支出${project}万元，结余9.00万元。`;
    expect(await loud(text('235.00'))).toEqual([]);
    expect(await loud(text('253.00'))).not.toEqual([]);
  });

  it('a bracket that ends with a full stop ends no sentence', async () => {
    const text =
      '一、“三公”经费情况\n“三公”经费支出52.40万元，比上年减少1.60万元。其中：公务用车购置及运行费50.00万元（公务用车购置费10.00万元，比上年增加0万元；公务用车运行维护费40.00万元，比上年增加0万元。）比上年增加0万元；公务接待费2.40万元，比上年减少1.60万元。';
    expect(await loud(text)).toEqual([]);
  });

  it('a share of «总支出» in a list of its own total is of that', async () => {
    const text = (share: string) =>
      `三、支出情况\n本年支出合计90.00万元。\n七、“三公”经费情况\n“三公”经费支出决算为6.00万元。其中：公务用车运行维护费支出决算1.50万元，占总支出决算的25.00%；公务接待费支出决算4.50万元，占总支出决算的${share}%，具体是国内接待费支出决算4.50万元。`;
    expect(await loud(text('75.00'))).toEqual([]);
  });
});

describe('parts of parts', () => {
  it('what was bought for a vehicle is told after a semicolon and still no part beside it', async () => {
    const text = (buying: string) =>
      `七、“三公”经费情况\n“三公”经费决算支出数为20.00万元。其中：公务接待费决算支出数为8.00万元，较2022年决算数7.00万元增加1.00万元；公务用车购置及运行维护费决算支出数为12.00万元，较2022年决算数10.00万元增加2.00万元，其中：公务用车运行维护费决算支出数为7.00万元，较2022年决算数6.00万元增加1.00万元；公务用车购置费决算支出数为${buying}万元，较2022年决算数4.00万元增加1.00万元。`;
    expect(await loud(text('5.00'))).toEqual([]);
    expect(await loud(text('6.00'))).not.toEqual([]);
  });

  it('a share of a name that no total bears may be of what its list tells', async () => {
    const text = (share: string) =>
      `三、支出情况\n本年支出合计90.00万元，其中：税收返还和转移支付60.00万元（包括一般性转移支付30.50万元，占转移支付比重${share}%；专项转移支付20.00万元）。`;
    expect((await loud(text('60.40'))).filter(one => one.startsWith('PCT'))).toEqual([]);
    expect((await loud(text('64.40'))).filter(one => one.startsWith('PCT'))).not.toEqual([]);
  });

  it('lines that break inside a word are one, in the shortest of texts', async () => {
    const text =
      '四、财政拨款收支情况\n财政拨款支出90.00万元。支出包括：科学技术支出60.00万元、卫生健康支\n出20.00万元、住房保障支出10.00万元。';
    expect(await loud(text)).toEqual([]);
    expect((await story(text)).statements).toContain('90.00 = 60.00 + 20.00 + 10.00');
  });
});

describe('bodies that are counted and named', () => {
  it('by what they are, before the list', async () => {
    const text = (last: string) =>
      `二、机构设置\n本中心设4个内设机构，分别为：办公室、业务股、信息统计股、政工人事股${last}。\n三、支出决算情况说明\n本年支出合计60.00万元，其中：基本支出40.00万元，项目支出20.00万元。`;
    expect(await loud(text(''))).toEqual([]);
    expect(await loud(text('、政策法规股'))).toEqual(['SUM-006 4 5']);
  });

  it('«和» in a name or between names leaves open how many there are', async () => {
    const text = (count: number) =>
      `二、机构设置\n本局设${count}个科室，分别为：办公室、规划和统计科、建设科和监督科。\n三、支出决算情况说明\n本年支出合计60.00万元，其中：基本支出40.00万元，项目支出20.00万元。`;
    expect(await loud(text(4))).toEqual([]);
    expect(await loud(text(6))).toEqual(['SUM-006 6 5']);
  });
});

describe('a base that is told by its parts alone', () => {
  it('is what basic and project expenditure make', async () => {
    const text = (share: string) =>
      `三、支出结构\n1.基本支出90.00万元，占一般公共预算支出的75.00%，比上年增加1.00万元。\n2.项目支出30.00万元，占一般公共预算支出的${share}%，比上年减少1.00万元。`;
    expect((await loud(text('25.00'))).filter(one => one.startsWith('PCT'))).toEqual([]);
    expect((await loud(text('35.00'))).filter(one => one.startsWith('PCT'))).toEqual(['PCT-001 35.00 25.00']);
  });
});

describe('a comparison with a year further back', () => {
  const text = (further: string) =>
    `一、收支总体情况\n2023年收入总计53.00万元，较2022年50.00万元增长6.00%，较${further}年40.00万元增长32.50%。`;

  it('beside the one with last year is meant', async () => expect(await loud(text('2021'))).toEqual([]));
  it('alone is last year’s year left in', async () => {
    const alone = '一、收支总体情况\n2023年收入总计53.00万元，与2021年相比增长6.00%。';
    expect(await loud(alone)).toEqual([expect.stringMatching(/^YOY-006 /)]);
  });
});

describe('what was known of the year before it was closed', () => {
  it('is no year before', async () => {
    const text = (of: string) => `一、收支总体情况\n支出总计53.00万元，与2023年${of}相比增加3.00万元。`;
    expect(await loud(text('执行数'))).toEqual([]);
    expect(await loud(text('决算数'))).toEqual([expect.stringMatching(/^YOY-006 /)]);
  });
});

describe('a date before what it is of', () => {
  const text = (rate: string) =>
    `（三）国有资产\n截至2022年12月31日，固定资产78.00万元；截至2023年12月31日，固定资产80.00万元，增加2.00万元，增长${rate}%。`;

  it('tells last year’s amount', async () => {
    expect((await story(text('2.56'))).statements).toContain('80.00 from 78.00 ↑ 2.00 2.56%');
    expect(await loud(text('2.56'))).toEqual([]);
    expect(await loud(text('2.65'))).toEqual(['YOY-001 2.65 2.56']);
  });
});

describe('a name told already', () => {
  it('of years further back is another amount', async () => {
    const text = (year: string) => `七、“三公”经费\n“三公”经费支出合计5.00万元。据了解，${year}年“三公”经费合计7.00万元。`;
    expect(await loud(text('2020'))).toEqual([]);
    expect(await loud(text('2023'))).toEqual([expect.stringMatching(/^TIE-001 /)]);
  });

  it('after what was added to it is a total of all that', async () => {
    const text = (added: string) =>
      `一、收支情况\n本年支出36.00万元，较上年下降11.80%；${added}债务还本支出5.00万元，支出合计41.00万元。`;
    expect(await loud(text('加上'))).toEqual([]);
    expect(await loud(text(''))).toEqual([expect.stringMatching(/^TIE-001 /)]);
  });

  it('of what has built up over the years is no part', async () => {
    const text = (name: string) => `一、收支情况\n安排预算稳定调节基金28.00万元（${name}稳定调节基金43.00万元）。`;
    expect(await loud(text('累计'))).toEqual([]);
    expect(await loud(text('其中'))).toEqual([expect.stringMatching(/^SUM-004 /)]);
  });

  it('may be last year’s up to a time', async () => {
    const text = (change: string) =>
      `七、“三公”经费\n公务接待费支出12.00万元，比上年累计支出15.00万元减少${change}万元，下降20.00%。`;
    expect(await loud(text('3.00'))).toEqual([]);
    expect(await loud(text('4.00'))).toEqual(['YOY-002 4.00 3.00', 'YOY-001 20.00 26.67']);
  });
});

describe('a colon after an amount', () => {
  const text = (last: string) =>
    `七、“三公”经费\n“三公”经费决算26.00万元：因公出国（境）费0万元；公务用车购置费14.00万元；公务用车运行费10.00万元；公务接待费${last}万元。`;

  it('opens the list of its parts', async () => {
    expect(await loud(text('2.00'))).toEqual([]);
    expect(await loud(text('5.00'))).toEqual([expect.stringMatching(/^SUM-001 26.00/)]);
  });
});
