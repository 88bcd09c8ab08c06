import { describe, expect, it } from 'vitest';
import { equationsOf } from './grids.ts';
import { readingOf, story } from './telling.ts';

describe('small firms among small and medium ones', () => {
  it('each part of them is within what is told just before it', async () => {
    const { statements } = await readingOf(`（二）政府采购支出情况
面向中小企业预留政府采购项目预算金额12.00万元，面向小微企业预留政府采购项目预算金额5.00万元。在面向中小企业预留的政府采购项目中，由中小企业供应商中标或成交的，采购金额8.00万元；在面向小微企业预留政府采购项目中，由小微企业供应商中标或成交的，采购金额4.00万元；在其他政府采购项目中，由中小企业供应商中标或成交的，采购金额3.00万元，由小微企业供应商中标或成交的，采购金额2.00万元。`);
    expect(equationsOf(statements)).toEqual([
      'SUM-004 12.00=5.00',
      'SUM-004 8.00=4.00',
      'SUM-004 3.00=2.00',
      'SUM-012 12.00=8.00',
      'SUM-012 5.00=4.00',
    ]);
  });
});

describe('parts told apart from their whole', () => {
  it('one class a numbered paragraph, each a share of what an earlier section tells', async () => {
    const { statements } = await story(`五、一般公共预算财政拨款支出决算情况说明
（一）一般公共预算财政拨款支出决算总体情况
2023年度一般公共预算财政拨款支出200.00万元。
（二）一般公共预算财政拨款支出决算具体情况
1.教育（类）支出150.00万元，占一般公共预算财政拨款总支出的75.00%。主要用于培训；
2.国防（类）支出0.00万元，占一般公共预算财政拨款总支出的0.00%。
3.住房保障（类）支出50.00万元，占一般公共预算财政拨款总支出的25.00%。`);
    expect(statements).toEqual([
      '200.00 = 150.00 + 0.00 + 50.00',
      '150.00 / 200.00 = 75.00%',
      '0.00 / 200.00 = 0.00%',
      '50.00 / 200.00 = 25.00%',
    ]);
  });

  it('what money was for stands for the name of what the section is about', async () => {
    const { figures } = await story(`二、支出决算情况说明
2023年度支出合计200.00万元。其中：基本支出150.00万元；项目支出50.00万元。
（二）项目支出情况
2023年度用于保障本馆完成特定任务，用于专项业务工作的经费支出50.00万元。`);
    expect(figures.filter(figure => figure.includes('项目支出'))).toHaveLength(2);
  });

  it('after a bracket, counts belong to what stands before it', async () => {
    const { statements } = await story(`七、“三公”经费支出决算情况说明
国内接待费支出0.96万元（其中：外事接待费支出0.00万元），共安排国内公务接待21批次（其中：外事接待0批次），接待人次186人（其中：外事接待人次0人）。`);
    expect(statements.filter(one => one.startsWith('SUM-007'))).toEqual(['SUM-007 holds 21', 'SUM-007 holds 186']);
    expect(statements).toEqual(expect.arrayContaining(['0 ≤ 21', '0 ≤ 186', '21 ≤ 186']));
  });
});

describe('income and expenditure side by side', () => {
  it('each has parts of its own, of the fund that the paragraph names', async () => {
    const { figures, statements } = await story(`四、财政拨款收入支出决算情况说明
（一）财政拨款收支与2022年度决算对比情况
本部门2023年度财政拨款本年收入9.00万元，本年支出8.00万元。其中：
一般公共预算财政拨款本年收入7.00万元；本年支出6.00万元。
政府性基金预算财政拨款本年收入2.00万元；本年支出2.00万元。
（二）财政拨款收支与年初预算数对比情况
一般公共预算财政拨款本年支出完成年初预算120%，比年初预算增加1.00万元。`);
    expect(figures.slice(2, 6)).toEqual([
      '7.00 本年收入[一般公共预算].决算',
      '6.00 本年支出[一般公共预算].决算',
      '2.00 本年收入[政府性基金].决算',
      '2.00 本年支出[政府性基金].决算',
    ]);
    expect(statements).toEqual(['9.00 = 7.00 + 2.00', '6.00 of 6.00 - 1.00 = 120%', '6.00 from ? ↑ 1.00 ? against budget']);
  });

  it('a year in a heading that is compared with is no mistake', async () => {
    const { statements } = await readingOf('（一）财政拨款收支与2022年度决算对比情况\n本年收入9.00万元。');
    expect(statements.filter(one => one.kind === 'remark' && one.rule === 'FRM-002' && !one.holds)).toEqual([]);
  });
});

