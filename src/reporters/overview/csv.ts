import { csvText } from '../parts/csv.ts';
import { say } from '../parts/words/index.ts';
import { coverageOf, lostIn, nameOf, stateWords } from './parts.ts';
import type { OverviewReporter } from './reporter.ts';

const COLUMNS = [
  'unit',
  'year',
  'problems',
  'errors',
  'warnings',
  'notes',
  'coverage-percent',
  'figures',
  'checked-figures',
  'unread',
  'largest',
  'money',
  'rules',
  'state',
  'file',
] as const;

/** One row a report; then a row for each file that could not be audited or was left aside: no unit is missing in the list. */
export const csv: OverviewReporter = {
  name: 'csv',
  endings: ['.csv'],
  render({ units, failures, skipped }, { lang, bom }) {
    const rows = units.map(unit => {
      const { year, errors, warnings, notes, figures, checked, unread, largest, rules, file } = unit;
      const counts = [errors + warnings, errors, warnings, notes, coverageOf(unit), figures, checked, unread];
      const gulf = [largest?.printed.replace(/^[-−+]/, '') ?? null, largest?.unit ?? null];
      return [nameOf(unit), year, ...counts, ...gulf, rules.join(' '), stateWords(unit, lang), file];
    });
    const blank = Array<null>(COLUMNS.length - 2).fill(null);
    const lost = lostIn({ failures, skipped }, lang).map(({ file, message }) => [...blank, message, file]);
    return csvText([COLUMNS.map(column => say(lang, `overview.${column}`)), ...rows, ...lost], bom);
  },
};
