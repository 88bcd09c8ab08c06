import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit.ts';
import { loud, story } from './telling.ts';

const TRAVEL = '七、“三公”经费支出决算情况说明\n';

describe('counts against last year', () => {
  it.each([
    ['国内公务接待12批次、90人次，上年15批次，比上年减少{3|4}批次。', 'YOY-002 4 3'],
    ['国内公务接待12批次、90人次，比上年增加{2|5}批次，上年为10批次。', 'YOY-002 5 2'],
    ['年末公务用车保有量4辆，较上年减少{2|1}辆（上年6辆）。', 'YOY-002 1 2'],
    ['年末在职人员31人，比上年末的29人增加{2|3}人。', 'YOY-002 3 2'],
    ['国内公务接待30批次，较2022年减少10批次，下降{25.00|35.00}%。', 'YOY-001 35.00 25.00'],
  ])('%s', async (said, finding) => {
    const [, right, wrong] = /\{(.*)\|(.*)\}/.exec(said)!;
    const text = (number: string) => `${TRAVEL}国内公务接待费支出2.00万元。${said.replace(/\{.*\}/, number)}`;
    expect(await loud(text(right!))).toEqual([]);
    expect(await loud(text(wrong!))).toEqual([finding]);
  });

  it('each of two counts by its own name', async () => {
    const said = (parties: string, persons: string) =>
      `${TRAVEL}公务接待费支出1.50万元，国内公务接待12批次、90人次（不包括陪同人员），接待批次比上年减少3批次，下降${parties}%；接待人次比上年增加15人次，增长${persons}%。`;
    expect(await loud(said('20.00', '20.00'))).toEqual([]);
    expect(await loud(said('25.00', '20.00'))).toEqual(['YOY-001 25.00 20.00']);
    expect(await loud(said('20.00', '16.67'))).toEqual(['YOY-001 16.67 20.00']);
  });

  it('what is counted in another unit, or by another name, is no last year of it', async () => {
    expect(await loud(`${TRAVEL}国内公务接待12批次、90人次，上年120人次，减少30人次。`)).toEqual([]);
    expect(await loud(`${TRAVEL}购置公务用车1辆，年末保有量4辆，上年购置3辆，减少2辆。`)).toEqual([]);
  });
});

describe('changes of parts without their amounts', () => {
  const said = (whole: string) =>
    `${TRAVEL}2023年度“三公”经费比上年减少${whole}万元，其中：因公出国（境）费减少3.00万元，公务用车购置及运行维护费增加1.00万元，公务接待费减少2.00万元。`;

  it('make up the change of the whole', async () => {
    expect(await loud(said('4.00'))).toEqual([]);
    expect(await loud(said('5.00'))).toEqual(['YOY-005 5.00 4.00']);
  });

  it('what stayed the same counts as nothing', async () => {
    const same = said('1.00').replace('因公出国（境）费减少3.00万元', '因公出国（境）费与上年持平');
    expect(await loud(same)).toEqual([]);
    expect(await loud(same.replace('减少1.00', '减少2.00'))).toEqual(['YOY-005 2.00 1.00']);
  });

  it('not where one of them is not told', async () =>
    expect(await loud(said('5.00').replace('公务接待费减少2.00万元', '公务接待费略有减少'))).toEqual([]));
});

describe('what is told of all, under the heading of one fund', () => {
  it('a total that the fund is told as a share of is of all funds', async () => {
    const { figures } = await story(
      '五、一般公共预算财政拨款支出决算情况说明\n本年支出合计500.00万元。一般公共预算财政拨款支出450.00万元，占本年支出合计的90.00%。',
    );
    expect(figures.slice(0, 2)).toEqual(['500.00 本年支出[全部资金].决算', '450.00 本年支出[一般公共预算].决算']);
  });

  it.each(['决算总额', '决算合计', '决算总数'])('支出%s is expenditure', async name =>
    expect((await story(`五、说明\n一般公共预算财政拨款支出${name}450.00万元。`)).figures).toEqual([
      '450.00 本年支出[一般公共预算].决算',
    ]),
  );
});

