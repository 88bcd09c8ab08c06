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
export function verdictOf(
  audits: readonly Audit[],
  failures: readonly Failure[],
  { failOn, strict = false, coverage = 0, skipped = 0 }: Bar,
): number {
  if (failures.length > 0 || audits.some(isBarren)) return 2;
  const bar = failOn === 'never' ? ORDER.length : ORDER.indexOf(failOn);
  const found = audits.some(audit => audit.findings.some(finding => ORDER.indexOf(finding.severity) >= bar));
  const isOpen = ({ undecided, summary, gaps }: Audit) =>
    gaps.length > 0 ||
    summary.checked === 0 ||
    (summary.undecided > 0 && undecided.some(({ doubt }) => strict === 'readings' || !doubt));
  const open = strict !== false && (skipped > 0 || audits.some(isOpen));
  const thin = audits.some(({ summary: { checked, figures } }) => checked * 100 < coverage * figures);
  return found || open || thin ? 1 : 0;
}
