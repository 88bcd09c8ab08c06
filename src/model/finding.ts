import type { Check, Tail } from './check.ts';
import type { Figure } from './figure.ts';
import type { Place } from './place.ts';
import type { Params } from './problem.ts';
import type { Severity } from './rule.ts';

/** What a hand does to a number. Each has its own words in the messages. */
export const SLIPS = [
  'transposed', // two neighbouring digits swapped
  'digit', // one digit wrong
  'dropped', // one digit missing
  'doubled', // one digit too many
  'shifted', // decimal point moved
  'sign',
  'unit', // 元 for 万元 or the other way round
  'neighbour', // the row above or below, the column beside
  'last-year',
  'scope', // another scope's value
  'measure', // budget for outcome, share for completion rate
  'stale', // still fits its own percentage
  'base', // growth of this year's amount, not of last year's
  'swapped', // two figures exchanged
] as const;
export type Slip = (typeof SLIPS)[number];

/** One figure of a finding that may be the wrong one; `place` is an index into the finding's places. */
export interface Suspect {
  readonly place: number;
  /** What it would have to be, printed like the figure itself; null when the relation does not fix one value. */
  readonly implied: string | null;
  /** How many failing checks one change of it would mend, and how many that hold it would break. */
  readonly explains: number;
  readonly breaks: number;
  readonly slip: Slip | null;
  /** `explains` counts what is only mended if another mistake is corrected as well. */
  readonly together?: true;
}

/** A passage a finding speaks of; `figure` where it is a number. */
export interface Spot {
  readonly place: Place;
  readonly printed: string;
  readonly label: string;
  readonly section: string;
  readonly quote: string;
  readonly figure?: Figure;
}

/** A failing check, or a note, ready to be phrased. */
export interface Finding {
  readonly rule: string;
  readonly slug: string;
  readonly severity: Severity;
  readonly verdict: 'fails' | 'rounding' | 'form';
  readonly check: Check;
  readonly tail: Tail | null;
  readonly about: string;
  readonly params: Params;
  readonly equation: string | null;
  readonly stated: string | null;
  readonly expected: string | null;
  readonly difference: string | null;
  readonly unit: string | null;
  readonly spots: readonly Spot[];
  /** Best first; empty: cannot tell. */
  readonly suspects: readonly Suspect[];
  /** Findings with one cause share it: c1, c2 … */
  readonly cause: string;
  readonly fingerprint: string;
}
