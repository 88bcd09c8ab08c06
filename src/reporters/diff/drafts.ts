import type { ChalkInstance } from 'chalk';
import type { DraftDiff, Edit, Figure, Finding, Outcome } from '../../model/index.ts';
import { clean, tidy } from '../parts/clean.ts';
import { groupBy } from '../parts/group.ts';
import { arrowWords, changesOf, reasonWords } from '../parts/issues.ts';
import { briefWords, type Finder, finderOf, whereWords } from '../parts/where.ts';
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
    ...(diff.outcomes.length > 0
      ? outcomeLines(diff, lang, width, paint)
      : [
          ...list('appeared', diff.appeared, lang, width, paint.red, paint),
          ...list('vanished', diff.vanished, lang, width, paint.green, paint),
        ]),
    ...groups.flatMap(group => [
      ...(sections ? [paint.bold(fit(headOf(group[0]!, lang), width))] : []),
      ...group.flatMap(edit => editLines(edit, lang, width, paint)),
      '',
    ]),
    paint.dim('-'.repeat(width)),
    ...hang('', editCounts(diff, lang), width),
    ...(diff.outcomes.length > 0
      ? hang('', outcomeCounts(diff, lang), width)
      : [
          say(lang, 'diff.appeared', { count: diff.appeared.length }),
          say(lang, 'diff.vanished', { count: diff.vanished.length }),
        ]),
  ];
}

export function editCounts({ edits, kept }: DraftDiff, lang: Lang): string {
  const of = (kind: Edit['kind']) => edits.filter(edit => edit.kind === kind).length;
  const counts = { changed: of('changed'), added: of('added'), removed: of('removed'), moved: of('moved'), kept };
  return say(lang, 'diff.edits', counts);
}

function outcomeCounts({ outcomes }: DraftDiff, lang: Lang): string {
  const of = (kind: Outcome['kind']) => outcomes.filter(outcome => outcome.kind === kind).length;
  return say(lang, 'diff.outcomes', { mended: of('mended'), wrong: of('wrong'), open: of('open'), fresh: of('new') });
}

export function headOf({ before, after }: Edit, lang: Lang): string {
  const { section, at } = (after ?? before)!;
  return sectionOf({ section, table: at?.table ?? null }, lang);
}

/** A figure is looked for by the words before it; the section stands above. */
const figureWhere = (figure: Figure, lang: Lang) => briefWords({ ...figure, figure }, lone(lang));

const lone = (lang: Lang): Finder => ({ lang, named: false, quotes: [], within: new Map() });

function editLines(edit: Edit, lang: Lang, width: number, paint: ChalkInstance): string[] {
  const { kind, before, after } = edit;
  const values =
    kind === 'moved' ? withUnit(after!) : [before, after].flatMap(figure => (figure ? [withUnit(figure)] : [])).join(' -> ');
  const places = [before, after].flatMap(figure => (figure ? [figureWhere(figure, lang)] : [])).filter(Boolean);
  const text = `${say(lang, `diff.edit.${kind}`)}  ${editName(edit)}  ${values}`;
  const shade = { added: paint.green, removed: paint.red, changed: paint.yellow, moved: paint.dim }[kind];
  return [
    ...hang('  ', text, width).map(line => shade(line)),
    ...(places.length > 0 ? [paint.dim(`      ${fit([...new Set(places)].join(' -> '), width - 6)}`)] : []),
  ];
}

/** Problems by what became of them: corrected, wrong in another way, as they were, new. */
function outcomeLines({ before, after, outcomes }: DraftDiff, lang: Lang, width: number, paint: ChalkInstance): string[] {
  const finders = { before: finderOf(before, lang), after: finderOf(after, lang) };
  const shades = { mended: paint.green, wrong: paint.red, open: paint.yellow, new: paint.red };
  return (['mended', 'wrong', 'open', 'new'] as const).flatMap(kind => {
    const own = outcomes.filter(outcome => outcome.kind === kind);
    if (own.length === 0) return [];
    const lines = own.flatMap(outcome => hang('  - ', outcomeWords(outcome, finders, lang), width));
    return [paint.bold(say(lang, `diff.outcome.${kind}`, { count: own.length })), ...lines.map(line => shades[kind](line)), ''];
  });
}

function outcomeWords(
  { kind, before, after }: Outcome,
  finders: { readonly before: Finder; readonly after: Finder },
  lang: Lang,
): string {
  const issue = (after ?? before)!;
  const finder = after ? finders.after : finders.before;
  const [change] = changesOf(issue);
  if (!change) return `${reasonWords(issue, lang)} #${issue.id}`;
  const old = before && changesOf(before)[0];
  const place = whereWords(change.spot, finder);
  const message =
    kind === 'wrong' && old && issue.corrections.length > 0
      ? say(lang, 'diff.outcome.change', { before: tidy(old.now), after: arrowWords(change, lang) })
      : change.to === null || issue.corrections.length === 0
        ? reasonWords(issue, lang)
        : arrowWords(change, lang);
  return `${place === '' ? message : say(lang, 'problem.at', { place, message })} #${issue.id}`;
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
    const place = finding.spots[0] ? briefWords(finding.spots[0], lone(lang)) : '';
    const message = `${phrase(finding, lang)} ${finding.rule}`;
    const text = place === '' ? message : say(lang, 'problem.at', { place, message });
    return hang('  - ', text, width).map(line => shade(line));
  });
  return [paint.bold(say(lang, `diff.${name}`, { count: findings.length })), ...entries, ''];
}
