import { describe, expect, it } from 'vitest';
import { loud, readingOf, story } from './telling.ts';

describe('whose growth it is', () => {
  const told = (said: string) => `一、收入支出决算总体情况说明\n2023年度收入总计1,000.00万元，${said}。`;

  it.each([
    '其中年初结转和结余200.00万元，较上年增加100.00万元，增长11.11%；本年收入合计800.00万元',
    '年初结转和结余200.00万元，与上年相比增加100.00万元，增长11.11%',
    '其中：本年收入合计800.00万元，年初结转和结余200.00万元，比上年增加100.00万元，增长11.11%',
    '其中：本年收入合计800.00万元，较上年增加160.00万元，增长25.00%；年初结转和结余200.00万元',
  ])('%s', async said => expect(await loud(told(said))).toEqual([]));

  it.each([
    ['其中年初结转和结余200.00万元，较上年增加100.00万元，增长21.11%；本年收入合计800.00万元', 'YOY-001 21.11 11.11'],
    ['其中：本年收入合计800.00万元，较上年增加160.00万元，增长35.00%；年初结转和结余200.00万元', 'YOY-001 35.00 25.00'],
  ])('%s', async (said, expected) => expect(await loud(told(said))).toEqual([expected]));
});

describe('changes told before the amounts', () => {
  const told = (guests: string, cars: string) => `七、“三公”经费支出决算情况说明
“三公”经费支出决算20.00万元，比上年减少2.00万元，下降9.09%。其中：公务接待费较上年${guests}；公务用车运行维护费较上年${cars}。
具体情况如下：
1.公务用车运行维护费16.00万元。
2.公务接待费4.00万元。`;

  it.each([
    ['减少1.00万元，下降20.00%', '减少1.00万元，下降5.88%'],
    ['下降20.00%，减少1.00万元', '下降5.88%，减少1.00万元'],
  ])('%s', async (guests, cars) => {
    const { statements } = await story(told(guests, cars));
    expect(statements).toEqual(
      expect.arrayContaining(['4.00 from ? ↓ 1.00 20.00%', '16.00 from ? ↓ 1.00 5.88%', '20.00 from ? ↓ 2.00 9.09%']),
    );
    expect(await loud(told(guests.replace('20.00', '40.00'), cars))).toEqual(['YOY-001 40.00 20.00']);
  });

  it('what all of them come to is of the whole again', async () => {
    const { statements } = await story(`三、支出决算情况说明
本年支出合计300.00万元，与上年相比，基本支出增加20.00万元，项目支出减少5.00万元，总计增加15.00万元，增长5.26%。`);
    expect(statements).toEqual(['300.00 from ? ↑ 15.00 5.26%']);
  });
});

describe('growth of what was nothing', () => {
  const told = (said: string) => `七、其他\n会议费支出4.00万元，比上年增加4.00万元，增长100%${said}。`;

  it('is a note, once', async () => {
    expect(await loud(`${told('')}\n培训费支出3.00万元，上年为0万元，增加3.00万元，增长100%。`)).toEqual([]);
    const { statements } = await readingOf(told('，主要原因是上年未召开会议'));
    expect(statements).toContainEqual(expect.objectContaining({ kind: 'change', explained: true }));
  });

  it('is none where something was there', async () => {
    expect(await loud('七、其他\n会议费支出4.00万元，比上年增加2.00万元，增长110%，主要原因是会议增多。')).toEqual([
      'YOY-001 110 100',
    ]);
  });
});

describe('counts of people', () => {
  const told = (said: string) => `一、部门概况\n${said}。`;

  it.each([
    '年末在职人员52人，其中行政人员20人、事业人员32人，退休人员28人',
    '现有在职人员45人，其中：党员30人，本科以上学历40人，女性18人，员额法官15人',
    '教职工500人，其中：专任教师380人，教授60人、副教授120人，博士150人、硕士200人',
    '全镇总人口5000人，其中：男2600人，女2400人，低保户300人',
    '纳入决算范围的预算单位1个，包括内设科室8个、下属站所5个',
  ])('that look at the same people twice, or at others: %s', async said => expect(await loud(told(said))).toEqual([]));

  it.each([
    ['年末在职人员52人，其中行政人员22人、事业人员32人，退休人员28人', 'SUM-003 52 54'],
    ['年末实有人数31人，其中：在职人员18人，离休人员1人，退休人员2人', 'SUM-003 31 21'],
    ['全镇总人口5000人，其中：男性2600人，女性2500人', 'SUM-003 5000 5100'],
    ['专任教师380人，其中：博士190人、硕士150人、本科50人，班主任40人', 'SUM-003 380 390'],
    ['共有车辆6辆，其中：机要通信用车2辆、应急保障用车5辆', 'SUM-003 6 7'],
  ])('of one kind: %s', async (said, expected) => expect(await loud(told(said))).toEqual([expected]));
});

describe('cars that are run', () => {
  const told = (said: string) => `七、“三公”经费支出决算情况说明\n公务用车运行维护费支出6.80万元，${said}。`;

  it.each(['年末公务用车保有量2辆', '主要用于租赁车辆，公务用车保有量为0辆', '车辆已划转，公务用车保有量为0辆'])(
    '%s',
    async said => expect(await loud(told(said))).toEqual([]),
  );

  it('are some', async () => expect(await loud(told('年末公务用车保有量0辆'))).toHaveLength(1));
});

describe('the kind of a report', () => {
  it.each([
    ['十、预算绩效管理情况\n编报绩效目标的项目7个，涉及预算金额250.00万元；绩效自评的项目7个，涉及预算金额250.00万元。'],
    ['会议费支出8.00万元，预算执行比例为80.00%。会议费预算10.00万元。培训费预算3.00万元。'],
  ])('is what its title says: %s', async text => expect((await readingOf(text)).kind).toBe('final-accounts'));

  it('without a title: what was done with the budget tells of accounts, what is planned of a budget', async () => {
    const kind = async (text: string) => (await readingOf(`清江县文化馆2023年度部门预算\n${text}`)).kind;
    expect(await kind('一、收支预算情况\n收入预算300.00万元，比上年决算减少3.00万元。')).toBe('budget');
  });
});
