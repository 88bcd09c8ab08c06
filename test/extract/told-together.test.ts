import { describe, expect, it } from 'vitest';
import { loud, loudPage } from './telling.ts';

/** «{right|wrong}»: nothing is said of the one, the finding of the other. */
async function both(said: string, finding: string): Promise<void> {
  const [, right, wrong] = /\{(.*?)\|(.*?)\}/s.exec(said)!;
  const text = (number: string) => said.replace(/\{.*?\}/s, number);
  expect(await loud(text(right!))).toEqual([]);
  expect(await loud(text(wrong!))).toEqual([finding]);
}

describe('names in a numbered list', () => {
  const UNITS = '\n1.清江县文化馆（本级）\n2.清江县图书馆\n3.清江县博物馆\n二、支出\n本年支出合计9.00万元。';
  it.each([
    [`一、单位构成\n编制范围的单位包括以下{3|5}家单位：${UNITS}`, 'SUM-006 5 3'],
    // The body itself may be counted among its units or not.
    [`一、单位构成\n编制范围的下属单位包括以下{2|4}家单位：${UNITS}`, 'SUM-006 4 3'],
    [`一、单位构成\n编制范围的下属单位包括以下{3|5}家单位：${UNITS}`, 'SUM-006 5 3'],
    ['一、单位构成\n本部门下设{2|4}个单位，分别是：①清江县图书馆②清江县博物馆。', 'SUM-006 4 2'],
    ['一、单位构成\n内设机构2个，包括：办公室、业务股。所属单位{2|4}个，分别是：1.清江县图书馆；2.清江县博物馆。', 'SUM-006 4 2'],
    ['一、单位构成\n预算单位共计{2|3}家，具体包括：清江县文化局（本级）、清江县图书馆。', 'SUM-006 3 2'],
    ['一、单位构成\n所属预算单位共{2|3}个，具体包括：1.清江县图书馆；2.清江县博物馆。', 'SUM-006 3 2'],
  ])('%s', both);

  it('is not judged where it is no plain list of names, or nobody knows where it ends', async () => {
    const text = (rest: string) => `一、单位构成\n编制范围的单位包括以下4家单位：\n${rest}`;
    expect(await loud(text('1.清江县图书馆\n2.清江县博物馆等'))).toEqual([]);
    expect(await loud(text('1.清江县图书馆\n2.清江县博物馆\n清江县美术馆'))).toEqual([]);
    expect(await loud(text('1.清江县图书馆，负责图书。\n2.清江县博物馆'))).toEqual([]);
    expect(
      await loud('一、单位构成\n下属单位3个，其中甲类1个、乙类2个，具体包括：\n1.清江县图书馆\n2.清江县博物馆\n3.清江县美术馆'),
    ).toEqual([]);
    expect(await loud('一、单位构成\n行政单位1家：清江县文化局；事业单位3家：1.清江县图书馆；2.清江县博物馆。')).toEqual([]);
  });
});

describe('what words of one sentence state of its numbers', () => {
  it.each([
    ['十、绩效\n开展绩效自评，其中一级项目2个，二级项目7个，共计{9|10}个项目。', 'SUM-003 10 9'],
    // The one kind may be inside the other.
    ['十、绩效\n开展绩效自评，其中一级项目2个，二级项目7个，共计{7|8}个项目。', 'SUM-003 8 9'],
    ['三、支出\n基本支出占比为62.00%，上年为60.50%，比上年提高{1.50|2.50}个百分点。', 'YOY-002 2.50 1.50'],
    ['三、支出\n基本支出占比为62.00%，较上年的65.00%下降{3.00|2.00}个百分点。', 'YOY-002 2.00 3.00'],
    ['三、支出\n基本支出占比由上年的60.00%提高到64.00%，提高{4.00|6.00}个百分点。', 'YOY-002 6.00 4.00'],
  ])('%s', both);
});

describe('kinds that are counted and priced', () => {
  it.each([
    [
      '十一、国有资产\n共有车辆2辆，价值{30.00|33.00}万元，其中：轿车1辆、金额12.00万元，越野车1辆、金额18.00万元。',
      'SUM-001 33.00 30.00',
    ],
    // Not all are there.
    [
      '十一、国有资产\n共有车辆5辆，价值{90.00|29.00}万元，其中：轿车1辆、金额12.00万元，越野车1辆、金额18.00万元。',
      'SUM-001 29.00 30.00',
    ],
  ])('%s', both);
});

