import type { Finding, Spot, Suspect } from '../../model/index.ts';
import { tidy } from './clean.ts';
import { type Finder, whereWords } from './where.ts';
import { say } from './words/index.ts';
import { groupedLike } from './words/names.ts';

/** The best suspect, with all that cannot be told apart from it. */
export function evenSuspects({ suspects }: Finding): Suspect[] {
  return suspects.filter(one => weight(one) === weight(suspects[0]!));
}

function weight({ explains, breaks, slip }: Suspect): string {
  return `${explains} ${breaks} ${slip === null}`;
}

/** One sentence about one suspect; `code` names the message, the reasons follow in brackets. */
export function suspectSentence(finding: Finding, suspect: Suspect, finder: Finder, code: string): string {
  const { lang } = finder;
  const spot = finding.spots[suspect.place];
  const params = {
    place: spot ? whereWords(spot, finder) : '',
    printed: tidy(spot?.printed ?? ''),
    implied: impliedWords(finding, suspect),
  };
  const reasons = [
    suspect.slip === null ? '' : say(lang, `slip.${suspect.slip}`),
    suspect.explains > 1
      ? say(lang, suspect.together ? 'suspect.together' : 'suspect.explains', { count: suspect.explains })
      : '',
    suspect.breaks > 0 ? say(lang, 'suspect.breaks', { count: suspect.breaks }) : '',
  ].filter(Boolean);
  const [open, comma, close, stop] = lang === 'zh' ? ['（', '，', '）', '。'] : [' (', ', ', ')', '.'];
  return say(lang, code, params) + (reasons.length > 0 ? open + reasons.join(comma) + close : '') + stop;
}

/** What should stand there, with thousands separators where they are printed; '' where no value is known. */
export function impliedWords({ spots }: Finding, { place, implied }: Suspect): string {
  const spot = spots[place];
  return implied === null ? '' : spot?.figure ? groupedLike(implied, [spot.figure, ...figuresIn(spots)]) : implied;
}

function figuresIn(spots: readonly Spot[]): Pick<Spot, 'printed'>[] {
  return spots.filter(spot => spot.figure);
}

/** What is known about which figure is wrong, as whole sentences: none where nothing can be said. */
export function suspectSentences(finding: Finding, wording: Finder): string[] {
  const even = evenSuspects(finding);
  const { lang } = wording;
  if (even.length === 0) return finding.verdict === 'fails' ? [say(lang, 'suspect.none')] : [];
  if (even.length === 1) {
    const [best] = even;
    if (finding.verdict === 'form' && best!.implied === null) return [];
    return [suspectSentence(finding, best!, wording, best!.implied === null ? 'suspect.unknown-value' : 'suspect.one')];
  }
  const choices = even.map(one =>
    suspectSentence(finding, one, wording, one.implied === null ? 'suspect.choice-unknown' : 'suspect.choice'),
  );
  const all = Number(finding.params.tied ?? even.length);
  const jointly = even.every(one => one.together);
  const head = all > even.length ? 'suspect.several-of' : jointly ? 'suspect.all-of' : 'suspect.several';
  return [say(lang, head, { count: all, shown: even.length }), ...choices];
}
