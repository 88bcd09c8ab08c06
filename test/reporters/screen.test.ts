import { describe, expect, it } from 'vitest';
import type { Audit, Finding, Issue, Spot } from '../../src/model/index.ts';
import { clauseStarts, firstClause, wordStarts } from '../../src/reporters/parts/cuts.ts';
import { aroundWords, type Finder, finderOf, snippetOf, whereWords } from '../../src/reporters/parts/where.ts';
import type { ReporterOptions } from '../../src/reporters/reporter.ts';
import { terminal } from '../../src/reporters/terminal/index.ts';
import { loadRules } from '../../src/rules/index.ts';
import { figure, OPTIONS, sampleAudit } from './sample.ts';

const plain = { ...OPTIONS, width: 100, rules: loadRules().rules };
const clean = (file: string): Audit => ({ ...sampleAudit(), file, findings: [], issues: [] });
const noted = (file: string): Audit => {
  const audit = sampleAudit();
  return { ...audit, file, issues: audit.issues.filter(({ severity }) => severity === 'note') };
};

describe('words that a search finds', () => {
  const one = figure('71.65', '公共安全', { line: 3, column: 12 }, '公共安全支出2106.66万元，占71.65%；住房支出20.10万元');
  const spot: Spot = { ...one, figure: one };
  it('begin where a clause does, never within a word or a number', () => {
    expect(snippetOf({ ...spot, printed: '2106.66' }, finderOf({ figures: [one] }, 'zh'))).toBe('公共安全支出2106.66');
    expect(snippetOf({ ...spot, printed: '20.10' }, finderOf({ figures: [one] }, 'zh'))).toBe('住房支出20.10');
  });
  it('reach further where the same words stand in another passage', () => {
    const other = figure('20.10', '住房', { line: 9, column: 5 }, '住房支出20.10万元，占比不变');
    const text = snippetOf({ ...spot, printed: '20.10' }, finderOf({ figures: [one, other] }, 'zh'));
    expect(text).not.toBe('住房支出20.10');
    expect(text).toContain('20.10');
    expect(other.quote).not.toContain(text);
  });
  it('are the same place where passages of one line overlap', () => {
    const other = figure('71.65', '占比', { line: 3, column: 20 }, '占71.65%；住房支出20.10万元，均为当年预算');
    expect(snippetOf({ ...spot, printed: '20.10' }, finderOf({ figures: [one, other] }, 'zh'))).toBe('住房支出20.10');
  });
  it.each(['财政拨款收、支总计516.82万元', '1,234.50万元，其中：甲项10:20分', '', '，。；'])(
    '%j is cut between words only',
    text => {
      for (const start of [...clauseStarts(text), ...wordStarts(text)]) {
        expect(/\d/.test(text[start] ?? '') && /[\d.,:]/.test(text[start - 1] ?? ''), text.slice(start)).toBe(false);
      }
    },
  );
  it('of a long passage are its first clause', () => {
    expect(firstClause('人员经费215.26万元，主要包括：基本工资、津贴', 24)).toBe('人员经费215.26万元');
  });
});

describe('places', () => {
  const at = { table: '支出决算表', number: '公开03表', row: '205 教育支出', col: '项目支出' };
  const finder: Finder = { lang: 'zh', named: false, quotes: [], within: new Map() };
  const cell = { ...figure('18.20', '教育', { tableNumber: 5, rowNumber: 20, columnNumber: 5 }, '205 教育支出 18.20'), at };
  it('are told by the number a table bears, else by its title, never by counting tables', () => {
    expect(whereWords({ ...cell, figure: cell }, finder)).toBe('公开03表 205 教育支出 · 项目支出');
    const { number: _, ...bare } = at;
    expect(whereWords({ ...cell, figure: { ...cell, at: bare } }, finder)).toBe('“支出决算表”205 教育支出 · 项目支出');
  });
  it('name the sheet once where it bears the number of its table', () => {
    const inSheet = { ...cell, place: { file: 'a.xlsx', sheet: '公开03表', cell: 'E20' } };
    expect(whereWords({ ...inSheet, figure: inSheet }, finder)).toBe('公开03表 205 教育支出 · 项目支出（E20）');
  });
  it('of what is no figure go by the table or heading around it', () => {
    const audit = { figures: [cell, { ...figure('1', '甲', { paragraph: 40 }, '甲1'), section: '一、概况 › 二、收入情况' }] };
    expect(aroundWords({ tableNumber: 5 }, audit, 'zh')).toBe('公开03表');
    expect(aroundWords({ paragraph: 58 }, audit, 'zh')).toBe('“二、收入情况”附近');
    expect(aroundWords({ page: 3, tableNumber: 5 }, audit, 'zh')).toBe('第 3 页');
  });
});

describe('many reports', () => {
  const audits = [clean('甲.txt'), noted('乙.txt'), sampleAudit(), clean('丁.txt')];
  const render = (options: Partial<ReporterOptions> = {}) => terminal.render(audits, [], { ...plain, ...options });
  it('tell a clean one in one line, the worst first, the totals last', () => {
    const lines = render().trimEnd().split('\n');
    expect(lines.filter(line => line.includes('甲.txt'))).toHaveLength(1);
    const rows = lines.slice(lines.findIndex(line => line.startsWith('=====')) + 1);
    expect(rows[0]).toContain('决算公开.txt');
    expect(rows.slice(1, 4).map(row => row.slice(0, 5))).toEqual(['甲.txt', '乙.txt', '丁.txt']);
    expect(rows).toContain('合计 4 份报告');
    expect(lines.at(-1)).toContain('个数核对了');
  });
  it('keep the totals when quiet, without those that only have notes', () => {
    const text = render({ quiet: true });
    expect(text).not.toContain('甲.txt');
    expect(text).not.toContain('乙.txt');
    expect(text).toContain('合计 4 份报告');
    expect(text).toContain('其中 3 份没有要改的');
  });
  it('are counted by rule where that is asked for', () => {
    const text = render({ statistics: true });
    expect(text).toMatch(/SUM-001 .*\s1\s+1\s+0\s+1$/m);
    expect(render()).not.toContain('各条规则的问题');
  });
});

describe('one report', () => {
  it('repeats its list at the end only where the beginning is out of sight', () => {
    const audit = sampleAudit();
    const loud = audit.issues.filter(({ severity }) => severity !== 'note');
    const long = { ...audit, issues: Array.from({ length: 12 }, (_, i) => ({ ...loud[0]!, id: `x${i}` })) };
    const lines = (one: Audit) => terminal.render([one], [], plain).trimEnd().split('\n');
    expect(lines(audit).some(line => line.includes('同开头的清单'))).toBe(false);
    const told = lines(long);
    expect(told.length).toBeGreaterThan(45);
    expect(told.slice(-13)[0]).toBe('要改 12 处（同开头的清单）');
    expect(told.at(-1)).toContain('12');
  });
  it('counts addends that are nothing, and does not tell a reason twice', () => {
    const audit = sampleAudit();
    const [lead] = audit.findings as [Finding];
    const zeros = { ...lead, equation: '1.00 + 0.00 + 0.00 + 0.00 = 1.00 ≠ 2.00' };
    const issue: Issue = { ...audit.issues.find(one => one.corrections.length > 0)!, lead: zeros, findings: [zeros] };
    const text = terminal.render([{ ...audit, issues: [issue] }], [], plain);
    expect(text).toContain('1.00 + 3 个 0 = 1.00 ≠ 2.00');
    expect(text).not.toContain('写的是');
  });
});
