import { describe, expect, it } from 'vitest';
import { isMet } from '../../src/extract/selfeval/targets.ts';
import { unitStated } from '../../src/extract/unit.ts';
import { equationsOf } from './grids.ts';
import { bound, readingOf, standing, told } from './telling.ts';

const SECTION = '十、预算绩效情况说明\n';
const COUNTED = `${SECTION}2023年度，对1个项目开展了绩效自评。\n`;
/** A table with a row a line. */
const table = (...rows: string[]) => rows.map(row => row.replaceAll('|', '\t')).join('\n');
const read = async (text: string) => {
  const { figures, statements } = await readingOf(text);
  const own = figures.filter(figure => figure.at);
  return {
    standing: own.map(standing),
    facts: own.map(bound),
    statements: statements.filter(one => one.kind !== 'remark' || one.rule.startsWith('PRJ')).map(told),
  };
};

describe('the national form', () => {
  const sheet = table(
    '项目名称|群众文化活动专项||||||',
    '项目资金（万元）|年初预算数|全年预算数|全年执行数|分值|执行率|得分',
    '年度资金总额|30.00|32.00|28.80|10|90.00%|9.00',
    '其中：当年财政拨款|28.00|30.00|26.80|—|89.33%|—',
    '上年结转资金|2.00|2.00|2.00|—|100.00%|—',
    '其他资金|0.00|0.00|0.00|—||—',
    '一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分',
    '产出指标|数量指标|举办培训|8场|8场|50|50',
    '效益指标|社会效益|参与人数|800人|720人|30|27',
    '满意度指标|满意度|观众满意度|95%以上|96%|10|10',
  );

  it('names every figure by its row and column', async () => {
    const { standing: places } = await read(`${COUNTED}项目支出绩效自评表\n${sheet}`);
    expect(places).toEqual(
      expect.arrayContaining([
        '30.00 年度资金总额/年初预算数',
        '32.00 年度资金总额/全年预算数',
        '28.80 年度资金总额/执行数',
        '90.00% 年度资金总额/执行率',
        '10 年度资金总额/分值',
        '9.00 年度资金总额/得分',
        '26.80 当年财政拨款/执行数',
        '2.00 上年结转资金/全年预算数',
        '50 举办培训/分值',
        '27 参与人数/得分',
      ]),
    );
    expect(places.filter(place => place.includes('指标值'))).toEqual([]);
  });

  it('says that sources add up, that rates fit, and that no score is above its weight', async () => {
    const { statements } = await read(`${COUNTED}项目支出绩效自评表\n${sheet}`);
    expect(statements).toEqual(
      expect.arrayContaining([
        '30.00 = 28.00 + 2.00 + 0.00',
        '32.00 = 30.00 + 2.00 + 0.00',
        '28.80 = 26.80 + 2.00 + 0.00',
        '28.80 of 32.00 = 90.00%',
        '26.80 of 30.00 = 89.33%',
        '2.00 of 2.00 = 100.00%',
        '27 ≤ 30',
        'PRJ-008 holds 1',
      ]),
    );
    // 0 of 0 tells no rate, and there is none.
    expect(statements.filter(one => one.startsWith('0.00 of'))).toEqual([]);
  });

  it('binds funding to the project, its sources to parts of it', async () => {
    const { facts } = await read(`${COUNTED}项目支出绩效自评表\n${sheet}`);
    expect(facts).toEqual(
      expect.arrayContaining([
        '30.00 项目/群众文化活动专项.年初预算',
        '32.00 项目/群众文化活动专项.全年预算',
        '28.80 项目/群众文化活动专项.决算',
        '26.80 项目/群众文化活动专项/当年财政拨款.决算',
      ]),
    );
  });
});

