/** A piece of an RTF file (RTF 1.9.1, «Contents of an RTF File»). */
export type Token =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  /** «\par», «\u-28928»: `param` is undefined where none stands. Control symbols («\~», «\*») are words of one sign. */
  | { readonly kind: 'word'; readonly name: string; readonly param: number | undefined }
  /** Plain bytes, those written as «\'d6» among them one by one. */
  | { readonly kind: 'bytes'; readonly from: number; readonly to: number }
  | { readonly kind: 'byte'; readonly value: number };

const OPEN = 0x7b;
const CLOSE = 0x7d;
const SLASH = 0x5c;
const OPENED: Token = { kind: 'open' };
const CLOSED: Token = { kind: 'close' };
/** More letters and digits than any control word has. */
const LONGEST = 40;

/** Goes through the bytes of an RTF file, piece by piece. */
export class Tokens {
  at = 0;

  constructor(readonly bytes: Uint8Array) {}

  /** The next piece; undefined at the end of the file. */
  next(): Token | undefined {
    const { bytes } = this;
    while (bytes[this.at] === 0x0d || bytes[this.at] === 0x0a) this.at++;
    if (this.at >= bytes.length) return undefined;
    const sign = bytes[this.at]!;
    if (sign === OPEN || sign === CLOSE) {
      this.at++;
      return sign === OPEN ? OPENED : CLOSED;
    }
    if (sign === SLASH) return this.control();
    const from = this.at;
    while (this.at < bytes.length && isPlain(bytes[this.at]!)) this.at++;
    return { kind: 'bytes', from, to: this.at };
  }

  /** Leaves out the rest of the group that was opened last; stands before the brace that closes it. */
  skipGroup(): void {
    const { bytes } = this;
    let depth = 0;
    for (; this.at < bytes.length; this.at++) {
      const sign = bytes[this.at]!;
      if (sign === OPEN) depth++;
      else if (sign === CLOSE && depth-- === 0) return;
      else if (sign === SLASH) {
        // Behind «\bin» come bytes that are no signs.
        if (bytes[this.at + 1] === 0x62 && bytes[this.at + 2] === 0x69 && bytes[this.at + 3] === 0x6e) {
          this.control();
          this.at--;
        } else this.at++;
      }
    }
  }

  /** What the rest of the group says in hexadecimal digits, as bytes; at most `most` of them. */
  hexadecimal(most: number): Uint8Array {
    const from = this.at;
    this.skipGroup();
    const found = new Uint8Array(Math.min(most, (this.at - from) >> 1));
    let length = 0;
    let half = -1;
    for (let i = from; i < this.at && length < found.length; i++) {
      const digit = digitOf(this.bytes[i]!);
      if (digit < 0) continue;
      if (half < 0) half = digit;
      else {
        found[length++] = half * 16 + digit;
        half = -1;
      }
    }
    return found.subarray(0, length);
  }

  private control(): Token {
    const { bytes } = this;
    const start = ++this.at;
    if (start >= bytes.length) return { kind: 'word', name: '', param: undefined };
    if (!isLetter(bytes[start]!)) {
      this.at++;
      const sign = bytes[start]!;
      if (sign !== 0x27) return { kind: 'word', name: String.fromCharCode(sign), param: undefined };
      const [high, low] = [digitOf(bytes[this.at] ?? 0), digitOf(bytes[this.at + 1] ?? 0)];
      if (high < 0 || low < 0) return { kind: 'word', name: '', param: undefined };
      this.at += 2;
      return { kind: 'byte', value: high * 16 + low };
    }
    while (this.at - start < LONGEST && isLetter(bytes[this.at] ?? 0)) this.at++;
    const name = String.fromCharCode(...bytes.subarray(start, this.at));
    const minus = bytes[this.at] === 0x2d;
    let digits = this.at + (minus ? 1 : 0);
    const first = digits;
    let value = 0;
    while (digits - first < LONGEST && isDigit(bytes[digits] ?? 0)) value = value * 10 + bytes[digits++]! - 0x30;
    if (digits > first) this.at = digits;
    if (bytes[this.at] === 0x20) this.at++;
    const param = digits > first ? (minus ? -value : value) : undefined;
    if (name === 'bin' && param !== undefined && param > 0) this.at = Math.min(bytes.length, this.at + param);
    return { kind: 'word', name, param };
  }
}

const isPlain = (sign: number) => sign !== OPEN && sign !== CLOSE && sign !== SLASH && sign !== 0x0d && sign !== 0x0a;
const isLetter = (sign: number) => (sign >= 0x61 && sign <= 0x7a) || (sign >= 0x41 && sign <= 0x5a);
const isDigit = (sign: number) => sign >= 0x30 && sign <= 0x39;

function digitOf(sign: number): number {
  if (isDigit(sign)) return sign - 0x30;
  const letter = sign | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}