describe('what lies inside something else', () => {
  it.each([
    [`${TRAVEL}公务接待费支出6.00万元，接待国内来访团组30个、来访人员200人次。其中外事接待5批次、{40|400}人次。`, 'SUM-004'],
    [
      `${TRAVEL}公务用车购置及运行维护费支出7.00万元。其中：公务用车购置支出0.00万元；公务用车运行维护费支出7.00万元。年末保有量{3|0}辆。`,
      'SUM-007',
    ],
    [
      '十一、政府采购\n政府采购金额90.00万元。预留给中小企业的采购项目预算金额60.00万元，预留项目中授予中小企业合同金额{55.00|65.00}万元。',
      'SUM-012',
    ],
    ['十二、绩效\n2023年度绩效目标申报项目6个，绩效自评项目{6|8}个。', 'PRJ-015'],
    ['十二、绩效\n编制绩效目标的项目6个，开展绩效运行监控的项目{6|8}个。', 'PRJ-022'],
    ['十三、资产\n年末共有公务用车8辆，其中：一般公务用车3辆，执法执勤用车{5|4}辆。', 'SUM-003'],
    [`${TRAVEL}“三公”经费年初预算12.00万元，决算支出10.50万元，比年初预算节约{1.50|2.50}万元。`, 'YOY-002'],
    [
      '一、总体情况\n2023年度收入总计60.00万元，支出总计60.00万元。\n十一、政府采购\n政府采购支出总额{7.50|75.00}万元。',
      'SUM-010',
    ],
    [`${TRAVEL}“三公”经费支出20.00万元，比上年减少4.00万元。\n公务接待费支出5.00万元，比上年减少{3.00|21.00}万元。`, 'YOY-008'],
    ['三、人员\n年末在职人员20人，其中：行政人员8人，事业人员{12|10}人。', 'SUM-003'],
  ])('%s', async (text, rule) => {
    const [, right, wrong] = /\{(.*)\|(.*)\}/.exec(text)!;
    const rules = async (number: string) => (await loud(text.replace(/\{.*\}/, number))).map(one => one.split(' ')[0]);
    expect(await rules(right!)).toEqual([]);
    expect(await rules(wrong!)).toEqual([rule]);
  });

  it('a contract told as more than all of the procurement before it', async () => {
    const said = (amount: string, rate: string) =>
      `十一、政府采购\n政府采购支出总额250.00万元，其中：货物支出250.00万元。授予中小企业合同金额${amount}万元，占比${rate}%。`;
    expect(await loud(said('200.00', '80.00'))).toEqual([]);
    expect(await loud(said('2000.00', '800.00'))).toEqual(['SUM-004 250.00 2000.00']);
  });
});

describe('a rate that lost its sign at a whole number', () => {
  it.each(['上升', '降低'])('%s', async word => {
    const said = `九、机关运行经费\n机关运行经费支出55.00万元，比上年${word === '上升' ? '增加' : '减少'}5.00万元，${word}${word === '上升' ? 10 : 8.33}，主要是办公用品。`;
    expect((await loud(said)).map(one => one.split(' ')[0])).toEqual(['FRM-003']);
  });
});

describe('a year left over', () => {
  it.each([
    '本单位2022年度开展自评的项目共2个，涉及资金30.00万元。',
    '截至2022年末，固定资产账面价值90.00万元。',
    '截至2022年年底，共有车辆4辆。',
  ])('%s', async said => {
    expect((await loud(`十二、其他\n${said}`)).map(one => one.split(' ')[0])).toEqual(['FRM-002']);
    expect(await loud(`十二、其他\n${said.replace('2022', '2023')}`)).toEqual([]);
  });
});

it('合计 of a table that goes down from «三公» to meetings is of all of them', async () => {
  const rows = [
    ['合计', '13.00'],
    ['一、“三公”经费', '7.00'],
    ['1.因公出国（境）费', '0.00'],
    ['2.公务接待费', '2.00'],
    ['3.公务用车购置及运行维护费', '5.00'],
    ['二、会议费', '4.00'],
    ['三、培训费', '2.00'],
  ];
  const html = (total: string) =>
    `<html><body><h1>清江县文化馆2023年度部门决算</h1><p>“三公”经费、会议费、培训费支出决算表</p><p>单位：万元</p><table><tr><td>项目</td><td>决算数</td></tr>${rows
      .map(([name, amount]) => `<tr><td>${name}</td><td>${name === '合计' ? total : amount}</td></tr>`)
      .join('')}</table></body></html>`;
  const rules = async (total: string) =>
    (await audit([{ file: 'report.html', bytes: new TextEncoder().encode(html(total)) }])).findings.map(({ rule }) => rule);
  expect(await rules('13.00')).toEqual([]);
  expect(await rules('14.00')).toEqual(['SUM-110']);
});

