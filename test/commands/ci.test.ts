import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeAccounts } from '../generator/accounts.ts';
import { emitText } from '../generator/emit/text.ts';
import { writeReport } from '../generator/narrative/index.ts';
import { STYLES } from '../generator/narrative/styles.ts';
import { mapMarks } from '../generator/report.ts';
import { readJUnit } from '../reporters/junit.ts';
import { sarifFaults } from '../reporters/sarif.ts';
import { audit, folderWith } from './run.ts';

/** What a department's office collects: ten reports of its units, two of them wrong, and a file that is no report at all. */
const style = STYLES.basin!;
const reports = Array.from({ length: 10 }, (_, i) => writeReport(makeAccounts(`ci ${i}`, { year: 2023 }), style, i));
const wrong = (which: number) => which === 3 || which === 7;
const planted = reports.map((report, i) =>
  wrong(i) ? mapMarks(report, mark => (mark.fact === 'change/T1.TI' ? { ...mark, printed: `9${mark.printed}` } : mark)) : report,
);
const named = (i: number) => `${String(i).padStart(2, '0')} 某单位.txt`;
const files = Object.fromEntries(planted.map((report, i) => [`收到/${named(i)}`, emitText(report).text]));
const folder = folderWith({ ...files, '收到/损坏.pdf': '%PDF-1.7\n这不是 PDF\n', '收到/说明.md': '各单位报送的报告' });
const FORMATS = ['junit', 'sarif', 'github', 'gitlab', 'json'] as const;
const run = (...args: string[]) =>
  audit(
    ['check', '收到', ...FORMATS.flatMap(name => ['--format', name, '--output', `出.${name}`]), '--format', 'terminal', ...args],
    {
      cwd: folder,
    },
  );
const output = (name: (typeof FORMATS)[number]) => readFileSync(join(folder, `出.${name}`), 'utf8');
const bad = [3, 7].map(i => `收到/${named(i)}`);

describe('ten reports, two with planted errors, and one unreadable file', () => {
  const { code, out, err } = run();

  it('2: one file could not be audited, and is named; nothing else is hidden', () => {
    expect(code).toBe(2);
    expect(err).toContain('无法审核 收到/损坏.pdf：');
    expect(err).toContain('说明.md');
    expect(out).toContain('合计 10 份报告，另有 1 个无法审核');
    for (let i = 0; i < 10; i++) expect(out).toContain(named(i));
  });
  it('json: errors in just the two', () => {
    const found = JSON.parse(output('json')).reports.filter(
      (report: { summary: { errors: number } }) => report.summary.errors > 0,
    );
    expect(found.map((report: { file: string }) => report.file)).toEqual(bad);
  });
  it('JUnit: suites by report and rule; failures for errors in just the two, an error in the unreadable one', () => {
    const { children: suites } = readJUnit(output('junit'));
    const fileOf = (suite: (typeof suites)[number]) => suite.attributes.name!.split(' · ')[0];
    expect(new Set(suites.map(fileOf)).size).toBe(11);
    const failures = (suite: (typeof suites)[number]) =>
      suite.children.flatMap(one => one.children).filter(({ name }) => name === 'failure');
    const failing = suites.filter(suite => failures(suite).some(one => one.attributes.type === 'error'));
    expect([...new Set(failing.map(fileOf))]).toEqual(bad);
    expect(suites.filter(suite => suite.attributes.errors !== '0').map(fileOf)).toEqual(['收到/损坏.pdf']);
    const [failure] = failures(failing[0]!);
    expect(failure!.attributes.message).toMatch(/改为 [\d,.]+.*\[[0-9a-f]{6}/);
    expect(failure!.text).toMatch(/第 \d+ 行/);
  });
  it('SARIF: valid; results with lines in the two, the unreadable file as a notification', () => {
    expect(sarifFaults(output('sarif'))).toEqual([]);
    const [{ results, invocations }] = JSON.parse(output('sarif')).runs;
    const errors = results.filter((one: { level: string }) => one.level === 'error');
    const where = errors.map(
      (one: { locations: { physicalLocation: { artifactLocation: { uri: string }; region: object } }[] }) => {
        expect(one.locations[0]!.physicalLocation.region).toHaveProperty('startLine');
        return decodeURIComponent(one.locations[0]!.physicalLocation.artifactLocation.uri);
      },
    );
    expect([...new Set(where)]).toEqual(bad);
    expect(invocations[0].executionSuccessful).toBe(false);
  });
  it('annotations: an error at a line of each of the two, and of the unreadable file', () => {
    const errors = output('github')
      .split('\n')
      .filter(line => line.startsWith('::error '));
    const where = [...new Set(errors.map(line => /file=([^,:]+)/.exec(line)![1]))];
    expect(where).toEqual(['收到/损坏.pdf', ...bad]);
    for (const line of errors.slice(1)) expect(line).toMatch(/,line=\d+,col=\d+/);
  });
  it('code quality: every entry has its own fingerprint', () => {
    const entries = JSON.parse(output('gitlab'));
    expect(new Set(entries.map((one: { fingerprint: string }) => one.fingerprint)).size).toBe(entries.length);
    expect(entries.filter((one: { severity: string }) => one.severity === 'blocker')).toHaveLength(1);
  });
});

describe('with a baseline', () => {
  it('only the unreadable file is left', () => {
    expect(run('--baseline', '基线.json', '--write-baseline').code).toBe(2);
    expect(run('--baseline', '基线.json').code).toBe(2);
    const { children: suites } = readJUnit(output('junit'));
    expect(suites.every(suite => suite.attributes.failures === '0')).toBe(true);
    expect(suites.filter(suite => suite.attributes.errors !== '0')).toHaveLength(1);
    expect(JSON.parse(output('sarif')).runs[0].results.every((one: { suppressions?: object[] }) => one.suppressions)).toBe(true);
  });
  it('without it, the run passes', () => {
    const { code, out } = audit(['check', '收到/*.txt', '--baseline', '基线.json'], { cwd: folder });
    expect(code).toBe(0);
    expect(out).toContain('合计 10 份报告');
  });
});