describe('changes of what an earlier paragraph told', () => {
  it('are of what their words name, though the last paragraph told it again', async () => {
    const { statements } = await story(`一、收入支出决算总体情况说明
2023年度收入总计12.00万元，其中：本年收入合计11.00万元，年初结转和结余1.00万元。
2023年度支出总计12.00万元，其中：本年支出合计9.00万元，年末结转和结余3.00万元。
收入支出总计与上年相比，增加2.00万元，增长20%。`);
    expect(statements).toContain('12.00 from ? ↑ 2.00 20%');
  });

  it('may be against the budget by their own name', async () => {
    const { statements } = await story(`七、“三公”经费支出情况
公务接待费全年预算数5.00万元，决算数4.00万元，预决算差异率-20.00%，主要原因是减少接待。`);
    expect(statements).toEqual(['4.00 of 5.00 = ?', '4.00 from 5.00 ↑ ? -20.00% against budget']);
  });
});

describe('what is bought, by kind', () => {
  it('is a whole', async () => {
    const { statements } = await story(`七、政府采购情况
2023年度政府采购支出总额9.00万元，从采购类型来看，政府采购货物支出4.00万元、政府采购工程支出2.00万元、政府采购服务支出3.00万元。`);
    expect(statements).toEqual(['9.00 = 4.00 + 2.00 + 3.00']);
  });
});

describe('counts of two kinds beside one amount', () => {
  it('one of them may be none', async () => {
    const { statements } = await story(`七、“三公”经费支出情况
因公出国（境）费支出9.00万元，其中因公出国（境）团组1个、共3人、参加其他单位组织的因公出国（境）团组0个、共0人。`);
    expect(statements.filter(one => one.includes('broken'))).toEqual([]);
  });
});

describe('what a heading is about', () => {
  it('is what amounts by no name of their own are of', async () => {
    const { figures } = await story(`（一）“三公”经费财政拨款支出决算总体情况说明
2023年度“三公”经费财政拨款支出预算9.00万元，支出决算8.00万元。
2.公务用车购置费用支出情况说明。
2023年度预算0万元，支出决算0万元。
3.公务接待费支出决算情况说明。
年初预算为9.00万元，支出决算为8.00万元。`);
    expect(figures.slice(2)).toEqual([
      '0 公务用车购置费[财政拨款].预算',
      '0 公务用车购置费[财政拨款].决算',
      '9.00 公务接待费[财政拨款].年初预算',
      '8.00 公务接待费[财政拨款].决算',
    ]);
  });
});

describe('expenditure by no name of its own', () => {
  it('is told after income, and has parts', async () => {
    const { figures, statements } = await story(`八、政府性基金预算收入支出决算情况
2023年度政府性基金预算财政拨款收入8.00万元；年初结转和结余0万元；支出8.00万元，其中基本支出2.00万元，项目支出6.00万元；年末结转和结余0万元。`);
    expect(figures[2]).toBe('8.00 本年支出[政府性基金].决算');
    expect(statements).toEqual(['8.00 = 2.00 + 6.00']);
  });
});

describe('items named in a paragraph of their own', () => {
  const told = () =>
    story(`五、一般公共预算财政拨款支出决算情况说明
（一）一般公共预算财政拨款支出决算总体情况
2023年度财政拨款支出200.00万元，占本年支出合计的80.00%。
（二）一般公共预算财政拨款支出决算具体情况
2023年度财政拨款支出年初预算数为190.00万元，支出决算数为200.00万元，完成年初预算的105.26%，其中：
1、教育支出（类）普通教育（款）小学教育（项）。
年初预算为140.00万元，支出决算为150.00万元，完成年初预算的107.14%，决算数大于年初预算数的主要原因是：追加经费。
2、教育支出（类）普通教育（款）初中教育（项）。
年初预算为50.00万元，支出决算为50.00万元，完成年初预算的100.00%。`);

  it('are what the next paragraph tells, and parts of the list they stand in', async () => {
    const { statements } = await told();
    expect(statements).toEqual(
      expect.arrayContaining(['200.00 = 150.00 + 50.00', '190.00 = 140.00 + 50.00', '150.00 of 140.00 = 107.14% 大于']),
    );
  });

  it('under the heading of a fund, 财政拨款支出 is of that fund', async () => {
    const { figures } = await told();
    expect(figures.filter(one => one.includes('[财政拨款]'))).toEqual([]);
    expect(figures).toContain('50.00 功能/教育/普通教育/初中教育[一般公共预算].决算');
  });
});

