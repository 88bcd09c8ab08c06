import { describe, expect, it } from 'vitest';
import { leadOf, passageOf } from '../../src/extract/narrative/words/clauses.ts';
import { orderIn, reasonAt, roleOf } from '../../src/extract/narrative/words/roles.ts';
import { textAt } from '../../src/model/index.ts';

const passage = (sentence: string) => passageOf(textAt(sentence, { file: 'a.txt' }));
/** What every number of a sentence does in it, with the words that are left to name it. */
function roles(sentence: string): string[] {
  return passage(sentence).clauses.flatMap(clause =>
    clause.mentions.map((mention, i) => {
      const role = roleOf(mention, leadOf(clause, i));
      const extra = [
        'measure' in role ? (role.measure ?? '') : '',
        'direction' in role ? (role.direction === 1 ? '+' : '−') : '',
        'base' in role && role.base ? `of ${role.base}` : '',
        'again' in role && role.again ? 'again' : '',
      ];
      return [mention.printed, role.kind, ...extra, 'lead' in role && role.lead ? `«${role.lead}»` : '']
        .filter(one => one)
        .join(' ');
    }),
  );
}

describe('what a number does in its clause', () => {
  it.each<[string, string, string[]]>([
    ['a level', '本年收入合计508.65万元', ['508.65 level «本年收入合计»']],
    [
      'a level of a fund whose name says 预算',
      '政府性基金预算财政拨款支出71.40万元',
      ['71.40 level «政府性基金预算财政拨款支出»'],
    ],
    ['a change', '比上年增加60.00万元', ['60.00 change + «比上年»']],
    ['each', '收、支总计各减少97.70万元', ['97.70 change − «收、支总计各»']],
    ['a change with words before its number', '减少额为97.70万元', ['97.70 change −']],
    ['a rate of change', '下降16%', ['16% changeRate −']],
    ['降幅', '降幅为16%', ['16% changeRate −']],
    ['同比上升', '同比上升2.5%', ['2.5% changeRate + «同比»']],
    ['a change with its own sign', '增减额-3.20万元，增减率-5%', ['-3.20 change +', '-5% changeRate +']],
    ['an added vehicle is no change', '新增车辆2辆', ['2 level «新增车辆»']],
    ['a share', '占70%', ['70% share']],
    ['a share of something', '占本年支出合计的91.44%', ['91.44% share of 本年支出合计']],
    ['占比', '占比70%', ['70% share']],
    ['所占比重为', '所占比重为70%', ['70% share']],
    ['completion of the budget', '完成预算的82.40%', ['82.40% completion 预算']],
    ['of the initial budget', '完成年初预算的82.40%', ['82.40% completion 年初预算']],
    ['of the whole year’s budget', '完成全年预算数的82.40%', ['82.40% completion 全年预算']],
    ['of the adjusted budget', '完成调整预算的82.40%', ['82.40% completion 全年预算']],
    ['为…的', '为年初预算的82.40%', ['82.40% completion 年初预算']],
    ['占 a budget is completion', '占年初预算的82.40%', ['82.40% completion 年初预算']],
    ['预算执行率', '预算执行率82.40%', ['82.40% completion 预算']],
    ['a target is no rate', '执行率不低于95%', ['95% other']],
    ['预算完成率为', '预算完成率为82.40%', ['82.40% completion 预算']],
    ['执行率', '执行率达到82.40%', ['82.40% completion']],
    ['a budget', '年初预算为15.00万元', ['15.00 budget 年初预算']],
    ['a whole-year budget', '全年预算数15.00万元', ['15.00 budget 全年预算']],
    ['an adjusted budget', '调整后预算数为15.00万元', ['15.00 budget 全年预算']],
    ['any budget', '支出预算为15.00万元', ['15.00 budget 预算 «支出»']],
    ['money carried over', '使用上年结转7.20万元', ['7.20 carry']],
    ['…资金', '动用上年结转资金7.20万元', ['7.20 carry']],
    ['the subject once more', '共计支出12.36万元', ['12.36 level again «共计支出»']],
    ['both', '收、支总计均为300.00万元', ['300.00 level again «收、支总计均为»']],
    ['a threshold', '单价100万元以上设备', ['100 other']],
    ['a score', '平均得分95分', ['95 other']],
    ['percentage points', '提高2个百分点', ['2 other']],
    ['a percentage of nothing known', '利率4.35%', ['4.35% other']],
  ])('%s', (_, sentence, expected) => expect(roles(sentence)).toEqual(expected));
});

describe('words of order', () => {
  it.each<[string, 1 | 0 | -1, boolean]>([
    ['决算数大于预算数', 1, false],
    ['决算数小于预算数', -1, false],
    ['决算数等于预算数', 0, false],
    ['支出决算数大于年初预算数', 1, false],
    ['决算数低于年初预算', -1, false],
    ['支出决算高于预算', 1, false],
    ['与预算数持平', 0, false],
    ['决算数同预算数持平', 0, false],
    ['决算数与预算数基本持平', 0, true],
    ['决算数较年初预算数小于预算数', -1, false],
    ['一般公共预算财政拨款支出决算数小于预算数', -1, false],
  ])('%s', (words, direction, loose) => expect(orderIn(words)).toMatchObject({ direction, loose }));

  it.each(['与上年持平', '支出大于上年', '预算管理不断加强', '政府性基金预算财政拨款支出', '大于'])('%s says no order', words =>
    expect(orderIn(words)).toBeNull(),
  );
});

describe('where an explanation begins', () => {
  it.each([
    ['主要原因是人员减少', 0],
    ['决算数小于预算数的主要原因是厉行节约', 9],
    ['原因是人员增加', 0],
    ['主要是人员增加', 0],
    ['由于机构改革', 0],
    ['减少主要系项目完工', 2],
    ['因公出国（境）费支出0万元', -1],
    ['因此减少', -1],
    ['完成预算的100%', -1],
  ])('%s', (words, at) => expect(reasonAt(words)).toBe(at));
});

describe('clauses', () => {
  const cut = (sentence: string) => passage(sentence).clauses.map(({ text, mark }) => text + mark);

  it.each<[string, string, string[]]>([
    ['at marks', 'A为1.00万元，B为2.00万元；C为3.00万元。', ['A为1.00万元，', 'B为2.00万元；', 'C为3.00万元。']],
    ['at 、 behind an amount', '甲1.00万元、乙2.00万元', ['甲1.00万元、', '乙2.00万元']],
    ['not at 、 inside a name', '收、支总计1.00万元', ['收、支总计1.00万元']],
    ['not inside the brackets of a name', '接待费（含外宾，下同）1.00万元', ['接待费（含外宾，下同）1.00万元']],
    ['at brackets that hold an amount', '接待费1.00万元（其中：外宾0.20万元）', ['接待费1.00万元（', '其中：', '外宾0.20万元）']],
    ['not at brackets that hold a threshold', '设备（单价50万元以上）2台', ['设备（单价50万元以上）2台']],
    ['not inside book titles', '《预算法，释义》1.00万元', ['《预算法，释义》1.00万元']],
    [
      'after a bracket that was left open',
      '接待费（含外宾1.00万元。出国费2.00万元。',
      ['接待费（含外宾1.00万元。', '出国费2.00万元。'],
    ],
  ])('%s', (_, sentence, expected) => expect(cut(sentence)).toEqual(expected));
});
