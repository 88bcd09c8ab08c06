import type { Audit, Finding, Issue, Spot } from '../../model/index.ts';
import { tidy } from '../parts/clean.ts';
import { groupBy } from '../parts/group.ts';
import { reasonWords } from '../parts/issues.ts';
import { headingOf, placeBehind, tableName, whereWords } from '../parts/where.ts';
import { fit, hang } from '../parts/width.ts';
import { phrase } from '../parts/words/finding.ts';
import { say } from '../parts/words/index.ts';
import { joinQuotes, type Mark, markedQuote } from './quote.ts';
import { ruleWords, type Sheet } from './sheet.ts';
import { evenSuspects } from './suspects.ts';

/** How many places, followers and equal notes are spelled out before the rest is counted. */
const FEW = 4;

/** Where it stands: one entry for each line, row or page, with a short quote in which the figure is marked. */
export function places(finding: Finding, sheet: Sheet, width: number): string[] {
  const groups = sameQuote(groupBy(finding.spots, lineKey));
  const lines = groups.slice(0, sheet.all ? groups.length : FEW).flatMap(group => {
    const marked = marks(group, finding);
    const room = Math.max(40, (width - 2) * 2);
    const quotes = joinQuotes(group.map(one => tidy(one.quote))).map(quote => markedQuote(quote, marked, sheet, room));
    return [
      ...hang('', groupWhere(group, sheet), width).map(line => sheet.paint.dim(line)),
      ...quotes.slice(0, FEW).flatMap(text => hang('  ', text, width)),
    ];
  });
  const left = groups.length - FEW;
  return left > 0 && !sheet.all ? [...lines, sheet.paint.dim(say(sheet.lang, 'finding.more-places', { count: left }))] : lines;
}

/** Cells of one row have one quote: told together, even where each stands in a line of its own. */
function sameQuote(groups: readonly Spot[][]): Spot[][] {
  return groupBy(groups, group => tidy(group[0]!.quote) || lineKey(group[0]!)).map(same => same.flat());
}

function groupWhere(group: readonly Spot[], { lang, finder }: Sheet): string {
  const [first] = [...group].sort(inOrder) as [Spot];
  const { at } = first.figure ?? {};
  if (!at && group.length === 1) return whereWords(first, finder);
  const oneRow = group.every(spot => spot.figure?.at?.row === at?.row);
  const cellOf = (spot: Spot) => (oneRow ? [spot.figure?.at?.col] : [spot.figure?.at?.row, spot.figure?.at?.col]);
  const cells = [
    ...new Set(
      group.map(spot =>
        cellOf(spot)
          .map(part => tidy(part ?? ''))
          .filter(Boolean)
          .join(' · '),
      ),
    ),
  ];
  const place = placeBehind(first, finder);
  const told = at
    ? [
        tableName(at, lang),
        ...(oneRow ? [tidy(at.row)] : []),
        ...(cells.length <= FEW ? [cells.filter(Boolean).join(lang === 'zh' ? '、' : ', ')] : []),
      ]
    : [headingOf(first)];
  const words = told.filter(Boolean).join(' · ');
  if (words === '') return whereWords(first, finder);
  return place === '' ? words : say(lang, 'where.with-place', { words, place });
}

/** The figures of a quote in the order they stand in; marked are the first of the finding and the suspects. */
function marks(group: readonly Spot[], finding: Finding): Mark[] {
  const suspects = new Set(evenSuspects(finding).map(suspect => finding.spots[suspect.place]));
  return group
    .map((spot, i) => ({ spot, marked: i === 0 || suspects.has(spot) }))
    .sort((a, b) => inOrder(a.spot, b.spot))
    .map(({ spot, marked }) => ({ printed: spot.printed, marked }));
}

/** Where spots of one passage stand within it. */
function inOrder(a: Spot, b: Spot): number {
  const at = ({ place: { line = 0, column = 0, columnNumber = 0 } }: Spot) => line * 1e6 + column + columnNumber;
  return at(a) - at(b);
}

/** Spots of one line, row, paragraph or page are told together. */
function lineKey({ place }: Spot): string {
  const { file, line, paragraph, page, sheet, cell, tableNumber, rowNumber, footnote, endnote, chart, embedded } = place;
  const row = [sheet, cell?.replace(/^[A-Z]+/, ''), tableNumber, rowNumber];
  return [file, line, paragraph, page, ...row, footnote, endnote, chart, embedded].join(' ');
}

/** The rule and the short id by which `audit explain` tells more. */
export function mark(finding: Finding, { ids }: Sheet): string {
  const id = ids.get(finding);
  return id === undefined ? finding.rule : `${finding.rule} #${id}`;
}

/** A finding in one sentence with its place; its rule comes behind. */
export function oneLine(finding: Finding, { lang, finder }: Sheet): string {
  const place = finding.spots[0] ? whereWords(finding.spots[0], finder) : '';
  const sentence = tidy(phrase(finding, lang));
  return place === '' ? sentence : say(lang, 'problem.at', { place, message: sentence });
}

/**
 * Notes of one rule are one entry: the first in words, the others by their places. Where lines are dear
 * they are only counted beside problems that have to be mended.
 */
export function noteLines({ issues }: Pick<Audit, 'issues'>, sheet: Sheet): string[] {
  const { lang, paint, all, width, finder } = sheet;
  const notes = issues.filter(({ severity }) => severity === 'note');
  if (notes.length === 0) return [];
  const placeOf = ({ lead }: Issue) => (lead.spots[0] ? whereWords(lead.spots[0], finder) : '');
  const groups = groupBy(notes, ({ lead }) => (lead.verdict === 'rounding' ? (lead.tail ?? lead.verdict) : lead.rule));
  if (sheet.tight && notes.length < issues.length) return counted(notes, groups, sheet);
  const entries = groups.flatMap(group => {
    const shown = all ? group : group.slice(0, 1);
    const others = group.slice(shown.length);
    const where = [...new Set(others.map(placeOf))].filter(Boolean).slice(0, FEW);
    const more = others.length > 0 ? say(lang, 'finding.more-same', { count: others.length, places: where }) : '';
    return shown.flatMap(note => {
      const sentence = reasonWords(note, lang);
      const place = placeOf(note);
      const told = place === '' ? sentence : say(lang, 'problem.at', { place, message: sentence });
      const lines = hang('  - ', `${told} ${note.lead.rule} #${note.id}`, width);
      return more === '' ? lines : [...lines, ...short(hang('    ', more, width), width).map(line => paint.dim(line))];
    });
  });
  return [paint.cyan.bold(say(lang, 'list.notes', { count: notes.length })), ...entries, ''];
}

/** Only which rules have notes, and how many. */
function counted(notes: readonly Issue[], groups: readonly Issue[][], sheet: Sheet): string[] {
  const { lang, paint, width } = sheet;
  const kinds = groups.map(([first, ...others]) => {
    const name = ruleWords(first!.lead, sheet);
    return others.length > 0 ? say(lang, 'beside.count', { place: name, count: others.length + 1 }) : name;
  });
  const title = `${say(lang, 'list.notes', { count: notes.length })}  `;
  const [head = '', ...rest] = hang(title, kinds.join(say(lang, 'finding.and')) + say(lang, 'summary.all-hint'), width);
  return [paint.cyan.bold(title.trim()) + head.slice(title.trim().length), ...rest];
}

/** What is only counted takes one line. */
function short([first = '', ...rest]: readonly string[], width: number): string[] {
  return rest.length === 0 ? [first] : [fit(`${first}……`, width)];
}
