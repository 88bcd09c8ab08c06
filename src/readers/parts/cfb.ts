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

function parse(bytes: Uint8Array): Compound | null {
  try {
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
