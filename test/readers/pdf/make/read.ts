import type { Document, Table } from '../../../../src/model/index.ts';
import { readPdf } from '../../../../src/readers/pdf/read.ts';
import { type Extras, type Sheet, writePdf } from './pdf.ts';

export const readSheets = (sheets: readonly Sheet[], extras?: Extras): Promise<Document> =>
  readPdf({ file: 'a.pdf', bytes: writePdf(sheets, extras) });

export const tablesOf = (document: Document): Table[] => document.blocks.filter(block => block.kind === 'table');

/** Rows of a table as texts; a merged cell shows its spans: «项目{1x4}». */
export function rowsOf(table: Table): string[] {
  const rows: string[][] = Array.from({ length: table.rows }, () => []);
  for (const { row, rowSpan, colSpan, text } of table.cells)
    rows[row]!.push(text.content + (rowSpan * colSpan > 1 ? `{${rowSpan}x${colSpan}}` : ''));
  return rows.map(row => row.join('|'));
}

/** Headings as «# …» (one # for each level), paragraphs as they are, tables as «[rows x cols]». */
export const outline = (document: Document): string[] =>
  document.blocks.map(block => {
    if (block.kind === 'heading') return `${'#'.repeat(block.level)} ${block.text.content}`;
    if (block.kind === 'table') return `[${block.rows}x${block.cols}]`;
    return block.kind === 'paragraph' ? block.text.content : block.kind;
  });
