import type { Document, Input } from '../../model/index.ts';
import { isZip, listZip } from '../parts/zip.ts';
import type { Reader } from '../reader.ts';

/** OFD (GB/T 33190), the state standard for published documents with fixed pages. */
export const ofd: Reader = {
  format: 'ofd',
  recognises: ({ bytes }) => isZip(bytes) && (listZip(bytes) ?? []).some(name => /^OFD\.xml$/i.test(name)),
  async read(input: Input): Promise<Document> {
    const { readOfd } = await import('./read.ts');
    return readOfd(input);
  },
};
