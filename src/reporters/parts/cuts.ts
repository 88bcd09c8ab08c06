/** Where a text may be cut so that neither a word nor a number is torn. Offsets are into the text, in ascending order. */

const CLAUSE = /[，。；：、！？,;:（(“\s]/u;
/** Words with which no piece of text begins well. */
const WEAK = /^(?:[的了为是和与及等比占将按由至到个数元]|[万亿]元)/;

let segmenter: Intl.Segmenter | undefined;

/** Offsets at which a clause begins. */
export function clauseStarts(text: string): number[] {
  const found = [0];
  for (let i = 1; i < text.length; i++) {
    if (!CLAUSE.test(text[i - 1]!) || CLAUSE.test(text[i]!)) continue;
    // The separators of a number part no clauses.
    if (/[,:]/.test(text[i - 1]!) && /\d/.test(text[i]!)) continue;
    // «（类）» belongs to the word before it.
    if (/[（(]/.test(text[i - 1]!) && /^[^）)]{1,6}[）)]/.test(text.slice(i, i + 7))) continue;
    // «收、支总计» is one name.
    if (text.startsWith('收、支', i - 2)) continue;
    found.push(i);
  }
  return found;
}

/** Offsets at which a word begins; a clause may begin anywhere, what follows within it not with a particle or in a number. */
export function wordStarts(text: string): number[] {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const clauses = new Set(clauseStarts(text));
  return [...segmenter.segment(text)]
    .filter(({ index, isWordLike, segment }) => {
      if (clauses.has(index)) return true;
      // What follows a number is its unit.
      return (
        isWordLike &&
        segment.length > 1 &&
        !/^\d/.test(segment) &&
        !WEAK.test(segment) &&
        !/[\d%％]\s?$/.test(text.slice(Math.max(0, index - 2), index))
      );
    })
    .map(({ index }) => index);
}

/** Words with which no piece of text ends well. */
const OPEN = /^[的了为是和与及等比占将按由至到第本其该]$/;

/** Offsets behind a word that a text may end with. */
export function wordEnds(text: string): number[] {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  return [...segmenter.segment(text)]
    .filter(({ segment }) => !OPEN.test(segment) && !CLAUSE.test(segment))
    .map(({ index, segment }) => index + segment.length);
}

/** The first clause of a long text, at most so many characters of it. */
export function firstClause(text: string, most: number): string {
  const next = clauseStarts(text).find(start => start > 6) ?? text.length;
  return text.slice(0, Math.min(next, most)).replace(/(?<![，。；：、！？,;:（(“\s])[，。；：、！？,;:（(“\s]+$/u, '');
}
