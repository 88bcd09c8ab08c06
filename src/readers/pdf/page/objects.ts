import type { Pdfium } from './engine.ts';
import type { Seen } from './geometry.ts';

/** a b c d e f of ISO 32000-1, 8.3.3: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number];
/** A drawn line from end to end, in points of the page as shown. */
export type Stroke = readonly [number, number, number, number];

/** Thicker than any table rule, thinner than any cell. */
const THICK = 3.2;
/** Shorter pieces are corner dots and dashes of letters, not rules. */
const SHORT = 1.6;
const MOST_SEGMENTS = 300_000;
const DEEPEST = 6;

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
// FPDF_PAGEOBJ_… and FPDF_SEGMENT_… of fpdf_edit.h
const TEXT = 1;
const PATH = 2;
const IMAGE = 3;
const FORM = 5;
const BEZIER = 1;
const MOVE = 2;

interface Job {
  readonly pdfium: Pdfium;
  readonly scratch: number;
  readonly strokes: Stroke[];
  readonly page: { readonly width: number; readonly height: number };
  readonly seen: Seen;
  /** The dots drawn last, while they stand in one row or column. */
  dots: { from: Dot; to: Dot } | undefined;
  left: number;
}

type Dot = readonly [number, number];
/** Dots of one dotted rule follow each other so closely. */
const DOT_STEP = 4;
/** A shorter row of dots is no rule. */
const SHORTEST_DOTTED = 8;

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

/** First `inner`, then `outer`. */
function concat([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix {
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}

function scanPath(job: Job, path: number, matrix: Matrix): void {
  const { pdfium, scratch } = job;
  pdfium._FPDFPath_GetDrawMode(path, scratch, scratch + 4);
  const fill = pdfium.HEAP32[scratch >> 2]! !== 0;
  const stroke = pdfium.HEAP32[(scratch >> 2) + 1]! !== 0;
  if (!fill && !stroke) return;
  const count = pdfium._FPDFPath_CountSegments(path);
  job.left -= count;
  let points: [number, number][] = [];
  let curved = false;
  const finish = (closed: boolean) => {
    if (curved) job.seen.outlines++;
    else if (points.length > 1) addOutline(job, points, closed, stroke, fill);
    points = [];
    curved = false;
  };
  for (let i = 0; i < count; i++) {
    const segment = pdfium._FPDFPath_GetPathSegment(path, i);
    const type = pdfium._FPDFPathSegment_GetType(segment);
    if (type === MOVE) finish(false);
    if (type === BEZIER) curved = true;
    pdfium._FPDFPathSegment_GetPoint(segment, scratch, scratch + 4);
    const x = pdfium.HEAPF32[scratch >> 2]!;
    const y = pdfium.HEAPF32[(scratch >> 2) + 1]!;
    points.push([matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]]);
    if (pdfium._FPDFPathSegment_GetClose(segment) !== 0) finish(true);
  }
  finish(false);
}

/** A thin outline is one rule whatever it was made with; a wide one that is stroked gives its sides. */
function addOutline(job: Job, points: readonly [number, number][], closed: boolean, stroke: boolean, fill: boolean): void {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const thin = Math.min(x1 - x0, y1 - y0) <= THICK && (fill || points.length === 2);
  if (thin) addBar(job, x0, y0, x1, y1);
  if (thin || !stroke) return;
  const ring = closed ? [...points, points[0]!] : points;
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1]!;
    const [bx, by] = ring[i]!;
    if (Math.min(Math.abs(bx - ax), Math.abs(by - ay)) < 0.8)
      addBar(job, Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
  }
}

/** The middle line of a thin rectangle, as far as it lies on the page. */
function addBar(job: Job, x0: number, y0: number, x1: number, y1: number): void {
  const { strokes, page } = job;
  const [a, b] = [Math.max(0, x0), Math.min(page.width, x1)];
  const [c, d] = [Math.max(0, y0), Math.min(page.height, y1)];
  if (b < a || d < c) return;
  if (Math.max(b - a, d - c) < SHORT) addDot(job, [(a + b) / 2, (c + d) / 2]);
  else if (b - a >= d - c) strokes.push([a, (c + d) / 2, b, (c + d) / 2]);
  else strokes.push([(a + b) / 2, c, (a + b) / 2, d]);
}

/** Some programs draw a dotted rule dot by dot, one after the other. */
function addDot(job: Job, dot: Dot): void {
  const { dots } = job;
  if (dots && isNext(dots.from, dots.to, dot)) dots.to = dot;
  else {
    endDots(job);
    job.dots = { from: dot, to: dot };
  }
}

function isNext(from: Dot, to: Dot, dot: Dot): boolean {
  const [along, across]: readonly [0 | 1, 0 | 1] = Math.abs(dot[0] - from[0]) >= Math.abs(dot[1] - from[1]) ? [0, 1] : [1, 0];
  const step = Math.abs(dot[along] - to[along]);
  return step < DOT_STEP && Math.abs(dot[across] - from[across]) < 0.3 && Math.abs(to[across] - from[across]) < 0.3;
}

function endDots(job: Job): void {
  const { from, to } = job.dots ?? { from: [0, 0], to: [0, 0] };
  if (Math.hypot(to[0] - from[0], to[1] - from[1]) >= SHORTEST_DOTTED) job.strokes.push([from[0], from[1], to[0], to[1]]);
  job.dots = undefined;
}

function scanImage(job: Job, image: number, outer: Matrix): void {
  // The picture's matrix maps the unit square to the page.
  const [a, b, c, d, e, f] = concat(matrixOf(job, image), outer);
  const xs = [e, e + a, e + c, e + a + c];
  const ys = [f, f + b, f + d, f + b + d];
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  if (Math.min(x1 - x0, y1 - y0) <= THICK) {
    addBar(job, x0, y0, x1, y1);
    return;
  }
  const { width, height } = job.page;
  const across = Math.min(x1, width) - Math.max(x0, 0);
  const down = Math.min(y1, height) - Math.max(y0, 0);
  if (across > 0 && down > 0) job.seen.pictures = Math.min(1, job.seen.pictures + (across * down) / (width * height));
}
