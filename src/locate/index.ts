import type { Audit, Check, Finding, Reading, Rule, Unchecked } from '../model/index.ts';

/** Failing checks → findings, and what nothing speaks of. */
export function locate(
  _checks: readonly Check[],
  reading: Reading,
  _rules: { readonly rules: readonly Rule[] },
): {
  readonly findings: readonly Finding[];
  readonly unchecked: readonly Unchecked[];
  readonly undecided: Audit['undecided'];
  readonly ties: ReadonlyMap<string, number>;
} {
  return {
    findings: [],
    unchecked: reading.figures.map(f => ({ place: f.place, printed: f.printed, label: f.label, section: f.section, why: 'unchecked.none', params: {} })),
    undecided: [],
    ties: new Map(),
  };
}

/** A check as an equation with every addend. */
export function equationOf(_check: Check): string | null {
  return null;
}
