import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Names that stand on the disk in the Chinese code page of Windows, as an archive made there leaves them elsewhere: what a person
 * sees, and the bytes by which the system knows the file.
 */
const written = new Map<string, Buffer>();

/** How the system has to be asked for a path. */
export const onDisk = (path: string): string | Buffer => written.get(path) ?? path;

/** What is in a folder, under names that a person can read. */
export async function entriesOf(folder: string): Promise<Dirent[]> {
  const entries = (await readdir(onDisk(folder), { withFileTypes: true, encoding: 'buffer' })) as unknown as Dirent<Buffer>[];
  return entries.map(entry => Object.assign(entry, { name: named(folder, entry.name) }) as unknown as Dirent);
}

function named(folder: string, raw: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    const name = new TextDecoder('gb18030').decode(raw);
    const before = onDisk(folder);
    written.set(join(folder, name), Buffer.concat([Buffer.from(before), Buffer.from('/'), raw]));
    return name;
  }
}

/** The sign for bytes that are no character: what is left of such a name in an argument. */
const LOST = '\ufffd';

/** The path that is meant by an argument whose bytes were lost on the way here: the one in its folder that looks the same. */
export async function withBytes(path: string): Promise<string> {
  if (!path.includes(LOST)) return path;
  let at = path.startsWith('/') ? '/' : '';
  for (const step of path.split('/').filter(one => one !== '')) {
    const name = step.includes(LOST) ? await like(at === '' ? '.' : at, step) : step;
    if (name === undefined) return path;
    at = at === '' || at === '/' ? at + name : `${at}/${name}`;
    // A name of the folder that the path begins in is known without it.
    const known = written.get(join('.', at));
    if (known) written.set(at, known);
  }
  return at;
}

async function like(folder: string, step: string): Promise<string | undefined> {
  const names = await entriesOf(folder).catch(() => []);
  return names.map(one => one.name).find(name => seenLossy(folder, name) === step);
}

const seenLossy = (folder: string, name: string) => {
  const bytes = written.get(join(folder, name));
  return bytes?.subarray(bytes.lastIndexOf('/') + 1).toString('utf8');
};
