import type { Finding, Suspect } from '../../model/index.ts';
import { tidy } from '../parts/clean.ts';
import { placeWords } from '../parts/places.ts';
import { hang } from '../parts/width.ts';
import { say } from '../parts/words/index.ts';
import type { Sheet } from './index.ts';

/** Which figure is likely wrong and what it should be; where the evidence is even, all that are; where there is none, that. */
export function suspectLines(finding: Finding, sheet: Sheet, width: number): string[] {
  const { lang, paint } = sheet;
  const [best] = finding.suspects;
  if (!best) return finding.verdict === 'fails' ? hang('', say(lang, 'suspect.none'), width) : [];
  const even = evenSuspects(finding);
  if (even.length === 1) {
    const sentence = words(finding, best, sheet, best.implied === null ? 'suspect.unknown-value' : 'suspect.one');
    return hang('', sentence, width).map(line => paint.green(line));
  }
  return [
    say(lang, 'suspect.several', { count: even.length }),
    ...even.flatMap(one =>
      hang('  - ', words(finding, one, sheet, one.implied === null ? 'suspect.choice-unknown' : 'suspect.choice'), width),
    ),
  ].map(line => paint.green(line));
}

/** The best suspect, with all that cannot be told apart from it. */
export function evenSuspects({ suspects }: Finding): Suspect[] {
  return suspects.filter(one => weight(one) === weight(suspects[0]!));
}

function weight({ explains, breaks, slip }: Suspect): string {
  return `${explains} ${breaks} ${slip === null}`;
}

function words(finding: Finding, suspect: Suspect, { lang, named }: Sheet, code: string): string {
  const spot = finding.spots[suspect.place];
  const params = {
    place: spot ? placeWords(spot.place, lang, named) : '',
    printed: tidy(spot?.printed ?? ''),
    implied: suspect.implied ?? '',
  };
  const reasons = [
    suspect.slip === null ? '' : say(lang, `slip.${suspect.slip}`),
    suspect.explains > 1 ? say(lang, 'suspect.explains', { count: suspect.explains }) : '',
    suspect.breaks > 0 ? say(lang, 'suspect.breaks', { count: suspect.breaks }) : '',
  ].filter(Boolean);
  const [open, comma, close, stop] = lang === 'zh' ? ['（', '，', '）', '。'] : [' (', ', ', ')', '.'];
  return say(lang, code, params) + (reasons.length > 0 ? open + reasons.join(comma) + close : '') + stop;
}
