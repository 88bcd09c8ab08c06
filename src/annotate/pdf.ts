import type { Box } from '../model/index.ts';
import { AUTHOR, type Mark, type Marked, type State, together } from './mark.ts';

/** What of PDFium is needed to write annotations (fpdf_annot.h, fpdf_save.h); handles and addresses are numbers, 0 is none. */
export interface PdfEngine {
  readonly HEAPU8: Uint8Array;
  readonly HEAPF32: Float32Array;
  readonly HEAPF64: Float64Array;
  readonly wasmExports: { malloc(size: number): number; free(address: number): void };
  _FPDF_LoadMemDocument(address: number, size: number, password: number): number;
  _FPDF_CloseDocument(document: number): void;
  _FPDF_LoadPage(document: number, index: number): number;
  _FPDF_ClosePage(page: number): void;
  _FPDF_GetPageWidthF(page: number): number;
  _FPDF_GetPageHeightF(page: number): number;
  _FPDF_DeviceToPage(
    page: number,
    startX: number,
    startY: number,
    sizeX: number,
    sizeY: number,
    rotate: number,
    x: number,
    y: number,
    pageX: number,
    pageY: number,
  ): number;
  _FPDFPage_CreateAnnot(page: number, subtype: number): number;
  _FPDFPage_CloseAnnot(annotation: number): void;
  _FPDFAnnot_SetColor(annotation: number, type: number, r: number, g: number, b: number, a: number): number;
  _FPDFAnnot_SetRect(annotation: number, rect: number): number;
  _FPDFAnnot_AppendAttachmentPoints(annotation: number, quad: number): number;
  _FPDFAnnot_AddInkStroke(annotation: number, points: number, count: number): number;
  _FPDFAnnot_SetBorder(annotation: number, horizontal: number, vertical: number, width: number): number;
  _FPDFAnnot_SetStringValue(annotation: number, key: number, value: number): number;
  _PDFiumExt_OpenFileWriter(): number;
  _PDFiumExt_CloseFileWriter(writer: number): void;
  _PDFiumExt_SaveAsCopy(document: number, writer: number): number;
  _PDFiumExt_GetFileWriterSize(writer: number): number;
  _PDFiumExt_GetFileWriterData(writer: number, buffer: number, size: number): number;
}

const HIGHLIGHT = 9;
const INK = 15;
const LOOK: Readonly<Record<State, readonly [subtype: number, r: number, g: number, b: number]>> = {
  wrong: [HIGHLIGHT, 255, 214, 0],
  candidate: [HIGHLIGHT, 120, 200, 255],
  involved: [HIGHLIGHT, 255, 240, 200],
  tied: [INK, 0, 140, 60],
};
/** Device units to a point: boxes are handed over as whole numbers. */
const FINE = 100;

/** A copy of a PDF with its figures highlighted and the notes in the annotations; the pages themselves stay as they are. */
export function annotatePdf(engine: PdfEngine, bytes: Uint8Array, marks: readonly Mark[]): Marked {
  const { malloc, free } = engine.wasmExports;
  const input = malloc(bytes.length);
  engine.HEAPU8.set(bytes, input);
  const document = engine._FPDF_LoadMemDocument(input, bytes.length, 0);
  const missed: Mark[] = [];
  try {
    const placed = marks.filter(({ place: { page, box } }) => page !== undefined && box !== undefined);
    missed.push(...marks.filter(mark => !placed.includes(mark)));
    for (const [page, own] of byKey(placed, ({ place }) => String(place.page))) {
      const handle = engine._FPDF_LoadPage(document, Number(page) - 1);
      if (handle === 0) missed.push(...own);
      else for (const [, same] of byKey(own, ({ place }) => JSON.stringify(place.box))) annotate(engine, handle, same);
      if (handle !== 0) engine._FPDF_ClosePage(handle);
    }
    return { bytes: saved(engine, document), missed };
  } finally {
    if (document !== 0) engine._FPDF_CloseDocument(document);
    free(input);
  }
}

function annotate(engine: PdfEngine, page: number, marks: readonly Mark[]): void {
  const { state, notes } = together(marks);
  const [subtype, r, g, b] = LOOK[state];
  const box = marks[0]!.place.box!;
  if (subtype === INK) {
    tick(engine, page, box, [r, g, b]);
    return;
  }
  const [left, top, right, bottom] = onPage(engine, page, box);
  const annotation = engine._FPDFPage_CreateAnnot(page, subtype);
  if (annotation === 0) return;
  // FS_RECTF: left, top, right, bottom; FS_QUADPOINTSF: upper left, upper right, lower left, lower right
  withFloats(engine, [left, top, right, bottom], rect => engine._FPDFAnnot_SetRect(annotation, rect));
  withFloats(engine, [left, top, right, top, left, bottom, right, bottom], quad =>
    engine._FPDFAnnot_AppendAttachmentPoints(annotation, quad),
  );
  engine._FPDFAnnot_SetColor(annotation, 0, r, g, b, 255);
  text(engine, annotation, 'T', AUTHOR);
  if (notes.length > 0) text(engine, annotation, 'Contents', notes.join('\n\n'));
  engine._FPDFPage_CloseAnnot(annotation);
}

