import { type Input, Problem } from '../../model/index.ts';
import { LIMITS, megabytes } from './limits.ts';

/** A compound file ([MS-CFB]): what .doc, .xls and password-protected office files are in. Streams by their path below the root. */
export interface Compound {
  readonly names: readonly string[];
  stream(name: string): Uint8Array | undefined;
}

export function isCompound(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1].every((byte, i) => bytes[i] === byte);
}

/** Several readers look into the same file to see whose it is. */
const opened = new WeakMap<Input, Compound | null>();

/** Opens a compound file; undefined when it is none or too broken for its directory to be read. */
export function openCompound(input: Input): Compound | undefined {
  const { bytes, file } = input;
  if (!isCompound(bytes)) return undefined;
  if (bytes.length > LIMITS.part)
    throw new Problem('reader.too-large', { size: megabytes(bytes.length), limit: megabytes(LIMITS.part) }, { file });
  let compound = opened.get(input);
  if (compound === undefined) {
    compound = parse(bytes);
    opened.set(input, compound);
  }
  return compound ?? undefined;
}

/** Bytes of an entry of the directory, and entries that are looked at: a file of an office program has a few hundred at most. */
const ENTRY = 128;
const ENTRIES = 20_000;
/** Streams below this size lie in the mini stream, in sectors of their own size. */
const CUTOFF = 4096;
const MINI = 64;
const ROOT = 5;

interface Entry {
  readonly name: string;
  /** 1 a storage, 2 a stream, 5 the root; 0 is not in use. */
  readonly kind: number;
  /** Left and right sibling, child. */
  readonly links: readonly number[];
  readonly start: number;
  readonly size: number;
}

function parse(bytes: Uint8Array): Compound | null {
  try {
    const sectors = new Sectors(bytes);
    const entries = entriesOf(sectors);
    const paths = entries?.[0]?.kind === ROOT ? pathsOf(entries) : undefined;
    if (!paths) return null;
    const names = [...paths.keys()];
    return {
      names,
      stream(name) {
        const entry = paths.get(name);
        return entry?.kind === 2 ? contentOf(entry, entries![0]!, sectors) : undefined;
      },
    };
  } catch {
    return null;
  }
}

/** The sectors of a file, and which follows which ([MS-CFB] 2.2 to 2.5). */
class Sectors {
  readonly size: number;
  private readonly view: DataView;
  private readonly fat: readonly number[];

  constructor(readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const shift = this.number(30) & 0xffff;
    if (shift !== 9 && shift !== 12) throw new RangeError('sector shift');
    this.size = 1 << shift;
    const perSector = this.size / 4;
    const fat: number[] = [];
    const tables = Math.min(this.number(44), Math.ceil(bytes.length / this.size / perSector) + 1);
    let difat = this.number(68);
    for (let n = 0, where = 76, left = 109; n < tables; n++) {
      if (left === 0) {
        if (this.at(difat) + this.size > bytes.length) break;
        where = this.at(difat);
        left = perSector - 1;
      }
      fat.push(this.number(where));
      where += 4;
      if (--left === 0 && n > 108) difat = this.number(where);
    }
    this.fat = fat;
  }

  /** A number of the file, unsigned. */
  number(where: number): number {
    return this.view.getUint32(where, true);
  }

  at(sector: number): number {
    return (sector + 1) * this.size;
  }

  /** The sectors from one on, to the end of their chain, of the file, or of what is wanted; a chain that comes back to itself ends there. */
  chain(start: number, wanted = Number.POSITIVE_INFINITY): number[] {
    const chain: number[] = [];
    const most = Math.min(wanted / this.size, this.bytes.length / this.size);
    for (let sector = start; this.at(sector) < this.bytes.length && chain.length < most; sector = this.next(sector))
      chain.push(sector);
    return chain;
  }

