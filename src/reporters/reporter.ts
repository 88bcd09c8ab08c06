import type { Audit, Check, Failure, Rule } from '../model/index.ts';
import type { Skipped } from './parts/open.ts';
import type { Origin } from './parts/origin.ts';
import type { Lang } from './parts/words/index.ts';

export interface ReporterOptions {
  readonly lang: Lang;
  /** The tool's own version. */
  readonly version: string;
  /** Terminal columns. */
  readonly width: number;
  readonly color: boolean;
  /** List every check, the ones that hold included. */
  readonly all: boolean;
  /** List every figure with the relations that speak of it. */
  readonly ledger: boolean;
  /** Findings only: no summary where nothing was found. */
  readonly quiet: boolean;
  /** Count problems by rule. */
  readonly statistics?: boolean;
  /** Begin csv with a byte order mark, so that Excel reads it as UTF-8. */
  readonly bom: boolean;
  /** Document order (the default), or the gravest first. */
  readonly sort?: 'document' | 'severity';
  /** Files of folders that were left aside because their format cannot be read. */
  readonly skipped?: readonly Skipped[];
  /** The rules the reports were held against. */
  readonly rules: readonly Rule[];
  /** A check as an equation with every addend. */
  readonly equation: (check: Check) => string | null;
}

/** What all output formats have. */
interface Format {
  readonly name: string;
  /** Endings of the files it is meant for: `--output` without `--format` goes by them. */
  readonly endings?: readonly string[];
  /** It shows the report itself: audits are to keep what was read. */
  readonly documents?: true;
  /** It shows every relation, not only those that fail. */
  readonly whole?: true;
}

/** One output format: audits and what could not be audited → the whole text of the output. Pure. */
export interface Reporter extends Format {
  /** Where it can be told piece by piece, as results come. */
  stream?(options: ReporterOptions): Streamed;
  render(audits: readonly Audit[], failures: readonly Failure[], options: ReporterOptions): string;
}

/** A format that is no text: it can only go into a file. */
export interface FileReporter extends Format {
  readonly endings: readonly string[];
  bytes(audits: readonly Audit[], failures: readonly Failure[], options: ReporterOptions): Uint8Array;
}

/** One output in pieces, in the order of the run; the pieces one after the other are the whole text. */
export interface Streamed {
  begin(): string;
  audit(audit: Audit, origin?: Origin): string;
  failure(failure: Failure, origin?: Origin): string;
  /** A file that was left aside; they come after all others. */
  skip(one: Skipped, origin?: Origin): string;
  end(): string;
}
