import { words as wording } from '../../../domain/index.ts';
import { anyOf } from '../../phrases.ts';
import type { Plain } from '../../plain.ts';

const { kept, words } = wording.planned;
const PLANNED = new RegExp(`(?<kept>${anyOf(kept)})|(?<word>${anyOf(Object.keys(words))})`, 'g');

/**
 * The words of a budget as those of final accounts would be: what a budget plans is its level, as what was spent is the level of final
 * accounts, and all that is told of levels (shares, changes, parts) is worded alike. Names of funds keep their 预算. Offsets stay those
 * of the printed text.
 */
export function asSettled(plain: Plain): Plain {
  const chars: string[] = [];
  const at: number[] = [];
  let from = 0;
  const keep = (end: number) => {
    for (let i = from; i < end; i++) {
      chars.push(plain.s[i]!);
      at.push(plain.at[i]!);
    }
  };
  for (const match of plain.s.matchAll(PLANNED)) {
    const { word } = match.groups!;
    if (word === undefined) continue;
    keep(match.index);
    const settled = words[word]!;
    // Each character stands for one of the printed ones, the last of them for the rest.
    for (let i = 0; i < settled.length; i++) {
      chars.push(settled[i]!);
      at.push(plain.at[match.index + Math.min(i, word.length - 1)]!);
    }
    from = match.index + word.length;
  }
  if (from === 0) return plain;
  keep(plain.s.length);
  return { s: chars.join(''), at: [...at, plain.at[plain.s.length]!] };
}
