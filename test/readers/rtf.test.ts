import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Document, Problem, placeOf } from '../../src/model/index.ts';
import { read } from '../../src/readers/index.ts';
import { type Hand, rtfFile, rtfText } from '../generator/emit/rtf.ts';
import { outlineOf } from './make/say.ts';
import { REPORT } from './make/source.ts';

const fixture = (name: string) => new Uint8Array(readFileSync(join(import.meta.dirname, '../../fixtures/readers', name)));
const zh = (text: string, hand: Hand = 'gbk') => rtfText(text, hand);
const open = (bytes: Uint8Array): Promise<Document> => read({ file: 'a.rtf', bytes });
const shown = async (body: string) => outlineOf(await open(rtfFile(body)));
const codes = async (body: string) => (await open(rtfFile(body))).notices.map(one => one.code);
const raw = (text: string) => Uint8Array.from(text, sign => sign.charCodeAt(0));
const problem = (bytes: Uint8Array) =>
  open(bytes).then(
    () => undefined,
    (error: unknown) => (error instanceof Problem ? error.code : error),
  );
const par = (inner: string) => `\\pard\\plain ${inner}\\par\n`;
const INCOME = '本年收入合计100.00万元。';

describe('RTF', () => {
  it('reads as LibreOffice writes it, whatever its name says', async () => {
    const document = await read({ file: '报告.doc', bytes: fixture('rtf-named.doc') });
    expect(document.format).toBe('rtf');
    expect(outlineOf(document)).toEqual(REPORT);
    expect(document.notices.map(notice => notice.code)).toEqual(['reader.tracked-changes', 'reader.hidden-text']);
  });

  it('says the same places as docx', async () => {
    const [docx, rtf] = await Promise.all(
      ['libreoffice.docx', 'rtf-named.doc'].map(name => read({ file: name, bytes: fixture(name) })),
    );
    const places = (document: Document) =>
      document.blocks.flatMap(block => {
        const texts = block.kind === 'table' ? block.cells.map(cell => cell.text) : block.kind === 'chart' ? [] : [block];
        return texts.flatMap(one => {
          const text = 'content' in one ? one : 'text' in one ? one.text : undefined;
          if (!text) return [];
          const { file: _, ...place } = placeOf(text);
          return [place];
        });
      });
    expect(places(rtf!)).toEqual(places(docx!));
  });

  it.each(['unicode', 'gbk', 'bare'] as const)('reads Chinese written as %s', async hand => {
    expect(await shown(par(zh(`${INCOME}“三公”—①㎡`, hand)))).toEqual([`${INCOME}“三公”—①㎡`]);
  });

  it.each([
    ['second bytes that are letters or braces', "\\'81@\\'82\\}\\'83\\\\ 1.00", '丂倉僜 1.00'],
    ['numbers above 32767 without their sign', '\\u37329?1.00', '金1.00'],
    ['two fallback signs', "\\uc2\\u37329\\'bd\\'f01.00", '金1.00'],
    ['a fallback that is a word of its own', '\\u8220\\ldblquote 1.00', '“1.00'],
    ['a text that follows in Unicode', '{\\upr{??}{\\*\\ud{\\u37329?}}}1.00', '金1.00'],
    ['a Chinese text in a font of no charset', "\\f1 \\'bd\\'f01.00", '金1.00'],
    ['Western letters in a file of GBK', "{\\f1 \\'d7}1.00", '×1.00'],
    ['signs with words of their own', '1.00\\~\\endash\\_2.00\\tab{}3', '1.00 –-2.00\t3'],
    ['hidden letters', '1.00{\\v 9.99}', '1.00'],
    ['deleted letters', '1.00{\\deleted 9.99}{\\revised 8}', '1.008'],
    ['letters crossed out', '1.00{\\strike 9.99}', '1.00'],
    ['a remark', '1.00{\\*\\annotation 9.99}', '1.00'],
    ['headers and footers', '{\\header 9.99}{\\footerf 9.99}1.00', '1.00'],
    ['destinations that nobody knows', '1.00{\\*\\unknown 9.99{9.99}}', '1.00'],
    ['bytes of a picture that look like groups', '1.00{\\pict\\bin4 }}{{}2', '1.002'],
    ['a field', '1.00{\\field{\\*\\fldinst =SUM(ABOVE) }{\\fldrslt 2.00}}', '1.002.00'],
    ['the number of a page', '1.00{\\field{\\*\\fldinst PAGE }{\\fldrslt 7}}', '1.00'],
  ])('%s', async (_, inner, expected) => {
    expect(await shown(par(`A${inner}`))).toEqual([`A${expected}`]);
  });

  it('puts together what a deleted end divides', async () => {
    expect(await shown(`\\pard 1.{\\deleted\\par}\\pard 50${zh('万元')}\\par`)).toEqual(['1.50万元']);
  });

  it('counts lists where no label is written', async () => {
    const level = (text: string, nfc: number) =>
      `{\\listlevel\\levelnfc${nfc}\\levelstartat1{\\leveltext ${text};}{\\levelnumbers;}}`;
    const lists =
      `{\\*\\listtable{\\list${level(`\\'02\\'00${zh('、')}`, 39)}${level(`\\'03${zh('（')}\\'01${zh('）')}`, 39)}\\listid7}}` +
      '{\\*\\listoverridetable{\\listoverride\\listid7\\listoverridecount0\\ls1}}';
    const item = (depth: number, text: string) => `\\pard\\ls1\\ilvl${depth} ${zh(text)}\\par\n`;
    expect(await shown(lists + item(0, '收入') + item(1, '基本') + item(1, '项目') + item(0, '支出'))).toEqual([
      '## 一、收入',
      '### （一）基本',
      '### （二）项目',
      '## 二、支出',
    ]);
  });

  it('takes bullets for no labels', async () => {
    expect(await shown(`\\pard{\\listtext\\f9\\'b7\\tab}\\ls1 ${zh(INCOME)}\\par`)).toEqual([INCOME]);
  });

  it('reads notes after their paragraph, those of a table after it, and text boxes where they hang', async () => {
    const note = (text: string) => `{\\super\\chftn}{\\footnote\\pard\\plain ${zh(text)}}`;
    const row = (cells: readonly string[]) =>
      `\\trowd${cells.map((_, i) => `\\cellx${(i + 1) * 2000}`).join('')}${cells.map(one => `\\pard\\intbl ${one}\\cell`).join('')}\\row\n`;
    const box = `{\\shp{\\*\\shpinst{\\sp{\\sn shapeType}{\\sv 202}}{\\shptxt ${par(zh('框内3.00'))}}}{\\shprslt{\\*\\do{\\dptxbx{\\dptxbxtext ${par('9.99')}}}}}}`;
    expect(
      await shown(
        par(zh('正文') + note('脚注1.00')) +
          row([zh('甲'), `1.00${note('表注2.00')}`]) +
          row([zh('乙'), '2.00']) +
          par(zh('其后') + box),
      ),
    ).toEqual(['正文', '脚注1.00', '<>', '甲|1.00', '乙|2.00', '表注2.00', '其后', '框内3.00']);
  });

  it('reads cells merged in the old way, and rows that tell nothing of their cells', async () => {
    const merged = '\\trowd\\clmgf\\cellx2000\\clmrg\\cellx4000\\pard\\intbl A\\cell\\pard\\intbl\\cell\\row\n';
    const plain = '\\trowd\\cellx2000\\cellx4000\\pard\\intbl 1.00\\cell\\pard\\intbl 2.00\\cell\\row\n';
    expect(await shown(merged + plain)).toEqual(['<>', 'A[1×2]', '1.00|2.00']);
    expect(await shown('\\trowd\\pard\\intbl a\\cell 1.00\\cell\\row\\pard\\par')).toEqual(['<>', 'a|1.00']);
    expect(await shown('\\pard a\\cell 1.00\\cell\\row\\row\\nestrow\\pard b\\par')).toEqual(['<>', 'a|1.00', 'b']);
  });

  it('tells what it leaves out', async () => {
    const pict = '{\\pict\\picwgoal6000\\pichgoal4000 0102}';
    expect(await codes(par(`1.00${pict}`))).toEqual(['reader.pictures']);
    expect(await codes(par(`1.00{\\*\\shppict${pict}}{\\nonshppict${pict}}`))).toEqual(['reader.pictures']);
    expect(await codes(par(`1.00{\\object\\objemb{\\*\\objclass Excel.Sheet.8}{\\*\\objdata 01}{\\result${pict}}}`))).toEqual([
      'reader.embedded-workbook',
    ]);
    expect(await codes(par('1.00{\\strike 2.00}{\\v 3}'))).toEqual(['reader.hidden-text', 'reader.crossed-out']);
  });

  it('names entries of a table of contents only where they name a table', async () => {
    const entry = (text: string) => `{\\field{\\*\\fldinst TOC }{\\fldrslt ${zh(text)}\\tab 3}}`;
    expect(await shown(par(entry('第一部分 部门概况')) + par(entry('收入决算表')) + par('1.00'))).toEqual([
      '收入决算表\t3',
      '1.00',
    ]);
  });
});

