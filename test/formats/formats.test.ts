import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit.ts';
import type { Audit } from '../../src/model/index.ts';
import { emitDocx } from '../generator/emit/docx.ts';
import { emitOfd } from '../generator/emit/ofd.ts';
import { emitOds } from '../generator/emit/opendocument.ts';
import { emitPage } from '../generator/emit/page.ts';
import { emitXlsx } from '../generator/emit/xlsx.ts';
import { plain, type Report } from '../generator/report.ts';
import { formsOf, mistaken, partsOf, reportOf, savedAs } from './report.ts';

const folder = join(import.meta.dirname, '../../fixtures/formats');
const whole = (file: string, bytes: Uint8Array) => audit([{ file, bytes }]);
const fixture = (name: string) => whole(name, readFileSync(join(folder, name)));

/** What a report states, wherever it stands: each figure with what it is bound to, as often as it occurs. */
const stated = ({ figures }: Audit) =>
  figures
    .map(({ amount, fact }) =>
      [amount.value.toString(), amount.unit, fact.indicator, fact.scope, fact.period, fact.measure].join(' · '),
    )
    .sort();

/** What is wrong with it: rule, severity and equation of each finding. */
const found = ({ findings }: Audit) =>
  findings.map(({ rule, severity, expected }) => [rule, severity, expected].join(' · ')).sort();

describe('a report is the same in every format', () => {
  it.each([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])('generated report %i: text, docx, html, odt and rtf state the same', async seed => {
    const forms = formsOf(reportOf(seed));
    const text = await whole('report.txt', forms.text);
    expect(text.figures.length).toBeGreaterThan(100);
    for (const form of ['docx', 'html', 'odt', 'rtf'] as const) {
      const other = await whole(`report.${form}`, forms[form]);
      expect(stated(other)).toEqual(stated(text));
      expect(found(other)).toEqual(found(text));
    }
  });

  it.each([0, 1, 2, 3, 4, 5])('generated report %i with one figure wrong: all forms find the same', async seed => {
    const forms = formsOf(mistaken(seed));
    const text = found(await whole('report.txt', forms.text));
    for (const form of ['docx', 'html', 'odt', 'rtf'] as const)
      expect(found(await whole(`report.${form}`, forms[form]))).toEqual(text);
  });
});

describe('a report on fixed pages', () => {
  // Contents with page numbers and tables wider than a sheet are told otherwise on pages than in a flow of text.
  const isPlain = ({ blocks }: Report) =>
    !blocks.some(block =>
      block.kind === 'table' ? block.cols > 20 : block.kind === 'paragraph' && /^目\s*录$/.test(plain(block.inline)),
    );
  const seeds = Array.from({ length: 14 }, (_, seed) => seed).filter(seed => isPlain(reportOf(seed)));

  it.each(seeds)('generated report %i states and finds in OFD what it does in docx', async seed => {
    const report = seed % 2 ? mistaken(seed) : reportOf(seed);
    const docx = await whole('report.docx', emitDocx(report));
    const pages = await whole('report.ofd', emitOfd(report));
    expect(stated(pages)).toEqual(stated(docx));
    expect(found(pages)).toEqual(found(docx));
    expect([pages.entity, pages.year]).toEqual([docx.entity, docx.year]);
  });

  it.each(['single', 'folded', 'units', 'short'] as const)('is the same whatever hand wrote it: %s', async hand => {
    const report = mistaken(seeds[0]!);
    const [usual, other] = [await whole('report.ofd', emitOfd(report)), await whole('report.ofd', emitOfd(report, hand))];
    expect(found(usual).length).toBeGreaterThan(0);
    expect(stated(other)).toEqual(stated(usual));
    expect(found(other)).toEqual(found(usual));
  });

  it('is tried on several', () => expect(seeds.length).toBeGreaterThan(5));
});

describe('a report published on a website', () => {
  it.each([0, 1, 2, 3, 4, 5, 6, 7])(
    'generated report %i: what stands around it and how it is marked up changes nothing',
    async seed => {
      const report = seed % 2 ? mistaken(seed) : reportOf(seed);
      const docx = await whole('report.docx', emitDocx(report));
      const page = await whole('report.html', new TextEncoder().encode(emitPage(report, seed)));
      expect(stated(page)).toEqual(stated(docx));
      expect(found(page)).toEqual(found(docx));
      expect([page.entity, page.year]).toEqual([docx.entity, docx.year]);
    },
  );
});

describe('tables in a workbook are the same as in the report itself', () => {
  const withTables = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].filter(seed => partsOf(reportOf(seed)).tables.blocks.length > 0);

  it.each(withTables)('generated report %i: a workbook states and finds what its tables do', async seed => {
    const { tables } = partsOf(seed % 2 ? mistaken(seed) : reportOf(seed));
    const workbook = emitXlsx(tables, { asText: seed % 3 === 2 });
    const printed = await whole('tables.docx', emitDocx(tables));
    expect(printed.figures.length).toBeGreaterThan(60);
    for (const [name, bytes] of [
      ['tables.xlsx', workbook],
      ['tables.xls', savedAs(workbook, 'biff8')],
      ['tables.xml', savedAs(workbook, 'xlml')],
      ['tables.xlsb', savedAs(workbook, 'xlsb')],
      ['tables.ods', emitOds(tables)],
      ['tables.fods', emitOds(tables, { flat: true })],
    ] as const) {
      const stored = await whole(name, bytes);
      expect(stated(stored)).toEqual(stated(printed));
      expect(found(stored)).toEqual(found(printed));
    }
  });

  it.each(withTables)('generated report %i: narrative and workbook together are the whole report', async seed => {
    const parts = partsOf(seed % 2 ? reportOf(seed) : mistaken(seed));
    const whole = await audit([{ file: 'report.docx', bytes: emitDocx(parts.whole) }]);
    const together = await audit([
      { file: 'narrative.docx', bytes: emitDocx(parts.narrative) },
      { file: 'tables.xlsx', bytes: emitXlsx(parts.tables) },
    ]);
    expect(stated(together)).toEqual(stated(whole));
    expect(found(together)).toEqual(found(whole));
  });
});

describe('files that another program wrote', () => {
  it.each(['report.docx', 'report.doc', 'report.html', 'report.odt', 'report.fodt', 'report.rtf'])(
    '%s states and finds what the text does',
    async name => {
      const [text, other] = [await fixture('report.txt'), await fixture(name)];
      expect(stated(other)).toEqual(stated(text));
      expect(found(other)).toEqual(found(text));
      expect(found(text).length).toBeGreaterThan(0);
    },
  );

  it.each(['tables.xlsx', 'tables.xls', 'tables.ods', 'tables.fods'])(
    '%s states and finds what the tables of the report do',
    async name => {
      const tables = await whole('tables.docx', emitDocx(partsOf(mistaken(1)).tables));
      const other = await fixture(name);
      expect(stated(other)).toEqual(stated(tables));
      expect(found(other)).toEqual(found(tables));
    },
  );
});

describe('files without a figure say where the figures may be', () => {
  const page = (body: string) =>
    new TextEncoder().encode(`<html><meta charset="utf-8"><body><h1>部门决算公开</h1>${body}</body></html>`);
  it.each([
    ['<p>附件：<a href="1.pdf">说明.pdf</a></p>', 'audit.only-attachments'],
    ['<p><img src="1.png"></p><p><img src="2.png"></p>', 'audit.only-pictures'],
    ['<p>本页正在建设。</p>', 'audit.no-figures'],
  ])('%s', async (body, code) => expect(whole('网页.html', page(body))).rejects.toMatchObject({ code }));
});
