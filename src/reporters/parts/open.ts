import type { Audit, Gap } from '../../model/index.ts';
import { isBarren } from '../../model/index.ts';
import { clean, tidy } from './clean.ts';
import { aroundWords } from './where.ts';
import { type Lang, say } from './words/index.ts';

/** A file of a folder that was left aside because its format cannot be read, and why (a message code). */
export interface Skipped {
  readonly file: string;
  readonly why: string;
}

/** Something that was not read or not judged, ready to be told. */
export interface Open {
  readonly file: string;
  readonly what: Gap['what'];
  readonly code: string;
  readonly message: string;
  readonly line?: number | undefined;
}

/** What of a report was there and was not read, a sentence each. */
export function gapsTold(audit: Pick<Audit, 'gaps' | 'file' | 'figures'>, lang: Lang): Open[] {
  const { gaps, file } = audit;
  return gaps.map(({ what, place, why, params }) => {
    const where = aroundWords(place, audit, lang);
    const message = tidy(say(lang, why, params));
    const told = where === '' ? message : say(lang, 'problem.at', { place: where, message });
    return { file: place.file ?? file, what, code: why, message: told, line: place.line };
  });
}

/** Files left aside, each as what was not read. */
export function skippedTold(skipped: readonly Skipped[], lang: Lang): Open[] {
  return skipped.map(({ file, why }) => ({
    file,
    what: 'file',
    code: why,
    message: say(lang, 'unread.format', { file: clean(file) }),
  }));
}

/** The sentence that says that a report was not checked at all; null where it was. */
export function barrenTold(audit: Audit, lang: Lang): string | null {
  return isBarren(audit) ? say(lang, 'audit.barren') : null;
}
