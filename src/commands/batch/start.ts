import { stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import type { AuditOptions } from '../../audit.ts';
import { type Bundle, bundlesOf, type Grouping, joinable, knownOf, remember } from '../../joining/index.ts';
import type { Audit, Failure } from '../../model/index.ts';
import { clean } from '../../reporters/parts/clean.ts';
import type { Skipped } from '../../reporters/parts/open.ts';
import { problemWords } from '../../reporters/parts/problems.ts';
import { type Lang, say } from '../../reporters/parts/words/index.ts';
import { bounded } from '../parts/bounded.ts';
import { type Found, gather, type Leave } from '../parts/files.ts';
import { tell } from '../parts/output.ts';
import { refuseToReplace } from '../parts/saving.ts';
import { isUnreadable } from '../parts/unreadable.ts';
import { type Event, eventsOf, originOf } from './events.ts';
import { NEVER, type Stop, stopOnSignal } from './interrupt.ts';
import { type Depth, keyOf, type Setup } from './job.ts';
import { progressOf, SILENT } from './progress.ts';
import { batches } from './run.ts';
import { isIn, type Shard } from './shard.ts';
import { build, type Store } from './store.ts';

export interface StartOptions {
  readonly setup: Setup;
  readonly lang: Lang;
  readonly quiet: boolean;
  /** Tells where in the program an unexpected error came up. */
  readonly debug?: boolean;
  readonly ocr?: AuditOptions['ocr'] | undefined;
  /** Where the run will write (null: standard output), and what it reads beside the reports. */
  readonly writes?: readonly (string | null)[];
  readonly reads?: readonly string[];
  /** Threads; absent: as many as the machine has cores, where the work is worth it. */
  readonly jobs?: number | undefined;
  readonly shard?: Shard | undefined;
  readonly stores?: readonly Store[];
  /** Files of folders that are left aside. */
  readonly leave?: Leave;
  /** Failures are handed over only, and told by whoever asked. */
  readonly unsaid?: boolean;
  /** Signals let the run end well; else they end it at once. */
  readonly isLong?: boolean;
}

/** What a run came to so far. */
export interface Run {
  readonly events: AsyncGenerator<Event>;
  /** How many bundles there are to do, and how many are done. */
  readonly count: number;
  done(): number;
  isStopped(): boolean;
}

/** Finds what there is to do, and begins with it. What cannot be audited is told on standard error and never hides the others. */
export async function startRun(paths: readonly string[], options: StartOptions): Promise<Run> {
  const { setup, lang, quiet, shard } = options;
  const found = await gather(paths, options.leave);
  await refuseToReplace(options.writes ?? [], [...found.files, ...(options.reads ?? [])]);
  if (!quiet) await tellSkipped(found.skipped, lang);
  const all = bundlesOf(found.files, setup.grouping).map((bundle, at) => ({ ...bundle, at }));
  const planned = all.filter(({ key }) => isIn(key, shard));
  const stop = options.isLong && planned.length > 1 ? stopOnSignal() : NEVER;
  let done = 0;
  const events = run(found, planned, all.length, { ...options, stop, arrived: () => void done++ });
  return { events, count: planned.length, done: () => done, isStopped: () => stop.stopped };
}

async function* run(
  found: Found,
  planned: readonly (Bundle & { readonly at: number })[],
  last: number,
  options: StartOptions & { readonly stop: Stop; readonly arrived: () => void },
): AsyncGenerator<Event> {
  const { setup, lang, quiet, shard, stop, ocr, stores = [] } = options;
  const isAuto = setup.grouping === 'auto';
  // Own forms are known in this thread alone.
  const jobs = ocr || setup.choice.forms !== '' ? 1 : await jobsFor(planned, options.jobs);
  const thread = bounded();
  const progress = quiet || planned.length < 2 || !options.isLong ? SILENT : progressOf(planned.length, lang);
  const named: Audit[] = [];
  const own: Skipped[] = [];
  const copies: { readonly file: string; readonly same: string }[] = [];
  const program = await build();
  const keys = new Map<Depth, string>();
  const key = (depth: Depth) => {
    const known = keys.get(depth) ?? keyOf({ ...setup, depth }, program);
    keys.set(depth, known);
    return known;
  };
  const arrived = () => {
    options.arrived();
    progress.step();
  };
  const given = {
    setup,
    jobs,
    listed: found.listed,
    more: { read: thread.read, ...(ocr ? { ocr } : {}) },
    key,
    stores,
    stop,
    arrived,
  };
  try {
    for (const [i, failure] of found.failures.entries()) {
      if (!isIn(failure.file, shard)) continue;
      await tellFailure(failure, undefined, options);
      yield { failure, origin: originOf(failure.file, -1, i) };
    }
    for await (const batch of batches(planned, given)) {
      copies.push(...batch.copies);
      own.push(...batch.own.map(file => ({ file, why: 'skip.own' })));
      for (const event of eventsOf(batch, isAuto, setup.depth)) {
        if ('failure' in event) await tellFailure(event.failure, event.source, options);
        if ('audit' in event && isAuto && !quiet && !found.listed.has(event.audit.file)) named.push(outline(event.audit));
        yield event;
      }
    }
    progress.end();
    for (const { file, same } of quiet ? [] : copies)
      await tell(say(lang, 'skip.copy', { file: clean(file), same: clean(same) }));
    if (own.length > 0 && !quiet) await tellSkipped(own, lang);
    const aside = found.skipped.filter(({ file, why }) => why === 'skip.format' && isUnreadable(file));
    for (const [i, skipped] of aside.entries())
      if (isIn(skipped.file, shard)) yield { skipped, origin: originOf(skipped.file, last, i) };
    await suggest(named, lang);
  } finally {
    progress.end();
    stop.release();
    await thread.close();
  }
}

/** Reports, and bytes, from which on threads are worth their beginning. */
const MANY = 16;
const LARGE = 8 * 1024 * 1024;

async function jobsFor(planned: readonly { readonly files: readonly string[] }[], wanted: number | undefined): Promise<number> {
  if (planned.length < 2 || wanted === 1) return 1;
  if (wanted === undefined && planned.length < MANY) {
    const sizes = await Promise.all(
      planned
        .flatMap(({ files }) => files)
        .map(file =>
          stat(file).then(
            ({ size }) => size,
            () => 0,
          ),
        ),
    );
    if (sizes.reduce((sum, size) => sum + size, 0) < LARGE) return 1;
  }
  return Math.min(wanted ?? availableParallelism(), planned.length);
}

/** What is enough of an audit to tell whether it goes with another. */
function outline(audit: Audit): Audit {
  const { file, format, title, entity, year, kind, summary } = audit;
  const none = {
    figures: [],
    statements: [],
    checks: [],
    findings: [],
    issues: [],
    unchecked: [],
    undecided: [],
    notices: [],
    gaps: [],
  };
  const kept: Audit = { file, format, title, entity, year, kind, summary, ties: new Map(), bounded: new Set(), ...none };
  remember(kept, knownOf(audit));
  return kept;
}

/** Files that were named one by one stay apart, even if they look like parts of one report. */
async function suggest(named: readonly Audit[], lang: Lang): Promise<void> {
  for (const group of joinable(named))
    await tell(say(lang, 'files.could-join', { files: group.map(i => clean(named[i]!.file)) }));
}

async function tellFailure(
  { file, problem }: Failure,
  source: Uint8Array | undefined,
  { lang, debug = false, unsaid = false }: Pick<StartOptions, 'lang' | 'debug' | 'unsaid'>,
): Promise<void> {
  if (unsaid) return;
  await tell(problemWords(file, problem, lang, source));
  const { trace } = problem;
  if (trace !== undefined) await tell(say(lang, debug ? 'cli.trace' : 'cli.no-trace', { trace }));
}

async function tellSkipped(skipped: readonly Skipped[], lang: Lang): Promise<void> {
  for (const why of new Set(skipped.map(one => one.why))) {
    const files = skipped.filter(one => one.why === why).map(one => clean(one.file));
    await tell(say(lang, why, { count: files.length, files: files.slice(0, 5), more: files.length > 5 ? ' …' : '' }));
  }
}

export type { Grouping };
