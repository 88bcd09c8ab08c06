import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { equationOf } from '../../src/audit.ts';
import { select } from '../../src/diff/index.ts';
import type { Diff } from '../../src/model/index.ts';
import { groupsOf } from '../../src/reporters/diff/groups.ts';
import { diffReporters } from '../../src/reporters/diff/index.ts';
import { alsoWords } from '../../src/reporters/diff/parts.ts';
import type { DiffOptions } from '../../src/reporters/diff/reporter.ts';
import { displayWidth } from '../../src/reporters/parts/width.ts';
import { outputSchemas } from '../../src/reporters/schema/index.ts';
import { compare, figure, level, report, stating } from '../diff/build.ts';

const options: DiffOptions = {
  lang: 'zh',
  version: '0.0.0',
  width: 80,
  color: false,
  bom: false,
  all: false,
  sections: true,
  equation: equationOf,
};
const render = (diff: Diff, name: string, more: Partial<DiffOptions> = {}) =>
  diffReporters.find(one => one.name === name)!.render(diff, { ...options, ...more });

const budget = { section: '第二部分 情况说明 › 一、收入支出总体情况' };
const spending = { section: '第二部分 情况说明 › 三、支出决算情况' };
const evil = { label: '=cmd|\u001b[31m红\u202e|<b>', section: '四、其他\u0007' };

/** Two years with one of everything: agreeing, innocent and wrong statements, renamed, new and dropped subjects. */
function twoYears(): Diff {
  const total = level('516.82', '收支总计', {}, budget);
  const granted = level('516.49', '收支总计', { scope: '财政拨款' }, budget);
  const running = level('26.24', '机关运行经费', { scope: '一般公共预算' }, spending);
  const before = [
    level('614.56', '收支总计', {}, budget),
    level('6085200', '收支总计', { scope: '财政拨款' }, { ...budget, unit: '元' }),
    level('35.19', '机关运行经费', { scope: '一般公共预算' }, spending),
    level('3.00', '功能/社会保障和就业支出/行政事业单位离退休', { scope: '一般公共预算' }, spending),
    level('8.00', '功能/农林水支出', { scope: '一般公共预算' }, spending),
    level('0', '因公出国（境）费', { scope: '财政拨款' }, spending),
    level('12', '公务用车保有量', { scope: null, measure: '数量' }, { ...spending, unit: '辆' }),
    figure('1.00', {}, evil),
  ];
  const after = [
    total,
    granted,
    level('86', '基本支出', { measure: '占比' }, { ...budget, unit: '%' }),
    running,
    level('4.50', '功能/社会保障和就业支出/行政事业单位养老支出', { scope: '一般公共预算' }, spending),
    level('17.53', '功能/卫生健康支出', { scope: '一般公共预算' }, spending),
    level('0.00', '因公出国（境）费', { scope: '财政拨款' }, spending),
    level('11', '公务用车保有量', { scope: null, measure: '数量' }, { ...spending, unit: '辆' }),
    level('5.00', '政府采购', {}, spending),
    figure('2.00', {}, evil),
  ];
  const said = [stating(total, -1, '97.74', '16'), stating(granted, -1, '92.02', '15.1'), stating(running, -1, '9.85', '25')];
  return compare(report(2020, before), report(2021, after, said));
}

/** Two bodies, one of them with a hostile name, and a report without a counterpart. */
function several(name: string): string {
  const [one, two] = [twoYears(), twoDrafts()];
  const hostile = { ...two, after: { ...two.after, entity: `=cmd|${evil.label}` } } as Diff;
  const lone = [{ side: 'before', why: 'unmatched', audit: { ...one.after, entity: '=1+1<script>\u202e' } }] as const;
  return diffReporters.find(format => format.name === name)!.several([one, hostile], lone, options);
}