describe('uses with amounts of their own', () => {
  it.each([
    [
      '五、支出\n文物保护（项）支出80.00万元，主要用于库房改造支出50.00万元、展柜更新支出{20.00|45.00}万元。',
      'SUM-004 80.00 95.00',
    ],
    [
      '三、支出决算情况说明\n用于保障机构为完成特定任务的经费支出80.00万元。主要用于库房改造50.00万元、展柜更新{30.00|45.00}万元。',
      'SUM-004 80.00 95.00',
    ],
    ['五、支出\n文物保护（项）支出80.00万元。用于库房改造50.00万元、展柜更新{30.00|45.00}万元。', 'SUM-004 80.00 95.00'],
  ])('%s', both);

  it('are not judged where it is open which amount was used', async () => {
    const uses = '主要用于库房改造50.00万元、展柜更新45.00万元';
    expect(await loud(`五、支出\n基本支出60.00万元、项目支出70.00万元，${uses}。`)).toEqual([]);
    expect(await loud('五、支出\n项目支出80.00万元，主要用于总投资50.00万元的库房和总投资45.00万元的展厅。')).toEqual([]);
    expect(await loud(`五、支出\n项目支出80.00万元，主要用于库房改造50.00万元、比上年增加45.00万元。`)).toEqual([]);
  });
});

describe('类 told one a numbered paragraph', () => {
  const text = (budget: string, spent: string) => `五、一般公共预算财政拨款支出决算具体情况
2023年度一般公共预算财政拨款支出年初预算为${budget}万元，支出决算为${spent}万元。
（一）教育支出（类）年初预算90.00万元，支出决算100.00万元。其中：
1.普通教育（款）小学教育（项）年初预算65.00万元，支出决算72.00万元。
2.普通教育（款）初中教育（项）年初预算25.00万元，支出决算28.00万元。
（二）住房保障支出（类）住房改革支出（款）住房公积金（项）年初预算30.00万元，支出决算25.00万元。`;
  it('make up the total, in what was planned and what was spent', async () => {
    expect(await loud(text('120.00', '125.00'))).toEqual([]);
    expect(await loud(text('130.00', '125.00'))).toEqual(['SUM-001 130.00 120.00']);
    expect(await loud(text('120.00', '135.00'))).toEqual(['SUM-001 135.00 125.00']);
  });
});

describe('a rate with a sign of its own', () => {
  it.each([
    ['九、机关运行经费\n机关运行经费支出54.00万元，比上年减少6.00万元，增长{-10.00|-12.00}%。', 'YOY-001 -12.00 -10.00'],
    ['九、机关运行经费\n机关运行经费支出66.00万元，比上年增加6.00万元，增长{10.00|-10.00}%。', 'YOY-001 -10.00 10.00'],
  ])('%s', both);
});

describe('tables of things in units of their own', () => {
  const table = (cars: string, value = '100.00') =>
    `项目|计量单位|数量|原值（万元）
一、车辆合计|辆|${cars}|${value}
其中：应急保障用车|辆|2|40.00
其他用车|辆|3|60.00
二、房屋面积合计|平方米|1,200|300.00
其中：办公用房|平方米|700|180.00
其他用房|平方米|500|120.00`;
  it('the kinds make up what is counted, and what it is worth', async () => {
    const title = '国有资产占用情况表';
    expect(await loudPage(title, table('5'))).toEqual([]);
    expect(await loudPage(title, table('6'))).toEqual(['SUM-003 6 5']);
    expect(await loudPage(title, table('5', '110.00'))).toEqual(['SUM-120 110.00 100.00']);
    expect(await loudPage(title, table('5').replace('1,200', '1,300'))).toEqual(['SUM-003 1300 1200']);
  });
  it('and agree with the text', async () => {
    const said = (cars: string) => `截至2023年12月31日，共有车辆${cars}辆。`;
    expect(await loudPage('国有资产占用情况表', table('5'), said('5'))).toEqual([]);
    expect((await loudPage('国有资产占用情况表', table('5'), said('4'))).map(one => one.split(' ')[0])).toEqual(['TIE-001']);
  });
});

describe('staff within what is basic', () => {
  it.each([['六、一般公共预算财政拨款基本支出\n基本支出65.00万元，主要包括人员经费{60.00|70.00}万元。', 'SUM-013 65.00 70.00']])(
    '%s',
    both,
  );
});

