import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit.ts';
import { Problem } from '../../src/model/index.ts';

const outcome = (text: string | Uint8Array) =>
  audit([{ file: '说明.txt', bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text }]).then(
    ({ figures }) => figures.length,
    (error: unknown) => (error instanceof Problem ? error.code : String(error)),
  );

describe('text that no report holds', () => {
  it.each([
    ['200 MB in one line', new Uint8Array(200 * 1024 * 1024).fill(0x31), 'reader.too-large'],
    ['a line longer than any report', `收入${'字'.repeat(100_001)}1.00万元`, 'reader.paragraph-too-long'],
    ['blanks without end', `收入${' '.repeat(200_000)}1.00万元`, 1],
    ['digits without end', `收入1.00万元。${'1'.repeat(60_000)}`, 1],
    ['digits without end as the name of a 类', `${'1'.repeat(30_000)}（类）收入1.00万元。${'1'.repeat(30_000)}`, 1],
    ['lines without end', '\n'.repeat(400_000), 'reader.too-many-paragraphs'],
    ['leaders without end', `收入1.00万元${'.'.repeat(60_000)}1字`, 1],
    ['brackets that never close', `${'（'.repeat(60_000)}收入1.00万元`, 1],
  ])('%s', async (_, text, expected) => {
    const start = process.cpuUsage();
    expect(await outcome(text)).toBe(expected);
    expect(process.cpuUsage(start).user / 1e6).toBeLessThan(3);
  });
});
