import type { Recognised } from '../../../model/index.ts';
import { type Char, isWide, median } from '../page/geometry.ts';

/** Text that is one number, or several, with blanks and misread separators in it. */
const NUMERIC = /^[\d\s,.，．。、：:%％()（）+\-−—/]+$/;

/**
 * What a recogniser gives, as it was meant: no blank inside a number, «2.336.91» and «2,336，91» as 2,336.91. Only separators
 * and blanks are touched, never a digit.
 */
export function tidyNumbers(text: string): string {
  const joined = text.replace(/(?<=\d)\s*([,，.．])\s*(?=\d)/g, (_, sign: string) =>
    sign === '，' ? ',' : sign === '．' ? '.' : sign,
  );
  const numbers = joined.replace(/(?<![\d.,])\d{1,3}(?:[.,]\d{3})+[.,]\d{1,2}(?![\d.,])/g, number => {
    const end = Math.max(number.lastIndexOf('.'), number.lastIndexOf(','));
    return `${number.slice(0, end).replace(/\./g, ',')}.${number.slice(end + 1)}`;
  });
  return NUMERIC.test(numbers) ? numbers.replace(/(?<=\d)\s+(?=[%％\d])/g, '') : numbers.replace(WIDE_BLANK, '');
}

/** The blank that is half of a full-width sign: read, but no blank. */
const WIDE_BLANK = /(?<=[\u3000-\u303f\uff00-\uff60])\s+|(?<!\s)\s+(?=[\u3000-\u303f\uff00-\uff60])/g;

/** A stretch of so many ideographs tells the type size. */
const LONG = 9;

/** How wide a character is, in parts of the type size. */
function widthOf(text: string): number {
  if (isWide(text)) return 1;
  return /[.,:;'|il!]/.test(text) ? 0.3 : 0.52;
}

const unitsOf = (characters: readonly string[]) => characters.reduce((sum, character) => sum + widthOf(character), 0);

/**
 * Recognised stretches as characters with a place each: spread over the box by their widths. Type sizes are guessed from the
 * long stretches, and all others take the nearest of these sizes.
 */
export function charsOf(words: readonly Recognised[], scale: number): Char[] {
  const pieces = words.flatMap(({ text, box, confidence }) => {
    const characters = [...tidyNumbers(text.normalize('NFC').trim())];
    const [x0, y0, x1, y1] = box.map(value => value / scale) as [number, number, number, number];
    return characters.length > 0 ? [{ characters, x0, x1, y0, y1, confidence, guess: sizeOf(characters, x1 - x0, y1 - y0) }] : [];
  });
  const sizes = clusters(pieces.filter(({ characters }) => unitsOf(characters) >= LONG).map(({ guess }) => guess));
  let order = 0;
  return pieces.flatMap(({ characters, x0, x1, y0, y1, confidence, guess }) => {
    const near = sizes.filter(size => Math.abs(size - guess) < guess * 0.35);
    const size = near.toSorted((a, b) => Math.abs(a - guess) - Math.abs(b - guess))[0] ?? guess;
    // A box is drawn somewhat around its text.
    const margin = Math.max(0, Math.min((x1 - x0 - unitsOf(characters) * size) / 2, size * 0.4));
    const step = (x1 - x0 - margin * 2) / unitsOf(characters);
    const base = (y0 + y1) / 2 + size * 0.36;
    let x = x0 + margin;
    return characters.flatMap((text, i): Char[] => {
      const from = x;
      x += widthOf(text) * step;
      if (/\s/.test(text)) return [];
      const spaced = i === 0 || /\s/.test(characters[i - 1]!);
      return [{ text, x0: from, x1: x, base, size, order: order++, spaced, confidence }];
    });
  });
}

function sizeOf(characters: readonly string[], width: number, height: number): number {
  const units = unitsOf(characters);
  return units >= LONG / 3 ? width / units : height * 0.82;
}

/** The middle of each group of sizes that lie within an eighth of each other. */
function clusters(sizes: readonly number[]): number[] {
  const groups: number[][] = [];
  for (const size of sizes.toSorted((a, b) => a - b)) {
    const last = groups.at(-1);
    if (last && size < last[0]! * 1.12) last.push(size);
    else groups.push([size]);
  }
  return groups.map(group => median(group));
}