describe('what is evaluated has targets', () => {
  it.each([['十、绩效\n纳入绩效目标管理的项目4个；年度终了后对{4|6}个项目开展绩效自评。', 'PRJ-015 4 6']])('%s', both);
});

describe('projects by their ratings', () => {
  it.each([['十、绩效\n对项目支出开展绩效自评，涉及项目4个，其中：优3个、良{1|2}个、中0个、差0个。', 'SUM-003 4 5']])('%s', both);
});

describe('cars that were replaced', () => {
  it.each([['七、“三公”经费\n公务用车购置费0.00万元，更新公务用车{0|2}辆。', 'SUM-007 null null']])('%s', async said => {
    const [, right, wrong] = /\{(.*?)\|(.*?)\}/.exec(said)!;
    expect(await loud(said.replace(/\{.*?\}/, right!))).toEqual([]);
    expect((await loud(said.replace(/\{.*?\}/, wrong!))).map(one => one.split(' ')[0])).toEqual(['SUM-007']);
  });
});

describe('the points of an evaluation', () => {
  it.each([
    [
      '十、绩效\n（一）投入情况（15分）。得15分。\n（二）过程情况（25分）。得24分。\n（三）产出情况（35分）。得33分。\n（四）效果情况（{25|20}分）。得20分。',
      'PRJ-025 投入情况（15分） null',
    ],
  ])('%s', both);
  it('are not judged where some are named only, or are those of one part', async () => {
    expect(await loud('十、绩效\n一是过程管理（30分）扣2分；二是产出质量（10分）扣1分；三是满意度（10分）扣1分。')).toEqual([]);
    const parts = '投入（50分）、过程（20分）、效果（30分）';
    expect(await loud(`十、绩效\n分为${parts}。\n投入包括决策（20分）、管理（10分）、资金（20分）。`)).toEqual([]);
  });
});

describe('合计 over «三公» and 会议费, 培训费', () => {
  const table = (spent: string, bought: string) => `项目|合计|因公出国（境）费|公务接待费|${bought}|会议费|培训费
预算数|9.00|0.00|1.00|${bought.includes('|') ? '0.00|4.00' : '4.00'}|1.00|3.00
决算数|${spent}|0.00|0.60|${bought.includes('|') ? '0.00|3.80' : '3.80'}|0.90|2.10`;
  it.each(['公务用车购置及运行维护费', '公务用车购置费|公务用车运行维护费'])('%s', async bought => {
    const title = '“三公”经费及会议费、培训费支出决算表';
    expect(await loudPage(title, '单位：万元', table('7.40', bought))).toEqual([]);
    expect(await loudPage(title, '单位：万元', table('7.80', bought))).toEqual(['SUM-110 7.80 7.40']);
  });
});

describe('small amounts without decimals', () => {
  it('are no codes', async () => {
    const table = (goods: string) => `科目编码|科目名称|金额|科目编码|科目名称|金额
301|工资福利支出|60|302|商品和服务支出|${goods}
30101|基本工资|40|30201|办公费|20
30102|津贴补贴|20|30211|差旅费|30
人员经费合计||60|公用经费合计||${goods}`;
    const said = (goods: string) => loudPage('一般公共预算财政拨款基本支出决算明细表', '单位：万元', table(goods));
    expect(await said('50')).toEqual([]);
    expect((await said('55')).map(one => one.split(' ')[0])).toContain('SUM-112');
  });
});

describe('what is no part of a list', () => {
  it.each([
    // Contracts with small firms are of all that was bought, beside its kinds.
    [
      '十、政府采购\n政府采购支出总额100.00万元，其中：货物支出{40.00|50.00}万元、服务支出60.00万元，授予中小企业合同金额85.00万元，占85.00%。',
      'SUM-001 100.00 110.00',
    ],
    // What paragraphs of their own tell again.
    [
      '七、“三公”经费\n“三公”经费支出决算{12.00|13.00}万元，完成预算的80.00%。\n其中：因公出国（境）费9.00万元；公务用车购置及运行维护费2.00万元；公务接待费1.00万元。\n1.因公出国（境）费9.00万元，团组1个、3人次。\n2.公务用车运行维护费2.00万元，保有量1辆。\n3.公务接待费1.00万元，接待8批次、60人次。',
      'SUM-001 13.00 12.00',
    ],
  ])('%s', async (said, finding) => {
    const [, right, wrong] = /\{(.*?)\|(.*?)\}/s.exec(said)!;
    expect(await loud(said.replace(/\{.*?\}/s, right!))).toEqual([]);
    expect(await loud(said.replace(/\{.*?\}/s, wrong!))).toContain(finding);
  });
});

