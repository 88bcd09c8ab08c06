import { describe, expect, it } from 'vitest';
import { loud, story } from './telling.ts';

describe('guests told by kind, each with its own batches', () => {
  const guests = (said: string) => loud(`七、公务接待情况\n公务接待费支出5.00万元。${said}`);

  it.each([
    '其中：国内接待费5.00万元，国内公务接待20批次，接待160人次；外宾接待费0.00万元，接待0批次，接待0人次。',
    '其中：国内公务接待费5.00万元，接待20批次，共接待160人次。国（境）外接待费0.00万元，接待0批次，共接待0人次。',
    '其中：国内接待费支出5.00万元，接待国内来访团组20个、来宾160人次；外宾接待支出0.00万元，接待国（境）外来访团组0个、来访外宾0人次。',
    '其中：外事接待支出0.00万元，接待0人次，0批次；其他国内公务接待支出5.00万元，接待160人次，20批次。',
  ])('%s', async said => expect(await guests(said)).toEqual([]));

  it('no batches beside what was spent on them', async () => {
    const found = await guests('其中：国内接待费5.00万元，接待0批次，接待0人次；外宾接待费0.00万元，接待0批次，接待0人次。');
    expect(found.join()).toContain('SUM-007');
  });
});

describe('what grew, told at the end of a paragraph', () => {
  it('is no part that is less than its growth', async () => {
    const said = (rate: string) =>
      `七、公务接待情况\n1.公务接待费支出12.00万元。其中：国内接待费12.00万元。国（境）外接待费0.00万元。与上年决算相比，增加4.00万元，增长${rate}%。`;
    expect(await loud(said('50.00'))).toEqual([]);
    expect(await loud(said('40.00'))).toEqual(['YOY-001 40.00 50.00']);
  });

  it('is what the item is about, be it what is carried over', async () => {
    const said = (rate: string) =>
      `一、收入支出决算总体情况说明\n（二）支出决算总计300.00万元。包括：\n1.本年支出决算合计288.00万元。\n2.年末结转和结余12.00万元。与上年决算相比，增加2.00万元，增长${rate}%。`;
    expect(await loud(said('20.00'))).toEqual([]);
    expect(await loud(said('30.00'))).toEqual(['YOY-001 30.00 20.00']);
  });
});

describe('a paragraph «其中：…» that adds to an item', () => {
  const told = (guests: string, run: string) => `七、“三公”经费支出决算情况说明
1.因公出国（境）费支出决算为0.00万元。
2.公务用车购置及运行维护费支出决算为14.00万元。
其中：公务用车购置费支出决算为0.00万元；公务用车运行维护费支出决算为${run}万元。
3.公务接待费支出决算为${guests}万元。`;

  it('ends with the next item', async () => {
    const { statements } = await story(told('6.00', '14.00'));
    expect(statements).toContain('14.00 = 0.00 + 14.00');
    expect(await loud(told('6.00', '14.00'))).toEqual([]);
  });
  it('is still a sum', async () => {
    expect((await loud(told('6.00', '15.00'))).join()).toMatch(/SUM-001|TIE-116/);
  });
});

describe('a share of «政府采购支出合同总额»', () => {
  it('is of all that was bought', async () => {
    const said = (rate: string) =>
      loud(
        `十三、政府采购支出情况说明\n2023年度政府采购支出总额100.00万元。授予中小企业合同金额80.00万元，占政府采购支出合同总额的${rate}%。`,
      );
    expect(await said('80.00')).toEqual([]);
    expect((await said('70.00')).join()).toContain('PCT-001');
  });
});

describe('projects counted, then their money', () => {
  it('is not what the sentence told of the whole body', async () => {
    const { figures } = await story(
      '十、预算绩效情况\n部门整体支出全年预算总额900.00万元，实际执行总额800.00万元；评价项目5个，全年预算数330.00万元，全年执行数300.00万元。',
    );
    expect(figures.filter(one => one.startsWith('800.00'))).not.toEqual(figures.filter(one => one.startsWith('300.00')));
    expect(
      await loud(
        '十、预算绩效情况\n部门整体支出全年预算总额900.00万元，实际执行总额800.00万元；评价项目5个，全年预算数330.00万元，全年执行数300.00万元。',
      ),
    ).toEqual([]);
  });
});

describe('what is carried over, in a section of one fund', () => {
  it('is of that fund', async () => {
    const { figures } = await story(
      '三、一般公共预算财政拨款支出决算情况说明\n1.收入情况。2023年度一般公共预算财政拨款收入90.00万元。此外，年初财政拨款结转和结余7.00万元。',
    );
    expect(figures).toContain('7.00 年初结转和结余[一般公共预算].决算');
  });
});

describe('items whose names stand in lines of their own', () => {
  const told = (total: string) => `五、一般公共预算财政拨款支出决算情况说明
（三）具体情况
2023年度一般公共预算财政拨款支出年初预算为90.00万元，支出决算为${total}万元。其中：
1、教育支出（类）进修及培训（款）培训支出（项）
年初预算为50.00万元，支出决算为45.00万元，主要用于培训支出。
2、社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项）
年初预算为30.00万元，支出决算为31.00万元，主要用于缴费支出。
3、住房保障支出（类）住房改革支出（款）住房公积金（项）
年初预算为10.00万元，支出决算为12.00万元，主要用于住房公积金支出。`;

  it('are all items of one list, long names or short', async () => {
    expect(await loud(told('88.00'))).toEqual([]);
    expect((await loud(told('98.00'))).join()).toContain('SUM-001');
  });
});

describe('what a 类 was used for, item by item', () => {
  const TABLE = `第二部分 2023年度部门决算表
支出决算表
科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出
合计\t\t107.00\t25.00\t82.00
201\t一般公共服务支出\t100.00\t18.00\t82.00
20106\t财政事务\t100.00\t18.00\t82.00
2010601\t行政运行\t18.00\t18.00\t0.00
2010605\t财政国库业务\t82.00\t0.00\t82.00
221\t住房保障支出\t7.00\t7.00\t0.00
22102\t住房改革支出\t7.00\t7.00\t0.00
2210201\t住房公积金\t7.00\t7.00\t0.00
第三部分 2023年度部门决算情况说明`;
  const told = (item: string) =>
    story(
      `${TABLE}\n五、一般公共预算财政拨款支出决算情况说明\n1.一般公共服务支出（类）支出100.00万元，占93.46%。主要用于行政运行18.00万元，${item}82.00万元。`,
    );

  it('is told by the names of its items alone', async () => {
    const { figures } = await told('财政国库业务');
    expect(figures).toContain('82.00 功能/一般公共服务/财政事务/财政国库业务[一般公共预算].决算');
  });
  it('but an item of another 类 is none of it', async () => {
    const { figures } = await told('住房公积金');
    expect(figures.join()).not.toContain('82.00 功能/住房');
  });
});
