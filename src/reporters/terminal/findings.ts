import type { Audit, Finding, Relation, Spot } from '../../model/index.ts';
import { tidy } from '../parts/clean.ts';
import { groupBy } from '../parts/group.ts';
import { placeWords } from '../parts/places.ts';
import { RANK } from '../parts/spots.ts';
import { displayWidth, hang } from '../parts/width.ts';
import { phrase } from '../parts/words/finding.ts';
import { say } from '../parts/words/index.ts';
import { joinQuotes, type Mark, markedQuote } from './quote.ts';
import type { Sheet } from './sheet.ts';
import { evenSuspects, suspectLines } from './suspects.ts';

const COLOUR = { error: 'red', warning: 'yellow', note: 'cyan' } as const;
/** How many places, followers and equal notes are spelled out before the rest is counted. */
const FEW = 4;

/** Errors first, then warnings, one block for each cause; then the notes, compressed. */
export function findings(audit: Audit, sheet: Sheet): string[] {
  const loud = audit.findings.filter(finding => finding.severity !== 'note');
  const notes = audit.findings.filter(finding => finding.severity === 'note');
  const causes = groupBy(loud, finding => finding.cause).map(group => [...group].sort(byWeight));
  causes.sort((a, b) => RANK[a[0]!.severity] - RANK[b[0]!.severity]);
  return [...causes.flatMap(group => [...cause(group, sheet), '']), ...noteLines(notes, sheet)];
}

/**
 * The gravest first; of equals, one that names a suspect; of those, the one that says most: a sum before a rate before a bound,
 * and what stands close together before what is scattered.
 */
function byWeight(a: Finding, b: Finding): number {
  return (
    RANK[a.severity] - RANK[b.severity] ||
    Number(a.suspects.length === 0) - Number(b.suspects.length === 0) ||
    says(a.check.relation) - says(b.check.relation) ||
    groupBy(a.spots, lineKey).length - groupBy(b.spots, lineKey).length
  );
}

function says(relation: Relation): number {
  if (relation.kind === 'linear') return relation.compare === '=' ? 0 : 3;
  return relation.kind === 'ratio' ? 1 : 2;
}

/** One cause: its first finding in full, what follows from it in a line each. */
function cause([first, ...followers]: readonly Finding[], sheet: Sheet): string[] {
  const { lang, width, paint } = sheet;
  const label = `${say(lang, `severity.${first!.severity}`)}  `;
  const indent = ' '.repeat(displayWidth(label));
  const inner = width - indent.length;
  const [head = '', ...more] = hang(label, `${tidy(phrase(first!, lang))} ${mark(first!, sheet)}`, width);
  const alike = followers.length > 0 && [first!, ...followers].every(one => one.verdict === 'form' && one.rule === first!.rule);
  const body = [
    ...(first!.equation === null ? [] : hang('', tidy(first!.equation), inner).map(line => paint.bold(line))),
    ...places(first!, sheet, inner),
    ...suspectLines(first!, sheet, inner),
    ...(alike ? everywhere([first!, ...followers], sheet, inner) : cascade(followers, sheet, inner)),
  ];
  const colour = paint[COLOUR[first!.severity]].bold;
  return [colour(head.slice(0, label.length)) + head.slice(label.length), ...more, ...body.map(line => indent + line)];
}

