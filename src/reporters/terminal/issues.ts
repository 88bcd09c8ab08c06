import type { Audit, Correction, Issue, Spot } from '../../model/index.ts';
import { tidy } from '../parts/clean.ts';
import { changesOf, changeWords, choiceWords, followersOf, followingSpots, reasonWords, slipWords } from '../parts/issues.ts';
import { headingOf, offsetOf, passageOf, placeBehind, whereWords } from '../parts/where.ts';
import { displayWidth, fitMiddle, hang } from '../parts/width.ts';
import { type Lang, say } from '../parts/words/index.ts';
import { listed } from './beside.ts';
import { quoteAround } from './quote.ts';
import { ruleWords, type Sheet } from './sheet.ts';
import { FEW, loudOf } from './todo.ts';

const COLOUR = { error: 'red', warning: 'yellow', note: 'cyan' } as const;
/** Rows of places that are told of one way of writing. */
const ROWS = 3;
const INDENT = 6;

/** Each problem in full, once: what to change, the equation or the reason, where to look; then what else follows from it. */
export function details(audit: Audit, sheet: Sheet): string[] {
  return loudOf(audit, sheet).flatMap((issue, i) => [...detail(issue, i + 1, sheet), '']);
}

function detail(issue: Issue, number: number, sheet: Sheet): string[] {
  const { lang, width, paint } = sheet;
  const { severity } = issue;
  const label = `${say(lang, `severity.${severity}`)} ${number}  `;
  const indent = ' '.repeat(INDENT);
  const inner = width - INDENT;
  const told = (slips: boolean) => hang(label, `${headline(issue, sheet, slips)} #${issue.id}`, width);
  const [bare, full] = [told(false), told(true)];
  // What the slip was stands behind the equation where it would cost the headline a line.
  const slips = !sheet.tight || bare.length === full.length ? [] : slipsOf(issue, lang);
  const [head = '', ...more] = slips.length > 0 ? bare : full;
  const body = [
    ...choices(issue, sheet, inner),
    ...(issue.corrections.length > FEW
      ? [...grounds(issue, slips, sheet, inner), ...everywhere(issue, sheet, inner)]
      : explained(issue, slips, sheet, inner)),
  ];
  const colour = paint[COLOUR[severity]].bold;
  return [colour(head.slice(0, label.length)) + head.slice(label.length), ...more, ...body.map(line => indent + line)];
}

/** What to change, by the name of the figure; where nothing can be told to be changed, what does not hold. */
function headline(issue: Issue, sheet: Sheet, slips: boolean): string {
  const { lang } = sheet;
  const changes = changesOf(issue);
  if (isSentence(issue)) return reasonWords(issue, lang);
  if (issue.corrections.length === 0) return choiceWords(issue, lang);
  if (changes.length > FEW)
    return say(lang, 'todo.many', { first: named(changes[0]!, issue, sheet, slips), count: changes.length });
  return changes.map(one => named(one, issue, sheet, slips)).join(say(lang, 'csv.and'));
}

/** No figure and no words that another could take the place of: the sentence itself says what to do. */
function isSentence(issue: Issue): boolean {
  const changes = changesOf(issue);
  return changes.length === 0 || (issue.lead.verdict === 'form' && changes.every(({ to, spot }) => to === null && !spot.figure));
}

/** «像是数字写反», once for each kind of slip. */
function slipsOf(issue: Issue, lang: Lang): string[] {
  const slips = new Set(changesOf(issue).flatMap(({ slip }) => (slip === null ? [] : [slip])));
  return [...slips].map(slip => say(lang, 'issue.slip-bare', { slip: say(lang, `slip.short.${slip}`) }));
}

function named(change: Correction, issue: Issue, sheet: Sheet, slips: boolean): string {
  const { lang } = sheet;
  const { spot, now, to } = change;
  const code = to === null ? 'issue.mend' : 'issue.change';
  const slip =
    change.slip === null || !slips ? '' : say(lang, 'issue.slip-short', { slip: say(lang, `slip.short.${change.slip}`) });
  const what = say(lang, code, { now: tidy(now), to: tidy(to ?? '') }) + slip;
  // A cell is known by its table, row and column; a number of a text by its name.
  if (spot.figure?.at) return say(lang, 'problem.at', { place: whereWords(spot, sheet.finder), message: what });
  const name = shortened(tidy(spot.label), lang === 'zh' ? 48 : 60);
  if (name === '' || name === tidy(now) || (issue.lead.verdict === 'form' && !spot.figure)) return what;
  return say(lang, 'issue.named', { name, what });
}

