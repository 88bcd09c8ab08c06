import type { Doubt, Taken } from '../../../model/index.ts';
import { tidy } from '../clean.ts';
import { type Lang, say } from './index.ts';

/** Why a relation was not decided though nothing is missing. */
export function doubtWords({ code, inferred, count = 1 }: Doubt, lang: Lang): string {
  return say(lang, code, { inferred: inferred.map(one => say(lang, `inferred.${one}`)), count });
}

/** Which reading was taken, where it is not the first. */
export function takenWords({ as, words }: Taken, lang: Lang): string {
  return say(lang, 'reading.taken', { words: tidy(words), inferred: say(lang, `inferred.${as}`) });
}
