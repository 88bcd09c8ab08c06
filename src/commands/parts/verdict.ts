import type { Audit, Failure, Severity } from '../../model/index.ts';

const ORDER: readonly Severity[] = ['note', 'warning', 'error'];

/** Exit code: 2 when something could not be audited, 1 when something is at or above the bar, else 0. */
export function verdictOf(
  audits: readonly Audit[],
  failures: readonly Failure[],
  { failOn, strict = false }: { readonly failOn: Severity | 'never'; readonly strict?: boolean },
): number {
  if (failures.length > 0) return 2;
  const bar = failOn === 'never' ? ORDER.length : ORDER.indexOf(failOn);
  const found = audits.some(audit => audit.findings.some(finding => ORDER.indexOf(finding.severity) >= bar));
  const open = strict && audits.some(audit => audit.summary.undecided > 0 || audit.summary.checked === 0);
  return found || open ? 1 : 0;
}
