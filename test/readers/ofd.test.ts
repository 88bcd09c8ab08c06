import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Problem } from '../../src/model/index.ts';
import { read } from '../../src/readers/index.ts';
import { openFile, startEngine } from '../../src/readers/pdf/page/engine.ts';
import { scanPage } from '../../src/readers/pdf/page/scan.ts';
import { say } from '../../src/reporters/parts/words/index.ts';
import { contentOf, OFD, type SetPage, writeOfd } from './make/ofd.ts';
import { outlineOf } from './make/say.ts';

const open = (bytes: Uint8Array) => read({ file: '决算.ofd', bytes });
const line = (text: string, y = 100, x = 72): SetPage['chars'] =>
  [...text].map((char, i) => ({ text: char, x0: x + i * 12, base: y, size: 12 }));
const sheet = (...chars: SetPage['chars'][]): SetPage => ({ width: 595, height: 842, chars: chars.flat(), rules: [] });
const words = sheet(line('本年收入合计一百万元，其中财政拨款收入八十万元。'), line('其余为其他收入，没有上级补助收入。', 130));
const CONTENT = 'Doc_0/Pages/Page_0/Content.xml';
const objects = (inner: string) =>
  writeOfd([words], {
    [CONTENT]: `<ofd:Page ${OFD}><ofd:Content><ofd:Layer>${inner}</ofd:Layer></ofd:Content></ofd:Page>`,
  });
const text = (attrs: string, code: string) => `<ofd:TextObject ID="1" Font="1" Size="4" ${attrs}>${code}</ofd:TextObject>`;

