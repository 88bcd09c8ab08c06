import { unzipSync } from 'fflate';
import { type Input, Problem } from '../../model/index.ts';
import { LIMITS, megabytes } from './limits.ts';

/** A zip file with fences: parts are unpacked one by one, when asked for. */
export interface Archive {
  readonly names: readonly string[];
  /** A part's bytes, or undefined when there is none of this name (upper and lower case are told apart only if need be). */
  part(name: string): Uint8Array | undefined;
}

/** PK, then a local file header (or the end of an empty archive). */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5) && (bytes[3] === 4 || bytes[3] === 6);
}

/**
 * The names and claimed sizes of a zip file's parts; undefined when its directory (which stands at its end) is missing or broken.
 */
export function listZip(bytes: Uint8Array): Map<string, number> | undefined {
  const sizes = new Map<string, number>();
  try {
    unzipSync(bytes, {
      filter: entry => {
        sizes.set(entry.name.replaceAll('\\', '/').replace(/^\//, ''), entry.originalSize);
        if (sizes.size > LIMITS.parts) throw new RangeError();
        return false;
      },
    });
  } catch {
    return undefined;
  }
  return sizes;
}

/** Opens a zip file. Throws `reader.damaged` (no directory, a broken part) and `reader.too-large` (a zip bomb). */
export function openZip(input: Input): Archive {
  const { file, bytes } = input;
  const sizes = listZip(bytes);
  if (!sizes) throw new Problem('reader.damaged', {}, { file });
  const names = [...sizes.keys()];
  const folded = new Map(names.map(name => [name.toLowerCase(), name]));
  let unpacked = 0;
  return {
    names,
    part(asked) {
      const name = sizes.has(asked) ? asked : folded.get(asked.toLowerCase());
      if (name === undefined) return undefined;
      const claimed = sizes.get(name)!;
      unpacked += claimed;
      if (claimed > LIMITS.part || unpacked > LIMITS.total) {
        throw new Problem('reader.too-large', { size: megabytes(claimed), limit: megabytes(LIMITS.part) }, { file });
      }
      try {
        // The claimed size is all the room that is made: a part that lies about it comes out cut off, not large.
        const found = unzipSync(bytes, { filter: entry => entry.name.replaceAll('\\', '/').replace(/^\//, '') === name });
        return Object.values(found)[0];
      } catch {
        throw new Problem('reader.damaged', {}, { file });
      }
    },
  };
}