describe('what a short name or none speaks of', () => {
  it('«支出» after what was carried over is the expenditure of the fund, and what follows are its parts', async () => {
    const { figures, statements } = await story(`八、政府性基金预算收入支出决算情况
2023年度政府性基金预算财政拨款收入36.20万元；年初结转和结余0.00万元；支出36.20万元，其中基本支出0.00万元，项目支出36.20万元；年末结转和结余0.00万元。`);
    expect(figures[2]).toBe('36.20 本年支出[政府性基金].决算');
    expect(statements).toEqual(['36.20 = 0.00 + 36.20']);
  });

  it('under a heading that names an indicator, amounts without a name are its', async () => {
    const { figures } = await story(`六、“三公”经费支出决算情况说明
（一）“三公”经费支出决算总体情况说明
2023年度“三公”经费支出决算4.20万元。
2.公务用车购置费用支出情况说明。
2023年度购置公务用车0辆，预算0万元，支出决算0万元。`);
    expect(figures.slice(-2)).toEqual(['0 公务用车购置费[财政拨款].预算', '0 公务用车购置费[财政拨款].决算']);
  });

  it('parts told in the words that promise them open no list for the paragraphs after it', async () => {
    const { statements } = await story(`六、一般公共预算财政拨款基本支出决算情况说明
2023年度一般公共预算财政拨款基本支出90.00万元，包括人员经费70.00万元和公用经费20.00万元。
人员经费70.00万元，主要用于工资。
公用经费20.00万元，主要用于办公。`);
    expect(statements.filter(one => one.includes(' = '))).toEqual(['90.00 = 70.00 + 20.00']);
  });

  it('«其中：» at the start of a paragraph without a number ends no list of numbered ones', async () => {
    const { statements } = await story(`七、财政拨款“三公”经费支出决算情况说明
2023年度“三公”经费财政拨款支出决算9.00万元，具体情况如下：
1.因公出国（境）费支出0.00万元。
2.公务用车购置及运行维护费支出7.00万元。
其中：公务用车购置费支出0.00万元。
公务用车运行维护费支出7.00万元。
3.公务接待费支出2.00万元。`);
    expect(statements).toContain('9.00 = 0.00 + 7.00 + 2.00');
  });

  it('a change against last year after a reason is of what is spoken of, one named otherwise is part of the reason', async () => {
    const { statements } = await story(`七、财政拨款“三公”经费支出决算情况说明
公务接待费支出预算为3.00万元，支出决算为2.00万元，决算数小于预算数的主要原因是厉行节约，与上年相比减少0.50万元，下降20.00%，减少的主要原因是批次减少，较上年减少餐费0.30万元。`);
    expect(statements.filter(one => one.includes('from'))).toEqual(['2.00 from ? ↓ 0.50 20.00%']);
  });

  it('the change of both totals together', async () => {
    const { statements } = await story(`四、财政拨款收入支出决算总体情况说明
2023年度财政拨款收入总计、支出总计均为484.00万元，与上年相比收、支总计各减少16.00万元，下降3.20%。`);
    expect(statements).toContain('484.00 from ? ↓ 16.00 3.20%');
  });
});

describe('guests', () => {
  it('those at home are held against what was spent at home, though those from abroad are told between', async () => {
    const { statements } = await story(`七、财政拨款“三公”经费支出决算情况说明
国内公务接待支出1.20万元，国（境）外接待支出0.00万元。2023年共接待国内来宾13批次，101人次；国（境）外来宾0批次，0人次。`);
    expect(statements.filter(one => one.startsWith('SUM-007') && one.includes('broken'))).toEqual([]);
    expect(statements).toEqual(expect.arrayContaining(['SUM-007 holds 13', 'SUM-007 holds 101', '13 ≤ 101', '0 ≤ 0']));
  });
});