describe('OFD pages', () => {
  it.each(['three-pages', 'landscape', 'two-sided'])('%s reads as the same pages in a PDF do, place by place', async name => {
    const bytes = new Uint8Array(readFileSync(join(import.meta.dirname, `../../fixtures/readers/pdf/${name}.pdf`)));
    const file = openFile(await startEngine(), bytes, name);
    const pages = Array.from({ length: file.pages }, (_, i) => scanPage(file, i));
    file.close();
    // Characters are in the frame in which their text runs from left to right.
    const shown = pages.map(page => (page.turn % 180 ? { ...page, width: page.height, height: page.width } : page));
    const [pdf, ofd] = [await open(bytes), await open(writeOfd(shown))];
    expect(ofd.format).toBe('ofd');
    expect(outlineOf(ofd)).toEqual(outlineOf(pdf));
    if (pages.some(page => page.turn !== 0)) return;
    const boxes = (document: typeof pdf) =>
      document.blocks.flatMap(block =>
        block.kind === 'table'
          ? block.cells.map(cell => cell.text.runs[0]?.place)
          : 'text' in block
            ? block.text.runs[0]!.place
            : [],
      );
    boxes(pdf).forEach((place, i) => {
      const own = boxes(ofd)[i];
      expect(own?.page).toBe(place?.page);
      place?.box?.slice(0, 2).forEach((edge, side) => {
        expect(Math.abs(own!.box![side]! - edge)).toBeLessThan(2);
      });
    });
  });

  it('sets characters by their steps, «g n v» for n equal ones, through the matrix of their object', async () => {
    const bytes = objects(
      text('Boundary="20 20 100 10"', '<ofd:TextCode X="0" Y="4" DeltaX="g 3 4 12 4">收入合计支出</ofd:TextCode>') +
        text(
          'Boundary="20 40 100 10" CTM="0.5 0 0 0.5 0 0"',
          '<ofd:TextCode X="0" Y="8" DeltaX="g 9 4">某局二〇二三年度</ofd:TextCode>',
        ) +
        text('Boundary="20 60 100 10"', '<ofd:TextCode X="0" Y="4" DeltaX="2 2 2 2 2">123.45</ofd:TextCode>') +
        text('Boundary="20 80 100 10" Visible="false"', '<ofd:TextCode X="0" Y="4">看不见</ofd:TextCode>'),
    );
    const document = await open(bytes);
    const all = outlineOf(document).join('');
    expect(all).toContain('收入合计 支出');
    expect(all).toContain('某局二〇二三年度');
    expect(all).toContain('123.45');
    expect(all).not.toContain('看不见');
    const [first] = document.blocks;
    expect(first?.kind === 'paragraph' && first.text.runs[0]!.place.box![0]).toBeCloseTo((20 * 72) / 25.4, 0);
  });

  it('draws what templates hold behind the page', async () => {
    const page = contentOf(words).replace('<ofd:Area>', '<ofd:Template TemplateID="7"/><ofd:Area>');
    const template = contentOf(sheet(line('收入支出决算总体情况说明', 60)));
    const document = `<ofd:Document ${OFD}><ofd:CommonData><ofd:TemplatePage ID="7" BaseLoc="Tpls/Tpl_0/Content.xml"/></ofd:CommonData><ofd:Pages><ofd:Page ID="1" BaseLoc="/Doc_0/Pages/Page_0/Content.xml"/></ofd:Pages></ofd:Document>`;
    const bytes = writeOfd([words], {
      [CONTENT]: page,
      'Doc_0/Tpls/Tpl_0/Content.xml': template,
      'Doc_0/Document.xml': document,
    });
    expect(outlineOf(await open(bytes))[0]).toBe('## 收入支出决算总体情况说明');
  });

  it('reads a text once that is drawn twice for boldness', async () => {
    const again = line('本年收入合计一百万元，其中财政拨款收入八十万元。').map(one => ({ ...one, x0: one.x0 + 0.3 }));
    expect(outlineOf(await open(writeOfd([sheet(words.chars, again)])))).toEqual(outlineOf(await open(writeOfd([words]))));
  });

  it('draws text that stands in drawings kept apart, and is not led in circles by them', async () => {
    const inner = (content: string) =>
      `<ofd:Res ${OFD}><ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="5"><ofd:Content>${content}</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits></ofd:Res>`;
    const page = (use: string) =>
      contentOf(words)
        .replace('</ofd:Layer>', `${use}</ofd:Layer>`)
        .replace('<ofd:Content>', '<ofd:PageRes>Res.xml</ofd:PageRes><ofd:Content>');
    const use = '<ofd:CompositeObject ResourceID="5" Boundary="20 200 100 20"/>';
    const apart = text('Boundary="0 0 100 10"', '<ofd:TextCode X="0" Y="4" DeltaX="g 9 4">支出合计九十万元。</ofd:TextCode>');
    const read = async (content: string, object = use) =>
      open(writeOfd([words], { [CONTENT]: page(object), 'Doc_0/Pages/Page_0/Res.xml': inner(content) }));
    expect(outlineOf(await read(apart)).at(-1)).toBe('支出合计九十万元。');
    expect(outlineOf(await read(apart + use.repeat(9))).join('')).toContain('支出合计九十万元。');
    expect(outlineOf(await read(apart, use.replace('"5"', '"6"')))).toEqual(outlineOf(await open(writeOfd([words]))));
  });

  it('reads text behind the picture of a page, and says that it was recognised', async () => {
    const scan = { ...words, scanned: true };
    const hidden = contentOf(scan, 'single').replaceAll('<ofd:TextObject ', '<ofd:TextObject Alpha="0" ');
    const document = await open(writeOfd([words], { [CONTENT]: hidden }));
    expect(outlineOf(document)).toEqual(outlineOf(await open(writeOfd([words]))));
    expect(document.notices.map(one => one.code)).toEqual(['reader.pdf.hidden-text']);
  });

  it('reads the version that is current', async () => {
    const version = `<ofd:DocVersion ${OFD}><ofd:FileList/><ofd:DocRoot>/Doc_0/New.xml</ofd:DocRoot></ofd:DocVersion>`;
    const root = `<ofd:OFD ${OFD}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot><ofd:Versions><ofd:Version ID="1" Index="1" BaseLoc="Doc_0/V/1.xml"/><ofd:Version ID="2" Index="2" Current="true" BaseLoc="Doc_0/V/2.xml"/></ofd:Versions></ofd:DocBody></ofd:OFD>`;
    const later = `<ofd:Document ${OFD}><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Later.xml"/></ofd:Pages></ofd:Document>`;
    const more = {
      'OFD.xml': root,
      'Doc_0/V/2.xml': version,
      'Doc_0/New.xml': later,
      'Doc_0/Pages/Later.xml': contentOf(sheet(line('改正后的收入合计'))),
    };
    expect(outlineOf(await open(writeOfd([words], more)))).toEqual(['改正后的收入合计']);
    expect(outlineOf(await open(writeOfd([words], { 'OFD.xml': root })))).toEqual(outlineOf(await open(writeOfd([words]))));
  });

  it('tells pages that are pictures, and pages that are missing or damaged, and reads the others', async () => {
    const scan = { ...sheet(), scanned: true };
    const noticed = async (bytes: Uint8Array) => (await open(bytes)).notices.map(({ code, params }) => [code, params.pages]);
    expect(await noticed(writeOfd([words, scan, words]))).toEqual([['reader.ofd.pages-without-text', '2']]);
    expect(await noticed(writeOfd([words, words], { [CONTENT]: '<ofd:Page' }))).toEqual([['reader.pdf.cut', '1']]);
  });
});

