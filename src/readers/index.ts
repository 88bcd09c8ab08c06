import { type Document, type Format, type Input, type PagePicture, Problem, type ReadOptions } from '../model/index.ts';
import { csv } from './csv.ts';
import { dataset } from './dataset/index.ts';
import { doc } from './doc/index.ts';
import { docx } from './docx/index.ts';
import { foreign } from './foreign.ts';
import { html } from './html/index.ts';
import { image } from './image/index.ts';
import { ofd } from './ofd/index.ts';
import { ods, odt } from './opendocument/index.ts';
import { fenced } from './parts/fences.ts';
import { withoutPictures } from './parts/symbols.ts';
import { pdf } from './pdf/index.ts';
import type { Reader } from './reader.ts';
import { rtf } from './rtf/index.ts';
import { text } from './text.ts';
import { wordXml } from './wordxml/index.ts';
import { word2003 } from './wordxml/older.ts';
import { xls } from './xls.ts';
import { xlsb } from './xlsb.ts';
import { xlsx } from './xlsx/index.ts';

/** Only a list. The text reader comes last: it takes whatever decodes as text. */
export const readers: readonly Reader[] = [
  docx,
  wordXml,
  word2003,
  doc,
  rtf,
  pdf,
  dataset,
  html,
  xlsx,
  xls,
  xlsb,
  ods,
  odt,
  ofd,
  image,
  csv,
  foreign,
  text,
];

/** Reads a file into a Document with the first reader that recognises its bytes. */
export async function read(input: Input, options: ReadOptions = {}): Promise<Document> {
  if (input.bytes.length === 0) throw new Problem('reader.empty', {}, { file: input.file });
  const reader = readers.find(one => one.recognises(input));
  if (!reader) throw new Problem('reader.unknown-format', {}, { file: input.file });
  return fenced(withoutPictures(await reader.read(input, options)));
}

/** Pages of a file that was read, as they are printed; none of formats that have no pages, nor of a file that cannot be drawn. */
export async function draw(input: Input, format: Format, pages: readonly number[]): Promise<readonly PagePicture[]> {
  const reader = readers.find(one => one.format === format);
  if (!reader?.draw || pages.length === 0) return [];
  // What was read is told in any case: a picture is an addition.
  return reader.draw(input, pages).catch(error => {
    if (error instanceof Problem) return [];
    throw error;
  });
}