describe('whose money is spoken of', () => {
  it('expenditure told after the income of a fund is of that fund, whichever section tells it', async () => {
    const { statements } = await story(`四、财政拨款收入支出决算情况说明
（一）与上年对比情况
1.一般公共预算财政拨款本年收入100.00万元；本年支出90.00万元。
2.政府性基金预算财政拨款本年收入50.00万元；本年支出40.00万元。
（二）与年初预算对比情况
1.一般公共预算财政拨款本年收入完成年初预算80%；支出完成年初预算75%，比年初预算减少30.00万元。
2.政府性基金预算财政拨款本年收入完成年初预算50%；支出完成年初预算40%，比年初预算减少60.00万元。`);
    expect(statements).toContain('90.00 of 90.00 + 30.00 = 75%');
    expect(statements).toContain('40.00 of 40.00 + 60.00 = 40%');
  });

  it('both totals without a fund of their own are of the fund that is spoken of', async () => {
    const { statements } = await story(`一、收入支出决算总体情况说明
2023年度收入总计、支出总计均为400.00万元，与上年相比，收、支总计各增加80.00万元，增长25%。
四、财政拨款收入支出决算总体情况说明
2023年度财政拨款收入总计、支出总计均为300.00万元，与上年相比，收、支总计各增加60.00万元，增长25%。`);
    expect(statements).toEqual(['400.00 from ? ↑ 80.00 25%', '300.00 from ? ↑ 60.00 25%']);
  });

  it('under the heading of one budget, a heading below it that says 财政拨款 means the same', async () => {
    const { figures } = await story(`五、一般公共预算财政拨款支出决算情况说明
（一）财政拨款支出决算总体情况
2023年度财政拨款支出300.00万元。`);
    expect(figures).toEqual(['300.00 本年支出[一般公共预算].决算']);
  });

  it('the three public expenses of the general budget are those of the statutory table, unless a fund paid some', async () => {
    const told = (fund: string) => `七、一般公共预算财政拨款“三公”经费支出决算情况说明
2023年度“三公”经费支出5.00万元。
八、政府性基金预算财政拨款“三公”经费支出决算情况说明
2023年度“三公”经费支出${fund}万元。`;
    expect((await story(told('0.00'))).figures).toContain('5.00 三公经费[财政拨款].决算');
    expect((await story(told('2.00'))).figures).toContain('5.00 三公经费[一般公共预算].决算');
  });
});

describe('which lists are whole', () => {
  it('what is left at the end of the year is no part of what was spent, unless it is needed', async () => {
    const told = (left: string) => `八、政府性基金预算财政拨款收入支出决算情况说明
本年支出90.00万元，其中：基本支出0.00万元，项目支出${left === '0.00' ? '90.00' : '70.00'}万元，年末结转和结余${left}万元。`;
    expect((await story(told('0.00'))).statements).toEqual(['90.00 = 0.00 + 90.00']);
    expect((await story(told('20.00'))).statements).toEqual(['90.00 ≥ 0.00 + 70.00 + 20.00']);
  });

  it('items after what is left are of what was spent', async () => {
    const { statements } = await story(`八、政府性基金预算收入支出决算情况
2023年度政府性基金预算财政拨款收入40.00万元；支出40.00万元；年末结转和结余0万元。具体情况如下：
1、城乡社区支出（类）国有土地使用权出让收入安排的支出（款）农村基础设施建设支出（项）
支出决算为40.00万元，用于道路建设。`);
    expect(statements).toEqual(['40.00 = 40.00']);
  });

  it('who names what is nothing leaves nothing out', async () => {
    const { statements } = await story(`（二）公务接待情况
公务接待费支出3.00万元，其中：访问0万元；活动0万元；调研3.00万元。`);
    expect(statements).toContain('3.00 = 0 + 0 + 3.00');
  });
});

