import { type Document, type Input, type Notice, Problem } from '../../model/index.ts';
import { assemble } from '../parts/assemble.ts';
import { openPackage, type Package, relationsOf } from '../parts/package.ts';
import { child } from '../parts/xml.ts';
import type { Reader } from '../reader.ts';
import { BodyReader } from './body.ts';
import { readChunks } from './chunks.ts';
import { readEmbedded } from './embedded.ts';
import { docx } from './index.ts';

/** `whole`: with the documents that are inserted in it; not followed further. */
export async function readDocx(input: Input, whole: boolean): Promise<Document> {
  const { file } = input;
  const pkg = openPackage(input, 'word/document.xml');
  const root = pkg.xml(pkg.main);
  const body = child(root, 'body');
  if (!root || !body) throw new Problem('reader.damaged-part', { part: pkg.main }, { file });
  if (!pkg.archive.has(relationsOf(pkg.main)) && pkg.archive.names.some(isBeside)) pkg.tellMissing(relationsOf(pkg.main));
  const relations = pkg.relations(pkg.main);
  const inner: Reader = { ...docx, read: one => readDocx(one, false) };
  const reader = new BodyReader(file, pkg, root, {
    workbooks: await readEmbedded(file, pkg, relations),
    chunks: whole ? await readChunks(file, pkg, relations, inner) : new Map(),
  });
  const blocks = assemble(reader.read(body));
  return { file, format: 'docx', blocks, notices: [...reader.notices, ...pkg.notices, ...notesOf(pkg)] };
}

/** Whether there is something that only a relation of the main part leads to. */
const isBeside = (name: string) => /^word\/(?:styles|numbering|footnotes|endnotes|charts\/.*)\.xml$/i.test(name);

/** What the file carries and this reader never runs or follows. */
function notesOf(pkg: Package): Notice[] {
  const notices: Notice[] = [];
  if (pkg.archive.names.some(name => /vbaProject\.bin$/i.test(name))) notices.push({ code: 'reader.macros', params: {} });
  const links = [...pkg.relations(pkg.main).values()].filter(one => one.external && one.type !== 'hyperlink');
  if (links.length) notices.push({ code: 'reader.external-links', params: { count: links.length } });
  return notices;
}
