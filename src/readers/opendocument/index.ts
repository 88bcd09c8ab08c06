import { type Document, type Input, Problem } from '../../model/index.ts';
import { latin1 } from '../parts/latin1.ts';
import { isZip, listZip, openZip } from '../parts/zip.ts';
import type { Reader } from '../reader.ts';

type Kind = 'odt' | 'ods';

/** OpenDocument texts (ISO/IEC 26300): .odt, and .fodt, which is one XML file. */
export const odt: Reader = readerOf('odt');
/** OpenDocument workbooks: .ods and .fods. */
export const ods: Reader = readerOf('ods');

function readerOf(format: Kind): Reader {
  return {
    format,
    recognises: input => kindOf(input) === format,
    async read(input: Input): Promise<Document> {
      const { readOpenDocument } = await import('./read.ts');
      return readOpenDocument(input, format);
    },
  };
}

const NAMED = /application\/(?:vnd\.oasis\.opendocument|x-vnd\.oasis\.opendocument)\.(text|spreadsheet)(?!-master)/;

/** What the file says it is; undefined for other files, and for OpenDocument slides and drawings. */
function kindOf(input: Input): Kind | undefined {
  const named = NAMED.exec(isZip(input.bytes) ? typeIn(input) : flatType(input.bytes))?.[1];
  return named === undefined ? undefined : named === 'text' ? 'odt' : 'ods';
}

/** The type stands in a part of its own; where that is missing, in the list of parts. */
function typeIn(input: Input): string {
  const names = listZip(input.bytes) ?? [];
  if (!names.includes('content.xml')) return '';
  try {
    const archive = openZip(input);
    return latin1((archive.part('mimetype') ?? archive.part('META-INF/manifest.xml') ?? new Uint8Array()).subarray(0, 1000));
  } catch (error) {
    if (error instanceof Problem) return '';
    throw error;
  }
}

function flatType(bytes: Uint8Array): string {
  const head = latin1(bytes.subarray(0, 8192));
  return /^(?:\xef\xbb\xbf)?\s*<\?xml\b/.test(head) && head.includes('opendocument:xmlns:office')
    ? (/\bmimetype="([^"]*)"/.exec(head)?.[1] ?? '')
    : '';
}
