import { Problem } from '../../../model/index.ts';

/**
 * The PDFium functions this reader calls, as compiled to WebAssembly. Handles and addresses are numbers; 0 is none.
 * Their shapes are those of PDFium's public headers (fpdfview.h, fpdf_text.h, fpdf_edit.h, fpdf_attachment.h).
 */
export interface Pdfium {
  readonly HEAPU8: Uint8Array;
  readonly HEAP32: Int32Array;
  readonly HEAPF32: Float32Array;
  readonly HEAPF64: Float64Array;
  readonly wasmExports: { malloc(size: number): number; free(address: number): void };
  _FPDF_LoadMemDocument(address: number, size: number, password: number): number;
  _FPDF_GetLastError(): number;
  _FPDF_CloseDocument(document: number): void;
  _FPDF_GetPageCount(document: number): number;
  _FPDF_GetFormType(document: number): number;
  _FPDFDoc_GetAttachmentCount(document: number): number;
  _FPDFDoc_GetJavaScriptActionCount(document: number): number;
  _EPDFDoc_GetPageObjectNumberByIndex(document: number, index: number): number;
  _PDFiumExt_OpenFileWriter(): number;
  _PDFiumExt_SaveAsCopy(document: number, writer: number): number;
  _PDFiumExt_GetFileWriterSize(writer: number): number;
  _PDFiumExt_GetFileWriterData(writer: number, address: number, size: number): number;
  _PDFiumExt_CloseFileWriter(writer: number): void;
  _FPDF_LoadPage(document: number, index: number): number;
  _FPDF_ClosePage(page: number): void;
  _FPDFPage_Flatten(page: number, usage: number): number;
  _FPDFPage_GetAnnotCount(page: number): number;
  _FPDFPage_GetAnnot(page: number, index: number): number;
  _FPDFPage_CloseAnnot(annotation: number): void;
  _FPDFAnnot_GetSubtype(annotation: number): number;
  _FPDFAnnot_HasKey(annotation: number, key: number): number;
  _FPDF_GetPageBoundingBox(page: number, rect: number): number;
  _FPDFPage_GetRotation(page: number): number;
  _FPDF_GetPageWidthF(page: number): number;
  _FPDF_GetPageHeightF(page: number): number;
  _FPDFBitmap_CreateEx(width: number, height: number, format: number, buffer: number, stride: number): number;
  _FPDFBitmap_FillRect(bitmap: number, left: number, top: number, width: number, height: number, colour: number): number;
  _FPDFBitmap_Destroy(bitmap: number): void;
  _FPDF_RenderPageBitmap(
    bitmap: number,
    page: number,
    left: number,
    top: number,
    width: number,
    height: number,
    rotate: number,
    flags: number,
  ): void;
  /** Gives the size; the address of the PNG file is written to `address`. */
  _EPDF_PNG_EncodeRGBA(buffer: number, width: number, height: number, stride: number, level: number, address: number): number;
  _FPDFText_LoadPage(page: number): number;
  _FPDFText_ClosePage(text: number): void;
  _FPDFText_CountChars(text: number): number;
  _FPDFText_GetUnicode(text: number, index: number): number;
  _FPDFText_IsGenerated(text: number, index: number): number;
  _FPDFText_HasUnicodeMapError(text: number, index: number): number;
  _FPDFText_GetCharOrigin(text: number, index: number, x: number, y: number): number;
  _FPDFText_GetLooseCharBox(text: number, index: number, rect: number): number;
  _FPDFText_GetFontSize(text: number, index: number): number;
  _FPDFText_GetMatrix(text: number, index: number, matrix: number): number;
  _FPDFPage_CountObjects(page: number): number;
  _FPDFPage_GetObject(page: number, index: number): number;
  _FPDFFormObj_CountObjects(form: number): number;
  _FPDFFormObj_GetObject(form: number, index: number): number;
  _FPDFPageObj_GetType(object: number): number;
  _FPDFPageObj_GetMatrix(object: number, matrix: number): number;
  _FPDFPageObj_GetBounds(object: number, left: number, bottom: number, right: number, top: number): number;
  _FPDFTextObj_GetTextRenderMode(object: number): number;
  _FPDFTextObj_GetFont(object: number): number;
  _FPDFTextObj_GetText(object: number, text: number, buffer: number, bytes: number): number;
  _FPDFFont_GetIsEmbedded(font: number): number;
  _FPDFPath_GetDrawMode(path: number, fill: number, stroke: number): number;
  _FPDFPath_CountSegments(path: number): number;
  _FPDFPath_GetPathSegment(path: number, index: number): number;
  _FPDFPathSegment_GetPoint(segment: number, x: number, y: number): number;
  _FPDFPathSegment_GetType(segment: number): number;
  _FPDFPathSegment_GetClose(segment: number): number;
}

