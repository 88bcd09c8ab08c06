import type { OpenFile, Pdfium } from './engine.ts';

// FPDF_ANNOT_WIDGET of fpdf_annot.h, FLAT_NORMALDISPLAY of fpdf_flatten.h
const WIDGET = 20;
const AS_SHOWN = 0;

/**
 * Loads a page (index from 0) with what is filled into its form fields as a part of the page, where and as a person sees it
 * (ISO 32000-1, 12.7: the appearance of a field's widget). Nothing is filled in or computed, and the file stays as it is.
 * `blind`: how many filled fields say nothing of how they look, so that their content cannot be placed. 0 for no page.
 */
export function loadPage({ pdfium, handle, hasForm }: OpenFile, index: number): { page: number; blind: number } {
  const page = pdfium._FPDF_LoadPage(handle, index);
  if (page === 0 || !hasForm) return { page, blind: 0 };
  const fields = fieldsOf(pdfium, page);
  if (fields.shown > 0) pdfium._FPDFPage_Flatten(page, AS_SHOWN);
  if (fields.shown === 0) return { page, blind: fields.blind };
  pdfium._FPDF_ClosePage(page);
  return { page: pdfium._FPDF_LoadPage(handle, index), blind: fields.blind };
}

function fieldsOf(pdfium: Pdfium, page: number): { shown: number; blind: number } {
  const keys = pdfium.wasmExports.malloc(8);
  pdfium.HEAPU8.set(
    [...'AP\0V\0'].map(character => character.charCodeAt(0)),
    keys,
  );
  const [appearance, value] = [keys, keys + 3];
  const found = { shown: 0, blind: 0 };
  const count = pdfium._FPDFPage_GetAnnotCount(page);
  for (let i = 0; i < count; i++) {
    const annotation = pdfium._FPDFPage_GetAnnot(page, i);
    if (annotation === 0) continue;
    if (pdfium._FPDFAnnot_GetSubtype(annotation) === WIDGET) {
      if (pdfium._FPDFAnnot_HasKey(annotation, appearance) !== 0) found.shown++;
      else if (pdfium._FPDFAnnot_HasKey(annotation, value) !== 0) found.blind++;
    }
    pdfium._FPDFPage_CloseAnnot(annotation);
  }
  pdfium.wasmExports.free(keys);
  return found;
}
