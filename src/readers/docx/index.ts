import type { Document, Input } from '../../model/index.ts';
import { isZip, listZip } from '../parts/zip.ts';
import type { Reader } from '../reader.ts';

/** Word files (ECMA-376, also as WPS and LibreOffice write them): the state a reader sees with all changes accepted. */
export const docx: Reader = {
  format: 'docx',
  recognises: ({ bytes }) => isZip(bytes) && (listZip(bytes) ?? []).some(name => /^word\//i.test(name)),
  async read(input: Input): Promise<Document> {
    const { readDocx } = await import('./read.ts');
    return readDocx(input, true);
  },
};
