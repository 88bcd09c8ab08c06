import { dirname, relative, resolve, sep } from 'node:path';
import type { AuditOptions } from '../../audit.ts';
import {
  byFolder,
  type Config,
  chosen,
  type Known,
  NO_CONFIG,
  namesFile,
  parseBaseline,
  parseConfig,
  type Suppression,
  setAside,
  valuesOf,
  withSeverities,
  writeBaseline,
} from '../../config/index.ts';
import { type Audit, nearest, Problem, type Rule, type Severity } from '../../model/index.ts';
import { clean } from '../../reporters/parts/clean.ts';
import { phrase } from '../../reporters/parts/words/finding.ts';
import { type Lang, say } from '../../reporters/parts/words/index.ts';
import { loadRules, withOwn } from '../../rules/index.ts';
import type { Leave } from './files.ts';
import { withGuess } from './guess.ts';
import { tell } from './output.ts';
import { ownOf } from './own.ts';
import { exclusively, save } from './saving.ts';
import { configFile, present, text } from './setting-files.ts';

/** The switches of a command line that audit.yaml can hold as well. A switch has the last word. */
export interface SettingFlags {
  readonly config?: string;
  readonly severity?: readonly (readonly [rule: string, level: Severity])[];
  readonly rule?: readonly string[];
  readonly skip?: readonly string[];
  readonly baseline?: string;
  readonly writeBaseline?: true;
  readonly today?: string;
  /** Files of a bureau's own rules, beside those of audit.yaml. */
  readonly ownRules?: readonly string[];
}

/** What a run goes by. */
export interface Settings {
  readonly config: Config;
  /** Where it was read; undefined where there is none. */
  readonly file: string | undefined;
  readonly today: string;
  readonly rules: readonly Rule[];
  /** Files this comes from, and files it goes to: the output may not replace them. */
  readonly reads: readonly string[];
  readonly writes: readonly string[];
  /** Which files of folders are left aside. */
  readonly leave: Leave;
  /** For the road. */
  readonly road: AuditOptions;
  /** Takes out what does not count and tells what of that met nothing; writes the baseline where that is asked for. */
  count(audits: readonly Audit[], options: { readonly lang: Lang; readonly quiet: boolean }): Promise<readonly Audit[]>;
}

