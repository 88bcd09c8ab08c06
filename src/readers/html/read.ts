import { type Document, type Input, type Notice, Problem } from '../../model/index.ts';
import { assemble } from '../parts/assemble.ts';
import type { Flow } from '../parts/flow.ts';
import { LIMITS, megabytes } from '../parts/limits.ts';
import { decodePage } from './charset.ts';
import { parsePage } from './dom.ts';
import { htmlParts, isMht } from './mht.ts';
import { numbered } from './number.ts';
import { PageWalker } from './walk.ts';

/** How many attachments are named. */
const FEW = 5;

/** Throws Problems: `reader.too-large`, `reader.mail` for a mail without a page, `reader.page-without-text`. */
export function readHtml(input: Input): Document {
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
}
