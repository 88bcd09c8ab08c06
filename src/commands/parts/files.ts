import { createReadStream, type Dirent, type Stats } from 'node:fs';
import { lstat, readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { nearest } from '../../config/near.ts';
import { type Failure, type Input, LIMITS, Problem } from '../../model/index.ts';
import { entriesOf, onDisk, withBytes } from './disk-names.ts';
import { decodeList, meantBy, pathsIn } from './listing.ts';
import { archiveIn, expand, mayBePacked, opened } from './packed.ts';
import { alone, isReportName, isUnreadable } from './unreadable.ts';

/**
 * What the arguments of a command come to. `listed`: those of the files that were found in a folder, not named one by one.
 * `skipped`: files of folders that are no reports, and why (a message code).
 */
export interface Found {
  readonly files: readonly string[];
  readonly listed: ReadonlySet<string>;
  readonly failures: readonly Failure[];
  readonly skipped: readonly { readonly file: string; readonly why: string }[];
}

/** What Windows, macOS and programs leave in folders; no person put it there. */
const SYSTEM = /^(?:node_modules|__MACOSX|thumbs\.db|desktop\.ini)$|^~.*\.tmp$/i;
const CONFIG = /^audit\.ya?ml$/i;
const GLOB = /[*?{}[\]!]/;

/** Why a file of a folder is left aside, as a message code; undefined for one that is a report. */
export type Leave = (file: string) => string | undefined;

/**
 * Files, directories, glob patterns and `-` (a list of paths on standard input) → files, each once, in order.
 * `leave`: which files of folders are left aside; what is named by itself is meant.
 */
export async function gather(paths: readonly string[], leave: Leave = () => undefined): Promise<Found> {
  const files = new Map<string, string>();
  const failures: Failure[] = [];
  const skipped: Found['skipped'][number][] = [];
  const listed = new Set<string>();
  const add = (file: string) => files.has(resolve(file)) || files.set(resolve(file), file);
  /** What lies in an archive lies in a folder; `within`: only what a path into it leads to. */
  const addInside = async (archive: string, within = archive): Promise<void> => {
    const inside = await expand(archive, load);
    if (!inside) {
      add(archive);
      return;
    }
    const meant = inside.filter(file => file === within || file.startsWith(`${within}/`)).sort(byName);
    for (const file of meant) {
      const why = file
        .slice(archive.length + 1)
        .split('/')
        .map(whyNot)
        .find(one => one !== undefined);
      if (why !== undefined || !(isReportName(file) || file === within)) skipped.push({ file, why: why ?? 'skip.format' });
      else {
        add(file);
        if (file !== within) listed.add(file);
      }
    }
    if (!meant.some(file => files.has(resolve(file))))
      throw new Problem(/\.(?:eml|msg)$/i.test(archive) ? 'reader.mail' : 'files.no-reports', {}, { file: within });
  };
  for (const path of await withListed(paths)) {
    try {
      const kind = await kindOf(path);
      const around = kind === 'missing' ? await archiveIn(path) : undefined;
      if (around !== undefined) await addInside(around, path.replaceAll('\\', '/').replace(/\/$/, ''));
      else if (kind === 'file') await (mayBePacked(path) ? addInside(path) : add(path));
      else if (kind === 'missing') for (const file of await matching(path)) add(file);
      else {
        const all = await reportsIn(path);
        const left = all.files.flatMap(file => {
          const why = leave(file);
          return why === undefined ? [] : [{ file, why }];
        });
        const gone = new Set(left.map(({ file }) => file));
        const inside = left.length ? { ...all, files: all.files.filter(file => !gone.has(file)) } : all;
        skipped.push(...left);
        const unreadable = inside.skipped.filter(one => one.why === 'skip.format' && isUnreadable(one.file)).map(one => one.file);
        // What is all that a unit has sent is read, and told why it cannot be; it is no mere file left aside.
        const sole = new Set(alone(unreadable, inside.files));
        skipped.push(...inside.skipped.filter(({ file }) => !sole.has(file)));
        failures.push(...inside.failures);
        for (const file of [...inside.files, ...sole]) {
          listed.add(file);
          // One archive that cannot be opened does not hide the others.
          if (!mayBePacked(file)) add(file);
          else await addInside(file).catch(error => failures.push({ file, problem: asProblem(error, file) }));
        }
        if (all.files.length + inside.failures.length + sole.size === 0)
          throw new Problem('files.no-reports', {}, { file: path });
      }
    } catch (error) {
      failures.push({ file: path, problem: asProblem(error, path) });
    }
  }
  return { files: [...files.values()], listed, failures, skipped };
}

/** Reads a file; throws a Problem that says why it cannot be read. */
export async function load(file: string): Promise<Input> {
  const packed = opened(file);
  if (packed) return packed;
  try {
    const stats = await stat(onDisk(file));
    return { file, bytes: await (stats.isFile() ? readWhole(file, stats) : readStream(file)) };
  } catch (error) {
    const gone = (error as NodeJS.ErrnoException).code === 'ENOENT' && (await isLink(file));
    throw gone ? new Problem('files.broken-link', {}, { file }) : asProblem(error, file);
  }
}

async function readWhole(file: string, { size }: Stats): Promise<Uint8Array> {
  if (size > LIMITS.file) throw tooLarge(file, size);
  return readFile(onDisk(file));
}

/** What is no file on a disk (a pipe, say) has no size beforehand and may never end. */
async function readStream(file: string): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of createReadStream(onDisk(file))) {
    chunks.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    if (size > LIMITS.file) throw tooLarge(file, size);
  }
  return Buffer.concat(chunks);
}

