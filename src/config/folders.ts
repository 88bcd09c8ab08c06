import type { Audit, Finding, Severity } from '../model/index.ts';
import type { Config } from './config.ts';
import { namesAround, RANK, recount } from './suppress.ts';

/**
 * The findings of reports in some folders with the severities that are wanted there. What is only a note (the printed digits explain
 * it) stays one; a severity of the command line has the last word.
 */
export function byFolder(
  audits: readonly Audit[],
  folders: Config['folders'],
  given: readonly (readonly [rule: string, level: Severity])[],
  nameOf: (file: string) => string,
): readonly Audit[] {
  if (folders.length === 0) return audits;
  const last = new Set(given.map(([rule]) => rule));
  return audits.map(audit => {
    const path = nameOf(audit.file.split(' + ')[0]!);
    const here = folders.filter(({ folder }) => namesAround(folder, path)).flatMap(({ severity }) => [...severity]);
    if (here.length === 0) return audit;
    const levelOf = (finding: Finding): Severity => {
      const own = here.filter(([rule]) => finding.rule === rule || finding.rule.startsWith(`${rule}-`)).at(-1)?.[1];
      return own === undefined || last.has(finding.rule) || finding.verdict === 'rounding' ? finding.severity : own;
    };
    const now = new Map(audit.findings.map(finding => [finding, { ...finding, severity: levelOf(finding) }]));
    const of = (finding: Finding) => now.get(finding) ?? finding;
    const issues = audit.issues.map(issue => {
      const findings = issue.findings.map(of);
      const severity = findings.map(one => one.severity).reduce((worst, one) => (RANK[one] < RANK[worst] ? one : worst));
      return { ...issue, lead: of(issue.lead), findings, severity };
    });
    const findings = audit.findings.map(of);
    return { ...audit, findings, issues, summary: recount(audit, findings, issues) };
  });
}
