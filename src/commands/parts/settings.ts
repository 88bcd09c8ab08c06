import { dirname, relative, resolve, sep } from 'node:path';
import type { AuditOptions } from '../../audit.ts';
import {
  Aside,
  byFolder,
  type Config,
  type Known,
  NO_CONFIG,
  namesAround,
  parseBaseline,
  parseConfig,
  type Suppression,
  valuesOf,
  writeBaseline,
} from '../../config/index.ts';
import { type Audit, nearest, Problem, packData, type Rule, type Severity } from '../../model/index.ts';
import { clean } from '../../reporters/parts/clean.ts';
import { phrase } from '../../reporters/parts/words/finding.ts';
import { type Lang, say } from '../../reporters/parts/words/index.ts';
import { loadRules, withOwn } from '../../rules/index.ts';
import type { Leave } from './files.ts';
import { withGuess } from './guess.ts';
import { tell } from './output.ts';
import { ownOf } from './own.ts';
import { type Choice, roadOf } from './road.ts';
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
  /** What of it makes the road: the same for every thread. */
  readonly choice: Choice;
  /** Takes out what does not count of reports that come one after the other. */
  counting(): Counting;
  /** The same for reports that are all there. */
  count(audits: readonly Audit[], options: Told): Promise<readonly Audit[]>;
}

interface Told {
  readonly lang: Lang;
  readonly quiet: boolean;
}

export interface Counting {
  take(audit: Audit, lang: Lang): Audit;
  /** Tells what met nothing; writes the baseline where that is asked for. */
  end(options: Told): Promise<void>;
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

  const choice: Choice = {
    severity: [...new Map([...config.severity, ...(flags.severity ?? [])])],
    only: flags.rule ?? config.rules,
    own: own.rules.length === 0 ? '' : packData(own.rules),
    forms: own.formsKey,
    skip: [...config.skip.filter(id => !flags.rule?.some(one => isAbout(one, id))), ...(flags.skip ?? [])],
  };
  const road = roadOf(choice);

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
    return config.exclude.some(pattern => namesAround(pattern, inConfig(path))) ? 'skip.excluded' : undefined;
  };
  return { config, file, today, rules: road.rules.rules, reads, writes, leave, road, choice, counting, count };

  function counting(): Counting {
    const inBaseline = seenFrom(baseline);
    const { suppressions } = config;
    const aside = new Aside({
      suppressions,
      baseline: known,
      today,
      fromConfig: seenFrom(file),
      fromBaseline: inBaseline,
    });
    const written: Known[] = [];
    const files = new Set<string>();
    return {
      take(whole, lang) {
        const [audit] = byFolder([whole], config.folders, flags.severity ?? [], seenFrom(file)) as [Audit];
        if (!writing) return aside.take(audit);
        const now = entries([audit], inBaseline, lang);
        written.push(...now);
        files.add(inBaseline(audit.file));
        return aside.take(audit, now);
      },
      async end(options) {
        if (writing && baseline !== undefined) await renew(baseline, files, written, options);
        if (!options.quiet) await tellRest(aside.rest(), writing, options.lang);
      },
    };
  }

  async function count(audits: readonly Audit[], options: Told) {
    const all = counting();
    const counted = audits.map(audit => all.take(audit, options.lang));
    await all.end(options);
    return counted;
  }
}

/** Writes the findings of these files to the baseline; those of others stay. */
async function renew(baseline: string, files: ReadonlySet<string>, now: readonly Known[], { lang, quiet }: Told): Promise<void> {
  const all = await exclusively(baseline, async () => {
    // Read again: another run may have written its own findings since this one began.
    const whole = [...(await knownIn(baseline, true)).filter(one => !files.has(one.file)), ...now];
    await save(baseline, writeBaseline(whole));
    return whole;
  });
  if (!quiet) await tell(say(lang, 'config.written', { file: clean(baseline), count: all.length }));
}

/** Tells what of the suppressions and the baseline met nothing. */
async function tellRest({ unused, expired, vanished }: ReturnType<Aside['rest']>, writing: boolean, lang: Lang): Promise<void> {
  for (const one of unused) await tell(say(lang, 'config.unused', about(one)));
  for (const one of expired) await tell(say(lang, 'config.expired', { ...about(one), until: one.until ?? '' }));
  if (vanished.length === 0 || writing) return;
  await tell(say(lang, 'config.vanished', { count: vanished.length }));
  for (const { file, message, rule } of vanished) {
    await tell(say(lang, 'config.vanished-one', { file: clean(file), message: clean(message), rule: clean(rule) }));
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
