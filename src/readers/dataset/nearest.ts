import { distance } from '../../model/index.ts';

/** Brackets, quotes and blanks do not tell words apart. */
function plain(word: string): string {
  return word
    .replace(/[（(]/g, '(')
    .replace(/[）)]/g, ')')
    .replace(/[\s\u3000“”"'‘’、]/g, '');
}

/**
 * The candidate a mistyped word was probably meant to be; undefined when none is near.
 * Near: at most a third of the characters differ (one of two), or one word contains the other.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = plain(word);
  let best: { candidate: string; score: number } | undefined;
  for (const candidate of candidates) {
    const other = plain(candidate);
    const apart = distance(wanted, other);
    const longer = Math.max(wanted.length, other.length);
    const contains = Math.min(wanted.length, other.length) > 1 && (other.includes(wanted) || wanted.includes(other));
    if (apart > Math.max(1, Math.floor(longer / 3)) && !contains) continue;
    if (apart >= longer) continue;
    const score = apart / longer + (wanted[0] === other[0] ? 0 : 0.01);
    if (!best || score < best.score) best = { candidate, score };
  }
  return best?.candidate;
}
