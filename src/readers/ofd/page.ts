import { child, type Element } from '../parts/xml.ts';
import { isNarrowable, isWide, nothingSeen, type Page, type Seen } from '../pdf/page/geometry.ts';
import { readGlyph } from '../pdf/page/glyphs.ts';
import { directionOf, type Glyph, pageOf } from '../pdf/page/shown.ts';
import { addPicture, concat, type Drawing, endDots, IDENTITY, type Matrix, moved, Pieces } from '../pdf/page/strokes.ts';

/** A page before it is read: its size in millimetres, and the layers drawn on it, those of its templates first. */
export interface Sheet {
  readonly number: number;
  readonly size: readonly [x: number, y: number, width: number, height: number];
  readonly layers: readonly Element[];
  /** Something that belongs to it is missing. */
  readonly cut: boolean;
  /** What a drawing kept apart consists of (GB/T 33190, 13), by its ID; undefined for none. */
  unit(id: string): Element | undefined;
}

/** Points of a millimetre: pages are read in points, as those of a PDF. */
const POINTS = 72 / 25.4;
/** More than any printed page holds; a page beyond it is cut, and the reader says so. */
const MOST_CHARS = 60_000;
const MOST_STEPS = 300_000;
const DEEPEST = 6;

/** What is drawn and noticed while a page is walked. */
interface Job extends Drawing {
  readonly glyphs: Glyph[];
  readonly unit: Sheet['unit'];
  left: number;
  spaced: boolean;
}

export function sheetPage({ number, size: [x, y, width, height], layers, cut, unit }: Sheet): Page {
  const page = { number, width: width * POINTS, height: height * POINTS };
  const seen: Seen = { ...nothingSeen(), cut };
  const job: Job = { glyphs: [], strokes: [], page, seen, dots: undefined, left: MOST_STEPS, spaced: false, unit };
  const view: Matrix = [POINTS, 0, 0, POINTS, -x * POINTS, -y * POINTS];
  for (const layer of layers) walk(job, layer, view, 0);
  endDots(job);
  if (job.left <= 0) seen.cut = true;
  return pageOf(page, job.glyphs, job.strokes, seen);
}

function walk(job: Job, parent: Element, view: Matrix, depth: number): void {
  for (const one of parent.children) {
    if (--job.left <= 0) return;
    if (one.attrs.Visible === 'false') continue;
    if (one.name === 'TextObject') scanText(job, one, view);
    else if (one.name === 'PathObject') scanPath(job, one, view);
    else if (one.name === 'ImageObject') scanPicture(job, one, view);
    else if (depth >= DEEPEST) continue;
    else if (one.name === 'PageBlock') walk(job, one, one.attrs.CTM === undefined ? view : matrixOf(one, view), depth + 1);
    else if (one.name === 'CompositeObject') {
      const content = child(job.unit(one.attrs.ResourceID ?? ''), 'Content');
      if (content) walk(job, content, matrixOf(one, view), depth + 1);
      else scanPicture(job, one, view);
    }
  }
}

/** From the space of an object to the page: its own matrix, then its place (GB/T 33190, 8.5). */
function matrixOf({ attrs }: Element, view: Matrix): Matrix {
  const own = numbers(attrs.CTM);
  const [x = 0, y = 0] = numbers(attrs.Boundary);
  const inner = own.length === 6 ? (own as unknown as Matrix) : IDENTITY;
  return concat(concat(inner, [1, 0, 0, 1, x, y]), view);
}

function scanText(job: Job, object: Element, view: Matrix): void {
  const matrix = matrixOf(object, view);
  const { attrs } = object;
  const em = Number(attrs.Size ?? 0) || 0;
  const narrowed = Number(attrs.HScale ?? 1) || 1;
  const [a, b, c, d] = matrix;
  const size = em * Math.hypot(c, d);
  // Text behind the picture of a scanned page is read, and told, as that of a PDF is.
  if ((attrs.Fill === 'false' && attrs.Stroke !== 'true') || attrs.Alpha === '0') job.seen.hidden++;
  const turned = Number(attrs.CharDirection ?? 0) * (Math.PI / 180);
  const [right, down] = [Math.cos(turned), Math.sin(turned)];
  const turn = directionOf(a * right + c * down, b * right + d * down);
  let [x, y] = [0, 0];
  for (const code of object.children) {
    if (code.name !== 'TextCode') continue;
    x = numberOf(code.attrs.X) ?? x;
    y = numberOf(code.attrs.Y) ?? y;
    // A line break in the file is none of the text.
    const signs = [...code.text.replace(/[\r\n]+\s*/g, '')];
    const [across, along] = [stepsOf(code.attrs.DeltaX, signs.length), stepsOf(code.attrs.DeltaY, signs.length)];
    let [left, top] = [x, y];
    signs.forEach((sign, i) => {
      const usual = widthOf(sign) * em * narrowed;
      // Where steps are told for the first signs only, the others follow as wide as they are.
      const step = across[i] ?? (along[i] === undefined && (across.length > 0 || along.length === 0) ? usual : 0);
      const width = Math.abs(step - usual) < usual * 0.25 ? step : usual;
      put(job, sign, matrix, { left, top, width, em, size, turn });
      left += step;
      top += along[i] ?? 0;
    });
  }
}

