import { fstatSync, writeSync } from 'node:fs';
import { Problem } from '../../model/index.ts';
import { inert } from '../../reporters/parts/clean.ts';
import { asProblem, save } from './saving.ts';

let closed = false;

const guarded = new WeakSet<NodeJS.WriteStream>();

/**
 * A reader that closes early (`| head`) wants no more: not an error. Anything else that goes wrong is one. Threads, whose output is
 * led into ours, listen as well, but only to take themselves off and raise the error again.
 */
function guard(stream: NodeJS.WriteStream): void {
  if (guarded.has(stream)) return;
  guarded.add(stream);
  stream.on('error', () => {});
}

/** What has to be taken off the screen before something else is written. */
let before: (() => void) | null = null;

/** Lets something be done before anything is written; null: nothing any more. */
export function beforeWriting(work: (() => void) | null): void {
  before = work;
}

/** Writes a text to standard output and comes back when all of it is on its way. */
export async function print(text: string): Promise<void> {
  if (closed) return;
  before?.();
  // Where a host of the tool has put a writer of its own in place, that one is used.
  if (!Object.hasOwn(process.stdout, 'write') && goesToFile(1)) return printWhole(text);
  guard(process.stdout);
  await new Promise<void>((done, fail) => {
    process.stdout.write(text, error => {
      if (!error) return done();
      closed = true;
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED' || code === 'EOF') done();
      else fail(new Problem('output.failed', { reason: code ?? error.message }));
    });
  });
}

/** Node writes to a file once and takes whatever the system took of it for all; a disk that fills up would cut the output off unseen. */
function printWhole(text: string): void {
  const bytes = Buffer.from(text);
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(1, bytes, at);
  } catch (error) {
    closed = true;
    const { params, code } = asProblem(error as NodeJS.ErrnoException);
    throw new Problem(code === 'output.full' ? 'output.full' : 'output.failed', params);
  }
}

/** Whether standard output is a file on a disk (or a device that is no terminal), where writing waits for nobody. */
function goesToFile(fd: number): boolean {
  try {
    const kind = fstatSync(fd);
    return kind.isFile() || (kind.isCharacterDevice() && process.stdout.isTTY !== true);
  } catch {
    return false;
  }
}

/** Says something beside the output: on standard error, one line at a time. */
export async function tell(text: string): Promise<void> {
  before?.();
  guard(process.stderr);
  await new Promise<void>(done => process.stderr.write(inert(`${text}\n`), () => done()));
}

/** Writes an output to a file, or to standard output when no file is named; bytes always have one. */
export async function deliver(output: string | Uint8Array, file: string | null): Promise<void> {
  return file === null ? print(output as string) : save(file, output);
}

/** No screen is wider; a line is never laid out for more. */
const WIDEST = 1000;

/** How many columns the terminal has; 100 where the output goes elsewhere. COLUMNS has the last word. */
export function columns(): number {
  const wanted = Number(process.env.COLUMNS);
  const width = Number.isInteger(wanted) && wanted > 0 ? wanted : (process.stdout.columns ?? 100);
  return Math.min(Math.max(40, width), WIDEST);
}

/** Whether to colour what goes to standard output: NO_COLOR, then FORCE_COLOR, then whether a person is looking. */
export function coloured(file: string | null): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR) return false;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return file === null && process.stdout.isTTY === true && TERM !== 'dumb';
}
