import { describe, expect, it } from 'vitest';
import { audit, loadRules, tryOut } from '../../src/audit.ts';
import { phrase } from '../../src/reporters/parts/words/finding.ts';
import { compileOwn, type OwnRule, type WrittenRule, withOwn } from '../../src/rules/index.ts';

function ruleOf(written: Omit<Partial<WrittenRule>, 'formula'> & { readonly formula: string }): OwnRule {
  const { rule, mistakes } = compileOwn({ id: 'OWN-001', title: '例', ...written });
  expect(mistakes).toEqual([]);
  return rule!;
}
const outcome = async (formula: string, stated: Record<string, string>, more: Partial<WrittenRule> = {}) =>
  (await tryOut(ruleOf({ ...more, formula }), stated)).outcome;

describe('limits and shares', () => {
  it.each([
    ['会议费 <= 50万元', { 会议费: '50.00万元' }, 'holds'],
    ['会议费 == 50万元', { 会议费: '50.00万元' }, 'holds'],
    ['会议费 <= 50万元', { 会议费: '500,001元' }, 'breaks'],
    ['会议费 < 50万元', { 会议费: '51.00万元' }, 'breaks'],
    ['公务接待费 <= 2% × 公用经费', { 公务接待费: '1.20万元', 公用经费: '60.00万元' }, 'holds'],
    ['公务接待费 <= 2% × 公用经费', { 公务接待费: '1.30万元', 公用经费: '60.00万元' }, 'breaks'],
    ['会议费 >= 3 × 培训费 - 1万元', { 会议费: '5.00万元', 培训费: '2.00万元' }, 'holds'],
    ['会议费 >= 3 × 培训费 - 1万元', { 会议费: '4.00万元', 培训费: '2.00万元' }, 'breaks'],
    ['10万元 >= 会议费', { 会议费: '12.00万元' }, 'breaks'],
    ['三公经费 <= 三公经费@上年', { 三公经费: '3.00万元', '三公经费@上年': '2.00万元' }, 'breaks'],
    ['三公经费@2019 = 三公经费@2018', { '三公经费@2019': '3.00万元', '三公经费@2018': '3.00万元' }, 'holds'],
    ['三公经费 <= 三公经费.年初预算', { 三公经费: '3.00万元', '三公经费.年初预算': '4.00万元' }, 'holds'],
  ])('%s with %j: %s', async (formula, stated, expected) => expect(await outcome(formula, stated)).toBe(expected));
});

describe('sums over codes, each amount once', () => {
  const stated = {
    本年支出: '60.00万元',
    '本年支出/201': '30.00万元',
    '本年支出/20101': '30.00万元',
    '本年支出/2010101': '10.00万元',
    '本年支出/2010102': '20.00万元',
    '本年支出/20805': '30.00万元',
  };
  it.each([
    ['本年支出 = Σ 本年支出/2*', 'holds'],
    ['本年支出 = Σ 本年支出/201*', 'breaks'],
    ['本年支出/201 = Σ 本年支出/201/*', 'holds'],
    ['本年支出/20101 = Σ 本年支出/20101/*', 'holds'],
    ['本年支出/20101 = Σ 本年支出/2010101*', 'breaks'],
    ['本年支出/201 = Σ 本年支出/*', 'holds'],
    ['本年支出/201 = Σ 本年支出/205*', 'undecided'],
    ['本年支出/201 = Σ 本年支出/201* + Σ 本年支出/205*?', 'holds'],
  ])('%s: %s', async (formula, expected) => expect(await outcome(formula, stated)).toBe(expected));
  it('the classes of economy are those of basic expenditure', async () => {
    const basic = {
      基本支出: '12.00万元',
      '基本支出/301': '10.00万元',
      '基本支出/30101': '10.00万元',
      '基本支出/302': '2.00万元',
    };
    expect(await outcome('基本支出 = Σ 基本支出/3*', basic)).toBe('holds');
    expect(await outcome('基本支出/302 >= 基本支出/301', basic)).toBe('breaks');
  });
});

describe('a formula for each line', () => {
  const lines = {
    '本年支出/201': '30.00万元',
    '本年支出/20805': '30.00万元',
    '本年支出[一般公共预算]/201': '20.00万元',
    '本年支出[一般公共预算]/20805': '31.00万元',
    '本年支出[一般公共预算]/301': '5.00万元',
    '基本支出[一般公共预算]/301': '6.00万元',
  };
  it.each([
    ['本年支出/2每行 >= 本年支出[一般公共预算]/2每行', 'breaks'],
    ['2 × 本年支出/2每行 >= 本年支出[一般公共预算]/2每行', 'holds'],
    ['本年支出[一般公共预算]/3每行 >= 基本支出[一般公共预算]/3每行', 'breaks'],
    ['本年支出[一般公共预算]/302每行 >= 基本支出[一般公共预算]/302每行', 'silent'],
  ])('%s: %s', async (formula, expected) => expect(await outcome(formula, lines)).toBe(expected));
  it('of tables alone', async () => {
    const stated = { ...lines, 本年支出: '10.00万元' };
    expect(await outcome('本年支出/2每行 <= 本年支出', stated)).toBe('breaks');
    // What an example states is stated where the rule looks.
    expect(await outcome('本年支出/201 <= 本年支出', stated, { from: 'tables' })).toBe('breaks');
  });
  it('not where an exception holds', async () => {
    const formula = '本年支出/2每行 >= 本年支出[一般公共预算]/2每行';
    expect(await outcome(formula, { ...lines, 会议费: '1.00万元' }, { unless: '有 会议费' })).toBe('silent');
    expect(await outcome(formula, lines, { unless: ['有 会议费'] })).toBe('breaks');
  });
  it.each([
    { formula: '本年支出 >= 1万元', when: '有 本年支出/2每行' },
    { formula: '本年支出 >= 1万元', when: ['本年支出/2每行 > 0'] },
    { formula: '本年支出 >= 1万元', examples: [{ holds: { '本年支出/2每行': '1.00万元' } }] },
  ])('is no condition, and no example: %j', written => {
    const { mistakes } = compileOwn({ id: 'OWN-001', title: '例', ...written });
    expect(mistakes.map(one => one.code)).toEqual(['rule.formula']);
  });
});

