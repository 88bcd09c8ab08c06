/** One part as a zip file's directory tells of it (APPNOTE 4.3.12). */
export interface Entry {
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  /** Bytes as they lie in the file, and as they are claimed to be unpacked. */
  readonly packed: number;
  readonly size: number;
  /** Where its own header stands. */
  readonly at: number;
  /** The name as it is written, to be held against that header. */
  readonly written: Uint8Array;
}

export interface Directory {
  readonly entries: ReadonlyMap<string, Entry>;
  /** Names that stand there more than once: what the last one holds is read. */
  readonly twice: readonly string[];
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
/** The longest comment that may follow the end record, and the record itself. */
const FURTHEST = 0xffff + 22;
const FULL = 0xffffffff;

/**
 * The directory at the end of a zip file, with the checksums, which fflate does not give; undefined when it is missing, broken, or
 * names more than `most` parts.
 */
export function directoryOf(bytes: Uint8Array, most: number): Directory | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const end = endOf(view);
    if (end === undefined) return undefined;
    const { count, start } = extentOf(view, end);
    if (count > most) return undefined;
    const entries = new Map<string, Entry>();
    const twice = new Set<string>();
    for (let n = 0, at = start; n < count; n++) {
      if (view.getUint32(at, true) !== ENTRY) return undefined;
      const lengths = [28, 30, 32].map(offset => view.getUint16(at + offset, true)) as [number, number, number];
      const written = bytes.subarray(at + 46, at + 46 + lengths[0]);
      const isUtf8 = (view.getUint16(at + 8, true) & 0x800) !== 0;
      const name = nameOf(isUtf8 ? new TextDecoder().decode(written) : unmarked(written));
      if (entries.has(name)) twice.add(name);
      entries.set(name, entryAt(view, at, lengths, written));
      at += 46 + lengths[0] + lengths[1] + lengths[2];
    }
    return { entries, twice: [...twice] };
  } catch (error) {
    // What points beyond the end of the file.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Names without the mark of UTF-8: macOS and others write it all the same, Chinese Windows its own code page (GBK). */
function unmarked(written: Uint8Array): string {
  if (written.every(byte => byte < 0x80)) return new TextDecoder('latin1').decode(written);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(written);
  } catch {
    return new TextDecoder('gb18030').decode(written);
  }
}

/** Some programs write the separators of Windows, or begin with one. */
const nameOf = (written: string) => written.replaceAll('\\', '/').replace(/^\//, '');

function endOf(view: DataView): number | undefined {
  for (let at = view.byteLength - 22; at >= 0 && at >= view.byteLength - FURTHEST; at--)
    if (view.getUint32(at, true) === END) return at;
  return undefined;
}

/** Where the directory begins and how many parts it names; of large files, and of some programs' small ones, in a record of 64 bits. */
function extentOf(view: DataView, end: number): { count: number; start: number } {
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  if ((count !== 0xffff && start !== FULL) || end < 20 || view.getUint32(end - 20, true) !== LOCATOR_64) return { count, start };
  const at = large(view, end - 12);
  if (view.getUint32(at, true) !== END_64) return { count, start };
  return { count: large(view, at + 32), start: large(view, at + 48) };
}

function entryAt(view: DataView, at: number, [name, extra]: readonly [number, number, number], written: Uint8Array): Entry {
  const flags = view.getUint16(at + 8, true);
  const sizes = { size: view.getUint32(at + 24, true), packed: view.getUint32(at + 20, true), at: view.getUint32(at + 42, true) };
  if (Object.values(sizes).includes(FULL)) widen(view, at + 46 + name, extra, sizes);
  return {
    method: view.getUint16(at + 10, true),
    encrypted: (flags & 1) !== 0,
    crc: view.getInt32(at + 16, true),
    written,
    ...sizes,
  };
}

/** Numbers of 64 bits stand in an extra field, those that need it only, in this order (APPNOTE 4.5.3). */
function widen(view: DataView, from: number, length: number, sizes: { size: number; packed: number; at: number }): void {
  for (let at = from; at + 4 <= from + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    for (const key of ['size', 'packed', 'at'] as const)
      if (sizes[key] === FULL) {
        sizes[key] = large(view, next);
        next += 8;
      }
    return;
  }
}

function large(view: DataView, at: number): number {
  return view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;
}

/** The bytes of a part as they lie in the file; undefined when its own header does not agree with the directory. */
export function packedBytes(bytes: Uint8Array, { at, packed, written }: Entry): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (at + 30 > bytes.length || view.getUint32(at, true) !== LOCAL) return undefined;
  const length = view.getUint16(at + 26, true);
  const start = at + 30 + length + view.getUint16(at + 28, true);
  if (start + packed > bytes.length || length !== written.length) return undefined;
  return written.every((byte, i) => bytes[at + 30 + i] === byte) ? bytes.subarray(start, start + packed) : undefined;
}
