import type { Check, Doubt } from './check.ts';
import type { Document, Format } from './document.ts';
import type { Figure } from './figure.ts';
import type { Finding } from './finding.ts';
import type { Gap } from './gap.ts';
import type { Issue } from './issue.ts';
import type { Place } from './place.ts';
import type { Notice, Params, Problem } from './problem.ts';
import type { Statement } from './statement.ts';

/** A figure no relation speaks of, or a passage that could not be read: never silent. */
export interface Unchecked {
  readonly place: Place;
  readonly printed: string;
  readonly label: string;
  readonly section: string;
  /** A message code. */
  readonly why: string;
  readonly params: Params;
}

/**
 * How often each verdict and severity occurs. `checked`: figures that at least one decided relation speaks of; `bounded`: those
 * of them whose relations only say how large they may be.
 */
export interface Summary {
  readonly figures: number;
  readonly checked: number;
  readonly bounded: number;
  readonly unchecked: number;
  readonly holds: number;
  readonly rounding: number;
  readonly fails: number;
  readonly undecided: number;
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
  /** How many problems its findings come to. */
  readonly problems: number;
}

/** A finding that somebody decided not to count, and why. It is told, but it fails nothing. */
export interface Suppressed {
  readonly finding: Finding;
  /** `config`: by a suppression in audit.yaml; `baseline`: it was there before. */
  readonly by: 'config' | 'baseline';
  readonly reason: string;
}

/** A relation that could not be decided: what it lacks, or why its reading is not sure enough. Withdrawn together: told once. */
export interface Undecided {
  readonly rule: string;
  readonly about: string;
  readonly missing: readonly string[];
  readonly doubt?: Doubt;
}

/** A problem none of whose findings counts. */
export interface Dropped {
  readonly issue: Issue;
  readonly by: Suppressed['by'];
  readonly reason: string;
}

/** Everything one audited report came to. */
export interface Audit {
  /** As given by the user; for several files read as one report, all of them. */
  readonly file: string;
  readonly format: Format;
  readonly title: string | null;
  readonly entity: string | null;
  readonly year: number | null;
  readonly kind: 'final-accounts' | 'budget' | 'dataset' | 'unknown';
  readonly figures: readonly Figure[];
  /** What the report itself says about its figures. */
  readonly statements: readonly Statement[];
  /** Figure id → how many decided relations speak of it. */
  readonly ties: ReadonlyMap<string, number>;
  /** Ids of checked figures of which relations only say how large they may be: a small mistake in them goes unseen. */
  readonly bounded: ReadonlySet<string>;
  readonly checks: readonly Check[];
  readonly findings: readonly Finding[];
  /** What a person has to do about them, in document order: the unit of every output. */
  readonly issues: readonly Issue[];
  /** Findings that do not count; absent: none. They are not among `findings`, nor in the counts of the summary. */
  readonly suppressed?: readonly Suppressed[];
  /** The problems that these findings come to, where nothing of them counts. */
  readonly dropped?: readonly Dropped[];
  readonly unchecked: readonly Unchecked[];
  readonly undecided: readonly Undecided[];
  readonly notices: readonly Notice[];
  /** What was there and was not read. */
  readonly gaps: readonly Gap[];
  readonly summary: Summary;
  /** What was read, file by file; only where it was asked for. */
  readonly documents?: readonly Document[];
}

/** A file that could not be audited; the others go on. */
export interface Failure {
  readonly file: string;
  readonly problem: Problem;
}

/** Nothing could be decided: not a pass, whatever the counts of findings say. */
export function isBarren({ summary: { holds, rounding, fails } }: Pick<Audit, 'summary'>): boolean {
  return holds + rounding + fails === 0;
}
