import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayWidth, fit, hang, pad, wrap } from '../../src/reporters/parts/width.ts';

const chinese = fc.stringMatching(/^(?:[一-鿿]|[，。；：（）“”、]|\d{1,4}(?:\.\d{2})?| |[a-z]{1,6}|万元|%){0,60}$/);
const run = { seed: 20, numRuns: 300 };

describe('display width', () => {
  it('counts a Chinese character as two columns and an escape as none', () => {
    expect(displayWidth('支出 516.82')).toBe(11);
    expect(displayWidth('\u001b[1m支出\u001b[22m')).toBe(4);
    expect(displayWidth('e\u0301')).toBe(1);
  });
  it('pads and cuts by columns', () => {
    expect(pad('支出', 6)).toBe('支出  ');
    expect(pad('支出', 6, 'left')).toBe('  支出');
    expect(fit('一般公共预算', 7)).toBe('一般公…');
    expect(displayWidth(fit('一般公共预算', 6))).toBeLessThanOrEqual(6);
  });
});

describe('wrap', () => {
  it('never exceeds the width, and loses nothing but blanks', () => {
    fc.assert(
      fc.property(chinese, fc.integer({ min: 20, max: 120 }), (text, width) => {
        const lines = wrap(text, width);
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
      run,
    );
  });
  it('keeps numbers whole', () => {
    const text = '2023年财政拨款支出516.82万元，其中一般公共预算444.76万元，政府性基金71.73万元';
    for (const width of [20, 24, 31, 40]) {
      for (const number of ['516.82', '444.76', '71.73']) {
        expect(
          wrap(text, width).some(line => line.includes(number)),
          `${number} at ${width}`,
        ).toBe(true);
      }
    }
  });
  it('starts no line with closing punctuation', () => {
    for (const line of wrap('支出，'.repeat(40), 30)) expect(line).not.toMatch(/^，/);
  });
  it('hangs the following lines under the first', () => {
    expect(hang('错误  ', '一二三四五六七八九十一二三四五六七八九十', 26)).toEqual([
      '错误  一二三四五六七八九十',
      '      一二三四五六七八九十',
    ]);
  });
});
