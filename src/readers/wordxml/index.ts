import { strToU8, zipSync } from 'fflate';
import { type Document, type Input, LIMITS, Problem } from '../../model/index.ts';
import { docx } from '../docx/index.ts';
import { latin1 } from '../parts/latin1.ts';
import { megabytes } from '../parts/limits.ts';
import type { Reader } from '../reader.ts';

/** «Word XML 文档»: the parts of a docx in one XML file instead of a package (the «flat OPC» of [MS-DOCX], pkg:package). */
export const wordXml: Reader = {
  format: 'wordxml',
  recognises: ({ bytes }) =>
    /^(?:\xef\xbb\xbf)?\s*<\?xml\b[^>]*>[\s\S]{0,1500}\/xmlPackage/.test(latin1(bytes.subarray(0, 2048))),
  async read(input: Input, options): Promise<Document> {
    const { file, bytes } = input;
    if (bytes.length > LIMITS.part)
      throw new Problem('reader.too-large', { size: megabytes(bytes.length), limit: megabytes(LIMITS.part) }, { file });
    const parts = partsOf(new TextDecoder().decode(bytes));
    if (!parts) throw new Problem('reader.damaged', {}, { file });
    const document = await docx.read({ file, bytes: zipSync(parts, { level: 0 }) }, options);
    return { ...document, format: 'wordxml' };
  },
};

const PART = '<pkg:part ';

/** The parts as they would lie in a package; what is in them is looked at by the reader of packages. Undefined for a file cut off. */
function partsOf(text: string): Record<string, Uint8Array> | undefined {
  if (!text.trimEnd().endsWith('</pkg:package>')) return undefined;
  const parts: Record<string, Uint8Array> = {};
  for (let at = text.indexOf(PART); at >= 0; ) {
    const next = text.indexOf(PART, at + PART.length);
    const part = text.slice(at, next < 0 ? text.length : next);
    const name = /\bpkg:name="\/?([^"]+)"/.exec(part.slice(0, part.indexOf('>')))?.[1];
    const content = inside(part, 'pkg:xmlData');
    const binary = content === undefined ? inside(part, 'pkg:binaryData') : undefined;
    if (name && content !== undefined) parts[name] = strToU8(content);
    else if (name && binary !== undefined) parts[name] = unpacked(binary);
    at = next;
  }
  return Object.keys(parts).some(name => name.startsWith('word/')) ? parts : undefined;
}

function inside(part: string, element: string): string | undefined {
  const start = part.indexOf(`<${element}`);
  const end = part.lastIndexOf(`</${element}>`);
  return start < 0 || end < 0 ? undefined : part.slice(part.indexOf('>', start) + 1, end);
}

function unpacked(base64: string): Uint8Array {
  const signs = base64.replace(/[^A-Za-z0-9+/]/g, '');
  return strToU8(atob(signs.length % 4 === 1 ? signs.slice(0, -1) : signs), true);
}
