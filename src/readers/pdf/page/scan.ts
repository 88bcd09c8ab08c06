import type { OpenFile, Pdfium } from './engine.ts';
import { loadPage } from './form.ts';
import { type Char, isNarrowable, isWide, type Page, type Rule, type Seen, type Turn, toFrame } from './geometry.ts';
import { readGlyph } from './glyphs.ts';
import { type Matrix, scanObjects } from './objects.ts';

/** More than any printed page holds; a page beyond it is cut, and the reader says so. */
const MOST_CHARS = 60_000;

/** Doubles are looked for in cells of so many points: wider than a hair of any type below 60 points. */
const CELL = 6;
/** More equal glyphs in one cell are no text. */
const MOST_IN_CELL = 16;

/** A glyph in the coordinates of the page as shown, before its text's direction is known. */
interface Glyph {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly box: readonly [number, number, number, number];
  readonly size: number;
  readonly turn: Turn | null;
  readonly order: number;
  readonly spaced: boolean;
}

/** Reads characters and drawn lines of one page (index from 0), in the frame in which its text runs from left to right. */
export function scanPage(file: OpenFile, index: number): Page {
  const { pdfium } = file;
  const { page, blind } = loadPage(file, index);
  const scratch = pdfium.wasmExports.malloc(64);
  const seen: Seen = {
    drawn: 0,
    privateUse: 0,
    unmapped: 0,
    replaced: 0,
    aslant: 0,
    outlines: 0,
    hidden: 0,
    pictures: 0,
    vertical: false,
    cut: page === 0,
    blind,
  };
  try {
    if (page === 0) return { number: index + 1, width: 0, height: 0, turn: 0, chars: [], rules: [], seen };
    const { width, height, matrix } = viewOf(pdfium, page, scratch);
    const glyphs = scanGlyphs(pdfium, page, scratch, matrix, seen).filter(
      ({ x, y }) => x > -2 && y > -2 && x < width + 2 && y < height + 2,
    );
    const turn = turnOf(glyphs, seen);
    const drawn = scanObjects(pdfium, page, scratch, matrix, { width, height }, seen);
    const rules = drawn.map(([ax, ay, bx, by]) =>
      ruleOf(toFrame(turn, width, height, ax, ay), toFrame(turn, width, height, bx, by)),
    );
    const chars = evenDigits(glyphs.flatMap(glyph => charOf(glyph, turn, width, height, seen)));
    return { number: index + 1, width, height, turn, chars, rules, seen };
  } finally {
    pdfium.wasmExports.free(scratch);
    if (page !== 0) pdfium._FPDF_ClosePage(page);
  }
}

/** Size of the page as shown, and the matrix from its user space (y upwards, unturned) to points from the top left. */
function viewOf(pdfium: Pdfium, page: number, scratch: number): { width: number; height: number; matrix: Matrix } {
  pdfium._FPDF_GetPageBoundingBox(page, scratch);
  const [left, top, right, bottom] = pdfium.HEAPF32.slice(scratch >> 2, (scratch >> 2) + 4) as unknown as [
    number,
    number,
    number,
    number,
  ];
  const across = right - left;
  const up = top - bottom;
  switch (pdfium._FPDFPage_GetRotation(page)) {
    case 1:
      return { width: up, height: across, matrix: [0, 1, 1, 0, -bottom, -left] };
    case 2:
      return { width: across, height: up, matrix: [-1, 0, 0, 1, right, -bottom] };
    case 3:
      return { width: up, height: across, matrix: [0, -1, -1, 0, top, right] };
    default:
      return { width: across, height: up, matrix: [1, 0, 0, -1, -left, top] };
  }
}

function scanGlyphs(pdfium: Pdfium, page: number, scratch: number, view: Matrix, seen: Seen): Glyph[] {
  const text = pdfium._FPDFText_LoadPage(page);
  if (text === 0) return [];
  const glyphs: Glyph[] = [];
  const count = pdfium._FPDFText_CountChars(text);
  seen.drawn = Math.min(count, MOST_CHARS);
  if (count > MOST_CHARS) seen.cut = true;
  let spaced = false;
  let high = 0;
  for (let i = 0; i < Math.min(count, MOST_CHARS); i++) {
    if (pdfium._FPDFText_IsGenerated(text, i) === 1) continue;
    let unit = pdfium._FPDFText_GetUnicode(text, i);
    // Characters beyond the first plane come as two halves.
    if (unit >= 0xd800 && unit < 0xdc00) {
      high = unit;
      continue;
    }
    if (unit >= 0xdc00 && unit < 0xe000 && high) unit = 0x10000 + ((high - 0xd800) << 10) + (unit - 0xdc00);
    high = 0;
    const { text: shown, kind } = readGlyph(unit, pdfium._FPDFText_HasUnicodeMapError(text, i) === 1);
    if (kind === 'blank') spaced = true;
    if (kind === 'blank' || kind === 'none') continue;
    if (kind === 'private') seen.privateUse++;
    if (kind === 'unmapped') seen.unmapped++;
    if (kind === 'replaced') seen.replaced++;
    const f32 = scratch >> 2;
    pdfium._FPDFText_GetMatrix(text, i, scratch);
    let floats = pdfium.HEAPF32;
    const [a, b, c, d] = [floats[f32]!, floats[f32 + 1]!, floats[f32 + 2]!, floats[f32 + 3]!];
    const size = Math.hypot(c, d) * pdfium._FPDFText_GetFontSize(text, i);
    pdfium._FPDFText_GetCharOrigin(text, i, scratch, scratch + 8);
    const [x, y] = apply(view, pdfium.HEAPF64[scratch >> 3]!, pdfium.HEAPF64[(scratch >> 3) + 1]!);
    pdfium._FPDFText_GetLooseCharBox(text, i, scratch);
    // FS_RECTF: left, top, right, bottom. The memory may have grown, and moved, in between.
    floats = pdfium.HEAPF32;
    const [x0, y0] = apply(view, floats[f32]!, floats[f32 + 1]!);
    const [x1, y1] = apply(view, floats[f32 + 2]!, floats[f32 + 3]!);
    glyphs.push({
      text: shown,
      x,
      y,
      box: [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)],
      size: size > 0.5 ? size : 10,
      turn: directionOf(a * view[0] + b * view[2], a * view[1] + b * view[3]),
      order: i,
      spaced,
    });
    spaced = false;
  }
  pdfium._FPDFText_ClosePage(text);
  return withoutDoubles(glyphs);
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

function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** Where a baseline runs on the page as shown; null for a slope. */
function directionOf(dx: number, dy: number): Turn | null {
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
