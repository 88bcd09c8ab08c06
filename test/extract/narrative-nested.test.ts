import { describe, expect, it } from 'vitest';
import { loud, story } from './telling.ts';

describe('small firms inside small and medium ones', () => {
  const bought = (said: string) => `（二）政府采购支出情况\n政府采购支出总额200.00万元，${said}。`;

  it.each([
    '其中授予中小企业150.00万元，占总额的75.00%，小微企业90.00万元，占总额的45.00%',
    '其中：中小企业150.00万元，占比75.00%；小型微型企业90.00万元，占比45.00%',
    '其中：货物80.00万元，工程20.00万元，服务100.00万元。授予中小企业合同金额150.00万元，占总额的75.00%，其中：授予小微企业合同金额90.00万元，占总额的45.00%',
    '授予中小企业合同金额150.00万元，占政府采购支出总额的75.00%，其中：授予小微企业合同金额90.00万元，占授予中小企业合同金额的60.00%',
  ])('%s', async said => expect(await loud(bought(said))).toEqual([]));

  it.each([
    ['其中授予中小企业150.00万元，占总额的75.00%，小微企业90.00万元，占总额的46.00%', 'PCT-001 46.00 45.00'],
    ['授予中小企业合同金额150.00万元，其中：小微企业160.00万元', 'SUM-004 150.00 160.00'],
  ])('%s', async (said, expected) => expect(await loud(bought(said))).toContain(expected));
});

describe('after a semicolon', () => {
  it('what is told is no part of «其中A 1 万元», where it would be too much', async () => {
    expect(
      await loud('（二）政府采购\n面向中小企业预留的采购预算70.00万元，其中面向小微企业预留30.00万元；中小企业中标82.00万元。'),
    ).toEqual([]);
    expect(await loud('（三）资产\n房屋70.00万元，其中办公用房75.00万元；车辆82.00万元。')).toEqual(['SUM-004 70.00 75.00']);
  });

  it('the known parts of a whole go on', async () => {
    const said = '“三公”经费支出9.50万元，其中因公出国（境）费1.00万元；公务用车购置及运行维护费5.00万元；公务接待费3.00万元。';
    expect(await loud(`七、“三公”经费\n${said}`)).toEqual(['SUM-001 9.50 9.00']);
  });

  it('inside a bracket, the bracket goes on', async () => {
    const { statements } = await story(`七、“三公”经费支出决算情况说明
“三公”经费支出8.00万元，其中：因公出国（境）费0万元；公务用车购置及运行费6.00万元（公务用车购置费2.00万元；公务用车运行维护费4.00万元）；公务接待费2.00万元。`);
    expect(statements).toEqual(['8.00 = 0 + 6.00 + 2.00', '6.00 = 2.00 + 4.00']);
  });
});

describe('guests from abroad', () => {
  const guests = (said: string) => `七、“三公”经费支出决算情况说明\n公务接待费支出${said}`;

  it.each([
    '0.50万元。其中：国内公务接待支出0.50万元（含外宾接待支出0.20万元）。公务接待3批次、18人次，其中：接待外宾1批次、5人次。',
    '0.50万元。其中：国内公务接待支出0.50万元（含外宾接待支出0.00万元）。公务接待3批次、18人次，其中：接待外宾0批次、0人次。',
    '0.50万元，其中：国内接待费0.50万元（其中：外事接待费0.20万元），国（境）外接待费0.00万元。',
    '0.50万元，其中：国内接待费0.50万元，外宾接待费0.20万元。',
    '0.50万元，其中：国内接待费0.30万元，外宾接待费0.20万元。国内公务接待3批次、18人次，外宾接待2批次、9人次。',
  ])('%s', async said => expect(await loud(guests(said))).toEqual([]));

  it.each([
    ['0.50万元，其中：国内接待费0.50万元（其中：外事接待费0.60万元）。', 'SUM-004 0.50 0.60'],
    ['0.60万元，其中：国内接待费0.50万元（其中：外事接待费0.20万元），国（境）外接待费0.00万元。', 'SUM-001 0.60 0.50'],
    ['0.60万元，其中：国内接待费0.30万元，外宾接待费0.20万元。', 'SUM-001 0.60 0.50'],
    ['0.50万元。公务接待3批次、18人次，其中：接待外宾4批次、5人次。', 'SUM-004 3 4'],
    ['0.50万元。国内公务接待3批次、18人次（含外宾1批次、25人次）。', 'SUM-004 18 25'],
  ])('%s', async (said, expected) => expect(await loud(guests(said))).toContain(expected));
});

describe('money carried over', () => {
  const opened = (said: string) => `一、总体情况
收入总计110.00万元，其中：本年收入合计100.00万元，年初结转和结余10.00万元。
三、支出决算情况说明
${said}`;

  it.each([
    '支出合计100.00万元（含上年结转资金5.00万元），其中：基本支出60.00万元，项目支出40.00万元。',
    '支出合计100.00万元，其中：基本支出60.00万元，项目支出40.00万元，其中：上年结转5.00万元、当年预算35.00万元。',
    '1.农林水支出（类）水利（款）防汛（项）：年初预算30.00万元，支出决算35.00万元，包含上年结转5.00万元。',
  ])('inside an amount is no opening balance: %s', async said => expect(await loud(opened(said))).toEqual([]));

  it('told by itself, it is the balance', async () => {
    expect(await loud(opened('支出合计100.00万元。年初结转和结余12.00万元。'))).toEqual(['TIE-001 12.00 10.00']);
  });
});

