import { describe, expect, it } from 'vitest';
import type { Document, Table } from '../../src/model/index.ts';
import { read } from '../../src/readers/index.ts';
import { makeAccounts } from './accounts.ts';
import { emitDocx } from './emit/docx.ts';
import { emitHtml } from './emit/html.ts';
import { emitText } from './emit/text.ts';
import { emitXlsx } from './emit/xlsx.ts';
import { writeReport } from './narrative/index.ts';
import { mixedStyle } from './narrative/style.ts';
import { STYLES } from './narrative/styles.ts';
import { randomOf } from './random.ts';
import { plain, type Report, type TableBlock } from './report.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const squeeze = (text: string) => text.replace(/\s/g, '');
// A table of contents is the readers' own business: they may leave it out.
const REPORTS: [string, Report][] = [
  ...Object.values(STYLES).map(
    style => [style.name, writeReport(makeAccounts(21), { ...style, contents: 'none' })] as [string, Report],
  ),
  ...[1, 2, 3, 4].map(
    i =>
      [`mixed${i}`, writeReport(makeAccounts(i), { ...mixedStyle(randomOf(`readers${i}`)), contents: 'none' }, i)] as [
        string,
        Report,
      ],
  ),
];

/** Every cell of a table with its place and spans, blanks left out. */
const expected = (table: TableBlock) =>
  table.cells.map(cell => `${cell.row},${cell.col} ${cell.rowSpan}x${cell.colSpan} ${squeeze(plain(cell.inline))}`);
const seen = (table: Table) =>
  table.cells.map(cell => `${cell.row},${cell.col} ${cell.rowSpan}x${cell.colSpan} ${squeeze(cell.text.content)}`);
const tablesOf = (document: Document) => document.blocks.filter(block => block.kind === 'table');
const wantedOf = (report: Report) => report.blocks.filter(block => block.kind === 'table');

describe.each(REPORTS)('a report in the style %s', (_, report) => {
  it.each([
    ['docx', emitDocx(report, { splitRuns: true })],
    ['html', bytes(emitHtml(report))],
  ])('keeps its tables, captions and units in %s', async (format, file) => {
    const document = await read({ file: `report.${format}`, bytes: file });
    const tables = tablesOf(document);
    const wanted = wantedOf(report);
    expect(tables.length).toBe(wanted.length);
    wanted.forEach((table, i) => {
      expect(seen(tables[i]!)).toEqual(expected(table));
      if (!table.title) return;
      expect(tables[i]!.title?.content).toBe(table.title.replace(/^[一二三四五六七八九十]+、/, ''));
      expect(tables[i]!.unit).toBe(/单位：(.+)/.exec(table.corner.at(-1)!)![1]);
    });
  });

  it('keeps its tables as sheets in xlsx', async () => {
    const tables = tablesOf(await read({ file: 'report.xlsx', bytes: emitXlsx(report) }));
    const wanted = wantedOf(report);
    expect(tables.length).toBe(wanted.length);
    wanted.forEach((table, i) => {
      const texts = new Set(tables[i]!.cells.map(cell => squeeze(cell.text.content)));
      for (const cell of table.cells.filter(one => one.inline.length > 0))
        expect(texts, `${table.title} ${plain(cell.inline)}`).toContain(squeeze(plain(cell.inline)));
    });
  });

  it('keeps the text of its cells in text', async () => {
    const document = await read({ file: 'report.txt', bytes: bytes(emitText(report).text) });
    const found = tablesOf(document).flatMap(table => table.cells.map(cell => squeeze(cell.text.content)));
    const wanted = wantedOf(report).flatMap(table => table.cells.map(cell => squeeze(plain(cell.inline))));
    const count = (list: readonly string[]) => {
      const counts = new Map<string, number>();
      for (const text of list) if (text) counts.set(text, (counts.get(text) ?? 0) + 1);
      return [...counts].sort();
    };
    expect(count(found)).toEqual(count(wanted));
  });

  it('keeps its paragraphs in every format', async () => {
    const wanted = report.blocks.flatMap(block =>
      block.kind === 'paragraph' || block.kind === 'heading' ? [squeeze(plain(block.inline))] : [],
    );
    for (const [format, file] of [
      ['docx', emitDocx(report)],
      ['html', bytes(emitHtml(report))],
      ['txt', bytes(emitText(report).text)],
    ] as const) {
      const document = await read({ file: `report.${format}`, bytes: file });
      const found = document.blocks.flatMap(block =>
        block.kind === 'paragraph' || block.kind === 'heading' ? [squeeze(block.text.content)] : [],
      );
      for (const text of wanted) expect(found, format).toContain(text);
    }
  });
});
