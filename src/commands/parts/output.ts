import { writeFile } from 'node:fs/promises';
import { Problem } from '../../model/index.ts';

let closed = false;

/** A reader that closes early (`| head`) wants no more: not an error. Anything else that goes wrong is one. */
function guard(stream: NodeJS.WriteStream): void {
  if (stream.listenerCount('error') === 0) stream.on('error', () => {});
}

/** Writes a text to standard output and comes back when all of it is on its way. */
export async function print(text: string): Promise<void> {
  if (closed) return;
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

/** Says something beside the output: on standard error, one line at a time. */
export async function tell(text: string): Promise<void> {
  guard(process.stderr);
  await new Promise<void>(done => process.stderr.write(`${text}\n`, () => done()));
}

/** Writes a text to a file, or to standard output when no file is named. */
export async function deliver(text: string, file: string | null): Promise<void> {
  if (file === null) return print(text);
  try {
    await writeFile(file, text);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Problem(`output.${code === 'ENOENT' ? 'no-folder' : 'not-writable'}`, { reason: code ?? '' }, { file });
  }
}

/** How many columns the terminal has; 100 where the output goes elsewhere. COLUMNS has the last word. */
export function columns(): number {
  const wanted = Number(process.env.COLUMNS);
  const width = Number.isInteger(wanted) && wanted > 0 ? wanted : (process.stdout.columns ?? 100);
  return Math.max(40, width);
}

/** Whether to colour what goes to standard output: NO_COLOR, then FORCE_COLOR, then whether a person is looking. */
export function coloured(file: string | null): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR) return false;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return file === null && process.stdout.isTTY === true && TERM !== 'dumb';
}
