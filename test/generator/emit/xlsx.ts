import { type CellBlock, isMark, plain, type Report, type TableBlock } from '../report.ts';
import { DECLARATION, escaped, pack } from './xml.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export interface XlsxOptions {
  /** Figures are stored as text («1,234.56»), as exports of some systems do. */
  readonly asText?: boolean;
}

/** Styles by index: General, #,##0.00 and 0.00 with borders, and what stands outside the table. */
const STYLE = { general: 0, thousands: 1, plain: 2, outside: 3 } as const;

/** The tables of a report as a workbook: one a sheet, its title over all columns, its number and unit in the corner, merged headers. */
export function emitXlsx(report: Report, options: XlsxOptions = {}): Uint8Array {
  const tables = report.blocks.filter(block => block.kind === 'table');
  const names = tables.map((table, i) => sheetName(table, i));
  const sheets = Object.fromEntries(tables.map((table, i) => [`xl/worksheets/sheet${i + 1}.xml`, sheetXml(table, options)]));
  const overrides = [
    ['/xl/workbook.xml', `${SHEET}.sheet.main+xml`],
    ['/xl/styles.xml', `${SHEET}.styles+xml`],
    ...tables.map((_, i) => [`/xl/worksheets/sheet${i + 1}.xml`, `${SHEET}.worksheet+xml`]),
  ];
  return pack({
    '[Content_Types].xml': `${DECLARATION}<Types xmlns="${TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.map(([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`).join('')}</Types>`,
    '_rels/.rels': `${DECLARATION}<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${names.map((name, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${DECLARATION}<Relationships xmlns="${PACKAGE}">${tables.map((_, i) => `<Relationship Id="rId${i + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}<Relationship Id="rIdStyles" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `${DECLARATION}<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="2"><border/><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" borderId="1"/><xf numFmtId="4" borderId="1" applyNumberFormat="1"/><xf numFmtId="2" borderId="1" applyNumberFormat="1"/><xf numFmtId="0"/></cellXfs></styleSheet>`,
    ...sheets,
  });
}

/** A sheet's name has at most 31 characters and none of \ / ? * [ ] : */
function sheetName(table: TableBlock, i: number): string {
  const first = table.title || plain(table.cells[0]?.inline ?? []) || '表';
  return `${i + 1} ${first.replace(/[\\/?*[\]:\n]/g, '')}`.slice(0, 31);
}

/** Column letters: 0 is A, 26 is AA. */
export const letters = (col: number): string =>
  (col < 26 ? '' : letters(Math.floor(col / 26) - 1)) + String.fromCharCode(65 + (col % 26));

function sheetXml(table: TableBlock, options: XlsxOptions): string {
  const above = table.title ? [table.title, ...table.corner] : [];
  const rows = new Map<number, string[]>();
  const merges: string[] = [];
  const put = (row: number, xml: string) => rows.set(row, [...(rows.get(row) ?? []), xml]);
  above.forEach((text, row) => {
    const col = row === 0 ? 0 : table.cols - 1;
    put(row, textCell(row, col, text, STYLE.outside));
    if (row === 0) merges.push(`A1:${letters(table.cols - 1)}1`);
  });
  for (const cell of table.cells) {
    const row = cell.row + above.length;
    const xml = cellXml(cell, row, options);
    if (xml) put(row, xml);
    if (cell.rowSpan > 1 || cell.colSpan > 1) {
      merges.push(`${letters(cell.col)}${row + 1}:${letters(cell.col + cell.colSpan - 1)}${row + cell.rowSpan}`);
    }
  }
  table.notes.forEach(
    (note, i) => void put(above.length + table.rows + i, textCell(above.length + table.rows + i, 0, note, STYLE.outside)),
  );
  const data = [...rows].sort(([a], [b]) => a - b).map(([row, cells]) => `<row r="${row + 1}">${cells.join('')}</row>`);
  const merged =
    merges.length > 0
      ? `<mergeCells count="${merges.length}">${merges.map(ref => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
      : '';
  return `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetData>${data.join('')}</sheetData>${merged}</worksheet>`;
}

const textCell = (row: number, col: number, text: string, style: number = STYLE.general) =>
  `<c r="${letters(col)}${row + 1}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;

function cellXml(cell: CellBlock, row: number, options: XlsxOptions): string {
  const text = plain(cell.inline);
  if (text === '') return '';
  const [only] = cell.inline;
  if (options.asText || cell.inline.length !== 1 || !only || !isMark(only)) return textCell(row, cell.col, text);
  const value = only.exact ?? only.printed.replace(/,/g, '');
  const cents = /\.\d\d$/.test(only.printed);
  const style = only.printed.includes(',') ? STYLE.thousands : cents ? STYLE.plain : STYLE.general;
  return `<c r="${letters(cell.col)}${row + 1}" s="${style}"><v>${value}</v></c>`;
}