describe('tolerance in words', () => {
  const sums = { 基本支出: '10.00万元', 人员经费: '6.00万元', 公用经费: '4.01万元' };
  it.each([
    [undefined, 'holds'],
    ['尾差以内', 'holds'],
    ['一分不差', 'breaks'],
    ['相差 100 元以内', 'holds'],
    ['相差 99元以内', 'breaks'],
    ['相差 0.1% 以内', 'holds'],
    ['相差 0.05%以内', 'breaks'],
  ])('%s: %s', async (tolerance, expected) =>
    expect(await outcome('基本支出 = 人员经费 + 公用经费', sums, { tolerance })).toBe(expected),
  );
});

describe('conditions, and what is not stated', () => {
  const formula = '基本支出 = 人员经费 + 公用经费';
  const broken = { 基本支出: '10.00万元', 人员经费: '6.00万元', 公用经费: '9.00万元' };
  it.each([
    ['有 项目支出', {}, 'silent'],
    ['有 项目支出', { 项目支出: '0.00万元' }, 'silent'],
    ['有 项目支出', { 项目支出: '1.00万元' }, 'breaks'],
    ['没有 项目支出', {}, 'breaks'],
    ['没有 项目支出', { 项目支出: '1.00万元' }, 'silent'],
    ['人员经费 > 5万元', {}, 'breaks'],
    ['人员经费 > 6万元', {}, 'silent'],
    ['项目支出 > 6万元', {}, 'silent'],
  ])('%s with %j: %s', async (when, more, expected) =>
    expect(await outcome(formula, { ...broken, ...more }, { when })).toBe(expected),
  );
  it('all of several', async () => {
    expect(await outcome(formula, broken, { when: ['有 人员经费', '有 项目支出'] })).toBe('silent');
  });
  it('a part that is not stated leaves it undecided, nothing at all says nothing', async () => {
    expect(await outcome(formula, { 基本支出: '10.00万元', 人员经费: '6.00万元' })).toBe('undecided');
    expect(await outcome(formula, { 项目支出: '1.00万元' })).toBe('silent');
  });
});

const REPORT = `某某市测试局2023年度部门决算

2023年度一般公共预算财政拨款基本支出70.00万元，其中：人员经费60.00万元，公用经费10.00万元。
公务接待费支出决算为0.50万元。
`;
const audited = (own: OwnRule) =>
  audit([{ file: '报告.txt', bytes: new TextEncoder().encode(REPORT) }], {
    rules: withOwn(loadRules(), [own]),
    include: id => id === 'OWN-001',
  });

describe('in a report', () => {
  const limit = { formula: '公务接待费 <= 2% × 公用经费[一般公共预算]', severity: 'warning' as const };
  it('a limit is told in its own words, with its figures, and nobody is suspected', async () => {
    const { findings, issues } = await audited(
      ruleOf({ ...limit, message: '{年度}年多 {差}：{左}，限 {右}', en: { message: '{left} > {right}' } }),
    );
    const [finding] = findings;
    expect(finding).toMatchObject({ rule: 'OWN-001', severity: 'warning', suspects: [] });
    expect(phrase(finding!, 'zh')).toBe('2023年多 0.30 万元：0.50 万元，限 0.20 万元');
    expect(phrase(finding!, 'en')).toBe('0.50 万元 > 0.20 万元');
    expect(finding!.spots.map(spot => spot.printed)).toEqual(['0.50', '10.00']);
    expect(issues[0]!.corrections).toEqual([]);
  });
  it('without a message it says what it compares', async () => {
    const [finding] = (await audited(ruleOf(limit))).findings;
    expect(phrase(finding!, 'zh')).toBe('例：一边是 0.50 万元，一边是 0.20 万元，相差 0.30 万元。');
  });
  it('an identity that a built-in rule says as well is told under its own name', async () => {
    const { checks } = await audited(
      ruleOf({ formula: '基本支出[一般公共预算] = 人员经费[一般公共预算] + 公用经费[一般公共预算]' }),
    );
    expect(checks.map(({ relation, verdict }) => [relation.rule, verdict])).toEqual([['OWN-001', 'holds']]);
  });
  it('a sum over lines that only the text tells accuses nobody: it may leave some out', async () => {
    const bytes = new TextEncoder().encode(
      '某某市测试局2023年度部门决算\n\n2023年度一般公共预算财政拨款支出70.00万元，其中：教育支出（类）60.00万元。\n',
    );
    const own = ruleOf({ formula: '本年支出[一般公共预算] = Σ 本年支出[一般公共预算]/2*' });
    const { checks } = await audit([{ file: 'x.txt', bytes }], {
      rules: withOwn(loadRules(), [own]),
      include: id => id === 'OWN-001',
    });
    expect(checks.map(({ verdict }) => verdict)).toEqual(['undecided']);
  });
});