describe('a reason told twice', () => {
  const section = (heading: string, change: string, reason: string) =>
    `${heading}\n2023年度${heading.slice(2, -4)}总计400.00万元，与上年相比增加${change}万元。主要原因是${reason}。\n`;
  const twice = (first: string, second: string, change = '80.00') =>
    section('一、收入支出情况说明', '80.00', first) + section('四、财政拨款收入支出情况说明', change, second);

  it('of one change, with two amounts', async () => {
    const rules = async (text: string) => (await loud(text)).filter(one => one.startsWith('TIE-003'));
    expect(await rules(twice('新增馆舍修缮资金46.20万元', '新增馆舍修缮资金51.70万元'))).toHaveLength(1);
    expect(await rules(twice('新增馆舍修缮资金46.20万元', '新增馆舍修缮资金46.20万元'))).toEqual([]);
    expect(await rules(twice('新增馆舍修缮资金46.20万元', '新增展厅改造资金51.70万元'))).toEqual([]);
    // Of two changes, each may have an amount of its own.
    expect(await rules(twice('新增馆舍修缮资金46.20万元', '新增馆舍修缮资金51.70万元', '85.00'))).toEqual([]);
    expect(
      await rules(twice('新增馆舍修缮及设备更新资金46.20万元', '新增馆舍修缮及设备更新资金42.60万元', '85.00')),
    ).toHaveLength(1);
  });
});

it('meeting costs of the text are those of the table that holds them beside «三公»', async () => {
  const html = (cost: string) => `<html><body><h1>清江县文化馆2023年度部门决算</h1>
<p>“三公”经费及会议费、培训费支出决算表</p><p>单位：万元</p><table>
<tr><td rowspan="3">项目</td><td colspan="6">“三公”经费</td><td rowspan="3">会议费</td><td rowspan="3">培训费</td></tr>
<tr><td rowspan="2">小计</td><td rowspan="2">因公出国（境）费用</td><td rowspan="2">公务接待费</td><td colspan="3">公务用车购置及运行维护费</td></tr>
<tr><td>小计</td><td>公务用车购置费</td><td>公务用车运行维护费</td></tr>
<tr><td>决算数</td><td>7.00</td><td>0.00</td><td>2.00</td><td>5.00</td><td>0.00</td><td>5.00</td><td>2.60</td><td>1.30</td></tr></table>
<h2>八、会议费支出情况</h2><p>2023年度会议费支出${cost}万元。</p>
<h2>九、机关运行经费</h2><p>机关运行经费9.00万元，其中：会议费0.40万元。</p></body></html>`;
  const rules = async (cost: string) =>
    (await audit([{ file: 'report.html', bytes: new TextEncoder().encode(html(cost)) }])).findings
      .filter(one => one.severity !== 'note')
      .map(({ rule }) => rule);
  expect(await rules('2.60')).toEqual([]);
  expect(await rules('2.90')).toEqual(['TIE-001']);
});

describe('last year, as other places tell it', () => {
  it.each([
    ['2023年度一般公共预算财政拨款支出300.00万元，较上年增加{20.00|30.00}万元。', 'YOY-002'],
    ['2023年度一般公共预算财政拨款支出{280.00|300.00}万元，与上年持平。', 'YOY-003'],
  ])('a change is held against it: %s', async (said, rule) => {
    const [, right, wrong] = /\{(.*)\|(.*)\}/.exec(said)!;
    const text = (amount: string) =>
      `五、一般公共预算财政拨款支出情况\n${said.replace(/\{.*\}/, amount)}\n六、上年情况说明\n上年一般公共预算财政拨款支出280.00万元。`;
    const rules = async (amount: string) => (await loud(text(amount))).map(one => one.split(' ')[0]);
    expect(await rules(right!)).toEqual([]);
    expect(await rules(wrong!)).toEqual([rule]);
  });

  it('a sentence that tells what last year came to bears its year', async () => {
    const text = (last: string) =>
      `五、一般公共预算财政拨款支出情况\n一般公共预算财政拨款支出300.00万元，较上年增加20.00万元。\n六、上年情况说明\n2022年度一般公共预算财政拨款支出${last}万元。`;
    expect(await loud(text('280.00'))).toEqual([]);
    expect(await loud(text('270.00'))).not.toEqual([]);
  });
});

