import { zlibSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import { allow, LIMITS, Problem } from '../../src/model/index.ts';
import { readPdf } from '../../src/readers/pdf/read.ts';
import { type Sheet, writePdf } from '../readers/pdf/make/pdf.ts';

const latin = (bytes: Uint8Array) => Array.from(bytes, byte => String.fromCharCode(byte)).join('');
const bytesOf = (text: string) => Uint8Array.from(text, character => character.charCodeAt(0));

const page = (n: number): Sheet => ({
  words: Array.from({ length: 30 }, (_, i) => ({ x: 60, y: 60 + i * 20, text: `第${n}页第${i}行本年收入合计${i}.50万元。` })),
});
const plain = latin(writePdf([page(1), page(2), page(3)]));

/** The same file with the contents of its pages deflated, as programs write them; what is changed keeps no table of objects. */
function deflated(
  change: (packed: Uint8Array, nth: number) => Uint8Array = packed => packed,
  filter = 'FlateDecode',
): Uint8Array {
  let nth = 0;
  const text = plain.replace(/<< \/Length \d+ >>\nstream\n(0\.5 w[\s\S]*?)\nendstream/g, (_, content: string) => {
    nth++;
    const packed = change(zlibSync(bytesOf(content)), nth);
    const name = nth === 2 ? filter : 'FlateDecode';
    return `<< /Length ${packed.length} /Filter /${name} >>\nstream\n${latin(packed)}\nendstream`;
  });
  const body = text.slice(0, text.indexOf('xref\n'));
  const offsets = [...body.matchAll(/(?:^|\n)(\d+) 0 obj/g)].map(m => [Number(m[1]), m.index + (m[0].startsWith('\n') ? 1 : 0)]);
  const table = new Map(offsets as [number, number][]);
  const size = Math.max(...table.keys()) + 1;
  const rows = Array.from({ length: size }, (__, i) =>
    table.has(i) ? `${String(table.get(i)).padStart(10, '0')} 00000 n \n` : '0000000000 65535 f \n',
  );
  return bytesOf(
    `${body}xref\n0 ${size}\n${rows.join('')}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`,
  );
}

const second = (change: (packed: Uint8Array) => Uint8Array) => (packed: Uint8Array, nth: number) =>
  nth === 2 ? change(packed) : packed;
const turned = (packed: Uint8Array, at: number) => packed.map((byte, i) => (i === at ? byte ^ 0x10 : byte));
const told = async (bytes: Uint8Array) =>
  (await readPdf({ file: 'a.pdf', bytes })).notices.map(one => [one.code, one.place?.page]);

describe('a page of a PDF that cannot be decoded', () => {
  it('is none in a sound file, and blank pages are no damage', async () => {
    expect(await told(deflated())).toEqual([]);
    expect(await told(writePdf([page(1), {}, page(3)]))).toEqual([]);
  });

  it('is told by its number: the name of its filter is broken', async () => {
    expect(await told(deflated(undefined, 'FlateDebode'))).toEqual([['reader.pdf.cut', 2]]);
  });

  it.each([0.1, 0.3, 0.5, 0.7, 0.9])('is told by its number: a bit is turned over at %f of its contents', async where => {
    expect(await told(deflated(second(packed => turned(packed, Math.floor(packed.length * where)))))).toContainEqual([
      'reader.pdf.cut',
      2,
    ]);
  });

  it('is told by its number: its contents end too early', async () => {
    expect(await told(deflated(second(packed => packed.subarray(0, packed.length >> 1))))).toEqual([['reader.pdf.cut', 2]]);
  });

  it('is told by its number: its contents are not there', async () => {
    const astray = bytesOf(plain.replace('/Contents 13 0 R', '/Contents 77 0 R'));
    expect(await told(astray)).toEqual([['reader.pdf.cut', 2]]);
  });

  it('is told where lists of pages lead nowhere', async () => {
    expect(await told(bytesOf(plain.replace('12 0 R 14 0 R]', '88 0 R 14 0 R]')))).toContainEqual(['reader.pdf.cut', 2]);
  });

  it('is told where pages are listed and not counted', async () => {
    const notices = (await readPdf({ file: 'a.pdf', bytes: bytesOf(plain.replace('/Count 3', '/Count 2')) })).notices;
    expect(notices).toEqual([{ code: 'reader.pdf.uncounted-pages', params: { count: 1, read: 2 }, place: { file: 'a.pdf' } }]);
  });

  it('programs that write no checksums are believed', async () => {
    const bare = (packed: Uint8Array) => packed.map((byte, i) => (i >= packed.length - 4 ? 0 : byte));
    expect(await told(deflated(bare))).toEqual([]);
  });

  it('data of no page that is damaged is told for the file', async () => {
    const stray = zlibSync(bytesOf('0 0 m'.repeat(200)));
    const broken = turned(stray, stray.length >> 1);
    const object = `<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length ${stray.length} /Filter /FlateDecode >>\nstream\n${latin(broken)}\nendstream`;
    expect(await told(writePdf([page(1)], { objects: [object] }))).toEqual([['reader.pdf.damaged-data', undefined]]);
  });
});

describe('many pages', () => {
  const before = { ...LIMITS };
  afterEach(() => allow(before));

  it('are read up to the limit, which can be moved', async () => {
    const sheets = [page(1), page(2), page(3)];
    allow({ pages: 2 });
    expect(await told(writePdf(sheets))).toEqual([['reader.pdf.too-many-pages', undefined]]);
    allow({ pages: 3 });
    expect(await told(writePdf(sheets))).toEqual([]);
  });

  it('one page named again and again is held to the characters of one document', async () => {
    const again = plain.replace(/\/Count 3 \/Kids \[[^\]]*\]/, `/Count 400 /Kids [${'10 0 R '.repeat(400)}]`);
    allow({ characters: 50_000 });
    const problem = await readPdf({ file: 'a.pdf', bytes: bytesOf(again) }).catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(Problem);
    expect(problem).toMatchObject({ code: 'reader.too-many-characters', place: { file: 'a.pdf' } });
  });
});
