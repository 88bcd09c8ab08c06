import type { Seen } from './geometry.ts';

/** a b c d e f of ISO 32000-1, 8.3.3: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number];
/** A drawn line from end to end, in points of the page as shown. */
export type Stroke = readonly [number, number, number, number];

/** Thicker than any table rule, thinner than any cell. */
const THICK = 3.2;
/** Shorter pieces are corner dots and dashes of letters, not rules. */
const SHORT = 1.6;
export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** What is being drawn on a page: the strokes that are seen, and what was noticed. */
export interface Drawing {
  readonly strokes: Stroke[];
  readonly page: { readonly width: number; readonly height: number };
  readonly seen: Seen;
  /** The dots drawn last, while they stand in one row or column. */
  dots: { from: Dot; to: Dot } | undefined;
}

type Dot = readonly [number, number];
/** Dots of one dotted rule follow each other so closely. */
const DOT_STEP = 4;
/** A shorter row of dots is no rule. */
const SHORTEST_DOTTED = 8;

/** First `inner`, then `outer`. */
export function concat([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix {
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F];
}

/** Where a point comes to lie. */
export const moved = ([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] => [
  a * x + c * y + e,
  b * x + d * y + f,
];

/** The pieces of a path as they are drawn: straight ones may be rules, curves are outlines of something else. */
export class Pieces {
  readonly #job: Drawing;
  readonly #stroke: boolean;
  readonly #fill: boolean;
  #points: [number, number][] = [];
  #curved = false;

  constructor(job: Drawing, stroke: boolean, fill: boolean) {
    this.#job = job;
    this.#stroke = stroke;
    this.#fill = fill;
  }

  /** The pen goes on to a point, bent on its way or not. */
  to(point: [number, number], bent: boolean): void {
    if (bent) this.#curved = true;
    this.#points.push(point);
  }

  /** What was drawn since the last end is one outline. */
  end(closed: boolean): void {
    if (this.#curved) this.#job.seen.outlines++;
    else if (this.#points.length > 1) addOutline(this.#job, this.#points, closed, this.#stroke, this.#fill);
    this.#points = [];
    this.#curved = false;
  }
}

/** A thin outline is one rule whatever it was made with; a wide one that is stroked gives its sides. */
function addOutline(job: Drawing, points: readonly [number, number][], closed: boolean, stroke: boolean, fill: boolean): void {
  let [x0, y0, x1, y1] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const [x, y] of points) {
    x0 = Math.min(x0, x);
    x1 = Math.max(x1, x);
    y0 = Math.min(y0, y);
    y1 = Math.max(y1, y);
  }
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
function addBar(job: Drawing, x0: number, y0: number, x1: number, y1: number): void {
  const { strokes, page } = job;
  const [a, b] = [Math.max(0, x0), Math.min(page.width, x1)];
  const [c, d] = [Math.max(0, y0), Math.min(page.height, y1)];
  if (b < a || d < c) return;
  if (Math.max(b - a, d - c) < SHORT) addDot(job, [(a + b) / 2, (c + d) / 2]);
  else if (b - a >= d - c) strokes.push([a, (c + d) / 2, b, (c + d) / 2]);
  else strokes.push([(a + b) / 2, c, (a + b) / 2, d]);
}

/** Some programs draw a dotted rule dot by dot, one after the other. */
function addDot(job: Drawing, dot: Dot): void {
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

export function endDots(job: Drawing): void {
  const { from, to } = job.dots ?? { from: [0, 0], to: [0, 0] };
  if (Math.hypot(to[0] - from[0], to[1] - from[1]) >= SHORTEST_DOTTED) job.strokes.push([from[0], from[1], to[0], to[1]]);
  job.dots = undefined;
}

/** A picture, by the matrix that maps the unit square to the page: a thin one is a rule, others cover text. */
export function addPicture(job: Drawing, [a, b, c, d, e, f]: Matrix): void {
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
