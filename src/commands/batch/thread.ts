import { parentPort, workerData } from 'node:worker_threads';
import { allow, defectIn, toldOf } from '../../model/index.ts';
import { bounded } from '../parts/bounded.ts';
import { type Done, doneOf, type Job, type Setup, worker } from './job.ts';

// A thread that audits bundles: a Job comes in, a Done goes out.
const setup = workerData as Setup;
allow(setup.limits);
const outcome = worker(setup, { read: bounded().read });
parentPort?.on('message', async (job: Job) => {
  const done: Done = await outcome(job)
    .then(doneOf)
    .catch(error => ({
      audits: [],
      failures: job.files.map(({ file }) => ({ file, told: toldOf(defectIn(file, error)) })),
      own: [],
      copies: [],
    }));
  parentPort?.postMessage(done);
});
