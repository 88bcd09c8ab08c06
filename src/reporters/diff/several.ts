import type { Diff, Lone } from '../../model/index.ts';
import { tidy } from '../parts/clean.ts';
import { type Lang, say } from '../parts/words/index.ts';

/** Whose reports were compared. */
export const bodyOf = ({ after: { entity, title, file } }: Diff): string => tidy(entity ?? title ?? file);

/** How many figures do not fit (two years), or how many new errors there are (two drafts). */
export function faultsOf(diff: Diff): number {
  if (diff.kind === 'years') return diff.counts.fails;
  return diff.appeared.filter(({ severity }) => severity === 'error').length;
}

/** How the comparisons came out as a whole, the bodies with mismatches first by name, and what could not be compared. */
export function closingOf(diffs: readonly Diff[], lone: readonly Lone[], lang: Lang): string[] {
  const bad = diffs.filter(diff => faultsOf(diff) > 0);
  return [
    say(lang, 'diff.all', { count: diffs.length, bad: bad.length }),
    ...bad.map(diff => say(lang, 'diff.all.bad', { name: bodyOf(diff), count: faultsOf(diff) })),
    ...lone.map(one => loneWords(one, lang)),
  ];
}

export function loneWords({ side, audit, why }: Lone, lang: Lang): string {
  const name = tidy(audit.entity ?? audit.title ?? '');
  return say(lang, `diff.lone.${why}`, { side: say(lang, `diff.${side}`), name, file: tidy(audit.file) });
}
