import { describe, expect, it } from 'vitest';
import { parseForms } from '../../src/config/index.ts';
import type { Problem } from '../../src/model/index.ts';
import { problemWords } from '../../src/reporters/parts/problems.ts';

const parse = (text: string) => parseForms({ file: '省表样.yaml', text });

function mistakes(text: string): Problem[] {
  try {
    parse(text);
  } catch (error) {
    const problem = error as Problem;
    return [problem, ...problem.others];
  }
  return [];
}

/** A sound form but for what is changed. */
const FORM = `indicators: {援助资金: [援助资金合计]}
tables:
  - key: AID
    name: 援助资金情况表
    title: {has: [援助, 情况表]}
    shape: codes
    columns:
      - {key: sum, has: [合计], of: {indicator: 援助资金}}
      - {key: city, has: [市县], of: {indicator: 基本支出, scope: 全部资金}}
    sums:
      - {rule: SUM-101, total: [sum], parts: [city]}
`;

describe('a file of forms', () => {
  it('is read as it is written', () => {
    expect(parse(FORM).tables![0]).toMatchObject({ key: 'AID', shape: 'codes', columns: [{ key: 'sum' }, { key: 'city' }] });
    expect(parse('wording: {up: [上扬]}').wording).toEqual({ up: ['上扬'] });
    expect(parse('tables:\n  - {key: AID, like: T5, name: 甲, title: {has: [甲]}}').tables).toHaveLength(1);
  });
  it.each([
    ['a shape that is none', ['shape: codes', 'shape: code'], 'config.bad-value-near', 6, 'codes'],
    ['a key that is not known', ['shape:', 'shap:'], 'config.unknown-key-near', 6, 'shape'],
    ['a title without words', ['title: {has: [援助, 情况表]}', 'title: 援助'], 'config.not-entries', 5, ''],
    ['no shape at all', ['    shape: codes\n', ''], 'form.shapeless', 3, ''],
    ['a form it is like that there is not', ['shape: codes', 'like: T55'], 'form.like-near', 6, 'T5'],
    ['the key of a form there is', ['key: AID', 'key: T5'], 'form.twice', 3, ''],
    ['a scope', ['scope: 全部资金', 'scope: 全部资'], 'config.bad-value-near', 9, '全部资金'],
    ['an indicator', ['indicator: 基本支出', 'indicator: 基本指出'], 'form.indicator-near', 9, '基本支出'],
    ['a rule', ['SUM-101', 'SUM-1011'], 'form.rule-near', 11, 'SUM-101'],
    ['a part of a sum', ['parts: [city]', 'parts: [cty]'], 'form.part-near', 11, 'city'],
  ] as const)('%s is told with its line', (_, [from, to], code, line, guess) => {
    const found = mistakes(FORM.replace(from, to));
    expect(found.map(one => [one.code, one.place?.line, one.params.guess ?? ''])).toContainEqual([code, line, guess]);
  });
  it('a wording that there is not', () => {
    expect(mistakes('wording: {upp: [上扬]}').map(one => [one.code, one.params.guess])).toEqual([
      ['config.unknown-key-near', 'up'],
    ]);
  });
  it('all mistakes at once, in both languages', () => {
    const found = mistakes(FORM.replace('SUM-101', 'SUM-9').replace('parts: [city]', 'parts: [cty]'));
    expect(found).toHaveLength(2);
    Object.defineProperty(found[0], 'others', { value: found.slice(1) });
    for (const lang of ['zh', 'en'] as const)
      expect(problemWords('省表样.yaml', found[0]!, lang)).not.toMatch(/\[form\.|\{\w+\}/);
  });
});
