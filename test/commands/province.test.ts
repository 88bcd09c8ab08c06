import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readJUnit } from '../reporters/junit.ts';
import { sarifFaults } from '../reporters/sarif.ts';
import { audit, folderWith } from './run.ts';

/** What a province brings: three rules, a form that the tool does not know, and one finding that is not to count. */
const RULES = `rules:
  - id: HZX-001
    title: 公务接待费不超过公用经费的 2%
    severity: warning
    formula: 公务接待费 <= 2% × 公用经费[一般公共预算]
    when: 有 公务接待费
    message: "{年度} 年度公务接待费 {左}，超过限额 {右}，多 {差}。"
    basis: 本省公务接待管理办法
    examples:
      - holds:
          公务接待费: 1.20万元
          公用经费[一般公共预算]: 60.00万元
      - breaks:
          公务接待费: 1.30万元
          公用经费[一般公共预算]: 60.00万元
      - silent:
          公务接待费: 0.00万元
          公用经费[一般公共预算]: 60.00万元
  - id: HZX-002
    title: 对口支援资金等于各类之和
    formula: 对口支援支出 = Σ 对口支援支出/*
    tolerance: 一分不差
    basis: 本省对口支援资金表样
    examples:
      - holds:
          对口支援支出: 30.00万元
          对口支援支出/205: 18.00万元
          对口支援支出/20502: 18.00万元
          对口支援支出/210: 12.00万元
      - breaks:
          对口支援支出: 30.00万元
          对口支援支出/205: 18.00万元
          对口支援支出/210: 12.01万元
  - id: HZX-003
    title: 对口支援资金省级安排不少于六成
    formula: 对口支援省级 >= 60% × 对口支援支出
    examples:
      - holds: {对口支援省级: 20.00万元, 对口支援支出: 30.00万元}
      - breaks: {对口支援省级: 17.00万元, 对口支援支出: 30.00万元}
`;
const FORMS = `indicators:
  对口支援支出: [援助资金合计]
  对口支援省级: [省级援助资金]
  对口支援市县: [市县援助资金]
tables:
  - key: AID
    name: 对口支援资金使用情况表
    title: {has: [对口支援, 情况表]}
    shape: codes
    columns:
      - {key: province, has: [省级安排], of: {indicator: 对口支援省级, scope: 全部资金}}
      - {key: city, has: [市县安排], of: {indicator: 对口支援市县, scope: 全部资金}}
      - {key: sum, has: [合计], of: {indicator: 对口支援支出, scope: 全部资金}}
    sums:
      - {rule: SUM-101, total: [sum], parts: [province, city]}
`;
const CONFIG = `own-rules: 省规则.yaml
own-forms: [省表样.yaml]
fail-on: warning
exclude: ["旧稿/**"]
folders:
  报告/乙: {severity: {HZX: note}}
suppress:
  - rule: HZX-001
    file: 报告/甲/*.html
    reason: 承办全省会议，已经批准
`;

type Row = readonly [string, string, string, string, string];
const SOUND: readonly Row[] = [
  ['', '合计', '30.00', '20.00', '10.00'],
  ['205', '教育支出', '18.00', '12.00', '6.00'],
  ['20502', '普通教育', '18.00', '12.00', '6.00'],
  ['210', '卫生健康支出', '12.00', '8.00', '4.00'],
  ['21002', '公立医院', '12.00', '8.00', '4.00'],
];
/** A short report with the province's form; `entertained` is what its guests cost. */
function report(rows: readonly Row[], entertained: string, name = '丁'): string {
  const cells = rows.map(row => `<tr>${row.map(cell => `<td>${cell}</td>`).join('')}</tr>`).join('\n');
  return `<html><body><h1>某某市${name}局2023年度部门决算</h1>
<p>2023年度一般公共预算财政拨款基本支出70.00万元，其中：人员经费60.00万元，公用经费10.00万元。</p>
<p>公务接待费支出决算为${entertained}万元。</p>
<p>对口支援资金使用情况表</p><p>单位：万元</p>
<table><tr><th>科目编码</th><th>科目名称</th><th>援助资金合计</th><th>省级安排</th><th>市县安排</th></tr>
${cells}</table></body></html>`;
}
/** One amount of one line is another. */
const changed = (line: number, col: number, amount: string) =>
  SOUND.map((row, i): Row => (i === line ? (row.map((cell, j) => (j === col ? amount : cell)) as unknown as Row) : row));

const province = (reports: Readonly<Record<string, string>>, own: Readonly<Record<string, string>> = {}) =>
  folderWith({ 'audit.yaml': CONFIG, '省规则.yaml': RULES, '省表样.yaml': FORMS, ...reports, ...own });

