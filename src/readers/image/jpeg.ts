import type { PicturePage } from './pages.ts';

/** A photograph as a page: its data go into a PDF as they are. Undefined for one whose size or end cannot be found. */
export function jpegPage(data: Uint8Array): PicturePage | undefined {
  if (!hasEnd(data)) return undefined;
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  let turn = 0;
  let inverted = false;
  for (let at = 2; at + 4 <= data.length && data[at] === 0xff; ) {
    const mark = data[at + 1]!;
    if (mark === 0xff) {
      at++;
      continue;
    }
    const length = view.getUint16(at + 2);
    if (mark === 0xe1) turn = turnOf(data.subarray(at + 4, at + 2 + length)) ?? turn;
    if (mark === 0xee && data[at + 4] === 0x41) inverted = true;
    // Start of frame, of any coding that is not lossless.
    if (mark >= 0xc0 && mark <= 0xc2) {
      if (at + 10 > data.length) return undefined;
      const [height, width, colours] = [view.getUint16(at + 5), view.getUint16(at + 7), data[at + 9]!];
      const space = colours === 1 ? 'Gray' : colours === 4 ? 'CMYK' : 'RGB';
      const decode = colours === 4 && inverted ? ' /Decode [1 0 1 0 1 0 1 0]' : '';
      const entries = `/ColorSpace /Device${space} /BitsPerComponent 8 /Filter /DCTDecode${decode}`;
      return width && height ? { width, height, turn, strips: [{ width, height, data, entries }] } : undefined;
    }
    at += 2 + length;
  }
  return undefined;
}

/** Whether the mark of the end is there: behind it some cameras write what is theirs. */
function hasEnd(data: Uint8Array): boolean {
  for (let at = data.length - 1; at > 3; at--) if (data[at] === 0xd9 && data[at - 1] === 0xff) return true;
  return false;
}

/** How a camera was held (Exif 2.3, tag 0x0112). */
function turnOf(exif: Uint8Array): number | undefined {
  if (exif.length < 24 || exif[0] !== 0x45 || exif[1] !== 0x78) return undefined;
  const view = new DataView(exif.buffer, exif.byteOffset + 6, exif.byteLength - 6);
  const little = view.getUint16(0) === 0x4949;
  const start = view.getUint32(4, little);
  if (start + 2 > view.byteLength) return undefined;
  const count = view.getUint16(start, little);
  for (let i = 0, at = start + 2; i < count && at + 12 <= view.byteLength; i++, at += 12)
    if (view.getUint16(at, little) === 0x0112) return { 3: 180, 6: 90, 8: 270 }[view.getUint16(at + 8, little)] ?? 0;
  return undefined;
}
