import { type Char, median, type Page } from './geometry.ts';

/** Watermarks are set so much larger than the text. */
const LARGE = 1.5;

/**
 * Takes watermarks out that run along the text: large characters that stand at one and the same place on several pages, somewhere over
 * the text itself. (Those that run aslant are left out with all other text that does.)
 */
export function withoutWatermarks(pages: readonly Page[]): Page[] {
  const places = new Map<string, number>();
  const large = pages.map(page => largeOf(page));
  for (const list of large) for (const key of new Set(list.map(keyOf))) places.set(key, (places.get(key) ?? 0) + 1);
  const marks = large.map(list => list.filter(char => places.get(keyOf(char))! > 1));
  const over = new Set<string>();
  pages.forEach((page, i) => {
    const own = new Set(marks[i]);
    if (own.size === 0) return;
    const rest = page.chars.filter(char => !own.has(char));
    for (const char of own) if (rest.some(other => covers(char, other))) over.add(lineOf(char));
  });
  if (over.size === 0) return [...pages];
  return pages.map((page, i) => {
    const gone = new Set(marks[i]!.filter(char => over.has(lineOf(char))));
    return gone.size === 0 ? page : { ...page, chars: page.chars.filter(char => !gone.has(char)) };
  });
}

function largeOf({ chars }: Page): Char[] {
  const usual = median(chars.map(char => char.size));
  return chars.filter(char => char.size > usual * LARGE);
}

const lineOf = ({ base, size }: Char) => `${Math.round(base)}|${Math.round(size)}`;
const keyOf = (char: Char) => `${char.text}|${Math.round(char.x0)}|${lineOf(char)}`;

function covers(mark: Char, other: Char): boolean {
  const across = Math.min(mark.x1, other.x1) - Math.max(mark.x0, other.x0);
  const down = Math.min(mark.base, other.base) - Math.max(mark.base - mark.size * 0.8, other.base - other.size * 0.8);
  return across > (other.x1 - other.x0) * 0.3 && down > other.size * 0.2;
}
