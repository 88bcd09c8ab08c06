import { Bytes } from './bytes.ts';
import { type DocFile, PART } from './fib.ts';

/** A paragraph style: its built-in number, name and own properties. */
export interface DocStyle {
  readonly builtIn: number;
  readonly name: string;
  readonly base: number;
  readonly grpprl: Uint8Array;
}

/** The style sheet ([MS-DOC] 2.9.271); undefined where a number is not in use. */
export function readDocStyles(doc: DocFile): (DocStyle | undefined)[] {
  const stsh = doc.part(PART.styles);
  const headerSize = stsh.u16(0);
  const count = Math.min(stsh.u16(2), 4096);
  const baseSize = stsh.u16(4);
  const styles: (DocStyle | undefined)[] = [];
  let at = 2 + headerSize;
  for (let i = 0; i < count && at + 2 <= stsh.length; i++) {
    const size = stsh.u16(at);
    styles.push(size ? styleOf(new Bytes(stsh.slice(at + 2, size)), baseSize) : undefined);
    at += 2 + size + (size % 2);
  }
  return styles;
}

function styleOf(std: Bytes, baseSize: number): DocStyle {
  const kind = std.u16(2) & 0xf;
  const letters = std.u16(baseSize);
  const name = std.wide(baseSize + 2, Math.min(letters, 255));
  const upx = baseSize + 2 + letters * 2 + 2;
  const size = std.u16(upx);
  // A paragraph style's first part is its paragraph properties, behind its own number.
  const grpprl = kind === 1 && size >= 2 ? std.slice(upx + 4, size - 2) : new Uint8Array();
  return { builtIn: std.u16(0) & 0xfff, name, base: std.u16(2) >> 4, grpprl };
}
