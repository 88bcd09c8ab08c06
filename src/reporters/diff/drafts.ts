import type { ChalkInstance } from 'chalk';
import type { DraftDiff, Edit, Finding } from '../../model/index.ts';
import { clean } from '../parts/clean.ts';
import { groupBy } from '../parts/group.ts';
import { placeWords } from '../parts/places.ts';
import { fit, hang } from '../parts/width.ts';
import { phrase } from '../parts/words/finding.ts';
import { type Lang, say } from '../parts/words/index.ts';
import { editName, sectionOf, withUnit } from './parts.ts';
import type { DiffOptions } from './reporter.ts';

/** Two drafts for the terminal: figures by section, then the findings that came and went. */
export function draftLines(diff: DraftDiff, { lang, width, sections }: DiffOptions, paint: ChalkInstance): string[] {
  const { before, after, edits } = diff;
  const title = say(lang, 'diff.drafts', { before: clean(before.file), after: clean(after.file) }).replace('→', '->');
  const groups = sections ? groupBy(edits, edit => headOf(edit, lang)) : edits.length > 0 ? [edits] : [];
  return [
    ...hang('', title, width).map(line => paint.bold(line)),
    '',
    ...groups.flatMap(group => [
      ...(sections ? [paint.bold(fit(headOf(group[0]!, lang), width))] : []),
      ...group.flatMap(edit => editLines(edit, lang, width, paint)),
      '',
    ]),
    ...list('appeared', diff.appeared, lang, width, paint.red, paint),
    ...list('vanished', diff.vanished, lang, width, paint.green, paint),
    paint.dim('-'.repeat(width)),
    ...hang('', editCounts(diff, lang), width),
    say(lang, 'diff.appeared', { count: diff.appeared.length }),
    say(lang, 'diff.vanished', { count: diff.vanished.length }),
  ];
}

export function editCounts({ edits, kept }: DraftDiff, lang: Lang): string {
  const of = (kind: Edit['kind']) => edits.filter(edit => edit.kind === kind).length;
  const counts = { changed: of('changed'), added: of('added'), removed: of('removed'), moved: of('moved'), kept };
  return say(lang, 'diff.edits', counts);
}

export function headOf({ before, after }: Edit, lang: Lang): string {
  const { section, at } = (after ?? before)!;
  return sectionOf({ section, table: at?.table ?? null }, lang);
}

function editLines(edit: Edit, lang: Lang, width: number, paint: ChalkInstance): string[] {
  const { kind, before, after } = edit;
  const values =
    kind === 'moved' ? withUnit(after!) : [before, after].flatMap(figure => (figure ? [withUnit(figure)] : [])).join(' -> ');
  const places = [before, after].flatMap(figure => (figure ? [placeWords(figure.place, lang)] : [])).filter(Boolean);
  const text = `${say(lang, `diff.edit.${kind}`)}  ${editName(edit)}  ${values}`;
  const shade = { added: paint.green, removed: paint.red, changed: paint.yellow, moved: paint.dim }[kind];
  return [
    ...hang('  ', text, width).map(line => shade(line)),
    ...(places.length > 0 ? [paint.dim(`      ${fit([...new Set(places)].join(' -> '), width - 6)}`)] : []),
  ];
}

function list(
  name: 'appeared' | 'vanished',
  findings: readonly Finding[],
  lang: Lang,
  width: number,
  shade: ChalkInstance,
  paint: ChalkInstance,
): string[] {
  if (findings.length === 0) return [];
  const entries = findings.flatMap(finding => {
    const place = finding.spots[0] ? placeWords(finding.spots[0].place, lang) : '';
    const message = `${phrase(finding, lang)} ${finding.rule}`;
    const text = place === '' ? message : say(lang, 'problem.at', { place, message });
    return hang('  - ', text, width).map(line => shade(line));
  });
  return [paint.bold(say(lang, `diff.${name}`, { count: findings.length })), ...entries, ''];
}
