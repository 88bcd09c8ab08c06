import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Mark } from '../../src/annotate/mark.ts';
import { annotatePdf, type PdfEngine } from '../../src/annotate/pdf.ts';
import { audit, startEngine } from '../../src/audit.ts';

const FILE = 'report.pdf';
const bytes = new Uint8Array(readFileSync(join(import.meta.dirname, '../../fixtures/readers/pdf/three-pages.pdf')));
const engine = async () => (await startEngine()) as unknown as PdfEngine;
const read = (data: Uint8Array) => audit([{ file: FILE, bytes: data }]);

describe('the pages of a PDF', () => {
  it('are drawn only for those who look at them', async () => {
    const changed = readFileSync(join(import.meta.dirname, '../../fixtures/readers/pdf/three-pages.pdf'));
    const inputs = [{ file: FILE, bytes: new Uint8Array(changed) }];
    const all = await audit(inputs, { documents: true, undrawn: true });
    expect(all.documents).toHaveLength(1);
    expect(all.documents![0]).not.toHaveProperty('pictures');
  });
});

describe('annotatePdf', () => {
  it('highlights every figure, keeps the text and says what it says in the annotations', async () => {
    const before = await read(bytes);
    expect(before.figures.length).toBeGreaterThan(20);
    const marks = before.figures.map(({ place, printed }): Mark => ({ place, printed, state: 'wrong', note: `请改 ${printed}` }));
    const marked = annotatePdf(await engine(), bytes, marks);
    expect(marked.missed).toEqual([]);
    const raw = Buffer.from(marked.bytes).toString('latin1');
    expect(raw.split('/Highlight').length - 1).toBeGreaterThan(20);
    const after = await read(marked.bytes);
    expect(after.figures.map(({ printed, place }) => [printed, place.page, place.box])).toEqual(
      before.figures.map(({ printed, place }) => [printed, place.page, place.box]),
    );
  });

  it('puts a small tick behind each figure that ties, in no place of the text', async () => {
    const before = await read(bytes);
    const marks = before.figures.map(({ place, printed }): Mark => ({ place, printed, state: 'tied' }));
    const { bytes: made, missed } = annotatePdf(await engine(), bytes, marks);
    expect(missed).toEqual([]);
    const raw = Buffer.from(made).toString('latin1');
    const boxes = new Set(before.figures.map(({ place }) => JSON.stringify([place.page, place.box])));
    expect(raw.split('/InkList').length - 1).toBe(boxes.size);
    expect(raw).not.toContain('/Underline');
    expect((await read(made)).figures.map(({ printed }) => printed)).toEqual(before.figures.map(({ printed }) => printed));
  });

  it('gives back marks that stand on no page', async () => {
    const marks: Mark[] = [
      { place: { file: FILE, paragraph: 1 }, printed: '1', state: 'wrong' },
      { place: { file: FILE, page: 999, box: [0, 0, 1, 1] }, printed: '1', state: 'wrong' },
    ];
    expect(annotatePdf(await engine(), bytes, marks).missed).toEqual(marks);
  });
});
