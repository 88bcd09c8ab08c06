import { median } from '../page/geometry.ts';
import type { Shot } from '../page/render.ts';

/** A straight dark line of a picture, from end to end, in pixels: along x for a horizontal one, along y for a vertical one. */
export interface Bar {
  readonly direction: 'h' | 'v';
  readonly from: number;
  readonly to: number;
  /** Its y (h) or x (v) at both ends: a crooked scan lets lines rise. */
  readonly atFrom: number;
  readonly atTo: number;
  readonly thickness: number;
}

/** Shorter lines are strokes of characters; in points. A dash of two characters is 24 to 30 points long. */
const SHORTEST = { h: 32, v: 24 };
/** Thicker than any table rule, in points. */
const THICKEST = 3;
/** Dust may cut a line; gaps up to this are closed, in pixels. */
const GAP = 2;
/** Darker than this part of the paper's own brightness is ink. */
const INK = 0.72;

/** Runs of ink in neighbouring rows (or columns) that make one line. */
interface Chain {
  from: number;
  to: number;
  first: number;
  last: number;
  firstMiddle: number;
  lastMiddle: number;
  pixels: number;
}

/** Every straight line of a rendered page that is long and thin enough to be a rule of a table. */
export function barsIn({ width, height, scale }: Shot, ink: Uint8Array): Bar[] {
  return [
    ...barsAlong('h', height, width, scale, (line, along) => ink[line * width + along]!),
    ...barsAlong('v', width, height, scale, (line, along) => ink[along * width + line]!),
  ];
}

/** How many pixels the horizontal lines rise for each pixel to the right; 0 where no long line tells. */
export function skewOf(bars: readonly Bar[], width: number): number {
  const long = bars.filter(bar => bar.direction === 'h' && bar.to - bar.from > width * 0.25);
  return median(long.map(bar => (bar.atTo - bar.atFrom) / (bar.to - bar.from)));
}

/** 1 for ink, 0 for paper, row by row. The paper's brightness is the most frequent one of the brighter half. */
export function inkOf({ rgba, width, height }: Shot): Uint8Array {
  const light = new Uint8Array(width * height);
  const counts = new Uint32Array(256);
  for (let i = 0; i < light.length; i++) {
    const value = (rgba[i * 4]! * 77 + rgba[i * 4 + 1]! * 150 + rgba[i * 4 + 2]! * 29) >> 8;
    light[i] = value;
    counts[value]!++;
  }
  let paper = 255;
  for (let value = 128; value < 256; value++) if (counts[value]! >= counts[paper]!) paper = value;
  const limit = paper * INK;
  return light.map(value => (value < limit ? 1 : 0));
}

function barsAlong(
  direction: 'h' | 'v',
  lines: number,
  length: number,
  scale: number,
  inkAt: (line: number, along: number) => number,
): Bar[] {
  // A crooked line shows in each row of pixels as a piece of itself, so pieces shorter than a rule are looked at as well.
  const shortest = SHORTEST[direction] * scale;
  const piece = shortest * 0.5;
  const done: Chain[] = [];
  let open: Chain[] = [];
  for (let line = 0; line < lines; line++) {
    for (const [from, to] of runsIn(line, length, piece, inkAt)) {
      const near = open.find(chain => chain.last >= line - GAP && from <= chain.to + GAP * 2 && to >= chain.from - GAP * 2);
      const middle = (from + to) / 2;
      if (!near) open.push({ from, to, first: line, last: line, firstMiddle: middle, lastMiddle: middle, pixels: to - from });
      else {
        near.from = Math.min(near.from, from);
        near.to = Math.max(near.to, to);
        near.last = line;
        near.lastMiddle = middle;
        near.pixels += to - from;
      }
    }
    if (line % 16 === 15) {
      done.push(...open.filter(chain => chain.last < line - GAP));
      open = open.filter(chain => chain.last >= line - GAP);
    }
  }
  return [...done, ...open].flatMap(chain => barOf(direction, chain, shortest, scale));
}

function* runsIn(
  line: number,
  length: number,
  least: number,
  inkAt: (line: number, along: number) => number,
): Generator<readonly [number, number]> {
  let from = -1;
  let end = -1;
  for (let along = 0; along <= length; along++) {
    if (along < length && inkAt(line, along) === 1) {
      if (from < 0) from = along;
      end = along + 1;
    } else if (from >= 0 && (along === length || along - end >= GAP)) {
      if (end - from >= least) yield [from, end];
      from = -1;
    }
  }
}

/** A chain is a rule when it is thin: much ink for its length is a picture or a shaded cell. */
function barOf(direction: 'h' | 'v', chain: Chain, shortest: number, scale: number): Bar[] {
  const { from, to, first, last, firstMiddle, lastMiddle, pixels } = chain;
  const length = to - from;
  if (length < shortest || pixels / length > THICKEST * scale) return [];
  const middle = (first + last + 1) / 2;
  // The first row of a line that rises lies at one of its ends, the last row at the other.
  const lean = last - first > 4 && Math.abs(lastMiddle - firstMiddle) > length * 0.3 ? (lastMiddle > firstMiddle ? 1 : -1) : 0;
  const half = (lean * (last - first)) / 2;
  return [{ direction, from, to, atFrom: middle - half, atTo: middle + half, thickness: pixels / length }];
}
