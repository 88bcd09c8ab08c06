import { zipSync } from 'fflate';
import { type Document, type Input, type Notice, Problem } from '../model/index.ts';
import { isZip, listZip, openZip } from './parts/zip.ts';
import type { Reader } from './reader.ts';
import { sheetsOf } from './xls.ts';

/** Binary Excel workbooks ([MS-XLSB]), read by a library. */
export const xlsb: Reader = {
  format: 'xlsb',
  recognises: ({ bytes }) => isZip(bytes) && (listZip(bytes) ?? []).some(name => WORKBOOK.test(name)),
  async read(input: Input): Promise<Document> {
    const { file } = input;
    const archive = openZip(input);
    if (!archive.names.some(name => SHEET.test(name))) throw new Problem('reader.damaged', {}, { file });
    // Unpacked here, where sizes are fenced and checksums held; what the library gets is as large as it looks.
    const needed = archive.names.filter(name => NEEDED.test(name));
    const parts = Object.fromEntries(needed.map(name => [name, archive.part(name)!]));
    const library = await import('@e965/xlsx');
    const { documentOf } = await import('./xlsx/read.ts');
    const listed = sheetsOf(library, zipSync(parts, { level: 0 }), file);
    const notices: Notice[] = archive.twice.map(part => ({ code: 'reader.part-twice', params: { part }, place: { file } }));
    if (archive.names.some(name => /vbaProject\.bin$/i.test(name))) notices.push({ code: 'reader.macros', params: {} });
    const links = archive.names.filter(name => /^xl\/externalLinks\/[^/]+\.bin$/i.test(name));
    if (links.length > 0) notices.push({ code: 'reader.external-links', params: { count: links.length } });
    return documentOf(file, 'xlsb', listed, notices);
  },
};

const WORKBOOK = /^xl\/workbook\.bin$/i;
const SHEET = /^xl\/worksheets\/[^/]+\.bin$/i;
/** Words, styles, sheets and what leads to them; pictures, macros and the rest are not looked at. */
const NEEDED =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/[^/]+|xl\/[^/]+\.(?:bin|xml)|xl\/(?:_rels|worksheets|worksheets\/_rels|theme)\/[^/]+)$/i;