describe('the form with completion rates and reasons', () => {
  const sheet = (...indicators: string[]) =>
    SECTION +
    table(
      '专项（项目）名称|群众文化活动专项|||||',
      '项目资金（万元）|全年预算数|实际完成数|执行率（%）',
      '年度资金总额|30.00|26.40|88',
      '其中：上级财政资金|10.00|10.00|100',
      '本级财政资金|20.00|16.40|82',
      '其他资金|||',
      '一级指标|二级指标|三级指标|年度指标值|实际完成数|完成率（%）|未完成原因和改进措施',
      ...indicators,
    );

  it('an empty cell is no addend', async () => {
    const { statements } = await read(sheet('产出指标|数量指标|举办培训|8场|8场|100|'));
    expect(statements.slice(0, 5)).toEqual([
      '30.00 = 10.00 + 20.00',
      '26.40 = 10.00 + 16.40',
      '26.40 of 30.00 = 88',
      '10.00 of 10.00 = 100',
      '16.40 of 20.00 = 82',
    ]);
  });

  it.each<[string, string, string[]]>([
    ['target met', '产出指标|数量指标|举办培训|8场|9场|100%|', ['PRJ-006 holds 100%', 'PRJ-007 holds 100%']],
    ['a lower limit that is met', '产出指标|数量指标|举办培训|不少于8场|9场|100%|', ['PRJ-006 holds 100%', 'PRJ-007 holds 100%']],
    ['target not met, yet 100%', '产出指标|数量指标|举办培训|8场|7场|100%|', ['PRJ-006 broken 100%', 'PRJ-007 holds 100%']],
    ['outcome over target', '产出指标|数量指标|举办培训|8场|6场|75%|雨天取消', ['PRJ-006 holds 75%', 'PRJ-007 holds 75%']],
    ['no reason', '产出指标|数量指标|举办培训|8场|6场|75%|', ['PRJ-006 holds 75%', 'PRJ-007 broken 75%']],
    ['the same words', '产出指标|时效指标|完成时间|12月底前|12月底前|100%|', ['PRJ-005 holds 100%', 'PRJ-007 holds 100%']],
    [
      'the same words, not 100%',
      '产出指标|时效指标|完成时间|12月底前|12月底前|95%|按期',
      ['PRJ-005 broken 95%', 'PRJ-007 holds 95%'],
    ],
    ['an upper limit is not judged', '产出指标|数量指标|投诉|不超过8次|3次|100%|', ['PRJ-007 holds 100%']],
    ['an approximation is not judged', '产出指标|数量指标|服务群众|800人|700余人|100%|', ['PRJ-007 holds 100%']],
    ['other units are not judged', '产出指标|数量指标|举办培训|8场|800人次|100%|', ['PRJ-007 holds 100%']],
  ])('%s', async (_, row, expected) => {
    const { statements } = await read(sheet(row));
    expect(statements.filter(one => one.startsWith('PRJ'))).toEqual(expected);
  });

  it('cost indicators repeat the project’s money', async () => {
    const { statements, standing: places } = await read(
      sheet('产出指标|成本指标|场地租赁|20万元|16.40万元|82%|结余', '产出指标|成本指标|教师劳务|10万元|10万元|100%|'),
    );
    expect(places).toEqual(expect.arrayContaining(['20 场地租赁/指标值', '16.40 场地租赁/完成值', '82% 场地租赁/完成率']));
    expect(statements).toEqual(
      expect.arrayContaining(['30.00 = 20 + 10', '26.40 = 16.40 + 10', '16.40 of 20 = 82%', '10 of 10 = 100%']),
    );
  });

  it('cost indicators that add up but for the last digit in one column must do so in the other', async () => {
    const { statements } = await read(
      sheet('产出指标|成本指标|场地租赁|12万元|16.40万元|100%|', '产出指标|成本指标|教师劳务|10万元|10.01万元|100%|'),
    );
    expect(statements).toEqual(expect.arrayContaining(['30.00 = 12 + 10', '26.40 = 16.40 + 10.01']));
  });

  it('cost indicators that add up in neither column say nothing certain', async () => {
    const { statements } = await read(sheet('产出指标|成本指标|课酬标准|0.05万元|0.05万元|100%|'));
    expect(statements).toEqual(expect.arrayContaining(['30.00 ≥ 0.05', '26.40 ≥ 0.05']));
  });
});

