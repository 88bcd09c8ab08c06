import { bench, describe } from 'vitest';
import { read } from '../../src/readers/index.ts';
import { largeDocx, largeXlsx } from '../readers/make/large.ts';

// What a report as people have it costs to read: npx vitest bench --run test/bench/office.bench.ts
const docx = largeDocx();
const xlsx = largeXlsx();

describe('reading office files', () => {
  bench('docx, 60 pages, 30 tables', async () => {
    await read({ file: '决算.docx', bytes: docx });
  });
  bench('xlsx, 14 sheets', async () => {
    await read({ file: '报表.xlsx', bytes: xlsx });
  });
});
