import { read, utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { audit as road } from '../../src/audit.ts';
import { read as readDocument } from '../../src/readers/index.ts';
import { tamed } from '../../src/readers/parts/biff.ts';
import { audit, folderWith, GOOD } from '../commands/run.ts';
import { savedAs } from '../formats/report.ts';
import { docx, p, r } from '../readers/make/docx.ts';
import { xlsx } from '../readers/make/xlsx.ts';

const book = () => xlsx([{ name: '一', rows: [['收入支出决算总表'], ['本年收入合计', 3], ['总计', 3]] }]);

/** A compound file whose directory leads from its root back to one of its entries. */
function circular(bytes: Uint8Array, link: 68 | 72 | 76): Uint8Array {
  const copy = Buffer.from(bytes);
  const root = (copy.readUInt32LE(48) + 1) * 512;
  copy.writeUInt32LE(link === 76 ? 0 : 1, root + link);
  if (link !== 76) copy.writeUInt32LE(1, root + 76);
  return copy;
}

/** A workbook of Excel 5 in which a record of style is another record, and one that says nothing behind it. */
function excel5(record: readonly number[]): Uint8Array {
  const sheet = utils.aoa_to_sheet([['收入支出决算总表'], ['总计', 3]]);
  const workbook = utils.book_new();
  utils.book_append_sheet(workbook, sheet, 'Sheet1');
  const bytes = Buffer.from(write(workbook, { type: 'array', bookType: 'biff5' }) as ArrayBuffer);
  const style = bytes.indexOf(Buffer.from([0xe0, 0, 16, 0]));
  const left = 20 - record.length;
  bytes.fill(0, style, style + 20);
  bytes.set(left < 4 ? record : [...record, 0xc0, 1, left - 4, 0], style);
  return bytes;
}

/** A formula that claims to be longer than itself. */
const endless = () => excel5([0x06, 0, 16, 0, 0, 0, 0, 0, 0xf4, 0xff, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);

/** Texts that end before they say how long they are. */
const SHORT: Readonly<Record<string, readonly number[]>> = {
  'a text of Excel 2': [0x04, 0, 0, 0],
  'the text of a formula of Excel 2': [0x07, 0, 0, 0],
  'a text': [0x04, 0x02, 6, 0, 0, 0, 0, 0, 0, 0],
  'the text of a formula': [0x07, 0x02, 1, 0, 5],
  'a rich text': [0xd6, 0, 6, 0, 0, 0, 0, 0, 0, 0],
  'a name': [0x18, 0, 2, 0, 0, 0],
};

const note = (id: number, inner: string) => `<w:footnote w:id="${id}">${p(r(`注${id} 3.00 万元。`) + inner)}</w:footnote>`;
const refer = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
const body = p(r('2023年度本年收入合计3.00万元。') + refer(1));

describe('a file of which a reader would never come back', () => {
  it.each([68, 72, 76] as const)('a directory that leads in a circle (link %i) is damage', async link => {
    const bytes = circular(savedAs(book(), 'biff8'), link);
    for (const file of ['a.xls', 'a.doc'])
      await expect(road([{ file, bytes }])).rejects.toMatchObject({
        code: expect.stringMatching(/^reader\.(?:truncated|damaged)$/),
      });
  });

  it('a formula longer than its record is damage', async () => {
    await expect(road([{ file: 'a.xls', bytes: endless() }])).rejects.toMatchObject({ code: 'reader.damaged' });
  });

  it.each(Object.entries(SHORT))('%s shorter than its length is damage', async (_, record) => {
    await expect(road([{ file: 'a.xls', bytes: excel5(record) }])).rejects.toMatchObject({ code: 'reader.damaged' });
  });

  it('texts of cells that end before one of them tells its length cost no memory', () => {
    const record = (type: number, ...data: number[]) => [type & 0xff, type >> 8, data.length, 0, ...data];
    // Two texts are told; of the second a byte is left.
    const texts = [2, 0, 0, 0, 2, 0, 0, 0, 2, 0, 0, 0x61, 0x62, 1];
    const globals = record(0x0809, 0, 6, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    const stream = [...globals, ...record(0xfc, ...texts), ...record(0xff, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0), ...record(0x0a)];
    const workbook = read(tamed(new Uint8Array(stream), 'a.xls'), { type: 'array', bookSheets: true });
    expect(workbook.SheetNames).toEqual([]);
  });

  it('what says nothing of a cell is not asked, however short it is', async () => {
    const sound = await readDocument({ file: 'a.xls', bytes: excel5([0xc0, 1, 16, 0, ...Array<number>(16).fill(0)]) });
    expect(JSON.stringify(sound.blocks)).toContain('3');
    for (const record of [
      [0x14, 0, 0, 0],
      [0x31, 0, 4, 0, 0, 0, 0, 0],
      [0x21, 0x02, 6, 0, 0, 0, 0, 0, 0, 0],
      [0x5c, 0, 0, 0],
    ]) {
      const { blocks } = await readDocument({ file: 'a.xls', bytes: excel5(record) });
      expect(blocks, String(record)).toEqual(sound.blocks);
    }
  });

  it('a note that refers to itself is cut off and told', async () => {
    const audited = await road([{ file: 'a.docx', bytes: docx(body, { footnotes: note(1, refer(1)) }) }]);
    expect(audited.notices).toContainEqual(expect.objectContaining({ code: 'reader.note-circle' }));
    const two = docx(body, { footnotes: note(1, refer(2)) + note(2, refer(1)) });
    expect((await road([{ file: 'a.docx', bytes: two }])).notices.map(one => one.code)).toContain('reader.note-circle');
  });

  it('a chain of notes does not grow with what they refer to', async () => {
    const levels = 8;
    const ten = (id: number) => Array.from({ length: 10 }, () => refer(id)).join('');
    const footnotes = Array.from({ length: levels }, (_, i) => note(i + 1, i + 1 < levels ? ten(i + 2) : '')).join('');
    const audited = await road([{ file: 'a.docx', bytes: docx(body + body, { footnotes }) }]);
    expect(audited.figures.length).toBeLessThan(20);
  });
});

describe('what costs one file', () => {
  it('costs no other: the sound ones are audited, printed and written, and the exit code tells', () => {
    const folder = folderWith({
      '甲/坏.xls': endless(),
      '甲/圈.doc': circular(savedAs(book(), 'biff8'), 68),
      '甲/好.txt': GOOD,
      '甲/空.docx': '',
    });
    const { code, out, err } = audit(['check', '甲', '--format', 'json', '--output', 'out.json'], { cwd: folder });
    expect(code).toBe(2);
    for (const name of ['坏.xls', '圈.doc', '空.docx']) expect(err).toContain(name);
    expect(out).toBe('');
    expect(err).not.toMatch(/\n\s+at /);
    const shown = audit(['check', '甲'], { cwd: folder });
    expect(shown.out).toContain('好.txt');
  });

  it('a reading that takes too long is ended with a word', () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => [`项目${i}`, i + 0.25]);
    const sheet = utils.aoa_to_sheet([['收入支出决算总表'], ...rows]);
    const workbook = utils.book_new();
    utils.book_append_sheet(workbook, sheet, 'Sheet1');
    const xml = String(write(workbook, { type: 'string', bookType: 'xlml' })).padEnd(1_000_000);
    expect(read(xml, { type: 'string' }).SheetNames).toEqual(['Sheet1']);
    const folder = folderWith({ '慢.xls': xml, '好.txt': GOOD });
    const { code, out, err } = audit(['check', '慢.xls', '好.txt', '--limit', 'memory=8'], { cwd: folder });
    expect(code).toBe(2);
    expect(err).toContain('慢.xls');
    expect(err).toContain('--limit memory=');
    expect(out).toContain('好.txt');
  });

  it('limits are named with their flag, and a wrong one is a word', () => {
    const folder = folderWith({ '好.txt': GOOD });
    expect(audit(['check', '好.txt', '--limit', 'characters=50'], { cwd: folder }).err).toContain('--limit characters=');
    expect(audit(['check', '好.txt', '--limit', 'figures=2'], { cwd: folder }).err).toContain('--limit figures=');
    expect(audit(['check', '好.txt', '--limit', 'figures=200'], { cwd: folder }).code).toBe(0);
    for (const given of ['figures', 'figures=', 'figures=-1', 'figures=1.5', 'nothing=3', '__proto__=3']) {
      const { code, err } = audit(['check', '好.txt', '--limit', given], { cwd: folder });
      expect(code).toBe(2);
      expect(err).not.toMatch(/\n\s+at /);
    }
  });
});
