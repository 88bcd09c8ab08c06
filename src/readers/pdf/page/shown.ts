import { type Char, isNarrowable, isWide, type Page, type Rule, type Seen, type Turn, toFrame } from './geometry.ts';
import type { Stroke } from './strokes.ts';

/** Doubles are looked for in cells of so many points: wider than a hair of any type below 60 points. */
const CELL = 6;
/** More equal glyphs in one cell are no text. */
const MOST_IN_CELL = 16;

/** A glyph in the coordinates of the page as shown, before its text's direction is known. */
export interface Glyph {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly box: readonly [number, number, number, number];
  readonly size: number;
  readonly turn: Turn | null;
  readonly order: number;
  readonly spaced: boolean;
}

/** A page of what was found on it, whichever program wrote it: its text in the frame in which it runs from left to right, and its rules. */
export function pageOf(
  { number, width, height }: Pick<Page, 'number' | 'width' | 'height'>,
  found: readonly Glyph[],
  strokes: readonly Stroke[],
  seen: Seen,
): Page {
  const glyphs = withoutDoubles(found).filter(({ x, y }) => x > -2 && y > -2 && x < width + 2 && y < height + 2);
  const turn = turnOf(glyphs, seen);
  const rules = strokes.map(([ax, ay, bx, by]) =>
    ruleOf(toFrame(turn, width, height, ax, ay), toFrame(turn, width, height, bx, by)),
  );
  const chars = evenDigits(glyphs.flatMap(glyph => charOf(glyph, turn, width, height, seen)));
  return { number, width, height, turn, chars, rules, seen };
}

/** Bold made by drawing a glyph twice, a hair apart: once is enough, whether glyph by glyph, line by line or the whole page again. */
function withoutDoubles(glyphs: readonly Glyph[]): Glyph[] {
  const kept = new Map<string, Glyph[]>();
  const cell = (text: string, column: number, row: number) => `${text} ${column} ${row}`;
  return glyphs.filter(glyph => {
    const { x, y } = glyph;
    const hair = Math.min(glyph.size * 0.1, CELL);
    // A double stands in the same cell, or in one beside it where the edge is no further than a hair.
    const right = Math.floor((x + hair) / CELL);
    const bottom = Math.floor((y + hair) / CELL);
    for (let column = Math.floor((x - hair) / CELL); column <= right; column++)
      for (let row = Math.floor((y - hair) / CELL); row <= bottom; row++)
        for (const other of kept.get(cell(glyph.text, column, row)) ?? [])
          if (Math.abs(other.x - x) < hair && Math.abs(other.y - y) < hair) return false;
    const key = cell(glyph.text, Math.floor(x / CELL), Math.floor(y / CELL));
    const near = kept.get(key);
    if (!near) kept.set(key, [glyph]);
    else if (near.length < MOST_IN_CELL) near.push(glyph);
    return true;
  });
}

/** Where a baseline runs on the page as shown; null for a slope. */
export function directionOf(dx: number, dy: number): Turn | null {
  if (Math.abs(dy) <= Math.abs(dx) * 0.05) return dx >= 0 ? 0 : 180;
  if (Math.abs(dx) <= Math.abs(dy) * 0.05) return dy >= 0 ? 90 : 270;
  return null;
}

/** The direction most of the page's text runs in. Upright ideographs below each other are columns, read as a page turned by 90. */
function turnOf(glyphs: readonly Glyph[], seen: Seen): Turn {
  const counts = new Map<Turn | null, number>();
  for (const { turn } of glyphs) counts.set(turn, (counts.get(turn) ?? 0) + 1);
  let best: Turn = 0;
  for (const turn of [90, 180, 270] as const) if ((counts.get(turn) ?? 0) > (counts.get(best) ?? 0)) best = turn;
  if (best !== 0) return best;
  let beside = 0;
  let below = 0;
  for (let i = 1; i < glyphs.length; i++) {
    const [a, b] = [glyphs[i - 1]!, glyphs[i]!];
    if (!isWide(a.text) || !isWide(b.text)) continue;
    const middle = (g: Glyph) => (g.box[0] + g.box[2]) / 2;
    const step = (b.box[1] + b.box[3] - a.box[1] - a.box[3]) / 2;
    if (Math.abs(middle(b) - middle(a)) < a.size * 0.35 && step > a.size * 0.5 && step < a.size * 2) below++;
    else if (Math.abs(b.y - a.y) < a.size * 0.3 && b.x > a.x) beside++;
  }
  seen.vertical = below > 20 && below > beside * 2;
  return seen.vertical ? 90 : 0;
}

function charOf(glyph: Glyph, turn: Turn, width: number, height: number, seen: Seen): Char[] {
  const { text, size, order, spaced, box } = glyph;
  const [ax, ay] = toFrame(turn, width, height, box[0], box[1]);
  const [bx, by] = toFrame(turn, width, height, box[2], box[3]);
  if (seen.vertical)
    return [{ text, x0: Math.min(ax, bx), x1: Math.max(ax, bx), base: Math.max(ay, by) - size * 0.12, size, order, spaced }];
  if (glyph.turn !== turn) {
    seen.aslant++;
    return [];
  }
  const [x, base] = toFrame(turn, width, height, glyph.x, glyph.y);
  // Some fonts give the ink instead of the advance: a full-width sign fills its square from its origin on.
  const x1 =
    isWide(text) && !isNarrowable(text) ? Math.max(x + size * 0.5, Math.min(Math.max(ax, bx), x + size * 1.1)) : Math.max(ax, bx);
  return [{ text, x0: x, x1: Math.max(x1, x + size * 0.1), base, size, order, spaced }];
}

/** Digits of one number are equally wide; a font that is not in the file makes the last of them look wider than it is set. */
function evenDigits(chars: readonly Char[]): Char[] {
  const isDigit = (char: Char) => char.text >= '0' && char.text <= '9';
  return chars.map((char, i) => {
    const before = chars[i - 1];
    if (!before || !isDigit(char) || !isDigit(before) || Math.abs(char.base - before.base) > 0.5) return char;
    const step = char.x0 - before.x0;
    return step > char.size * 0.3 && step < char.size && char.x1 - char.x0 > step * 1.1 ? { ...char, x1: char.x0 + step } : char;
  });
}

function ruleOf([ax, ay]: [number, number], [bx, by]: [number, number]): Rule {
  return Math.abs(bx - ax) >= Math.abs(by - ay)
    ? { direction: 'h', at: (ay + by) / 2, from: Math.min(ax, bx), to: Math.max(ax, bx) }
    : { direction: 'v', at: (ax + bx) / 2, from: Math.min(ay, by), to: Math.max(ay, by) };
}
