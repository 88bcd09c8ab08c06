import type { Audit, Failure, Severity } from '../../model/index.ts';

const ORDER: readonly Severity[] = ['note', 'warning', 'error'];

/** Whether what could not be decided fails: nothing of it, all that lacks something, or also what was only read in doubt. */
export type Strictness = boolean | 'readings';

/** Exit code: 2 when something could not be audited, 1 when something is at or above the bar, else 0. */
export function verdictOf(
  audits: readonly Audit[],
  failures: readonly Failure[],
  { failOn, strict = false }: { readonly failOn: Severity | 'never'; readonly strict?: Strictness },
): number {
  if (failures.length > 0) return 2;
  const bar = failOn === 'never' ? ORDER.length : ORDER.indexOf(failOn);
  const found = audits.some(audit => audit.findings.some(finding => ORDER.indexOf(finding.severity) >= bar));
  const isOpen = ({ undecided, summary }: Audit) =>
    summary.checked === 0 || (summary.undecided > 0 && undecided.some(({ doubt }) => strict === 'readings' || !doubt));
  const open = strict !== false && audits.some(isOpen);
  return found || open ? 1 : 0;
}
