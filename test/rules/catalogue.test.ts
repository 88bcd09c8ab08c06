import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../src/reporters/parts/width.ts';
import { say } from '../../src/reporters/parts/words/index.ts';
import { explain, ruleReporters } from '../../src/reporters/rules/index.ts';
import { catalogue } from '../../src/rules/catalogue/index.ts';
import { compile, loadRules } from '../../src/rules/index.ts';

const root = resolve(import.meta.dirname, '../../src');
const { rules } = loadRules();
const ids = new Set(rules.map(rule => rule.id));

/** Rule ids named in the sources: by code as 'SUM-001', by data files as `rule: SUM-001`. The catalogue itself is left out. */
const named = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map(name => name.replaceAll('\\', '/'))
  .filter(name => /\.(?:ts|yaml)$/.test(name) && !name.startsWith('rules/catalogue/'))
  .flatMap(name => {
    const text = readFileSync(join(root, name), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
    return [...text.matchAll(/'([A-Z]{3}-\d{3})'|\brule: ([A-Z]{3}-\d{3})\b/g)].map(match => ({
      name,
      id: match[1] ?? match[2]!,
    }));
  });
/** The rooms whose code decides by rule. */
const deciding = named.filter(({ name }) => /^(?:rules|extract|check|domain)\//.test(name));

it('what ships is sound', () => {
  expect(compile(catalogue)).toEqual(loadRules());
});

describe('rule ids', () => {
  it('every id the source names is in the catalogue', () => {
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter(({ id }) => !ids.has(id))).toEqual([]);
  });

  it('every rule without a formula is applied by code', () => {
    const applied = new Set(deciding.map(({ id }) => id));
    const bare = rules.filter(rule => !rule.formula).map(rule => rule.id);
    expect(bare.length).toBeGreaterThan(20);
    expect(bare.filter(id => !applied.has(id))).toEqual([]);
  });

  it('slugs are used once', () => {
    const slugs = rules.map(rule => rule.slug);
    expect(slugs.filter((slug, i) => slugs.indexOf(slug) !== i)).toEqual([]);
  });

  it('an observation of form has a sentence of its own', () => {
    const remarked = new Set(named.filter(({ name }) => name === 'domain/form.yaml').map(({ id }) => id));
    expect(remarked.size).toBeGreaterThan(3);
    for (const id of remarked) expect(say('zh', `finding.form.${id}`), id).not.toBe(`[finding.form.${id}]`);
  });
});

describe('what a rule says of itself', () => {
  const texts = rules.flatMap(rule =>
    (['must', 'why', 'basis', 'example', 'exceptions', 'fix'] as const).map(field => ({ id: rule.id, field, text: rule[field] })),
  );

  it.each(texts)('$id $field is a whole sentence', ({ id, field, text }) => {
    if (field === 'exceptions' && text === '—') return;
    expect(text).toMatch(/[。…]$|（款）$/);
    expect(text).not.toMatch(/ {2}|\s$|。 /);
    if (id !== 'FRM-004') expect(text).not.toMatch(/[。，、；]{2}/);
    if (field !== 'example') expect(text).toMatch(/\p{Script=Han}/u);
  });

  it('in English no Chinese is left, but for the words a rule is about', () => {
    for (const { id, en } of rules) for (const text of Object.values(en)) expect(text, id).not.toMatch(/[，。；：（）]/);
  });

  it.each(rules)('$id reads well in 80 columns', rule => {
    for (const lang of ['zh', 'en'] as const) {
      const lines = explain(rule, { lang, width: 80, color: false }).split('\n');
      expect(lines[0]!.startsWith(`${rule.id} `)).toBe(true);
      expect(lines.slice(0, 2).join('\n')).toContain(rule.slug);
      expect(lines.filter(line => displayWidth(line) > 80)).toEqual([]);
      expect(lines.filter(line => /^\s*[，。、；：）]/.test(line))).toEqual([]);
      expect(lines.join('')).not.toMatch(/undefined|\{\w+\}|\[rules\./);
    }
  });

  it('the signs of a formula are told, and only those it has', () => {
    const told = (id: string) =>
      explain(rules.find(rule => rule.id === id)!, { lang: 'zh', width: 80, color: false }).replace(/\n\s*/g, '');
    expect(told('TIE-114')).toContain('方括号内是资金口径');
    expect(told('TIE-114')).not.toContain('带 ?');
    expect(told('TIE-101')).toContain('带 ? 的一项报告没有写时按没有计');
    expect(told('TIE-123')).toContain('@上年是上一年度的数');
    expect(told('TIE-001')).not.toContain('公式');
  });
});

// The page is written anew with: npx vitest run test/rules/catalogue.test.ts -u
it('the catalogue page is what audit rules --format markdown prints', async () => {
  const markdown = ruleReporters.find(reporter => reporter.name === 'markdown')!;
  const page = markdown.render(rules, { lang: 'zh', width: 80, color: false });
  for (const { id } of rules) {
    expect(page).toContain(`\n## ${id}\n`);
    expect(page).toContain(`](#${id.toLowerCase()})`);
  }
  await expect(page).toMatchFileSnapshot('../../src/rules/catalogue/README.md');
});

describe('a broken catalogue is refused', () => {
  const rule = { ...rules[0]!, formula: '基本支出[一般公共预算] = 人员经费[一般公共预算]' };
  it.each([
    ['a key that is not known', { 'x.yaml': [{ ...rule, 备注: '无' }] }, 'rule.schema'],
    ['a severity that is not known', { 'x.yaml': [{ ...rule, severity: 'fatal' }] }, 'rule.schema'],
    ['a text that is missing', { 'x.yaml': [{ ...rule, why: '' }] }, 'rule.schema'],
    ['an id used twice', { 'x.yaml': [rule], 'y.yaml': [rule] }, 'rule.duplicate'],
    ['a formula without a sign of comparison', { 'x.yaml': [{ ...rule, formula: '基本支出 人员经费' }] }, 'rule.formula'],
    [
      'a formula over a scope that is not known',
      { 'x.yaml': [{ ...rule, formula: '基本支出[全部] = 人员经费' }] },
      'rule.formula',
    ],
    ['a formula that ends early', { 'x.yaml': [{ ...rule, formula: '基本支出 = 人员经费 +' }] }, 'rule.formula'],
  ])('%s', (_, files, code) => {
    expect(() => compile(files)).toThrow(expect.objectContaining({ code }));
  });
  it('a sound one is compiled', () => {
    expect(compile({ 'x.yaml': [rule] }).identities).toHaveLength(1);
  });
});
