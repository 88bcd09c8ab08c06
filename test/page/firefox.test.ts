import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { BAD } from '../commands/run.ts';
import { emitPdf } from '../generator/emit/pdf.ts';
import { mapMarks } from '../generator/report.ts';
import { sample } from '../generator/sweep.ts';
import { Firefox, firefoxPath } from './firefox.ts';

if (!firefoxPath) console.warn('No Firefox was found on the path (or in FIREFOX_BIN): its tests of the drop page are skipped.');

describe.skipIf(!firefoxPath)('the drop page in Firefox', () => {
  const firefox = new Firefox();
  beforeAll(() => firefox.start(), 120_000);
  beforeEach(() => firefox.open());
  afterAll(() => firefox.close());
  const state = () => firefox.run<string>("return document.querySelector('.state').textContent");

  it('audits a Word file and lights up a problem', { timeout: 60_000 }, async () => {
    const bytes = new Uint8Array(readFileSync(join(import.meta.dirname, '../../fixtures/formats/report.docx')));
    await firefox.drop({ name: 'report.docx', bytes });
    expect(await state()).toBe('要改 1 处');
    await firefox.run(
      "document.querySelector('details.problem summary').click(); await new Promise(done => setTimeout(done, 200));",
    );
    expect(await firefox.run("return document.querySelectorAll('mark.wrong.lit').length")).toBe(1);
  });

  it('audits a PDF and shows the page that has a problem', { timeout: 60_000 }, async () => {
    const report = mapMarks(sample(3).report, mark => (mark.fact.endsWith('T1.f.221') ? { ...mark, printed: '999.99' } : mark));
    await firefox.drop({ name: 'r.pdf', bytes: emitPdf(report) });
    expect(await state()).toContain('要改 1 处');
    const shown = await firefox.run<number>(`const image = new Image();
      image.src = document.querySelector('details.page image').getAttribute('href');
      await image.decode();
      return image.naturalWidth;`);
    expect(shown).toBeGreaterThan(500);
  });

  it('audits a text', { timeout: 60_000 }, async () => {
    await firefox.drop({ name: '报告.txt', bytes: new TextEncoder().encode(BAD) });
    expect(await state()).toMatch(/^要改 \d+ 处$/);
  });
});
