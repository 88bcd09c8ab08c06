import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const run = join(import.meta.dirname, 'run.mjs');

/** What a number of mutants of a reader came to. */
async function fuzz(reader: string, runs: number, seed = 1) {
  const args = [run, '--reader', reader, '--runs', String(runs), '--seed', String(seed)];
  const { stdout } = await promisify(execFile)('node', args);
  return JSON.parse(stdout) as { readonly runs: number; readonly read: number; readonly refused: number };
}

// Old workbooks are left to `npm run fuzz`: some of them take more memory than a run may hold, and only the command's thread stops them.
it.each([
  ['docx', 6],
  ['xlsx', 15],
  ['doc', 20],
  ['rtf', 12],
  ['xml', 12],
  ['pdf', 3],
  ['html', 12],
  ['csv', 15],
  ['txt', 8],
  ['yaml', 12],
])('files of %s whose structure is damaged are read or refused in words', async (reader, runs) => {
  const { read, refused } = await fuzz(reader, runs);
  // Nearly every change of a hand-written dataset is a mistake in it.
  if (reader !== 'yaml') expect(read).toBeGreaterThan(0);
  // A run that ends in neither way fails the command, and this test with its words.
  expect(read + refused).toBe(runs);
});