function tooLarge(file: string, size: number): Problem {
  const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024);
  return new Problem('files.too-large', { size: megabytes(size), limit: megabytes(LIMITS.file) }, { file });
}

async function withListed(paths: readonly string[]): Promise<string[]> {
  const all: string[] = [];
  for (const path of paths) {
    if (path !== '-') {
      all.push(path);
      continue;
    }
    const listed = pathsIn(decodeList(await standardInput()));
    if (listed.length === 0) throw new Problem('files.empty-list');
    all.push(...listed);
  }
  return Promise.all(all.map(meantBy).map(withBytes));
}

async function standardInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function kindOf(path: string): Promise<'file' | 'directory' | 'missing'> {
  try {
    return (await stat(onDisk(path))).isDirectory() ? 'directory' : 'file';
  } catch (error) {
    // ENOTDIR: the path goes on behind a file, which may be an archive.
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return 'missing';
    throw error;
  }
}

/** A path that does not exist may be a pattern that the shell did not expand. */
async function matching(path: string): Promise<string[]> {
  if (!GLOB.test(path)) throw await missing(path);
  const { glob } = await import('tinyglobby');
  const pattern = process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
  const found = await glob(pattern, { onlyFiles: true, expandDirectories: false, absolute: false });
  if (found.length === 0) throw new Problem('files.no-match', {}, { file: path });
  return found.filter(file => whyNot(basename(file)) !== 'skip.lock').sort(byName);
}

async function missing(path: string): Promise<Problem> {
  if (path.trim() === '') return new Problem('files.blank-name');
  if (await isLink(path)) return new Problem('files.broken-link', {}, { file: path });
  const names = await readdir(dirname(path)).catch(() => undefined);
  if (!names) return new Problem('files.no-folder', { folder: dirname(path) }, { file: path });
  const guess = nearest(basename(path), names);
  return guess === undefined
    ? new Problem('files.missing', {}, { file: path })
    : new Problem('files.missing-near', { guess }, { file: path });
}

const isLink = (path: string) =>
  lstat(onDisk(path)).then(
    one => one.isSymbolicLink(),
    () => false,
  );

async function reportsIn(folder: string): Promise<Omit<Found, 'files' | 'listed'> & { readonly files: string[] }> {
  const files: string[] = [];
  const failures: Failure[] = [];
  const skipped: Found['skipped'][number][] = [];
  for (const entry of (await entriesOf(folder)).sort((a, b) => byName(a.name, b.name))) {
    const path = join(folder, entry.name);
    // A link to a folder is not followed: one that leads upwards would never end.
    const why = whyNot(entry.name) ?? (entry.isDirectory() || isReport(entry) ? undefined : 'skip.format');
    if (why) skipped.push({ file: path, why });
    else if (entry.isDirectory()) {
      // One folder that cannot be opened does not hide the others.
      const inside = await reportsIn(path).catch(error => ({
        files: [],
        skipped: [],
        failures: [{ file: path, problem: asProblem(error, path) }],
      }));
      files.push(...inside.files);
      failures.push(...inside.failures);
      skipped.push(...inside.skipped);
    } else files.push(path);
  }
  return { files, failures, skipped };
}

const isReport = (entry: Dirent) => (entry.isFile() || entry.isSymbolicLink()) && isReportName(entry.name);

function whyNot(name: string): string | undefined {
  if (name.startsWith('~$') || name.startsWith('.~')) return 'skip.lock';
  if (name.startsWith('.') || SYSTEM.test(name)) return 'skip.hidden';
  if (CONFIG.test(name)) return 'skip.config';
  return undefined;
}

/** By the code points, numbers by their size, «表 - 副本.xls» after «表.xls»: the same order on every machine. */
function byName(a: string, b: string): number {
  const [left, right] = [a, b].map(name =>
    name.replace(/\d+/g, digits => digits.padStart(12, '0')).replace(/(?=\.[^.]*$)/, '\0'),
  ) as [string, string];
  return left < right ? -1 : left > right ? 1 : 0;
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'files.denied',
  EPERM: 'files.denied',
  EBUSY: 'files.busy',
  ENOENT: 'files.missing',
  ENOTDIR: 'files.missing',
  ELOOP: 'files.broken-link',
  ENAMETOOLONG: 'files.long-name',
};

/** What the system says about a file, in our words. */
export function asProblem(error: unknown, file: string): Problem {
  if (error instanceof Problem) return error;
  const { code = '', message } = error as NodeJS.ErrnoException;
  return new Problem(REASONS[code] ?? 'files.unreadable', { reason: code || message }, { file });
}

/** How the name of a report that consists of several files is put together. */
const AND = ' + ';

/** The files of a report as it is named in the output: one, or several with « + » between them. */
export async function filesIn(name: string): Promise<readonly string[]> {
  return !name.includes(AND) || (await kindOf(name)) !== 'missing' ? [name] : name.split(AND);
}

/** «汇编.docx/某局» is the report of a body in a compendium; `part`: the body, where the path leads into a file. */
export async function partIn(path: string): Promise<{ readonly file: string; readonly part?: string }> {
  if ((await kindOf(path)) !== 'missing') return { file: path };
  const [file, part] = [dirname(path), basename(path)];
  return (await kindOf(file)) === 'file' && !mayBePacked(file) ? { file, part } : { file: path };
}