describe('forms with units in a column of their own', () => {
  it('the form with 财政资金, 财政专户管理资金 and 单位资金: execution, scores and money by unit', async () => {
    const sheet = table(
      '项目名称|群众文化活动专项',
      '预算执行情况(10分)|年度预算数(万元)|年初预算|调整后预算数|预算执行数|预算执行率|权重|得分|原因',
      '|总额|30.00|32.00|28.80|90.00%|10|9|尾款下年支付',
      '|其中：财政资金|28.00|30.00|26.80|89.33%|/|/|',
      '|财政专户管理资金|0.00|0.00|0.00|0.00%|/|/|',
      '|单位资金|2.00|2.00|2.00|100.00%|/|/|',
      '目标完成情况|一级指标|二级指标|三级指标|指标性质|指标值|度量单位|权重|实际完成值|得分|未完成原因分析',
      '|产出指标|数量指标|举办培训|≥|8|场|40|8|40|',
      '|效益指标|社会效益指标|参与人数|≥|700|人|30|720|30|',
      '|成本指标|经济成本指标|项目总成本|≤|32|万元|10|28.80|10|',
      '|成本指标|经济成本指标|课酬标准|≤|800|元/课时|10|760|10|',
      '合计|||||||100||99|',
    );
    const { statements, standing: places } = await read(`${COUNTED}部门预算项目支出绩效自评表\n${sheet}`);
    expect(statements).toEqual(
      expect.arrayContaining([
        '32.00 = 30.00 + 0.00 + 2.00',
        '28.80 = 26.80 + 0.00 + 2.00',
        '28.80 of 32.00 = 90.00%',
        '32.00 = 32',
        '28.80 = 28.80',
        '10 + 40 + 30 + 10 + 10 = 100',
        'PRJ-012 holds 9',
        '99 = 9 + 40 + 30 + 10 + 10',
      ]),
    );
    expect(places.filter(place => place.startsWith('8') && place.includes('课酬'))).toEqual([]);
  });

  it('the form with the whole score in its head, and weight and score of the execution rate', async () => {
    const sheet = table(
      '项目名称|群众文化活动专项|||||自评总分（分）|99',
      '项目资金（万元）||年初预算数|全年（调整）预算数|全年执行数|执行率（%）|执行率权重|执行率得分（分）',
      '|年度总金额|30.00|32.00|28.80|90.00|10|9',
      '|其中：市级支出|30.00|31.00|27.80|89.68||',
      '|补助区县|0.00|1.00|1.00|100.00||',
      '绩效指标|指标名称|计量单位|指标性质|年初指标值|调整指标值|全年完成值|得分系数（%）|指标权重|指标得分（分）|是否核心指标|说明',
      '|举办培训|场|≥|8|8|8|100|50|50|是|',
      '|参与人数|人|≥|700|700|720|100|40|40|否|',
    );
    const { statements, standing: places } = await read(`${COUNTED}项目绩效自评表\n${sheet}`);
    expect(places).toEqual(
      expect.arrayContaining(['10 年度总金额/分值', '9 年度总金额/得分', '50 举办培训/得分', '99 自评总分（分）/得分']),
    );
    expect(statements).toEqual(expect.arrayContaining(['32.00 = 31.00 + 1.00', '28.80 of 32.00 = 90.00', '99 = 9 + 50 + 40']));
  });
});

