import { describe, expect, it } from 'vitest';
import { readingOf, story } from './telling.ts';

const years = async (text: string) =>
  (await readingOf(text)).statements.flatMap(one =>
    one.kind === 'remark' && /^(?:YOY-006|FRM-002)$/.test(one.rule) && !one.holds ? [`${one.rule} ${one.printed}`] : [],
  );

describe('a rate of a budget', () => {
  const item = (said: string) => `（三）具体情况
1.卫生健康支出（类）公立医院（款）综合医院（项）：年初预算400.00万元，全年预算500.00万元，支出决算450.00万元，${said}。`;

  it.each([
    ['年初预算执行率112.50%', '450.00 of 400.00 = 112.50%'],
    ['年初预算的执行率为112.50%', '450.00 of 400.00 = 112.50%'],
    ['全年预算数执行率90.00%', '450.00 of 500.00 = 90.00%'],
    ['调整预算完成率为90.00%', '450.00 of 500.00 = 90.00%'],
    ['预算执行率90.00%', '450.00 of 500.00 = 90.00%'],
  ])('%s', async (said, expected) => expect((await story(item(said))).statements).toContain(expected));
});

describe('a difference told with the words of the order', () => {
  const spent = (said: string) => `七、会议费\n会议费年初预算10.00万元，全年预算12.00万元，支出决算8.00万元，${said}。`;

  it.each([
    ['决算数小于年初预算数2.00万元', '8.00 from 10.00 ↓ 2.00 ? against budget'],
    ['低于全年预算4.00万元', '8.00 from 12.00 ↓ 4.00 ? against budget'],
    ['低于年初预算20.00%', '8.00 from 10.00 ↓ ? 20.00% against budget'],
    ['少于预算数的2.00万元', '8.00 from 10.00 ↓ 2.00 ? against budget'],
    ['高于上年1.00万元', '8.00 from ? ↑ 1.00 ?'],
  ])('%s', async (said, expected) => expect((await story(spent(said))).statements).toContain(expected));
});

describe('last year’s level', () => {
  it.each([
    ['收入支出总计9.00万元，上年总计7.50万元，较上年增加1.50万元，增长20.00%'],
    ['收支总计9.00万元，去年总额7.50万元，同比增加1.50万元，增长20.00%'],
    ['收入总计9.00万元，上年收入总计为7.50万元，较上年增加1.50万元，增长20.00%'],
    ['收入总计9.00万元，比上年增加1.50万元，增长20.00%。2022年度收入总计7.50万元'],
  ])('%s', async said => {
    const text = `一、收入支出决算总体情况说明\n2023年度${said}。`;
    expect((await story(text)).statements).toContain('9.00 from 7.50 ↑ 1.50 20.00%');
    expect(await years(text)).toEqual([]);
  });

  it('is not told by a sentence that tells this year’s amount under the wrong year', async () => {
    expect(await years('一、收入支出决算总体情况说明\n2022年度收入总计9.00万元，比上年增加1.50万元。')).toEqual(['FRM-002 2022']);
  });

  it.each(['基本持平', '大致持平', '基本上持平'])('%s is not meant to the last digit', async said => {
    const { statements } = await readingOf(`七、会议费\n会议费支出2.48万元，与上年2.50万元${said}。`);
    expect(statements).toContainEqual(expect.objectContaining({ kind: 'change', direction: 0, loose: true }));
  });
});

describe('years that are no comparison', () => {
  it.each([
    '本馆由城关书社与1946年创办的民众书社合并而成。',
    '本馆与1998年设立的老干部活动室合署办公，依据2018年修订的条例履职。',
    '本馆编制较2015年核定数增加12名。',
    '七、会议费\n会议费预算3.00万元，支出2.00万元，与2023年度预算相比，减少1.00万元。',
    '七、会议费\n会议费预算3.00万元，支出2.00万元，与2023年会议费预算相比，减少1.00万元。',
    '十一、其他\n截至2022年12月31日，共有车辆4辆；截至2023年12月31日，共有车辆5辆。',
    '一、总体情况\n年初结转和结余（截至2022年12月31日）3.00万元。',
  ])('%s', async text => expect(await years(text)).toEqual([]));

  it.each([
    ['一、总体情况\n2023年度收入总计9.00万元，与2021年度相比，增加1.50万元。', 'YOY-006 2021'],
    ['一、总体情况\n2023年度收入总计9.00万元，比2021年增加1.50万元。', 'YOY-006 2021'],
    ['十一、其他\n截至2022年12月31日，共有车辆5辆。', 'FRM-002 2022'],
  ])('%s', async (text, expected) => expect(await years(text)).toEqual([expected]));

  it('a plan of this year is the budget, one of another year is told nowhere', async () => {
    const spent = (against: string) =>
      `七、会议费\n会议费年初预算10.00万元，支出8.00万元，与${against}相比，减少2.00万元，下降20.00%。`;
    for (const own of ['2023年度预算', '2023年会议费预算', '2023年年初预算数'])
      expect((await story(spent(own))).statements).toContain('8.00 from 10.00 ↓ 2.00 20.00% against budget');
    for (const other of ['2022年度预算', '2022年年初预算数', '上年预算'])
      expect((await story(spent(other))).statements.filter(one => one.includes('from'))).toEqual([]);
  });
});

describe('an amount after a rate without one', () => {
  const text = (name: string) => `三、支出决算情况说明\n本年支出合计96.00万元，同比下降17.30%。${name}减少13.00万元。`;

  it('is of another thing where it bears that thing’s name', async () => {
    expect((await story(text('相应结转下年的资金'))).statements.filter(one => one.includes('13.00 17.30%'))).toEqual([]);
    expect((await story(text('同比'))).statements).toContain('96.00 from ? ↓ 13.00 17.30%');
  });
});
