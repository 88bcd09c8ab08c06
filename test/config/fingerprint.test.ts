import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit.ts';
import { makeAccounts } from '../generator/accounts.ts';
import { emitDocx } from '../generator/emit/docx.ts';
import { emitText } from '../generator/emit/text.ts';
import { paragraph } from '../generator/narrative/clauses.ts';
import { writeReport } from '../generator/narrative/index.ts';
import { STYLES } from '../generator/narrative/styles.ts';
import { type Block, mapMarks, type Report } from '../generator/report.ts';

const WRONG = new Set(['change/T1.TI', 'change/T4.GT', 'T5.total.basic']);
/** The report with some of its figures wrong, told without its own tables, so that only sentences are at stake. */
function broken(seed: number): Report {
  const style = STYLES.delta!;
  const seen = new Set<string>();
  return mapMarks(writeReport(makeAccounts(seed), style, seed), mark => {
    if (!WRONG.has(mark.fact) || seen.has(mark.fact)) return mark;
    seen.add(mark.fact);
    return { ...mark, printed: `8${mark.printed}` };
  });
}

async function errors(bytes: Uint8Array, file = '报告.txt'): Promise<string[]> {
  const { findings } = await audit([{ file, bytes }]);
  return findings
    .filter(({ severity }) => severity === 'error')
    .map(({ fingerprint }) => fingerprint)
    .sort();
}
const text = (report: Report, options: Parameters<typeof emitText>[1] = {}) =>
  new TextEncoder().encode(emitText(report, options).text);
/** Paragraphs in front of everything and between all blocks. */
function padded(report: Report): Report {
  const filler: Block = paragraph(['本部门按照要求公开有关情况，接受社会监督。']);
  return { ...report, blocks: report.blocks.flatMap((block, i) => (i % 4 === 0 ? [filler, block] : [block])) };
}

describe.each([1, 2, 5])('fingerprints of report %i', seed => {
  const report = broken(seed);

  it('are there, and each is one finding’s', async () => {
    const found = await errors(text(report));
    expect(found.length).toBeGreaterThan(1);
    expect(new Set(found).size).toBe(found.length);
  });
  it('survive paragraphs inserted before and between', async () => {
    expect(await errors(text(padded(report)))).toEqual(await errors(text(report)));
  });
  it('survive another page layout', async () => {
    expect(await errors(text(report, { indent: 'full', wrap: 38, pages: 30 }))).toEqual(await errors(text(report)));
  });
  it('survive being corrected elsewhere', async () => {
    const clean = writeReport(makeAccounts(seed), STYLES.delta!, seed);
    const other = mapMarks(clean, mark => (mark.fact === 'change/T1.TI' ? { ...mark, printed: `8${mark.printed}` } : mark));
    const [alone, all] = [await errors(text(other)), await errors(text(report))];
    expect(alone.length).toBeGreaterThan(0);
    expect(all).toEqual(expect.arrayContaining(alone));
  });
  it('do not depend on the value that is wrong', async () => {
    const again = mapMarks(report, mark =>
      mark.fact === 'change/T1.TI' ? { ...mark, printed: `7${mark.printed.slice(1)}` } : mark,
    );
    expect(await errors(text(again))).toEqual(await errors(text(report)));
  });
  it('are the same in a Word file with other pages', async () => {
    const [plain, long] = [await errors(emitDocx(report), 'a.docx'), await errors(emitDocx(padded(report)), 'b.docx')];
    expect(plain.length).toBeGreaterThan(1);
    expect(long).toEqual(plain);
  });
});
