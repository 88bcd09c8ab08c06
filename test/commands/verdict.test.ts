import { describe, expect, it } from 'vitest';
import { verdictOf } from '../../src/commands/parts/verdict.ts';
import type { Audit, Severity } from '../../src/model/index.ts';
import { barrenAudit, failure, sampleAudit } from '../reporters/sample.ts';

const withOnly = (severity: Severity): Audit => {
  const audit = sampleAudit();
  return { ...audit, findings: audit.findings.slice(0, 1).map(finding => ({ ...finding, severity })) };
};
const GAP = { what: 'page', place: { file: '扫描.pdf', page: 2 }, why: 'reader.pdf.pictures', params: { pages: '2' } } as const;
const BARS = ['error', 'warning', 'note', 'never'] as const;

describe('exit code', () => {
  it.each([
    ['error', [1, 1, 1, 0]],
    ['warning', [0, 1, 1, 0]],
    ['note', [0, 0, 1, 0]],
  ] as const)('a report whose worst is %s', (severity, codes) => {
    expect(BARS.map(failOn => verdictOf([withOnly(severity)], [], { failOn }))).toEqual(codes);
  });
  it('2 wins over 1 wins over 0', () => {
    const clean = { ...sampleAudit(), findings: [] };
    expect(verdictOf([clean], [], { failOn: 'error' })).toBe(0);
    expect(verdictOf([clean, sampleAudit()], [], { failOn: 'error' })).toBe(1);
    expect(verdictOf([clean, sampleAudit()], [failure], { failOn: 'error' })).toBe(2);
    expect(verdictOf([], [failure], { failOn: 'never' })).toBe(2);
  });
  it('a report of which nothing could be judged is 2, whatever is asked for', () => {
    expect(verdictOf([barrenAudit()], [], { failOn: 'never' })).toBe(2);
    expect(verdictOf([sampleAudit(), barrenAudit()], [], { failOn: 'error' })).toBe(2);
  });
  it('--min-coverage fails where fewer figures are checked', () => {
    const clean = { ...sampleAudit(), findings: [] };
    expect(verdictOf([clean], [], { failOn: 'error', coverage: 71 })).toBe(0);
    expect(verdictOf([clean], [], { failOn: 'error', coverage: 72 })).toBe(1);
  });
  it('--strict fails what could not be decided', () => {
    const open = { ...sampleAudit(), findings: [] };
    const decided = { ...open, summary: { ...open.summary, undecided: 0 } };
    expect(verdictOf([open], [], { failOn: 'error', strict: true })).toBe(1);
    expect(verdictOf([{ ...decided, gaps: [GAP] }], [], { failOn: 'error', strict: true })).toBe(1);
    expect(verdictOf([{ ...decided, gaps: [GAP] }], [], { failOn: 'error' })).toBe(0);
    expect(verdictOf([decided], [], { failOn: 'error', strict: true, skipped: 1 })).toBe(1);
    expect(verdictOf([decided], [], { failOn: 'error', strict: true })).toBe(0);
  });
  it('--strict lets pass what was only read in doubt, unless it is asked for', () => {
    const doubt = { code: 'doubt.inferred', inferred: ['base'] } as const;
    const undecided = [{ rule: 'PCT-001', about: '办公费', missing: [], doubt }];
    const doubtful = { ...sampleAudit(), findings: [], undecided };
    expect(verdictOf([doubtful], [], { failOn: 'error', strict: true })).toBe(0);
    expect(verdictOf([doubtful], [], { failOn: 'error', strict: 'readings' })).toBe(1);
  });
});