describe('what a sheet says about itself', () => {
  it('its unit', async () => {
    const { figures } = await readingOf(
      SECTION +
        table(
          '项目名称|群众文化活动专项||单位：元',
          '资金|全年预算数|全年执行数|执行率',
          '年度资金总额|300,000.00|264,000.00|88%',
        ),
    );
    expect(figures.map(({ amount }) => `${amount.value.toFixed()} ${amount.unit}`)).toEqual(['300000 元', '264000 元', '88 %']);
  });

  it('the whole department: paired columns, the department’s own totals', async () => {
    const { facts, statements } = await read(
      `${SECTION}部门整体支出绩效自评表\n${table(
        '预算数：|348.20|执行数：|345.00',
        '其中：财政拨款|340.00|其中：财政拨款|338.00',
        '其他资金|8.20|其他资金|7.00',
        '一级指标|二级指标|三级指标|年度指标值|实际完成值',
        '产出指标|成本指标|基本支出|258.20万元|255.00万元',
        '产出指标|成本指标|项目支出|90.00万元|90.00万元',
      )}`,
    );
    expect(facts).toEqual(
      expect.arrayContaining([
        '348.20 部门整体[全部资金].预算',
        '345.00 本年支出[全部资金].决算',
        '338.00 本年支出[财政拨款].决算',
        '255.00 基本支出[全部资金].决算',
      ]),
    );
    expect(statements).toEqual([
      '348.20 = 340.00 + 8.20',
      '345.00 = 338.00 + 7.00',
      '348.20 = 258.20 + 90.00',
      '345.00 = 255.00 + 90.00',
    ]);
  });

  it('a table of something else is none', async () => {
    const { figures } = await readingOf(SECTION + table('名称|数量|金额', '钢琴|2|3.00', '音响|1|5.00'));
    expect(figures.map(({ fact }) => fact.indicator)).toEqual([null, null]);
  });

  it('budget and outcome beside each other do not make one, without a word of aims', async () => {
    const rows = table('收入|年初预算数|全年预算数|执行数', '事业收入|5.00|6.00|7.00', '总计|5.00|6.00|7.00');
    const { figures } = await readingOf(`一、收入支出决算总体情况\n${rows}`);
    expect(figures.filter(({ fact }) => fact.indicator?.startsWith('项目/'))).toEqual([]);
  });

  it('one cell a line, as Word’s text comes', async () => {
    const cells = (...row: string[]) => row.map(cell => `\t${cell}`).join('\n');
    const flat = [
      cells('项目支出绩效自评表'),
      cells('项目名称', '群众文化活动专项', '', ''),
      cells('项目资金', '全年预算数', '全年执行数', '执行率'),
      cells('年度资金总额', '30.00', '26.40', '88%'),
      cells('其中：财政拨款', '30.00', '26.40', '88%'),
    ].join('\n\n');
    const { statements } = await read(`${SECTION}${flat}\n\n`);
    expect(statements).toEqual(['30.00 ≤ 30.00', '26.40 ≤ 26.40', '26.40 of 30.00 = 88%', '26.40 of 30.00 = 88%']);
  });

  it('several sheets one after the other are counted', async () => {
    const sheet = (name: string) =>
      `项目支出绩效自评表\n${table(`项目名称|${name}||`, '项目资金|全年预算数|全年执行数|执行率', '年度资金总额|30.00|26.40|88%')}\n`;
    const { statements } = await read(`${COUNTED.replace('1个', '3个')}${sheet('活动甲')}${sheet('活动乙')}`);
    expect(statements).toContain('PRJ-008 broken 3');
  });
});

describe('the text about the projects', () => {
  const text = (...lines: string[]) => read(SECTION + lines.join('\n'));

  it.each([
    ['3个项目开展绩效自评，其中：评价等级为“优”的项目2个，评价等级为“良”的项目1个，评价等级为“中”的项目0个。', '3 = 2 + 1 + 0'],
    ['绩效自评的2023年度项目4个（其中，绩效评级为“优”的项目3个；绩效评级为“良”的项目1个）。', '4 ≥ 3 + 1'],
    ['对5个项目开展了绩效自评，其中4个项目评为优，1个项目评为良。', '5 ≥ 4 + 1'],
    ['对6个项目进行绩效自评，自评结果为优秀4个、良好1个、一般1个。', '6 = 4 + 1 + 1'],
  ])('ratings: %s', async (line, sum) => {
    expect((await text(`2023年度，${line}`)).statements).toContain(sum);
  });

  const told = '活动甲：全年预算数30.00万元，执行数26.40万元，完成预算的88%，自评得分95分。';
  const other = '活动乙：全年预算数20.00万元，执行数20.00万元，完成预算的100%，自评得分97.5分。';

  it('mean and money are those of the projects', async () => {
    const { statements } = await text('对2个项目开展绩效自评，涉及资金46.40万元，平均得分96.25分。', told, other);
    expect(statements).toEqual(expect.arrayContaining(['PRJ-013', 'PRJ-014']));
  });

  it('a mean of scores that follow it', async () => {
    const said = '对2个项目开展绩效自评，平均得分93.00分，其中：活动甲自评得分96.00分，活动乙自评得分90.00分。';
    expect((await text(said)).statements).toContain('PRJ-013');
    expect((await text(said.replace('对2个', '对3个'))).statements).not.toContain('PRJ-013');
  });

  it('not where some of them are not told', async () => {
    const { statements } = await text('对3个项目开展绩效自评，涉及资金46.40万元，平均得分96.25分。', told, other);
    expect(statements.filter(one => /PRJ-01[34]/.test(one))).toEqual([]);
  });

  it('a project and its table say the same', async () => {
    const sheet = table(
      '项目名称|活动甲|||||',
      '项目资金（万元）|全年预算数|全年执行数|分值|执行率|得分',
      '年度资金总额|30.00|26.40|10|88%|8.8',
      '一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分',
      '产出指标|数量指标|举办培训|8场|8场|50|50',
      '效益指标|社会效益|参与人数|800人|820人|40|36.2',
      '总分||||100|95',
    );
    const { statements } = await text(told, `项目支出绩效自评表\n${sheet}`);
    expect(statements).toEqual(expect.arrayContaining(['30.00 == 30.00', '26.40 == 26.40', '95 == 95']));
    // Its score may stand before its money, or be told with its name alone.
    const first = '活动甲项目绩效自评综述：自评得分95分。全年预算数30.00万元，执行数26.40万元。';
    for (const line of [first, '秋季活动甲项目自评得分95分。'])
      expect((await text(line, `项目支出绩效自评表\n${sheet.replace('活动甲', '秋季活动甲')}`)).statements).toEqual(
        line === first ? expect.not.arrayContaining(['95 == 95']) : expect.arrayContaining(['95 == 95']),
      );
    expect((await text(first, `项目支出绩效自评表\n${sheet}`)).statements).toEqual(
      expect.arrayContaining(['30.00 == 30.00', '95 == 95']),
    );
  });
});

