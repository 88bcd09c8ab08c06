import { strToU8 } from 'fflate';
import type { Input } from '../model/index.ts';
import { decoded, type Enclosed, isTold } from './mail.ts';
import { type Compound, openCompound } from './parts/cfb.ts';

/** Mails attached to mails that are followed. */
const DEEPEST = 3;

/** Whether a file is a mail as Outlook saves it ([MS-OXMSG]): a compound file of properties. */
export const isOutlook = (input: Input): boolean => openCompound(input)?.names.includes('__properties_version1.0') === true;

/** What is attached to a saved mail, that of mails attached to it too, and its text where it states figures or nothing is attached. */
export function enclosedInOutlook(input: Input): Enclosed[] {
  return enclosedAt(openCompound(input)!, '', 1);
}

function enclosedAt(compound: Compound, root: string, depth: number): Enclosed[] {
  const attachments = new Set(
    compound.names.flatMap(name =>
      name.startsWith(root) ? (/^__attach_version1\.0_#[^/]*\//.exec(name.slice(root.length))?.[0] ?? []) : [],
    ),
  );
  const attached = [...attachments].sort().flatMap((folder, i): Enclosed[] => {
    const at = root + folder;
    const mail = `${at}__substg1.0_3701000D/`;
    const name = wordsOf(compound, at, '3707') || wordsOf(compound, at, '3704') || wordsOf(compound, at, '3001');
    if (depth < DEEPEST && compound.names.some(one => one.startsWith(mail))) {
      const title = (wordsOf(compound, mail, '0037') || `邮件${i + 1}`).replace(/[/\\:]/g, '_');
      return enclosedAt(compound, mail, depth + 1).map(one => ({ ...one, name: `${title}/${one.name}` }));
    }
    const bytes = compound.stream(`${at}__substg1.0_37010102`);
    return bytes && name ? [{ name, bytes }] : [];
  });
  const page = compound.stream(`${root}__substg1.0_10130102`);
  const html = page ? pageOf(page) : wordsOf(compound, root, '1013');
  const text = html || wordsOf(compound, root, '1000');
  if (!isTold(text, attached.length)) return attached;
  return [{ name: html ? '正文.html' : '正文.txt', bytes: strToU8(`\ufeff${text}`) }, ...attached];
}

/** A page in the code page that it names itself. */
function pageOf(bytes: Uint8Array): string {
  const named = /charset\s*=\s*["']?([\w-]{1,40})/i.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 4096)))?.[1];
  return decoded(bytes, named);
}

/** A property that is text: Unicode, or in the code page of whoever sent it. */
function wordsOf(compound: Compound, folder: string, property: string): string {
  const wide = compound.stream(`${folder}__substg1.0_${property}001F`);
  if (wide) return new TextDecoder('utf-16le').decode(wide).replace(/\0.*$/s, '');
  const narrow = compound.stream(`${folder}__substg1.0_${property}001E`);
  return narrow ? decoded(narrow, undefined).replace(/\0.*$/s, '') : '';
}
