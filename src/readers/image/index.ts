import { type Document, type Input, lookUp, Problem } from '../../model/index.ts';
import { latin1 } from '../parts/latin1.ts';
import { LIMITS } from '../parts/limits.ts';
import type { Reader } from '../reader.ts';
import { jpegPage } from './jpeg.ts';
import { type PicturePage, pagesOf } from './pages.ts';
import { pngPage } from './png.ts';
import { tiffPages } from './tiff.ts';

/** A photograph of 100 million pixels unpacks to some 400 MB. */
const PIXELS = 100_000_000;

/** Pages that were scanned or photographed: JPEG, PNG, TIFF. Without a recogniser they are told as pictures. */
export const image: Reader = {
  format: 'image',
  recognises: ({ bytes }) => kindOf(bytes) !== undefined,
  async read({ file, bytes }: Input, { ocr } = {}): Promise<Document> {
    if (!ocr) throw new Problem('reader.image', {}, { file });
    const pages = picturesIn(bytes);
    const known = pages.filter(page => page !== undefined);
    if (known.length === 0) throw new Problem('reader.image.unreadable', {}, { file });
    const { readPdf } = await import('../pdf/read.ts');
    try {
      const { blocks, notices } = await readPdf({ file, bytes: pagesOf(known) }, { ocr }, true);
      const lost = pages.length - known.length;
      const told =
        lost > 0 ? [{ code: 'reader.image.pages-lost', params: { count: lost, total: pages.length }, place: { file } }] : [];
      return { file, format: 'image', blocks, notices: [...told, ...notices] };
    } catch (error) {
      throw error instanceof Problem ? new Problem(lookUp(OWN, error.code) ?? error.code, error.params, error.place) : error;
    }
  },
};

/** What is said of a PDF in other words. */
const OWN: Readonly<Record<string, string>> = {
  'reader.pdf.no-text': 'reader.image.nothing',
  'reader.pdf.blank': 'reader.image.nothing',
  'reader.pdf.damaged': 'reader.image.unreadable',
};

function kindOf(bytes: Uint8Array): 'jpeg' | 'png' | 'tiff' | undefined {
  const head = latin1(bytes.subarray(0, 8));
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (head === '\x89PNG\r\n\x1a\n') return 'png';
  return /^(?:II\*\0|MM\0\*)/.test(head) ? 'tiff' : undefined;
}

function picturesIn(bytes: Uint8Array): readonly (PicturePage | undefined)[] {
  const kind = kindOf(bytes);
  const pages = kind === 'jpeg' ? [jpegPage(bytes)] : kind === 'png' ? [pngPage(bytes, PIXELS)] : tiffPages(bytes, LIMITS.pages);
  return pages.map(page => (page && page.width * page.height <= PIXELS ? page : undefined));
}
