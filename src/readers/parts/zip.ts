import CRC32 from 'crc-32';
import { inflateSync } from 'fflate';
import { type Input, Problem } from '../../model/index.ts';
import { LIMITS, megabytes } from './limits.ts';
import { directoryOf, type Entry, packedBytes } from './zip-directory.ts';

/** A zip file with fences: parts are unpacked one by one, when asked for. */
export interface Archive {
  readonly names: readonly string[];
  /** Names that stand in the file more than once. */
  readonly twice: readonly string[];
  /** Whether there is a part of this name. */
  has(name: string): boolean;
  /**
   * A part's bytes, or undefined when there is none of this name (upper and lower case are told apart only if need be). Throws
   * `reader.damaged-part` where its size or its checksum is not what the directory says.
   */
  part(name: string): Uint8Array | undefined;
}

/** PK, then a local file header (or the end of an empty archive). */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5) && (bytes[3] === 4 || bytes[3] === 6);
}

/** The names of a zip file's parts; undefined when its directory (which stands at its end) is missing or broken. */
export function listZip(bytes: Uint8Array): string[] | undefined {
  const directory = directoryOf(bytes, LIMITS.parts);
  return directory && [...directory.entries.keys()];
}

/** Opens a zip file. Throws `reader.damaged` (no directory) and `reader.too-large` (a zip bomb). */
export function openZip(input: Input): Archive {
  const { file, bytes } = input;
  const directory = directoryOf(bytes, LIMITS.parts);
  if (!directory) throw new Problem('reader.damaged', {}, { file });
  const { entries, twice } = directory;
  const names = [...entries.keys()];
  const folded = new Map(names.map(name => [name.toLowerCase(), name]));
  const nameOf = (asked: string) => (entries.has(asked) ? asked : folded.get(asked.toLowerCase()));
  let unpacked = 0;
  return {
    names,
    twice,
    has: asked => nameOf(asked) !== undefined,
    part(asked) {
      const name = nameOf(asked);
      if (name === undefined) return undefined;
      const entry = entries.get(name)!;
      unpacked += entry.size;
      if (entry.size > LIMITS.part || unpacked > LIMITS.total) {
        throw new Problem('reader.too-large', { size: megabytes(entry.size), limit: megabytes(LIMITS.part) }, { file });
      }
      if (entry.encrypted) throw new Problem('reader.encrypted', {}, { file });
      const part = unpack(bytes, entry);
      if (!part) throw new Problem('reader.damaged-part', { part: name }, { file });
      return part;
    },
  };
}

/** Parts lie in a file as they are, or deflated: office programs write nothing else. */
const STORED = 0;
const DEFLATED = 8;

/** The bytes of a part, if they are what the directory says they are. */
function unpack(bytes: Uint8Array, entry: Entry): Uint8Array | undefined {
  const packed = packedBytes(bytes, entry);
  if (!packed) return undefined;
  const part = entry.method === STORED ? packed : entry.method === DEFLATED ? inflated(packed, entry.size) : undefined;
  return part?.length === entry.size && CRC32.buf(part) === entry.crc ? part : undefined;
}

/** The claimed size is all the room that is made: a part that lies about it comes out cut off, not large. */
function inflated(packed: Uint8Array, size: number): Uint8Array | undefined {
  try {
    return inflateSync(packed, { out: new Uint8Array(size) });
  } catch {
    return undefined;
  }
}
