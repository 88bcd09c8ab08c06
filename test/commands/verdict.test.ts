import { describe, expect, it } from 'vitest';
import { verdictOf } from '../../src/commands/parts/verdict.ts';
import type { Audit, Severity } from '../../src/model/index.ts';
import { barrenAudit, failure, sampleAudit } from '../reporters/sample.ts';

const withOnly = (severity: Severity): Audit => {
  const audit = sampleAudit();
  return { ...audit, findings: audit.findings.slice(0, 1).map(finding => ({ ...finding, severity })) };
};
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
  it('--strict fails what could not be decided', () => {
    const open = { ...sampleAudit(), findings: [] };
    expect(verdictOf([open], [], { failOn: 'error', strict: true })).toBe(1);
    expect(verdictOf([barrenAudit()], [], { failOn: 'never', strict: true })).toBe(1);
    const decided = { ...open, summary: { ...open.summary, undecided: 0 } };
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
