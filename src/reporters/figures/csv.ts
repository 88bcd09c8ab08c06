import { formatLike } from '../../model/index.ts';
import { csvText } from '../parts/csv.ts';
import { placeWords } from '../parts/places.ts';
import { say } from '../parts/words/index.ts';
import type { FigureReporter } from './reporter.ts';

const COLUMNS = [
  'file',
  'place',
  'section',
  'label',
  'printed',
  'value',
  'unit',
  'kind',
  'indicator',
  'scope',
  'period',
  'measure',
  'checks',
] as const;

export const csv: FigureReporter = {
  name: 'csv',
  endings: ['.csv'],
  render(audits, _failures, { lang, bom }) {
    const head = COLUMNS.map(column => say(lang, `figures.${column}`));
    const rows = audits.flatMap(({ figures, ties }) =>
      figures.map(({ id, place, section, label, printed, amount, fact }) => [
        place.file,
        placeWords(place, lang),
        section,
        label,
        printed,
        formatLike(amount.value, amount),
        amount.unit,
        say(lang, `figures.kind.${amount.kind}`),
        fact.indicator,
        fact.scope,
        fact.period,
        fact.measure,
        ties.get(id) ?? 0,
      ]),
    );
    return csvText([head, ...rows], bom);
  },
};
