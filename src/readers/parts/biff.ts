import { Problem } from '../../model/index.ts';

/** Records of a BIFF8 stream that tables are made of ([MS-XLS] 2.3); all others hold how the sheet looks, or charts and macros. */
const NEEDED = new Set([
  0x0006, 0x000a, 0x0017, 0x0022, 0x002f, 0x003c, 0x0042, 0x007d, 0x0085, 0x00bd, 0x00be, 0x00d6, 0x00e0, 0x00e5, 0x00fc, 0x00fd,
  0x01ae, 0x0200, 0x0201, 0x0203, 0x0204, 0x0205, 0x0207, 0x0208, 0x027e, 0x041e, 0x04bc, 0x0809,
]);
/** A record of one number that says nothing about cells (Excel9File). */
const IDLE = 0x01c0;
const BOF = 0x0809;
/** The texts of all cells, and what goes on a record that was too long for one. */
const SST = 0x00fc;
const CONTINUE = 0x003c;
const BIFF8 = 0x0600;
/** The most a record may hold, with some room for programs that count otherwise. */
const LONGEST = 8400;

/**
 * Whether a FILEPASS record stands before the end of the first substream ([MS-XLS] 2.4.117): the workbook is protected by a password.
 */
export function isProtected(book: Uint8Array): boolean {
  for (const { type } of records(book)) {
    if (type === 0x2f) return true;
    if (type === 0x0a) return false;
  }
  return false;
}

/**
 * A workbook stream in which only what tables need is left standing, at its place: the library that reads it trusts what the others
 * say about themselves, and a damaged one could make it take any amount of memory. Older streams than BIFF8 come back as they are.
 * Throws `reader.damaged` when the chain of records breaks.
 */
export function tamed(book: Uint8Array, file: string): Uint8Array {
  const view = new DataView(book.buffer, book.byteOffset, book.byteLength);
  if (view.byteLength < 8 || view.getUint16(0, true) !== BOF || view.getUint16(4, true) !== BIFF8) {
    return older(book, view, file);
  }
  const copy = book.slice();
  const out = new DataView(copy.buffer);
  let end = 0;
  let needed = true;
  let open = BOF;
  for (const { at, type, length } of records(book)) {
    if (length > LONGEST || at + 4 + length > book.length) throw new Problem('reader.damaged', {}, { file });
    end = at + 4 + length;
    // Continuations belong to the record before them.
    const isTexts = open === SST;
    if (type !== CONTINUE) open = type;
    needed = type === CONTINUE ? needed : NEEDED.has(type);
    if (needed && !isSound(view, type, at + 4, length)) throw new Problem('reader.damaged', {}, { file });
    // A formula with constants of its own behind it is left out, its value stays.
    const formula = type === 0x06 ? at + 24 : 0;
    if (formula && formula + 2 + view.getUint16(formula, true) < end) out.setUint16(formula, 0xffff, true);
    if (needed) continue;
    // Where a list of texts ends before the last of them tells how long it is, zeros go on: else the library never comes to its end.
    out.setUint16(at, isTexts && length > 2 ? CONTINUE : IDLE, true);
    copy.fill(0, at + 4, end);
  }
  return copy.subarray(0, end);
}

/**
 * Older streams mean other things by most records, but a formula, a text or the name of a number format that is longer than its record
 * leads the library round and round.
 */
function older(book: Uint8Array, view: DataView, file: string): Uint8Array {
  const copy = book.slice();
  const out = new DataView(copy.buffer);
  let end = 0;
  for (const { at, type, length } of records(book)) {
    end = at + 4 + length;
    if (UNASKED.has(type)) {
      out.setUint16(at, IDLE, true);
      continue;
    }
    const isTold = FORMULAS[type] !== undefined || TEXTS[type] !== undefined;
    const ends = at + 4 + length <= book.length;
    const isWhole = FORMATS.has(type) ? length >= 4 && 3 + view.getUint8(at + 6) <= length : isSound(view, type, at + 4, length);
    if (isTold && (!ends || !isWhole)) throw new Problem('reader.damaged', {}, { file });
  }
  return copy.subarray(0, end);
}

/** Counts and versions that the library believes. */
function isSound(view: DataView, type: number, at: number, length: number): boolean {
  if (length < (TEXTS[type] ?? 0)) return false;
  if (type === BOF) return length >= 4 && view.getUint16(at, true) === BIFF8;
  if (type === 0x00e5) return length >= 2 && 2 + view.getUint16(at, true) * 8 <= length;
  if (type === SST) return length >= 8 && view.getUint32(at + 4, true) * 3 <= view.byteLength;
  const formula = FORMULAS[type];
  if (formula !== undefined) return length >= formula + 2 && formula + 2 + view.getUint16(at + formula, true) <= length;
  return true;
}

/** Where formulas say how long they are: cells', and shared ones ([MS-XLS] 2.4.127, 2.4.260). */
const FORMULAS: Readonly<Record<number, number>> = { 6: 20, 1212: 8, 545: 12 };

/** How long a record with a text must be at least for the length of the text to stand in it; without one, the library never comes to its end. */
const TEXTS: Readonly<Record<number, number>> = {
  4: 8,
  7: 1,
  24: 4,
  30: 1,
  133: 1,
  214: 8,
  516: 8,
  519: 2,
  536: 4,
  1054: 4,
};
/** What says nothing about a cell's value: header, footer, font, who wrote it, the name of a module, the formula of an array. */
const UNASKED = new Set([0x14, 0x15, 0x21, 0x31, 0x5c, 0x1ba, 0x221]);

/** Number formats of older streams: a number, then how long the text is, then the text. */
const FORMATS = new Set([0x041e]);

function* records(book: Uint8Array): Generator<{ readonly at: number; readonly type: number; readonly length: number }> {
  const view = new DataView(book.buffer, book.byteOffset, book.byteLength);
  for (let at = 0; at + 4 <= book.length; ) {
    const type = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    // The stream is filled up with zeros behind its last record.
    if (type === 0 && length === 0) return;
    yield { at, type, length };
    at += 4 + length;
  }
}