function twoDrafts(): Diff {
  const before = [
    level('1.00', '基本支出', {}, budget),
    level('2.00', '项目支出', {}, spending),
    figure('3', {}, { label: '团组', unit: '个' }),
  ];
  const after = [level('1.50', '基本支出', {}, budget), figure('3', {}, { label: '批次', unit: '个' }), figure('7.00', {}, evil)];
  const first = report(2023, before);
  const { findings } = twoFindings();
  return compare(
    { ...first, file: '一稿.txt', findings: findings.slice(0, 2) },
    { ...report(2023, after), file: '二稿.txt', findings: findings.slice(1, 3) },
  );
}

function twoFindings() {
  const { changes } = twoYears() as Extract<Diff, { kind: 'years' }>;
  const [check] = changes.flatMap(change => change.checks);
  const one = {
    rule: check!.relation.rule,
    slug: 'x',
    severity: 'error',
    verdict: 'fails',
    check: check!,
    tail: null,
    about: '收支总计',
    params: {},
    equation: null,
    stated: '97.74',
    expected: '97.75',
    difference: '0.01',
    unit: '万元',
    spots: [],
    suspects: [],
    cause: 'c1',
  } as const;
  return { findings: ['a', 'b', 'c'].map(fingerprint => ({ ...one, fingerprint })) };
}

const CASES = { years: twoYears(), drafts: twoDrafts(), nothing: compare(null, report(2023, [])) } satisfies Record<string, Diff>;
const ENDINGS: Readonly<Record<string, string>> = { terminal: 'txt', json: 'json', csv: 'csv', markdown: 'md', html: 'html' };

it('what is said in sum is about all changes, whichever are shown', () => {
  const some = select(CASES.years, { sort: 'report', only: 'disagreements', least: null, about: null });
  const judged = (text: string) => /其中 \d+ 项报告写明了增减：.*/.exec(text)?.[0];
  for (const name of ['terminal', 'markdown']) {
    expect(judged(render(some, name, { width: 120 }))).toBe(judged(render(CASES.years, name, { width: 120 })));
    expect(judged(render(some, name, { width: 120 }))).toMatch(/相符 1 · 四舍五入可解释 \d · 不符 [12]/);
  }
  expect(render(some, 'terminal')).toMatch(/按所选条件未列出 \d+ 项/);
});