describe('RTF that is damaged or hostile', () => {
  const whole = new TextDecoder('latin1').decode(rtfFile(par(zh(INCOME)).repeat(20)));
  it.each([
    ['cut off in its text', whole.slice(0, -200), 'reader.truncated'],
    ['without its last brace', whole.slice(0, -1), 'reader.truncated'],
    ['with a brace too many', whole.replace('\\par', '\\par}'), 'reader.damaged'],
    ['groups without end', `{\\rtf1${'{'.repeat(100_000)}`, 'reader.too-deep'],
    ['tables without end', `{\\rtf1\\pard\\itap2147483647 a\\nestcell}`, 'reader.too-deep'],
    ['cells without end', `{\\rtf1 a${'\\cell'.repeat(400_001)}}`, 'reader.too-many-cells'],
    ['letters without end', `{\\rtf1 ${'a'.repeat(6_000_001)}}`, 'reader.too-many-characters'],
    ['one paragraph without end', `{\\rtf1 ${'1.00,'.repeat(30_000)}\\par}`, 'reader.paragraph-too-long'],
  ])('%s', async (_, text, code) => expect(await problem(raw(text))).toBe(code));

  it.each([
    ['zeros behind its end', `${whole}\0\0\r\n`],
    ['words of no meaning', whole.replace('\\par', "\\xyz12345678901234567890123\\'zz\\u\\uc99999999\\uc1\\f-5\\s-1\\ls-3\\par")],
    ['a length of bytes beyond the file', whole.replace(/\}$/, '{\\pict\\bin99999999999 }}').replace(/\}\}$/, '}}')],
  ])('%s', async (_, text) => {
    const found = await open(raw(text)).then(
      document => outlineOf(document)[1],
      (error: unknown) => (error instanceof Problem ? error.code : error),
    );
    expect([INCOME, 'reader.truncated']).toContain(found);
  });

  it('takes as long as it is', async () => {
    const time = async (n: number) => {
      const bytes = raw(`{\\rtf1 ${'\\par\\trowd\\cellx100\\pard\\intbl 1\\cell\\row{\\v a}{\\*\\x{}}'.repeat(n)}}`);
      const start = performance.now();
      await open(bytes);
      return performance.now() - start;
    };
    await time(2000);
    expect(await time(16_000)).toBeLessThan(40 * Math.max(10, await time(2000)));
  });
});