describe('two totals', () => {
  it('each has its growth and its shares', async () => {
    const { statements } = await story(`一、总体情况
2023年度收入总计10.00万元，比上年增加2.00万元，增长25.00%；支出总计12.00万元，比上年增加2.40万元，增长25.00%。
三、支出决算情况说明
支出总计12.00万元，其中：基本支出9.00万元，占总支出的75.00%；项目支出3.00万元，占总支出的25.00%。`);
    expect(statements).toEqual(
      expect.arrayContaining([
        '10.00 from ? ↑ 2.00 25.00%',
        '12.00 from ? ↑ 2.40 25.00%',
        '10.00 == 12.00',
        '9.00 / 12.00 = 75.00%',
        '3.00 / 12.00 = 25.00%',
      ]),
    );
  });

  it('«总收入» and «总支出» that differ are those of the year', async () => {
    expect(await loud('一、总体情况\n2023年度总收入9.00万元；总支出8.50万元，年末结转0.50万元。')).toEqual([]);
    expect(await loud('一、总体情况\n2023年度收入总计9.00万元，支出总计8.50万元。')).toEqual(['TIE-001 9.00 8.50']);
  });

  it.each(['1.收入：7.00万元', '（一）收入情况：7.00万元', '1、收入，7.00万元'])(
    '%s: what follows is of its own list',
    async income => {
      const spending = income.replace('收入', '支出').replace('7.00', '7.50').replace('1', '2').replace('一', '二');
      const { statements } = await story(`一、收支情况
${income}。其中：财政拨款收入7.00万元。
${spending}。其中：基本支出4.50万元，项目支出3.00万元。`);
      expect(statements).toContain('7.50 = 4.50 + 3.00');
    },
  );
});

describe('shares of the total', () => {
  it.each(['合计', '合计数', '总额', '总量'])('占%s的: of what the list is about', async base => {
    const { statements } = await story(`二、收入决算情况说明
本年收入合计9.00万元，由以下部分构成：
（一）财政拨款收入5.40万元，占${base}的60.00%。
（二）事业收入2.70万元，占30.00%。
（三）其他收入0.90万元，占${base}的10.00%。`);
    expect(statements).toEqual([
      '9.00 = 5.40 + 2.70 + 0.90',
      '5.40 / 9.00 = 60.00%',
      '2.70 / 9.00 = 30.00%',
      '0.90 / 9.00 = 10.00%',
    ]);
  });

  it('a total that is told nowhere is not replaced by another', async () => {
    const { statements } = await story(`五、一般公共预算财政拨款支出决算情况说明
一般公共预算财政拨款支出3.20万元，占本年支出合计的80.00%。
公共预算拨款安排的支出3.20万元，占全年支出总额的78.00%。`);
    expect(statements.filter(one => one.includes(' / '))).toEqual(['3.20 / ? = 80.00%', '3.20 / ? = 78.00%']);
  });
});

describe('sides and criteria', () => {
  it('each side of a joint total is all of it', async () => {
    const said = (spent: string) => `一、收支情况
收入、支出预算总计9.00万元。其中：
（一）收入预算总计9.00万元。
（二）支出预算总计${spent}万元。`;
    expect(await loud(said('9.00'))).toEqual([]);
    expect(await loud(said('8.50'))).toHaveLength(1);
  });

  it('a part with the name of its whole is told by another criterion', async () => {
    expect(
      await loud('五、一般公共预算\n一般公共预算财政拨款支出10.00万元，其中：当年财政拨款支出9.00万元，上年结转支出1.00万元。'),
    ).toEqual([]);
  });
});

describe('what a paragraph is about', () => {
  const visits = (said: string, rate: string) =>
    `七、“三公”经费支出决算情况说明\n（一）总体情况\n“三公”经费支出预算为20.00万元，支出决算为9.00万元，完成预算的45.00%。\n（二）具体情况\n${said}本单位2023年度支出6.00万元，完成预算的${rate}%。较预算减少2.00万元，降低25.00%。`;

  it.each(['1．公务接待费支出情况。', '1．公务接待费情况：', '1、公务接待费支出决算情况说明。'])(
    '«%s» is named in its first sentence',
    async head => {
      expect(await loud(visits(head, '75.00'))).toEqual([]);
      expect(await loud(visits(head, '79.00'))).not.toEqual([]);
    },
  );

  it('«…（项）。主要是…，年初预算为»: what follows a description is told, not explained', async () => {
    const said = (rate: string) =>
      `（三）一般公共预算财政拨款支出决算具体情况\n1.教育支出（类）普通教育（款）小学教育（项）。主要是保障学校运转，年初预算为80.00万元，支出决算为60.00万元，完成年初预算的${rate}%。`;
    expect(await loud(said('75.00'))).toEqual([]);
    expect(await loud(said('57.00'))).toContain('PCT-002 57.00 75.00');
  });
});