let starting: Promise<Pdfium> | undefined;
let supplied: (() => ArrayBuffer) | undefined;

/** Hands over PDFium's WebAssembly where it lies in no file: asked for with the first PDF. */
export function supplyEngine(wasm: () => ArrayBuffer): void {
  supplied = wasm;
}

/**
 * Starts PDFium, once for the life of the program. Its package finds its own WebAssembly, which lies beside its script, unless that
 * has been handed over.
 */
export function startEngine(): Promise<Pdfium> {
  starting ??= (async () => {
    const { init } = await import('@embedpdf/pdfium');
    const own = supplied ? { wasmBinary: supplied(), locateFile: (name: string) => name } : {};
    const engine = await init({ ...own, print: () => {}, printErr: () => {} });
    engine.PDFiumExt_Init();
    return engine.pdfium as unknown as Pdfium;
  })();
  return starting;
}

/** Gives a broken engine up: after a fault inside WebAssembly its memory can no longer be trusted. The next file starts a new one. */
export function dropEngine(): void {
  starting = undefined;
}

/** A file that makes PDFium itself fail is a damaged file, not a defect the user has to look at. */
export function guarded<T>(file: string, engine: Pdfium, step: (engine: Pdfium) => T): T {
  try {
    return step(engine);
  } catch (error) {
    // WebAssembly.RuntimeError, which has no type of its own here
    if (!(error instanceof Error) || error.name !== 'RuntimeError') throw error;
    dropEngine();
    throw new Problem('reader.pdf.damaged', {}, { file });
  }
}

/** An open file. Bytes of it stay in the engine's memory until it is closed. */
export interface OpenFile {
  readonly pdfium: Pdfium;
  readonly handle: number;
  readonly pages: number;
  /** Whether it has form fields. */
  readonly hasForm: boolean;
  close(): void;
}

/**
 * Opens a PDF. Throws Problems: `reader.pdf.encrypted` when it wants a password, `reader.pdf.protected` for a protection
 * PDFium does not know, `reader.pdf.truncated` or `reader.pdf.damaged` when its structure cannot be followed,
 * `reader.pdf.too-large` when memory does not suffice.
 */
export function openFile(pdfium: Pdfium, bytes: Uint8Array, file: string): OpenFile {
  const address = pdfium.wasmExports.malloc(bytes.length);
  if (address === 0) throw new Problem('reader.pdf.too-large', { megabytes: Math.round(bytes.length / 1e6) }, { file });
  pdfium.HEAPU8.set(bytes, address);
  const handle = pdfium._FPDF_LoadMemDocument(address, bytes.length, 0);
  const error = handle === 0 ? pdfium._FPDF_GetLastError() : 0;
  const pages = handle === 0 ? 0 : pdfium._FPDF_GetPageCount(handle);
  const close = () => {
    if (handle !== 0) pdfium._FPDF_CloseDocument(handle);
    pdfium.wasmExports.free(address);
  };
  if (pages > 0) return { pdfium, handle, pages, hasForm: pdfium._FPDF_GetFormType(handle) > 0, close };
  close();
  // FPDF_ERR_PASSWORD and FPDF_ERR_SECURITY of fpdfview.h
  if (error === 4) throw new Problem('reader.pdf.encrypted', {}, { file });
  if (error === 5) throw new Problem('reader.pdf.protected', {}, { file });
  throw new Problem(hasEnd(bytes) ? 'reader.pdf.damaged' : 'reader.pdf.truncated', {}, { file });
}

/** Whether the end mark of a PDF stands in its last 2 kB (ISO 32000-1, 7.5.5): a file cut off on its way has none. */
export function hasEnd(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(-2048)).includes('%%EOF');
}
