import { type Document, type Input, type Notice, Problem } from '../../model/index.ts';
import { assemble } from '../parts/assemble.ts';
import { latin1 } from '../parts/latin1.ts';
import { at, type Element, parseXml } from '../parts/xml.ts';
import { type Archive, isZip, openZip } from '../parts/zip.ts';
import { documentOf } from '../xlsx/read.ts';
import { BodyReader } from './body.ts';
import { sheetsOf } from './sheets.ts';
import { Styles } from './styles.ts';

/** What an OpenDocument file holds: `content` with its own styles, and the styles that stand apart in a package. */
interface Opened {
  readonly content: Element;
  readonly styles: Element | undefined;
  readonly notices: readonly Notice[];
}

/** Reads a text with all changes accepted, or the sheets of a workbook as they are shown. */
export function readOpenDocument(input: Input, format: 'odt' | 'ods'): Document {
  const { file, bytes } = input;
  const { content, styles, notices } = isZip(bytes) ? openPackage(input) : openFlat(input);
  const body = at(content, 'body', format === 'odt' ? 'text' : 'spreadsheet');
  if (!body) throw new Problem('reader.damaged-part', { part: 'content.xml' }, { file });
  const known = new Styles(styles ? [styles, content] : [content]);
  if (format === 'ods') {
    const { listed, notices: odd } = sheetsOf(body, known, file);
    return documentOf(file, 'ods', listed, [...odd, ...notices]);
  }
  const reader = new BodyReader(file, body, known);
  const blocks = assemble(reader.read());
  return { file, format: 'odt', blocks, notices: [...reader.notices, ...notices] };
}

function openPackage(input: Input): Opened {
  const { file } = input;
  const archive = openZip(input);
  refuseEncrypted(archive, file);
  const bytes = archive.part('content.xml');
  if (!bytes) throw new Problem('reader.damaged-part', { part: 'content.xml' }, { file });
  const notices: Notice[] = archive.twice.map(part => ({ code: 'reader.part-twice', params: { part }, place: { file } }));
  const content = parseXml(bytes, file, 'content.xml', { mixed: true });
  let styles: Element | undefined;
  try {
    const part = archive.part('styles.xml');
    styles = part && parseXml(part, file, 'styles.xml', { mixed: true });
    if (!part) notices.push({ code: 'reader.part-missing', params: { part: 'styles.xml' }, place: { file } });
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'reader.damaged-part') throw error;
    notices.push({ code: 'reader.part-damaged', params: { part: 'styles.xml' }, place: { file } });
  }
  if (archive.names.some(name => /^Basic\/(?!script-lc\.xml$).*\/(?!script-lb\.xml$)/.test(name)))
    notices.push({ code: 'reader.macros', params: {} });
  return { content, styles, notices };
}

/** Parts stay where they are and become noise; the list of parts says so. */
function refuseEncrypted(archive: Archive, file: string): void {
  const manifest = archive.part('META-INF/manifest.xml');
  if (archive.has('encrypted-package') || (manifest && latin1(manifest).includes(':encryption-data')))
    throw new Problem('reader.encrypted', {}, { file });
}

function openFlat({ file, bytes }: Input): Opened {
  try {
    return { content: parseXml(bytes, file, file, { mixed: true }), styles: undefined, notices: [] };
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'reader.damaged-part') throw error;
    throw new Problem('reader.damaged', {}, { file });
  }
}
