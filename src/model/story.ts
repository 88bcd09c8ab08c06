import type { Check, Verdict } from './check.ts';
import type { Figure } from './figure.ts';

/** One relation as it is printed, and as it would be after the proposed change. */
export interface Turn {
  readonly check: Check;
  readonly before: string | null;
  readonly after: string | null;
  readonly verdict: Verdict;
}

/** What would follow if a suspect of a finding were set to what it should be. */
export interface Story {
  /** What is changed: one figure, two that were exchanged, or several that are only mended together. `implied`: as it would be printed. */
  readonly changes: readonly { readonly figure: Figure; readonly implied: string }[];
  /** Relations that fail and would not, that hold and would fail, and that move without changing their verdict. */
  readonly mended: readonly Turn[];
  readonly broken: readonly Turn[];
  readonly moved: readonly Turn[];
}
