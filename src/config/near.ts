import { distance } from '../model/index.ts';

/** The candidate that was probably meant, or undefined when none is close. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const typed = word.toLowerCase();
  let best: string | undefined;
  let least = Math.max(1, Math.min(3, Math.floor(typed.length / 2))) + 1;
  for (const candidate of candidates) {
    const known = candidate.toLowerCase();
    const edits = typed.length > 2 && known.startsWith(typed) ? 1 : distance(typed, known);
    if (edits < least) {
      best = candidate;
      least = edits;
    }
  }
  return best;
}
