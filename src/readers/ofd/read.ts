import { type Document, type Input, lookUp, type Notice, Problem } from '../../model/index.ts';
import { LIMITS } from '../parts/limits.ts';
import { at, child, descendants, type Element, parseXml } from '../parts/xml.ts';
import { type Archive, openZip } from '../parts/zip.ts';
import { documentOf } from '../pdf/layout.ts';
import { nothingSeen, type Page } from '../pdf/page/geometry.ts';
import { boxOf, type Sheet, sheetPage } from './page.ts';

/** A4 in millimetres, for a page that tells no size. */
const A4 = [0, 0, 210, 297] as const;

/**
 * Reads the pages of an OFD file as those of a PDF are read: characters where they stand, rules as they are drawn. A page that is
 * missing or damaged is told as cut, one that is a picture as unread.
 */
export function readOfd(input: Input): Document {
  const { file } = input;
  const archive = openZip(input);
  if (archive.names.some(name => /(?:^|\/)Encryptions?\.xml$/i.test(name))) throw new Problem('reader.encrypted', {}, { file });
  const parts = new Parts(archive, file);
  const root = parts.needed(archive.names.find(name => /^OFD\.xml$/i.test(name))!);
  const notices: Notice[] = archive.twice.map(part => ({ code: 'reader.part-twice', params: { part }, place: { file } }));
  const pages: Page[] = [];
  let total = 0;
  let characters = 0;
  for (const body of root.children.filter(one => one.name === 'DocBody')) {
    const main = rootOf(body, parts);
    const document = parts.needed(main);
    const size = boxOf(at(document, 'CommonData', 'PageArea', 'PhysicalBox')?.text) ?? A4;
    const templates = new Map(
      descendants(document, 'TemplatePage').map(({ attrs }) => [attrs.ID ?? '', resolve(main, attrs.BaseLoc ?? '')]),
    );
    const shared = descendants(child(document, 'CommonData') ?? document, 'PublicRes').concat(
      descendants(document, 'DocumentRes'),
    );
    const units = new Units(
      parts,
      shared.map(one => resolve(main, one.text)),
    );
    for (const { attrs } of at(document, 'Pages')?.children ?? []) {
      total++;
      if (pages.length >= LIMITS.pages) continue;
      const page = readPage(parts, resolve(main, attrs.BaseLoc ?? ''), templates, size, pages.length + 1, units);
      characters += page.seen.drawn;
      if (characters > LIMITS.characters)
        throw new Problem('reader.too-many-characters', { limit: LIMITS.characters }, { file, page: page.number });
      pages.push(page);
    }
    const attachments = child(document, 'Attachments')?.text.trim();
    const attached = attachments ? (parts.spared(resolve(main, attachments))?.children.length ?? 1) : 0;
    if (attached > 0) notices.push({ code: 'reader.pdf.attachments', params: { count: attached }, place: { file } });
  }
  if (pages.length === 0) throw new Problem('reader.damaged-part', { part: 'Document.xml' }, { file });
  if (total > pages.length)
    notices.push({ code: 'reader.pdf.too-many-pages', params: { read: pages.length, total }, place: { file } });
  try {
    const document = documentOf(file, 'ofd', pages, notices);
    return { ...document, notices: document.notices.map(one => ({ ...one, code: ownWord(one.code) })) };
  } catch (error) {
    throw error instanceof Problem ? new Problem(ownWord(error.code), error.params, error.place) : error;
  }
}

/** Of pages that are pictures: those of an OFD file cannot be recognised, so nothing is said of how. */
const OWN: Readonly<Record<string, string>> = {
  'reader.pdf.no-text': 'reader.ofd.no-text',
  'reader.pdf.pages-without-text': 'reader.ofd.pages-without-text',
  'reader.pdf.garbled': 'reader.ofd.garbled',
};
const ownWord = (code: string) => lookUp(OWN, code) ?? code;

function readPage(
  parts: Parts,
  part: string,
  templates: ReadonlyMap<string, string>,
  size: Sheet['size'],
  number: number,
  units: Units,
): Page {
  const page = parts.spared(part);
  if (!page) return { number, width: 0, height: 0, turn: 0, chars: [], rules: [], seen: { ...nothingSeen(), cut: true } };
  const used = page.children.filter(one => one.name === 'Template');
  const behind = used.map(({ attrs }) => parts.spared(templates.get(attrs.TemplateID ?? '') ?? ''));
  const own = boxOf(at(page, 'Area', 'PhysicalBox')?.text) ?? size;
  const layers = [...behind, page].flatMap(one => at(one, 'Content')?.children ?? []);
  const res = page.children.filter(one => one.name === 'PageRes').map(one => resolve(part, one.text));
  return sheetPage({ number, size: own, layers, cut: behind.some(one => one === undefined), unit: id => units.of(id, res) });
}

/** Where the document begins: as it is now, if it was changed after it was made (GB/T 33190, 19). */
function rootOf(body: Element, parts: Parts): string {
  const current = child(body, 'Versions')?.children.find(one => one.attrs.Current === 'true')?.attrs.BaseLoc;
  const version = current === undefined ? undefined : resolve('', current);
  const changed = version === undefined ? undefined : child(parts.spared(version), 'DocRoot')?.text;
  return changed === undefined ? resolve('', child(body, 'DocRoot')?.text ?? '') : resolve(version!, changed);
}

/** The drawings kept apart from pages, looked for when the first page uses one. */
class Units {
  private readonly known = new Map<string, ReadonlyMap<string, Element>>();
  private readonly parts: Parts;
  private readonly shared: readonly string[];

  constructor(parts: Parts, shared: readonly string[]) {
    this.parts = parts;
    this.shared = shared;
  }

  /** `own`: the resources of the page. */
  of(id: string, own: readonly string[]): Element | undefined {
    for (const name of [...own, ...this.shared]) {
      const found = this.in(name).get(id);
      if (found) return found;
    }
    return undefined;
  }

  private in(name: string): ReadonlyMap<string, Element> {
    let units = this.known.get(name);
    if (!units) {
      const list = this.parts.spared(name);
      units = new Map((list ? descendants(list, 'CompositeGraphicUnit') : []).map(one => [one.attrs.ID ?? '', one]));
      this.known.set(name, units);
    }
    return units;
  }
}

/** The XML parts of the file by their names, each parsed once. */
class Parts {
  private readonly archive: Archive;
  private readonly file: string;
  private readonly known = new Map<string, Element | undefined>();

  constructor(archive: Archive, file: string) {
    this.archive = archive;
    this.file = file;
  }

  /** A part that nothing can be read without. Throws `reader.damaged-part`. */
  needed(name: string): Element {
    const bytes = this.archive.part(name);
    if (!bytes) throw new Problem('reader.damaged-part', { part: name || 'DocRoot' }, { file: this.file });
    return parseXml(bytes, this.file, name);
  }

  /** A part that others can be read without; undefined where it is missing or damaged. */
  spared(name: string): Element | undefined {
    if (this.known.has(name)) return this.known.get(name);
    let part: Element | undefined;
    try {
      part = this.needed(name);
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== 'reader.damaged-part') throw error;
    }
    // Only what several pages share is kept.
    if (!/Content\.xml$/i.test(name) || /Tpl/i.test(name)) this.known.set(name, part);
    return part;
  }
}

/** Where a path in a part leads: from the root of the file, or from the folder of the part it stands in. */
function resolve(from: string, path: string): string {
  const written = path.trim().replaceAll('\\', '/');
  const steps: string[] = [];
  const start = written.startsWith('/') ? '' : from.slice(0, from.lastIndexOf('/') + 1);
  for (const step of (start + written).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}
