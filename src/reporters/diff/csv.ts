import type { Diff, DraftDiff, YearDiff } from '../../model/index.ts';
import { tidy } from '../parts/clean.ts';
import { csvText } from '../parts/csv.ts';
import { placeWords } from '../parts/places.ts';
import { say } from '../parts/words/index.ts';
import { headOf } from './drafts.ts';
import { editName, kinWords, sectionOf, statedWords, withUnit, written, yearWords } from './parts.ts';
import type { DiffOptions, DiffReporter } from './reporter.ts';
import { bodyOf, loneWords } from './several.ts';

export const csv: DiffReporter = {
  name: 'csv',
  endings: ['.csv'],
  render: (diff, options) => csvText(rowsOf(diff, options), options.bom),
  several(diffs, lone, options) {
    const { lang, bom } = options;
    const name = say(lang, 'html.col.unit');
    const rows = diffs.flatMap((diff, i) => {
      const [head = [], ...own] = rowsOf(diff, options, true);
      // Two years and two drafts have other columns: a head stands where they change.
      const isOther = i === 0 || diffs[i - 1]!.kind !== diff.kind;
      return [...(isOther ? [[name, ...head]] : []), ...own.map(row => [bodyOf(diff), ...row])];
    });
    return csvText([...rows, ...lone.map(one => [tidy(one.audit.entity ?? ''), loneWords(one, lang)])], bom);
  },
};

type Row = readonly (string | null)[];

/** `plain`: the years are not named, since other comparisons stand under the same head. */
function rowsOf(diff: Diff, options: DiffOptions, plain = false): Row[] {
  return diff.kind === 'years' ? years(diff, options, plain) : drafts(diff, options);
}

function years(diff: YearDiff, { lang, equation }: DiffOptions, plain: boolean): Row[] {
  const [before, after] = (['before', 'after'] as const).map(side =>
    plain ? say(lang, `diff.${side}`) : yearWords(diff, side, lang),
  ) as [string, string];
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

function drafts({ edits }: DraftDiff, { lang }: DiffOptions): Row[] {
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
