import { resolve } from 'node:path';
import { allow, type Limit, Problem, type Severity } from '../model/index.ts';
import type { Survey, Totals } from '../overview/index.ts';
import { clean } from '../reporters/parts/clean.ts';
import { type Lang, say } from '../reporters/parts/words/index.ts';
import type { Event } from './batch/events.ts';
import type { TellingFlags } from './parts/delivery.ts';
import { jobsOf } from './parts/jobs.ts';
import { KINDS, type Kind } from './parts/kind.ts';
import { coloured, columns, deliver, tell } from './parts/output.ts';
import { Parser } from './parts/parser.ts';
import type { SettingFlags, Settings } from './parts/settings.ts';
import { targetsOf } from './parts/targets.ts';
import { version } from './parts/version.ts';

interface OverviewFlags extends SettingFlags, TellingFlags {
  readonly total?: string;
  readonly separate?: true;
  readonly kind: Kind;
  readonly jobs?: number;
  readonly cache?: string;
  readonly debug?: true;
  readonly limit?: Readonly<Partial<Record<Limit, number>>>;
  readonly failOn: Severity | 'never';
}

/** `audit overview`: many reports at a look, from the reports or from results of `audit check --format ndjson`. */
export async function declare(lang: Lang, settle: (code: number) => void): Promise<Parser> {
  const { overviewFormats } = await import('../reporters/overview/index.ts');
  const { loadRules } = await import('../rules/index.ts');
  const ids = loadRules().rules.map(rule => rule.id);
  const targets = targetsOf(overviewFormats);
  return new Parser('overview', lang)
    .argument('<path...>', say(lang, 'cli.overview.paths'))
    .delivers(targets)
    .text('--total <file>', 'cli.overview.total')
    .fails()
    .judges(ids)
    .flag('--separate', 'cli.separate')
    .choice('--kind <kind>', 'cli.kind', KINDS, 'auto')
    .read('--jobs <number>', 'cli.check.jobs', jobsOf)
    .text('--cache <folder>', 'cli.check.cache')
    .flag('--bom', 'cli.figures.bom')
    .flag('--quiet', 'cli.check.quiet')
    .bounds()
    .language()
    .action(async (paths: string[], flags: OverviewFlags, parser: Parser) => {
      const { settingsOf } = await import('./parts/settings.ts');
      allow(flags.limit ?? {});
      const outputs = targets.list();
      const settings = await settingsOf(flags);
      const { knownOf } = await import('../joining/index.ts');
      const { deliverAll } = await import('./parts/delivery.ts');
      const { Sums, Survey } = await import('../overview/index.ts');
      const { decide } = await import('../audit.ts');
      const writes = outputs.map(({ file }) => file);
      const totals = flags.total === undefined ? [] : await totalsIn(flags.total, lang);
      const [survey, sums] = [new Survey(), new Sums(totals)];
      const source = await sourceOf(paths, flags, settings, writes, lang);
      const counted = knowing(source.events, event => {
        if ('audit' in event) sums.take(event.audit, knownOf(event.audit).amounts ?? []);
        else sums.fail();
      });
      const code = await deliverAll(counted, [], {
        flags: { ...flags, sort: 'document' },
        settings,
        lang,
        parser,
        more: [() => sinkTo(survey)],
      });
      const overview = survey.end(sums.end(decide));
      for (const { format, file } of outputs) {
        const options = {
          lang,
          version,
          width: columns(),
          color: coloured(file),
          bom: flags.bom === true,
          rules: settings.rules,
        };
        await deliver('bytes' in format ? format.bytes(overview, options) : format.render(overview, options), file);
      }
      const differs = flags.failOn !== 'never' && overview.sums.some(({ check }) => check.verdict === 'fails');
      settle(Math.max(code, differs ? 1 : 0, (await source.isWhole()) ? 0 : 2));
    });
}

/** Where the audits come from: a run over reports, or results of earlier runs. */
interface Source {
  readonly events: AsyncIterable<Event>;
  /** Whether all is there; what is missing is told. */
  isWhole(): Promise<boolean>;
}

const RESULTS = /\.(?:ndjson|jsonl)$/i;

async function sourceOf(
  paths: readonly string[],
  flags: OverviewFlags,
  settings: Settings,
  writes: readonly (string | null)[],
  lang: Lang,
): Promise<Source> {
  const results = paths.filter(path => RESULTS.test(path));
  if (results.length > 0 && results.length < paths.length) throw new Problem('overview.mixed');
  const reads = [...settings.reads, ...(flags.total === undefined ? [] : [flags.total])];
  if (results.length > 0) {
    const { refuseToReplace } = await import('./parts/saving.ts');
    const { eventsIn, partsIn } = await import('./batch/parts.ts');
    await refuseToReplace(writes, [...results, ...reads]);
    const { states, missing } = await partsIn(results, false);
    if (states.length === 0) throw new Problem('merge.nothing', {}, { file: clean(results[0]!) });
    const isWhole = async () => {
      if (missing.length > 0) await tell(say(lang, 'merge.missing', { parts: missing }));
      return missing.length === 0;
    };
    return { events: eventsIn(states), isWhole };
  }
  const { setupOf } = await import('./parts/audits.ts');
  const { startRun } = await import('./batch/start.ts');
  const { storesOf } = await import('./batch/store.ts');
  const { choice, leave } = settings;
  const run = await startRun(paths, {
    setup: setupOf({ choice, kind: flags.kind, grouping: flags.separate ? 'separate' : 'auto', depth: 'lean' }),
    leave: path => (flags.total !== undefined && resolve(path) === resolve(flags.total) ? 'skip.config' : leave(path)),
    lang,
    quiet: flags.quiet === true,
    debug: flags.debug === true,
    // What is shown on the screen names them with their reasons.
    unsaid: writes.includes(null),
    reads,
    writes,
    jobs: flags.jobs,
    stores: await storesOf(flags),
    isLong: true,
  });
  const isWhole = async () => {
    if (run.isStopped()) await tell(say(lang, 'run.stopped', { done: run.done(), count: run.count }));
    return !run.isStopped();
  };
  return { events: run.events, isWhole };
}

/** Lets something be done with each event before it goes on. */
async function* knowing(events: AsyncIterable<Event>, look: (event: Event) => void): AsyncGenerator<Event> {
  for await (const event of events) {
    look(event);
    yield event;
  }
}

function sinkTo(survey: Survey) {
  return {
    audit: async (audit: Parameters<Survey['take']>[0]) => survey.take(audit),
    failure: async (failure: Parameters<Survey['fail']>[0]) => survey.fail(failure),
    skip: async (one: Parameters<Survey['skip']>[0]) => survey.skip(one),
    end: async () => {},
    drop: async () => {},
  };
}

/** What the district states of all its units: the amounts of a dataset. */
async function totalsIn(file: string, lang: Lang): Promise<Totals> {
  const { auditAll } = await import('./parts/audits.ts');
  const { audits, failures } = await auditAll([file], { grouping: 'separate', lang, quiet: true, depth: 'whole', unsaid: true });
  if (failures[0]) throw failures[0].problem;
  const [only] = audits;
  if (only?.kind !== 'dataset') throw new Problem('overview.no-dataset', {}, { file });
  const { addable } = await import('../joining/index.ts');
  const totals = only.figures.filter(figure => figure.amount.kind === 'money' && addable(figure.fact));
  if (totals.length === 0) throw new Problem('overview.no-total', {}, { file });
  return totals;
}
