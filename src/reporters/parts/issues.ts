import { Big, type Correction, type Issue, type Spot } from '../../model/index.ts';
import { clean, tidy } from './clean.ts';
import { type Finder, whereWords } from './where.ts';
import { phrase } from './words/finding.ts';
import { type Lang, say } from './words/index.ts';

/** What is to be changed: the corrections, or the choices where nothing decides between them. */
export function changesOf({ corrections, candidates }: Issue): readonly Correction[] {
  return corrections.length > 0 ? corrections : candidates;
}

/** «{place}：{now} 改为 {to}». */
export function changeWords(change: Correction, finder: Finder): string {
  const { lang } = finder;
  const where = whereWords(change.spot, finder);
  const now = tidy(change.now);
  const code = change.to === null ? 'issue.mend' : now === '' ? 'issue.insert' : 'issue.change';
  const text = say(lang, code, { now, to: tidy(change.to ?? '') });
  return where === '' ? text : say(lang, 'problem.at', { place: where, message: text });
}

/** Changes of one problem that are spelled out where it is told in a sentence. */
const SPELLED = 20;

/**
 * What to do, as whole sentences: one for each correction, or the choices behind a sentence that says that they are choices. Asked for
 * each relation that a problem breaks, and made once: a report keeps the words of its own problems only.
 */
export function cureWords(issue: Issue, finder: Finder): readonly string[] {
  const own = told.get(finder) ?? new Map<Issue, readonly string[]>();
  told.set(finder, own);
  const words = own.get(issue) ?? cureOf(issue, finder);
  own.set(issue, words);
  return words;
}

const told = new WeakMap<Finder, Map<Issue, readonly string[]>>();

function cureOf(issue: Issue, finder: Finder): readonly string[] {
  const { lang } = finder;
  const changes = changesOf(issue);
  if (changes.length === 0) return [nowhere(issue, finder)];
  const each = changes.slice(0, SPELLED).map(change => changeWords(change, finder) + slipWords(change, lang));
  if (issue.corrections.length === 0) return [choiceWords(issue, lang), ...each];
  return changes.length > each.length
    ? [...each, say(lang, 'finding.more-places', { count: changes.length - each.length })]
    : each;
}

export function choiceWords({ choices, candidates }: Issue, lang: Lang): string {
  const shown = candidates.length;
  return say(lang, choices > shown ? 'suspect.several-of' : 'suspect.several', { count: Math.max(choices, shown), shown });
}

/** Whether what stands there may well be right: nothing of it is to be changed, something is to be added or explained. */
export function isInnocent({ lead: { check } }: Issue): boolean {
  return check.relation.kind === 'form' && (check.relation.blame === 'none' || check.relation.by !== undefined);
}

/** Where nothing tells which figure is wrong: where to begin to look; where none need be, only where it stands. */
function nowhere(issue: Issue, finder: Finder): string {
  const { lang } = finder;
  const [first] = issue.lead.spots;
  const place = first ? whereWords(first, finder) : '';
  if (isInnocent(issue)) return place;
  return place === '' ? say(lang, 'suspect.none') : say(lang, 'issue.look', { place, printed: tidy(first!.printed) });
}

/** «（像是相邻两位数字写反）», or ''. */
export function slipWords({ slip }: Correction, lang: Lang): string {
  return slip === null ? '' : say(lang, 'issue.slip', { slip: say(lang, `slip.${slip}`) });
}

/** Why, in one sentence. */
export function reasonWords({ lead }: Issue, lang: Lang): string {
  return tidy(phrase(lead, lang));
}

/** Where each of the other relations that one mistake breaks shows, beside what is to be changed. */
export function followingSpots(issue: Issue): Spot[] {
  const changed = new Set(changesOf(issue).map(({ spot }) => spot.figure ?? spot.place));
  const found = followersOf(issue).flatMap(({ spots }) => {
    return spots.find(spot => !changed.has(spot.figure ?? spot.place)) ?? spots[0] ?? [];
  });
  return [...new Map(found.map(spot => [spot.figure ?? spot.place, spot])).values()];
}

/** The other relations that one mistake breaks. */
export function followersOf({ findings, lead }: Issue) {
  return findings.filter(finding => finding !== lead);
}

/** By how much what is printed is too large; '' where it is no number, or nothing is known. */
export function excessOf({ now, to }: Correction): string {
  const [a, b] = [numberIn(now), numberIn(to ?? '')];
  return a && b ? a.minus(b).toFixed(Math.max(decimals(now), decimals(to ?? ''))) : '';
}

function numberIn(text: string): Big | null {
  const plain = text
    .replace(/[,，\s]/g, '')
    .replace(/[%％‰倍]$/, '')
    .replace(/^−/, '-');
  return /^[-+]?\d+(?:\.\d+)?$/.test(plain) ? new Big(plain.replace(/^\+/, '')) : null;
}

const decimals = (text: string) => /\.(\d+)/.exec(text)?.[1]?.length ?? 0;

/** One line for a list or an annotation: what becomes what. */
export function arrowWords(change: Correction, lang: Lang): string {
  const now = clean(change.now).trim();
  return change.to === null ? now : say(lang, 'issue.arrow', { now, to: clean(change.to).trim() });
}
