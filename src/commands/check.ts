import { allow, type Limit, Problem } from '../model/index.ts';
import { shardLine } from '../reporters/ndjson.ts';
import { clean } from '../reporters/parts/clean.ts';
import { type Lang, say } from '../reporters/parts/words/index.ts';
import type { FileReporter, Reporter } from '../reporters/reporter.ts';
import type { Depth } from './batch/job.ts';
import { type Shard, shardOf } from './batch/shard.ts';
import type { Run } from './batch/start.ts';
import type { Grouping } from './parts/audits.ts';
import type { TellingFlags } from './parts/delivery.ts';
import { jobsOf } from './parts/jobs.ts';
import type { Kind } from './parts/kind.ts';
import { deliver, tell } from './parts/output.ts';
import { Parser } from './parts/parser.ts';
import type { SettingFlags } from './parts/settings.ts';
import { type Target, targetsOf } from './parts/targets.ts';

interface CheckFlags extends SettingFlags, TellingFlags {
  readonly printConfig?: true;
  readonly split?: string;
  readonly together?: true;
  readonly separate?: true;
  readonly ocr?: true;
  readonly kind: Kind;
  readonly debug?: true;
  readonly limit?: Readonly<Partial<Record<Limit, number>>>;
  readonly jobs?: number;
  readonly cache?: string;
  readonly resume?: string;
  readonly shard?: Shard;
}

/** `audit check`: audits reports and reports what does not hold. */
export async function declare(lang: Lang, settle: (code: number) => void): Promise<Parser> {
  const { formats } = await import('../reporters/index.ts');
  const { loadRules } = await import('../rules/index.ts');
  const ids = loadRules().rules.map(rule => rule.id);
  const targets = targetsOf(formats);
  return new Parser('check', lang)
    .paths()
    .delivers(targets)
    .flag('--all', 'cli.check.all')
    .flag('--ledger', 'cli.check.ledger')
    .text('--split <folder>', 'cli.check.split')
    .choice('--sort <order>', 'cli.check.sort', ['document', 'severity'], 'document')
    .fails()
    .read('--min-coverage <percent>', 'cli.check.min-coverage', percentOf)
    .flag('--strict-readings', 'cli.check.strict-readings')
    .judges(ids)
    .flag('--print-config', 'cli.check.print-config')
    .flag('--write-baseline', 'cli.check.write-baseline')
    .flag('--bom', 'cli.figures.bom')
    .groups()
    .read('--jobs <number>', 'cli.check.jobs', jobsOf)
    .text('--cache <folder>', 'cli.check.cache')
    .text('--resume <file>', 'cli.check.resume')
    .read('--shard <part>', 'cli.check.shard', shardOf)
    .flag('--statistics', 'cli.check.statistics')
    .flag('--quiet', 'cli.check.quiet')
    .bounds()
    .language()
    .action(async (paths: string[], flags: CheckFlags, parser: Parser) => {
      const { settingsOf } = await import('./parts/settings.ts');
      const { storesOf } = await import('./batch/store.ts');
      const grouping: Grouping = flags.together ? 'together' : flags.separate ? 'separate' : 'auto';
      const outputs = targets.list();
      allow(flags.limit ?? {});
      if (flags.printConfig) return settle(await printConfig(flags, parser, lang));
      const settings = await settingsOf(flags);
      // Forms of the settings are known before the road is loaded.
      const { setupOf } = await import('./parts/audits.ts');
      const { startRun } = await import('./batch/start.ts');
      const { deliverAll } = await import('./parts/delivery.ts');
      const { splitting } = await import('./parts/splitting.ts');
      const more = flags.split === undefined ? [] : [splitting(flags.split)];
      const { choice, leave } = settings;
      const setup = setupOf({ choice, kind: flags.kind, grouping, depth: depthOf(outputs, flags) });
      const ocr = flags.ocr ? (await import('./parts/ocr.ts')).openRecogniser() : null;
      try {
        const run = await startRun(paths, {
          setup,
          leave,
          lang,
          quiet: flags.quiet === true,
          debug: flags.debug === true,
          ocr: ocr ?? undefined,
          reads: settings.reads,
          writes: [...outputs.map(output => output.file), ...settings.writes],
          jobs: flags.jobs,
          shard: flags.shard,
          stores: await storesOf(flags),
          isLong: true,
        });
        const last = lastLine(flags.shard);
        const code = await deliverAll(run.events, outputs, { flags, settings, lang, parser, last, more });
        if (run.isStopped()) await tellStopped(run, outputs, flags, lang);
        settle(run.isStopped() ? 2 : code);
      } finally {
        await ocr?.close();
      }
    });
}

/** Tells the settings in force, and where each comes from. */
async function printConfig(flags: CheckFlags, parser: Parser, lang: Lang): Promise<number> {
  const { settingsOf } = await import('./parts/settings.ts');
  const { inForce } = await import('./parts/in-force.ts');
  const { config, file, today } = await settingsOf(flags);
  const given = (name: string, value: unknown) => (parser.getOptionValueSource(name) === 'cli' ? value : undefined);
  const typed = {
    'fail-on': given('failOn', flags.failOn),
    strict: flags.strict,
    'min-coverage': flags.minCoverage,
    severity: flags.severity && Object.fromEntries(flags.severity),
    rule: flags.rule,
    skip: flags.skip,
    'own-rules': flags.ownRules,
    baseline: flags.baseline,
    today: flags.today,
  };
  await deliver(inForce({ config, file, typed, today }, lang), null);
  return 0;
}

/** How much of each audit the outputs need. */
function depthOf(outputs: readonly Target<Reporter | FileReporter>[], { all, ledger, split }: CheckFlags): Depth {
  if (split !== undefined || outputs.some(({ format }) => format.documents || (all && format.name === 'ndjson')))
    return 'documents';
  return all || ledger || outputs.some(({ format }) => format.whole) ? 'whole' : 'lean';
}

/** A part of a run ends with a line that says which it is: without it nobody would know whether it is whole. */
function lastLine(shard: Shard | undefined) {
  return ({ format }: Target<Reporter | FileReporter>) =>
    shard && format.name === 'ndjson' ? shardLine(`${shard.nth}/${shard.of}`) : '';
}

/** Says how far the run came, and how to go on with it. */
async function tellStopped(
  run: Run,
  outputs: readonly Target<Reporter | FileReporter>[],
  { cache }: CheckFlags,
  lang: Lang,
): Promise<void> {
  const file = outputs.find(({ format }) => format.name === 'ndjson')?.file;
  await tell(say(lang, 'run.stopped', { done: run.done(), count: run.count }));
  if (cache !== undefined) await tell(say(lang, 'run.go-on-cache', { folder: clean(cache) }));
  else if (file) await tell(say(lang, 'run.go-on-resume', { file: clean(file) }));
  else await tell(say(lang, 'run.go-on'));
}

/** «80», «80%». */
function percentOf(given: string): number {
  const match = /^(\d{1,3}(?:\.\d+)?)\s*[%％]?$/.exec(given.trim());
  if (!match || Number(match[1]) > 100) throw new Problem('cli.bad-percent', { given });
  return Number(match[1]);
}
