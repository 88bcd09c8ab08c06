import { latin1 } from '../parts/latin1.ts';

/** What code page the letters of a font are written in, by its «\fcharset» (RTF 1.9.1, «Font Table»). */
const CHARSETS: Readonly<Record<number, string>> = {
  77: 'macintosh',
  128: 'shift_jis',
  129: 'euc-kr',
  134: 'gb18030',
  136: 'big5',
  161: 'windows-1253',
  162: 'windows-1254',
  163: 'windows-1258',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  222: 'windows-874',
  238: 'windows-1250',
};

/** Code pages by their numbers («\ansicpg936», «\cpg936»). */
const PAGES: Readonly<Record<number, string>> = {
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  54936: 'gb18030',
  65001: 'utf-8',
};

/** The name under which a code page of this number is decoded; undefined for one that is none. */
export function pageOf(number: number): string | undefined {
  if (PAGES[number]) return PAGES[number];
  return number >= 1250 && number <= 1258 ? `windows-${number}` : undefined;
}

/** The code page of a font by its charset; undefined where that says nothing («default», «ANSI»). */
export const pageOfCharset = (charset: number): string | undefined => CHARSETS[charset];

/** Fonts of signs (Symbol, Wingdings): their bytes stand for pictures. */
export const SYMBOLS = 'symbols';

/**
 * Bytes of a font as text. `page`: that of the font, `usual`: that of the file. Chinese programs write Chinese in fonts that say
 * «ANSI» as well, so the page of the file is tried first, strictly, and Western letters last.
 */
export function decodeBytes(bytes: Uint8Array, page: string | undefined, usual: string): string {
  const plain = bytes.every(byte => byte < 0x80) ? new TextDecoder().decode(bytes) : undefined;
  if (page === SYMBOLS)
    return (plain ?? latin1(bytes)).replace(/[!-ÿ]/g, sign => String.fromCharCode(0xf000 + sign.charCodeAt(0)));
  if (plain !== undefined) return plain;
  for (const name of [page ?? usual, usual, 'gb18030'])
    try {
      return new TextDecoder(name, { fatal: true }).decode(bytes);
    } catch {
      // The next one.
    }
  return new TextDecoder('windows-1252').decode(bytes);
}
