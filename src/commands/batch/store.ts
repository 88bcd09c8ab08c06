import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { Problem } from '../../model/index.ts';
import { asProblem, save } from '../parts/saving.ts';
import { version } from '../parts/version.ts';
import type { Done } from './job.ts';
import { type State, statesIn } from './lines.ts';

/** Results by their keys. */
export interface Store {
  get(key: string): Promise<Done | undefined>;
  put?(key: string, done: Done): Promise<void>;
}

/** Bytes of the sum before each entry. */
const SUM = 32;

/** Results in a folder, one file each; whatever is not as it was written is as if it were not there. */
export async function cacheIn(folder: string): Promise<Store> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw code === 'EEXIST' || code === 'ENOTDIR'
      ? new Problem('cache.no-folder', {}, { file: folder })
      : asProblem(error as NodeJS.ErrnoException, folder);
  }
  const fileOf = (key: string) => join(folder, key.slice(0, 2), `${key.slice(2)}.result`);
  return {
    async get(key) {
      try {
        const bytes = await readFile(fileOf(key));
        const content = bytes.subarray(SUM);
        if (!sumOf(content).equals(bytes.subarray(0, SUM))) return undefined;
        return JSON.parse(inflateRawSync(content).toString()) as Done;
      } catch {
        return undefined;
      }
    },
    async put(key, done) {
      const content = deflateRawSync(JSON.stringify(done));
      const file = fileOf(key);
      await mkdir(dirname(file), { recursive: true });
      await save(file, Buffer.concat([sumOf(content), content]));
    },
  };
}

/** Where the results of a run may be found: in what was told before, and in the cache. */
export async function storesOf({ cache, resume }: { readonly cache?: string; readonly resume?: string }): Promise<Store[]> {
  return [...(resume === undefined ? [] : [await resultsIn(resume)]), ...(cache === undefined ? [] : [await cacheIn(cache)])];
}

/** Results that an earlier run told as ndjson; a last line that breaks off is none. */
async function resultsIn(file: string): Promise<Store> {
  const told = new Map<string, State[]>();
  for await (const state of statesIn(file)) {
    if ('shard' in state) continue;
    const same = told.get(state.key);
    if (same) same.push(state);
    else told.set(state.key, [state]);
  }
  return {
    async get(key) {
      const states = told.get(key) ?? [];
      const audits = [...new Map(states.map(one => [one.nth, one.audit])).entries()].sort((a, b) => a[0] - b[0]);
      if (states.length === 0 || audits.length !== states[0]!.of) return undefined;
      const texts = audits.flatMap(([, text]) => text ?? []);
      return texts.length === audits.length ? { audits: texts, failures: [], own: [], copies: [] } : undefined;
    },
  };
}

const sumOf = (content: Uint8Array) => createHash('sha256').update(content).digest();

/**
 * By what this program is known: its version, and where it is built the names of its parts, which change with what they hold; so
 * that no result of another state of the program is taken for one of this.
 */
export async function build(): Promise<string> {
  const parts = dirname(fileURLToPath(import.meta.url));
  const names = basename(parts) === 'parts' ? await readdir(parts).catch(() => []) : [];
  return [version, ...names.sort()].join('\n');
}
