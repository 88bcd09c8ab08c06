import type { Notice } from '../../model/index.ts';
import { decode } from '../parts/decode.ts';
import { latin1 } from '../parts/latin1.ts';

/** GB2312 and GBK pages use characters beyond their own standard; GB18030 contains both. */
const named = (charset: string) => (/^(?:gb|x-gbk|cp936|chinese|hz)/i.test(charset) ? 'gb18030' : charset.toLowerCase());

/**
 * A page's bytes to text. A byte order mark and valid UTF-8 decide by themselves; else what the page or its transport declares;
 * a declaration that the bytes contradict is noticed. `declared`: the charset of a MIME part, if there is one.
 */
export function decodePage(bytes: Uint8Array, file: string, declared?: string): { text: string; notices: Notice[] } {
  const marked =
    (bytes[0] === 0xef && bytes[1] === 0xbb) ||
    (bytes[0] === 0xff && bytes[1] === 0xfe) ||
    (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (marked || bytes.subarray(0, 512).includes(0)) return { text: decode(bytes, file), notices: [] };
  const stated = declared ?? /<meta[^<>]+charset\s*=\s*(?:["']\s*)?([\w-]+)/i.exec(latin1(bytes.subarray(0, 8192)))?.[1];
  const wanted = stated === undefined ? undefined : named(stated);
  const told = (actual: string): Notice[] =>
    wanted !== undefined && wanted !== actual
      ? [{ code: 'reader.charset-declared-wrong', params: { declared: stated!, actual }, place: { file } }]
      : [];
  const utf8 = attempt('utf-8', bytes, true);
  if (utf8 !== undefined) return { text: utf8, notices: /[^\u0000-\u007f]/.test(utf8) ? told('utf-8') : [] };
  if (wanted !== undefined && wanted !== 'utf-8' && wanted !== 'utf8') {
    const text = attempt(wanted, bytes, false);
    if (text !== undefined) return { text, notices: [] };
  }
  // A UTF-8 page with a few broken bytes is still one; anything else without a declaration is GB18030 here.
  const loose = attempt('utf-8', bytes, false)!;
  const broken = loose.match(/\ufffd/g)?.length ?? 0;
  if (broken * 100 < (loose.match(/[^\u0000-\u007f]/g)?.length ?? 0)) return { text: loose, notices: [] };
  return { text: attempt('gb18030', bytes, false)!, notices: told('gb18030') };
}

function attempt(charset: string, bytes: Uint8Array, fatal: boolean): string | undefined {
  try {
    return new TextDecoder(charset, { fatal }).decode(bytes);
  } catch {
    return undefined;
  }
}