describe('averages', () => {
  const chapter = (average: string) => `七、“三公”经费支出决算情况说明
（一）分项情况
公务用车运行维护费支出6.00万元。
（二）实物量情况
公务用车购置0辆，公务用车保有量为4辆，${average}。`;

  it('are what an amount of their chapter makes of a number told there', async () => {
    const of = async (average: string) => (await story(chapter(average))).statements.filter(one => one.startsWith('PCT-010'));
    expect(await of('车均运行维护费1.50万元')).toEqual(['PCT-010 holds 1.50']);
    expect(await of('平均每辆15,000元')).toEqual(['PCT-010 holds 15,000']);
    expect(await of('车均运行维护费1.05万元')).toEqual(['PCT-010 broken 1.05']);
  });

  it('without a name are of what is spoken of', async () => {
    const of = async (text: string) => {
      const { statements } = await story(`七、“三公”经费支出决算情况说明\n${text}。`);
      return statements.filter(one => one.startsWith('PCT-010'));
    };
    expect(await of('因公出国（境）费支出9.00万元，组织团组1个、3人次，人均4.00万元')).toEqual(['PCT-010 broken 4.00']);
    expect(await of('公务接待费支出1.20万元，接待12批次、80人次，平均每人次150元')).toEqual(['PCT-010 holds 150']);
    expect(await of('公务接待费支出1.20万元，接待12批次、80人次，平均每批次1200元')).toEqual(['PCT-010 broken 1200']);
    expect(await of('公务接待费支出1.20万元，接待12批次、80人次，在职人员人均公用经费150元')).toEqual([]);
  });

  it('of something that is told nowhere are not judged', async () => {
    const { statements } = await story(chapter('车均购置费1.50万元'));
    expect(statements.filter(one => one.startsWith('PCT-010'))).toEqual([]);
  });
});

describe('differences', () => {
  const item = (difference: string) => `（三）一般公共预算财政拨款支出决算具体情况
教育支出决算数为80.00万元，年初预算为100.00万元，决算数与年初预算数的差异为${difference}万元，原因是据实支出。`;

  it('with a minus sign say their direction, without one it is that of the two amounts', async () => {
    expect((await story(item('-20.00'))).statements).toContain('80.00 from 100.00 ↑ -20.00 ? against budget');
    expect((await story(item('20.00'))).statements).toContain('80.00 from 100.00 ↓ 20.00 ? against budget');
  });
});

describe('shares without a base', () => {
  it('of a part alone may be of what its whole is a share of', async () => {
    const told = (share: string) => `（二）政府采购支出总额80.00万元，其中：货物支出30.00万元、服务支出50.00万元。
授予中小企业合同金额60.00万元（占75%），其中授予小微企业合同金额40.00万元（占${share}）。`;
    expect((await story(told('50%'))).statements).toContain('40.00 / 80.00 = 50%');
    expect((await story(told('66.67%'))).statements).toContain('40.00 / 60.00 = 66.67%');
  });

  it('told again for what is told again are held against the same whole', async () => {
    const told = (share: string) =>
      `“三公”经费支出8.00万元，其中：公务用车购置及运行维护费支出6.00万元，占${share}；公务接待费支出2.00万元，占25%。`;
    const { statements } = await story(`七、“三公”经费支出决算情况说明\n${told('75%')}\n${told('57%')}`);
    expect(statements).toContain('6.00 / 8.00 = 57%');
  });
});

it('a body speaks of itself in many ways', async () => {
  const { figures } = await story('一、收入支出决算总体情况说明\n学校2023年度收入总计90.00万元，我院2023年度支出总计90.00万元。');
  expect(figures).toEqual(['90.00 收支总计[全部资金].决算', '90.00 收支总计[全部资金].决算']);
});

describe('changes told the other way round', () => {
  it('the rate first, then the amount', async () => {
    const { statements } = await story('二、收入决算情况说明\n2023年度本年收入90.00万元，同比下降10%，减少10.00万元。');
    expect(statements).toEqual(['90.00 from ? ↓ 10.00 10%']);
  });

  it('from what it was to what it is', async () => {
    const { statements } = await story(
      '（一）机关运行经费支出情况\n机关运行经费支出90.00万元，由上年的80.00万元增加到90.00万元，增长12.5%。',
    );
    expect(statements).toEqual(['90.00 from 80.00 ↑ ? 12.5%', '90.00 == 90.00']);
  });
});

it('a share of «总收入» may be of what came in this year', async () => {
  const { statements } = await story(`一、收入支出决算总体情况说明
2023年度收支总计100.00万元。
二、收入决算情况说明
本年收入合计80.00万元，其中：财政拨款收入60.00万元，占总收入的75%；其他收入20.00万元，占总收入的25%。`);
  expect(statements).toEqual(['80.00 = 60.00 + 20.00', '60.00 / 80.00 = 75%', '20.00 / 80.00 = 25%']);
});

it('short names inside a list are of what the list is about', async () => {
  const { figures } = await story(`七、“三公”经费支出决算情况说明
公务用车购置及运行费6.00万元，其中购置费0万元，运行费6.00万元。`);
  expect(figures.slice(1)).toEqual(['0 公务用车购置费[财政拨款].决算', '6.00 公务用车运行维护费[财政拨款].决算']);
});
