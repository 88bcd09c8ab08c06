import type { Document, Input } from '../../model/index.ts';
import { isZip, listZip } from '../parts/zip.ts';
import type { Reader } from '../reader.ts';

/** Excel workbooks (ECMA-376), also as WPS and LibreOffice write them: what a person sees, and what is stored behind it. */
export const xlsx: Reader = {
  format: 'xlsx',
  recognises: ({ bytes }) =>
    isZip(bytes) && (listZip(bytes) ?? []).some(name => /^xl\/(?:workbook|worksheets\/.*)\.xml$/i.test(name)),
  async read(input: Input): Promise<Document> {
    const { readWorkbook } = await import('./read.ts');
    return (await readWorkbook(input)).document;
  },
};
