import { strFromU8, strToU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { Problem } from '../../src/model/index.ts';
import { read } from '../../src/readers/index.ts';
import { mistaken } from '../formats/report.ts';
import { emitDocx } from '../generator/emit/docx.ts';
import { outlineOf } from './make/say.ts';
import { REPORT, reportDocx } from './make/source.ts';
import { toldOf } from './told.ts';

/** A docx as Word saves it in one XML file. */
function flat(docx: Uint8Array): string {
  const parts = Object.entries(unzipSync(docx)).map(([name, bytes]) =>
    /\.(?:xml|rels)$/.test(name)
      ? `<pkg:part pkg:name="/${name}" pkg:contentType="application/xml"><pkg:xmlData>${strFromU8(bytes).replace(/^<\?xml[^>]*>\s*/, '')}</pkg:xmlData></pkg:part>`
      : `<pkg:part pkg:name="/${name}" pkg:contentType="x" pkg:compression="store"><pkg:binaryData>${Buffer.from(bytes).toString('base64')}</pkg:binaryData></pkg:part>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<?mso-application progid="Word.Document"?>\r\n<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">${parts.join('')}</pkg:package>\r\n`;
}

describe('«Word XML 文档»', () => {
  it('reads as the docx it holds', async () => {
    const document = await read({ file: '报告.xml', bytes: strToU8(flat(reportDocx())) });
    expect(outlineOf(document)).toEqual(REPORT);
    expect(document.notices.map(one => one.code)).toEqual(['reader.tracked-changes', 'reader.hidden-text']);
  });

  it('states and finds what the docx does', async () => {
    const bytes = emitDocx(mistaken(3));
    const whole = await toldOf('a', bytes);
    expect(whole.figures.length).toBeGreaterThan(100);
    expect(await toldOf('a', strToU8(flat(bytes)))).toEqual(whole);
  });

  it.each([
    ['cut off', (text: string) => text.slice(0, -400), 'reader.damaged'],
    ['without a main part', (text: string) => text.replaceAll('/word/', '/wort/'), 'reader.damaged'],
    ['with a damaged part', (text: string) => text.replace('</w:body>', ''), 'reader.damaged-part'],
    ['with entities', (text: string) => text.replace('<w:document', '<!DOCTYPE a><w:document'), 'reader.entities'],
  ])('%s is told', async (_, change, code) => {
    const problem = await read({ file: 'a.xml', bytes: strToU8(change(flat(reportDocx()))) }).then(
      () => undefined,
      (error: unknown) => (error instanceof Problem ? error.code : error),
    );
    expect(problem).toBe(code);
  });
});
