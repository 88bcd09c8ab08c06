import type { Figure, Text } from '../../model/index.ts';
import { originOf, type Plain } from '../plain.ts';
import { remarkAt } from './remark.ts';

/** Not the numbers of a list («1.…；2.…»). */
export const NUMBER = /(?<![\d.])\d[\d,]*(?:\.\d+)?(?![\d）]|[.、．](?!\d))/g;

/** The figures of a passage of a block's plain text, in reading order; null for a year or an ordinal. */
export function numbersOf(
  content: Text,
  text: Plain,
  [from, to]: readonly [number, number],
  own: readonly Figure[],
  block: number,
): (Figure | null)[] {
  return [...text.s.slice(from, to).matchAll(NUMBER)].map(match => {
    const start = from + match.index;
    const [digits] = match;
    const printed = own.filter(figure => figure.printed.replace(/[%％]$/, '') === digits);
    if (printed.length < 2) return printed[0] ?? null;
    const here = JSON.stringify(remarkAt(content, ...originOf(text, start, start + digits.length), block, '').place);
    return printed.find(figure => JSON.stringify(figure.place) === here) ?? null;
  });
}
