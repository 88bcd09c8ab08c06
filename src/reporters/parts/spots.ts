import type { Finding, Severity, Spot, Suppressed } from '../../model/index.ts';
import { tidy } from './clean.ts';
import { type Lang, say } from './words/index.ts';

/** The passage a reader should look at first: the likely culprit, else the stated side; null where there is none. */
export function mainSpot({ spots, suspects }: Finding): Spot | null {
  return spots[suspects[0]?.place ?? 0] ?? spots[0] ?? null;
}

/** The findings' own order, the gravest first; equals stay in reading order. */
export function bySeverity(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => RANK[a.severity] - RANK[b.severity]);
}

/** The order of severities, the gravest first. */
export const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

/** Why a finding does not count. */
export function reasonOf({ by, reason }: Pick<Suppressed, 'by' | 'reason'>, lang: Lang): string {
  return by === 'baseline' ? say(lang, 'suppressed.baseline') : tidy(reason);
}