/** Of a long name the end says most. */
function shortened(name: string, room: number): string {
  let cut = name;
  while (displayWidth(cut) > room) cut = cut.slice(1);
  return cut === name ? name : `…${cut}`;
}

/** The choices, each with its place; where they are many and lines are dear, some of them in a line each. */
function choices(issue: Issue, { finder, lang, paint, tight }: Sheet, width: number): string[] {
  if (issue.corrections.length > 0) return [];
  const { candidates } = issue;
  const shown = tight && issue.choices > candidates.length ? candidates.slice(0, EXAMPLES) : candidates;
  const left =
    shown.length < candidates.length ? [say(lang, 'finding.more-places', { count: issue.choices - shown.length })] : [];
  const told = shown.flatMap(one => {
    const lines = hang('- ', changeWords(one, finder) + slipWords(one, lang), width);
    return tight && lines.length > 1 ? [`- ${fitMiddle(changeWords(one, finder), width - 2)}`] : lines;
  });
  return [...told, ...left.map(more => `- ${more}`)].map(line => paint.green(line));
}

/** Choices that are told as examples. */
const EXAMPLES = 2;

/** The equation, or where it would not tell enough, the sentence; the rule by code and short name behind it. */
function grounds(issue: Issue, slips: readonly string[], sheet: Sheet, width: number): string[] {
  const { lang, paint } = sheet;
  const { lead } = issue;
  const equation = withoutZeros(tidy(lead.equation ?? ''), lang);
  const { kind } = lead.check.relation;
  // What has to be known beside the equation: a doubt about the reading, a value that changed since.
  const remark = lead.params.misread !== undefined || lead.params.known !== undefined;
  const worded = equation === '' || kind === 'order' || remark || (issue.corrections.length === 0 && !sheet.tight);
  const reason = worded && !isSentence(issue) ? hang('', reasonWords(issue, lang), width) : [];
  const plain =
    equation !== '' && (kind !== 'order' || isSentence(issue)) ? hang('', equation, width).map(line => paint.bold(line)) : [];
  const rule = (words: string) => hang('', words, width).map(line => paint.dim(line));
  const before = packed([[...reason, ...plain], ...slips.map(slip => [slip])], width);
  const named = packed([before, rule(ruleWords(lead, sheet))], width);
  // Where lines are dear the code alone says which rule it is, if that saves one.
  const coded = packed([before, rule(lead.rule)], width);
  return sheet.tight && coded.length < named.length ? coded : named;
}

/** Addends that are nothing are counted, where they are many. */
function withoutZeros(equation: string, lang: Lang): string {
  const sides = equation.split(/( [=≠<>≤≥] )/).map(side => {
    const terms = side.split(' + ');
    const zeros = terms.filter(term => ZERO.test(term));
    if (zeros.length < 2 || zeros.length === terms.length) return side;
    const counted = say(lang, 'equation.zeros', { count: zeros.length });
    const some = terms.findIndex(term => !ZERO.test(term));
    const at = terms.findIndex((term, i) => i > some && ZERO.test(term));
    const told = terms.flatMap((term, i) => (i === at ? [counted] : ZERO.test(term) ? [] : [term]));
    return (at < 0 ? [...told, counted] : told).join(' + ');
  });
  return sides.join('');
}
const ZERO = /^0(?:\.0+)?$/;

/** Why; where the figures to be changed stand, with the words around them; the others of the relation; what else follows. */
function explained(issue: Issue, slips: readonly string[], sheet: Sheet, width: number): string[] {
  const { lead, corrections, candidates } = issue;
  const told = new Set<string>();
  const at = corrections.flatMap(({ spot }) => {
    if (spot.figure?.at && !isSentence(issue)) return [];
    if (!spot.figure?.at) told.add(passageOf(spot));
    return placeAndWords(spot, sheet, width);
  });
  const changed = new Set([...corrections, ...candidates].map(({ spot }) => keyOf(spot)));
  const others = lead.spots.filter(spot => !changed.has(keyOf(spot)) && !told.has(passageOf(spot)));
  const base = corrections[0]?.spot;
  const code = corrections.length + candidates.length > 0 ? 'issue.against' : 'issue.at';
  // The equation has told the numbers: a line of them is enough to find the rest.
  const most = sheet.tight && lead.equation !== null ? 1 : 2;
  const against = listed(plain(once(others)), { code, base, values: true, most }, sheet, width);
  const [beside, also] = [against, alsoLines(issue, sheet, width)].map(lines => lines.map(line => sheet.paint.dim(line)));
  const reason = grounds(issue, slips, sheet, width);
  return at.length > 0 ? [...reason, ...at, ...packed([beside!, also!], width)] : packed([reason, beside!, also!], width);
}

