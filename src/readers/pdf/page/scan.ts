import type { OpenFile, Pdfium } from './engine.ts';
import { loadPage } from './form.ts';
import { nothingSeen, type Page, type Seen } from './geometry.ts';
import { readGlyph } from './glyphs.ts';
import { scanObjects } from './objects.ts';
import { directionOf, type Glyph, pageOf } from './shown.ts';
import type { Matrix } from './strokes.ts';

/** More than any printed page holds; a page beyond it is cut, and the reader says so. */
const MOST_CHARS = 60_000;

/** Reads characters and drawn lines of one page (index from 0), in the frame in which its text runs from left to right. */
export function scanPage(file: OpenFile, index: number): Page {
  const { pdfium } = file;
  const { page, blind } = loadPage(file, index);
  const scratch = pdfium.wasmExports.malloc(64);
  const seen: Seen = { ...nothingSeen(), cut: page === 0, blind };
  try {
    if (page === 0) return { number: index + 1, width: 0, height: 0, turn: 0, chars: [], rules: [], seen };
    const { width, height, matrix } = viewOf(pdfium, page, scratch);
    const glyphs = scanGlyphs(pdfium, page, scratch, matrix, seen);
    const drawn = scanObjects(pdfium, page, scratch, matrix, { width, height }, seen);
    return pageOf({ number: index + 1, width, height }, glyphs, drawn, seen);
  } finally {
    pdfium.wasmExports.free(scratch);
    if (page !== 0) pdfium._FPDF_ClosePage(page);
  }
}

/** Size of the page as shown, and the matrix from its user space (y upwards, unturned) to points from the top left. */
function viewOf(pdfium: Pdfium, page: number, scratch: number): { width: number; height: number; matrix: Matrix } {
  pdfium._FPDF_GetPageBoundingBox(page, scratch);
  const [left, top, right, bottom] = pdfium.HEAPF32.slice(scratch >> 2, (scratch >> 2) + 4) as unknown as [
    number,
    number,
    number,
    number,
  ];
  const across = right - left;
  const up = top - bottom;
  switch (pdfium._FPDFPage_GetRotation(page)) {
    case 1:
      return { width: up, height: across, matrix: [0, 1, 1, 0, -bottom, -left] };
    case 2:
      return { width: across, height: up, matrix: [-1, 0, 0, 1, right, -bottom] };
    case 3:
      return { width: up, height: across, matrix: [0, -1, -1, 0, top, right] };
    default:
      return { width: across, height: up, matrix: [1, 0, 0, -1, -left, top] };
  }
}

function scanGlyphs(pdfium: Pdfium, page: number, scratch: number, view: Matrix, seen: Seen): Glyph[] {
  const text = pdfium._FPDFText_LoadPage(page);
  if (text === 0) return [];
  const glyphs: Glyph[] = [];
  const count = pdfium._FPDFText_CountChars(text);
  seen.drawn = Math.min(count, MOST_CHARS);
  if (count > MOST_CHARS) seen.cut = true;
  let spaced = false;
  let high = 0;
  for (let i = 0; i < Math.min(count, MOST_CHARS); i++) {
    if (pdfium._FPDFText_IsGenerated(text, i) === 1) continue;
    let unit = pdfium._FPDFText_GetUnicode(text, i);
    // Characters beyond the first plane come as two halves.
    if (unit >= 0xd800 && unit < 0xdc00) {
      high = unit;
      continue;
    }
    if (unit >= 0xdc00 && unit < 0xe000 && high) unit = 0x10000 + ((high - 0xd800) << 10) + (unit - 0xdc00);
    high = 0;
    const { text: shown, kind } = readGlyph(unit, pdfium._FPDFText_HasUnicodeMapError(text, i) === 1);
    if (kind === 'blank') spaced = true;
    if (kind === 'blank' || kind === 'none') continue;
    if (kind === 'private') seen.privateUse++;
    if (kind === 'unmapped') seen.unmapped++;
    if (kind === 'replaced') seen.replaced++;
    const f32 = scratch >> 2;
    pdfium._FPDFText_GetMatrix(text, i, scratch);
    let floats = pdfium.HEAPF32;
    const [a, b, c, d] = [floats[f32]!, floats[f32 + 1]!, floats[f32 + 2]!, floats[f32 + 3]!];
    const size = Math.hypot(c, d) * pdfium._FPDFText_GetFontSize(text, i);
    pdfium._FPDFText_GetCharOrigin(text, i, scratch, scratch + 8);
    const [x, y] = apply(view, pdfium.HEAPF64[scratch >> 3]!, pdfium.HEAPF64[(scratch >> 3) + 1]!);
    pdfium._FPDFText_GetLooseCharBox(text, i, scratch);
    // FS_RECTF: left, top, right, bottom. The memory may have grown, and moved, in between.
    floats = pdfium.HEAPF32;
    const [x0, y0] = apply(view, floats[f32]!, floats[f32 + 1]!);
    const [x1, y1] = apply(view, floats[f32 + 2]!, floats[f32 + 3]!);
    glyphs.push({
      text: shown,
      x,
      y,
      box: [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)],
      size: size > 0.5 ? size : 10,
      turn: directionOf(a * view[0] + b * view[2], a * view[1] + b * view[3]),
      order: i,
      spaced,
    });
    spaced = false;
  }
  pdfium._FPDFText_ClosePage(text);
  return glyphs;
}

function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}