/** Reads audit.yaml and the baseline. Throws a Problem for a mistake in either. */
export async function settingsOf(flags: SettingFlags): Promise<Settings> {
  const file = await configFile(flags.config);
  const source = file === undefined ? undefined : { file, text: await text(file, 'config.not-found') };
  // What the bureau brings itself comes first: the configuration may speak of it.
  const own = await ownOf(source, flags.ownRules ?? []);
  const catalogue = withOwn(loadRules(), own.rules);
  const ids = catalogue.rules.map(rule => rule.id);
  const config = source === undefined ? NO_CONFIG : parseConfig(source, ids);
  for (const id of [...(flags.rule ?? []), ...(flags.skip ?? []), ...(flags.severity ?? []).map(([rule]) => rule)])
    if (!ids.some(one => isAbout(one, id)))
      throw withGuess('cli.unknown-rule', { given: id }, nearest(id, [...new Set(ids.map(one => one.slice(0, 3))), ...ids]));

  const severity = new Map([...config.severity, ...(flags.severity ?? [])]);
  const only = flags.rule ?? config.rules;
  const rules = withSeverities(catalogue, severity);
  const include = chosen(only, [...config.skip.filter(id => !flags.rule?.some(one => isAbout(one, id))), ...(flags.skip ?? [])]);

  const fromConfig = config.baseline === undefined ? undefined : resolve(dirname(file ?? ''), config.baseline);
  const baseline = flags.baseline ?? (fromConfig && (relative('', fromConfig) || fromConfig));
  const writing = flags.writeBaseline === true;
  if (writing && baseline === undefined) throw new Problem('config.baseline-file');
  const known = baseline === undefined ? [] : await knownIn(baseline, writing);
  const today = flags.today ?? config.today ?? localDay(new Date());

  const reads = [file, ...own.reads, writing ? undefined : baseline].filter(one => one !== undefined);
  const writes = writing && baseline !== undefined ? [baseline] : [];
  const inConfig = seenFrom(file);
  const brought = new Set(own.reads.map(path => resolve(path)));
  const leave: Leave = path => {
    if (brought.has(resolve(path))) return 'skip.config';
    return config.exclude.some(pattern => namesFile(pattern, inConfig(path))) ? 'skip.excluded' : undefined;
  };
  return { config, file, today, rules: rules.rules, reads, writes, leave, road: { rules, include }, count };

  async function count(audits: readonly Audit[], { lang, quiet }: { readonly lang: Lang; readonly quiet: boolean }) {
    const inBaseline = seenFrom(baseline);
    const now = writing ? entries(audits, inBaseline, lang) : known;
    const { suppressions } = config;
    const placed = byFolder(audits, config.folders, flags.severity ?? [], seenFrom(file));
    const counted = setAside(placed, {
      suppressions,
      baseline: now,
      today,
      fromConfig: seenFrom(file),
      fromBaseline: inBaseline,
    });
    if (writing && baseline !== undefined) {
      const files = new Set(audits.map(audit => inBaseline(audit.file)));
      const all = await exclusively(baseline, async () => {
        // Read again: another run may have written its own findings since this one began.
        const whole = [...(await knownIn(baseline, true)).filter(one => !files.has(one.file)), ...now];
        await save(baseline, writeBaseline(whole));
        return whole;
      });
      if (!quiet) await tell(say(lang, 'config.written', { file: clean(baseline), count: all.length }));
    }
    if (quiet) return counted.audits;
    for (const one of counted.unused) await tell(say(lang, 'config.unused', about(one)));
    for (const one of counted.expired) await tell(say(lang, 'config.expired', { ...about(one), until: one.until ?? '' }));
    if (counted.vanished.length > 0) {
      await tell(say(lang, 'config.vanished', { count: counted.vanished.length }));
      for (const { file, message, rule } of counted.vanished) {
        await tell(say(lang, 'config.vanished-one', { file: clean(file), message: clean(message), rule: clean(rule) }));
      }
    }
    return counted.audits;
  }
}

function entries(audits: readonly Audit[], nameOf: (file: string) => string, lang: Lang): Known[] {
  return audits.flatMap(({ file, findings }) =>
    findings.map(finding => ({
      file: nameOf(file),
      rule: finding.rule,
      fingerprint: finding.fingerprint,
      message: clean(phrase(finding, lang)),
      ...valuesOf(finding),
    })),
  );
}

function about({ rule, fingerprint, problem, file, reason }: Suppression) {
  return { what: [rule ?? fingerprint ?? problem ?? '', file ?? ''].filter(Boolean).map(clean).join(' '), reason: clean(reason) };
}

async function knownIn(baseline: string, writing: boolean): Promise<readonly Known[]> {
  if (writing && (await present(baseline)) === undefined) return [];
  return parseBaseline({ file: baseline, text: await text(baseline, 'config.no-baseline') });
}

/** Paths as they are seen from the folder of a file, with slashes; several files of one report each by itself. */
function seenFrom(file: string | undefined): (path: string) => string {
  const folder = dirname(resolve(file ?? 'audit.yaml'));
  return paths =>
    paths
      .split(' + ')
      .map(path => relative(folder, resolve(path)).split(sep).join('/'))
      .join(' + ');
}

/** The day on the calendar of whoever runs this, not that of Greenwich. */
function localDay(now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Whether one names the other: the same, or a rule and its group. */
const isAbout = (one: string, other: string) => one === other || one.startsWith(`${other}-`) || other.startsWith(`${one}-`);
