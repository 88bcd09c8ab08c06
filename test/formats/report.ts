import { read, write } from '@e965/xlsx';
import { makeAccounts } from '../generator/accounts.ts';
import { emitDocx } from '../generator/emit/docx.ts';
import { emitHtml } from '../generator/emit/html.ts';
import { emitOdt } from '../generator/emit/opendocument.ts';
import { emitRtf } from '../generator/emit/rtf.ts';
import { emitText } from '../generator/emit/text.ts';
import { emitXlsx } from '../generator/emit/xlsx.ts';
import { mutate } from '../generator/mutate.ts';
import { writeReport } from '../generator/narrative/index.ts';
import { mixedStyle, type Style } from '../generator/narrative/style.ts';
import { STYLES } from '../generator/narrative/styles.ts';
import { randomOf } from '../generator/random.ts';
import { marksOf, type Report } from '../generator/report.ts';

/** A generated report, without charts: not every format can carry them. */
export function reportOf(seed: number): Report {
  const named: readonly Style[] = Object.values(STYLES);
  const style = named[seed] ?? mixedStyle(randomOf(`formats${seed}`));
  const report = writeReport(makeAccounts(`formats${seed}`), style, seed);
  return { ...report, blocks: report.blocks.filter(block => block.kind !== 'chart') };
}

/** The same report with one figure of its narrative or tables wrong; which one follows from the seed. */
export function mistaken(seed: number): Report {
  const report = reportOf(seed);
  const accounts = makeAccounts(`formats${seed}`);
  const random = randomOf(`mistaken${seed}`);
  for (let tries = 0; tries < 200; tries++) {
    const mutation = mutate(report, accounts, 'digit', random.int(0, marksOf(report).length - 1), random);
    if (mutation) return mutation.report;
  }
  throw new Error('no figure could be changed');
}

/** The report in every form the generator writes whole. */
export function formsOf(report: Report): Readonly<Record<'text' | 'docx' | 'html' | 'odt' | 'rtf', Uint8Array>> {
  const encode = (text: string) => new TextEncoder().encode(text);
  return {
    text: encode(emitText(report).text),
    docx: emitDocx(report),
    html: encode(emitHtml(report)),
    odt: emitOdt(report),
    rtf: emitRtf(report),
  };
}

/** The report in the order in which several files tell it: the narrative, then the tables; and each of the two alone. */
export function partsOf(report: Report): Readonly<Record<'whole' | 'narrative' | 'tables', Report>> {
  const tables = report.blocks.filter(block => block.kind === 'table');
  const narrative = report.blocks.filter(block => block.kind !== 'table');
  const holding = (blocks: Report['blocks']): Report => ({ ...report, blocks });
  return { whole: holding([...narrative, ...tables]), narrative: holding(narrative), tables: holding(tables) };
}

/** A workbook as other programs keep it: .xls of Excel 97–2003, «XML 表格 2003», .xlsb. */
export function savedAs(workbook: Uint8Array, bookType: 'biff8' | 'xlml' | 'xlsb'): Uint8Array {
  const book = read(workbook, { type: 'array', cellNF: true, cellStyles: true });
  return new Uint8Array(write(book, { type: 'array', bookType, cellStyles: true }) as ArrayBuffer);
}

/** For the fixtures of other programs: the report whole, and its tables alone. */
export const fixtureDocx = (): Uint8Array => emitDocx(mistaken(1));
export const fixtureText = (): string => emitText(mistaken(1)).text;
export const fixtureXlsx = (): Uint8Array => emitXlsx(mistaken(1));
