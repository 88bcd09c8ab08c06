import { type Document, type Input, type Notice, Problem } from '../../model/index.ts';
import { assemble } from '../parts/assemble.ts';
import type { Flow } from '../parts/flow.ts';
import { latin1 } from '../parts/latin1.ts';
import { LIMITS, megabytes } from '../parts/limits.ts';
import type { Reader } from '../reader.ts';
import { decodePage } from './charset.ts';
import { parsePage } from './dom.ts';
import { htmlParts, isMht } from './mht.ts';
import { numbered } from './number.ts';
import { PageWalker } from './walk.ts';

/** How many attachments are named. */
const FEW = 5;

const MARKUP =
  /^<(?:!doctype\s+html|html|head|body|meta|title|table|tbody|tr|div|p|h[1-6]|center|style|script|span|font|section|article|main|base|link|br|hr|b|strong|a|ul|ol|form)\b/i;

/** Published pages: .html, «单个文件网页» (.mht), and files named .doc or .xls that are pages inside. Nothing linked is fetched. */
export const html: Reader = {
  format: 'html',
  recognises: ({ bytes }) => MARKUP.test(opening(bytes)) || isMht(bytes),
  read(input: Input): Document {
    const { file, bytes } = input;
    const fence = (length: number, limit: number) => {
      if (length > limit) throw new Problem('reader.too-large', { size: megabytes(length), limit: megabytes(limit) }, { file });
    };
    fence(bytes.length, LIMITS.part);
    const notices: Notice[] = [];
    const flow: Flow[] = [];
    const walker = (source: Uint8Array, charset?: string) => {
      fence(source.length, LIMITS.page);
      const { text, notices: odd } = decodePage(source, file, charset);
      const page = new PageWalker(file);
      flow.push(...page.read(parsePage(text, file).childNodes));
      notices.push(...odd);
      if (page.hidden) notices.push({ code: 'reader.hidden-text', params: { count: page.hidden } });
      if (page.crossedOut) notices.push({ code: 'reader.crossed-out', params: { count: page.crossedOut } });
      if (page.pictures) notices.push({ code: 'reader.pictures', params: { count: page.pictures } });
      const names = [...new Set(page.attachments.values())];
      if (names.length)
        notices.push({
          code: 'reader.attachments',
          params: { count: names.length, names: names.length > FEW ? [...names.slice(0, FEW), '…'] : names },
        });
    };
    const parts = isMht(bytes) ? htmlParts(bytes) : null;
    if (parts?.length === 0) throw new Problem('reader.mail', {}, { file });
    for (const part of parts ?? []) walker(part.bytes, part.charset);
    if (!parts) walker(bytes);
    const blocks = assemble(numbered(flow, file));
    if (blocks.length === 0) throw new Problem('reader.page-without-text', {}, { file });
    return { file, format: 'html', blocks, notices };
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
