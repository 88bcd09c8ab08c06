import { parentPort, workerData } from 'node:worker_threads';
import { type Answer, allow, defectIn, type Input, type Limit, Problem, toldOf } from './model/index.ts';
import { read } from './readers/index.ts';

// The thread in which files are read whose reading has to be bounded: an Input comes in, an Answer goes out.
allow(workerData as Readonly<Partial<Record<Limit, number>>>);
parentPort?.on('message', async (input: Input) => {
  const answer: Answer = await read(input).then(
    document => ({ document }),
    error => ({ problem: toldOf(error instanceof Problem ? error : defectIn(input.file, error)) }),
  );
  parentPort?.postMessage(answer);
});
