import type { Check, Diff, Lone } from '../../model/index.ts';
import type { Lang } from '../parts/words/index.ts';

export interface DiffOptions {
  readonly lang: Lang;
  readonly version: string;
  readonly width: number;
  readonly color: boolean;
  readonly bom: boolean;
  /** Everything: shares and rates, facts that only one report tells, and what is nothing in both. */
  readonly all: boolean;
  /** In the report's order the terminal shows sections; in any other it does not. */
  readonly sections: boolean;
  readonly equation: (check: Check) => string | null;
}

/** One format of a comparison. Pure. */
export interface DiffReporter {
  readonly name: string;
  readonly endings?: readonly string[];
  render(diff: Diff, options: DiffOptions): string;
  /** Comparisons of several bodies, one after the other, and the reports that have no counterpart. */
  several(diffs: readonly Diff[], lone: readonly Lone[], options: DiffOptions): string;
}

/** A format of a comparison that is no text: it can only go into a file. */
export interface DiffFileReporter {
  readonly name: string;
  readonly endings: readonly string[];
  bytes(diff: Diff, options: DiffOptions): Uint8Array;
}
