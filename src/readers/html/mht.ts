import { strToU8 } from 'fflate';
import { latin1 } from '../parts/latin1.ts';

/** A part of a MIME message (RFC 2045, 2557): what «单个文件网页» (.mht) is made of. */
export interface MimePart {
  readonly type: string;
  readonly charset?: string;
  /** Its headers as they are written, where its name may stand. */
  readonly contentType: string;
  readonly disposition: string;
  readonly bytes: Uint8Array;
}

/** Whether the bytes begin like a MIME message that carries a page. */
export function isMht(bytes: Uint8Array): boolean {
  const head = latin1(bytes.subarray(0, 4096));
  return (
    /^(?:[\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*)+/.test(head) &&
    /^content-type:\s*(?:multipart\/|text\/html)/im.test(head) &&
    /^mime-version:/im.test(head)
  );
}

/** The parts of type text/html, in order, out of however many layers of multipart. */
export function htmlParts(bytes: Uint8Array): MimePart[] {
  return partsOf(latin1(bytes), 0).filter(part => part.type === 'text/html');
}

/** All parts of a message, in order, out of however many layers of multipart. */
export const mimeParts = (bytes: Uint8Array): MimePart[] => partsOf(latin1(bytes), 0);

function partsOf(message: string, depth: number): MimePart[] {
  const end = /\r?\n\r?\n/.exec(message);
  const head = (end ? message.slice(0, end.index) : message).replace(/\r?\n[ \t]+/g, ' ');
  const body = end ? message.slice(end.index + end[0].length) : '';
  const header = (name: string) => new RegExp(`^${name}:\\s*(.*)$`, 'im').exec(head)?.[1]?.trim() ?? '';
  const contentType = header('content-type');
  const boundary = /boundary="?([^";\r\n]+)"?/i.exec(contentType)?.[1];
  if (boundary && depth < 5) {
    return body
      .split(`--${boundary}`)
      .slice(1)
      .filter(part => !part.startsWith('--'))
      .flatMap(part => partsOf(part.replace(/^[ \t]*\r?\n/, ''), depth + 1));
  }
  const charset = /charset="?([\w-]+)"?/i.exec(contentType)?.[1];
  const type = contentType.split(';')[0]!.trim().toLowerCase();
  const unpacked = unpack(body, header('content-transfer-encoding').toLowerCase());
  return [{ type, contentType, disposition: header('content-disposition'), bytes: unpacked, ...(charset ? { charset } : {}) }];
}

function unpack(body: string, encoding: string): Uint8Array {
  if (encoding === 'base64') return strToU8(atob(base64(body)), true);
  if (encoding !== 'quoted-printable') return strToU8(body, true);
  const plain = body
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return strToU8(plain, true);
}

/** The characters that count, up to the first that fill up; one character alone at the end says nothing. */
function base64(body: string): string {
  const end = body.indexOf('=');
  const signs = (end < 0 ? body : body.slice(0, end)).replace(/[^A-Za-z0-9+/]/g, '');
  return signs.length % 4 === 1 ? signs.slice(0, -1) : signs;
}
