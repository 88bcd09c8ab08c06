import { createHash } from 'node:crypto';
import { asProblem, type Bundle } from '../../joining/index.ts';
import { type Audit, type Failure, type Input, toldOf } from '../../model/index.ts';
import { load } from '../parts/files.ts';
import type { Stop } from './interrupt.ts';
import { auditsOf, type Depth, type Done, doneOf, type FailureTold, failureOf, type Job, type Setup, worker } from './job.ts';
import { poolOf, type Runner } from './pool.ts';
import type { Store } from './store.ts';

/** A bundle and its number in the whole run, whichever part of the run is done here. */
export interface Planned extends Bundle {
  readonly at: number;
}

/** What one bundle came to, in the order of the input. */
export interface Batch {
  readonly at: number;
  /** Its files with the digests of their bytes; null where these could not be had, or where a copy counts as well. */
  readonly files: readonly (readonly [file: string, digest: string | null])[];
  /** By what the result is known: the bytes of all files, and all that it was audited by. */
  key(depth: Depth): string;
  readonly audits: readonly Audit[];
  /** The audits as texts, where they are. */
  readonly packed: readonly string[] | null;
  readonly failures: readonly (Failure & { readonly source?: Uint8Array })[];
  readonly own: readonly string[];
  readonly copies: Done['copies'];
}

export interface RunOptions {
  readonly setup: Setup;
  /** Threads; 1: none beside this one. */
  readonly jobs: number;
  readonly listed: ReadonlySet<string>;
  /** What of the road is no plain data. */
  readonly more: Parameters<typeof worker>[1];
  /** The key of all that bundles are audited by. */
  key(depth: Depth): string;
  /** Where results may be found, the first that has one. */
  readonly stores: readonly Store[];
  readonly stop: Stop;
  /** Told of every bundle that is done, in the order of arrival. */
  readonly arrived: (bundle: Planned) => void;
}

/** Bundles that are begun for each thread before the first of them is told. */
const AHEAD = 4;

interface Begun {
  readonly coming: Promise<void>;
  batch?: Batch;
}

/** Audits bundles side by side and gives what they come to in their order, each as soon as all before it are done. */
export async function* batches(planned: readonly Planned[], options: RunOptions): AsyncGenerator<Batch> {
  const { stop, jobs } = options;
  const runner = (jobs > 1 ? poolOf(jobs, options.setup) : undefined) ?? alone(options, planned.length > 1);
  const begin = beginner(options, runner);
  const room = jobs > 1 ? jobs * AHEAD : 1;
  const begun: Begun[] = [];
  let next = 0;
  try {
    for (;;) {
      while (!stop.stopped && next < planned.length && begun.length < room) begun.push(await begin(planned[next++]!));
      if (begun.length === 0) return;
      await Promise.race([begun[0]!.coming, stop.promise]);
      // What is done is told, be it that something before it is not.
      if (stop.stopped) break;
      yield begun.shift()!.batch!;
    }
    for (const { batch } of begun) if (batch) yield batch;
  } finally {
    await runner.close();
  }
}

type Ran = Pick<Batch, 'audits' | 'packed' | 'failures' | 'own' | 'copies'>;

function ranOf(done: Done): Ran {
  return { ...done, audits: auditsOf(done), packed: done.audits, failures: done.failures.map(failureOf) };
}

/** This thread. Where many results come, they are kept as texts, which hold on to nothing of what was read. */
function alone({ setup, more }: RunOptions, several: boolean): Pick<Runner, 'close'> & { run(job: Job): Promise<Done | Ran> } {
  const outcome = worker(setup, more);
  return {
    run: async job => {
      const found = await outcome(job);
      return several && setup.depth === 'lean' ? doneOf(found) : { ...found, packed: null };
    },
    close: async () => {},
  };
}

function beginner({ setup, listed, key: common, stores, arrived }: RunOptions, runner: ReturnType<typeof alone>) {
  const seen = new Map<string, string>();
  return async function begin(planned: Planned): Promise<Begun> {
    const { at, files: names } = planned;
    const contents: (Input | FailureTold)[] = [];
    for (const file of names) contents.push(await load(file).catch(error => ({ file, told: toldOf(asProblem(error, file)) })));
    const files = contents.map(one => [one.file, 'bytes' in one ? sha256(one.bytes) : null] as const);
    const sums = JSON.stringify(files.map(([file, sum]) => [file, sum, listed.has(file)]));
    const key = (depth: Depth) => sha256(`${common(depth)}\n${sums}`);
    const whose = { at, files: files.map(([file, sum]) => [file, listed.has(file) ? sum : null] as const), key };
    const copies = setup.grouping === 'auto' ? copiesIn(files) : null;
    const begun: { coming: Promise<void>; batch?: Batch } = { coming: Promise.resolve() };
    const settle = (ran: Ran) => {
      begun.batch = { ...whose, ...ran };
      arrived(planned);
    };
    if (copies) settle({ audits: [], packed: null, failures: [], own: [], copies });
    else
      begun.coming = obtain({ files: contents, listed: names.filter(file => listed.has(file)) }, () => key(setup.depth)).then(
        settle,
      );
    return begun;
  };

  /** A bundle all of whose files were there before, under other names in other places. */
  function copiesIn(files: Batch['files']): Done['copies'] | null {
    const before = files.map(([file, sum]) => ({ file, same: (listed.has(file) && sum && seen.get(sum)) || null }));
    for (const [file, sum] of files) if (sum !== null && listed.has(file) && !seen.has(sum)) seen.set(sum, file);
    return before.every((one): one is { file: string; same: string } => one.same !== null) ? before : null;
  }

  async function obtain(job: Job, key: () => string): Promise<Ran> {
    const isWhole = job.files.every(one => 'bytes' in one);
    for (const store of isWhole ? stores : []) {
      const found = await store.get(key());
      if (found)
        try {
          return ranOf(found);
        } catch {
          // A result that cannot be read is none.
        }
    }
    const done = await runner.run(job);
    const ran = 'packed' in done ? done : ranOf(done);
    if (isWhole && ran.failures.length === 0) {
      const stored = stores.filter(store => store.put);
      if (stored.length > 0) {
        const told = 'packed' in done ? doneOf({ ...done }) : done;
        for (const store of stored) await store.put!(key(), told);
      }
    }
    return ran;
  }
}

const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');
