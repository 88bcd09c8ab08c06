import type { Document, Input } from '../../model/index.ts';
import { openCompound } from '../parts/cfb.ts';
import type { Reader } from '../reader.ts';

/** Word 97–2003 files ([MS-DOC]), also as WPS and LibreOffice write them: paragraphs and real tables, changes accepted. */
export const doc: Reader = {
  format: 'doc',
  recognises: input => openCompound(input)?.names.includes('WordDocument') === true,
  async read(input: Input): Promise<Document> {
    const { readDoc } = await import('./read.ts');
    return readDoc(input);
  },
};
