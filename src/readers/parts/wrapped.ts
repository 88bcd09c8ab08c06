import { join, type Text } from '../../model/index.ts';
import { isClosing, isItem, isSetPageNumber, isTorn } from './breaks.ts';
import type { Line } from './line.ts';
import { headingLevel } from './outline.ts';
import { isCellLine } from './text-tables.ts';

/** The point of a number that goes on in the next line ends nothing. */
const END = /(?:[。！？：；:;]|(?<!\d)\.)\s*$/;
/** What short lines of prose have, and names in tables have not. */
const MARK = /[，。；：！？]|[\u4e00-\u9fff）)][,;:]/;
const STOP = /[。！？]\s*$/;
const INDENT = /^(?:\u3000{2}| {4})\S/;
const PAGE_NUMBER = /^\s*(?:[-–—─━―－]\s*)?(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[-–—─━―－])?\s*$/;

const isPageNumber = (text: string) => PAGE_NUMBER.test(text) || isSetPageNumber(text);

/** Fewer lines of prose tell no width; from so many on, a quarter of them broken off is plain. */
const FEWEST = 6;
const ENOUGH = 12;

/** How wide a line is on paper, in half-width columns. */
function widthOf(line: Line): number {
  let width = 0;
  for (const c of line.text.content.trimEnd()) width += c > '\u2e7f' ? 2 : 1;
  return width;
}

/** How a text was broken: how wide its full lines are, in columns and in characters, and whether its paragraphs are indented. */
export interface Wrapping {
  readonly width: number;
  readonly length: number;
  readonly indented: boolean;
}

/**
 * How a text was broken into lines (as page layouts are when they are saved as text), or null for a text with one paragraph a
 * line: many lines of about one width, most of them broken off inside a sentence.
 */
export function wrappingOf(lines: readonly Line[]): Wrapping | null {
  const prose = lines.filter(line => !line.text.content.includes('\t') && (MARK.test(line.text.content) || widthOf(line) >= 24));
  if (prose.length < FEWEST) return null;
  const percentile = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length * 0.9)]!;
  const wrapping = {
    width: percentile(prose.map(widthOf)),
    length: percentile(prose.map(line => line.text.content.trim().length)),
    indented: prose.filter(line => INDENT.test(line.text.content)).length > prose.length * 0.1,
  };
  if (wrapping.width > 140 || wrapping.width < 30) return null;
  const broken = prose.filter(line => isFull(line, wrapping, 0.85) && !END.test(line.text.content));
  return broken.length >= prose.length * (prose.length < ENOUGH ? 0.5 : 0.25) ? wrapping : null;
}

/** Digits are narrow: a line is full by its columns or by its characters. */
function isFull(line: Line, { width, length }: Wrapping, share = 0.8): boolean {
  return widthOf(line) >= width * share || line.text.content.trim().length >= length * share;
}

/**
 * Puts broken lines together again: a line goes on in the next one when it is about as wide as lines get, does not end a sentence
 * and the next is no heading, item or cell. Page numbers on a line of their own are passed over; an empty line between the two
 * halves of a sentence is where a page ended.
 */
export function unwrap(lines: readonly Line[], wrapping: Wrapping): Line[] {
  const whole: Line[] = [];
  let open: Line | null = null;
  const close = () => {
    if (open) whole.push(open);
    open = null;
  };
  lines.forEach((line, i) => {
    const text = line.text.content;
    // A stop that was set by itself, after a sentence that has one: it belongs to another line.
    if (open && /^\s*。\s*$/.test(text) && STOP.test(open.text.content)) return;
    if (open && (text.trim() === '' || isPageNumber(text)) && goesOnAfter(lines, i)) return;
    if (open && (!starts(line) || isClosing(text))) open = joined(open, line);
    else {
      close();
      open = line;
    }
    // A full line may end a sentence inside its paragraph; where paragraphs are indented, only an indent begins the next.
    if (isOrdinalAlone(text) || isBrokenItem(line, wrapping) || isClosing(lines[i + 1]?.text.content ?? '')) return;
    if (starts(line, true) || !isFull(line, wrapping) || (STOP.test(text) && !wrapping.indented)) close();
  });
  close();
  return whole;
}

/**
 * Puts lines together whose break shows in their words alone, in texts of any layout; page numbers that are set as such are passed
 * over inside a sentence and left out.
 */
export function mend(lines: readonly Line[]): Line[] {
  const mended: Line[] = [];
  let passed = 0;
  let onPage = false;
  let at = -1;
  for (const line of lines) {
    const text = line.text.content;
    if (text.trim() === '' || isSetPageNumber(text)) {
      onPage ||= text.trim() !== '';
      passed++;
      if (text.trim() === '') mended.push(line);
      continue;
    }
    const before: Line | undefined = mended[at];
    // Over a blank line only where a page ended: elsewhere it parts paragraphs.
    const near = before && (passed === 0 || onPage);
    const goesOn: boolean | undefined =
      before && onPage && MARK.test(before.text.content) && !END.test(before.text.content) && !starts(line);
    if (near && !isCellLine(before) && !isCellLine(line) && (goesOn || isTorn(before.text.content, text)))
      mended.splice(at, mended.length - at, joined(before, line));
    else at = mended.push(line) - 1;
    passed = 0;
    onPage = false;
  }
  return mended;
}

const joined = (a: Line, b: Line): Line => ({ ...a, text: joinBroken(a.text, b.text), raw: `${a.raw}${b.raw}` });

/** Lines that carry on a sentence of full lines, whatever they look like by themselves. */
export function carriedOn(lines: readonly Line[], wrapping: Wrapping | null): Set<Line> {
  const carried = new Set<Line>();
  let open = false;
  for (const line of lines) {
    const text = line.text.content;
    if (isPageNumber(text)) continue;
    const goesOn: boolean = open && !starts(line) && !/\S(?: {2,}|\u3000)\S/.test(text);
    if (goesOn) carried.add(line);
    open = wrapping !== null && (goesOn || MARK.test(text)) && isFull(line, wrapping, 0.85) && !END.test(text);
  }
  return carried;
}

/** «（一）» by itself: what it numbers stands on the next line. */
const isOrdinalAlone = (text: string) => /^\s*[（(][一二三四五六七八九十]{1,3}[）)]\s*$/.test(text);

/** A numbered line as wide as lines get is no heading but the first line of an item: «1、…（款）行政运行» before «（项）：…». */
function isBrokenItem(line: Line, wrapping: Wrapping): boolean {
  const text = line.text.content;
  return (headingLevel(text) ?? 0) > 2 && isItem(text) && isFull(line, wrapping) && !END.test(text);
}

/** Whether, after blank lines and page numbers, a sentence goes on. */
function goesOnAfter(lines: readonly Line[], from: number): boolean {
  const next = lines.slice(from, from + 5).find(line => line.text.content.trim() && !isPageNumber(line.text.content));
  return next !== undefined && !starts(next);
}

/** Whether a line begins something of its own; `alone`: a heading or a cell, which nothing goes on. */
function starts(line: Line, alone = false): boolean {
  const text = line.text.content;
  if (text.trim() === '' || isCellLine(line) || text.includes('\t') || headingLevel(text) !== null) return true;
  return !alone && (isItem(text) || INDENT.test(text));
}

/** A blank at the break is the layout's, not the sentence's, unless words of another script meet. */
function joinBroken(a: Text, b: Text): Text {
  const latin = /[A-Za-z]$/.test(a.content.trimEnd()) && /^\s*[A-Za-z]/.test(b.content);
  return join([a, b], latin ? ' ' : '');
}