describe('parts that are announced', () => {
  it.each([
    [
      '三、支出决算情况说明\n全年支出{300.00|310.00}万元，由两部分组成：基本支出210.00万元，项目支出90.00万元。',
      'SUM-001 310.00 300.00',
    ],
  ])('%s', both);
});

describe('what is said under a table', () => {
  const table = `科目编码|科目名称|年初结转和结余|本年收入|小计|基本支出|项目支出|年末结转和结余
|合计|0.00|12.00|12.00|0.00|12.00|0.00
212|城乡社区支出|0.00|12.00|12.00|0.00|12.00|0.00`;
  const under = (note: string) => loudPage('政府性基金预算财政拨款收入支出决算表', '单位：万元', table, note);
  it('that there is nothing, is held against what stands there', async () => {
    expect(await under('注：本表反映部门本年度政府性基金的收支情况。')).toEqual([]);
    expect((await under('说明：本馆没有政府性基金预算收支，此表为空。')).map(one => one.split(' ')[0])).toEqual(['FRM-035']);
  });
  it('is looked through as any other text', async () => {
    expect((await under('注：本表反映XX单位本年度政府性基金的收支情况。')).map(one => one.split(' ')[0])).toEqual(['FRM-005']);
    expect((await under('注：本馆2022年度政府性基金预算支出合计12.00万元。')).map(one => one.split(' ')[0])).toEqual(['FRM-002']);
  });
});

// Added as data only (tables.yaml, indicators.yaml, structure.yaml, wording.yaml): a form of 内蒙古, a wording of 湖南.
describe('what a province brings as data', () => {
  const table = (office: string, cars: string, bought: string) => `项目|行次|统计数
一、机构运行经费|1|${office}
（一）行政单位|2|0.00
（二）参照公务员法管理事业单位|3|9.00
（三）其他事业单位|4|3.00
二、国有资产占用情况|5|—
（一）车辆数合计（辆）|6|${cars}
1.机要通信用车|7|1
2.其他用车|8|2
三、政府采购支出信息|9|—
（一）政府采购支出合计|10|${bought}
1.政府采购货物支出|11|4.00
2.政府采购工程支出|12|0.00
3.政府采购服务支出|13|6.00
（二）政府采购授予中小企业合同金额|14|8.00`;
  const page = (office = '12.00', cars = '3', bought = '10.00', told = '12.00') =>
    loudPage(
      '十一、机构运行经费支出决算情况说明',
      `2023年度机构运行经费支出决算${told}万元。`,
      '机构运行经费支出、国有资产占用情况及政府采购支出信息表',
      '单位：万元',
      table(office, cars, bought),
    );
  it('机构运行经费支出、国有资产占用情况及政府采购支出信息表', async () => {
    expect(await page()).toEqual([]);
    expect(await page('13.00', '3', '10.00', '13.00')).toEqual(['SUM-110 13.00 12.00']);
    expect(await page('12.00', '4')).toEqual(['SUM-003 4 3']);
    expect(await page('12.00', '3', '11.00')).toEqual(['SUM-110 11.00 10.00']);
    expect((await page('12.00', '3', '10.00', '11.00')).map(one => one.split(' ')[0])).toEqual(['TIE-001']);
  });
  it.each([
    [
      '十、一般性支出情况\n2023年本部门开支会议费2.00万元，用于召开年会；开支培训费1.50万元。\n十一、其他\n2023年度会议费支出{2.00|2.20}万元。',
      'TIE-001 2.00 2.20',
    ],
  ])('%s', async (said, finding) => {
    const [, right, wrong] = /\{(.*?)\|(.*?)\}/s.exec(said)!;
    expect(await loud(said.replace(/\{.*?\}/s, right!))).toEqual([]);
    expect((await loud(said.replace(/\{.*?\}/s, wrong!))).map(one => one.split(' ')[0])).toEqual([finding.split(' ')[0]]);
  });
});
