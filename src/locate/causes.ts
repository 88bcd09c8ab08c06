import type { Figure } from '../model/index.ts';
import type { Diagnosis } from './suspects/diagnosis.ts';
import type { Evidence, Exhibit } from './suspects/evidence.ts';
import type { Change } from './suspects/moves.ts';
import { type Accused, leading } from './suspects/suspects.ts';

/** The change that explains a check, as the figures it moves: checks with the same one have one cause. */
export interface Cause {
  readonly key: string;
  readonly change: Change | null;
  /** All the figures that are set right together: two that were exchanged, say. */
  readonly changes: readonly Change[];
}

/**
 * Which change explains a failing check: that of the likeliest solution, before all one that mends it by itself;
 * without a solution, that of its first suspect; else the check is its own cause.
 */
export function causeOf(exhibit: Exhibit, diagnosis: Diagnosis, accused: readonly Accused[]): Cause {
  const [move] = leading(diagnosis.solutions[0] ?? [], exhibit);
  if (move) {
    const change = move.changes.find(({ figure }) => exhibit.figures.includes(figure))!;
    return { key: keyOf(move.changes.map(({ figure }) => figure)), change, changes: move.changes };
  }
  const first = accused[0];
  if (first?.value) {
    const change = { ...first, value: first.value };
    return { key: keyOf([first.figure]), change, changes: [change] };
  }
  return itself(exhibit);
}

/** The cause of a last-digit note: a change that explains a failing check and makes this one hold as well; else its own. */
export function causeOfNote(note: Exhibit, changes: ReadonlyMap<string, Cause>, evidence: Evidence): Cause {
  for (const figure of note.figures) {
    const cause = changes.get(figure.id);
    if (!cause?.change) continue;
    const verdict = evidence.arithmetic.decideWith(note.check.relation, new Map([[figure.id, cause.change.value]]));
    if (verdict === 'holds') return cause;
  }
  return itself(note);
}

/** What no change explains is its own cause. */
export function itself({ index }: Exhibit): Cause {
  return { key: `check ${index}`, change: null, changes: [] };
}

/** Two changes that put each other's number in place: two columns or lines of a text were exchanged. */
export function areExchanged(a: Change, b: Change): boolean {
  if (a.figure === b.figure || a.figure.amount.kind !== b.figure.amount.kind) return false;
  return a.value.eq(b.figure.amount.value) && b.value.eq(a.figure.amount.value) && !a.value.eq(b.value);
}

function keyOf(figures: readonly Figure[]): string {
  return figures
    .map(figure => figure.id)
    .sort()
    .join(' ');
}
