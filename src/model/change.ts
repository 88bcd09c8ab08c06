import type { Amount } from './amount.ts';
import type { Audit } from './audit.ts';
import type { Big } from './big.ts';
import type { Check, Verdict } from './check.ts';
import type { Figure, Measure, Scope } from './figure.ts';
import type { Finding } from './finding.ts';
import type { Issue } from './issue.ts';
import type { Direction } from './statement.ts';

/**
 * How a subject of one year is related to those of another. `renamed`: one subject under another name; `split`, `merged`:
 * one became several, several became one; `new`, `dropped`: it is there in one year only, although the other report lists
 * its kind; `lone`: told by one report only, which says nothing about whether it is new.
 */
export type Kinship = 'same' | 'renamed' | 'split' | 'merged' | 'new' | 'dropped' | 'lone';

/** What a fact amounts to in one year. `change`, `rate`: nowhere printed, but implied by the stated change or rate. */
export interface Level {
  readonly value: Big;
  /** How it is printed; for what is implied, how the figure it is implied by is printed. */
  readonly amount: Amount;
  readonly figures: readonly Figure[];
  readonly source: 'printed' | 'change' | 'rate';
}

/** What the later report says about the change. */
export interface StatedChange {
  readonly direction: Direction;
  readonly change: Figure | null;
  readonly rate: Figure | null;
  readonly previous: Figure | null;
}

/** One fact in two years. */
export interface Change {
  readonly kinship: Kinship;
  readonly name: string;
  /** What it was called before, where that differs; of a split subject, the whole; of a merged one, its parts. */
  readonly formerly: readonly string[];
  readonly code: string | null;
  /** The headings it stands under, outermost first, joined by « › »; those of the later report where it has it. */
  readonly section: string;
  /** The table it stands in, where it is told by one. */
  readonly table: string | null;
  readonly indicator: string | null;
  readonly scope: Scope | null;
  readonly measure: Measure | null;
  readonly before: Level | null;
  readonly after: Level | null;
  /** after − before; null where a side is missing or the two are of different kinds. */
  readonly difference: Big | null;
  /** The difference in per cent of before; null where that is nothing. */
  readonly rate: Big | null;
  readonly stated: readonly StatedChange[];
  /** The stated change held against both reports: the worst verdict; null where nothing is stated. */
  readonly verdict: Verdict | null;
  readonly checks: readonly Check[];
}

/** Counted over all changes, whichever are shown: how many facts both years tell, and how what is stated of them was judged. */
export interface ChangeCounts extends Readonly<Record<Verdict, number>> {
  readonly changes: number;
  readonly facts: number;
  readonly judged: number;
}

/** Two years of one entity, or one report and what it implies about the year before (`before` is null). */
export interface YearDiff {
  readonly kind: 'years';
  /** `before` is the budget of the year of `after`; what is stated of a fact is the 年初预算 that the final accounts tell (`previous`). */
  readonly plan?: true;
  readonly before: Audit | null;
  readonly after: Audit;
  /** In the order of the later report; what only the earlier one has comes last. */
  readonly changes: readonly Change[];
  readonly counts: ChangeCounts;
  /** Figures of the two reports that could not be named well enough to look for their counterpart. */
  readonly unnamed: { readonly before: number; readonly after: number };
}

/** A figure of two drafts; `moved`: the same number under another name or heading. */
export interface Edit {
  readonly kind: 'added' | 'removed' | 'changed' | 'moved';
  readonly before: Figure | null;
  readonly after: Figure | null;
}

/** What became of a problem from one draft to the next. `wrong`: its figure was changed, into another wrong number. */
export interface Outcome {
  readonly kind: 'mended' | 'wrong' | 'open' | 'new';
  readonly before: Issue | null;
  readonly after: Issue | null;
}

/** Two drafts of one report. */
export interface DraftDiff {
  readonly kind: 'drafts';
  readonly before: Audit;
  readonly after: Audit;
  readonly edits: readonly Edit[];
  /** How many figures are the same in both. */
  readonly kept: number;
  readonly appeared: readonly Finding[];
  readonly vanished: readonly Finding[];
  /** Errors and warnings of both drafts, in the order of the later one, then what is no more. */
  readonly outcomes: readonly Outcome[];
}
export type Diff = YearDiff | DraftDiff;

/** A report of a folder that has no counterpart in the other one. `another`: its body has one, which goes with another report of it. */
export interface Lone {
  readonly side: 'before' | 'after';
  readonly audit: Audit;
  readonly why: 'unmatched' | 'another';
}

/** The reports of two folders, paired by the body they are of, in the order of the later folder. */
export interface Pairs {
  readonly pairs: readonly (readonly [before: Audit, after: Audit])[];
  readonly lone: readonly Lone[];
}
