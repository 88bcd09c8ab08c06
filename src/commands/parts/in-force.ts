import { stringify } from 'yaml';
import type { Config } from '../../config/index.ts';
import { clean } from '../../reporters/parts/clean.ts';
import { type Lang, say } from '../../reporters/parts/words/index.ts';

/** Where a setting comes from. */
type From = 'default' | 'file' | 'cli';

export interface InForce {
  readonly config: Config;
  /** The configuration file; undefined where there is none. */
  readonly file: string | undefined;
  /** The switches that were typed, by their names in the configuration. */
  readonly typed: Readonly<Record<string, unknown>>;
  readonly today: string;
}

/** The settings of a run as a configuration, each with where it comes from: it can be kept as audit.yaml. */
export function inForce({ config, file, typed, today }: InForce, lang: Lang): string {
  const folders = Object.fromEntries(
    config.folders.map(({ folder, severity }) => [folder, { severity: Object.fromEntries(severity) }]),
  );
  const settings: readonly (readonly [key: string, set: unknown, usual: unknown])[] = [
    ['fail-on', config.failOn, 'error'],
    ['strict', config.strict, false],
    ['min-coverage', config.minCoverage, 0],
    ['severity', config.severity.size ? Object.fromEntries(config.severity) : undefined, {}],
    ['rule', config.rules.length ? config.rules : undefined, []],
    ['skip', config.skip.length ? config.skip : undefined, []],
    ['exclude', config.exclude.length ? config.exclude : undefined, []],
    ['folders', config.folders.length ? folders : undefined, {}],
    ['own-rules', config.ownRules.length ? config.ownRules : undefined, []],
    ['own-forms', config.ownForms.length ? config.ownForms : undefined, []],
    ['baseline', config.baseline, null],
    ['today', config.today, today],
    ['suppress', config.suppressions.length ? config.suppressions : undefined, []],
  ];
  const head = say(lang, file === undefined ? 'config.in-force-none' : 'config.in-force', { file: clean(file ?? '') });
  const lines = settings.map(([key, set, usual]) => {
    const own = typed[key];
    const [value, from] = ((): readonly [unknown, From] => {
      if (own === undefined) return set === undefined ? [usual, 'default'] : [set, 'file'];
      // Severities and lists add to those of the file; a single value takes its place.
      if (key === 'severity') return [{ ...(set as object | undefined), ...(own as object) }, 'cli'];
      if (key === 'skip' || key === 'own-rules') return [[...((set as string[] | undefined) ?? []), ...(own as string[])], 'cli'];
      return [own, 'cli'];
    })();
    const source = say(lang, `config.from-${from}`, { file: clean(file ?? '') });
    const plain = key === 'min-coverage' ? String(value) : value;
    const [first = '', ...more] = stringify({ [key]: plain }, { lineWidth: 0 })
      .trimEnd()
      .split('\n');
    return [`${first.padEnd(28)}  # ${source}`, ...more].join('\n');
  });
  return `${[head, ...lines].join('\n')}\n`;
}
