import { describe, expect, it } from 'vitest';
import { originOf, plain } from '../../src/extract/plain.ts';
import { textAt } from '../../src/model/index.ts';

const plainOf = (content: string) => plain(textAt(content, { file: 'a.txt', line: 1, column: 1 }));

describe('the one form texts are compared in', () => {
  it.each([
    ['full-width digits and signs', '１，２３４．５６万元', '1,234.56万元'],
    ['full-width percent', '８６％', '86%'],
    ['small percent sign', '86﹪', '86%'],
    ['ASCII brackets', '接待费(国内)', '接待费（国内）'],
    ['ASCII colon and semicolon', '其中:A 1.00万元;B', '其中：A1.00万元；B'],
    ['quotes are dropped', '“三公”经费', '三公经费'],
    ['Western and corner quotes too', '"三公"「经费」', '三公经费'],
    ['blanks between characters', '本 年　收入', '本年收入'],
    ['a blank inside a number', '1 286.40万元', '1286.40万元'],
    ['a blank beside a thousands separator', '1,0 98.28万元', '1,098.28万元'],
    ['a blank before the unit', '12.36 万 元', '12.36万元'],
    ['a line break inside a number', '12\n36.40万元', '1236.40万元'],
    ['two amounts of a table row stay apart', '12.36 15.00', '12.36 15.00'],
    ['two blanks keep numbers apart', '12  36', '12 36'],
    ['a thousands separator', '1,286.40', '1,286.40'],
    ['several of them', '12,345,678.90', '12,345,678.90'],
    ['a comma after a year is punctuation', '2023,286.40', '2023，286.40'],
    ['a comma before words is punctuation', '增加5.00万元,增长5%', '增加5.00万元，增长5%'],
    ['a comma before two digits is punctuation', '占5,12个', '占5，12个'],
    ['a comma behind decimals is punctuation', '占5.12,123个', '占5.12，123个'],
    ['soft hyphens and marks of direction inside a number', '1,2\u00ad10.\u200e00\u2060万元', '1,210.00万元'],
    ['invisible characters', '本年\u200b收入\ufeff', '本年收入'],
  ])('%s', (_, given, expected) => expect(plainOf(given).s).toBe(expected));

  it('leads back to the characters as printed', () => {
    const given = '本年 收入：１，２３４．５６ 万元';
    const text = plainOf(given);
    const start = text.s.indexOf('1,234.56');
    const [from, to] = originOf(text, start, start + 8);
    expect(given.slice(from, to)).toBe('１，２３４．５６');
    expect(text.at).toHaveLength(text.s.length + 1);
    expect(originOf(text, text.s.length, text.s.length)).toEqual([given.length, given.length]);
  });
});
