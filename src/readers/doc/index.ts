import type { Document, Input } from '../../model/index.ts';
import { assemble } from '../parts/assemble.ts';
import { openCompound } from '../parts/cfb.ts';
import type { Reader } from '../reader.ts';
import { DocReader } from './body.ts';
import { openDoc } from './fib.ts';

/** Word 97–2003 files ([MS-DOC]), also as WPS and LibreOffice write them: paragraphs and real tables, changes accepted. */
export const doc: Reader = {
  format: 'doc',
  recognises: input => openCompound(input)?.names.includes('WordDocument') === true,
  read(input: Input): Document {
    const { file } = input;
    const reader = new DocReader(file, openDoc(input));
    const blocks = assemble(reader.read());
    const macros = openCompound(input)?.names.some(name => /^Macros\/VBA\//i.test(name))
      ? [{ code: 'reader.macros', params: {} }]
      : [];
    return { file, format: 'doc', blocks, notices: [...reader.notices, ...macros] };
  },
};