describe('one project, several sheets', () => {
  const sheet = (name: string, budget: string, outcome: string, rate: string) =>
    `项目支出绩效自评表\n${table(
      `项目名称|${name}||`,
      '项目资金|全年预算数|全年执行数|执行率',
      `年度资金总额|${budget}|${outcome}|${rate}`,
      `其中：本级财政资金|${budget}|${outcome}|${rate}`,
      '其他资金|0|0|',
    )}\n`;
  const activity = sheet('活动甲', '30.00', '26.40', '88%');

  it('a sheet told again is counted once, and both must say the same', async () => {
    const { statements, facts } = await read(COUNTED + activity + activity.replace('活动甲', '“活动甲”'));
    expect(statements).toContain('PRJ-008 holds 1');
    expect(statements).toContain('88% == 88%');
    expect(facts.filter(fact => fact === '26.40 项目/活动甲.决算')).toHaveLength(2);
  });

  it('with one figure changed it is still the same sheet', async () => {
    const { statements, facts } = await read(
      COUNTED + activity + sheet('活动甲', '30.00', '26.40', '86%').replace('26.40', '24.60'),
    );
    expect(statements).toContain('PRJ-008 holds 1');
    expect(statements).toContain('88% == 86%');
    expect(facts).toEqual(expect.arrayContaining(['26.40 项目/活动甲.决算', '24.60 项目/活动甲.决算']));
  });

  it('with other money it is another project of the same name', async () => {
    const { statements, facts } = await read(COUNTED + activity + sheet('活动甲', '12.00', '9.00', '75%'));
    expect(statements).toContain('PRJ-008 broken 1');
    expect(statements.filter(one => one.includes('=='))).toEqual([]);
    expect(facts).toEqual(expect.arrayContaining(['26.40 项目/活动甲.决算', '9.00 项目/活动甲（2）.决算']));
  });

  it('of several units, the largest states the totals of the department', async () => {
    const whole = (budget: string, outcome: string) =>
      `部门整体支出绩效自评表\n${table(`预算数：|${budget}|执行数：|${outcome}`, `其中：财政拨款|${budget}|其中：财政拨款|${outcome}`)}\n说明\n`;
    const { facts } = await read(SECTION + whole('80.00', '78.00') + whole('348.20', '345.00'));
    expect(facts).toContain('345.00 本年支出[全部资金].决算');
    expect(facts.filter(fact => fact.includes('78.00 本年支出'))).toEqual([]);
  });
});

