import { describe, expect, it } from 'vitest';
import { filesNamedIn, parseOwnRules } from '../../src/config/index.ts';
import type { Problem } from '../../src/model/index.ts';
import { problemWords } from '../../src/reporters/parts/problems.ts';

const parse = (text: string, taken: string[] = []) => parseOwnRules({ file: '省规则.yaml', text }, taken);

function mistakes(text: string, taken?: string[]): Problem[] {
  try {
    parse(text, taken);
  } catch (error) {
    const problem = error as Problem;
    return [problem, ...problem.others];
  }
  return [];
}
const told = (text: string, taken?: string[]) =>
  mistakes(text, taken).map(({ code, place, params }) => [code, place?.line, place?.column, params.guess ?? '']);

/** A rule that is right but for one line. */
const rule = (line: string) => `rules:\n  - id: OWN-001\n    title: 例\n    formula: 会议费 <= 50万元\n    ${line}\n`;
const formula = (text: string) => `rules:\n  - id: OWN-001\n    title: 例\n    formula: ${text}\n`;

describe('a broken file of own rules, one kind of mistake each', () => {
  it.each([
    ['an id of another form', 'rules:\n  - {id: OWN1, title: 例, formula: 会议费 <= 50万元}', ['rule.bad-id', 2, 10, '']],
    ['an id of a built-in rule', 'rules:\n  - {id: SUM-001, title: 例, formula: 会议费 <= 50万元}', ['rule.taken', 2, 10, '']],
    ['a title that is missing', 'rules:\n  - {id: OWN-001, formula: 会议费 <= 50万元}', ['config.lacks', 2, 5, '']],
    ['a formula that is missing', 'rules:\n  - {id: OWN-001, title: 例}', ['config.lacks', 2, 5, '']],
    ['a key that is not known', rule('tolerence: 尾差以内'), ['config.unknown-key-near', 5, 5, 'tolerance']],
    ['a severity that is none', rule('severity: eror'), ['config.bad-value-near', 5, 15, 'error']],
    ['a tolerance nobody understands', rule('tolerance: 差不多'), ['rule.tolerance', 5, 16, '']],
    ['a condition that ends early', rule('when: 有'), ['rule.formula', 5, 12, '']],
    ['one of several conditions', rule('when: [有 会议费, 没有 培训非]'), ['rule.unknown-indicator-near', 5, 22, '培训费']],
    ['a blank of a message', rule('message: "多 {差额}"'), ['rule.blank-near', 5, 17, '{差}']],
    ['a blank of which a part is written', rule('message: "{年} 年"'), ['rule.blank-near', 5, 15, '{年度}']],
    ['a severity in Chinese', rule('severity: 警告'), ['config.bad-value-near', 5, 15, 'warning']],
    ['where a rule looks, in Chinese', rule('from: 表'), ['config.bad-value-near', 5, 11, 'tables']],
    ['a condition about lines', rule('unless: 有 本年支出/2每行'), ['rule.formula', 5, 15, '']],
    ['a list without its name', '- {id: OWN-001, title: 例, formula: 会议费 <= 50万元}', ['config.list-bare', 1, 1, '']],
    ['an indicator', formula('公务招待费 <= 50万元'), ['rule.unknown-indicator-near', 4, 14, '公务接待费']],
    ['an indicator far from any', formula('天上的星星 <= 50万元'), ['rule.unknown-indicator', 4, 14, '']],
    ['a scope', formula('会议费[一般预算] <= 50万元'), ['rule.unknown-scope-near', 4, 18, '一般公共预算']],
    ['a scope behind a quote', formula('"会议费[一般预算] <= 50万元"'), ['rule.unknown-scope-near', 4, 19, '一般公共预算']],
    ['a measure', formula('会议费.年初预算数 >= 会议费'), ['rule.unknown-measure-near', 4, 18, '年初预算']],
    ['a comparison that is missing', formula('会议费 50万元'), ['rule.formula', 4, 18, '']],
    ['a number without a unit', formula('会议费 <= 50'), ['rule.formula', 4, 23, '']],
    ['a star without a sum', formula('本年支出 >= 本年支出/201*'), ['rule.formula', 4, 22, '']],
    ['a sum without a star', formula('本年支出 >= Σ 本年支出/201'), ['rule.formula', 4, 22, '']],
    ['an example that says nothing', rule('examples: [{}]'), ['rule.example-outcome', 5, 16, '']],
    ['an example that says two things', rule('examples: [{holds: 甲, breaks: 乙}]'), ['rule.example-outcome', 5, 16, '']],
    ['an outcome that is none', rule('examples: [{hold: 甲}]'), ['config.unknown-key-near', 5, 17, 'holds']],
    ['an amount without a unit', rule('examples: [{holds: {会议费: 3}}]'), ['rule.example-amount', 5, 30, '']],
    ['an address of an example', rule('examples: [{holds: {会义费: 3万元}}]'), ['rule.unknown-indicator-near', 5, 25, '会议费']],
    ['no list of rules', 'rules: 会议费', ['config.not-list', 1, 8, '']],
    ['no rules at all', '规则: []', ['config.unknown-key', 1, 1, '']],
    ['what is no YAML', 'rules: [', ['config.syntax', 1, 9, '']],
  ])('%s', (_, text, expected) => expect(told(text)).toContainEqual(expected));

  it('an id that two rules have, of one file or of two', () => {
    const twice =
      'rules:\n  - {id: OWN-001, title: 例, formula: 会议费 <= 5万元}\n  - {id: OWN-001, title: 例, formula: 会议费 <= 5万元}';
    expect(told(twice)).toEqual([['rule.twice', 3, 10, '']]);
    expect(told(formula('会议费 <= 5万元'), ['OWN-001'])).toEqual([['rule.twice', 2, 9, '']]);
  });

  it('all mistakes at once, in the order of the file, in both languages', () => {
    const text = `${rule('severity: eror')}  - id: OWN-002\n    formula: 会义费 <= 50\n    message: 多 {差额}\n`;
    expect(told(text).map(([, line]) => line)).toEqual([5, 6, 7, 7, 8]);
    const [first, ...others] = mistakes(text);
    Object.defineProperty(first, 'others', { value: others });
    for (const lang of ['zh', 'en'] as const)
      expect(problemWords('省规则.yaml', first!, lang)).not.toMatch(/\[(?:rule|config)\.|\{\w+\}/);
    expect(problemWords('省规则.yaml', first!, 'zh')).toMatch(/^规则文件 省规则\.yaml 有误：共 5 处错误。\n {2}第 5 行第 15 字/);
  });
});

describe('signs of a Chinese keyboard', () => {
  it.each(['会议费【财政拨款】＝ 培训费【财政拨款】', '会议费[财政拨款] ≤ 培训费[财政拨款]', '因公出国(境)费 <= 5％ × 公用经费'])(
    '%s',
    text => expect(parse(formula(text)).rules).toHaveLength(1),
  );
});

describe('the files a configuration names', () => {
  it.each([
    ['own-rules: 省.yaml', ['省.yaml']],
    ['own-rules: [省.yaml, 市.yaml]', ['省.yaml', '市.yaml']],
    ['own-rules: {}', []],
    ['own-rules: [', []],
    ['', []],
  ])('%j', (text, files) => expect(filesNamedIn(text).rules).toEqual(files));
});
