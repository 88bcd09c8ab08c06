import type { Audit, Figure, Place } from '../../model/index.ts';
import { clean, tidy } from '../parts/clean.ts';
import { columnsOf } from '../parts/columns.ts';
import { recognised } from '../parts/places.ts';
import { briefWords, finderOf } from '../parts/where.ts';
import { say } from '../parts/words/index.ts';
import type { FigureOptions, FigureReporter } from './reporter.ts';

export const table: FigureReporter = {
  name: 'table',
  endings: ['.txt'],
  render: (audits, _failures, options) => audits.map(audit => `${list(audit, options).join('\n')}\n`).join('\n'),
};

function list({ file, figures, ties, summary }: Audit, { lang, width }: FigureOptions): string[] {
  const finder = finderOf({ figures }, lang);
  const head = ['place', 'printed', 'label', 'fact', 'checks'].map(column => say(lang, `figures.${column}`));
  const rows = figures.map(figure => [
    briefWords({ ...figure, place: withoutDoubt(figure.place), figure }, finder),
    recognised(printedWithUnit(figure), figure.place, lang),
    tidy(figure.label),
    factWords(figure),
    String(ties.get(figure.id) ?? 0),
  ]);
  const { checked, unchecked } = summary;
  return [
    clean(file),
    ...columnsOf(head, rows, { width, right: [1, 4], shrink: [3, 2, 0] }),
    say(lang, 'figures.total', { figures: figures.length, checked, unchecked }),
  ];
}

/** That a number was read from a picture is said beside it: the place may be cut short. */
function withoutDoubt({ confidence: _, ...place }: Place): Place {
  return place;
}

function printedWithUnit({ printed, amount }: Figure): string {
  return tidy(printed.endsWith(amount.unit) ? printed : printed + amount.unit);
}

function factWords({ fact }: Figure): string {
  const { indicator, scope, period, measure } = fact;
  return tidy([indicator, scope, period, measure].filter(part => part !== null).join(' · '));
}