describe('what is counted by kinds', () => {
  it.each([
    ['三、人员\n离退休人员{33|35}人，其中：离休2人、退休31人。', 'SUM-003'],
    ['三、资产\n房屋建筑面积{1,100|1,000}平方米，其中：办公用房800平方米、业务用房300平方米。', 'SUM-003'],
    ['三、采购\n政府采购支出{40.00|44.00}万元，其中：政府集中采购支出30.00万元，分散采购支出10.00万元。', 'SUM-001'],
  ])('%s', async (said, rule) => {
    const [, right, wrong] = /\{(.*)\|(.*)\}/.exec(said)!;
    const rules = async (amount: string) => (await loud(said.replace(/\{.*\}/, amount))).map(one => one.split(' ')[0]);
    expect(await rules(right!)).toEqual([]);
    expect(await rules(wrong!)).toEqual([rule]);
  });

  it.each([
    '三、资产\n占地面积1,000平方米，其中：建筑面积2,400平方米。',
    '三、资产\n办公用房面积1,200平方米，其中：租用面积400平方米，自有面积800平方米，本年新增面积200平方米。',
  ])('what overlaps is no list of addends: %s', async said => expect(await loud(said)).toEqual([]));
});

describe('an average that is wrong', () => {
  it('is told with what it should be', async () =>
    expect(await loud(`${TRAVEL}公务用车运行维护费支出18.00万元，年末公务用车保有量6辆，车均运行维护费3.60万元。`)).toEqual([
      'PCT-010 3.60 3.00',
    ]));
});

describe('a year left over above the sheet of a project', () => {
  const text = (year: number) => `十二、绩效\n项目支出共90.00万元。\n项目支出绩效自评表\n（${year}年度）\n项目名称\t\t馆舍维护`;
  it('is seen below its title', async () => {
    expect((await loud(text(2022))).map(one => one.split(' ')[0])).toEqual(['FRM-002']);
    expect(await loud(text(2023))).toEqual([]);
  });
});

describe('what was won of reserved purchases alone', () => {
  it('is within all purchases', async () => {
    const text = (won: string) =>
      `十一、政府采购\n政府采购金额80.00万元。在面向中小企业预留的政府采购项目中，由中小企业供应商中标或成交的，采购金额${won}万元。`;
    expect(await loud(text('60.00'))).toEqual([]);
    expect((await loud(text('90.00'))).map(one => one.split(' ')[0])).toEqual(['SUM-009']);
  });
});

describe('a part above its whole by two rules', () => {
  it('is one problem', async () => {
    const { issues } = await audit([
      {
        file: 'report.txt',
        bytes: new TextEncoder().encode(
          '清江县文化馆2023年度部门决算\n二、收入决算情况说明\n本年收入合计200.00万元，其中：财政拨款收入220.00万元。',
        ),
      },
    ]);
    expect(issues.length).toBe(1);
  });
});

describe('a unit stated once', () => {
  const told = (heading: string, line = '') =>
    `${heading}\n${line}本年支出合计300.00，其中：基本支出200.00，占66.67%；项目支出100.00，占33.33%。`;
  it('in the heading, or in a line of its own', async () => {
    expect(await loud(told('三、支出决算情况说明（单位：万元）'))).toEqual([]);
    expect(await loud(told('三、支出决算情况说明', '（金额单位：万元）\n'))).toEqual([]);
    expect((await loud(told('三、支出决算情况说明'))).map(one => one.split(' ')[0])).toEqual(['FRM-003', 'FRM-003', 'FRM-003']);
  });
});

describe('a comparison with a year that lost a character', () => {
  it('is one all the same', async () => {
    const said = (rate: string) => `一、收支总体情况\n收入总计110.00万元，与上一度相比增加10.00万元，增长${rate}%。`;
    expect(await loud(said('10.00'))).toEqual(['FRM-025 上一度 上一年度']);
    expect(await loud(said('11.00'))).toContain('YOY-001 11.00 10.00');
  });
});

describe('vehicles told in two places', () => {
  const text = (count: number, where = '') =>
    `（三）国有资产占用情况\n年末共有车辆7辆，其中：其他用车7辆。\n（四）资产情况说明\n年末${where}共有车辆${count}辆。`;
  it('are as many', async () => {
    expect(await loud(text(7))).toEqual([]);
    expect((await loud(text(6))).map(one => one.split(' ')[0])).toEqual(['TIE-007']);
  });
  it('may be of another body', async () => expect(await loud(text(6, '馆本级'))).toEqual([]));
});

