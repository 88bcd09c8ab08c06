import type { Picture } from '../../../model/index.ts';
import type { OpenFile } from './engine.ts';

/** A larger page is rendered smaller, so that no page needs more than some 60 MB. */
const LONGEST = 4000;
// FPDF_ANNOT and FPDF_REVERSE_BYTE_ORDER of fpdfview.h: what is written into the page is seen, red comes before blue.
const FLAGS = 0x01 | 0x10;
const RGBA = 4;

/** A page as a person sees it. `scale`: pixels for each point. */
export interface Shot extends Picture {
  readonly rgba: Uint8Array;
  readonly scale: number;
}

/** Draws a page (index from 0); undefined where it cannot be drawn. `dots`: pixels for each point; `level`: zlib's, of the file. */
export function renderPage({ pdfium, handle }: OpenFile, index: number, dots: number, level: number): Shot | undefined {
  const page = pdfium._FPDF_LoadPage(handle, index);
  if (page === 0) return undefined;
  const { malloc, free } = pdfium.wasmExports;
  const [across, down] = [pdfium._FPDF_GetPageWidthF(page), pdfium._FPDF_GetPageHeightF(page)];
  const scale = Math.min(dots, LONGEST / Math.max(across, down, 1));
  const [width, height] = [Math.max(1, Math.round(across * scale)), Math.max(1, Math.round(down * scale))];
  const stride = width * RGBA;
  const buffer = malloc(stride * height);
  const out = malloc(4);
  try {
    if (buffer === 0) return undefined;
    const bitmap = pdfium._FPDFBitmap_CreateEx(width, height, RGBA, buffer, stride);
    if (bitmap === 0) return undefined;
    pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
    pdfium._FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, FLAGS);
    pdfium._FPDFBitmap_Destroy(bitmap);
    const size = pdfium._EPDF_PNG_EncodeRGBA(buffer, width, height, stride, level, out);
    if (size === 0) return undefined;
    const from = pdfium.HEAP32[out >> 2]! >>> 0;
    const png = pdfium.HEAPU8.slice(from, from + size);
    free(from);
    return { png, rgba: pdfium.HEAPU8.slice(buffer, buffer + stride * height), width, height, scale };
  } finally {
    free(out);
    if (buffer !== 0) free(buffer);
    pdfium._FPDF_ClosePage(page);
  }
}