/** Where it stands: one entry for each line, row or page, with a short quote in which the figure is marked. */
export function places(finding: Finding, sheet: Sheet, width: number): string[] {
  const groups = sameQuote(groupBy(finding.spots, lineKey));
  const lines = groups.slice(0, sheet.all ? groups.length : FEW).flatMap(group => {
    const marked = marks(group, finding);
    const room = Math.max(40, (width - 2) * 2);
    const quotes = joinQuotes(group.map(one => tidy(one.quote))).map(quote => markedQuote(quote, marked, sheet, room));
    return [
      ...hang('', whereWords(group, sheet), width).map(line => sheet.paint.dim(line)),
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

function whereWords(group: readonly Spot[], sheet: Sheet): string {
  const { lang, named } = sheet;
  const lines = groupBy([...group].sort(inOrder), lineKey);
  const words = [...new Set(lines.map(line => placeWords(line[0]!.place, lang, named)))].filter(Boolean);
  const shown = words.slice(0, FEW).join(lang === 'zh' ? '、' : ', ') + (words.length > FEW ? ' …' : '');
  return [shown, tableWords(group) || tidy(group[0]!.section.replace(/^.* › /, ''))].filter(Boolean).join(' · ');
}

/** The table and row, and the column where it is only one. */
function tableWords(group: readonly Spot[]): string {
  const at = group[0]!.figure?.at;
  if (!at) return '';
  const { table, row, col } = at;
  return [tidy(table) && `“${tidy(table)}”`, tidy(row), group.length === 1 ? tidy(col) : ''].filter(Boolean).join(' ');
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

/** Rows of places that are told of one way of writing before the rest is counted. */
const ROWS = 3;

/** One way of writing that stands in many places: how often, and where. */
function everywhere(group: readonly Finding[], sheet: Sheet, width: number): string[] {
  const { lang, named, all, paint } = sheet;
  const words = groupBy(group, one => placeWords(one.spots[0]?.place ?? {}, lang, named)).map(same => {
    const place = placeWords(same[0]!.spots[0]?.place ?? {}, lang, named);
    return same.length === 1 ? place : say(lang, 'finding.times', { place, count: same.length });
  });
  const told = (places: readonly string[], more: string) =>
    hang('', say(lang, 'finding.everywhere', { count: group.length, places }) + more, width);
  // A place takes a column at least: of more than these not all can stand in so few rows.
  let shown = all ? words.filter(Boolean) : words.filter(Boolean).slice(0, ROWS * width);
  while (!all && shown.length > 1 && told(shown, ' …').length > ROWS) shown = shown.slice(0, -1);
  return told(shown, shown.length < words.length ? ' …' : '').map(line => paint.dim(line));
}

function cascade(followers: readonly Finding[], sheet: Sheet, width: number): string[] {
  if (followers.length === 0) return [];
  const told = groupBy(followers, one => oneLine(one, sheet));
  const shown = sheet.all ? told : told.slice(0, FEW);
  const left = told.length - shown.length;
  return [
    sheet.paint.dim(say(sheet.lang, 'finding.cascade')),
    ...shown.flatMap(same => hang('  - ', [oneLine(same[0]!, sheet), ...marksOf(same, sheet)].join(' '), width)),
    ...(left > 0 ? [`  ${say(sheet.lang, 'finding.more-findings', { count: left })}`] : []),
  ];
}

/** The rules of findings that are told in one sentence, each with the id of its first finding. */
function marksOf(findings: readonly Finding[], sheet: Sheet): string[] {
  return groupBy(findings, finding => finding.rule).map(same => mark(same[0]!, sheet));
}

/** A finding in one sentence with its place; its rule comes behind. */
export function oneLine(finding: Finding, { lang, named }: Sheet): string {
  const place = finding.spots[0] ? placeWords(finding.spots[0].place, lang, named) : '';
  const sentence = tidy(phrase(finding, lang));
  return place === '' ? sentence : say(lang, 'problem.at', { place, message: sentence });
}

/** Notes of one rule are one entry: the first in words, the others by their places. */
function noteLines(notes: readonly Finding[], sheet: Sheet): string[] {
  const { lang, paint, all, width, named } = sheet;
  if (notes.length === 0) return [];
  const entries = groupBy(notes, note => note.rule + (note.tail ?? '')).flatMap(group => {
    const shown = all ? group : group.slice(0, 1);
    const others = group.slice(shown.length);
    const where = others.slice(0, FEW * 2).map(note => placeWords(note.spots[0]?.place ?? {}, lang, named));
    const tail = others.length > where.length ? ' …' : '';
    const more = say(lang, 'finding.more-same', { count: others.length, places: where.filter(Boolean) }) + tail;
    return [
      ...shown.flatMap(note => hang('  - ', `${oneLine(note, sheet)} ${mark(note, sheet)}`, width)),
      ...(others.length > 0 ? hang('    ', more, width).map(line => paint.dim(line)) : []),
    ];
  });
  return [paint.cyan.bold(say(lang, 'list.notes', { count: notes.length })), ...entries, ''];
}
