import { makeAccounts } from '../generator/accounts.ts';
import { emitDocx } from '../generator/emit/docx.ts';
import { emitText } from '../generator/emit/text.ts';
import { writeReport } from '../generator/narrative/index.ts';
import { STYLES } from '../generator/narrative/styles.ts';
import { largeDocx } from '../readers/make/large.ts';
import { sichuanWorkbook } from './workbook.ts';

/** A file that an audit's cost is measured on. */
export interface Sample {
  readonly name: string;
  readonly file: string;
  readonly bytes: Uint8Array;
}

const report = writeReport(makeAccounts('ratios', { size: 'large' }), STYLES.coast!, 'ratios');
const encoded = (text: string) => new TextEncoder().encode(text);

/** One report in each of its forms, and one workbook. */
export const samples: readonly Sample[] = [
  { name: 'text', file: 'report.txt', bytes: encoded(emitText(report).text) },
  { name: 'docx', file: 'report.docx', bytes: emitDocx(report) },
  { name: 'xlsx', file: 'tables.xlsx', bytes: sichuanWorkbook() },
];

/** n, 2n and 4n of the same: what an audit costs for each figure should stay what it is. */
export const growing: readonly Sample[] = [8, 16, 32].map(tables => ({
  name: `docx, ${tables} tables`,
  file: 'report.docx',
  bytes: largeDocx(tables),
}));