describe('what stayed the same as a whole', () => {
  const text = (abroad: string) =>
    `${TRAVEL}“三公”经费支出6.50万元，与上年持平。其中：因公出国（境）费支出2.00万元，${abroad}；公务用车购置及运行维护费支出3.00万元，与上年持平；公务接待费支出1.50万元，比上年减少0.50万元。`;
  it('has parts that rose by as much as others fell', async () => {
    expect(await loud(text('比上年增加0.50万元'))).toEqual([]);
    expect((await loud(text('比上年增加0.90万元'))).map(one => one.split(' ')[0])).toEqual(['YOY-005']);
    expect((await loud(text('与上年持平'))).map(one => one.split(' ')[0])).toEqual(['YOY-005']);
  });
});

describe('the reason of the other way', () => {
  const text = (reason: string) => `九、机关运行经费\n机关运行经费支出45.00万元，比上年减少5.00万元，下降10.00%。${reason}`;
  it('is told, in the next sentence as well', async () => {
    expect(await loud(text('减少原因主要是差旅减少。'))).toEqual([]);
    expect((await loud(text('增加原因主要是差旅增多。'))).map(one => one.split(' ')[0])).toEqual(['YOY-010']);
    expect(await loud(text('减少的主要原因是差旅减少，增加的主要原因是会议增多。'))).toEqual([]);
  });
});

describe('averages of meetings and training', () => {
  it.each([
    ['八、会议费\n会议费支出2.40万元，召开会议4次，参会120人次，人均{200|250}元。', 'PCT-010'],
    ['八、培训费\n培训费支出4.00万元，培训80人次，人均培训费{500|550}元。', 'PCT-010'],
  ])('%s', async (said, rule) => {
    const [, right, wrong] = /\{(.*)\|(.*)\}/.exec(said)!;
    const rules = async (amount: string) => (await loud(said.replace(/\{.*\}/, amount))).map(one => one.split(' ')[0]);
    expect(await rules(right!)).toEqual([]);
    expect(await rules(wrong!)).toEqual([rule]);
  });
});

describe('what small numbers tell of a unit', () => {
  it('a column of a few 万元 beside larger ones is in no other unit', async () => {
    const row = (first: string, name: string, opening: string) =>
      `<tr><td>${first}</td><td>${name}</td><td>${opening}</td><td>40.00</td><td>40.00</td><td>0.00</td><td>40.00</td><td>${opening === '5.00' ? '5.00' : '0.00'}</td></tr>`;
    const html = (opening: string, closing = opening) =>
      `<html><body><h1>清江县文化馆2023年度部门决算</h1><p>政府性基金预算财政拨款收入支出决算表</p><p>单位：万元</p><table><tr><td>科目编码</td><td>科目名称</td><td>年初结转和结余</td><td>本年收入</td><td>本年支出小计</td><td>基本支出</td><td>项目支出</td><td>年末结转和结余</td></tr>${[
        ['', '合计'],
        ['212', '城乡社区支出'],
        ['21208', '国有土地使用权出让收入安排的支出'],
        ['2120804', '农村基础设施建设支出'],
      ]
        .map(([code, name]) => row(code!, name!, opening).replace(/[\d.]+<\/td><\/tr>$/, `${closing}</td></tr>`))
        .join('')}</table></body></html>`;
    const rules = async (text: string) =>
      new Set((await audit([{ file: 'report.html', bytes: new TextEncoder().encode(text) }])).findings.map(({ rule }) => rule));
    expect(await rules(html('5.00'))).toEqual(new Set());
    expect(await rules(html('5.00', '0.00'))).toEqual(new Set(['SUM-104']));
  });
});

describe('slips in a number leave it what it is', () => {
  it.each(['21O.00万元', '210..00万元', '210.00元万', '210.00万无'])('%s', async printed => {
    const said = `三、支出决算情况说明\n本年支出合计300.00万元，其中：基本支出${printed}，项目支出100.00万元。`;
    expect(await loud(said)).toContainEqual(expect.stringMatching(/^SUM-001 300\.00 310\.00/));
  });
});

describe('unchanged beside a change', () => {
  it('of one thing in one sentence', async () => {
    const said = (between: string) => `${TRAVEL}公务用车运行维护费支出6.00万元，比上年减少1.00万元${between}与上年持平。`;
    expect((await loud(said('，'))).map(one => one.split(' ')[0])).toEqual(['YOY-009']);
    expect(await loud(said('。公务用车保有量3辆，'))).toEqual([]);
  });
});
