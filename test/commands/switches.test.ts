import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reporters } from '../../src/reporters/index.ts';
import { readJUnit } from '../reporters/junit.ts';
import { sarifFaults } from '../reporters/sarif.ts';
import { audit, BAD, folderWith, GOOD } from './run.ts';

/** BAD fails in two rules: the sum of its parts (SUM-001), and a share (PCT-001). */
const folder = folderWith({ '好.txt': GOOD, '坏.txt': BAD, '空.txt': '' });
const check = (...args: string[]) => audit(['check', ...args], { cwd: folder });
const rulesOf = (out: string) => {
  const [report] = JSON.parse(out).reports;
  return [...new Set(report.findings.map((finding: { rule: string }) => finding.rule))].sort();
};
const failing = rulesOf(check('坏.txt', '--format', 'json').out) as string[];
const [first = '', second = ''] = failing;

it('the bad report fails in several rules', () => expect(failing.length).toBeGreaterThan(1));

describe('--format', () => {
  it('all formats in one run, each into its own file', () => {
    const pairs = reporters.flatMap(({ name }) => ['--format', name, '--output', `出.${name}`]);
    const { code, out } = check('坏.txt', '好.txt', '空.txt', ...pairs);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    for (const { name } of reporters) {
      const alone = check('坏.txt', '好.txt', '空.txt', '--format', name).out;
      expect(readFileSync(join(folder, `出.${name}`), 'utf8'), name).toBe(alone);
      expect(alone, name).toContain(
        name === 'csv-relations'
          ? 'SUM-001'
          : name === 'sarif'
            ? encodeURIComponent('空.txt')
            : name === 'terminal'
              ? '无法审核'
              : '空.txt',
      );
    }
  });
  it('junit and sarif are valid', () => {
    const all = ['坏.txt', '好.txt', '空.txt', '--format'];
    expect(
      new Set(readJUnit(check(...all, 'junit').out).children.map(suite => suite.attributes.name!.split(' · ')[0])).size,
    ).toBe(3);
    expect(sarifFaults(check(...all, 'sarif').out)).toEqual([]);
  });
  it('--bom is for csv', () => {
    expect(check('坏.txt', '--format', 'csv', '--bom').out).toMatch(/^\ufeff/);
    expect(check('坏.txt', '--format', 'json', '--bom').out).not.toMatch(/^\ufeff/);
  });
});

describe('--fail-on and --severity', () => {
  const severities = (level: string) => failing.flatMap(rule => ['--severity', `${rule}=${level}`]);
  it.each([
    ['error', 'error', 1],
    ['error', 'warning', 0],
    ['warning', 'warning', 1],
    ['warning', 'note', 0],
    ['note', 'note', 1],
    ['never', 'error', 0],
  ])('fails on %s, what is found is %s: exit %i', (failOn, level, code) => {
    expect(check('坏.txt', '--fail-on', failOn, ...severities(level)).code).toBe(code);
  });
  it('a severity is of one rule', () => {
    const { out } = check('坏.txt', '--severity', `${first}=note`, '--format', 'json');
    const severityOf = new Map(
      JSON.parse(out).reports[0].findings.map((one: { rule: string; severity: string }) => [one.rule, one.severity]),
    );
    expect(severityOf.get(first)).toBe('note');
    expect(severityOf.get(second)).toBe('error');
  });
});

