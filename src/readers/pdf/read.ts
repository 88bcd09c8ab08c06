import { type Document, type Input, type Notice, Problem, type ReadOptions, type Recogniser } from '../../model/index.ts';
import { LIMITS } from '../parts/limits.ts';
import { documentOf } from './layout.ts';
import { damageIn } from './page/damage.ts';
import { guarded, type OpenFile, openFile, type Pdfium, startEngine } from './page/engine.ts';
import type { Page } from './page/geometry.ts';
import { fileNotices, isGarbled, isUnread } from './page/notices.ts';
import { renderPage } from './page/render.ts';
import { scanPage } from './page/scan.ts';
import { recognisePages } from './scanned/index.ts';

/**
 * Reads a PDF: its text in the order in which it stands on the page, its drawn tables as grids.
 * `pictures`: its pages are known to be nothing else. Throws `reader.pdf.…` Problems for files that cannot be opened or carry no text at all; the rest becomes notices.
 */
export async function readPdf(input: Input, { ocr }: ReadOptions = {}, pictures = false): Promise<Document> {
  const { file, bytes } = input;
  const { pages: found, notices } = guarded(file, await startEngine(), engine => scan(engine, bytes, file));
  // The strips of a picture are no rules, however thin they are.
  const printed = pictures ? found.map(page => ({ ...page, chars: [], rules: [] })) : found;
  const pages = ocr ? await recognised(input, printed, ocr, pictures) : printed;
  return documentOf(file, 'pdf', pages, notices);
}

/** Pixels for each point: 150 dpi, at which printed figures are read without loss and four times as fast as at 300. */
const DOTS = 150 / 72;
/** zlib's level: the file lives for a second. */
const FAST = 1;

/** Pages without a usable text layer as they are recognised in their pictures; the file is opened anew for each, between long waits. */
async function recognised({ file, bytes }: Input, pages: readonly Page[], ocr: Recogniser, all: boolean): Promise<Page[]> {
  const garbled = isGarbled(pages);
  const isMeant = (page: Page) => all || isUnread(page) || (garbled && page.chars.length > 0);
  if (!pages.some(isMeant)) return [...pages];
  const engine = await startEngine();
  const shoot = (index: number) =>
    guarded(file, engine, () => {
      const open = openFile(engine, bytes, file);
      try {
        return renderPage(open, index, DOTS, FAST);
      } finally {
        open.close();
      }
    });
  return recognisePages(pages, isMeant, shoot, ocr);
}

function scan(engine: Pdfium, bytes: Uint8Array, file: string): { pages: Page[]; notices: Notice[] } {
  const open = openFile(engine, bytes, file);
  try {
    const count = Math.min(open.pages, LIMITS.pages);
    const pages = scanAll(open, count, file);
    const notices = [...fileNotices(file, open, bytes), ...damageIn(file, open, bytes, pages)];
    if (open.pages > count)
      notices.push({ code: 'reader.pdf.too-many-pages', params: { read: count, total: open.pages }, place: { file } });
    return { pages, notices };
  } finally {
    open.close();
  }
}

/** A few bytes can name one page hundreds of times: what is read of all pages is fenced while they are read. */
function scanAll(open: OpenFile, count: number, file: string): Page[] {
  const pages: Page[] = [];
  let characters = 0;
  for (let index = 0; index < count; index++) {
    const page = scanPage(open, index);
    characters += page.seen.drawn;
    if (characters > LIMITS.characters)
      throw new Problem('reader.too-many-characters', { limit: LIMITS.characters }, { file, page: page.number });
    pages.push(page);
  }
  return pages;
}
