import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { defectIn, toldOf } from '../../model/index.ts';
import type { Done, Job, Setup } from './job.ts';

/** Whoever does jobs: threads, or this one. */
export interface Runner {
  run(job: Job): Promise<Done>;
  close(): Promise<void>;
}

/** Threads that do jobs side by side, each one at a time. One that breaks costs the report it was at, and is replaced. */
export function poolOf(size: number, setup: Setup): Runner | undefined {
  const script = scriptOf();
  if (!script) return undefined;
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  const waiting: ((worker: Worker) => void)[] = [];
  let closed = false;
  const start = () => {
    const worker = new Worker(script, { workerData: setup });
    all.add(worker);
    return worker;
  };
  const take = () => idle.pop() ?? (all.size < size ? start() : new Promise<Worker>(done => void waiting.push(done)));
  const give = (worker: Worker) => {
    const next = waiting.shift();
    if (next) next(worker);
    else idle.push(worker);
  };
  return {
    async run(job) {
      const worker = await take();
      try {
        const done = await answer(worker, job);
        give(worker);
        return done;
      } catch (error) {
        all.delete(worker);
        await worker.terminate();
        // Who waits when the pool is closed waits for good: a thread begun now would keep the program from ending.
        if (!closed && waiting.length > 0) waiting.shift()!(start());
        return broken(job, error);
      }
    },
    async close() {
      closed = true;
      await Promise.all([...all].map(worker => worker.terminate()));
    },
  };
}

function answer(worker: Worker, job: Job): Promise<Done> {
  return new Promise((done, fail) => {
    const settle = (result: () => void) => {
      worker.off('message', answered).off('error', broke).off('exit', gone);
      result();
    };
    const answered = (message: Done) => settle(() => done(message));
    const broke = (error: Error) => settle(() => fail(error));
    const gone = () => settle(() => fail(new Error('worker exit')));
    worker.on('message', answered).on('error', broke).on('exit', gone);
    worker.postMessage(job);
  });
}

function broken({ files }: Job, error: unknown): Done {
  return { audits: [], failures: files.map(({ file }) => ({ file, told: toldOf(defectIn(file, error)) })), own: [], copies: [] };
}

/** The built program has the thread's script beside it; run from its sources it does everything here. */
function scriptOf(): string | undefined {
  const script = fileURLToPath(new URL('../thread.js', import.meta.url));
  return existsSync(script) ? script : undefined;
}
