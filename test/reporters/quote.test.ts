import { Chalk } from 'chalk';
import { describe, expect, it } from 'vitest';
import { joinQuotes, markedQuote } from '../../src/reporters/terminal/quote.ts';
import type { Sheet } from '../../src/reporters/terminal/sheet.ts';

const sheet = { paint: new Chalk({ level: 0 }), color: false } as Sheet;
const figure = (printed: string, marked = true) => ({ printed, marked });

describe('quotes', () => {
  it('marks a whole number, not a part of a longer one', () => {
    expect(markedQuote('支出1,343.56万元，项目43.56万元', [figure('43.56')], sheet, 80)).toBe(
      '支出1,343.56万元，项目【43.56】万元',
    );
  });
  it('marks the second of two equal figures when it is the second', () => {
    expect(markedQuote('指标值 18 完成值 18', [figure('18', false), figure('18')], sheet, 80)).toBe('指标值 18 完成值 【18】');
  });
  it('marks the punctuation at the end, not the same sign before it', () => {
    expect(markedQuote('占99.79%；其他收入占0.21%；', [figure('；')], sheet, 80)).toBe('占99.79%；其他收入占0.21%【；】');
  });
  it('marks nothing that is not there', () => {
    expect(markedQuote('支出共计', [figure('5.00')], sheet, 80)).toBe('支出共计');
  });
  it('keeps the figure in sight when the text is long', () => {
    const text = `${'前'.repeat(100)}516.82万元${'后'.repeat(100)}`;
    const quote = markedQuote(text, [figure('516.82')], sheet, 60);
    expect(quote).toMatch(/^…前+【516\.82】万元后+…$/);
    expect(quote.length).toBeLessThan(60);
  });
  it('joins what overlaps and keeps apart what does not', () => {
    expect(joinQuotes(['占58.33%；项目支出', '基本支出76.00万元，占58.33%；项目'])).toEqual([
      '基本支出76.00万元，占58.33%；项目支出',
    ]);
    expect(joinQuotes(['收入合计', '', '支出合计'])).toEqual(['收入合计', '支出合计']);
  });
});