describe('changes against the budget', () => {
  const changes = (visits: string) =>
    `七、“三公”经费支出决算情况说明\n“三公”经费支出年初预算为20.00万元，支出决算为12.00万元，完成年初预算的60.00%，比年初预算减少8.00万元，主要原因是厉行节约。其中：因公出国（境）费支出决算比年初预算减少3.00万元，公务用车购置及运行维护费支出决算比年初预算减少1.00万元，公务接待费支出决算比年初预算减少${visits}万元。`;

  it('those of the parts are theirs, and make up that of the whole', async () => {
    expect(await loud(changes('4.00'))).toEqual([]);
    expect(await loud(changes('5.00'))).not.toEqual([]);
  });
});

describe('lists opened otherwise', () => {
  it.each(['主要用于以下几个方面', '主要用于以下几方面', '用于下列方面', '主要用于如下支出'])(
    '«%s：» of what it names',
    async opener => {
      const said = (pension: string) =>
        `（三）一般公共预算财政拨款收支情况\n1.收入情况。2023年度一般公共预算财政拨款收入130.00万元，较上年增加30.00万元，增长30.00%。\n2.支出情况。2023年度一般公共预算财政拨款支出100.00万元，较上年增加20.00万元，增长25.00%。\n3.比较情况。本单位2023年度一般公共预算财政拨款支出${opener}：\n（1）社会保障和就业支出${pension}万元，占60.00%。\n（2）住房保障支出40.00万元，占40.00%。`;
      expect(await loud(said('60.00'))).toEqual([]);
      expect(await loud(said('61.50'))).toContain('SUM-001 100.00 101.50');
    },
  );

  it('«（1）…；（2）…» inside a sentence', async () => {
    const said = (running: string) =>
      `六、一般公共预算财政拨款基本支出决算情况说明\n使用一般公共预算财政拨款安排基本支出20.00万元，（1）工资福利支出和对个人和家庭补助支出等人员经费15.00万元；（2）商品和服务支出等公用经费${running}万元。`;
    expect(await loud(said('5.00'))).toEqual([]);
    expect(await loud(said('3.00'))).toContain('SUM-001 20.00 18.00');
  });

  it('counts and amounts of receptions each make up their own', async () => {
    const said = (amount: string, batches: string) =>
      `3.公务接待费支出9.00万元。其中：\n国内公务接待支出9.00万元，主要用于执行公务。国内公务接待10批次，90人次（不包括陪同人员），共计支出9.00万元，具体内容包括：接待考察6批次50人，支出${amount}万元；接待来访${batches}批次40人，支出4.00万元。`;
    expect(await loud(said('5.00', '4'))).toEqual([]);
    expect(await loud(said('6.00', '4'))).toContain('SUM-001 9.00 10.00');
    expect(await loud(said('5.00', '5'))).toContain('SUM-003 10 11');
  });
});

describe('income and expenditure together', () => {
  it.each(['收支', '收、支', '收入支出'])('«%s» are the totals of both', async both => {
    const said = (rate: string) =>
      `一、总体情况\n2023年度收入总计300.00万元，支出总计300.00万元。${both}较上年决算数增加30.00万元，增长${rate}%，主要原因是项目变化。`;
    expect(await loud(said('11.11'))).toEqual([]);
    expect(await loud(said('21.11'))).toContain('YOY-001 21.11 11.11');
  });
});

it('a way of counting that is the same is no amount that is', async () => {
  const said = (how: string) =>
    `九、机关运行经费\n机关运行经费支出90.00万元，比上年增加30.00万元，增长50.00%。${how}，本年比上年减少6.00万元，下降6.25%，主要原因为人员减少。`;
  expect(await loud(said('按与上年统计口径一致相比'))).toEqual([]);
  expect(await loud(said('按与上年相同口径相比'))).toEqual([]);
  expect(await loud('九、机关运行经费\n机关运行经费支出90.00万元，与上年持平，比上年增加30.00万元。')).toEqual([
    'YOY-009 30.00 null',
  ]);
});

describe('what is told of a unit of the department', () => {
  const said = (of: string, units = '；2.清江县文化服务中心') =>
    `一、收入支出决算总体情况说明\n清江县文化馆2023年度收入总计420.00万元，支出总计420.00万元。\n清江县文化馆2023年度没有政府性基金收入。\n清江县文化馆共有车辆2辆。\n纳入清江县文化馆2023年度部门决算编制范围的单位包括：1.清江县文化馆（本级）${units}。\n${of}2023年度收入总计60.00万元。`;

  it('is nothing of the department', async () => {
    expect(await loud(said('清江县文化服务中心'))).toEqual([]);
    expect(await loud(said('清江县文化馆'))).toContain('TIE-001 60.00 420.00');
  });

  it('is of the department where the report lists no such unit', async () =>
    expect(await loud(said('清江县文化服务中心', ''))).not.toEqual([]));
});
