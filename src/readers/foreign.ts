import { type Input, Problem } from '../model/index.ts';
import { isCompound, openCompound } from './parts/cfb.ts';
import { latin1 } from './parts/latin1.ts';
import { isZip, listZip } from './parts/zip.ts';
import type { Reader } from './reader.ts';

type Answer = { readonly code: string; readonly params?: Readonly<Record<string, string>> };
const other = (kind: string, instead: string): Answer => ({ code: 'reader.other-office', params: { kind, instead } });

/** Files that people hand over and no reader reads: each gets a word that helps, instead of a wrong guess. */
export const foreign: Reader & { isArchive(input: Input): boolean } = {
  format: 'text',
  isArchive: input => answerTo(input)?.code === 'reader.archive',
  recognises: input => answerTo(input) !== undefined,
  read(input) {
    const { code, params } = answerTo(input)!;
    throw new Problem(code, params, { file: input.file });
  },
};

/** An XML file whose first lines hold a mark; the one for any XML file comes last. */
function xml(mark: string): RegExp {
  return new RegExp(`^(?:\\xef\\xbb\\xbf)?\\s*<\\?xml\\b[^>]*>[\\s\\S]{0,1500}${mark === '' ? '' : `(?:${mark})`}`);
}

const SIGNATURES: readonly (readonly [RegExp, Answer])[] = [
  [/^(?:\x89PNG|\xff\xd8|GIF8|BM.{4}\0\0\0\0|RIFF.{4}WEBP|.{4}ftyp(?:hei[cfx]|mif1|avif))/s, { code: 'reader.image-kind' }],
  [
    /^(?:(?:From|To|Received|Return-Path|Delivered-To|Message-ID|Date|Subject|X-[\w-]+): [^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){3}/i,
    { code: 'reader.mail' },
  ],
  [/^(?:Rar!|7z\xbc\xaf|\x1f\x8b|BZh|\xfd7zXZ)/, { code: 'reader.archive' }],
  [xml('opendocument:xmlns:office'), other('OpenDocument', 'docx / xlsx')],
  [xml('<uof:UOF\\b'), other('UOF', 'docx / xlsx')],
  [xml(''), other('XML', 'docx / xlsx')],
  [/^(?:\xdb\xa5|\x31\xbe)/, { code: 'reader.old-word' }],
];

function answerTo(input: Input): Answer | undefined {
  const { bytes } = input;
  if (isZip(bytes)) return zipped(bytes);
  if (isCompound(bytes)) return compound(input);
  const head = latin1(bytes.subarray(0, 2048));
  return SIGNATURES.find(([sign]) => sign.test(head))?.[1];
}

function zipped(bytes: Uint8Array): Answer {
  const names = listZip(bytes);
  if (!names) return { code: 'reader.truncated' };
  const has = (sign: RegExp) => names.some(name => sign.test(name));
  if (has(/^ppt\//i)) return other('PowerPoint', 'docx');
  if (has(/^Index(?:\/Document\.iwa|\.zip)$|^index\.(?:xml|apxl)(?:\.gz)?$/)) return other('Pages / Numbers', 'docx / xlsx');
  if (names.includes('mimetype') && names.includes('content.xml')) return other('OpenDocument', 'docx / xlsx');
  return { code: 'reader.archive' };
}

function compound(input: Input): Answer {
  const names = openCompound(input)?.names;
  if (!names) return { code: 'reader.truncated' };
  if (names.includes('EncryptedPackage')) return { code: 'reader.encrypted' };
  if (names.includes('__properties_version1.0')) return { code: 'reader.mail' };
  if (names.includes('PowerPoint Document')) return other('PowerPoint', 'docx');
  // A directory that can be read and names no stream we know: a file of another program.
  return { code: names.some(name => KNOWN.test(name)) ? 'reader.damaged' : 'reader.unknown-format' };
}

const KNOWN = /^(?:1Table|0Table|Data|Workbook|Book)$/;