describe('a province in CI', () => {
  const folder = province({
    '报告/甲/甲局.html': report(SOUND, '0.50', '甲'),
    '报告/乙/乙局.html': report(SOUND, '0.50', '乙'),
    '报告/丙/丙局.html': report(changed(3, 2, '13.00'), '0.10', '丙'),
    '报告/丁/丁局.html': report(SOUND, '0.50'),
    '旧稿/丁局.html': report(changed(1, 3, '99.00'), '9.00'),
  });
  const run = (...args: string[]) => audit(args, { cwd: folder });
  const outputs = ['junit', 'sarif', 'json'].flatMap(name => ['--format', name, '--output', `出.${name}`]);
  const { code, out, err } = run('check', '报告', '旧稿', ...outputs, '--format', 'terminal');
  const data = JSON.parse(readFileSync(join(folder, '出.json'), 'utf8'));
  const found = new Map<string, string[]>(
    data.reports.map((one: { file: string; findings: { rule: string; severity: string }[] }) => [
      one.file,
      [...new Set(one.findings.map(({ rule, severity }) => `${rule} ${severity}`))].sort(),
    ]),
  );

  it('its rules are sound, and their examples come out as they say', () => {
    expect(run('rules', '--check', '省规则.yaml').code).toBe(0);
    expect(run('rules', '--test', '省规则.yaml')).toMatchObject({
      code: 0,
      out: expect.stringContaining('3 条规则，7 个例子，0 个不符'),
    });
  });
  it('what is approved does not count, what is told more mildly in a folder is, and old drafts are left aside', () => {
    expect(code).toBe(1);
    expect(found.get('报告/甲/甲局.html')).toEqual([]);
    expect(found.get('报告/乙/乙局.html')).toEqual(['HZX-001 note']);
    expect(found.get('报告/丁/丁局.html')).toEqual(['HZX-001 warning']);
    expect([...found.keys()].some(file => file.startsWith('旧稿'))).toBe(false);
    expect(err).toContain('按 exclude 略过 1 个文件');
  });
  it('the form is read: its sums by row and by line, and what the province says of it', () => {
    expect(found.get('报告/丙/丙局.html')).toEqual(expect.arrayContaining(['HZX-002 error', 'SUM-101 error', 'SUM-102 error']));
    expect(out).toContain('2023 年度公务接待费 0.50 万元，超过限额 0.20 万元，多 0.30 万元。');
  });
  it('the outputs for CI know the rules by their names', () => {
    expect(sarifFaults(readFileSync(join(folder, '出.sarif'), 'utf8'))).toEqual([]);
    expect(JSON.stringify(readJUnit(readFileSync(join(folder, '出.junit'), 'utf8')))).toContain('HZX-002');
    expect(readFileSync(join(folder, '出.sarif'), 'utf8')).toContain('公务接待费不超过公用经费的 2%');
  });
  it('with everything set right it passes', () => {
    const right = province({ '报告/丁局.html': report(SOUND, '0.10') });
    const { code, err } = audit(['check', '报告', '--strict'], { cwd: right });
    expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining('没有用上') });
  });
});

it('without the form the table is left unread, and that is said', () => {
  const folder = folderWith({ '丁局.html': report(SOUND, '0.10') });
  expect(audit(['check', '丁局.html'], { cwd: folder }).out).toContain('没有核对');
  expect(audit(['figures', '丁局.html', '--addresses'], { cwd: folder }).out).not.toContain('对口支援');
  const own = province({ '丁局.html': report(SOUND, '0.10') });
  expect(audit(['figures', '丁局.html', '--addresses'], { cwd: own }).out).toMatch(/^对口支援支出\/205 /m);
});

describe('a broken file stops the run before anything is audited', () => {
  const reports = { '丁局.html': report(SOUND, '0.10') };
  it.each([
    ['省规则.yaml', RULES.replace('severity: warning', 'severity: warn'), '第 4 行第 15 字'],
    ['省表样.yaml', FORMS.replace('shape: codes', 'shape: code'), '第 9 行第 12 字'],
    ['省表样.yaml', FORMS.replace('indicator: 对口支援市县', 'indicator: 对口支援市'), '是不是“对口支援市县”'],
  ])('%s', (name, text, told) => {
    const folder = province(reports, { [name]: text });
    for (const command of ['check', 'figures']) {
      const { code, out, err } = audit([command, '丁局.html'], { cwd: folder });
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain(`${name} 有误`);
      expect(err).toContain(told);
    }
  });
});
