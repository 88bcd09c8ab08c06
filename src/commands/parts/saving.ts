import { type BigIntStats, existsSync } from 'node:fs';
import { access, constants, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Problem } from '../../model/index.ts';

/** Signals that end a program; until the file is whole they are waited with, and then told. */
const ENDINGS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** Bytes written at a time: a signal is noticed between two pieces. */
const PIECE = 1 << 20;

/**
 * Writes a file so that what stood there stays whole until the new content is: into a file beside it, which then takes its name.
 * A link keeps leading where it leads; what is no file on a disk (a pipe, a device) is written to directly.
 * Throws `output.no-folder`, `output.full`, `output.not-writable`, `output.interrupted`.
 */
export async function save(file: string, content: string | Uint8Array): Promise<void> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  try {
    const there = await stat(file).catch(() => undefined);
    if (there && !there.isFile()) return await written(file, bytes, 'w');
    const target = there ? await realpath(file) : file;
    if (there) await access(target, constants.W_OK);
    await aside(target, bytes, there?.mode);
  } catch (error) {
    throw error instanceof Problem ? error : asProblem(error as NodeJS.ErrnoException, file);
  }
}

async function aside(target: string, bytes: Uint8Array, mode: number | undefined): Promise<void> {
  const beside = await freeName(target);
  try {
    await written(beside, bytes, 'wx', mode);
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    // A folder in which nothing may be added, around a file that may be changed: then there is no aside.
    const { code, path } = error as NodeJS.ErrnoException;
    const inPlace = mode !== undefined && path === beside && process.platform !== 'win32';
    if (!inPlace || !['EACCES', 'EPERM', 'EROFS', 'EBUSY', 'EXDEV'].includes(code ?? '')) throw error;
    await written(target, bytes, 'w');
  }
}

/** A name that is free: two runs that write one file have one each. */
export async function freeName(target: string): Promise<string> {
  for (let n = 0; ; n++) {
    const name = join(dirname(target), `.${basename(target).slice(0, 40)}.${process.pid}-${n}.tmp`);
    if (!existsSync(name)) return name;
  }
}

async function written(file: string, bytes: Uint8Array, flag: 'w' | 'wx', mode?: number): Promise<void> {
  let signal: string | undefined;
  const noticed = (name: string) => {
    signal = name;
  };
  for (const name of ENDINGS) process.on(name, noticed);
  try {
    const handle = await open(file, flag, mode);
    try {
      if (mode !== undefined) await handle.chmod(mode);
      for (let at = 0; at < bytes.length && signal === undefined; ) {
        at += (await handle.write(bytes, at, Math.min(PIECE, bytes.length - at))).bytesWritten;
      }
      // A disk that is full or gone may say so only here. What is no file cannot be synced, and need not be.
      if (flag === 'wx') await handle.sync();
    } finally {
      await handle.close();
    }
    if (signal !== undefined) throw new Problem('output.interrupted', { signal }, { file });
  } finally {
    for (const name of ENDINGS) process.off(name, noticed);
  }
}

/** What the system says about a file that is written, in our words. */
export function asProblem({ code = '', message }: NodeJS.ErrnoException, file?: string): Problem {
  const what = code === 'ENOENT' ? 'no-folder' : ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code) ? 'full' : 'not-writable';
  return new Problem(`output.${what}`, { reason: code || message }, file === undefined ? undefined : { file });
}

/** How long another run may hold a file before it counts as gone, in milliseconds. */
const HELD = 10_000;

/**
 * Does what reads a file and writes it anew while no other run does the same: a second one waits until the first is through.
 * A lock that was left behind by a run that was killed is taken over.
 */
export async function exclusively<T>(file: string, work: () => Promise<T>): Promise<T> {
  const lock = `${file}.lock`;
  for (;;) {
    try {
      await (await open(lock, 'wx')).close();
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return work();
      const { mtimeMs } = await stat(lock).catch(() => ({ mtimeMs: Date.now() }));
      if (Date.now() - mtimeMs > HELD) await rm(lock, { force: true });
      else await new Promise(done => setTimeout(done, 20));
    }
  }
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

/**
 * Throws `output.is-input` when an output would replace a file that the run reads, and `output.twice` when two outputs go to one
 * file: by whatever name, over links too.
 */
export async function refuseToReplace(
  outputs: readonly (string | null)[],
  inputs: readonly (string | undefined)[],
): Promise<void> {
  const read = new Set<string>();
  for (const file of inputs) if (file !== undefined) for (const key of await identities(file)) read.add(key);
  const seen = new Set<string>();
  for (const file of outputs) {
    if (file === null) continue;
    const keys = await identities(file);
    if (keys.some(key => read.has(key))) throw new Problem('output.is-input', {}, { file });
    if (keys.some(key => seen.has(key))) throw new Problem('output.twice', {}, { file });
    for (const key of keys) seen.add(key);
  }
}

/** By what a file is known: its path, and where it is a file on a disk, its place there. */
async function identities(file: string): Promise<string[]> {
  const there: BigIntStats | undefined = await stat(file, { bigint: true }).catch(() => undefined);
  if (!there) return [resolve(file)];
  if (!there.isFile()) return [];
  return [resolve(file), ...(there.ino === 0n ? [] : [`${there.dev}:${there.ino}`])];
}

/** A path in a folder that nothing has yet: «name.docx», else «name 2.docx», «name 3.docx» …; a copy never replaces an older one. */
export async function freeBeside(folder: string, name: string, ending: string): Promise<string> {
  for (let n = 1; ; n++) {
    const path = join(folder, `${name}${n === 1 ? '' : ` ${n}`}${ending}`);
    if (!existsSync(path)) return path;
  }
}
