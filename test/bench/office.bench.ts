import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, bench, describe } from 'vitest';
import { audit } from '../../src/audit.ts';
import { read } from '../../src/readers/index.ts';
import { largeDocx } from '../readers/make/large.ts';
import { sichuanWorkbook } from './workbook.ts';

// What a report as people have it costs: npx vitest bench --run test/bench/office.bench.ts
const docx = largeDocx();
const xlsx = sichuanWorkbook();

// The whole process, as people start it, with the tool as it was last built.
const tool = fileURLToPath(new URL('../../bin/audit.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'audit-bench-'));
afterAll(() => rmSync(folder, { recursive: true }));
const started = (name: string, bytes: Uint8Array) => {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  return () => {
    const { status, stdout } = spawnSync(process.execPath, [tool, 'check', file], { encoding: 'utf8' });
    if (status === null || status > 1) throw new Error(stdout);
  };
};

describe('office files', () => {
  bench('read docx, 60 pages, 30 tables', async () => {
    await read({ file: '决算.docx', bytes: docx });
  });
  bench('read xlsx, 14 sheets', async () => {
    await read({ file: '报表.xlsx', bytes: xlsx });
  });
  bench('audit docx, 60 pages, 30 tables', async () => {
    await audit([{ file: '决算.docx', bytes: docx }]);
  });
  bench('audit xlsx, 14 sheets', async () => {
    await audit([{ file: '报表.xlsx', bytes: xlsx }]);
  });
  bench('audit check docx, a new process', started('决算.docx', docx));
  bench('audit check xlsx, a new process', started('报表.xlsx', xlsx));
});