interface Setting {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly em: number;
  readonly size: number;
  readonly turn: Glyph['turn'];
}

function put(job: Job, sign: string, matrix: Matrix, { left, top, width, em, size, turn }: Setting): void {
  const { seen, glyphs } = job;
  const { text, kind } = readGlyph(sign.codePointAt(0)!, false);
  if (kind === 'blank') job.spaced = true;
  if (kind === 'blank' || kind === 'none') return;
  if (kind === 'private') seen.privateUse++;
  if (kind === 'unmapped') seen.unmapped++;
  if (kind === 'replaced') seen.replaced++;
  if (glyphs.length >= MOST_CHARS) {
    seen.cut = true;
    return;
  }
  seen.drawn++;
  const [x, y] = moved(matrix, left, top);
  const [ax, ay] = moved(matrix, left, top - em * 0.88);
  const [bx, by] = moved(matrix, left + width, top + em * 0.12);
  const box = [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)] as const;
  glyphs.push({ text, x, y, box, size: size > 0.5 ? size : 10, turn, order: glyphs.length, spaced: job.spaced });
  job.spaced = false;
}

/** The width of a sign in parts of its size, in the fonts that reports are set in: the file alone tells steps, no widths. */
function widthOf(sign: string): number {
  if (isWide(sign) || isNarrowable(sign)) return 1;
  return /[.,:;'|!il]/.test(sign) ? 0.28 : 0.5;
}

/** «3.5 g 4 2.1 3.5»: steps from sign to sign, where «g n v» stands for n times v. */
function stepsOf(written: string | undefined, most: number): number[] {
  const steps: number[] = [];
  const words = (written ?? '').trim().split(/\s+/);
  for (let i = 0; i < words.length && steps.length < most; i++) {
    if (words[i] !== 'g') {
      if (words[i] !== '') steps.push(Number(words[i]) || 0);
      continue;
    }
    const count = Math.min(most - steps.length, Number(words[i + 1]) || 0);
    for (let n = 0; n < count; n++) steps.push(Number(words[i + 2]) || 0);
    i += 2;
  }
  return steps;
}

/** «M x y L x y … C» (GB/T 33190, 9.1): straight pieces may be rules, curves are outlines of something else. */
function scanPath(job: Job, object: Element, view: Matrix): void {
  const stroke = object.attrs.Stroke !== 'false';
  const fill = object.attrs.Fill === 'true';
  if (!stroke && !fill) return;
  const matrix = matrixOf(object, view);
  const words = (child(object, 'AbbreviatedData')?.text ?? '').trim().split(/\s+/);
  job.left -= words.length;
  if (job.left <= 0) return;
  const pieces = new Pieces(job, stroke, fill);
  for (let i = 0; i < words.length; ) {
    const sign = words[i]!;
    const needs = ARGUMENTS[sign] ?? 0;
    if (sign === 'M' || sign === 'S') pieces.end(false);
    if (sign === 'C') pieces.end(true);
    if (needs > 0) pieces.to(moved(matrix, Number(words[i + needs - 1]) || 0, Number(words[i + needs]) || 0), needs > 2);
    i += needs + 1;
  }
  pieces.end(false);
}

/** How many numbers follow a sign; the last two are the point it leads to. */
const ARGUMENTS: Readonly<Record<string, number>> = { M: 2, S: 2, L: 2, Q: 4, B: 6, A: 7 };

function scanPicture(job: Job, object: Element, view: Matrix): void {
  const [x = 0, y = 0, width = 0, height = 0] = numbers(object.attrs.Boundary);
  addPicture(job, concat([width, 0, 0, height, x, y], view));
}

const numberOf = (written: string | undefined): number | undefined =>
  written !== undefined && Number.isFinite(Number(written)) ? Number(written) : undefined;

const numbers = (written: string | undefined): number[] =>
  (written ?? '').trim().split(/\s+/).slice(0, 6).map(Number).filter(Number.isFinite);

/** A box «x y width height» with a size. */
export function boxOf(written: string | undefined): Sheet['size'] | undefined {
  const [x, y, width, height] = numbers(written);
  return width !== undefined && height !== undefined && width > 0 && height > 0 ? [x!, y!, width, height] : undefined;
}