describe('scores of indicators', () => {
  const scored = (row: string) =>
    `${COUNTED}项目支出绩效自评表\n${table(
      '项目名称|群众文化活动专项||||||',
      '项目资金（万元）|全年预算数|全年执行数|分值|执行率|得分||',
      '年度资金总额|30.00|27.00|10|90%|9.00||',
      '一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施',
      row,
      '效益指标|社会效益指标|受益群众|900人|950人|40|40|',
    )}`;
  const rules = async (row: string) =>
    (await read(scored(row))).statements.filter(one => /^PRJ-01[89] broken/.test(one)).map(one => one.slice(0, 7));

  it.each<[string, string, string[]]>([
    ['met, full', '产出指标|数量指标|举办培训|8场|9场|50|50|', []],
    ['not met, yet full', '产出指标|数量指标|举办培训|8场|7场|50|50|', ['PRJ-018']],
    ['not met, less, with a reason', '产出指标|数量指标|举办培训|8场|7场|50|44|雨天取消', []],
    ['not met, less, without a reason', '产出指标|数量指标|举办培训|8场|7场|50|44|', ['PRJ-019']],
    ['an upper limit that is kept', '产出指标|数量指标|投诉|不超过8次|7次|50|50|', []],
    ['sooner than planned', '产出指标|时效指标|办结|5天|3天|50|50|', []],
    ['before a date', '产出指标|时效指标|完成|12月底前|11月|50|50|', []],
  ])('%s', async (_, row, expected) => {
    expect(await rules(row)).toEqual(expected);
  });
});

describe('the rating of a sheet', () => {
  it.each([
    ['优', 'PRJ-017 holds 97'],
    ['良', 'PRJ-017 broken 97'],
  ])('%s beside a score of 97', async (word, expected) => {
    const sheet = table(
      '项目名称|群众文化活动专项|||||',
      `自评总分|97|自评等级|${word}|||`,
      '项目资金（万元）|全年预算数|全年执行数|分值|执行率|得分|',
      '年度资金总额|30.00|27.00|10|90%|9.00|',
      '一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分',
      '产出指标|数量指标|举办培训|8场|9场|50|50',
      '效益指标|社会效益指标|受益群众|900人|950人|40|38',
      '总分||||||97',
    );
    const { statements } = await read(`${COUNTED}项目支出绩效自评表\n${sheet}`);
    expect(statements.filter(one => one.startsWith('PRJ-017'))).toEqual([expected]);
  });
});

describe('the money of projects at each stage', () => {
  it('what is followed up and evaluated is within what targets were set for', async () => {
    const of = (stage: string, money: string) => `${stage}的2023年度项目3个，涉及预算金额${money}万元；`;
    const { statements } = await readingOf(
      `${SECTION}${of('编报绩效目标', '6.00')}${of('绩效跟踪评价', '5.00')}${of('绩效自评', '7.00')}`,
    );
    expect(equationsOf(statements)).toEqual(['PRJ-015 6.00=5.00', 'PRJ-015 6.00=7.00']);
  });
});

describe('a rating told with its score', () => {
  it.each([
    ['自评得分95.00分，评价等级为优', true],
    ['自评得分90分，自评结果为“优”', true],
    ['自评得分89.9分，评价等级为优', false],
    ['自评得分72分，评价等级为合格', true],
    ['自评得分82分，评价等级为中', false],
  ])('%s', async (sentence, fits) => {
    const { statements } = await read(`${SECTION}群众文化活动专项${sentence}。`);
    expect(statements.filter(one => one.startsWith('PRJ-017'))).toEqual([expect.stringContaining(fits ? 'holds' : 'broken')]);
  });
});

