import { inflateSync } from 'fflate';
import { LIMITS } from '../../parts/limits.ts';

const KNOWN = new Set(
  'ASCIIHexDecode AHx ASCII85Decode A85 LZWDecode LZW FlateDecode Fl RunLengthDecode RL CCITTFaxDecode CCF JBIG2Decode DCTDecode DCT JPXDecode Crypt'.split(
    ' ',
  ),
);
/** Pictures, fonts and colours: they carry no words, and are most of what a file weighs. */
const NO_WORDS =
  /\/Subtype\s*\/(?!Form\b)|\/Length[123]\b|\/Type\s*\/Metadata|\/N\s+[134]\b(?!.*\/First\b)|\/FunctionType|\/ShadingType/s;
/** More than the contents of any printed page; what is longer is believed. */
const ROOM = 4 * 1024 * 1024;
/** Where the dictionary of a stream begins at the furthest. */
const LONGEST = 4000;
const USUAL = 400;
/** The characters before the keyword in which an object's numbers stand. */
const NUMBER = 20;

/**
 * The numbers of the objects of streams (ISO 32000-1, 7.3.8) with words, structure or page contents whose compressed bytes do not hold together: no such filter, no sound zlib
 * data, another checksum than the one at their end. PDFium reads what comes before the damage and says nothing.
 * In an encrypted file nothing can be told from its bytes; programs that write no checksums are believed.
 */
export function brokenStreams(bytes: Uint8Array): number[] {
  const broken: number[] = [];
  const mistaken: number[] = [];
  const room = new Uint8Array(ROOM);
  let checked = 0;
  let budget = LIMITS.total;
  for (let at = find(bytes, STREAM, 0); at >= 0 && budget > 0; ) {
    const start = startOf(bytes, at);
    const head = start === undefined ? undefined : headOf(bytes, at);
    const end = head && find(bytes, ENDSTREAM, at);
    if (start !== undefined && head && end !== undefined && end >= 0) {
      const filters = filtersOf(head.dictionary);
      if (/\/Encrypt\b/.test(head.dictionary)) return [];
      if (filters.some(name => !KNOWN.has(name))) broken.push(head.object);
      else if (filters.length === 1 && /^Fl/.test(filters[0]!) && !NO_WORDS.test(head.dictionary)) {
        checked++;
        const { state, size } = inflate(bytes.subarray(start, end), room);
        budget -= size;
        if (state === 'broken') broken.push(head.object);
        else if (state === 'mistaken') mistaken.push(head.object);
      }
    }
    at = find(bytes, STREAM, end !== undefined && end >= 0 ? end + 9 : at + 6);
  }
  return mistaken.length * 2 > checked && checked > 1 ? broken : [...broken, ...mistaken];
}

const STREAM = new TextEncoder().encode('stream');
const ENDSTREAM = new TextEncoder().encode('endstream');

/** Where a word stands in bytes, from a place on; -1 for nowhere. */
export function find(bytes: Uint8Array, word: Uint8Array, from: number): number {
  const { length } = word;
  for (let at = bytes.indexOf(word[0]!, from); at >= 0; at = bytes.indexOf(word[0]!, at + 1)) {
    let same = 1;
    while (same < length && bytes[at + same] === word[same]) same++;
    if (same === length) return at;
  }
  return -1;
}

/** So many arguments a function surely takes. */
const PIECE = 8192;

/** Bytes as characters of the same numbers; a TextDecoder takes longer for it. */
export function latin(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE) text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return text;
}

/** Where the bytes after a keyword `stream` begin; undefined for the end of another word. */
function startOf(bytes: Uint8Array, at: number): number | undefined {
  if (bytes[at + 6] === 0x0d && bytes[at + 7] === 0x0a) return at + 8;
  return bytes[at + 6] === 0x0a ? at + 7 : undefined;
}

function headOf(bytes: Uint8Array, at: number): { object: number; dictionary: string } | undefined {
  // Nearly all are short.
  let before = latin(bytes.subarray(Math.max(0, at - USUAL), at));
  let from = before.lastIndexOf(' obj');
  if (from < NUMBER) {
    before = latin(bytes.subarray(Math.max(0, at - LONGEST), at));
    from = before.lastIndexOf(' obj');
  }
  const number = /(\d{1,10}) \d{1,5}$/.exec(before.slice(Math.max(0, from - NUMBER), from));
  return from >= 0 && number && /^ obj\s*<</.test(before.slice(from, from + 60))
    ? { object: Number(number[1]), dictionary: before.slice(from + 4) }
    : undefined;
}

function filtersOf(dictionary: string): string[] {
  const found = /\/Filter\s*(?:\/([^\s/<>[\]()]+)|\[([^[\]]*)\])/.exec(dictionary);
  if (!found) return [];
  return found[1] === undefined ? [...found[2]!.matchAll(/\/([^\s/<>[\]()]+)/g)].map(one => one[1]!) : [found[1]];
}

/** Whether the data can be unpacked, and whether what comes out has the checksum that stands at its end (RFC 1950). */
function inflate(packed: Uint8Array, room: Uint8Array): { state: 'sound' | 'broken' | 'mistaken'; size: number } {
  let data: Uint8Array;
  try {
    data = inflateSync(packed.subarray(2), { out: room });
  } catch {
    return { state: 'broken', size: packed.length };
  }
  if (data.length === room.length) return { state: 'sound', size: data.length };
  const sum = adler(data);
  // Ends of lines may stand between the checksum and the keyword.
  const isThere = [4, 5, 6, 7, 8].some(back => {
    const at = packed.length - back;
    return at >= 2 && ((packed[at]! << 24) | (packed[at + 1]! << 16) | (packed[at + 2]! << 8) | packed[at + 3]!) >>> 0 === sum;
  });
  return { state: isThere ? 'sound' : 'mistaken', size: data.length };
}

/** Adler-32; sums of so many bytes stay exact before they are cut. */
function adler(data: Uint8Array): number {
  let [a, b] = [1, 0];
  for (let from = 0; from < data.length; from += 3800) {
    for (let i = from; i < Math.min(from + 3800, data.length); i++) {
      a += data[i]!;
      b += a;
    }
    a %= 65521;
    b %= 65521;
  }
  return ((b << 16) | a) >>> 0;
}
