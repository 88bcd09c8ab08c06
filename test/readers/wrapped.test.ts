import { describe, expect, it } from 'vitest';
import { read } from '../../src/readers/index.ts';
import { plain } from '../generator/report.ts';
import { sample } from '../generator/sweep.ts';
import { outlineOf } from './make/say.ts';

const open = (lines: readonly string[]) => read({ file: '报告.txt', bytes: new TextEncoder().encode(`${lines.join('\n')}\n`) });
const textOf = async (lines: readonly string[]) =>
  outlineOf(await open(lines)).map(line => line.replace(/^#+ /, '').replace(/\s/g, ''));

/** The narrative of a generated report, one paragraph a line, without the paragraphs that no sentence ends. */
function narrative(i: number): string[] {
  return sample(i)
    .report.blocks.filter(block => block.kind === 'heading' || block.kind === 'paragraph')
    .map(block => plain(block.inline).replace(/\n/g, ''))
    .filter(line => line.trim() !== '' && !line.includes('……'));
}

/** Broken after so many characters, wherever that is. */
const broken = (line: string, width: number) => line.match(new RegExp(`[^\\n]{1,${width}}`, 'gu')) ?? [];

const spaced = (line: string) => line.replace(/(\d[\d,]*\.\d+)(?=万元)/g, ' $1 ');

describe('a narrative that is broken at a fixed width', () => {
  for (const i of [0, 1, 2, 3, 4, 5, 6])
    for (const width of [24, 32, 36, 45])
      for (const blanks of [false, true])
        it(`reads as the unbroken one: report ${i}, ${width} characters${blanks ? ', blanks round the amounts' : ''}`, async () => {
          const lines = narrative(i).map(line => (blanks ? spaced(line) : line));
          const torn = await textOf(lines.flatMap(line => broken(line, width)));
          const whole = lines.map(line => line.replace(/\s/g, ''));
          // Two paragraphs may become one where the first fills its last line to the end; none may be torn.
          const lost = whole.filter(line => !torn.some(other => other.includes(line)));
          expect(lost.slice(0, 5)).toEqual([]);
        });
});

describe('a page number inside a sentence', () => {
  it.each(['- 7 -', '· 7 ·', '7 / 31', '第 7 页，共 31 页', 'Page 7 of 31'])('%s', async number => {
    const lines = await textOf([
      '梅坞县图书馆2023年度部门决算',
      '三、支出决算情况说明',
      '2023年度支出合计90.00万元，其中：基本支出60.00万元，占',
      number,
      '66.67%；项目支出30.00万元，占33.33%。',
    ]);
    expect(lines).toContain('2023年度支出合计90.00万元，其中：基本支出60.00万元，占66.67%；项目支出30.00万元，占33.33%。');
  });
});

describe('a unit torn in halves', () => {
  it.each(['万元', '亿元', '%'])('a number and its unit behind it, «%s», are one', async unit => {
    expect(await textOf(['本年支出 50.00 万元，比上年增加 42.00', `${unit}，主要是项目增加。`])).toContain(
      `本年支出50.00万元，比上年增加42.00${unit}，主要是项目增加。`,
    );
  });

  it.each(['万', '亿'])('«%s|元» is one', async half => {
    expect(await textOf([`本年支出 42.00 ${half}`, '元，比上年减少 2.00 万元。'])).toContain(
      `本年支出42.00${half}元，比上年减少2.00万元。`,
    );
  });
});

describe('a narrative that a page layout broke', () => {
  it('is put together, though a few of its lines are equally long by chance', async () => {
    const lines = [
      '1.经营收入 0.00 万元，为事业单位在业务之外开展非独立',
      '核算活动取得的收入。较 2022 年度决算数增加 0.00 万元，',
      '增长 0%，主要原因是：本单位没有经营收入，与上一年度相比',
      '没有变化，与年初预算相比没有变化。',
      '2.其他收入 0.00 万元，为预算单位在“财政拨款收入”“事',
      '业收入”“经营收入”之外取得的收入。较 2022 年度决算数增',
      '加 0.00 万元，增长 0%，主要原因是：本单位没有其他收入，',
      '与上一年度相比没有变化，与年初预算相比也没有变化，以后年',
      '度再看情况。',
      '3.上年结转和结余 8.00 万元，为以前年度支出预算因客',
      '观条件变化没有执行完毕、结转到本年度按规定继续使用的',
      '资金。较 2022 年度决算数增加 0.50 万元，增长 6.67%，主',
      '要原因是：合理安排了费用的结算，按计划执行了本单位预算',
      '的各项工作。',
      '（二）本单位 2023 年度总支出 60.00 万元，其中本年',
      '支出 52.00 万元，较 2022 年度决算数增加 2.00 万元，增长',
      '4.00%。',
    ];
    expect((await textOf(lines)).at(-1)).toBe(
      '（二）本单位2023年度总支出60.00万元，其中本年支出52.00万元，较2022年度决算数增加2.00万元，增长4.00%。',
    );
  });
});