describe('forms of provinces', () => {
  it('weights in brackets behind names, a whole score without a column of weights', async () => {
    const sheet = (score: string) =>
      table(
        '项目名称|群众文化活动专项|||||',
        '预算执行情况（万元）（20分）||预算数（A）|执行数（B）|执行率（B/A）|得分（20分*执行率）',
        '|年度财政资金总额|50.00|47.50|95.00%|19',
        '一级指标|二级指标|三级指标|年初目标值（A）|实际完成值（B）|得分',
        '产出指标|数量指标|演出场次（40分）|30场|32场|40',
        '效益指标|社会效益|观众人次（30分）|9000人次|9200人次|30',
        '满意度指标|满意度|观众满意度（10分）|≥95%|92%|9',
        `总分|||||${score}`,
      );
    const { statements } = await read(`${COUNTED}项目支出绩效自评表\n${sheet('98')}`);
    expect(statements).toEqual(
      expect.arrayContaining([
        '47.50 of 50.00 = 95.00%',
        '20 + 40 + 30 + 10 = 100',
        '98 = 19 + 40 + 30 + 9',
        'PRJ-012 holds 19',
        'PRJ-018 holds 9',
        '40 ≤ 40',
      ]),
    );
  });

  it('budget and outcome side by side, without a header', async () => {
    const sheet = table(
      '项目名称|文物保护专项||||',
      '预算执行情况（万元）|预算数：|86.00||执行数：|84.50',
      '|其中：财政拨款|80.00||其中：财政拨款|79.00',
      '|其他资金|6.00||其他资金|5.50',
      '绩效指标|一级指标|二级指标|三级指标|预期指标值|实际完成指标值',
      '|项目完成指标|时效指标|按时完成率|100%|100%',
      '||成本指标|修缮成本|86.00万元|84.50万元',
    );
    const { statements } = await read(`${COUNTED}项目支出绩效自评表\n${sheet}`);
    expect(statements).toEqual(expect.arrayContaining(['86.00 = 80.00 + 6.00', '84.50 = 79.00 + 5.50', '84.50 = 84.50']));
  });

  it('合计 in the block of funding; what is spent on, apart from where it comes from', async () => {
    const sheet = table(
      '资金情况（万元）|资金来源|年初预算数|调整后预算数|实际执行数|分值|得分',
      '|合计|90.00|95.00|93.10|10|9.8',
      '|其中：基本支出|60.00|60.00|59.10||',
      '|项目支出|30.00|35.00|34.00||',
      '|财政拨款|90.00|90.00|88.60||',
      '|自有资金|0.00|5.00|4.50||',
      '一级指标|二级指标|三级指标|指标值|完成值|权重|得分',
      '产出|数量|非遗展览|6次|7次|90|90',
      '合计|||||100|99.8',
      '（自评等级：良）||||||',
    );
    const { statements } = await read(`${COUNTED}部门整体支出绩效自评表\n${sheet}`);
    expect(statements).toEqual(
      expect.arrayContaining(['95.00 = 90.00 + 5.00', '95.00 = 60.00 + 35.00', '93.10 = 88.60 + 4.50', 'PRJ-017 broken 99.8']),
    );
  });

  it('signs, values and units in columns of their own', async () => {
    const sheet = (actual: string) =>
      table(
        '项目名称|农田管护|||||||',
        '项目资金（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分|',
        '|年度资金总额|30.00|36.40|34.58|10|95.00%|9.50|',
        '一级指标|二级指标|三级指标|指标性质|指标值|度量单位|实际完成值|分值|得分',
        `产出指标|质量指标|管护达标率|≥|95|%|${actual}|90|90`,
      );
    const told = async (actual: string) => (await read(`${COUNTED}项目支出绩效自评表\n${sheet(actual)}`)).statements;
    expect(await told('96')).toContain('PRJ-018 holds 90');
    expect(await told('94')).toContain('PRJ-018 broken 90');
  });
});

describe('the unit of a table', () => {
  it.each([
    ['单位：万元', '万元'],
    ['金额单位：元', '元'],
    ['编制单位：元江县文化馆', null],
    ['编制单位：元江县文化馆（单位：万元）', '万元'],
  ])('%s', (text, unit) => expect(unitStated(text)).toBe(unit));
});

describe('whether a target is met', () => {
  it.each<[string, string, boolean | null]>([
    ['≥95%', '97%', true],
    ['≥95%', '92.5%', false],
    ['不低于95%', '92%', false],
    ['100%', '96%', false],
    ['5%', '3%', null],
    ['≤5%', '6%', false],
    ['≤132.5万元', '126.3万元', true],
    ['≤132.5万元', '140万元', false],
    ['优', '良好', false],
    ['良', '优秀', true],
    ['优', '较好', null],
    ['≥90%', '90%以上', null],
    ['8场', '7场', false],
    ['12月底前', '11月', true],
    ['12月底前', '次年2月', false],
    ['2023年9月底前', '2023年11月中旬', false],
    ['2023年9月底前', '2023年9月上旬', true],
    ['6月底前完成', '8月', false],
    ['6月30日前', '6月28日', true],
    ['12月底前', '2023年11月', null],
  ])('%s: %s', (target, actual, met) => expect(isMet({ target, actual, reason: '' })).toBe(met));
});
