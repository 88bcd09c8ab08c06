import type { Notice } from '../../../model/index.ts';
import { hasEnd, type OpenFile } from './engine.ts';
import type { Page, Seen } from './geometry.ts';

/** Page numbers as people write them: 3–7、12. */
export function pageList(pages: readonly number[]): string {
  const spans: [number, number][] = [];
  for (const page of pages) {
    const last = spans.at(-1);
    if (last && page === last[1] + 1) last[1] = page;
    else spans.push([page, page]);
  }
  return spans.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join('、');
}

/** Pages that show something but carry no text: scans, or text drawn as outlines. A page number alone is no text. */
export function isUnread({ chars, rules, seen, recognised }: Page): boolean {
  if (recognised) return false;
  if (chars.length === 0) return seen.pictures > 0.05 || seen.outlines > 60;
  return chars.length < 12 && seen.pictures > 0.4 && rules.length < 8;
}

/** Whether the text layer says little that a person could read: most of its glyphs have no known character. */
export function isGarbled(pages: readonly Page[]): boolean {
  const all = pages.reduce((sum, page) => sum + page.chars.length, 0);
  const odd = pages.reduce((sum, { seen }) => sum + seen.privateUse + seen.unmapped, 0);
  return all > 20 && odd > all * 0.6;
}

/** What was noticed on the pages, told once for each kind with the pages it is about. */
export function pageNotices(file: string, pages: readonly Page[]): Notice[] {
  const notices: Notice[] = [];
  const tell = (code: string, about: (seen: Seen, page: Page) => boolean, count?: (seen: Seen) => number) => {
    const found = pages.filter(page => about(page.seen, page));
    if (found.length === 0) return;
    const params = {
      pages: pageList(found.map(page => page.number)),
      ...(count ? { count: found.reduce((sum, page) => sum + count(page.seen), 0) } : {}),
    };
    notices.push({ code, params, place: { file, page: found[0]!.number } });
  };
  const unread = pages.filter(isUnread);
  if (unread.length > 0)
    notices.push({
      code: 'reader.pdf.pages-without-text',
      params: { pages: pageList(unread.map(page => page.number)), count: unread.length, total: pages.length },
      place: { file, page: unread[0]!.number },
    });
  // A table pasted as a picture under its printed title.
  tell(
    'reader.pdf.pictures',
    (seen, page) =>
      seen.pictures > 0.25 &&
      page.chars.length < 250 &&
      page.number > 1 &&
      seen.hidden <= 10 &&
      !page.recognised &&
      !isUnread(page),
  );
  tell('reader.pdf.recognised', (_, page) => page.recognised !== undefined && page.chars.length > 0);
  tell('reader.pdf.hidden-text', (seen, page) => seen.hidden > 10 && seen.pictures > 0.4 && page.chars.length > 0);
  tell('reader.pdf.vertical', seen => seen.vertical);
  tell('reader.pdf.turned', (seen, page) => page.turn !== 0 && !seen.vertical);
  tell(
    'reader.pdf.aslant',
    (seen, page) => seen.aslant > 0 && page.chars.length > 0,
    seen => seen.aslant,
  );
  tell(
    'reader.pdf.private-glyphs',
    seen => seen.privateUse > 0,
    seen => seen.privateUse,
  );
  tell(
    'reader.pdf.unmapped-glyphs',
    seen => seen.unmapped > 0,
    seen => seen.unmapped,
  );
  tell(
    'reader.pdf.replaced-glyphs',
    seen => seen.replaced > 0,
    seen => seen.replaced,
  );
  tell(
    'reader.pdf.form',
    seen => seen.blind > 0,
    seen => seen.blind,
  );
  tell('reader.pdf.cut', seen => seen.cut);
  return notices;
}

/** What the file as a whole carries besides its pages. Nothing of it is run, opened or filled in. */
export function fileNotices(file: string, open: OpenFile, bytes: Uint8Array): Notice[] {
  const { pdfium, handle } = open;
  const notices: Notice[] = [];
  const tell = (code: string, count: number) => {
    if (count > 0) notices.push({ code, params: { count }, place: { file } });
  };
  tell('reader.pdf.attachments', pdfium._FPDFDoc_GetAttachmentCount(handle));
  tell('reader.pdf.javascript', Math.max(0, pdfium._FPDFDoc_GetJavaScriptActionCount(handle)));
  tell('reader.pdf.repaired', hasEnd(bytes) ? 0 : 1);
  return notices;
}
