import type { Finding, Slip, Spot } from './finding.ts';
import type { Severity } from './rule.ts';

/** One passage that is to be changed, and into what. `now` and `to` belong to this one figure (or word). */
export interface Correction {
  readonly spot: Spot;
  readonly now: string;
  /** Printed like the figure itself, with separators where they are printed; null where the place is known but no value is. */
  readonly to: string | null;
  readonly slip: Slip | null;
}

/**
 * A problem (问题): what a person has to do, and why. The unit of every output; `Problem` is the class that is thrown.
 * Either there are corrections, which all together mend it, or candidates, one of which is to be changed, or neither, where the
 * evidence points nowhere.
 */
export interface Issue {
  /** Short and stable: made of the rule and the addresses of what it is about; unique within a report. */
  readonly id: string;
  /** That of its findings. */
  readonly cause: string;
  /** The gravest of its findings'. */
  readonly severity: Severity;
  readonly corrections: readonly Correction[];
  readonly candidates: readonly Correction[];
  /** How many may be the wrong one, those that are not spelled out included. */
  readonly choices: number;
  /** The finding that says best why. */
  readonly lead: Finding;
  /** All it explains, the lead first, then in reading order. */
  readonly findings: readonly Finding[];
}

/** The problem that explains a finding. */
export function issueOf(issues: readonly Issue[], finding: Finding): Issue | undefined {
  return issues.find(issue => issue.findings.includes(finding));
}
