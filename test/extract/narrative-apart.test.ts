import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit.ts';
import { bound, readingOf } from './telling.ts';

/** Errors and warnings of a text, each with its rule; `issues`: how many problems they are. */
async function told(text: string): Promise<{ rules: string[]; issues: number }> {
  const bytes = new TextEncoder().encode(`清江县文化馆2023年度部门决算\n${text}`);
  const { findings } = await audit([{ file: 'r.txt', bytes }]);
  const loud = findings.filter(({ severity }) => severity !== 'note');
  return { rules: loud.map(({ rule }) => rule), issues: new Set(loud.map(({ cause }) => cause)).size };
}
const loud = async (text: string) => (await told(text)).rules;

describe('items with more told between them', () => {
  const said = (guests: string) =>
    `九、财政拨款“三公”经费支出决算情况说明
1.“三公”经费财政拨款支出决算总体情况说明。
2023年度“三公”经费财政拨款支出预算为20.00万元，支出决算为16.00万元，完成预算的80.00%。
2.“三公”经费财政拨款支出决算具体情况说明。
（1）因公出国（境）费支出决算为2.00万元，占“三公”经费财政拨款支出决算的12.50%。
（2）公务用车购置及运行维护费支出决算为10.00万元，占“三公”经费财政拨款支出决算的62.50%。
公务用车运行维护费支出10.00万元，主要用于车辆维修。
（3）公务接待费支出决算为${guests}万元，占“三公”经费财政拨款支出决算的25.00%。`;

  it('are one list', async () => {
    expect(await loud(said('4.00'))).toEqual([]);
    expect(await loud(said('5.00'))).toContain('SUM-001');
  });

  it('a list is not whole where what it leaves out is told beside it', async () => {
    const text = `七、“三公”经费支出决算情况说明
“三公”经费支出决算16.00万元中，因公出国（境）费支出2.00万元，公务用车购置及运行维护费支出10.00万元，公务接待费支出4.00万元。具体情况如下：
1.因公出国（境）费支出2.00万元。
2.公务接待费支出4.00万元。`;
    expect(await loud(text)).not.toContain('SUM-001');
    expect(await loud(text.replace('接待费支出4.00万元。具', '接待费支出5.00万元。具'))).toContain('TIE-115');
  });
});

describe('subjects of basic expenditure', () => {
  const said = (cars: string, wages = '60.00') =>
    `六、一般公共预算财政拨款基本支出决算情况说明
2023年度一般公共预算财政拨款基本支出100.00万元。其中：人员经费80.00万元，主要包括基本工资${wages}万元、奖金20.00万元；公用经费20.00万元，主要包括办公费14.00万元、公务用车运行维护费6.00万元。
七、“三公”经费支出决算情况说明
“三公”经费支出决算8.00万元，其中：公务用车购置及运行维护费${cars}万元，公务接待费0.00万元，因公出国（境）费0.00万元。其中：公务用车运行维护费${cars}万元。`;

  it('are no more of the three expenses than basic expenditure has of them', async () => {
    expect(await loud(said('8.00'))).toEqual([]);
    expect(await loud(said('9.00'))).toContain('SUM-001');
  });

  it('are held against their table by code', async () => {
    const { figures } = await readingOf(said('8.00'));
    expect(figures.map(bound)).toEqual(
      expect.arrayContaining(['60.00 经济/301/30101[一般公共预算].决算', '6.00 经济/302/30231[一般公共预算].决算']),
    );
  });
});

describe('what is told of something else', () => {
  it('an item that no classification knows is an item of its 类', async () => {
    const said = (last: string) =>
      `（二）一般公共预算财政拨款支出决算具体情况
1.教育支出（类）支出100.00万元，占一般公共预算财政拨款总支出的40.00%。主要用于学前教育20.00万元；小学教育50.00万元；研习活动支出${last}万元。`;
    expect(await loud(said('30.00'))).toEqual([]);
    expect(await loud(said('40.00'))).toContain('SUM-002');
  });

  it('parts of what was spent make up no total that holds what was left', async () => {
    const said = (left: string) =>
      `（四）财政拨款收入支出决算总体情况说明
财政拨款收入总计90.00万元，其中：年初财政拨款结转和结余10.00万元，本年财政拨款收入80.00万元；支出总计90.00万元，其中：年末财政拨款结转和结余${left}万元。与年初预算相比，财政拨款支出完成年初预算的80.00%，其中：基本支出50.00万元，项目支出30.00万元。`;
    expect(await loud(said('10.00'))).toEqual([]);
    expect(await loud(said('1.00'))).not.toContain('SUM-001');
  });

  it('the growth of an item is its own, however small the item', async () => {
    const said = (own: string) =>
      `一、2023年度收入支出决算总体情况
（一）本单位2023年度总收入180.00万元，其中本年收入160.00万元，较2022年度决算数增加10.00万元，增长6.67%。收入具体情况如下。
1.一般公共预算财政拨款收入${own}万元，为本级财政当年拨付的资金。较2022年度决算数增加40.00万元，增长66.67%。
2.其他收入60.00万元，为零星收入。较2022年度决算数减少30.00万元，下降33.33%。
3.上年结转和结余20.00万元，为以前年度结转的资金。`;
    expect(await loud(said('100.00'))).toEqual([]);
    const slip = await told(said('10.00'));
    expect(slip.rules).toContain('SUM-001');
    expect(slip.issues).toBe(1);
  });
});

