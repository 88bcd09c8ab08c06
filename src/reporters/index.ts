import type { Audit, Check, Failure, Rule } from '../model/index.ts';
import { csv } from './csv.ts';
import { github } from './github.ts';
import { gitlab } from './gitlab.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import type { Lang } from './parts/words/index.ts';
import { sarif } from './sarif.ts';
import { terminal } from './terminal/index.ts';

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
  /** Begin csv with a byte order mark, so that Excel reads it as UTF-8. */
  readonly bom: boolean;
  /** The rules the reports were held against. */
  readonly rules: readonly Rule[];
  /** A check as an equation with every addend. */
  readonly equation: (check: Check) => string | null;
}

/** One output format: audits and what could not be audited → the whole text of the output. Pure. */
export interface Reporter {
  readonly name: string;
  render(audits: readonly Audit[], failures: readonly Failure[], options: ReporterOptions): string;
}

/** Only a list; the first is the default. Help, completion and tests are fed from it. */
export const reporters: readonly Reporter[] = [terminal, json, junit, sarif, github, gitlab, markdown, csv];
