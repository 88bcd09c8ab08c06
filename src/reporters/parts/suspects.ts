import type { Finding, Suspect } from '../../model/index.ts';
import { tidy } from './clean.ts';
import { placeWords } from './places.ts';
import { type Lang, say } from './words/index.ts';

interface Wording {
  readonly lang: Lang;
  /** Whether places name their file. */
  readonly named: boolean;
}

/** The best suspect, with all that cannot be told apart from it. */
export function evenSuspects({ suspects }: Finding): Suspect[] {
  return suspects.filter(one => weight(one) === weight(suspects[0]!));
}

function weight({ explains, breaks, slip }: Suspect): string {
  return `${explains} ${breaks} ${slip === null}`;
}

/** One sentence about one suspect; `code` names the message, the reasons follow in brackets. */
export function suspectSentence(finding: Finding, suspect: Suspect, { lang, named }: Wording, code: string): string {
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

/** What is known about which figure is wrong, as whole sentences: none where nothing can be said. */
export function suspectSentences(finding: Finding, wording: Wording): string[] {
  const even = evenSuspects(finding);
  if (even.length === 0) return finding.verdict === 'fails' ? [say(wording.lang, 'suspect.none')] : [];
  if (even.length === 1) {
    const [best] = even;
    return [suspectSentence(finding, best!, wording, best!.implied === null ? 'suspect.unknown-value' : 'suspect.one')];
  }
  const choices = even.map(one =>
    suspectSentence(finding, one, wording, one.implied === null ? 'suspect.choice-unknown' : 'suspect.choice'),
  );
  return [say(wording.lang, 'suspect.several', { count: even.length }), ...choices];
}
