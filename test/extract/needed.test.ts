import { describe, expect, it } from 'vitest';
import { neededBy, Sought } from '../../src/extract/form/needed.ts';
import { patterns } from '../../src/extract/form/traces.ts';
import { lineOf, shapesFor } from '../patterns/lines.ts';

describe('what a pattern needs', () => {
  it.each([
    ['支岀', [['支岀']]],
    ['(?<=公务)按待(?=费|批)', [['公务'], ['按待'], ['费', '批']]],
    ['财政[拔波泼]款|财正拨款', [['财政', '财正拨款']]],
    ['[（(].{0,9}此处', [['此处'], ['（', '(']]],
    ['支?出+(?!入)', [['出']]],
    ['(?:万元\\s*){2,}', [['万元']]],
    ['(?<word>增加|减少)\\k<word>', [['增加', '减少']]],
    ['有?|无', []],
    ['[^，]\\d[\\s，]', []],
    ['\\*\\u4e00[0-2]', [['*一'], ['0', '1', '2']]],
    ['a)b', []],
  ])('%s', (source, needed) => {
    expect(neededBy(source)).toEqual(needed);
  });

  it('a text lacks what is needed when it holds one word of no list', () => {
    expect(new Sought().in('公务按待费').holds([['公务'], ['费', '批']])).toBe(true);
    expect(new Sought().in('公务按待').holds([['公务'], ['费', '批']])).toBe(false);
  });

  it('no text that a pattern matches is left out', () => {
    const tried = patterns().map(({ pattern, mayMatch }) => {
      const lines = shapesFor({ source: pattern.source, flags: 'g', where: 'here' }, 0).map(shape => lineOf(shape, 80));
      const matched = lines.filter(line => line.search(pattern) >= 0);
      return { pattern: pattern.source, matched: matched.length, missed: matched.filter(line => !mayMatch(line)) };
    });
    expect(tried.filter(({ missed }) => missed.length > 0)).toEqual([]);
    expect(tried.filter(({ matched }) => matched > 0).length).toBeGreaterThan(tried.length / 2);
  });
});
