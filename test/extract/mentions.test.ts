import { describe, expect, it } from 'vitest';
import { mentionsOf } from '../../src/extract/mentions.ts';
import { plain } from '../../src/extract/plain.ts';
import { textAt } from '../../src/model/index.ts';

/** Each number of a sentence as «value kind», in 元 and per cent; ~ approximate, ≥ threshold, ? without a unit. */
const numbers = (sentence: string) =>
  mentionsOf(plain(textAt(sentence, { file: 'a.txt' })).s).map(({ amount, threshold, bare }) => {
    const marks = `${amount.approximate ? '~' : ''}${threshold ? '≥' : ''}${bare ? '?' : ''}`;
    return `${marks}${amount.value.toFixed()} ${amount.kind === 'count' ? amount.unit : amount.kind}`;
  });

describe('numbers that state something', () => {
  it.each<[string, string, string[]]>([
    ['万元', '支出12.36万元。', ['123600 money']],
    ['元', '支出123,600.00元。', ['123600 money']],
    ['亿元', '支出1.2亿元。', ['120000000 money']],
    [
      'several units in one sentence',
      '收入1.2亿元，其中：3,000万元，600元。',
      ['120000000 money', '30000000 money', '600 money'],
    ],
    ['千元 and 百万元', '12千元，3百万元', ['12000 money', '3000000 money']],
    ['万 without 元', '合计508.65万。', ['5086500 money']],
    ['a missing unit', '其中：基本支出210.00，占70%', ['?2100000 money', '70 percent']],
    ['a letter for a zero', '支出2O.00万元', ['200000 money']],
    ['halves of a unit exchanged', '支出20.00元万，', ['200000 money']],
    ['two dots', '支出20..00万元', ['200000 money']],
    ['a comma between other than three digits', '支出1,2000.00万元', ['120000000 money']],
    ['nothing', '支出0万元', ['0 money']],
    ['0 元 beside 万元', '购置费0元，运行费11.76万元', ['0 money', '117600 money']],
    ['a negative with a sign', '结余-3.20万元', ['-32000 money']],
    ['a negative in brackets', '结余（3.20）万元', ['-32000 money']],
    ['a full-width negative', '增长－3.20%', ['-3.2 percent']],
    ['many decimals', '支出12.345678万元', ['123456.78 money']],
    ['dropped zeros', '支出12.3万元，占5%', ['123000 money', '5 percent']],
    ['full-width digits', '支出１２．３６万元，占８６％', ['123600 money', '86 percent']],
    ['per mille', '增长5‰', ['0.5 percent']],
    ['a doubled percent sign', '占86%%，', ['86 percent']],
    ['times', '增长1.5倍', ['150 percent']],
    ['percentage points', '提高2.5个百分点', ['2.5 other']],
    ['a missing percent sign', '占85，其他', ['?85 percent']],
    ['counts', '9批次，88人次，3辆，2个，5台（套）', ['9 批次', '88 人次', '3 辆', '2 个', '5 台']],
    ['scores', '平均得分95.5分。', ['95.5 score']],
    ['an approximation before', '约30万元', ['~300000 money']],
    ['an approximation behind', '700余名群众，30余万元', ['~700 名', '~300000 money']],
    ['a threshold behind', '单价50万元以上设备', ['≥500000 money']],
    ['a threshold before', '不少于8场，不超过30万元', ['≥8 场', '≥300000 money']],
    ['a sentence of the usual kind', '与2022年度相比，增加86.40万元，增长7.2%。', ['864000 money', '7.2 percent']],
  ])('%s', (_, sentence, expected) => expect(numbers(sentence)).toEqual(expected));
});

describe('numbers that state nothing of the accounts', () => {
  it.each([
    ['years', '2023年度、2022年，2021年末'],
    ['spans of years', '2021-2023年规划，2021—2025年'],
    ['dates', '截至2023年12月31日'],
    ['hours and terms', '每周5天，8时至18时，第3季度'],
    ['document numbers', '财预〔2016〕143号，财库[2021]36号'],
    ['ordinals', '1.办公室；2、活动部；（3）创作部'],
    ['第', '第3项，第12届'],
    ['the number of a title', '2 项目支出决算表'],
    ['codes of 类款项', '教育支出（205类）'],
    ['letters', 'A4纸，3D打印，B2级'],
    ['table numbers', '公开01表，附件2'],
  ])('%s', (_, sentence) => expect(numbers(sentence)).toEqual([]));
});

describe('where a number stands', () => {
  it('ends at its digits, and at its unit', () => {
    const s = '占86%%，支出1,286.40万元';
    const [share, money] = mentionsOf(s);
    expect([s.slice(share!.start, share!.end), s.slice(share!.start, share!.unitEnd), share!.printed]).toEqual([
      '86',
      '86%%',
      '86%%',
    ]);
    expect([s.slice(money!.start, money!.end), s.slice(money!.start, money!.unitEnd), money!.printed]).toEqual([
      '1,286.40',
      '1,286.40万元',
      '1,286.40',
    ]);
  });
});
