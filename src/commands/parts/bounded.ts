import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { type Answer, type Document, defectIn, type Input, LIMITS, Problem, problemOf } from '../../model/index.ts';

/** From how many bytes on a file of any kind is read beside the program. */
const LARGE = 4 * 1024 * 1024;
/** Bytes of a file for which a second more is given. */
const SECOND = 50_000;

/**
 * Reads files in a thread of its own, where a reading that never ends is ended and one that takes too much memory takes nothing else
 * with it. One thread reads file after file; it starts with the first, and again when one had to be ended.
 */
export interface Bounded {
  /** Undefined for a file that is as well read here: small, and of a kind whose reader is the program's own. */
  read(input: Input): Promise<Document> | undefined;
  close(): Promise<void>;
}

export function bounded(): Bounded {
  const script = scriptOf();
  let worker: Worker | undefined;
  let before: Promise<unknown> = Promise.resolve();
  const start = (file: string) => {
    worker = new Worker(file, { workerData: { ...LIMITS }, resourceLimits: { maxOldGenerationSizeMb: LIMITS.memory } });
    // A run that is over does not wait for a thread that is idle.
    worker.unref();
    return worker;
  };
  const end = async () => {
    const ended = worker;
    worker = undefined;
    await ended?.terminate();
  };
  return {
    read(input) {
      if (!script || !needsFence(input)) return undefined;
      const reading = before.then(() => readIn(worker ?? start(script), input, end));
      before = reading.catch(() => undefined);
      return reading;
    },
    close: end,
  };
}

function readIn(worker: Worker, input: Input, end: () => Promise<void>): Promise<Document> {
  const { file, bytes } = input;
  const seconds = LIMITS.seconds + Math.floor(bytes.length / SECOND);
  return new Promise((done, fail) => {
    const settle = (result: () => void) => {
      clearTimeout(deadline);
      worker.off('message', answered).off('error', broke).off('exit', gone);
      worker.unref();
      result();
    };
    const stopped = (problem: Problem) => settle(() => void end().then(() => fail(problem)));
    const deadline = setTimeout(() => stopped(new Problem('reader.too-slow', { seconds }, { file })), seconds * 1000);
    const answered = (answer: Answer) =>
      settle(() => ('document' in answer ? done(answer.document) : fail(problemOf(answer.problem))));
    const broke = (error: Error) => {
      const isMemory = (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY';
      stopped(isMemory ? new Problem('reader.out-of-memory', { limit: LIMITS.memory }, { file }) : defectIn(file, error));
    };
    const gone = () => stopped(defectIn(file, new Error('worker exit')));
    worker.ref();
    worker.on('message', answered).on('error', broke).on('exit', gone);
    worker.postMessage({ file, bytes });
  });
}

/**
 * Starting the thread costs as much as reading a small file, so only what may need it goes there: large files, workbooks that are
 * read by a library alone (Excel 5 to 95, XML of 2003, xlsb), and Word files with objects of old programs inside. What the program's own
 * readers and PDFium take of small files is fenced beforehand.
 */
function needsFence({ bytes }: Input): boolean {
  if (bytes.length > LARGE) return true;
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const head = all.subarray(0, 2048).toString('latin1');
  if (head.startsWith('\xd0\xcf\x11\xe0')) return all.includes('B\0o\0o\0k\0\0\0', 0, 'latin1');
  if (head.startsWith('PK'))
    return (
      all.includes('xl/workbook.bin') ||
      (all.includes('/embeddings/') &&
        (all.includes('.bin') || all.includes('.xls\0', 0, 'latin1') || all.includes('.xlsP', 0, 'latin1')))
    );
  return head.includes('urn:schemas-microsoft-com:office:spreadsheet');
}

/** The built program has the thread's script beside it; run from its sources it reads everything here. */
function scriptOf(): string | undefined {
  const script = fileURLToPath(new URL('../worker.js', import.meta.url));
  return existsSync(script) ? script : undefined;
}
