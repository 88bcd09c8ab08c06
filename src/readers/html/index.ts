import type { Document, Input } from '../../model/index.ts';
import { latin1 } from '../parts/latin1.ts';
import type { Reader } from '../reader.ts';
import { isMht } from './mht.ts';

const MARKUP =
  /^<(?:!doctype\s+html|html|head|body|meta|title|table|tbody|tr|div|p|h[1-6]|center|style|script|span|font|section|article|main|base|link|br|hr|b|strong|a|ul|ol|form)\b/i;

/** Published pages: .html, «单个文件网页» (.mht), and files named .doc or .xls that are pages inside. Nothing linked is fetched. */
export const html: Reader = {
  format: 'html',
  recognises: ({ bytes }) => MARKUP.test(opening(bytes)) || isMht(bytes),
  async read(input: Input): Promise<Document> {
    const { readHtml } = await import('./read.ts');
    return readHtml(input);
  },
};

/** What a file begins with, behind byte order marks, blanks, comments and processing instructions. */
function opening(bytes: Uint8Array): string {
  const head = bytes.subarray(0, 65_536);
  const wide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  let text = wide
    ? new TextDecoder(head[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(head)
    : latin1(head).replace(/^\xef\xbb\xbf/, '');
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.trimStart();
    const end = text.startsWith('<!--') ? text.indexOf('-->') + 3 : text.startsWith('<?') ? text.indexOf('>') + 1 : 0;
    text = text.slice(end > 2 ? end : 0);
  }
  return text.slice(0, 64);
}