  private next(sector: number): number {
    const perSector = this.size / 4;
    const table = this.fat[Math.floor(sector / perSector)];
    const where = table === undefined ? -1 : this.at(table) + (sector % perSector) * 4;
    return where >= 0 && where + 4 <= this.bytes.length ? this.number(where) : NONE;
  }

  /** The bytes of a chain, as many as are wanted or there. */
  read(start: number, wanted = Number.POSITIVE_INFINITY): Uint8Array {
    const chain = this.chain(start, wanted);
    const whole = new Uint8Array(chain.length * this.size);
    let end = 0;
    for (const sector of chain) {
      const piece = this.bytes.subarray(this.at(sector), this.at(sector) + this.size);
      whole.set(piece, end);
      end += piece.length;
    }
    return whole.subarray(0, Math.min(end, wanted));
  }
}

const NONE = 0xffffffff;

/** The directory ([MS-CFB] 2.6); undefined where it goes in a circle or has more entries than any program makes. */
function entriesOf(sectors: Sectors): Entry[] | undefined {
  const chain = sectors.chain(sectors.number(48));
  if (new Set(chain).size < chain.length || (chain.length * sectors.size) / ENTRY > ENTRIES) return undefined;
  const { bytes } = sectors;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: Entry[] = [];
  for (const sector of chain) {
    const from = sectors.at(sector);
    for (let at = from; at + ENTRY <= Math.min(from + sectors.size, bytes.length); at += ENTRY) {
      const length = Math.max(0, Math.min(64, view.getUint16(at + 64, true)) - 2);
      entries.push({
        name: new TextDecoder('utf-16le').decode(bytes.subarray(at, at + length)),
        kind: bytes[at + 66]!,
        links: [68, 72, 76].map(offset => sectors.number(at + offset)),
        start: sectors.number(at + 116),
        size: sectors.number(at + 120),
      });
    }
  }
  return entries;
}

/**
 * Entries by their path below the root; that of a storage ends in a slash. The directory has to be a tree (2.6.4): undefined where an
 * entry is reached twice. What nothing leads to is known by its bare name.
 */
function pathsOf(entries: readonly Entry[]): Map<string, Entry> | undefined {
  const paths = new Map<string, Entry>();
  const seen = new Set<number>([0]);
  const open: { readonly index: number; readonly folder: string }[] = entries.length > 0 ? [{ index: 0, folder: '' }] : [];
  const add = (path: string, entry: Entry) => {
    if (entry.kind !== 0 && !paths.has(path)) paths.set(path, entry);
  };
  for (let one = open.pop(); one; one = open.pop()) {
    const entry = entries[one.index]!;
    const own = one.index === 0 ? '' : `${one.folder}${entry.name}${entry.kind === 2 ? '' : '/'}`;
    if (one.index > 0) add(own, entry);
    for (const [i, link] of entry.links.entries()) {
      if (link === NONE || link >= entries.length) continue;
      if (seen.has(link)) return undefined;
      seen.add(link);
      open.push({ index: link, folder: i === 2 ? own : one.folder });
    }
  }
  for (const [index, entry] of entries.entries()) if (!seen.has(index)) add(`${entry.name}${entry.kind === 2 ? '' : '/'}`, entry);
  return paths;
}

/** A stream out of its sectors: those of the file, or for a small one those of the mini stream, which the root has. */
function contentOf({ start, size }: Entry, root: Entry, sectors: Sectors): Uint8Array {
  if (size >= CUTOFF) return sectors.read(start, size);
  const stream = sectors.read(root.start, root.size);
  const table = sectors.read(sectors.number(60));
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
  const whole = new Uint8Array(size);
  let sector = start;
  let end = 0;
  for (; end < size && (sector + 1) * MINI <= stream.length + MINI - 1; end += MINI) {
    whole.set(stream.subarray(sector * MINI, Math.min((sector + 1) * MINI, sector * MINI + size - end)), end);
    sector = (sector + 1) * 4 <= table.length ? view.getUint32(sector * 4, true) : NONE;
  }
  return whole.subarray(0, Math.min(end, size));
}
