import { bench, describe } from 'vitest';
import { audit } from '../../src/audit.ts';
import { read } from '../../src/readers/index.ts';
import { largeDocx } from '../readers/make/large.ts';
import { sichuanWorkbook } from './workbook.ts';

// What a report as people have it costs: npx vitest bench --run test/bench/office.bench.ts
const docx = largeDocx();
const xlsx = sichuanWorkbook();

describe('office files', () => {
  bench('read docx, 60 pages, 30 tables', async () => {
    await read({ file: '决算.docx', bytes: docx });
  });
  bench('read xlsx, 14 sheets', async () => {
    await read({ file: '报表.xlsx', bytes: xlsx });
  });
  bench('audit xlsx, 14 sheets', async () => {
    await audit([{ file: '报表.xlsx', bytes: xlsx }]);
  });
});
