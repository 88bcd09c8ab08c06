import * as XLSX from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { makeAccounts } from '../accounts.ts';
import { writeReport } from '../narrative/index.ts';
import { STYLES } from '../narrative/styles.ts';
import { isMark, marksOf, plain, type Report } from '../report.ts';
import { emitDocx } from './docx.ts';
import { emitHtml } from './html.ts';
import { emitXlsx } from './xlsx.ts';

const LIST = Object.values(STYLES).map(style => [style.name, writeReport(makeAccounts(9), style)] as const);
const tablesOf = (report: Report) => report.blocks.filter(block => block.kind === 'table');

describe('docx', () => {
  it.each(LIST)('%s: every row of every table is as wide as the table, and no text is lost', (_, report) => {
    const xml = strFromU8(unzipSync(emitDocx(report, { splitRuns: true }))['word/document.xml']!);
    const tables = [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(match => match[0]);
    expect(tables.length).toBe(tablesOf(report).length);
    tablesOf(report).forEach((table, i) => {
      const rows = [...tables[i]!.matchAll(/<w:tr>(.*?)<\/w:tr>/gs)].map(match => match[1]!);
      expect(rows.length).toBe(table.rows);
      for (const row of rows) {
        const widths = [...row.matchAll(/<w:tcPr>(?:<w:gridSpan w:val="(\d+)"\/>)?/g)].map(match => Number(match[1] ?? 1));
        expect(widths.reduce((a, b) => a + b, 0)).toBe(table.cols);
      }
    });
    const text = xml.replace(/<[^>]+>/g, '').replace(/&quot;/g, '"');
    for (const block of report.blocks) if (block.kind === 'paragraph') expect(text).toContain(plain(block.inline));
  });

  it('has the charts with their data, and numbers its lists on request', () => {
    const report = writeReport(makeAccounts(9), STYLES.basin);
    const parts = unzipSync(emitDocx(report, { numbering: true }));
    const charts = Object.keys(parts).filter(name => name.startsWith('word/charts/'));
    expect(charts.length).toBe(report.blocks.filter(block => block.kind === 'chart').length);
    expect(charts.length).toBeGreaterThan(0);
    expect(strFromU8(parts['word/document.xml']!)).toContain('<w:numPr>');
  });
});

describe('xlsx', () => {
  it.each(LIST)('%s: one table a sheet, with every figure in its cell', (_, report) => {
    const book = XLSX.read(emitXlsx(report), { type: 'array' });
    const tables = tablesOf(report);
    expect(book.SheetNames.length).toBe(tables.length);
    tables.forEach((table, i) => {
      const sheet = book.Sheets[book.SheetNames[i]!]!;
      const above = table.title ? 1 + table.corner.length : 0;
      let figures = 0;
      for (const cell of table.cells) {
        const [only] = cell.inline;
        if (cell.inline.length !== 1 || !only || !isMark(only)) continue;
        figures++;
        const stored = sheet[XLSX.utils.encode_cell({ r: cell.row + above, c: cell.col })];
        expect(stored?.t).toBe('n');
        expect(XLSX.SSF.format('0.00', stored.v)).toBe(Number(only.printed.replace(/,/g, '')).toFixed(2));
      }
      expect(figures).toBe(table.cells.filter(cell => cell.inline.length === 1 && isMark(cell.inline[0]!)).length);
    });
    expect(tables.some(table => table.cells.some(cell => cell.inline.some(isMark)))).toBe(true);
  });
});

describe('html', () => {
  it.each(LIST)('%s: all marked figures are in the page', (_, report) => {
    const page = emitHtml(report);
    expect(page).toBe(emitHtml(report));
    const errors: string[] = [];
    parse(page, { onParseError: error => void errors.push(error.code) });
    expect(errors).toEqual([]);
    const text = page.replace(/<[^>]+>/g, ' ');
    const charted = new Set(
      report.blocks.flatMap(block => (block.kind === 'chart' ? block.points.map(point => point.value) : [])),
    );
    for (const mark of marksOf(report)) if (!charted.has(mark)) expect(text).toContain(mark.printed);
  });
});

it('the same report gives the same bytes in every format', () => {
  const make = () => writeReport(makeAccounts(12), STYLES.basin);
  expect(Buffer.from(emitDocx(make())).equals(Buffer.from(emitDocx(make())))).toBe(true);
  expect(Buffer.from(emitXlsx(make())).equals(Buffer.from(emitXlsx(make())))).toBe(true);
});
