import { unzipSync, zipSync } from 'fflate';
import { directoryOf, type Entry } from '../../../src/readers/parts/zip-directory.ts';

/** Damage to office files of one's own making, part by part. */

const entryOf = (bytes: Uint8Array, part: string): Entry => {
  const entry = directoryOf(bytes, 1000)?.entries.get(part);
  if (!entry) throw new Error(`no part ${part}`);
  return entry;
};

/** Where the directory tells of a part. */
function toldAt(bytes: Uint8Array, part: string): number {
  return entryOf(bytes, part).written.byteOffset - bytes.byteOffset - 46;
}

/** One bit in the middle of a part's packed bytes is turned over. */
export function flipped(bytes: Uint8Array, part: string): Uint8Array {
  const copy = bytes.slice();
  const { at, packed, written } = entryOf(copy, part);
  copy[at + 30 + written.length + (packed >> 1)]! ^= 0x10;
  return copy;
}

/** The directory names another checksum. */
export function misnumbered(bytes: Uint8Array, part: string): Uint8Array {
  const copy = bytes.slice();
  copy[toldAt(copy, part) + 16]! ^= 1;
  return copy;
}

/** The directory says that the part is one byte longer, or shorter. */
export function resized(bytes: Uint8Array, part: string, by: 1 | -1): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  const at = toldAt(copy, part) + 24;
  view.setUint32(at, view.getUint32(at, true) + by, true);
  return copy;
}

/** The directory says that the part is encrypted. */
export function locked(bytes: Uint8Array, part: string): Uint8Array {
  const copy = bytes.slice();
  copy[toldAt(copy, part) + 8]! |= 1;
  return copy;
}

/** The part has another name in the directory than in its own header; both are equally long. */
export function renamed(bytes: Uint8Array, part: string, name: string, both = false): Uint8Array {
  const copy = bytes.slice();
  const { at } = entryOf(copy, part);
  const told = toldAt(copy, part) + 46;
  copy.set(new TextEncoder().encode(name), told);
  if (both) copy.set(new TextEncoder().encode(name), at + 30);
  return copy;
}

/** Without some parts, with others. */
export function repacked(
  bytes: Uint8Array,
  without: readonly string[],
  more: Readonly<Record<string, Uint8Array>> = {},
): Uint8Array {
  const parts = unzipSync(bytes);
  for (const name of without) delete parts[name];
  return zipSync({ ...parts, ...more }, { mtime: '1980-01-01T00:00:00' });
}
