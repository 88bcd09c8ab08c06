import { describe, expect, it } from 'vitest';
import { readingOf } from './telling.ts';

const TABLE = `一般公共预算财政拨款支出决算表
单位：万元
科目编码\t科目名称\t合计\t基本支出\t项目支出
合计\t\t33.00\t24.00\t9.00
201\t一般公共服务支出\t9.00\t0.00\t9.00
20103\t政府办公厅（室）及相关机构事务\t9.00\t0.00\t9.00
2010302\t一般行政管理事务\t9.00\t0.00\t9.00
208\t社会保障和就业支出\t15.00\t15.00\t0.00
20805\t行政事业单位养老支出\t15.00\t15.00\t0.00
2080505\t机关事业单位基本养老保险缴费支出\t15.00\t15.00\t0.00
221\t住房保障支出\t9.00\t9.00\t0.00
22102\t住房改革支出\t9.00\t9.00\t0.00
2210201\t住房公积金\t9.00\t9.00\t0.00`;

/** What is remarked on names of subjects, as «rule printed → what should stand there». */
const names = async (sentence: string, table = TABLE) =>
  (
    await readingOf(`清江县文化馆2023年度部门决算\n${table}\n三、一般公共预算财政拨款支出决算情况说明\n${sentence}`)
  ).statements.flatMap(one =>
    one.kind === 'remark' && !one.holds && ['FRM-020', 'FRM-021', 'FRM-029'].includes(one.rule)
      ? [`${one.rule} ${one.printed} → ${one.expected}`]
      : [],
  );

describe('names of 类 and 款 in sentences', () => {
  it.each<[string, string, string[]]>([
    ['those of the tables', '住房保障支出（类）住房改革支出（款）住房公积金（项）9.00万元。', []],
    ['told short', '住房保障（类）住房改革（款）住房公积金（项）9.00万元。', []],
    [
      'with a bracket of its own',
      '一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）一般行政管理事务（项）9.00万元。',
      [],
    ],
    ['behind a number with another point', '1．住房保障（类）支出9.00万元。', []],
    [
      'a 款 of another name',
      '住房保障支出（类）住房保障支出（款）住房公积金（项）9.00万元。',
      ['FRM-029 住房保障支出 → 住房改革支出'],
    ],
    ['a 类 that is another’s', '教育支出（类）住房改革支出（款）住房公积金（项）9.00万元。', ['FRM-029 教育支出 → 住房保障支出']],
    [
      'a 款 that stands above other items',
      '社会保障和就业支出（类）住房改革支出（款）机关事业单位基本养老保险缴费支出（项）15.00万元。',
      ['FRM-029 住房改革支出 → 行政事业单位养老支出'],
    ],
    ['a character put wrong', '社会保险和就业支出（类）15.00万元。', ['FRM-029 社会保险和就业支出 → 社会保障和就业支出']],
    ['what the tables do not have', '城乡社区支出（类）国有土地使用权出让收入安排的支出（款）城市建设支出（项）3.00万元。', []],
    ['an old name', '行政事业单位离退休（款）15.00万元。', ['FRM-021 行政事业单位离退休 → 行政事业单位养老支出']],
    [
      'an old name of what the tables do not have',
      '医疗卫生与计划生育支出3.00万元，占5.00%。',
      ['FRM-021 医疗卫生与计划生育支出 → 卫生健康支出'],
    ],
    ['what was told of the time before', '2018年医疗卫生与计划生育支出3.00万元。', []],
    ['a change of names', '卫生健康支出3.00万元（原医疗卫生与计划生育支出）。', []],
    ['a body of such a name', '文化（项目）支出3.00万元。', []],
    ['the code of another item', '住房公积金（项）（2210203）9.00万元。', ['FRM-020 2210203 → 购房补贴']],
    ['the code before the name of another', '2210203住房公积金，年初预算为9.00万元。', ['FRM-020 2210203 → 购房补贴']],
    ['before its own name', '2210201住房公积金，年初预算为9.00万元。', []],
    ['its own code', '住房公积金（项）（2210201）9.00万元，购房补贴（2210203）0.00万元。', []],
    ['a code that nobody knows', '住房公积金（2213901）9.00万元。', []],
  ])('%s', async (_, sentence, expected) => expect(await names(sentence)).toEqual(expected));

  it('an old name that the tables print is told there', async () => {
    const old = TABLE.replace('行政事业单位养老支出', '行政事业单位离退休');
    expect(await names('行政事业单位离退休（款）15.00万元。', old)).toEqual(['FRM-021 20805 → 行政事业单位养老支出']);
  });
});

describe('an item that every body has, where no table tells', () => {
  const none = (sentence: string) => names(sentence, '');
  it('under the 款 of another', async () =>
    expect(await none('社会保障和就业支出（类）抚恤（款）机关事业单位职业年金缴费支出（项）9.00万元。')).toEqual([
      'FRM-029 抚恤 → 行政事业单位养老支出',
    ]));
  it('under its own, and one of a body’s own', async () => {
    expect(await none('社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位职业年金缴费支出（项）9.00万元。')).toEqual(
      [],
    );
    expect(await none('农林水支出（类）林业和草原（款）水文测报（项）9.00万元。')).toEqual([]);
  });
});
