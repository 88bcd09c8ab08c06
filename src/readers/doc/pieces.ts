import { Problem } from '../../model/index.ts';
import { Bytes } from './bytes.ts';
import { type DocFile, PART } from './fib.ts';

/** A stretch of text that stands together in the WordDocument stream: characters [start, end) at byte `at`. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly at: number;
  /** Bytes a character takes: 1 (Windows-1252) or 2 (UTF-16). */
  readonly width: 1 | 2;
}

/** The piece table ([MS-DOC] 2.8.35, 2.9.177). Throws `reader.damaged` when text is missing from the file. */
export function readPieces(doc: DocFile, file: string): Piece[] {
  const clx = doc.part(PART.pieces);
  let at = 0;
  while (clx.u8(at) === 1 && at < clx.length) at += 3 + clx.u16(at + 1);
  if (clx.u8(at) !== 2) throw new Problem('reader.damaged', {}, { file });
  const plc = new Bytes(clx.slice(at + 5, clx.u32(at + 1)));
  const count = Math.max(0, Math.floor((plc.length - 4) / 12));
  const pieces: Piece[] = [];
  for (let i = 0; i < count; i++) {
    const start = plc.u32(4 * i);
    const end = plc.u32(4 * i + 4);
    const fc = plc.u32(4 * (count + 1) + 8 * i + 2);
    const width = fc & 0x40000000 ? 1 : 2;
    const from = width === 1 ? (fc & 0x3fffffff) >>> 1 : fc & 0x3fffffff;
    if (end < start || from + (end - start) * width > doc.word.length) throw new Problem('reader.truncated', {}, { file });
    pieces.push({ start, end, at: from, width });
  }
  if (pieces.length === 0) throw new Problem('reader.damaged', {}, { file });
  return pieces;
}

/** The byte at which a character stands in the WordDocument stream; pieces are sorted by their characters. */
export function byteOf(pieces: readonly Piece[], cp: number): number {
  let low = 0;
  for (let high = pieces.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (pieces[middle]!.end <= cp) low = middle + 1;
    else high = middle;
  }
  const piece = pieces[low];
  return piece && piece.start <= cp ? piece.at + (cp - piece.start) * piece.width : -1;
}

/** Properties of a stretch of bytes in the WordDocument stream: [from, to). */
export interface Formatted {
  readonly from: number;
  readonly to: number;
  readonly style: number;
  readonly grpprl: Uint8Array;
}

const PAGE = 512;
const NOTHING = new Uint8Array();

/**
 * The pages that hold the properties of paragraphs or characters ([MS-DOC] 2.9.33, 2.9.187), as stretches sorted by their bytes.
 */
export function readFormats(doc: DocFile, index: number): Formatted[] {
  const plc = doc.part(index);
  const paragraphs = index === PART.paragraphPages;
  const count = Math.max(0, Math.floor((plc.length - 4) / 8));
  const formats: Formatted[] = [];
  for (let i = 0; i < count; i++) {
    const page = (plc.u32(4 * (count + 1) + 4 * i) & 0x3fffff) * PAGE;
    if (page + PAGE > doc.word.length) continue;
    const runs = doc.word.u8(page + PAGE - 1);
    for (let n = 0; n < runs; n++) {
      const from = doc.word.u32(page + 4 * n);
      const to = doc.word.u32(page + 4 * n + 4);
      const offset = doc.word.u8(page + 4 * (runs + 1) + n * (paragraphs ? 13 : 1)) * 2;
      formats.push({ from, to, ...(offset ? propertiesAt(doc.word, page + offset, paragraphs) : { style: 0, grpprl: NOTHING }) });
    }
  }
  return formats.sort((a, b) => a.from - b.from);
}

function propertiesAt(word: Bytes, at: number, paragraphs: boolean): { style: number; grpprl: Uint8Array } {
  const size = word.u8(at);
  if (!paragraphs) return { style: 0, grpprl: word.slice(at + 1, size) };
  const start = size === 0 ? at + 2 : at + 1;
  const length = size === 0 ? word.u8(at + 1) * 2 : size * 2 - 1;
  return { style: word.u16(start), grpprl: word.slice(start + 2, length - 2) };
}

/** The stretch that a byte lies in. */
export function formatAt(formats: readonly Formatted[], byte: number): Formatted | undefined {
  let low = 0;
  for (let high = formats.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (formats[middle]!.to <= byte) low = middle + 1;
    else high = middle;
  }
  const found = formats[low];
  return found && found.from <= byte ? found : undefined;
}