/** The strokes of a tick, in parts of its size, from its upper left corner. */
const STROKES: readonly (readonly [x: number, y: number])[] = [
  [0, 0.55],
  [0.35, 0.95],
  [1, 0.05],
];

/** A small tick behind a figure, above the line so that what follows can still be read. */
function tick(engine: PdfEngine, page: number, [x0, y0, x1, y1]: Box, [r, g, b]: readonly [number, number, number]): void {
  const annotation = engine._FPDFPage_CreateAnnot(page, INK);
  if (annotation === 0) return;
  const size = Math.min(6, Math.max(3, Math.min(y1 - y0, x1 - x0) * 0.45));
  const at = (x: number, y: number): Box => [x1 + x * size, y0 + (y - 0.2) * size, x1 + x * size, y0 + (y - 0.2) * size];
  const points = STROKES.flatMap(([x, y]) => onPage(engine, page, at(x, y)).slice(0, 2));
  const across = points.filter((_, i) => i % 2 === 0);
  const along = points.filter((_, i) => i % 2 === 1);
  // The rectangle holds the stroke with its width.
  const rect = [Math.min(...across) - 1, Math.max(...along) + 1, Math.max(...across) + 1, Math.min(...along) - 1];
  withFloats(engine, rect, where => engine._FPDFAnnot_SetRect(annotation, where));
  withFloats(engine, points, list => engine._FPDFAnnot_AddInkStroke(annotation, list, STROKES.length));
  engine._FPDFAnnot_SetColor(annotation, 0, r, g, b, 255);
  engine._FPDFAnnot_SetBorder(annotation, 0, 0, 0.8);
  text(engine, annotation, 'T', AUTHOR);
  engine._FPDFPage_CloseAnnot(annotation);
}

/** A box from the page's upper left corner, as it is shown, in the page's own coordinates: cropped and turned pages included. */
function onPage(engine: PdfEngine, page: number, [x0, y0, x1, y1]: Box): [number, number, number, number] {
  const width = Math.round(engine._FPDF_GetPageWidthF(page) * FINE);
  const height = Math.round(engine._FPDF_GetPageHeightF(page) * FINE);
  const at = engine.wasmExports.malloc(16);
  const point = (x: number, y: number): [number, number] => {
    engine._FPDF_DeviceToPage(page, 0, 0, width, height, 0, Math.round(x * FINE), Math.round(y * FINE), at, at + 8);
    return [engine.HEAPF64[at / 8]!, engine.HEAPF64[at / 8 + 1]!];
  };
  const [a, b] = [point(x0, y0), point(x1, y1)];
  engine.wasmExports.free(at);
  return [Math.min(a[0], b[0]), Math.max(a[1], b[1]), Math.max(a[0], b[0]), Math.min(a[1], b[1])];
}

function withFloats(engine: PdfEngine, values: readonly number[], use: (address: number) => void): void {
  const at = engine.wasmExports.malloc(values.length * 4);
  engine.HEAPF32.set(values, at / 4);
  use(at);
  engine.wasmExports.free(at);
}

/** Keys are ASCII, values UTF-16 with an end of two zeros. */
function text(engine: PdfEngine, annotation: number, key: string, value: string): void {
  const name = engine.wasmExports.malloc(key.length + 1);
  engine.HEAPU8.set([...key].map(sign => sign.charCodeAt(0)).concat(0), name);
  const wide = engine.wasmExports.malloc(value.length * 2 + 2);
  for (let i = 0; i <= value.length; i++) {
    const code = i < value.length ? value.charCodeAt(i) : 0;
    engine.HEAPU8[wide + 2 * i] = code & 0xff;
    engine.HEAPU8[wide + 2 * i + 1] = code >> 8;
  }
  engine._FPDFAnnot_SetStringValue(annotation, name, wide);
  engine.wasmExports.free(name);
  engine.wasmExports.free(wide);
}

function saved(engine: PdfEngine, document: number): Uint8Array {
  const writer = engine._PDFiumExt_OpenFileWriter();
  engine._PDFiumExt_SaveAsCopy(document, writer);
  const size = engine._PDFiumExt_GetFileWriterSize(writer);
  const at = engine.wasmExports.malloc(size);
  engine._PDFiumExt_GetFileWriterData(writer, at, size);
  const bytes = engine.HEAPU8.slice(at, at + size);
  engine.wasmExports.free(at);
  engine._PDFiumExt_CloseFileWriter(writer);
  return bytes;
}

function byKey(marks: readonly Mark[], keyOf: (mark: Mark) => string): Map<string, Mark[]> {
  const groups = new Map<string, Mark[]>();
  for (const mark of marks) groups.set(keyOf(mark), [...(groups.get(keyOf(mark)) ?? []), mark]);
  return groups;
}
