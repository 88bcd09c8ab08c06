import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { Problem } from '../../src/model/index.ts';
import { read } from '../../src/readers/index.ts';
import { mistaken } from '../formats/report.ts';
import { emitDocx } from '../generator/emit/docx.ts';
import { docx, p, r } from './make/docx.ts';
import { outlineOf } from './make/say.ts';
import { REPORT, reportDocx } from './make/source.ts';
import { word2003 } from './make/word2003.ts';
import { toldOf } from './told.ts';

const open = (text: string) => read({ file: '报告.xml', bytes: strToU8(text) });

describe('«Word 2003 XML 文档»', () => {
  it('reads as the docx it would be', async () => {
    const document = await open(word2003(reportDocx()));
    expect(document.format).toBe('wordxml');
    expect(outlineOf(document)).toEqual(REPORT);
    expect(document.notices.map(one => one.code)).toEqual(['reader.tracked-changes', 'reader.hidden-text']);
  });

  it.each([3, 4])('states and finds what the docx does, report %i', async seed => {
    const bytes = emitDocx(mistaken(seed));
    const whole = await toldOf('a', bytes);
    expect(whole.figures.length).toBeGreaterThan(100);
    expect(await toldOf('a', strToU8(word2003(bytes)))).toEqual(whole);
  });

  it('leaves remarks out, and what a remark stands on in', async () => {
    const remark =
      '<aml:annotation aml:id="0" w:type="Word.Comment.Start"/><w:r><w:t>100.00</w:t></w:r><aml:annotation aml:id="0" w:type="Word.Comment.End"/>' +
      '<w:r><aml:annotation aml:id="0" w:type="Word.Comment"><aml:content><w:p><w:r><w:t>9.99</w:t></w:r></w:p></aml:content></aml:annotation></w:r>';
    const text = word2003(docx(p(`${r('收入')}${r('X')}${r('万元')}`))).replace(/<w:r><w:t[^>]*>X<\/w:t><\/w:r>/, remark);
    expect(outlineOf(await open(text))).toEqual(['收入100.00万元']);
  });

  it('tells pictures and objects', async () => {
    const picture =
      '<w:pict><w:binData w:name="a">AAAA</w:binData><v:shape style="width:400pt;height:200pt"><v:imagedata src="a"/></v:shape></w:pict>';
    const object = `<w:pict>${picture.slice(8, -9)}<o:OLEObject Type="Embed" ProgID="Excel.Sheet.8" ObjectID="_1"/></w:pict>`;
    const codes = async (inner: string) =>
      (await open(word2003(docx(p(`${r('收入1.00')}<w:r>${inner}</w:r>`))))).notices.map(one => one.code);
    expect(await codes(picture)).toEqual(['reader.pictures']);
    expect(await codes(object)).toEqual(['reader.embedded-workbook']);
  });

  it.each([
    ['cut off', (text: string) => text.slice(0, -400), 'reader.damaged'],
    ['without a body', (text: string) => text.replaceAll('w:body', 'w:bodies'), 'reader.damaged'],
    ['with entities', (text: string) => text.replace('<w:wordDocument', '<!DOCTYPE a><w:wordDocument'), 'reader.entities'],
    ['very deep', (text: string) => text.replace('<w:body>', `<w:body>${'<wx:sect>'.repeat(5000)}`), 'reader.too-deep'],
  ])('%s is told', async (_, change, code) => {
    const problem = await open(change(word2003(reportDocx()))).then(
      () => undefined,
      (error: unknown) => (error instanceof Problem ? error.code : error),
    );
    expect(problem).toBe(code);
  });
});
