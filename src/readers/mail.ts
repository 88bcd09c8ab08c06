import { strToU8 } from 'fflate';
import { type MimePart, mimeParts } from './html/mht.ts';
import { latin1 } from './parts/latin1.ts';

/** A file that a mail carries, or its own text as one. */
export interface Enclosed {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Lines of headers that are looked at. */
const LINES = 200;

/** Whether the bytes begin like a mail (RFC 5322): a saved page (.mht) was sent to nobody. */
export function isMail(bytes: Uint8Array): boolean {
  const names = new Set<string>();
  for (const line of latin1(bytes.subarray(0, 65_536)).split(/\r?\n/, LINES)) {
    if (line === '') break;
    const name = /^([\w-]{1,60}):/.exec(line)?.[1]?.toLowerCase();
    if (name === undefined && !/^[ \t]/.test(line)) return false;
    if (name !== undefined) names.add(name);
  }
  const sent = ['to', 'received', 'delivered-to', 'return-path', 'message-id'].some(name => names.has(name));
  return sent && names.has('from') && (names.has('subject') || names.has('date'));
}

/** An amount in the text of a mail: what only says that something is attached is no part of a report. */
const AMOUNT = /\d\.\d\d|\d\s*(?:万元|亿元)/;

/** Whether the text of a mail is a part of what it brings. */
export const isTold = (text: string, attached: number): boolean => (attached === 0 && text.trim() !== '') || AMOUNT.test(text);

/** What is attached to a mail, and its text where it states figures or nothing is attached. */
export function enclosedIn(bytes: Uint8Array): Enclosed[] {
  const parts = mimeParts(bytes);
  const attached = parts.flatMap((part, i): Enclosed[] => {
    const name = nameOf(part) || (part.type === 'message/rfc822' ? `邮件${i + 1}.eml` : '');
    return name ? [{ name, bytes: part.bytes }] : [];
  });
  const own = parts.filter(part => nameOf(part) === '' && /^text\/(?:html|plain)$|^$/.test(part.type));
  // Of two forms of one text the page keeps its tables.
  const pages = own.filter(part => part.type === 'text/html');
  const texts = (pages.length > 0 ? pages : own).map((part, i) => ({
    name: `正文${i === 0 ? '' : i + 1}.${part.type === 'text/html' ? 'html' : 'txt'}`,
    text: decoded(part.bytes, part.charset),
  }));
  const told = texts.filter(({ text }) => isTold(text, attached.length));
  return [...told.map(({ name, text }) => ({ name, bytes: strToU8(`\ufeff${text}`) })), ...attached];
}

/** GB2312 and GBK are read as what contains them. */
export function decoded(bytes: Uint8Array, charset: string | undefined): string {
  for (const name of [charset && /^(?:gb|x-gbk|cp936)/i.test(charset) ? 'gb18030' : charset, 'utf-8', 'gb18030'])
    try {
      if (name) return new TextDecoder(name, { fatal: true }).decode(bytes);
    } catch {
      // The next one.
    }
  return new TextDecoder('gb18030').decode(bytes);
}

/** The name of an attachment, in any of the ways programs write it (RFC 2047, 2231, or its bytes as they are). */
function nameOf({ disposition, contentType }: MimePart): string {
  for (const header of [disposition, contentType]) {
    const extended = /(?:file)?name\*(?:0\*)?\s*=\s*"?([\w-]*)'[^']*'([^";\s]*)/i.exec(header);
    if (extended) return decoded(percentBytes(extended[2]!), extended[1]);
    const plain = /(?:file)?name\s*=\s*(?:"([^"]*)"|([^";\s]+))/i.exec(header);
    const written = plain?.[1] ?? plain?.[2];
    if (written) return words(written);
  }
  return '';
}

const percentBytes = (text: string) =>
  strToU8(
    text.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    true,
  );

/** «=?GBK?B?…?=»: encoded words, and what stands between them. */
function words(written: string): string {
  if (!written.includes('=?')) return decoded(strToU8(written, true), undefined);
  return written
    .replace(/\?=\s{1,9}=\?/g, '?==?')
    .replace(/=\?([\w-]{1,40})\?([BQ])\?([^?]*)\?=/gi, (_, charset: string, how: string, text: string) => {
      if (how.toUpperCase() === 'Q') return decoded(percentBytes(text.replaceAll('_', ' ').replaceAll('=', '%')), charset);
      const signs = text.replace(/[^A-Za-z0-9+/]/g, '');
      return decoded(strToU8(atob(signs.length % 4 === 1 ? signs.slice(0, -1) : signs), true), charset);
    });
}
