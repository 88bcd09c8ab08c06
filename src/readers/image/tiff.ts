import type { PicturePage, Strip } from './pages.ts';

/** Tags of an image file directory (TIFF 6.0). */
const TAG = {
  width: 256,
  height: 257,
  bits: 258,
  compression: 259,
  photometric: 262,
  fillOrder: 266,
  offsets: 273,
  samples: 277,
  rows: 278,
  counts: 279,
  planar: 284,
  fax3: 292,
  predictor: 317,
  palette: 320,
  tables: 347,
} as const;
/** Bytes of a value by its type. */
const SIZES: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 6: 1, 7: 1, 8: 2, 9: 4 };
/** More values than any tag of a page has. */
const MOST = 100_000;

type Tags = ReadonlyMap<number, readonly number[]>;

/** The pages of a TIFF, as scanners and fax machines make them; those it cannot hand on (tiles, floating numbers) are undefined. */
export function tiffPages(bytes: Uint8Array, most: number): (PicturePage | undefined)[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const little = bytes[0] === 0x49;
  const pages: (PicturePage | undefined)[] = [];
  const seen = new Set<number>();
  let at = bytes.length >= 8 ? view.getUint32(4, little) : 0;
  while (at > 0 && at + 2 <= bytes.length && !seen.has(at) && pages.length < most) {
    seen.add(at);
    const count = view.getUint16(at, little);
    const end = at + 2 + count * 12;
    if (end + 4 > bytes.length) break;
    const tags = new Map<number, readonly number[]>();
    for (let i = 0; i < count; i++) {
      const entry = at + 2 + i * 12;
      tags.set(view.getUint16(entry, little), valuesOf(view, entry, little));
    }
    pages.push(pageOf(bytes, tags));
    at = view.getUint32(end, little);
  }
  return pages;
}

function valuesOf(view: DataView, entry: number, little: boolean): number[] {
  const type = view.getUint16(entry + 2, little);
  const count = view.getUint32(entry + 4, little);
  const size = SIZES[type];
  if (!size || count > MOST) return [];
  const start = count * size <= 4 ? entry + 8 : view.getUint32(entry + 8, little);
  if (start + count * size > view.byteLength) return [];
  return Array.from({ length: count }, (_, i) => {
    const at = start + i * size;
    return size === 1 ? view.getUint8(at) : size === 2 ? view.getUint16(at, little) : view.getUint32(at, little);
  });
}

function pageOf(bytes: Uint8Array, tags: Tags): PicturePage | undefined {
  const one = (tag: number, usual: number) => tags.get(tag)?.[0] ?? usual;
  const [width, height, samples] = [one(TAG.width, 0), one(TAG.height, 0), one(TAG.samples, 1)];
  const offsets = tags.get(TAG.offsets) ?? [];
  const counts = tags.get(TAG.counts) ?? [];
  const rows = Math.min(height, one(TAG.rows, height));
  const entries = entriesOf(tags, one, samples, width);
  if (!width || !height || !rows || !entries || one(TAG.planar, 1) !== 1 || offsets.length !== Math.ceil(height / rows))
    return undefined;
  const strips = offsets.map((start, i): Strip => {
    const own = Math.min(rows, height - i * rows);
    const raw = bytes.subarray(start, start + (counts[i] ?? 0));
    const data =
      one(TAG.compression, 1) === 7 ? withTables(raw, tags.get(TAG.tables)) : one(TAG.fillOrder, 1) === 2 ? turned(raw) : raw;
    return { width, height: own, data, entries: entries(own) };
  });
  return { width, height, turn: 0, strips };
}

/** How the strips of a page are packed, in the words of a PDF; undefined for ways it does not know. */
function entriesOf(
  tags: Tags,
  one: (tag: number, usual: number) => number,
  samples: number,
  width: number,
): ((height: number) => string) | undefined {
  const [bits, compression, photometric] = [one(TAG.bits, 1), one(TAG.compression, 1), one(TAG.photometric, 0)];
  if (![1, 2, 4, 8].includes(bits)) return undefined;
  const palette = tags.get(TAG.palette) ?? [];
  const colours = palette.length / 3;
  const hex = () =>
    Array.from({ length: colours }, (_, i) =>
      [0, 1, 2].map(c => ((palette[i + c * colours] ?? 0) >> 8).toString(16).padStart(2, '0')).join(''),
    ).join('');
  const space =
    photometric === 3 && colours >= 1 && colours <= 256
      ? `[/Indexed /DeviceRGB ${colours - 1} <${hex()}>]`
      : samples === 1
        ? '/DeviceGray'
        : samples === 3
          ? '/DeviceRGB'
          : samples === 4 && photometric === 5
            ? '/DeviceCMYK'
            : undefined;
  if (!space) return undefined;
  const isFax = compression === 3 || compression === 4;
  const white = photometric === 0 && samples === 1 && !isFax ? ' /Decode [1 0]' : '';
  const predictor =
    one(TAG.predictor, 1) === 2 ? ` /Predictor 2 /Colors ${samples} /BitsPerComponent ${bits} /Columns ${width}` : '';
  const common = `/ColorSpace ${space} /BitsPerComponent ${bits}${white}`;
  if (compression === 1) return () => common;
  if (isFax)
    return height =>
      `${common} /Filter /CCITTFaxDecode /DecodeParms <</K ${compression === 4 ? -1 : one(TAG.fax3, 0) & 1} /Columns ${width} /Rows ${height} /BlackIs1 ${photometric === 1}>>`;
  if (compression === 5) return () => `${common} /Filter /LZWDecode /DecodeParms <</EarlyChange 1${predictor}>>`;
  if (compression === 8 || compression === 32946) return () => `${common} /Filter /FlateDecode /DecodeParms <<${predictor}>>`;
  if (compression === 32773) return () => `${common} /Filter /RunLengthDecode`;
  if (compression === 7)
    return () => `${common} /Filter /DCTDecode${photometric === 2 ? ' /DecodeParms <</ColorTransform 0>>' : ''}`;
  return undefined;
}

/** JPEG strips that share their tables, each with them in front. */
function withTables(data: Uint8Array, tables: readonly number[] | undefined): Uint8Array {
  if (!tables || tables.length < 4) return data;
  const shared = Uint8Array.from(tables.slice(0, -2));
  const whole = new Uint8Array(shared.length + data.length - 2);
  whole.set(shared);
  whole.set(data.subarray(2), shared.length);
  return whole;
}

/** Bytes with their bits the other way round. */
function turned(data: Uint8Array): Uint8Array {
  return data.map(byte => {
    let other = 0;
    for (let bit = 0; bit < 8; bit++) if (byte & (1 << bit)) other |= 0x80 >> bit;
    return other;
  });
}
