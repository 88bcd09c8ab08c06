import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Problem, type Table } from '../../src/model/index.ts';
import { read } from '../../src/readers/index.ts';
import { outlineOf } from './make/say.ts';
import { REPORT, reportDocx, reportXlsx, SHEETS } from './make/source.ts';

const fixture = (name: string) => new Uint8Array(readFileSync(join(import.meta.dirname, '../../fixtures/readers', name)));
const open = (name: string) => read({ file: name, bytes: fixture(name) });

/** Fixtures are made by test/readers/make/libreoffice.mjs out of make/source.ts. */
describe('what LibreOffice writes', () => {
  it('is first read as it was made', async () => {
    expect(outlineOf(await read({ file: '报告.docx', bytes: reportDocx() }))).toEqual(REPORT);
    expect(outlineOf(await read({ file: '报表.xlsx', bytes: reportXlsx() }))).toEqual(SHEETS);
  });

  it.each(['docx', 'doc', 'odt', 'fodt'])('reads the same in %s', async format => {
    const document = await open(`libreoffice.${format}`);
    expect(document.format).toBe(format.replace(/^f/, ''));
    expect(outlineOf(document)).toEqual(REPORT);
    expect(document.notices.map(notice => notice.code)).toEqual(['reader.tracked-changes', 'reader.hidden-text']);
  });

  it.each(['doc', 'odt'])('says the same places in docx and %s', async other => {
    const [docx, doc] = await Promise.all([open('libreoffice.docx'), open(`libreoffice.${other}`)]);
    const places = (document: typeof docx) =>
      (document.blocks.filter(block => block.kind === 'table') as Table[]).map(table =>
        table.cells
          .map(cell => cell.text.runs[0]!.place)
          .map(({ tableNumber, rowNumber, columnNumber }) => [tableNumber, rowNumber, columnNumber]),
      );
    expect(places(doc)).toEqual(places(docx));
    expect(places(doc).map(table => table[0])).toEqual([
      [1, 1, 1],
      [2, 1, 1],
      [3, 1, 1],
    ]);
  });

  it('reads the same in html, apart from what that loses: kinds of numbers, the place of notes', async () => {
    const plain = (line: string) => line.replace(/^#+ /, '').replace(/^(?:[一二三四]、|（[一二三四]）|\d\.)/, '');
    const note = '含使用上年结转3.00万元。';
    const lines = outlineOf(await open('libreoffice.html')).map(plain);
    expect(lines).toEqual([...REPORT.map(plain).filter(line => line !== note), note]);
  });

  it.each(['xlsx', 'xls', 'ods', 'fods'])('reads the same in %s', async format => {
    const document = await open(`libreoffice.${format}`);
    expect(document.format).toBe(format.replace(/^f/, ''));
    expect(outlineOf(document)).toEqual(SHEETS);
    const cells = (document.blocks[0] as Table).cells;
    expect(cells.filter(cell => cell.stored).map(cell => [cell.text.content, cell.stored])).toEqual([
      ['516.82', '516.8234'],
      ['56.02%', '56.021'],
      ['-', '0'],
    ]);
    expect(cells.filter(cell => cell.hidden).map(cell => cell.text.content)).toEqual(['20101', '1,343.56', '-']);
    expect(document.notices.map(notice => notice.code)).toEqual(['reader.hidden-sheet', 'reader.hidden-rows-in-sum']);
  });

  it('reads a sheet saved as a page', async () => {
    const [table] = (await open('libreoffice-sheets.html')).blocks as Table[];
    expect(table).toMatchObject({
      title: { content: '支出决算表' },
      unit: '万元',
      notes: [{ content: '注：本表反映部门本年度支出情况。' }],
    });
    expect(table!.cells.find(cell => cell.text.content === '本年支出')).toMatchObject({ row: 3, col: 1, colSpan: 3 });
  });
});

describe('a .doc that cannot be read', () => {
  const bytes = fixture('libreoffice.doc');
  const problem = (content: Uint8Array) =>
    read({ file: '坏.doc', bytes: content }).then(
      () => undefined,
      (error: unknown) => (error instanceof Problem ? error.code : error),
    );
  /** The file information block begins where the WordDocument stream does: at its magic number. */
  const fib = bytes.findIndex((byte, i) => byte === 0xec && bytes[i + 1] === 0xa5 && i >= 512);
  const changed = (at: number, ...values: number[]) => {
    const copy = bytes.slice();
    copy.set(values, fib + at);
    return copy;
  };
  it('is protected with a password', async () =>
    expect(await problem(changed(0x0b, bytes[fib + 0x0b]! | 1))).toBe('reader.encrypted'));
  it('is older than Word 97', async () => expect(await problem(changed(2, 0x68, 0x00))).toBe('reader.old-word'));
  it('has lost its piece table', async () =>
    expect(await problem(changed(0x1a2, 0, 0, 0, 0, 0, 0, 0, 0))).toBe('reader.damaged'));
  it('is cut off', async () => expect(await problem(bytes.subarray(0, 3000))).toMatch(/^reader\.(?:truncated|damaged)$/));
});
