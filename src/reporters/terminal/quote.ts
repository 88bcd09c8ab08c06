import type { Spot } from '../../model/index.ts';
import { clean, tidy } from '../parts/clean.ts';
import { clauseStarts, wordEnds, wordStarts } from '../parts/cuts.ts';
import { displayWidth, fit } from '../parts/width.ts';
import type { Sheet } from './sheet.ts';

/** A figure that stands in a quote; `marked`: it is to be seen. */
export interface Mark {
  readonly printed: string;
  readonly marked: boolean;
}

/**
 * The words around the first marked figure, at most about `width` columns, with the marked figures between 【 】, in colour
 * underlined. The figures come in the order they stand in, so that of two equal ones the right one is marked.
 */
export function markedQuote(raw: string, figures: readonly Mark[], { paint, color }: Sheet, width: number): string {
  const quote = tidy(raw);
  const spans: Span[] = [];
  let from = 0;
  for (const { printed, marked } of figures) {
    const span = ending(quote, tidy(printed)) ?? spanOf(quote, tidy(printed), from) ?? spanOf(quote, tidy(printed), 0);
    if (!span) continue;
    from = span.end;
    if (marked) spans.push(span);
  }
  const [first] = spans;
  if (!first) return fit(quote, width);
  const room = width - (first.end - first.start) - 4;
  const start = cutBefore(quote, first.start, Math.floor(room / 2));
  const left = displayWidth(quote.slice(start, first.start));
  const shown = quote.slice(0, first.end) + fit(quote.slice(first.end), room - left);
  let text = start > 0 ? '…' : '';
  from = start;
  for (const span of spans.sort((a, b) => a.start - b.start)) {
    if (span.start < from || span.end > shown.length || !shown.startsWith(quote.slice(span.start, span.end), span.start))
      continue;
    const figure = shown.slice(span.start, span.end);
    text += shown.slice(from, span.start) + (color ? paint.bold.underline(figure) : `【${figure}】`);
    from = span.end;
  }
  return text + shown.slice(from);
}

/** Quotes of one line that overlap or contain each other become one; the others stay apart. */
export function joinQuotes(quotes: readonly string[]): string[] {
  const joined: string[] = [];
  for (const quote of quotes) {
    if (quote === '') continue;
    let whole = quote;
    for (let i = joined.length - 1; i >= 0; i--) {
      const both = overlap(joined[i]!, whole) ?? overlap(whole, joined[i]!);
      if (both === undefined) continue;
      whole = both;
      joined.splice(i, 1);
    }
    joined.push(whole);
  }
  return joined;
}

/** Fewer common characters than this may be chance. */
const COMMON = 5;

function overlap(left: string, right: string): string | undefined {
  if (left.includes(right)) return left;
  for (let size = Math.min(left.length, right.length) - 1; size >= COMMON; size--) {
    if (left.endsWith(right.slice(0, size))) return left + right.slice(size);
  }
  return undefined;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** A mark of punctuation with which a quote ends is the one that is meant, however many stand before it. */
function ending(quote: string, printed: string): Span | undefined {
  const punctuation = /^[，。、；：,.;:]+$/.test(printed);
  return punctuation && quote.endsWith(printed) ? { start: quote.length - printed.length, end: quote.length } : undefined;
}

/** Where a number stands as a whole number, not as part of a longer one. */
function spanOf(quote: string, printed: string, from: number): Span | undefined {
  if (printed === '') return undefined;
  for (let at = quote.indexOf(printed, from); at >= 0; at = quote.indexOf(printed, at + 1)) {
    const [left = '', right = ''] = [quote[at - 1], quote[at + printed.length]];
    const inside = (/^\d/.test(printed) && /[\d.,]/.test(left)) || (/\d$/.test(printed) && /\d/.test(right));
    if (!inside) return { start: at, end: at + printed.length };
  }
  return undefined;
}

/** From where on the text before an offset fits into a width. */
function cutBefore(text: string, offset: number, width: number): number {
  let start = offset;
  let used = 0;
  while (start > 0) {
    used += displayWidth(text[start - 1]!);
    if (used > width) break;
    start--;
  }
  return start;
}

/** One line of the words around a passage that is to be changed, which stands at an offset of its quote (−1: nowhere in it). */
export function quoteAround(
  { quote, printed }: Pick<Spot, 'quote' | 'printed'>,
  at: number,
  { paint, color }: Sheet,
  width: number,
): string {
  const text = clean(quote);
  if (at < 0 || text.trim() === '') return '';
  const figure = fit(clean(printed).trim(), Math.floor(width * FIGURE));
  const end = Math.min(text.length, at + clean(printed).trim().length);
  const room = width - displayWidth(figure) - 6;
  const after = endOf(text.slice(end), Math.max(8, Math.floor(room / 2)));
  const start = startOf(text.slice(0, at), room - displayWidth(after));
  const marked = color ? paint.bold.underline(figure) : `【${figure}】`;
  return `${start > 0 ? '…' : ''}${blanks(text.slice(start, at))}${marked}${blanks(after)}`.trim();
}

/** What part of a line the marked words may take. */
const FIGURE = 0.7;

/** Where the words before a figure are cut: at the first clause that fits whole, else at a word. */
function startOf(before: string, room: number): number {
  const least = cutBefore(before, before.length, room);
  if (least === 0) return 0;
  const fits = (starts: readonly number[]) => starts.find(start => start >= least);
  const clause = fits(clauseStarts(before));
  const word = fits(wordStarts(before)) ?? least;
  return clause !== undefined && before.length - clause >= SOME ? clause : word;
}

/** The words behind a figure, to the last clause that fits whole, else to the last word. */
function endOf(after: string, room: number): string {
  if (displayWidth(after) <= room) return after;
  const fits = (ends: readonly number[]) => ends.filter(end => displayWidth(after.slice(0, end)) < room).at(-1) ?? 0;
  const clause = fits(clauseStarts(after));
  const word = fits(wordEnds(after));
  const cut = clause >= SOME ? clause : word || clause;
  return cut === 0 ? fit(after, room) : `${after.slice(0, cut).trimEnd()}…`;
}

/** Characters beside a figure that are enough to know it by. */
const SOME = 6;

const blanks = (text: string) => text.replace(/[\s\u3000]+/g, ' ');
