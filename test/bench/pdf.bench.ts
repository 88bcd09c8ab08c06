import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { bench, describe } from 'vitest';
import { read } from '../../src/readers/index.ts';

// AUDIT_PDF=/path/to/a/report.pdf npx vitest bench --run test/bench/pdf.bench.ts
// Beside our own times: `pdftotext -layout` (poppler-utils) of the same file, and a whole `audit check` in a new process when `dist` is built.
const file = process.env.AUDIT_PDF ?? resolve(import.meta.dirname, '../../fixtures/readers/pdf/three-pages.pdf');
const bytes = readFileSync(file);
const cli = resolve(import.meta.dirname, '../../bin/audit.js');
const hasPdftotext = (() => {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

describe('reading a PDF', () => {
  bench('read, warm', async () => {
    await read({ file, bytes });
  });

  bench.runIf(existsSync(resolve(import.meta.dirname, '../../dist/cli.js')))('audit check, new process', () => {
    try {
      execFileSync(process.execPath, [cli, 'check', file], { stdio: 'ignore' });
    } catch {
      // findings make the exit code 1
    }
  });

  bench.runIf(hasPdftotext)('pdftotext -layout, new process', () => {
    execFileSync('pdftotext', ['-layout', file, '/dev/null'], { stdio: 'ignore' });
  });

  bench('node start alone', () => {
    execFileSync(process.execPath, ['-e', '0']);
  });
});