it('an outcome above its budget is no problem beside the slip that made it so', async () => {
  const { rules, issues } = await told(`七、“三公”经费支出决算情况说明
“三公”经费支出年初预算9.00万元，支出决算6.00万元，其中：公务接待费年初预算9.00万元，支出决算60.00万元，完成年初预算的66.67%；公务用车购置及运行维护费年初预算0.00万元，支出决算0.00万元；因公出国（境）费年初预算0.00万元，支出决算0.00万元。`);
  expect(rules).toContain('SUM-001');
  expect(issues).toBe(1);
});

describe('two changes told at once', () => {
  const said = (more: string) =>
    `一、收入支出决算总体情况说明
2023年度收入总计60.00万元，支出总计60.00万元。${more}`;

  it('each is of its own side', async () => {
    expect(await loud(said('与2022年相比，收入、支出总计各增加10.00万元、10.00万元，增长20.00%、20.00%。'))).toEqual([]);
    expect(await loud(said('与2022年相比，收入、支出总计各增加10.00万元、10.00万元，增长20.00%、30.00%。'))).toEqual(['YOY-001']);
    expect(await loud(said('与2022年相比，收、支总计分别减少20.00万元和20.00万元，分别下降25.00%和25.00%。'))).toEqual([]);
  });

  it('the second is no amount of what is spoken of', async () => {
    const text = `一、收支情况说明
2023年度本年收入60.00万元，本年支出50.00万元，与上年相比，收入和支出分别增加10.00万元和5.00万元，分别增长20.00%和11.11%。`;
    expect(await loud(text)).toEqual([]);
    expect(await loud(text.replace('11.11', '22.22'))).toContain('YOY-001');
  });
});

describe('what is left of income that is all granted', () => {
  const said = (left: string, source: string) =>
    `一、收入支出决算总体情况说明
2023年度收入总计100.00万元，支出总计100.00万元。
二、收入决算情况说明
本年收入合计90.00万元，其中：${source}。年初结转和结余10.00万元。
三、支出决算情况说明
本年支出合计95.00万元，其中：基本支出60.00万元，项目支出35.00万元。年末结转和结余${left}万元。`;

  it('is distributed to nobody: the year balances without it', async () => {
    expect(await loud(said('5.00', '财政拨款收入90.00万元'))).toEqual([]);
    expect(await loud(said('4.00', '财政拨款收入90.00万元'))).toContain('TIE-121');
    expect(await loud(said('4.00', '财政拨款收入80.00万元，事业收入10.00万元'))).toEqual([]);
  });
});

describe('a budget and an outcome behind a total', () => {
  const said = (rate: string) =>
    `四、财政拨款收入支出决算总体情况说明
2023年度财政拨款收入总计90.00万元，财政拨款支出总计90.00万元，其中：年末财政拨款结转和结余10.00万元。
财政拨款收入支出总体与上年相比，增加10.00万元，增长${rate}。
与年初预算相比，年初预算数64.00万元，决算数80.00万元，预决算差异率25.00%。`;

  it('are not of the total, which holds what was carried over', async () => {
    expect(await loud(said('12.50%'))).toEqual([]);
    expect(await loud(said('22.50%'))).toEqual(['YOY-001']);
  });

  it('by the word alone, an outcome is of what was planned by that word', async () => {
    const text = `二、预决算对比
2023年部门年初预算收入90.00万元，决算收入80.00万元，决算比预算减少10.00万元。`;
    expect(await loud(text)).toEqual([]);
    expect(await loud(text.replace('减少10', '减少15'))).toContain('YOY-002');
  });

  it('a fund named again is that of its section', async () => {
    const text = `四、财政拨款收入支出决算总体情况说明
2023年度财政拨款收入总计90.00万元；支出总计90.00万元。与2022年度相比，财政拨款收入总计增加10.00万元，增长12.50%；财政拨款支出总计增加10.00万元，增长12.50%。`;
    expect(await loud(text)).toEqual([]);
    expect(await loud(text.replace('支出总计增加10', '支出总计增加30'))).toContain('YOY-001');
  });

  it('income and expenditure of a year that are alike by chance were not alike before', async () => {
    const text = (of: string) => `一、收支情况
2023年${of.replace('X', '收入')}60.00万元，${of.replace('X', '支出')}60.00万元。${of.replace('X', '收入')}比上年增加10.00万元，增长20.00%。${of.replace('X', '支出')}比上年增加12.00万元，增长25.00%。`;
    expect(await loud(text('总X'))).not.toContain('YOY-011');
    expect(await loud(text('X总计'))).toContain('YOY-011');
  });
});

