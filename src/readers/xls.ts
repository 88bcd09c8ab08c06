import type { CellObject, WorkSheet } from '@e965/xlsx';
import { type Document, type Input, type Notice, Problem } from '../model/index.ts';
import { isProtected, tamed } from './parts/biff.ts';
import { openCompound } from './parts/cfb.ts';
import { latin1 } from './parts/latin1.ts';
import { LIMITS, megabytes } from './parts/limits.ts';
import { show } from './parts/number-format.ts';
import type { Merge, Sheet, SheetCell } from './parts/sheet.ts';
import type { Listed } from './parts/sheet-notices.ts';
import type { Reader } from './reader.ts';

/** Excel 97–2003 workbooks (BIFF, [MS-XLS]), WPS's .et, and «XML 表格 2003». */
export const xls: Reader = {
  format: 'xls',
  recognises: input => isXmlSpreadsheet(input.bytes) || bookOf(input) !== undefined,
  async read(input: Input): Promise<Document> {
    const { file, bytes } = input;
    if (bytes.length > LIMITS.xls)
      throw new Problem('reader.too-large', { size: megabytes(bytes.length), limit: megabytes(LIMITS.xls) }, { file });
    const book = bookOf(input);
    if (book && isProtected(book)) throw new Problem('reader.encrypted', {}, { file });
    if (!book && isBeyond(bytes)) throw new Problem('reader.damaged', {}, { file });
    const library = await import('@e965/xlsx');
    const { documentOf } = await import('./xlsx/read.ts');
    if (openCompound(input)?.names.includes('Book')) library.set_cptable(await import('@e965/xlsx/dist/cpexcel.full.mjs'));
    // The workbook's stream alone: nothing else in the file is needed, and a damaged summary could cost any amount of memory.
    const listed = sheetsOf(library, book ? tamed(book, file) : bytes, file);
    return documentOf(file, 'xls', listed, notesOf(input));
  },
};

/** A sheet of Excel has so many rows, and fewer columns. */
const ROWS = 1_048_576;

/** A row, column or span beyond any sheet in an XML workbook: the library goes all the way there, cell by cell. */
function isBeyond(bytes: Uint8Array): boolean {
  const numbers = new TextDecoder().decode(bytes).matchAll(/\b(?:Index|Span|MergeAcross|MergeDown)="\s{0,9}([\d.e+]{1,40})/gi);
  for (const [, number] of numbers) if (!(Number(number) <= ROWS)) return true;
  return false;
}

/** What the library reads of a workbook, as sheets. Throws `reader.damaged`, `reader.encrypted`, `reader.too-many-cells`. */
export function sheetsOf(library: typeof import('@e965/xlsx'), bytes: Uint8Array, file: string): Listed[] {
  try {
    const options = { type: 'array', dense: true, cellNF: true, cellFormula: true, cellStyles: true } as const;
    const workbook = silently(() => library.read(bytes, options));
    let budget: number = LIMITS.cells;
    return workbook.SheetNames.map((name, i) => {
      const sheet = sheetOf(name, workbook.Sheets[name]!);
      budget -= sheet.cells.length;
      if (budget < 0) throw new Problem('reader.too-many-cells', { limit: LIMITS.cells }, { file });
      return { sheet, hidden: (workbook.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0 };
    });
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem(/password|encrypt/i.test(String(error)) ? 'reader.encrypted' : 'reader.damaged', {}, { file });
  }
}

/** The library tells the terminal what it does not know in a damaged workbook; what matters of it becomes a Problem or a notice. */
function silently<T>(read: () => T): T {
  const terminal = globalThis.console;
  globalThis.console = { ...terminal, error: () => undefined, warn: () => undefined, log: () => undefined };
  try {
    return read();
  } finally {
    globalThis.console = terminal;
  }
}

function sheetOf(name: string, source: WorkSheet): Sheet {
  const cells: SheetCell[] = [];
  // Rows and cells that are not there are holes; only what is there is visited.
  const rows = (source['!data'] ?? []) as CellObject[][];
  rows.forEach((row, r) => {
    row?.forEach((cell, c) => {
      if (cell && (cell.t !== 'z' || cell.f)) cells.push(cellOf(cell, r, c));
    });
  });
  const merges: Merge[] = (source['!merges'] ?? []).map(({ s, e }) => ({
    row: s.r,
    col: s.c,
    rowSpan: e.r - s.r + 1,
    colSpan: e.c - s.c + 1,
  }));
  return { name, cells, merges, hiddenRows: hiddenOf(source['!rows']), hiddenCols: hiddenOf(source['!cols']) };
}

function hiddenOf(infos: readonly ({ readonly hidden?: boolean } | undefined)[] | undefined): Set<number> {
  const hidden = new Set<number>();
  infos?.forEach((info, i) => {
    if (info?.hidden) hidden.add(i);
  });
  return hidden;
}

function cellOf(cell: CellObject, row: number, col: number): SheetCell {
  const formula = cell.f ? { formula: cell.f } : {};
  if (cell.t === 'e') return { row, col, text: cell.w ?? '#N/A', kind: 'error', ...formula };
  if (cell.t === 'z' || cell.v === undefined) return { row, col, text: '', kind: 'blank', ...formula };
  if (cell.t !== 'n')
    return { row, col, text: String(cell.t === 's' ? cell.v : (cell.w ?? cell.v)).trim(), kind: 'text', ...formula };
  const shown = show(String(cell.v), String(cell.z ?? 'General')) ?? { text: (cell.w ?? String(cell.v)).trim() };
  return { row, col, kind: 'number', ...formula, ...shown };
}

function bookOf(input: Input): Uint8Array | undefined {
  const compound = openCompound(input);
  if (compound?.names.includes('WordDocument')) return undefined;
  return compound?.stream('Workbook') ?? compound?.stream('Book');
}

function isXmlSpreadsheet(bytes: Uint8Array): boolean {
  const head = latin1(bytes.subarray(0, 2048));
  return /^(?:\xef\xbb\xbf)?\s*<\?xml/.test(head) && head.includes('urn:schemas-microsoft-com:office:spreadsheet');
}

function notesOf(input: Input): Notice[] {
  const names = openCompound(input)?.names ?? [];
  return names.some(name => /^_VBA_PROJECT_CUR\//i.test(name)) ? [{ code: 'reader.macros', params: {} }] : [];
}
