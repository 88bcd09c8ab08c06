import type { Audit, Finding, Severity, Spot } from '../../model/index.ts';
import { tidy } from '../parts/clean.ts';
import { groupBy } from '../parts/group.ts';
import { placeWords } from '../parts/places.ts';
import { displayWidth, hang } from '../parts/width.ts';
import { phrase } from '../parts/words/finding.ts';
import { say } from '../parts/words/index.ts';
import type { Sheet } from './index.ts';
import { markedQuote } from './quote.ts';
import { evenSuspects, suspectLines } from './suspects.ts';

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };
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

/** The gravest first; of equals, the one that names a suspect. */
function byWeight(a: Finding, b: Finding): number {
  return RANK[a.severity] - RANK[b.severity] || Number(a.suspects.length === 0) - Number(b.suspects.length === 0);
}

/** One cause: its first finding in full, what follows from it in a line each. */
function cause([first, ...followers]: readonly Finding[], sheet: Sheet): string[] {
  const { lang, width, paint } = sheet;
  const label = `${say(lang, `severity.${first!.severity}`)}  `;
  const indent = ' '.repeat(displayWidth(label));
  const inner = width - indent.length;
  const [head = '', ...more] = hang(label, `${tidy(phrase(first!, lang))} ${first!.rule}`, width);
  const body = [
    ...(first!.equation === null ? [] : hang('', tidy(first!.equation), inner).map(line => paint.bold(line))),
    ...places(first!, sheet, inner),
    ...suspectLines(first!, sheet, inner),
    ...cascade(followers, sheet, inner),
  ];
  const colour = paint[COLOUR[first!.severity]].bold;
  return [colour(head.slice(0, label.length)) + head.slice(label.length), ...more, ...body.map(line => indent + line)];
}

/** Where it stands: one entry for each line, row or page, with a short quote in which the figure is marked. */
function places(finding: Finding, sheet: Sheet, width: number): string[] {
  const groups = groupBy(finding.spots, spot => `${lineKey(spot)} ${spot.quote}`);
  const lines = groups.slice(0, sheet.all ? groups.length : FEW).flatMap(group => {
    const spot = group[0]!;
    const where = [
      placeWords(spot.place, sheet.lang, sheet.named),
      tableWords(spot, sheet) || tidy(spot.section.replace(/^.* › /, '')),
    ];
    const quote =
      tidy(spot.quote) === '' ? [] : [markedQuote(spot.quote, marks(group, finding), sheet, Math.max(40, (width - 2) * 2))];
    return [
      ...hang('', where.filter(Boolean).join(' · '), width).map(line => sheet.paint.dim(line)),
      ...quote.flatMap(text => hang('  ', text, width)),
    ];
  });
  const left = groups.length - FEW;
  return left > 0 && !sheet.all ? [...lines, sheet.paint.dim(say(sheet.lang, 'finding.more-places', { count: left }))] : lines;
}

/** What is marked in a quote: the first figure of its line, and the suspects. */
function marks(group: readonly Spot[], finding: Finding): string[] {
  const suspects = new Set(evenSuspects(finding).map(suspect => finding.spots[suspect.place]));
  return group.filter((spot, i) => i === 0 || suspects.has(spot)).map(spot => spot.printed);
}

function tableWords({ figure }: Spot, { lang }: Sheet): string {
  if (!figure?.at) return '';
  const { table, row, col } = figure.at;
  return tidy(say(lang, 'finding.address', { table: tidy(table), row: tidy(row), col: tidy(col) }));
}

/** Spots of one line, row, paragraph or page are told together. */
function lineKey({ place }: Spot): string {
  const { file, line, paragraph, page, sheet, cell, tableNumber, rowNumber } = place;
  return [file, line, paragraph, page, sheet, cell?.replace(/^[A-Z]+/, ''), tableNumber, rowNumber].join(' ');
}

function cascade(followers: readonly Finding[], sheet: Sheet, width: number): string[] {
  if (followers.length === 0) return [];
  const shown = sheet.all ? followers : followers.slice(0, FEW);
  const left = followers.length - shown.length;
  return [
    sheet.paint.dim(say(sheet.lang, 'finding.cascade')),
    ...shown.flatMap(one => hang('  - ', oneLine(one, sheet), width)),
    ...(left > 0 ? [`  ${say(sheet.lang, 'finding.more-findings', { count: left })}`] : []),
  ];
}

function oneLine(finding: Finding, { lang, named }: Sheet): string {
  const place = finding.spots[0] ? placeWords(finding.spots[0].place, lang, named) : '';
  const sentence = tidy(phrase(finding, lang));
  return [place === '' ? sentence : say(lang, 'problem.at', { place, message: sentence }), finding.rule].join(' ');
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
      ...shown.flatMap(note => hang('  - ', oneLine(note, sheet), width)),
      ...(others.length > 0 ? hang('    ', more, width).map(line => paint.dim(line)) : []),
    ];
  });
  return [paint.cyan.bold(say(lang, 'list.notes', { count: notes.length })), ...entries, ''];
}
