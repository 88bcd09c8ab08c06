import { type Document, type Input, type Notice, OWN_PAPER, OWN_TITLE, Problem } from '../../model/index.ts';
import { LIMITS } from '../parts/limits.ts';
import { show } from '../parts/number-format.ts';
import { blocksOfSheet, cellName, type SheetCell } from '../parts/sheet.ts';
import { type Listed, noticesOfSheets } from '../parts/sheet-notices.ts';
import { Drawings } from './drawings.ts';
import { type RawCell, type RawSheet, readSheetPart } from './sheet.ts';
import { openWorkbook, type SheetEntry, type Workbook } from './workbook.ts';

/** A workbook, and the name of the sheet that was open when it was saved. */
export async function readWorkbook(input: Input): Promise<{ readonly document: Document; readonly active: string | undefined }> {
  const { file } = input;
  const workbook = openWorkbook(input);
  const odd = new OddFormats(workbook.date1904);
  let budget: number = LIMITS.cells;
  const listed: Listed[] = [];
  const lost: Notice[] = [];
  const drawings = new Drawings(file, workbook.pkg);
  for (const entry of workbook.sheets) {
    const { name, part, hidden } = entry;
    const raw = sheetPart(entry, workbook, file, budget);
    if (!raw || part === undefined) {
      lost.push({ code: 'reader.sheet-lost', params: { sheet: name }, place: { file, sheet: name } });
      continue;
    }
    budget -= raw.cells.length;
    const cells: SheetCell[] = [];
    for (const cell of raw.cells) cells.push(await shown(cell, workbook, odd));
    const strings = raw.cells.filter(cell => cell.type === 's' && stringFor(cell, workbook) === undefined);
    if (strings[0]) lost.push(lostStrings(strings, name, workbook, file));
    listed.push({ sheet: { ...raw, name, cells }, hidden, ...(hidden ? {} : { drawn: drawings.of(part, name, raw.drawing) }) });
  }
  if (listed.length === 0) throw new Problem('reader.damaged', {}, { file });
  const document = documentOf(file, 'xlsx', listed, [
    ...lost,
    ...drawings.notices,
    ...workbook.pkg.notices,
    ...notesOf(workbook),
  ]);
  return { document, active: workbook.active };
}

/** A sheet that is not there, or damaged: the others are read, and it is told. */
function sheetPart({ part }: SheetEntry, { pkg }: Workbook, file: string, budget: number): RawSheet | undefined {
  if (part === undefined) return undefined;
  try {
    const bytes = pkg.archive.part(part);
    return bytes && readSheetPart(bytes, { file, part }, budget);
  } catch (error) {
    if (error instanceof Problem && error.code === 'reader.damaged-part') return undefined;
    throw error;
  }
}

const stringFor = ({ value }: RawCell, { strings }: Workbook): string | undefined =>
  value === undefined ? '' : strings?.[Number(value)];

/** Cells whose words are not there: some of them is told; without the part that holds all words nothing can be read. */
function lostStrings(cells: readonly RawCell[], sheet: string, { strings }: Workbook, file: string): Notice {
  if (!strings) throw new Problem('reader.damaged-part', { part: 'xl/sharedStrings.xml' }, { file });
  const names = cells.slice(0, 5).map(({ row, col }) => cellName(row, col));
  return {
    code: 'reader.strings-lost',
    params: { sheet, count: cells.length, cells: names },
    place: { file, sheet, cell: names[0]! },
  };
}

const isOwn = (text: string) => text === OWN_TITLE || text === OWN_PAPER;

/** Sheets as a document; hidden ones are noticed only, and so is a list of corrections out of an earlier check. */
export function documentOf(
  file: string,
  format: 'xlsx' | 'xls' | 'xlsb' | 'ods',
  sheets: readonly Listed[],
  notices: readonly Notice[],
): Document {
  const own = sheets.filter(({ sheet }) => sheet.cells.some(cell => cell.row === 0 && cell.col === 0 && isOwn(cell.text)));
  const listed = sheets.filter(one => !own.includes(one));
  // A working paper that a program has saved anew.
  if (own.length > 0 && listed.length === 0) throw new Problem('files.own-output', {}, { file });
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
  if (type === 's') return { row, col, text: (stringFor(cell, workbook) ?? '').trim(), kind: 'text', ...formula };
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
