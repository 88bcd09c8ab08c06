import type { Failure } from '../model/index.ts';
import { csvText } from './parts/csv.ts';
import { COLUMNS, type Listed, listed } from './parts/listing.ts';
import { whole } from './parts/pieces.ts';
import { say } from './parts/words/index.ts';
import type { Reporter, ReporterOptions, Streamed } from './reporter.ts';

/** The list of what to change, and of what was not read or could not be audited. */
export const csv: Reporter = {
  name: 'csv',
  endings: ['.csv'],
  stream,
  render: (audits, failures, options) => whole(stream, audits, failures, options),
};

const headOf = ({ lang, bom }: ReporterOptions) => csvText([COLUMNS.map(column => say(lang, `csv.${column}`))], bom);

const rowsOf = (rows: readonly Listed[]) => csvText(rows.map(({ cells }) => COLUMNS.map(column => cells[column] ?? null)));

function stream(options: ReporterOptions): Streamed {
  const failed: Failure[] = [];
  let before = 0;
  const rows = (list: readonly Listed[]) => {
    const numbered = list.map(({ cells }, i) => ({ cells: { ...cells, number: String(before + i + 1) } }));
    before += list.length;
    return rowsOf(numbered);
  };
  return {
    begin: () => headOf(options),
    audit: audit => rows(listed([audit], [], { ...options, skipped: [] })),
    // What could not be audited stands at the end, where it is not overlooked.
    failure(failure) {
      failed.push(failure);
      return '';
    },
    skip: one => rows(listed([], [], { ...options, skipped: [one] })),
    end: () => rows(listed([], failed, { ...options, skipped: [] })),
  };
}
