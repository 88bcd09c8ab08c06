import { unzlibSync, zlibSync } from 'fflate';
import type { PicturePage } from './pages.ts';

/** Colours of a pixel by the colour type of a PNG (ISO/IEC 15948, 11.2.2). */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/**
 * A PNG as a page. Without transparency its data go into a PDF as they are; else they are unpacked and laid on white paper. Undefined for
 * one that is interlaced or damaged; `most`: pixels that are unpacked.
 */
export function pngPage(bytes: Uint8Array, most: number): PicturePage | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pieces: Uint8Array[] = [];
  let palette: Uint8Array | undefined;
  let ended = false;
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (at + 12 + length > bytes.length) break;
    const data = bytes.subarray(at + 8, at + 8 + length);
    if (name === 'IDAT') pieces.push(data);
    if (name === 'PLTE') palette = data;
    if (name === 'IEND') ended = true;
    at += 12 + length;
  }
  if (bytes.length < 33 || !ended) return undefined;
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  const [depth, type, , , interlaced] = bytes.subarray(24, 29);
  const channels = CHANNELS[type!];
  if (!width || !height || !channels || interlaced !== 0 || pieces.length === 0 || width * height > most) return undefined;
  const packed = joined(pieces);
  const strip = (data: Uint8Array, space: string, more: string) => ({
    width,
    height,
    turn: 0,
    strips: [{ width, height, data, entries: `/ColorSpace ${space} /BitsPerComponent ${depth} /Filter /FlateDecode${more}` }],
  });
  const space = channels > 2 ? '/DeviceRGB' : '/DeviceGray';
  if (type === 4 || type === 6) {
    if (depth !== 8) return undefined;
    const solid = onPaper(packed, width, height, channels);
    return solid && strip(zlibSync(solid, { level: 1 }), space, '');
  }
  const hex = palette && [...palette.subarray(0, 768)].map(one => one.toString(16).padStart(2, '0')).join('');
  if (type === 3 && !palette) return undefined;
  const parameters = ` /DecodeParms <</Predictor 15 /Colors ${channels} /BitsPerComponent ${depth} /Columns ${width}>>`;
  return strip(packed, type === 3 ? `[/Indexed /DeviceRGB ${palette!.length / 3 - 1} <${hex}>]` : space, parameters);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Pixels without their transparency, as they look on white; each line is filtered by those before it (ISO/IEC 15948, 9). */
function onPaper(packed: Uint8Array, width: number, height: number, channels: number): Uint8Array | undefined {
  const stride = width * channels;
  let raw: Uint8Array;
  try {
    raw = unzlibSync(packed, { out: new Uint8Array(height * (stride + 1)) });
  } catch {
    return undefined;
  }
  if (raw.length < height * (stride + 1)) return undefined;
  const colours = channels - 1;
  const solid = new Uint8Array(width * height * colours);
  let above: Uint8Array = new Uint8Array(stride);
  for (let y = 0; y < height; y++) {
    const from = y * (stride + 1);
    const filter = raw[from]!;
    const line = raw.subarray(from + 1, from + 1 + stride);
    for (let x = 0; x < stride; x++) {
      const left = x >= channels ? line[x - channels]! : 0;
      const up = above[x]!;
      const corner = x >= channels ? above[x - channels]! : 0;
      line[x] = (line[x]! + predicted(filter, left, up, corner)) & 0xff;
    }
    for (let x = 0; x < width; x++) {
      const alpha = line[x * channels + colours]!;
      for (let c = 0; c < colours; c++)
        solid[(y * width + x) * colours + c] = 255 - ((255 - line[x * channels + c]!) * alpha) / 255;
    }
    above = line;
  }
  return solid;
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}
