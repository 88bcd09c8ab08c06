import type { Pdfium } from './engine.ts';
import type { Seen } from './geometry.ts';
import { addPicture, concat, type Drawing, endDots, IDENTITY, type Matrix, moved, Pieces, type Stroke } from './strokes.ts';

const MOST_SEGMENTS = 300_000;
const DEEPEST = 6;

// FPDF_PAGEOBJ_… and FPDF_SEGMENT_… of fpdf_edit.h
const TEXT = 1;
const PATH = 2;
const IMAGE = 3;
const FORM = 5;
const BEZIER = 1;
const MOVE = 2;

interface Job extends Drawing {
  readonly pdfium: Pdfium;
  readonly scratch: number;
  left: number;
}

/**
 * Every straight line a reader of the page sees: stroked lines, thin filled rectangles, thin pictures. Notes in `seen` how much
 * of the page pictures cover and whether text is drawn invisibly (render mode 3).
 */
export function scanObjects(
  pdfium: Pdfium,
  page: number,
  scratch: number,
  view: Matrix,
  size: { width: number; height: number },
  seen: Seen,
): Stroke[] {
  const job: Job = { pdfium, scratch, strokes: [], page: size, seen, dots: undefined, left: MOST_SEGMENTS };
  const count = pdfium._FPDFPage_CountObjects(page);
  for (let i = 0; i < count; i++) scanObject(job, pdfium._FPDFPage_GetObject(page, i), view, 0);
  endDots(job);
  if (job.left <= 0) seen.cut = true;
  return job.strokes;
}

function scanObject(job: Job, object: number, outer: Matrix, depth: number): void {
  const { pdfium } = job;
  if (object === 0 || job.left <= 0) return;
  job.left--;
  const type = pdfium._FPDFPageObj_GetType(object);
  if (type === TEXT) {
    if (pdfium._FPDFTextObj_GetTextRenderMode(object) === 3) job.seen.hidden++;
  } else if (type === PATH) scanPath(job, object, concat(matrixOf(job, object), outer));
  else if (type === IMAGE) scanImage(job, object, outer);
  else if (type === FORM && depth < DEEPEST) {
    const inner = concat(matrixOf(job, object), outer);
    const count = pdfium._FPDFFormObj_CountObjects(object);
    for (let i = 0; i < count; i++) scanObject(job, pdfium._FPDFFormObj_GetObject(object, i), inner, depth + 1);
  }
}

function matrixOf({ pdfium, scratch }: Job, object: number): Matrix {
  if (pdfium._FPDFPageObj_GetMatrix(object, scratch) === 0) return IDENTITY;
  const at = scratch >> 2;
  return Array.from(pdfium.HEAPF32.subarray(at, at + 6)) as unknown as Matrix;
}

function scanPath(job: Job, path: number, matrix: Matrix): void {
  const { pdfium, scratch } = job;
  pdfium._FPDFPath_GetDrawMode(path, scratch, scratch + 4);
  const fill = pdfium.HEAP32[scratch >> 2]! !== 0;
  const stroke = pdfium.HEAP32[(scratch >> 2) + 1]! !== 0;
  if (!fill && !stroke) return;
  const count = pdfium._FPDFPath_CountSegments(path);
  job.left -= count;
  const pieces = new Pieces(job, stroke, fill);
  for (let i = 0; i < count; i++) {
    const segment = pdfium._FPDFPath_GetPathSegment(path, i);
    const type = pdfium._FPDFPathSegment_GetType(segment);
    if (type === MOVE) pieces.end(false);
    pdfium._FPDFPathSegment_GetPoint(segment, scratch, scratch + 4);
    const x = pdfium.HEAPF32[scratch >> 2]!;
    const y = pdfium.HEAPF32[(scratch >> 2) + 1]!;
    pieces.to(moved(matrix, x, y), type === BEZIER);
    if (pdfium._FPDFPathSegment_GetClose(segment) !== 0) pieces.end(true);
  }
  pieces.end(false);
}

function scanImage(job: Job, image: number, outer: Matrix): void {
  addPicture(job, concat(matrixOf(job, image), outer));
}
