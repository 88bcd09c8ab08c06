import { type Document, type Input, LIMITS, Problem } from '../../model/index.ts';
import { assemble } from '../parts/assemble.ts';
import { latin1 } from '../parts/latin1.ts';
import { megabytes } from '../parts/limits.ts';
import type { Reader } from '../reader.ts';
import { RtfReader } from './body.ts';

/** RTF (1.9.1), as Word, WPS and LibreOffice write it, whatever the name of the file says. */
export const rtf: Reader = {
  format: 'rtf',
  recognises: ({ bytes }) => /^(?:\xef\xbb\xbf)?\s*\{\\rtf/.test(latin1(bytes.subarray(0, 64))),
  read({ file, bytes }: Input): Document {
    if (bytes.length > LIMITS.file)
      throw new Problem('reader.too-large', { size: megabytes(bytes.length), limit: megabytes(LIMITS.file) }, { file });
    const start = bytes.indexOf(0x7b);
    const reader = new RtfReader(file, bytes.subarray(start));
    const blocks = assemble(reader.read());
    return { file, format: 'rtf', blocks, notices: reader.tally.notices };
  },
};
