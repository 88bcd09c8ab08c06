import type { Document, Input, ReadOptions } from '../../model/index.ts';
import type { Reader } from '../reader.ts';

/** PDF (ISO 32000). PDFium is loaded when the first PDF comes, not before. */
export const pdf: Reader = {
  format: 'pdf',
  // The header may stand anywhere in the first kilobyte (ISO 32000-1, annex H.3, note 13).
  recognises: ({ bytes }) => new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-'),
  async read(input: Input, options: ReadOptions = {}): Promise<Document> {
    const { readPdf } = await import('./read.ts');
    return readPdf(input, options);
  },
  async draw(input, pages) {
    const { drawPages } = await import('./pictures.ts');
    return drawPages(input, pages);
  },
};
