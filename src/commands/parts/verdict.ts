import { type Audit, type Failure, isBarren, type Severity } from '../../model/index.ts';

const ORDER: readonly Severity[] = ['note', 'warning', 'error'];

/** Whether what could not be decided fails: nothing of it, all that lacks something, or also what was only read in doubt. */
export type Strictness = boolean | 'readings';

export interface Bar {
  readonly failOn: Severity | 'never';
  readonly strict?: Strictness;
  /** Per cent of a report's figures that some relation has to speak of; 0: any. */
  readonly coverage?: number;
  /** How many files of folders were left aside because their format cannot be read. */
  readonly skipped?: number;
}

/**
 * Exit code: 2 when something could not be audited or a report had nothing that could be judged, 1 when something is at or above
 * the bar, too little was checked, or (strict) something was not read or not decided; else 0.
 */
export function verdictOf(audits: readonly Audit[], failures: readonly Failure[], bar: Bar): number {
  return judged([...(failures.length > 0 ? [2] : []), ...audits.map(audit => verdictOn(audit, bar))], bar);
}

/** The same of reports that were judged one by one. */
export function judged(codes: readonly number[], { strict = false, skipped = 0 }: Omit<Bar, 'failOn'>): number {
  return Math.max(0, ...new Set(codes), strict !== false && skipped > 0 ? 1 : 0);
}

/** What one report by itself would make the exit code. */
export function verdictOn(audit: Audit, { failOn, strict = false, coverage = 0 }: Bar): number {
  if (isBarren(audit)) return 2;
  const { undecided, summary, gaps } = audit;
  const bar = failOn === 'never' ? ORDER.length : ORDER.indexOf(failOn);
  const found = audit.findings.some(finding => ORDER.indexOf(finding.severity) >= bar);
  const isOpen =
    gaps.length > 0 ||
    summary.checked === 0 ||
    (summary.undecided > 0 && undecided.some(({ doubt }) => strict === 'readings' || !doubt));
  const isThin = summary.checked * 100 < coverage * summary.figures;
  return found || (strict !== false && isOpen) || isThin ? 1 : 0;
}
