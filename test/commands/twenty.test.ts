import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writePdf } from '../readers/pdf/make/pdf.ts';
import { readJUnit } from '../reporters/junit.ts';
import { sarifFaults } from '../reporters/sarif.ts';
import { audit, BAD, folderWith, GOOD } from './run.ts';

/**
 * A morning in CI: twenty units have handed in. Twelve are right, three wrong, one is half a scan, one sent a picture archive only, one
 * says nothing that can be judged; two had a mistake that the baseline knows: one sent another wrong value, one mended it.
 */
const nth = (i: number) => String(i).padStart(2, '0');
const named = (text: string, i: number) =>
  text.replaceAll('测试局', `第${'甲乙丙丁戊己庚辛壬癸'[i % 10]}${i < 10 ? '一' : '二'}局`);
const CLEAN = Array.from({ length: 12 }, (_, i) => i);
const WRONG = [12, 13, 14];
const [SCANNED, ARCHIVE, BARREN, CHANGED, MENDED] = [15, 16, 17, 18, 19] as const;
const file = (i: number) => `报送/${nth(i)}.txt`;

/** The text on the first page; the second is a picture. */
function halfScanned(): Uint8Array {
  const lines = named(GOOD, SCANNED).split('\n');
  const words = lines.flatMap((text, i) => (text === '' ? [] : [{ x: 60, y: 80 + i * 24, text, size: 9 }]));
  return writePdf([{ words }, { pictures: [[0, 700, 595, 140]] }]);
}

const cwd = folderWith({
  ...Object.fromEntries(CLEAN.map(i => [file(i), named(GOOD, i)])),
  ...Object.fromEntries(WRONG.map(i => [file(i), named(BAD, i)])),
  [`报送/${SCANNED}.pdf`]: halfScanned(),
  [`报送/${ARCHIVE}/报告.rar`]: 'Rar!\u001a\u0007\u0000',
  [file(BARREN)]: named('某某市测试局2023年度部门决算\n\n2023年度购置设备5台。\n', BARREN),
  [file(CHANGED)]: named(BAD, CHANGED),
  [file(MENDED)]: named(BAD, MENDED),
});
// What was known the evening before.
audit(['check', file(CHANGED), file(MENDED), '--baseline', '基线.json', '--write-baseline', '--quiet'], { cwd });
writeFileSync(join(cwd, file(CHANGED)), named(BAD.replace('76.00', '79.00'), CHANGED));
writeFileSync(join(cwd, file(MENDED)), named(GOOD, MENDED));

const FORMATS = ['junit', 'sarif', 'github', 'gitlab', 'markdown', 'csv', 'json', 'ndjson'] as const;
const outputs = FORMATS.flatMap(format => ['--format', format, '--output', `出.${format}`]);
const run = (...args: string[]) => audit(['check', '报送', '--baseline', '基线.json', ...args], { cwd });
const output = (name: (typeof FORMATS)[number]) => readFileSync(join(cwd, `出.${name}`), 'utf8');
const loud = [...WRONG, CHANGED].map(file);

