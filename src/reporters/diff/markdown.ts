import type { Diff, DraftDiff, Finding, YearDiff } from '../../model/index.ts';
import { markdown as safe } from '../parts/escape.ts';
import { placeWords } from '../parts/places.ts';
import { phrase } from '../parts/words/finding.ts';
import { type Lang, say } from '../parts/words/index.ts';
import { editCounts, headOf } from './drafts.ts';
import { groupsOf } from './groups.ts';
import { countKey, editName, factName, kinWords, statedWords, withUnit, written, yearWords } from './parts.ts';
import type { DiffOptions, DiffReporter } from './reporter.ts';
import { closingOf } from './several.ts';

export const markdown: DiffReporter = {
  name: 'markdown',
  endings: ['.md', '.markdown'],
  render: (diff, options) => `${partsOf(diff, options).join('\n\n')}\n`,
  several(diffs, lone, options) {
    const [first = '', ...list] = closingOf(diffs, lone, options.lang).map(safe);
    const head = [first, ...(list.length > 0 ? [list.map(one => `- ${one}`).join('\n')] : [])];
    return `${[...head, ...diffs.flatMap(diff => partsOf(diff, options))].join('\n\n')}\n`;
  },
};

const partsOf = (diff: Diff, options: DiffOptions) => (diff.kind === 'years' ? years(diff, options) : drafts(diff, options));

function years(diff: YearDiff, options: DiffOptions): string[] {
  const { lang } = options;
  const [before, after] = [yearWords(diff, 'before', lang), yearWords(diff, 'after', lang)];
  const head = [
    say(lang, 'diff.name'),
    before,
    after,
    ...['difference', 'rate', 'stated', 'verdict'].map(one => say(lang, `diff.${one}`)),
  ];
  return [
    `## ${safe(diff.after.entity ?? diff.after.title ?? diff.after.file)} ${before} → ${after}`,
    say(lang, countKey(diff), { ...diff.counts }),
    ...groupsOf(diff, lang, options).flatMap(({ title, changes }) => [
      ...(title === '' ? [] : [`### ${safe(title)}`]),
      table([
        head,
        ['---', '--:', '--:', '--:', '--:', '---', '---'],
        ...changes.map(change => {
          const cells = written(change);
          const kin = kinWords(change, lang);
          const verdict = change.verdict === null ? '' : say(lang, `diff.verdict.${change.verdict}`);
          const implied = change.before && change.before.source !== 'printed' ? '\\*' : '';
          return [
            safe(factName(change)) + (kin === '' ? '' : `<br>${safe(kin)}`),
            cells.before + implied,
            cells.after + (cells.unit === '万元' || cells.after === '' ? '' : ` ${safe(cells.unit)}`),
            cells.difference,
            cells.rate,
            safe(statedWords(change, lang)),
            change.verdict === 'fails' ? `**${verdict}**` : verdict,
          ];
        }),
      ]),
    ]),
  ];
}

function drafts(diff: DraftDiff, { lang }: DiffOptions): string[] {
  const head = ['edit', 'section', 'name', 'was', 'is', 'place'].map(column => say(lang, `diff.${column}`));
  const rows = diff.edits.map(edit => {
    const places = [edit.before, edit.after].flatMap(figure => (figure ? [placeWords(figure.place, lang)] : []));
    const values = [edit.before, edit.after].map(figure => (figure ? safe(withUnit(figure)) : ''));
    return [
      say(lang, `diff.edit.${edit.kind}`),
      safe(headOf(edit, lang)),
      safe(editName(edit)),
      ...values,
      safe([...new Set(places)].join(' -> ')),
    ];
  });
  return [
    `## ${safe(say(lang, 'diff.drafts', { before: diff.before.file, after: diff.after.file }))}`,
    editCounts(diff, lang),
    ...(rows.length > 0 ? [table([head, head.map(() => '---'), ...rows])] : []),
    ...list('appeared', diff.appeared, lang),
    ...list('vanished', diff.vanished, lang),
  ];
}

function list(name: 'appeared' | 'vanished', findings: readonly Finding[], lang: Lang): string[] {
  if (findings.length === 0) return [];
  const lines = findings.map(finding => `- ${safe(phrase(finding, lang))} ${finding.rule}`);
  return [[`### ${say(lang, `diff.${name}`, { count: findings.length })}`, '', ...lines].join('\n')];
}

function table(rows: readonly (readonly string[])[]): string {
  return rows.map(cells => `| ${cells.join(' | ')} |`).join('\n');
}
