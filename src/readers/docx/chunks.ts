import { type Document, type Input, Problem } from '../../model/index.ts';
import { foreign } from '../foreign.ts';
import { html } from '../html/index.ts';
import type { Package, Relation } from '../parts/package.ts';
import type { Reader } from '../reader.ts';
import { rtf } from '../rtf/index.ts';
import { text } from '../text.ts';

/** Documents inserted as a whole (altChunk; ECMA-376 part 1, 17.17.2), by the id of their relation. */
export type Chunks = ReadonlyMap<string, Document>;

/** More than any document has. */
const MOST = 50;

/**
 * Reads what is inserted: pages, text, RTF, and Word files by `docx`, whose own insertions are not followed. Those that cannot be read are
 * not in the map.
 */
export async function readChunks(
  file: string,
  pkg: Package,
  relations: ReadonlyMap<string, Relation>,
  docx: Reader,
): Promise<Chunks> {
  const found = new Map<string, Document>();
  for (const [id, { type, target, external }] of relations) {
    const bytes = external || type !== 'aFChunk' ? undefined : pkg.promisedBytes(target);
    if (!bytes?.length || found.size >= MOST) continue;
    const input: Input = { file, bytes };
    const reader = [docx, rtf, html, foreign, text].find(one => one.recognises(input));
    try {
      if (reader) found.set(id, await reader.read(input));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
    }
  }
  return found;
}
