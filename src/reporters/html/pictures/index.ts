import type { Audit } from '../../../model/index.ts';
import { xml } from '../../parts/escape.ts';
import { type Lang, say } from '../../parts/words/index.ts';
import { flowPicture } from './flow.ts';
import { mapPicture } from './map.ts';
import { pairsOf, pairsPicture } from './years.ts';

/** What is rather looked at than read: where the money goes, this year beside last, what was checked. `wrong`: ids of figures to correct. */
export function picturesHtml(audit: Audit, wrong: ReadonlySet<string>, prefix: string, lang: Lang): string {
  const { year } = audit;
  const years = [
    say(lang, year === null ? 'picture.last' : 'report.year', { year: (year ?? 0) - 1 }),
    say(lang, year === null ? 'picture.this' : 'report.year', { year: year ?? 0 }),
  ] as const;
  const drawn = [
    flowPicture(audit, wrong, prefix, lang),
    pairsPicture(pairsOf(audit, wrong, prefix), years, lang),
    mapPicture(audit, lang),
  ].filter(one => one !== null);
  if (drawn.length === 0) return '';
  return `<details class="fold pictures" open><summary>${xml(say(lang, 'picture.title'))}</summary>${drawn.join('')}</details>`;
}