describe('--rule and --skip', () => {
  it('--rule applies that rule only', () => {
    const { out } = check('坏.txt', '--rule', first.toLowerCase(), '--format', 'json', '--all');
    expect(rulesOf(out)).toEqual([first]);
    expect(new Set(JSON.parse(out).reports[0].checks.map((one: { rule: string }) => one.rule))).toEqual(new Set([first]));
  });
  it('--rule may be repeated', () => {
    expect(rulesOf(check('坏.txt', '--rule', first, '--rule', second, '--format', 'json').out)).toEqual([first, second]);
  });
  it('--skip leaves it out, in the counts as well', () => {
    const { out } = check('坏.txt', '--skip', first, '--format', 'json');
    expect(rulesOf(out)).toEqual(failing.slice(1));
    const { summary, findings } = JSON.parse(out).reports[0];
    expect(summary.errors).toBe(findings.filter((one: { severity: string }) => one.severity === 'error').length);
  });
  it.each([
    [['--rule', 'SUM-01'], '是不是“SUM-001”'],
    [['--skip', '甲'], '没有编号为“甲”的规则'],
    [['--severity', 'SUM-001'], '规则编号=级别'],
    [['--severity', 'SUM-001=eror'], '是不是“error”'],
    [['--today', '2024-2-1'], '不是日期'],
    [['--write-baseline'], '--baseline'],
    [['--config', '没有.yaml'], '没有这个文件'],
    [['--baseline', '没有.json'], '--write-baseline'],
  ])('%j: exit 2', (args, told) => {
    const { code, out, err } = check('坏.txt', ...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(told);
  });
});

describe('--strict', () => {
  const open = folderWith({ '表.txt': GOOD.replace('增加20.00万元，增长20%', '增加约20万元，增长25%') });
  it('what could not be decided fails', () => {
    const plain = audit(['check', '表.txt', '--format', 'json'], { cwd: open });
    const { undecided } = JSON.parse(plain.out).reports[0].summary;
    const strict = audit(['check', '表.txt', '--strict'], { cwd: open });
    expect(undecided).toBeGreaterThan(0);
    expect([plain.code, strict.code]).toEqual([0, 1]);
  });
});

describe('audit.yaml', () => {
  const config = (text: string) => folderWith({ '坏.txt': BAD, 'audit.yaml': text });
  const suppress = (more: string) => failing.map(rule => `  - {rule: ${rule}, reason: 口径不同${more}}\n`).join('');

  it('is read from the folder the tool is started in; switches have the last word', () => {
    const cwd = config('fail-on: never\n');
    expect(audit(['check', '坏.txt'], { cwd }).code).toBe(0);
    expect(audit(['check', '坏.txt', '--fail-on', 'error'], { cwd }).code).toBe(1);
  });
  it('suppresses, until the day it says', () => {
    const cwd = config(`suppress:\n${suppress(', until: 2024-06-30')}`);
    const before = audit(['check', '坏.txt', '--today', '2024-06-30'], { cwd });
    expect(before).toMatchObject({ code: 0, err: '' });
    expect(before.out).toMatch(/另有 \d+ 个按基线或配置不计/);
    const after = audit(['check', '坏.txt', '--today', '2024-07-01'], { cwd });
    expect(after.code).toBe(1);
    expect(after.err).toContain('已于 2024-06-30 到期');
  });
  it('tells what met nothing', () => {
    const { code, err } = audit(['check', '坏.txt'], { cwd: config('suppress:\n  - {rule: PRJ-001, reason: 去年的}\n') });
    expect(code).toBe(1);
    expect(err).toContain('没有用上');
    expect(err).toContain('去年的');
  });
  it('with mistakes: all of them, and nothing is audited', () => {
    const { code, out, err } = audit(['check', '坏.txt'], { cwd: config('failon: error\nsuppress:\n  - rule: SUM-01\n') });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('配置文件 audit.yaml 有误');
    expect(err).toContain('第 1 行第 1 字：不认识“failon”，是不是“fail-on”');
    expect(err).toContain('第 3 行第 11 字：没有编号为“SUM-01”的规则，是不是“SUM-001”');
    expect(err).toContain('缺少“reason”');
  });
});

describe('--baseline', () => {
  const cwd = folderWith({ '报告/坏.txt': BAD, '别处/空': '' });
  const run = (...args: string[]) => audit(['check', '报告/坏.txt', '--baseline', '基线.json', ...args], { cwd });

  it('is written, then only what is new counts, and what is gone is told', () => {
    const written = run('--write-baseline');
    expect(written.code).toBe(0);
    expect(written.err).toContain(`共 ${JSON.parse(readFileSync(join(cwd, '基线.json'), 'utf8')).findings.length} 条`);
    expect(run()).toMatchObject({ code: 0, err: '' });

    // edits elsewhere and a new first page do not make old findings new
    const moved = `${'　　本报告按要求公开。\n'.repeat(40)}${BAD}\n三、其他\n无其他需要说明的事项。\n`;
    writeFileSync(join(cwd, '报告/坏.txt'), moved);
    expect(run()).toMatchObject({ code: 0, err: '' });

    writeFileSync(join(cwd, '报告/坏.txt'), moved.replace('增长20%', '增长25%'));
    const fresh = run('--format', 'json');
    expect(fresh.code).toBe(1);
    expect(JSON.parse(fresh.out).reports[0].findings).toHaveLength(1);

    writeFileSync(join(cwd, '报告/坏.txt'), GOOD);
    const clean = run();
    expect(clean.code).toBe(0);
    expect(clean.err).toMatch(/基线中的 \d+ 条问题已不再出现/);
  });
  it('names files as seen from its own folder, so that it can be kept with the reports', () => {
    writeFileSync(join(cwd, '报告/坏.txt'), BAD);
    expect(existsSync(join(cwd, '基线.json'))).toBe(true);
    run('--write-baseline');
    const inside = audit(['check', join(cwd, '报告/坏.txt'), '--baseline', '../基线.json'], { cwd: join(cwd, '报告') });
    expect(inside.code).toBe(0);
  });
  it('a broken one is told', () => {
    writeFileSync(join(cwd, '坏的.json'), '{"version": 2, "findings": [{}]}');
    const { code, err } = audit(['check', '报告/坏.txt', '--baseline', '坏的.json'], { cwd });
    expect(code).toBe(2);
    expect(err).toContain('坏的.json');
  });
});