describe.each(diffReporters.map(one => one.name))('%s', name => {
  it.each(['years', 'drafts'] as const)('%s', which => {
    const text = render(CASES[which], name).replaceAll('\r\n', '\n');
    // How pages look, and what they run, has tests of its own.
    const own = name === 'html' ? text.slice(text.indexOf('<body>'), text.indexOf('<script>')) : text;
    return expect(own).toMatchFileSnapshot(`./golden/diff-${which}.${ENDINGS[name]}`);
  });
  it.each(Object.keys(CASES) as (keyof typeof CASES)[])('%s: no escapes, no gaps, both languages', which => {
    for (const lang of ['zh', 'en'] as const) {
      const text = render(CASES[which], name, { lang, all: true });
      expect(text).not.toMatch(/[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e]/);
      expect(text).not.toMatch(/undefined|NaN|\[diff\.|\{\w+\}/);
      expect(text.endsWith('\n')).toBe(true);
    }
  });
});

describe('terminal', () => {
  it.each([40, 80, 119, 160])('keeps within %i columns', width => {
    for (const diff of Object.values(CASES)) {
      for (const lang of ['zh', 'en'] as const) {
        for (const line of render(diff, 'terminal', { width, lang, all: true }).split('\n')) {
          expect(displayWidth(line), line).toBeLessThanOrEqual(Math.max(width, 72));
        }
      }
    }
  });
  it('is wide where there is room', () =>
    expect(render(CASES.years, 'terminal', { width: 160 })).toMatchFileSnapshot('./golden/diff-years-160.txt'));
  it('tells first what the report itself contradicts, the unit in the head and what was compared at the end', () => {
    const lines = render(CASES.years, 'terminal').split('\n');
    const at = (start: string) => lines.findIndex(line => line.startsWith(start));
    expect(at('项目（万元）')).toBe(3);
    expect(at('报告写的增减与两年的数不符 1 项')).toBe(4);
    expect(lines.slice(5, 8).join('')).toContain('不符');
    expect(at('相符、不符：')).toBeGreaterThan(at('-----'));
  });
  it('draws the widest change the longest', () => {
    const text = render(CASES.years, 'terminal');
    const bars = [...text.matchAll(/(-+)\|$/gm)].map(match => match[1]!.length);
    expect(bars.length).toBeGreaterThan(2);
    expect(Math.max(...bars)).toBe(/^ +收支总计 .*?(-+)\|$/m.exec(text)![1]!.length);
    expect(Math.min(...bars)).toBe(1);
  });
});

describe('json', () => {
  it.each(Object.keys(CASES) as (keyof typeof CASES)[])('%s fits its schema', which => {
    const validate = new Ajv({ allErrors: true, strict: false }).compile(outputSchemas.diff as object);
    expect(validate(JSON.parse(render(CASES[which], 'json'))), JSON.stringify(validate.errors)).toBe(true);
  });
});

describe('csv', () => {
  it('keeps numbers numbers and lets no cell become a formula', () => {
    const text = render(CASES.years, 'csv');
    expect(text).toContain(',-97.74,');
    expect(text).toContain("'=cmd");
  });
});

describe('comparisons of several bodies', () => {
  it('are valid by their schema', () => {
    const told = JSON.parse(several('json'));
    const validate = new Ajv({ allowUnionTypes: true }).compile(outputSchemas.diff as object);
    expect(validate(told), JSON.stringify(validate.errors)).toBe(true);
    expect(told.comparisons.map((one: { kind: string }) => one.kind)).toEqual(['years', 'drafts']);
    expect(validate({ ...told, unpaired: undefined })).toBe(false);
  });

  it.each(diffReporters.map(({ name }) => name))('as %s carry nothing out of a report that acts', name => {
    const text = several(name);
    expect(text).not.toMatch(/[\u001b\u202e\u0007]/);
    if (name === 'html') expect(text.match(/<script>/g)).toHaveLength(1);
    if (name === 'markdown') expect(text).not.toContain('<b>');
    if (name === 'csv') expect(text).not.toMatch(/(?:^|[\n,])"?=/);
  });
});

describe('the order of a comparison of two years', () => {
  const names = Array.from({ length: 20 }, (_, i) => `功能/第${i + 1}类支出`);
  const before = names.map((name, i) => level(`${100 + i}.00`, name, { scope: '一般公共预算' }, spending));
  const after = names
    .slice(1)
    .map((name, i) => level(`${100 + (i + 1) * (i % 3)}.00`, name, { scope: '一般公共预算' }, spending));
  const fresh = level('9.00', '功能/新的一类支出', { scope: '一般公共预算' }, spending);
  const wrong = stating(after[4]!, 1, '999.00', '99');
  const diff = compare(report(2020, before), report(2021, [...after, fresh], [wrong])) as Extract<Diff, { kind: 'years' }>;

  it('is: what does not agree, the largest changes, the others by section, what came and went; each once', () => {
    const groups = groupsOf(diff, 'zh', options);
    expect(groups.map(({ title }) => title)).toEqual([
      '报告写的增减与两年的数不符 1 项',
      '变动最大的 5 项',
      '三、支出决算情况',
      '新增、不再列、拆分或合并的科目 2 项',
    ]);
    const [, largest, others] = groups.map(({ changes }) => changes.map(({ difference }) => Number(difference?.abs() ?? 0)));
    expect(Math.min(...largest!)).toBeGreaterThanOrEqual(Math.max(...others!));
    const all = groups.flatMap(({ changes }) => changes);
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBe(groupsOf(diff, 'zh', { all: false, sections: false })[0]!.changes.length);
  });

  it('says where what does not agree is told, and how often it is told again', () => {
    const change = diff.changes.find(({ verdict }) => verdict === 'fails')!;
    const told = { ...change, after: { ...change.after!, figures: [...change.after!.figures, ...after.slice(0, 2)] } };
    expect(alsoWords(told, 'zh')).toMatch(/^见第 \d+ 行第 \d+ 字，另见 2 处$/);
  });
});
