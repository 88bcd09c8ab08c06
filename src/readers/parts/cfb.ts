import CFB from 'cfb';
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
const NONE = 0xffffffff;

/**
 * Whether the directory is a tree ([MS-CFB] 2.6.4): every entry is reached once from the root, over its siblings and its child. The
 * library that reads it follows a circle without end. The chain of its sectors is followed as the file allocation table says.
 */
function hasTree(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) return false;
  const size = 1 << shift;
  const at = (sector: number) => (sector + 1) * size;
  const fat: number[] = [];
  const perSector = size / 4;
  const tables = Math.min(view.getUint32(44, true), Math.ceil(bytes.length / size / perSector) + 1);
  let difat = view.getUint32(68, true);
  for (let n = 0, where = 76, left = 109; n < tables; n++) {
    if (left === 0) {
      if (at(difat) + size > bytes.length) break;
      where = at(difat);
      left = perSector - 1;
    }
    fat.push(view.getUint32(where, true));
    where += 4;
    if (--left === 0 && n >= 108) difat = view.getUint32(where, true);
  }
  const next = (sector: number): number => {
    const table = fat[Math.floor(sector / perSector)];
    const where = table === undefined ? -1 : at(table) + (sector % perSector) * 4;
    return where >= 0 && where + 4 <= bytes.length ? view.getUint32(where, true) : NONE;
  };
  const entries: number[] = [];
  const passed = new Set<number>();
  for (let sector = view.getUint32(48, true); at(sector) + size <= bytes.length; sector = next(sector)) {
    if (passed.has(sector) || entries.length > ENTRIES) return false;
    passed.add(sector);
    for (let i = 0; i < size / ENTRY; i++) entries.push(at(sector) + i * ENTRY);
  }
  const seen = new Set<number>([0]);
  const open = entries.length > 0 ? [0] : [];
  for (let entry = open.pop(); entry !== undefined; entry = open.pop()) {
    for (const link of [68, 72, 76]) {
      const other = view.getUint32(entries[entry]! + link, true);
      if (other === NONE || other >= entries.length) continue;
      if (seen.has(other)) return false;
      seen.add(other);
      open.push(other);
    }
  }
  return true;
}

function parse(bytes: Uint8Array): Compound | null {
  try {
    if (!hasTree(bytes)) return null;
    const container = CFB.read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { type: 'buffer' });
    const root = container.FullPaths[0] ?? 'Root Entry/';
    const names = container.FullPaths.map(path => (path.startsWith(root) ? path.slice(root.length) : path));
    return {
      names,
      stream(name) {
        const index = names.indexOf(name);
        const content = index < 0 ? undefined : container.FileIndex[index]?.content;
        return content && Uint8Array.from(content);
      },
    };
  } catch {
    return null;
  }
}
