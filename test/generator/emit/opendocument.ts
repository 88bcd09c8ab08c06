import { type CellBlock, isMark, plain, type Report, type TableBlock } from '../report.ts';
import { DECLARATION, escaped, pack } from './xml.ts';

const NAMES = ['office', 'style', 'text', 'table', 'draw']
  .map(name => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ');
const TYPE = 'application/vnd.oasis.opendocument';

/** An OpenDocument file: `flat` as one XML file (.fodt, .fods), else as a package (.odt, .ods). */
function fileOf(kind: 'text' | 'spreadsheet', body: string, flat: boolean): Uint8Array {
  const inner = `<office:body><office:${kind}>${body}</office:${kind}></office:body>`;
  if (flat)
    return new TextEncoder().encode(
      `${DECLARATION}<office:document ${NAMES} office:version="1.3" office:mimetype="${TYPE}.${kind}">${inner}</office:document>`,
    );
  return pack({
    mimetype: `${TYPE}.${kind}`,
    'META-INF/manifest.xml': `${DECLARATION}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="${TYPE}.${kind}"/></manifest:manifest>`,
    'styles.xml': `${DECLARATION}<office:document-styles ${NAMES}/>`,
    'content.xml': `${DECLARATION}<office:document-content ${NAMES}>${inner}</office:document-content>`,
  });
}

const text = (written: string) =>
  escaped(written)
    .replace(/\n/g, '<text:line-break/>')
    .replace(/ {2,}/g, blanks => ` <text:s text:c="${blanks.length - 1}"/>`);
const paragraph = (written: string) => `<text:p>${text(written)}</text:p>`;

/** The report as a text: headings with their levels, paragraphs, tables with spans, covered cells and header rows. */
export function emitOdt(report: Report, { flat = false } = {}): Uint8Array {
  const body = report.blocks.map(block => {
    if (block.kind === 'heading') return `<text:h text:outline-level="${block.level}">${text(plain(block.inline))}</text:h>`;
    if (block.kind === 'paragraph') return paragraph(plain(block.inline));
    return block.kind === 'table' ? tableOf(block) : '';
  });
  return fileOf('text', body.join(''), flat);
}

function tableOf(table: TableBlock): string {
  const above = [table.title, ...table.corner].filter(Boolean).map(paragraph).join('');
  const rows = rowsOf(table.cells, table.rows, table.cols, cell => paragraph(plain(cell.inline)));
  const columns = `<table:table-column table:number-columns-repeated="${table.cols}"/>`;
  const head = `<table:table-header-rows>${rows.slice(0, table.head).join('')}</table:table-header-rows>`;
  return `${above}<table:table>${columns}${head}${rows.slice(table.head).join('')}</table:table>${table.notes.map(paragraph).join('')}`;
}

/** The tables of a report as a workbook: one a sheet, as emitXlsx lays them out. */
export function emitOds(report: Report, { flat = false } = {}): Uint8Array {
  const tables = report.blocks.filter(block => block.kind === 'table');
  return fileOf('spreadsheet', tables.map(sheetOf).join(''), flat);
}

function sheetOf(table: TableBlock, i: number): string {
  const above = table.title ? [table.title, ...table.corner] : [];
  const outside = (row: number, col: number, colSpan: number, written: string): CellBlock => ({
    row,
    col,
    rowSpan: 1,
    colSpan,
    inline: [written],
  });
  const cells = [
    ...above.map((one, row) => (row === 0 ? outside(0, 0, table.cols, one) : outside(row, table.cols - 1, 1, one))),
    ...table.cells.map(cell => ({ ...cell, row: cell.row + above.length })),
    ...table.notes.map((note, n) => outside(above.length + table.rows + n, 0, 1, note)),
  ];
  const rows = rowsOf(cells, above.length + table.rows + table.notes.length, table.cols, cell => {
    const printed = plain(cell.inline);
    return printed === '' ? '' : printed.split('\n').map(paragraph).join('');
  });
  const title = table.title || plain(table.cells[0]?.inline ?? []) || '表';
  const rest =
    '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>';
  return `<table:table table:name="${escaped(`${i + 1} ${title.replace(/\n/g, '')}`)}">${rows.join('')}${rest}</table:table>`;
}

/** Rows with every place filled: with a cell, the covered part of one, or an empty one. */
function rowsOf(cells: readonly CellBlock[], rows: number, cols: number, inner: (cell: CellBlock) => string): string[] {
  const grid: string[][] = Array.from({ length: rows }, () => Array<string>(cols).fill('<table:table-cell/>'));
  for (const cell of cells) {
    for (let row = cell.row; row < Math.min(rows, cell.row + cell.rowSpan); row++)
      for (let col = cell.col; col < cell.col + cell.colSpan; col++) grid[row]![col] = '<table:covered-table-cell/>';
    const spans =
      cell.rowSpan * cell.colSpan > 1
        ? ` table:number-rows-spanned="${cell.rowSpan}" table:number-columns-spanned="${cell.colSpan}"`
        : '';
    grid[cell.row]![cell.col] = `<table:table-cell${spans}${storedAs(cell)}>${inner(cell)}</table:table-cell>`;
  }
  return grid.map(row => `<table:table-row>${row.join('')}</table:table-row>`);
}

function storedAs({ inline }: CellBlock): string {
  const [only] = inline;
  if (inline.length !== 1 || !only || !isMark(only)) return '';
  return ` office:value-type="float" office:value="${only.exact ?? only.printed.replace(/,/g, '')}"`;
}
