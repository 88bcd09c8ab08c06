import { type Document, type Input, type Notice, OWN_TITLE, Problem } from '../../model/index.ts';
import { LIMITS } from '../parts/limits.ts';
import { show } from '../parts/number-format.ts';
import { blocksOfSheet, cellName, type SheetCell } from '../parts/sheet.ts';
import { type Listed, noticesOfSheets } from '../parts/sheet-notices.ts';
import { isZip, listZip } from '../parts/zip.ts';
import type { Reader } from '../reader.ts';
import { Drawings } from './drawings.ts';
import { type RawCell, readSheetPart } from './sheet.ts';
import { openWorkbook, type Workbook } from './workbook.ts';

/** Excel workbooks (ECMA-376), also as WPS and LibreOffice write them: what a person sees, and what is stored behind it. */
export const xlsx: Reader = {
  format: 'xlsx',
  recognises: ({ bytes }) =>
    isZip(bytes) && [...(listZip(bytes)?.keys() ?? [])].some(name => /^xl\/worksheets\/.*\.xml$/i.test(name)),
  async read(input: Input): Promise<Document> {
    return (await readWorkbook(input)).document;
  },
};

/** A workbook, and the name of the sheet that was open when it was saved. */
export async function readWorkbook(input: Input): Promise<{ readonly document: Document; readonly active: string | undefined }> {
  const { file } = input;
  const workbook = openWorkbook(input);
  const odd = new OddFormats(workbook.date1904);
  let budget: number = LIMITS.cells;
  const listed: Listed[] = [];
  const drawings = new Drawings(file, workbook.pkg);
  for (const { name, part, hidden } of workbook.sheets) {
    const bytes = workbook.pkg.archive.part(part);
    if (!bytes) throw new Problem('reader.damaged', {}, { file });
    const raw = readSheetPart(bytes, file, budget);
    budget -= raw.cells.length;
    const cells: SheetCell[] = [];
    for (const cell of raw.cells) cells.push(await shown(cell, workbook, odd));
    listed.push({ sheet: { ...raw, name, cells }, hidden, ...(hidden ? {} : { drawn: drawings.of(part, name) }) });
  }
  const document = documentOf(file, 'xlsx', listed, [...drawings.notices, ...notesOf(workbook)]);
  return { document, active: workbook.active };
}

/** Sheets as a document; hidden ones are noticed only, and so is a list of corrections out of an earlier check. */
export function documentOf(
  file: string,
  format: 'xlsx' | 'xls',
  sheets: readonly Listed[],
  notices: readonly Notice[],
): Document {
  const own = sheets.filter(({ sheet }) => sheet.cells.some(cell => cell.row === 0 && cell.col === 0 && cell.text === OWN_TITLE));
  const listed = sheets.filter(one => !own.includes(one));
  const left = own.map(({ sheet: { name } }) => ({
    code: 'reader.own-sheet',
    params: { sheet: name },
    place: { file, sheet: name },
  }));
  const blocks = listed.flatMap(({ sheet, hidden, drawn = [] }) =>
    hidden ? [] : [...blocksOfSheet(sheet, (row, col) => ({ file, sheet: sheet.name, cell: cellName(row, col) })), ...drawn],
  );
  return { file, format, blocks, notices: [...noticesOfSheets(listed, file), ...left, ...notices] };
}

async function shown(cell: RawCell, workbook: Workbook, odd: OddFormats): Promise<SheetCell> {
  const { row, col, value, type } = cell;
  const formula = cell.formula === undefined || cell.formula === '' ? {} : { formula: cell.formula };
  if (value === undefined)
    return { row, col, text: '', kind: 'blank', ...(cell.formula === undefined ? {} : { formula: cell.formula }) };
  if (type === 's') return { row, col, text: (workbook.strings[Number(value)] ?? '').trim(), kind: 'text', ...formula };
  if (type === 'str' || type === 'inlineStr') return { row, col, text: value.trim(), kind: 'text', ...formula };
  if (type === 'e') return { row, col, text: value, kind: 'error', ...formula };
  if (type === 'b') return { row, col, text: value === '1' ? 'TRUE' : 'FALSE', kind: 'text', ...formula };
  if (type === 'd') return { row, col, text: value, kind: 'text', ...formula };
  return { row, col, kind: 'number', ...formula, ...(await odd.show(value, workbook.formats[cell.style] ?? 'General')) };
}

/** Numbers in formats of their own kind (dates, fractions) need a library, which is loaded when the first one comes. */
export class OddFormats {
  private readonly date1904: boolean;
  private library: typeof import('@e965/xlsx') | undefined;

  constructor(date1904: boolean) {
    this.date1904 = date1904;
  }

  async show(value: string, format: string): Promise<{ text: string; stored?: string }> {
    const shown = show(value, format);
    if (shown) return shown;
    this.library ??= await import('@e965/xlsx');
    try {
      return { text: String(this.library.SSF.format(format, Number(value), { date1904: this.date1904 })).trim() };
    } catch {
      return { text: value };
    }
  }
}

function notesOf({ pkg }: Pick<Workbook, 'pkg'>): Notice[] {
  const notices: Notice[] = [];
  const links = pkg.archive.names.filter(name => /^xl\/externalLinks\/[^/]+\.xml$/i.test(name));
  if (pkg.archive.names.some(name => /vbaProject\.bin$/i.test(name))) notices.push({ code: 'reader.macros', params: {} });
  if (links.length) notices.push({ code: 'reader.external-links', params: { count: links.length } });
  return notices;
}
