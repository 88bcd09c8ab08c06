import type { Notice } from '../../../model/index.ts';
import type { OpenFile } from './engine.ts';
import type { Page } from './geometry.ts';
import { brokenStreams, find, latin } from './streams.ts';

/** The longest dictionary that is looked at. */
const LONGEST = 200_000;

/**
 * What of the file PDFium passed over in silence: contents of pages that do not hold together or are not there (their pages are marked
 * as cut), other data that is damaged, and pages that the file lists and does not count.
 */
export function damageIn(file: string, open: OpenFile, bytes: Uint8Array, pages: readonly Page[]): Notice[] {
  const broken = new Set(brokenStreams(bytes));
  const left = new Set(broken);
  // Where pages are listed inside of compressed data, a copy that PDFium writes shows them.
  const source = broken.size > 0 ? copyOf(open) : bytes;
  pages.forEach(({ number, chars, rules, seen }) => {
    const isBare = chars.length === 0 && rules.length === 0 && seen.pictures === 0;
    if (!isBare && broken.size === 0) return;
    const own = open.pdfium._EPDFDoc_GetPageObjectNumberByIndex(open.handle, number - 1);
    const parts = contentsOf(source, own);
    for (const part of parts) left.delete(part);
    if (parts.some(part => broken.has(part) || (isBare && !objectAt(source, part)?.trim().startsWith('<<')))) seen.cut = true;
  });
  const notices: Notice[] = [];
  if (left.size > 0) notices.push({ code: 'reader.pdf.damaged-data', params: { count: left.size }, place: { file } });
  const listed = listedBeyond(bytes);
  if (listed > 0)
    notices.push({ code: 'reader.pdf.uncounted-pages', params: { count: listed, read: pages.length }, place: { file } });
  return notices;
}

/** The file as PDFium would save it: the same objects, each by itself. */
function copyOf({ pdfium, handle }: OpenFile): Uint8Array {
  const writer = pdfium._PDFiumExt_OpenFileWriter();
  pdfium._PDFiumExt_SaveAsCopy(handle, writer);
  const size = pdfium._PDFiumExt_GetFileWriterSize(writer);
  const address = pdfium.wasmExports.malloc(size);
  pdfium._PDFiumExt_GetFileWriterData(writer, address, size);
  const copy = pdfium.HEAPU8.slice(address, address + size);
  pdfium.wasmExports.free(address);
  pdfium._PDFiumExt_CloseFileWriter(writer);
  return copy;
}

/** What an object holds before its stream, as text; the last one counts where a file was added to. Undefined for none. */
function objectAt(bytes: Uint8Array, object: number): string | undefined {
  const mark = new TextEncoder().encode(`${object} 0 obj`);
  let found: string | undefined;
  for (let at = find(bytes, mark, 0); at >= 0; at = find(bytes, mark, at + mark.length)) {
    const isDigit = at > 0 && bytes[at - 1]! >= 0x30 && bytes[at - 1]! <= 0x39;
    if (isDigit) continue;
    const start = at + mark.length;
    const end = find(bytes, ENDOBJ, start);
    found = latin(bytes.subarray(start, Math.min(start + LONGEST, end < 0 ? bytes.length : end))).split('stream', 1)[0];
  }
  return found;
}

/** The numbers of the streams that a page's contents are made of (ISO 32000-1, 7.7.3.3). */
function contentsOf(bytes: Uint8Array, page: number): number[] {
  const contents = (text: string) => [...text.matchAll(/(\d{1,10})\s+\d{1,5}\s+R\b/g)].map(one => Number(one[1]));
  const found = /\/Contents\s*(?:\[([^[\]]*)\]|(\d{1,10}\s+\d{1,5}\s+R\b))/.exec(objectAt(bytes, page) ?? '');
  if (!found) return [];
  if (found[1] !== undefined) return contents(found[1]);
  const [only] = contents(found[2]!);
  const list = /^\s*\[([^[\]]*)\]/.exec(objectAt(bytes, only!) ?? '');
  return list ? contents(list[1]!) : [only!];
}

const ENDOBJ = new TextEncoder().encode('endobj');
const KIDS = new TextEncoder().encode('/Kids');

/** How many pages the lists of the file name beyond those they count: the last part of a list is where a page gets lost. */
function listedBeyond(bytes: Uint8Array): number {
  const nodes = new Map<number, { readonly kids: readonly number[]; readonly count: number }>();
  for (let at = find(bytes, KIDS, 0); at >= 0; at = find(bytes, KIDS, at + KIDS.length)) {
    const before = latin(bytes.subarray(Math.max(0, at - 2000), at));
    const start = before.lastIndexOf(' obj');
    const number = /(\d{1,10}) \d{1,5}$/.exec(before.slice(Math.max(0, start - 20), start));
    const end = find(bytes, ENDOBJ, at);
    const whole = before.slice(start) + latin(bytes.subarray(at, end < 0 ? at + LONGEST : Math.min(end, at + LONGEST)));
    const kids = /\/Kids\s*\[([^[\]]*)\]/.exec(whole);
    const count = /\/Count\s+(\d{1,9})/.exec(whole);
    if (start < 0 || !number || !kids || !count || !/\/Type\s*\/Pages\b/.test(whole)) continue;
    const refs = [...kids[1]!.matchAll(/(\d{1,10})\s+\d{1,5}\s+R\b/g)].map(one => Number(one[1]));
    nodes.set(Number(number[1]), { kids: refs, count: Number(count[1]) });
  }
  let beyond = 0;
  for (const { kids, count } of nodes.values()) if (!kids.some(kid => nodes.has(kid))) beyond += Math.max(0, kids.length - count);
  return beyond;
}
