/** Little-endian numbers out of a stream; outside of it everything is 0, so a lying offset cannot break the reader. */
export class Bytes {
  readonly length: number;
  private readonly data: Uint8Array;
  private readonly view: DataView;

  constructor(data: Uint8Array) {
    this.data = data;
    this.length = data.length;
    this.view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  }

  u8(at: number): number {
    return this.data[at] ?? 0;
  }
  u16(at: number): number {
    return at >= 0 && at + 2 <= this.length ? this.view.getUint16(at, true) : 0;
  }
  i16(at: number): number {
    return at >= 0 && at + 2 <= this.length ? this.view.getInt16(at, true) : 0;
  }
  u32(at: number): number {
    return at >= 0 && at + 4 <= this.length ? this.view.getUint32(at, true) : 0;
  }
  i32(at: number): number {
    return at >= 0 && at + 4 <= this.length ? this.view.getInt32(at, true) : 0;
  }
  slice(from: number, length: number): Uint8Array {
    return this.data.subarray(Math.max(0, from), Math.max(0, from + length));
  }
  /** `count` UTF-16 characters. */
  wide(at: number, count: number): string {
    return new TextDecoder('utf-16le').decode(this.slice(at, count * 2));
  }
}

/** A property modification of Word ([MS-DOC] 2.6): its code, and its operand. */
export interface Sprm {
  readonly code: number;
  readonly operand: Bytes;
}

/** Sizes of operands by the top three bits of the code; 6 says its own size. */
const SIZES = [1, 1, 2, 4, 2, 2, 0, 3] as const;
export const T_DEF_TABLE = 0xd608;
const P_CHG_TABS = 0xc615;

/** The modifications of a grpprl, in order ([MS-DOC] 2.2.5.1). */
export function* sprmsOf(grpprl: Uint8Array): Generator<Sprm> {
  const bytes = new Bytes(grpprl);
  for (let at = 0; at + 2 < bytes.length; ) {
    const code = bytes.u16(at);
    at += 2;
    let size: number = SIZES[code >> 13]!;
    let skip = 0;
    if (size === 0) {
      skip = code === T_DEF_TABLE ? 2 : 1;
      size = code === T_DEF_TABLE ? Math.max(0, bytes.u16(at) - 1) : bytes.u8(at);
      if (code === P_CHG_TABS && size === 255) size = 2 + bytes.u8(at + 1) * 4 + bytes.u8(at + 2 + bytes.u8(at + 1) * 4) * 3;
    }
    yield { code, operand: new Bytes(bytes.slice(at + skip, size)) };
    at += skip + size;
  }
}
