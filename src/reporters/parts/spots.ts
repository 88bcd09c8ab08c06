import type { Finding, Spot } from '../../model/index.ts';

/** The passage a reader should look at first: the likely culprit, else the stated side; null where there is none. */
export function mainSpot({ spots, suspects }: Finding): Spot | null {
  return spots[suspects[0]?.place ?? 0] ?? spots[0] ?? null;
}

/** The findings' own order, the gravest first; equals stay in reading order. */
export function bySeverity(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => RANK[a.severity] - RANK[b.severity]);
}
const RANK: Readonly<Record<Finding['severity'], number>> = { error: 0, warning: 1, note: 2 };