describe('an OFD file that cannot be read', () => {
  const whole = writeOfd([words]);
  const hostile = `<ofd:TextObject Boundary="0 0 1 1" Size="4"><ofd:TextCode X="1" Y="1" DeltaX="g 999999999 1">${'字'.repeat(70_000)}</ofd:TextCode></ofd:TextObject>`;
  it.each([
    ['is nothing but pictures', writeOfd([{ ...sheet(), scanned: true }]), 'reader.ofd.no-text'],
    ['is blank', writeOfd([sheet()]), 'reader.pdf.blank'],
    ['is of characters without a code', writeOfd([sheet(line('\ue001'.repeat(30)))]), 'reader.ofd.garbled'],
    ['has no document', writeOfd([words], { 'OFD.xml': `<ofd:OFD ${OFD}><ofd:DocBody/></ofd:OFD>` }), 'reader.damaged-part'],
    ['has a damaged document', writeOfd([words], { 'Doc_0/Document.xml': '<a' }), 'reader.damaged-part'],
    ['has a document without pages', writeOfd([words], { 'Doc_0/Document.xml': '<a/>' }), 'reader.damaged-part'],
    ['is encrypted', writeOfd([words], { 'Doc_0/Encryptions.xml': '<a/>' }), 'reader.encrypted'],
    ['names entities', writeOfd([words], { [CONTENT]: '<!DOCTYPE a><a/>' }), 'reader.entities'],
    ['is cut off', whole.subarray(0, whole.length - 40), 'reader.truncated'],
  ])('%s', async (_, bytes, code) => {
    const problem = await open(bytes).then(
      () => undefined,
      (error: unknown) => (error instanceof Problem ? error : undefined),
    );
    expect(problem?.code).toBe(code);
    for (const lang of ['zh', 'en'] as const) expect(say(lang, problem!.code, problem!.params)).not.toMatch(/\[reader|\{\w+\}/);
  });

  it('draws a path of very many points', async () => {
    const path = `<ofd:PathObject Boundary="0 0 9 9"><ofd:AbbreviatedData>M 0 0 ${'L 1 1 '.repeat(400_000)}</ofd:AbbreviatedData></ofd:PathObject>`;
    const content = contentOf(words).replace('</ofd:Layer>', `${path}</ofd:Layer>`);
    expect((await open(writeOfd([words], { [CONTENT]: content }))).notices.map(({ code }) => code)).toEqual(['reader.pdf.cut']);
  });

  it('claims more steps and characters than any page has', async () =>
    expect((await open(objects(hostile))).notices.map(({ code }) => code)).toContain('reader.pdf.cut'));
});
