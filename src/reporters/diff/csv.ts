import type { DraftDiff, YearDiff } from '../../model/index.ts';
import { csvText } from '../parts/csv.ts';
import { placeWords } from '../parts/places.ts';
import { say } from '../parts/words/index.ts';
import { headOf } from './drafts.ts';
import { editName, kinWords, sectionOf, statedWords, withUnit, written, yearWords } from './parts.ts';
import type { DiffOptions, DiffReporter } from './reporter.ts';

export const csv: DiffReporter = {
  name: 'csv',
  endings: ['.csv'],
  render: (diff, options) => csvText(diff.kind === 'years' ? years(diff, options) : drafts(diff, options), options.bom),
};

function years(diff: YearDiff, { lang, equation }: DiffOptions): (string | null)[][] {
  const [before, after] = [yearWords(diff, 'before', lang), yearWords(diff, 'after', lang)];
  const columns = [
    'section',
    'code',
    'name',
    'scope',
    'measure',
    before,
    after,
    'difference',
    'unit',
    'rate',
    'stated',
    'verdict',
    'equation',
    'kinship',
  ];
  const head = columns.map(column => (column === before || column === after ? column : say(lang, `diff.${column}`)));
  const rows = diff.changes.map(change => {
    const cells = written(change);
    const equations = change.checks.flatMap(check => equation(check) ?? []);
    return [
      sectionOf(change, lang),
      change.code,
      change.name,
      change.scope,
      change.measure,
      cells.before,
      cells.after,
      cells.difference,
      cells.unit,
      cells.rate,
      statedWords(change, lang),
      change.verdict && say(lang, `diff.verdict.${change.verdict}`),
      equations.join('; '),
      kinWords(change, lang),
    ];
  });
  return [head, ...rows];
}

function drafts({ edits }: DraftDiff, { lang }: DiffOptions): (string | null)[][] {
  const head = ['edit', 'section', 'name', 'was', 'is', 'place'].map(column => say(lang, `diff.${column}`));
  const rows = edits.map(edit => {
    const { kind, before, after } = edit;
    const places = [before, after].flatMap(figure => (figure ? [placeWords(figure.place, lang)] : []));
    const values = [before, after].map(figure => figure && withUnit(figure));
    return [
      say(lang, `diff.edit.${kind}`),
      headOf(edit, lang),
      editName(edit),
      ...values,
      [...new Set(places)].filter(Boolean).join(' -> '),
    ];
  });
  return [head, ...rows];
}
