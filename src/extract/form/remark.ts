import { type Place, placeOf, type Remark, type Text } from '../../model/index.ts';
import { phrase } from '../phrases.ts';
import { plain } from '../plain.ts';

/** An observation about the wording, at the characters [start, end) of a text; it does not hold unless said otherwise. */
export function remarkAt(text: Text, start: number, end: number, block: number, section: string): Omit<Remark, 'rule'> {
  const place: Place = { ...placeOf(text, start, end), block };
  const printed = text.content.slice(start, end);
  const quote = text.content
    .slice(Math.max(0, start - 24), end + 12)
    .replace(/\s+/g, ' ')
    .trim();
  return { kind: 'remark', source: 'narrative', holds: false, place, printed, quote, section, params: {}, figures: [] };
}

/** What several patterns find at one place counts once. */
export function onceAt<T extends { readonly start: number }>(all: readonly T[]): T[] {
  return all.filter((one, n) => all.findIndex(({ start }) => start === one.start) === n);
}

/** Where the number of an item ends («1.», «（一）»); 0 without one. */
export function numberEnd(text: Text): number {
  const { s, at } = plain(text);
  return at[phrase.ordinal.exec(s)?.[0].length ?? 0]!;
}