describe('the CI story of twenty submissions', () => {
  const { code, out, err } = run(...outputs, '--format', 'terminal');

  it('2: an archive could not be read, and a report was not judged; both are named, nothing is hidden', () => {
    expect(code).toBe(2);
    expect(err).toContain(`${ARCHIVE}/报告.rar`);
    expect(out).toMatch(new RegExp(`${BARREN}\\.txt +没有一条关系可以判断`));
    expect(out).toContain('合计 19 份报告，另有 1 个无法审核');
  });
  it('the mistake that changed counts, the one that was mended is told as gone', () => {
    // A line may end in the middle of a word.
    expect(out.replace(/\n +/g, '')).toContain('基线中的问题变了：原来写的是 76.00。');
    expect(err).toMatch(/基线中的 \d 条问题已不再出现/);
    expect(out).toContain(`报送/${nth(CHANGED)}.txt`);
  });
  it('json and ndjson: problems in the wrong ones alone, what was not read in the half-scanned one', () => {
    const { reports, problems } = JSON.parse(output('json')) as {
      reports: { file: string; problems: { severity: string }[]; unread: unknown[] }[];
      problems: { file: string }[];
    };
    const wrong = reports.filter(one => one.problems.some(({ severity }) => severity === 'error'));
    expect(wrong.map(one => one.file)).toEqual(loud);
    expect(reports.filter(one => one.unread.length > 0).map(one => one.file)).toEqual([`报送/${SCANNED}.pdf`]);
    expect(problems.map(one => one.file)).toEqual([`报送/${ARCHIVE}/报告.rar`]);
    expect(output('ndjson').trim().split('\n')).toHaveLength(20);
  });
  it('JUnit: failures in the wrong ones, errors in what was not judged, what was not read is skipped, nothing else', () => {
    const { children: suites } = readJUnit(output('junit'));
    const fileOf = (suite: (typeof suites)[number]) => suite.attributes.name!.split(' · ')[0]!;
    const having = (name: 'failures' | 'errors' | 'skipped') => [
      ...new Set(suites.filter(suite => suite.attributes[name] !== '0').map(fileOf)),
    ];
    expect(having('failures')).toEqual(loud);
    expect(having('errors').sort()).toEqual([`报送/${ARCHIVE}/报告.rar`, file(BARREN)]);
    expect(having('skipped')).toContain(`报送/${SCANNED}.pdf`);
    for (const i of CLEAN)
      for (const name of ['failures', 'errors', 'skipped'] as const) expect(having(name)).not.toContain(file(i));
  });
  it('SARIF: valid; a result at its line in each of the wrong ones; the run did not succeed', () => {
    expect(sarifFaults(output('sarif'))).toEqual([]);
    const [{ results, invocations }] = JSON.parse(output('sarif')).runs;
    const errors = results.filter((one: { level: string; suppressions?: unknown }) => one.level === 'error' && !one.suppressions);
    const uris = errors.map((one: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }) =>
      decodeURIComponent(one.locations[0]!.physicalLocation.artifactLocation.uri),
    );
    expect([...new Set(uris)]).toEqual(loud);
    expect(invocations[0].executionSuccessful).toBe(false);
  });
  it('annotations: an error for each of the wrong ones and for what was not judged, a warning for the scan', () => {
    const lines = output('github').trim().split('\n');
    const at = (level: string) => [
      ...new Set(lines.flatMap(line => (line.startsWith(`::${level} `) ? /file=([^,:]+)/.exec(line)![1]! : []))),
    ];
    expect(at('error').sort()).toEqual([...loud, `报送/${ARCHIVE}/报告.rar`, file(BARREN)].sort());
    expect(at('warning')).toContain(`报送/${SCANNED}.pdf`);
    for (const i of CLEAN) expect([...at('error'), ...at('warning')]).not.toContain(file(i));
  });
  it('code quality, comment and list: as many as there are', () => {
    const blockers = JSON.parse(output('gitlab')).filter((one: { severity: string }) => one.severity === 'blocker');
    expect(blockers).toHaveLength(2);
    for (const i of WRONG) expect(output('markdown')).toContain(`${nth(i)}.txt`);
    const rows = output('csv').trim().split('\r\n');
    expect(rows.filter(row => row.includes(',错误,'))).toHaveLength(loud.length);
    expect(rows.filter(row => row.includes(',无法审核,'))).toHaveLength(2);
  });
  it('the overview puts the wrong ones first', () => {
    const units = JSON.parse(audit(['overview', '出.ndjson', '--format', 'json'], { cwd }).out).units as { file: string }[];
    expect(units).toHaveLength(19);
    expect(units.slice(0, 3).map(one => one.file)).toEqual(WRONG.map(file));
  });
  it('exit codes: the right ones 0, the wrong ones 1, a scan only where that is asked for, what was not judged 2', () => {
    const of = (...args: string[]) => audit(['check', ...args, '--baseline', '基线.json', '--quiet'], { cwd }).code;
    expect(of(...CLEAN.map(file), file(MENDED))).toBe(0);
    expect(of(file(WRONG[0]!))).toBe(1);
    expect(of(file(CHANGED))).toBe(1);
    expect(of(`报送/${SCANNED}.pdf`)).toBe(0);
    expect(of(`报送/${SCANNED}.pdf`, '--strict')).toBe(1);
    expect(of(file(BARREN))).toBe(2);
    expect(of(`报送/${ARCHIVE}`)).toBe(2);
  });
});
