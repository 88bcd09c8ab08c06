import type { Severity } from '../model/index.ts';
import { parseWith, type Source } from './mistakes.ts';
import { configSchema } from './schema.ts';

/** A finding, or all findings of a rule, that do not count. */
export interface Suppression {
  readonly rule?: string | undefined;
  readonly fingerprint?: string | undefined;
  /** The id of a problem: all that has the same cause. */
  readonly problem?: string | undefined;
  /** A path or pattern (* and **) from the config file's folder; absent: every report. */
  readonly file?: string | undefined;
  readonly reason: string;
  /** The last day on which it counts, YYYY-MM-DD. */
  readonly until?: string | undefined;
}

/** What audit.yaml says. Absent: not said. */
export interface Config {
  readonly failOn?: Severity | 'never' | undefined;
  readonly strict?: boolean | undefined;
  /** Per cent of the figures that have to be checked. */
  readonly minCoverage?: number | undefined;
  readonly severity: ReadonlyMap<string, Severity>;
  /** Only these rules; empty: all of them. */
  readonly rules: readonly string[];
  readonly skip: readonly string[];
  /** Files of the bureau's own rules, as written: from the config file's folder. */
  readonly ownRules: readonly string[];
  /** Files of forms of the province's own. */
  readonly ownForms: readonly string[];
  /** Patterns of files in folders that are left aside, from the config file's folder. */
  readonly exclude: readonly string[];
  /** Other severities in some folders: a pattern, and the severity of a rule or a group there. Later ones have the last word. */
  readonly folders: readonly { readonly folder: string; readonly severity: ReadonlyMap<string, Severity> }[];
  readonly baseline?: string | undefined;
  readonly today?: string | undefined;
  readonly suppressions: readonly Suppression[];
}

export const NO_CONFIG: Config = {
  severity: new Map(),
  ownRules: [],
  ownForms: [],
  exclude: [],
  folders: [],
  rules: [],
  skip: [],
  suppressions: [],
};

/** Reads audit.yaml. Throws a Problem with every mistake in it, each with line, column and what was probably meant. */
export function parseConfig(source: Source, rules: readonly string[]): Config {
  const data = parseWith(source, configSchema(new Set(rules)), { rule: rules });
  return {
    failOn: data['fail-on'],
    strict: data.strict,
    minCoverage: data['min-coverage'] === undefined ? undefined : Number.parseFloat(data['min-coverage']),
    severity: new Map(Object.entries(data.severity ?? {})),
    rules: data.rule ?? [],
    skip: data.skip ?? [],
    ownRules: [data['own-rules'] ?? []].flat(),
    ownForms: [data['own-forms'] ?? []].flat(),
    exclude: [data.exclude ?? []].flat(),
    folders: Object.entries(data.folders ?? {}).map(([folder, { severity }]) => ({
      folder,
      severity: new Map(Object.entries(severity)),
    })),
    baseline: data.baseline,
    today: data.today,
    suppressions: data.suppress ?? [],
  };
}
