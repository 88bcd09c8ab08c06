import { tidy } from '../parts/clean.ts';
import { displayWidth, fit } from '../parts/width.ts';
import type { Sheet } from './index.ts';

/**
 * The words around the first of some figures, at most about `width` columns, with the figures marked: by 【 】, in colour
 * underlined. What the quote does not contain as printed is not marked.
 */
export function markedQuote(raw: string, printed: readonly string[], { paint, color }: Sheet, width: number): string {
  const quote = tidy(raw);
  const spans = printed.map(text => spanOf(quote, tidy(text))).filter(span => span !== undefined);
  const [first] = spans;
  if (!first) return fit(quote, width);
  const room = width - (first.end - first.start) - 4;
  const start = cutBefore(quote, first.start, Math.floor(room / 2));
  const left = displayWidth(quote.slice(start, first.start));
  const shown = quote.slice(0, first.end) + fit(quote.slice(first.end), room - left);
  let text = start > 0 ? '…' : '';
  let from = start;
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

/** Where a number stands as a whole number, not as part of a longer one. */
function spanOf(quote: string, printed: string): Span | undefined {
  if (printed === '') return undefined;
  for (let at = quote.indexOf(printed); at >= 0; at = quote.indexOf(printed, at + 1)) {
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
