import { describe, expect, it } from 'vitest';
import { isDay } from '../../src/config/day.ts';
import { parseBaseline, parseConfig, setAside, writeBaseline } from '../../src/config/index.ts';
import type { Audit, Problem } from '../../src/model/index.ts';
import { problemWords } from '../../src/reporters/parts/problems.ts';
import { sampleAudit } from '../reporters/sample.ts';

const RULES = ['SUM-001', 'TIE-001', 'TXT-001'];
const parse = (text: string) => parseConfig({ file: 'audit.yaml', text }, RULES);

function mistakes(text: string): Problem[] {
  try {
    parse(text);
  } catch (error) {
    const problem = error as Problem;
    return [problem, ...problem.others];
  }
  return [];
}
const told = (text: string) => mistakes(text).map(({ code, place }) => [code, place?.line, place?.column]);

describe('audit.yaml', () => {
  it('says what a run goes by', () => {
    const config = parse(`
fail-on: warning
strict: true
severity: {SUM-001: note}
skip: [TXT-001]
today: 2024-06-30
suppress:
  - {rule: TIE-001, file: "*.docx", reason: 口径不同, until: 2024-12-31}
  - {fingerprint: 12345e678901, reason: 已核实}
`);
    expect(config).toMatchObject({ failOn: 'warning', strict: true, skip: ['TXT-001'], rules: [], today: '2024-06-30' });
    expect(config.severity.get('SUM-001')).toBe('note');
    expect(config.suppressions.map(one => one.rule ?? one.fingerprint)).toEqual(['TIE-001', '12345e678901']);
  });
  it.each(['', '# 空的\n'])('may say nothing: %j', text => expect(parse(text).suppressions).toEqual([]));
  it.each([
    ['fail-on: warnin', 'config.bad-value-near', 1, 10],
    ['strict: 是', 'config.not-switch', 1, 9],
    ['strict: true\nseverty: {}', 'config.unknown-key-near', 2, 1],
    ['severity:\n  SUM-002: note', 'config.unknown-rule-near', 2, 3],
    ['severity: {SUM-001: big}', 'config.bad-value', 1, 21],
    ['skip: TIE-001', 'config.not-list', 1, 7],
    ['skip: [TIE-001, 甲]', 'config.unknown-rule', 1, 17],
    ['suppress:\n  - rule: SUM-001', 'config.missing', 2, 5],
    ['suppress:\n  - rule: SUM-001\n    reason: ""', 'config.not-text', 3, 13],
    ['suppress:\n  - reason: 无', 'config.which', 2, 5],
    ['suppress:\n  - {rule: SUM-001, fingerprint: a, reason: b}', 'config.which', 2, 5],
    ['suppress:\n  - {rule: SUM-001, reason: b, untill: 2024-01-01}', 'config.unknown-key-near', 2, 32],
    ['suppress:\n  - {rule: SUM-001, reason: b, until: 2024-02-30}', 'config.date', 2, 39],
    ['today: 明天', 'config.date', 1, 8],
    ['a: 1\na: 2', 'config.duplicate', 2, 1],
    ['fail-on: [', 'config.syntax', 1, 11],
    ['- 清单', 'config.no-entries', 1, 1],
  ])('%j: %s at %i:%i', (text, ...expected) => expect(told(text)).toContainEqual(expected));
  it('tells all mistakes at once, in the order of the file, in both languages', () => {
    const text = 'suppress:\n  - rule: X\n    reason: y\nskip: 1\nfailon: error\n';
    expect(told(text).map(([, line]) => line)).toEqual([2, 4, 5]);
    const [first, ...others] = mistakes(text);
    Object.defineProperty(first, 'others', { value: others });
    for (const lang of ['zh', 'en'] as const) {
      const words = problemWords('audit.yaml', first!, lang);
      expect(words).not.toMatch(/\[config\.|\{\w+\}/);
      expect(words.split('\n')).toHaveLength(4);
    }
  });
});

describe('days', () => {
  it.each([
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['2000-02-29', true],
    ['1900-02-29', false],
    ['2024-13-01', false],
    ['2024-1-1', false],
    ['2024-04-31', false],
    ['', false],
  ])('%s: %s', (day, is) => expect(isDay(day)).toBe(is));
});

describe('what does not count', () => {
  const none = { suppressions: [], baseline: [], today: '2024-06-30', fromConfig: String, fromBaseline: String };
  const [audit] = [sampleAudit()];
  const fingerprints = (one: Audit) => one.findings.map(finding => finding.fingerprint);

  it('leaves everything as it is when nothing is named', () => expect(setAside([audit], none).audits[0]).toBe(audit));
  it('takes out the findings of a rule, and counts anew', () => {
    const { audits, unused } = setAside([audit], { ...none, suppressions: [{ rule: 'SUM-001', reason: '已说明' }] });
    expect(fingerprints(audits[0]!)).toEqual(['SUM-002-c3', 'TXT-001-c1']);
    expect(audits[0]!.suppressed).toHaveLength(2);
    expect(audits[0]!.summary).toMatchObject({ errors: 1, warnings: 0, notes: 1, fails: audit.summary.fails });
    expect(unused).toEqual([]);
  });
  it('takes out one finding by its fingerprint', () => {
    const { audits } = setAside([audit], { ...none, suppressions: [{ fingerprint: 'SUM-001-c2', reason: '…' }] });
    expect(fingerprints(audits[0]!)).toEqual(['SUM-002-c3', 'TXT-001-c1', 'SUM-001-c1']);
  });
  it('says which suppressions met nothing, and which are over', () => {
    const unused = { rule: 'TIE-001', reason: '…' };
    const last = { rule: 'SUM-001', reason: '…', until: '2024-06-30' };
    const over = { rule: 'TXT-001', reason: '…', until: '2024-06-29' };
    const counted = setAside([audit], { ...none, suppressions: [unused, last, over] });
    expect(counted).toMatchObject({ unused: [unused], expired: [over] });
    expect(fingerprints(counted.audits[0]!)).toContain('TXT-001-c1');
    expect(fingerprints(counted.audits[0]!)).not.toContain('SUM-001-c1');
  });
  it.each([
    ['决算公开.txt', '甲/决算公开.txt', true],
    ['*.txt', '甲/乙/决算公开.txt', true],
    ['甲/*.txt', '甲/决算公开.txt', true],
    ['甲/*.txt', '甲/乙/决算公开.txt', false],
    ['甲/**/*.txt', '甲/乙/决算公开.txt', true],
    ['甲/**', '甲/乙/决算公开.txt', true],
    ['决算.txt', '甲/决算公开.txt', false],
    ['决算(1).txt', '决算(1).txt', true],
  ])('the file %s names %s: %s', (file, path, is) => {
    const given = { ...none, suppressions: [{ rule: 'SUM-001', file, reason: '…' }], fromConfig: () => path };
    expect(setAside([audit], given).audits[0]!.suppressed !== undefined).toBe(is);
  });
  it('a baseline lets through what is new, and tells what is gone from the files at hand', () => {
    const known = (file: string, fingerprint: string) => ({ file, rule: fingerprint.slice(0, 7), fingerprint, message: '…' });
    const gone = known(audit.file, 'TIE-001-x');
    const baseline = [known(audit.file, 'SUM-001-c1'), gone, known('别的.txt', 'SUM-001-c2')];
    const counted = setAside([audit], { ...none, baseline });
    expect(fingerprints(counted.audits[0]!)).toEqual(['SUM-002-c3', 'TXT-001-c1', 'SUM-001-c2']);
    expect(counted.vanished).toEqual([gone]);
  });
  it('a baseline comes back as it was written, sorted and without doubles', () => {
    const one = { file: 'b.txt', rule: 'SUM-001', fingerprint: '123456789012', message: '“甲”……' };
    const two = { ...one, file: 'a.txt' };
    const text = writeBaseline([one, two, one]);
    expect(parseBaseline({ file: 'b.json', text })).toEqual([two, one]);
    expect(writeBaseline([two, one])).toBe(text);
  });
});
