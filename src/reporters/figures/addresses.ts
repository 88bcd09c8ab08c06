import { type Audit, type Figure, formatLike } from '../../model/index.ts';
import { clean, tidy } from '../parts/clean.ts';
import { columnsOf } from '../parts/columns.ts';
import { csvText } from '../parts/csv.ts';
import { jsonText } from '../parts/json-text.ts';
import { briefWords, finderOf } from '../parts/where.ts';
import { type Lang, say } from '../parts/words/index.ts';

/** A report and the addresses under which rules find its figures. */
export interface Addressed {
  readonly audit: Audit;
  readonly addresses: ReadonlyMap<string, readonly Figure[]>;
}

interface Options {
  readonly lang: Lang;
  readonly bom: boolean;
  readonly width: number;
}

type Render = (reports: readonly Addressed[], options: Options) => string;

const rowsOf = ({ audit, addresses }: Addressed, lang: Lang) => {
  const finder = finderOf(audit, lang);
  return [...addresses].map(([address, [figure]]) => {
    const { printed, amount, label } = figure!;
    return {
      address,
      printed,
      unit: amount.unit,
      value: formatLike(amount.value, amount),
      label,
      place: briefWords({ ...figure!, figure: figure! }, finder),
    };
  });
};

const table: Render = (reports, { lang, width }) =>
  reports
    .map(report => {
      const rows = rowsOf(report, lang);
      const head = ['address', 'printed', 'label', 'place'].map(column => say(lang, `figures.${column}`));
      const cells = rows.map(row => [
        row.address,
        tidy(row.printed + (row.printed.endsWith(row.unit) ? '' : row.unit)),
        tidy(row.label),
        row.place,
      ]);
      const total = say(lang, 'figures.addresses-total', { count: rows.length });
      return `${[clean(report.audit.file), ...columnsOf(head, cells, { width, right: [1], shrink: [2, 3] }), total].join('\n')}\n`;
    })
    .join('\n');

const csv: Render = (reports, { lang, bom }) => {
  const head = ['file', 'address', 'printed', 'value', 'unit', 'label', 'place'];
  const rows = reports.flatMap(report =>
    rowsOf(report, lang).map(({ address, printed, value, unit, label, place }) => [
      report.audit.file,
      address,
      printed,
      value,
      unit,
      label,
      place,
    ]),
  );
  return csvText([head.map(column => say(lang, `figures.${column}`)), ...rows], bom);
};

const json: Render = (reports, { lang }) =>
  jsonText({ version: 1, reports: reports.map(report => ({ file: report.audit.file, addresses: rowsOf(report, lang) })) });

/** By the names of the formats of figures. */
export const addressReporters: Readonly<Record<string, Render>> = { table, csv, json };
