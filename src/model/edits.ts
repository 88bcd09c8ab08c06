/** How many single characters must be changed, added, dropped or swapped with their neighbour to turn one word into the other. */
export function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      row[j] = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j]!, before[j - 2]! + 1);
    }
    before = last;
    last = row;
  }
  return last[b.length]!;
}

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
