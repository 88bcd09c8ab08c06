import { makeAccounts } from '../generator/accounts.ts';
import { emitXlsx } from '../generator/emit/xlsx.ts';
import { writeReport } from '../generator/narrative/index.ts';
import { STYLES } from '../generator/narrative/styles.ts';
import type { Report } from '../generator/report.ts';

/** The statutory tables of a large department in Sichuan's form: 14, one a sheet; that of the fund's «三公» is empty, as nearly always. */
export function sichuanTables(): Report {
  const report = writeReport(makeAccounts('workbook1', { size: 'large' }), { ...STYLES.basin!, selfEvaluation: 'none' });
  return { ...report, blocks: report.blocks.filter(block => block.kind === 'table') };
}

export const sichuanWorkbook = (): Uint8Array => emitXlsx(sichuanTables());