/** One below the other, or side by side where that fits. */
function packed(blocks: readonly (readonly string[])[], width: number): string[] {
  const lines: string[] = [];
  for (const block of blocks) {
    const last = lines.at(-1);
    const fits = last !== undefined && block.length === 1 && displayWidth(last) + displayWidth(block[0]!) + 3 <= width;
    if (fits) lines[lines.length - 1] = `${last}   ${block[0]}`;
    else lines.push(...block);
  }
  return lines;
}

/** Nothing adds nothing: zeros are left out beside other numbers. */
function plain(spots: readonly Spot[]): readonly Spot[] {
  const some = spots.filter(({ figure }) => !figure?.amount.value.eq(0));
  return some.length > 0 ? some : spots;
}

/** One figure at one place: places are objects of their own in each relation. */
function keyOf(spot: Spot): string {
  return spot.figure?.id ?? `${passageOf(spot)} ${spot.place.column ?? ''} ${spot.printed}`;
}

function once(spots: readonly Spot[]): Spot[] {
  return [...new Map(spots.map(spot => [keyOf(spot), spot])).values()];
}

/** The least columns that a quote is worth its place with. */
const QUOTE = 40;

/** A cell by its table, row and column; a passage by its heading and the words themselves, the figure marked. */
function placeAndWords(spot: Spot, sheet: Sheet, width: number): string[] {
  const { finder, lang, paint } = sheet;
  const cell = spot.figure?.at;
  const offset = offsetOf(spot, finder);
  const bare = cell || offset < 0 ? whereWords(spot, finder) : '';
  if (bare !== '') {
    const rest = width - displayWidth(bare) - 3;
    const quote = rest >= QUOTE ? quoteAround(spot, offset, sheet, rest) : '';
    if (quote !== '') return [`${paint.dim(bare)}   ${quote}`];
    return hang('', bare, width).map(line => paint.dim(line));
  }
  const place = placeBehind(spot, finder);
  const heading = headingOf(spot) + (place === '' ? '' : say(lang, 'where.behind', { place }));
  const rest = width - displayWidth(heading) - 2;
  if (rest >= QUOTE) {
    const quote = quoteAround(spot, offset, sheet, rest);
    return [`${heading === '' ? '' : `${paint.dim(heading)}  `}${quote}`];
  }
  return [...hang('', heading, width).map(line => paint.dim(line)), ...hang('', quoteAround(spot, offset, sheet, width), width)];
}

/** One way of writing that stands in many places: how often, and where. */
function everywhere({ corrections }: Issue, { finder, lang, all, paint }: Sheet, width: number): string[] {
  const words = [...new Set(corrections.map(({ spot }) => whereWords(spot, finder)))].filter(Boolean);
  const told = (places: readonly string[], more: string) =>
    hang('', say(lang, 'finding.everywhere', { count: corrections.length, places }) + more, width);
  // A place takes a column at least: of more than these not all can stand in so few rows.
  let shown = all ? words : words.slice(0, ROWS * width);
  while (!all && shown.length > 1 && told(shown, ' …').length > ROWS) shown = shown.slice(0, -1);
  return told(shown, shown.length < words.length ? ' …' : '').map(line => paint.dim(line));
}

/** The other relations that the same mistake breaks, each by the place where it shows beside the figure to be changed. */
function alsoLines(issue: Issue, sheet: Sheet, width: number): string[] {
  const followers = followersOf(issue);
  if (followers.length === 0 || issue.corrections.length > FEW) return [];
  const spots = followingSpots(issue);
  const listing = { code: 'issue.also', base: changesOf(issue)[0]?.spot, values: false, most: 1 };
  const lines = listed(spots, listing, sheet, width);
  const told = lines.length > 0 ? lines : hang('', say(sheet.lang, 'issue.also-none', { count: followers.length }), width);
  return told;
}
