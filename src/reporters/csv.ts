import { csvText } from './parts/csv.ts';
import { COLUMNS, listed } from './parts/listing.ts';
import { say } from './parts/words/index.ts';
import type { Reporter } from './reporter.ts';

/** The list of what to change, and of what was not read or could not be audited. */
export const csv: Reporter = {
  name: 'csv',
  endings: ['.csv'],
  render(audits, failures, options) {
    const head = COLUMNS.map(column => say(options.lang, `csv.${column}`));
    const body = listed(audits, failures, options).map(({ cells }) => COLUMNS.map(column => cells[column] ?? null));
    return csvText([head, ...body], options.bom);
  },
};
