import type { Finding, Issue, Severity, Spot, Suppressed } from '../../model/index.ts';
import { tidy } from './clean.ts';
import { type Lang, say } from './words/index.ts';

/** The passage a reader should look at first: the likely culprit, else the stated side; null where there is none. */
export function mainSpot({ spots, suspects }: Finding): Spot | null {
  return spots[suspects[0]?.place ?? 0] ?? spots[0] ?? null;
}

/** The gravest first; equals stay in document order. */
export function bySeverity<T extends { readonly severity: Severity }>(issues: readonly T[]): T[] {
  return [...issues].sort((a, b) => RANK[a.severity] - RANK[b.severity]);
}

/** Problems in document order, or the gravest first where that is asked for. */
export function ordered(issues: readonly Issue[], { sort }: { readonly sort?: 'document' | 'severity' }): readonly Issue[] {
  return sort === 'severity' ? bySeverity(issues) : issues;
}

/** The order of severities, the gravest first. */
export const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

/** Why a finding does not count. */
export function reasonOf({ by, reason }: Pick<Suppressed, 'by' | 'reason'>, lang: Lang): string {
  return by === 'baseline' ? say(lang, 'suppressed.baseline') : tidy(reason);
}