it('a subject told with what it is made up of is that subject', async () => {
  const said = (wages: string) =>
    `七、财政拨款基本支出决算情况说明
使用一般公共预算财政拨款安排基本支出100.00万元，其中：（1）工资福利支出包括基本工资、奖金等${wages}万元；（2）商品和服务支出包括办公费等20.00万元；（3）对个人和家庭的补助支出包括离休费等15.00万元；（4）资本性支出包括办公设备购置5.00万元。`;
  expect(await loud(said('60.00'))).toEqual([]);
  expect(await loud(said('50.00'))).toContain('SUM-001');
});

describe('headings that lost their numbers', () => {
  const said = (office: string, guests = '3.00') =>
    `七、财政拨款“三公”经费支出决算情况说明
2023年度财政拨款“三公”经费支出决算中，因公出国（境）费支出2.00万元，公务用车购置及运行维护费支出5.00万元，公务接待费支出${guests}万元，共计10.00万元。
机关运行经费支出情况
2023年度机关运行经费支出${office}万元，比上年减少4.00万元，下降25.00%。
政府采购支出情况说明
2023年度政府采购支出总额9.00万元，其中：货物支出4.00万元、工程支出0.00万元、服务支出5.00万元。`.replace('七、', '');

  it('begin sections as numbered ones do', async () => {
    expect(await loud(said('12.00'))).toEqual([]);
    expect(await loud(said('14.00'))).toEqual(['YOY-001']);
    // What its parts come to is told of the whole, which was named alone.
    expect(await loud(said('12.00', '4.00'))).toContain('SUM-001');
  });

  it('end what a line before them left open, in text of any width', async () => {
    const text = `收入支出决算总体情况说明
2023年度收入总计90.00万元，支出总计90.00万元。与2022年度相比，收入总计
增加10.00万元，增长12.50%；支出总计增加10.00万元，增长12.50%。主要原因
是人员增加，政策性调整工资，新增了群众文化活动专项，上年结转的资金多。
财政拨款收入支出决算总体情况说明
2023年度财政拨款收入总计80.00万元，支出总计80.00万元。与2022年度相比，
财政拨款收入总计增加5.00万元，增长6.67%；财政拨款支出总计增加5.00万元，
增长6.67%。主要原因是新增了群众文化活动专项。`;
    expect(await loud(text)).toEqual([]);
    expect(await loud(text.replace('支出总计80.00', '支出总计70.00'))).toContain('TIE-001');
  });
});

describe('what was there before the year began', () => {
  it('is no part of what came in during it', async () => {
    const said = (earned: string) =>
      `一、2023年收入支出决算总体情况：2023年度总收入90.00万元，其中：财政拨款收入${earned}万元，事业收入10.00万元，其他收入0.00万元；年初结转和结余6.00万元。`;
    expect(await loud(said('80.00'))).toEqual([]);
    expect(await loud(said('70.00'))).toContain('SUM-001');
  });

  it('in a bracket, is not all that the total holds', async () => {
    const text = `一、收入支出决算总体情况说明
2023年度收入总计90.00万元（含年初结转和结余6.00万元、使用非财政拨款结余1.00万元），支出总计90.00万元（含年末结转和结余4.00万元）。`;
    expect(await loud(text)).toEqual([]);
  });
});

describe('a total told by «共计»', () => {
  const said = (rate: string, spent = '84.00') =>
    `一、收入支出决算总体情况
1.总体情况。2023年度收入总计90.00万元，支出总计90.00万元。
2.收入情况。2023年度收入共计80.00万元，其中：财政拨款收入60.00万元，事业收入20.00万元。此外，年初结转和结余10.00万元。收入共计增加20.00万元，增长${rate}。
3.支出情况。2023年度支出合计${spent}万元，其中：基本支出50.00万元，项目支出34.00万元。此外，年末结转和结余6.00万元。`;

  it('is named again by the same word, and holds nothing that was there before', async () => {
    expect(await loud(said('33.33%'))).toEqual([]);
    expect(await loud(said('50.00%'))).toContain('YOY-001');
  });
});
