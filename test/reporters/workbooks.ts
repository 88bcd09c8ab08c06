import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { read, type WorkBook } from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** A cell of a workbook as it is written: its text or number, and the formula behind it. */
export interface Told {
  readonly text: string;
  readonly formula?: string;
  readonly link?: string;
}

/** The cells of a sheet, row by row, from the first. */
export function cellsOf(bytes: Uint8Array, sheet: string): Told[][] {
  return rowsOf(read(bytes, { type: 'array', cellFormula: true, cellNF: true, dense: true }), sheet);
}

function rowsOf(book: WorkBook, sheet: string): Told[][] {
  const rows = (book.Sheets[sheet]?.['!data'] ?? []) as { v?: unknown; f?: string; l?: { Target: string } }[][];
  return rows.map(row =>
    Array.from(row ?? [], cell => ({
      text: String(cell?.v ?? ''),
      ...(cell?.f === undefined ? {} : { formula: cell.f }),
      ...(cell?.l === undefined ? {} : { link: cell.l.Target }),
    })),
  );
}

/** All sheets as text, for goldens: cells between bars, formulas in braces before their value, links behind an arrow. */
export function outline(bytes: Uint8Array): string {
  const book = read(bytes, { type: 'array', cellFormula: true, dense: true });
  const told = ({ text, formula, link }: Told) =>
    (formula === undefined ? '' : `{=${formula}} `) + text.replaceAll('\n', '⏎') + (link === undefined ? '' : ` → ${link}`);
  const sheets = book.SheetNames.map(name => [
    `# ${name}`,
    ...rowsOf(book, name).map(row => row.map(told).join(' | ').trimEnd()),
  ]);
  return `${sheets.map(lines => lines.join('\n')).join('\n\n')}\n`;
}

/** Another number in a cell of a sheet (by its place in the workbook, from 1), as a reviewer would type it. */
export function withNumbers(bytes: Uint8Array, sheet: number, numbers: ReadonlyMap<string, string>): Uint8Array {
  const parts = unzipSync(bytes);
  const name = `xl/worksheets/sheet${sheet}.xml`;
  let xml = strFromU8(parts[name]!);
  for (const [cell, number] of numbers) xml = xml.replace(new RegExp(`(<c r="${cell}"[^>]*><v>)[^<]*`), `$1${number}`);
  parts[name] = strToU8(xml);
  return zipSync(parts);
}

/** Whether LibreOffice is there to calculate with; tests that need it are skipped where it is not. */
export const office = spawnSync('soffice', ['--version']).status === 0;

/** A file opened by LibreOffice and saved again. */
export function converted(bytes: Uint8Array, ending: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'audit-office-'));
  try {
    const file = join(folder, `file.${ending}`);
    writeFileSync(file, bytes);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const out = join(folder, 'out');
    spawnSync('soffice', [profile, '--headless', '--convert-to', ending, '--outdir', out, file]);
    return new Uint8Array(readFileSync(join(out, `file.${ending}`)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A workbook calculated anew by LibreOffice: what its formulas come to, whatever values were stored with them. */
export function recalculated(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  for (const name of Object.keys(parts))
    if (name.startsWith('xl/worksheets/'))
      parts[name] = strToU8(strFromU8(parts[name]!).replace(/(<f>[^<]*<\/f>)<v>[^<]*<\/v>/g, '$1'));
  return converted(zipSync(parts), 'xlsx');
}
