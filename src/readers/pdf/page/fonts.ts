import type { OpenFile, Pdfium } from './engine.ts';

// FPDF_PAGEOBJ_TEXT and FPDF_PAGEOBJ_FORM of fpdf_edit.h
const TEXT = 1;
const FORM = 5;
const DEEPEST = 3;
/** Objects that are looked at: a page whose fonts are missing shows it at once. */
const MOST = 3000;
/** Bytes of the text of one object that are looked at. */
const ROOM = 256;

/**
 * Whether a page (index from 0) has Chinese text in a font that the file does not carry. Where there are no fonts of a system, as here
 * and in a browser, PDFium draws nothing in its place; Latin letters and digits have a substitute of its own.
 */
export function lacksFonts({ pdfium, handle }: OpenFile, index: number): boolean {
  const page = pdfium._FPDF_LoadPage(handle, index);
  if (page === 0) return false;
  const text = pdfium._FPDFText_LoadPage(page);
  const buffer = pdfium.wasmExports.malloc(ROOM);
  let left = MOST;
  const isLacking = (object: number, depth: number): boolean => {
    if (object === 0 || left-- <= 0) return false;
    const type = pdfium._FPDFPageObj_GetType(object);
    if (type === TEXT) {
      const font = pdfium._FPDFTextObj_GetFont(object);
      return font !== 0 && pdfium._FPDFFont_GetIsEmbedded(font) === 0 && HAN.test(textOf(pdfium, object, text, buffer));
    }
    if (type !== FORM || depth >= DEEPEST) return false;
    const count = pdfium._FPDFFormObj_CountObjects(object);
    return some(count, i => isLacking(pdfium._FPDFFormObj_GetObject(object, i), depth + 1));
  };
  try {
    return some(pdfium._FPDFPage_CountObjects(page), i => isLacking(pdfium._FPDFPage_GetObject(page, i), 0));
  } finally {
    pdfium.wasmExports.free(buffer);
    pdfium._FPDFText_ClosePage(text);
    pdfium._FPDF_ClosePage(page);
  }
}

const HAN = /\p{Script=Han}/u;

function some(count: number, is: (index: number) => boolean): boolean {
  for (let i = 0; i < count; i++) if (is(i)) return true;
  return false;
}

/** The beginning of the text of an object, as UTF-16. */
function textOf(pdfium: Pdfium, object: number, text: number, buffer: number): string {
  const length = pdfium._FPDFTextObj_GetText(object, text, buffer, ROOM);
  const bytes = pdfium.HEAPU8.slice(buffer, buffer + Math.min(length, ROOM));
  return new TextDecoder('utf-16le').decode(bytes);
}
