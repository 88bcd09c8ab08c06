import type { Box } from '../../../model/index.ts';

/** A character as it is drawn, in the page's reading frame: points, y downwards, `base` its baseline. */
export interface Char {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  readonly base: number;
  readonly size: number;
  /** Its position in the content stream. */
  readonly order: number;
  /** A real blank stands before it in the file. */
  readonly spaced: boolean;
  /** Recognised in a picture: how sure, 0 to 1. */
  readonly confidence?: number;
}

/** A drawn line: stroked, or a thin filled rectangle. `at` is its y (h) or x (v). */
export interface Rule {
  readonly direction: 'h' | 'v';
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** How far the text of a page is turned clockwise; upright glyphs set in columns from right to left count as 90. */
export type Turn = 0 | 90 | 180 | 270;

/** What is drawn on a page. `width` and `height` are those of the page as it is shown. */
export interface Page {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly turn: Turn;
  readonly chars: readonly Char[];
  readonly rules: readonly Rule[];
  /** What was noticed while reading, counted. */
  readonly seen: Seen;
  /** Its text was recognised in its picture, which was crooked: lines fell by `skew` points for each point to the right. */
  readonly recognised?: { readonly skew: number };
}

export interface Seen {
  /** Characters that the page draws, doubles and those outside of it included. */
  drawn: number;
  /** Characters of private-use areas: what they show is known to the font alone. */
  privateUse: number;
  /** Glyphs without a Unicode value. */
  unmapped: number;
  /** Ligatures and radicals that stand for ordinary letters and characters, replaced by these. */
  replaced: number;
  /** Characters that run in another direction than the page's text. */
  aslant: number;
  /** Curved outlines that are drawn: letters turned into shapes, or a picture. */
  outlines: number;
  /** Text drawn invisibly: what a scanning program believes to have recognised. */
  hidden: number;
  /** The part of the page that pictures cover, 0 to 1. */
  pictures: number;
  vertical: boolean;
  /** Filled form fields that cannot be read. */
  blind: number;
  /** Drawn objects were left out because there are too many. */
  cut: boolean;
}

/** A page on which nothing was noticed. */
export const nothingSeen = (): Seen => ({
  drawn: 0,
  privateUse: 0,
  unmapped: 0,
  replaced: 0,
  aslant: 0,
  outlines: 0,
  hidden: 0,
  pictures: 0,
  vertical: false,
  cut: false,
  blind: 0,
});

/** A point of the page as shown (y downwards) in the frame in which its text runs from left to right. */
export function toFrame(turn: Turn, width: number, height: number, x: number, y: number): [number, number] {
  if (turn === 90) return [y, width - x];
  if (turn === 180) return [width - x, height - y];
  if (turn === 270) return [height - y, x];
  return [x, y];
}

/** A rectangle of the reading frame as a box of the page as shown, to two decimals. */
export function toBox(page: Page, x0: number, y0: number, x1: number, y1: number): Box {
  const { turn, width, height } = page;
  const [ax, ay] = fromFrame(turn, width, height, x0, y0);
  const [bx, by] = fromFrame(turn, width, height, x1, y1);
  const skew = page.recognised?.skew ?? 0;
  // Where it stands in the crooked picture.
  const [dx, dy] = [-skew * ((ay + by) / 2 - height / 2), skew * ((ax + bx) / 2 - width / 2)];
  return [round(Math.min(ax, bx) + dx), round(Math.min(ay, by) + dy), round(Math.max(ax, bx) + dx), round(Math.max(ay, by) + dy)];
}

function fromFrame(turn: Turn, width: number, height: number, x: number, y: number): [number, number] {
  if (turn === 90) return [width - y, x];
  if (turn === 180) return [width - x, height - y];
  if (turn === 270) return [y, height - x];
  return [x, y];
}

/** Points to two decimals: finer than anything that is seen. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Width and height of the reading frame. */
export function frameOf(page: Page): { width: number; height: number } {
  return page.turn === 90 || page.turn === 270
    ? { width: page.height, height: page.width }
    : { width: page.width, height: page.height };
}

/** The middle value of a list; `fallback` for an empty one. */
export function median(values: readonly number[], fallback = 0): number {
  if (values.length === 0) return fallback;
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}

/** Ideographs, kana and full-width signs: what is set on a square and never parted by blanks. Asked for every character: no pattern. */
export function isWide(text: string): boolean {
  const code = text.codePointAt(0) ?? 0;
  if (code < 0xb7) return false;
  if (code >= 0x2e80) {
    return (
      code <= 0x9fff ||
      (code >= 0xf900 && code <= 0xfaff) ||
      (code >= 0xff00 && code <= 0xff60) ||
      (code >= 0xffe0 && code <= 0xffe6) ||
      (code >= 0x20000 && code <= 0x3ffff)
    );
  }
  return NARROWABLE.has(text);
}

/** Signs that Chinese fonts set on a square and Latin ones do not. */
const NARROWABLE = new Set(['“', '”', '‘', '’', '…', '—', '·']);

/** Signs whose square cannot be relied on: their width is taken from the font. */
export const isNarrowable = (text: string): boolean => NARROWABLE.has(text);
