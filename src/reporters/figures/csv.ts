import { formatLike } from '../../model/index.ts';
import { csvText } from '../parts/csv.ts';
import { briefWords, finderOf, placeBehind } from '../parts/where.ts';
import { say } from '../parts/words/index.ts';
import type { FigureReporter } from './reporter.ts';

const COLUMNS = [
  'file',
  'entity',
  'period',
  'table',
  'row',
  'col',
  'indicator',
  'scope',
  'measure',
  'label',
  'printed',
  'value',
  'unit',
  'kind',
  'section',
  'place',
  'checks',
] as const;

export const csv: FigureReporter = {
  name: 'csv',
  endings: ['.csv'],
  render(audits, _failures, { lang, bom }) {
    const head = COLUMNS.map(column => say(lang, `figures.${column}`));
    const rows = audits.flatMap(audit => {
      const finder = finderOf(audit, lang);
      return audit.figures.map(figure => {
        const { id, place, section, label, printed, amount, fact, at } = figure;
        return [
          place.file,
          audit.entity,
          fact.period,
          at ? [at.number, at.table].filter(Boolean).join(' ') : '',
          at?.row,
          at?.col,
          fact.indicator,
          fact.scope,
          fact.measure,
          label,
          printed,
          formatLike(amount.value, amount),
          amount.unit,
          say(lang, `figures.kind.${amount.kind}`),
          section,
          at ? placeBehind({ ...figure, figure }, finder) : briefWords({ ...figure, figure }, finder),
          audit.ties.get(id) ?? 0,
        ].map(cell => cell ?? null);
      });
    });
    return csvText([head, ...rows], bom);
  },
};
