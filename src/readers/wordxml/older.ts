import { type Document, type Input, LIMITS, Problem } from '../../model/index.ts';
import { BodyReader } from '../docx/body.ts';
import { assemble } from '../parts/assemble.ts';
import { latin1 } from '../parts/latin1.ts';
import { megabytes } from '../parts/limits.ts';
import { NUMBER_FORMATS } from '../parts/numbering.ts';
import type { Package, Relation } from '../parts/package.ts';
import { child, type Element, parseXml, val } from '../parts/xml.ts';
import type { Reader } from '../reader.ts';

/** «Word 2003 XML 文档» (WordprocessingML 2003, w:wordDocument): the forerunner of docx, all in one file. Read as the docx it would be. */
export const word2003: Reader = {
  format: 'wordxml',
  recognises: ({ bytes }) =>
    /^(?:\xef\xbb\xbf)?\s*<\?xml\b[^>]*>[\s\S]{0,1500}word\/2003\/wordml/.test(latin1(bytes.subarray(0, 2048))),
  read({ file, bytes }: Input): Document {
    if (bytes.length > LIMITS.part)
      throw new Problem('reader.too-large', { size: megabytes(bytes.length), limit: megabytes(LIMITS.part) }, { file });
    const older = parsed(bytes, file);
    const parts = new Map<string, Element>();
    const notes = { footnote: [] as Element[], endnote: [] as Element[] };
    const root = newer(child(older, 'body') ?? element('body'), notes);
    if (!child(older, 'body')) throw new Problem('reader.damaged', {}, { file });
    const styles = child(older, 'styles');
    const lists = child(older, 'lists');
    if (styles) parts.set('styles', newer(styles, notes));
    if (lists) parts.set('numbering', numberingOf(lists));
    for (const kind of ['footnote', 'endnote'] as const)
      if (notes[kind].length) parts.set(`${kind}s`, element(`${kind}s`, {}, notes[kind]));
    const reader = new BodyReader(file, packageOf(parts), element('document', {}, [root]), {
      workbooks: new Map(),
      chunks: new Map(),
    });
    const blocks = assemble(reader.read(root));
    return { file, format: 'wordxml', blocks, notices: reader.notices };
  },
};

function parsed(bytes: Uint8Array, file: string): Element {
  try {
    return parseXml(bytes, file, file);
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'reader.damaged-part') throw error;
    throw new Problem('reader.damaged', {}, { file });
  }
}

const element = (name: string, attrs: Element['attrs'] = {}, children: readonly Element[] = [], text = ''): Element => ({
  name,
  attrs,
  children,
  text,
});

/** The parts that the main one of a docx would lead to, by the kinds of their relations. */
function packageOf(parts: ReadonlyMap<string, Element>): Package {
  const relations = new Map<string, Relation>([...parts.keys()].map(type => [type, { type, target: type, external: false }]));
  return {
    archive: { names: [], twice: [], has: () => false, part: () => undefined },
    main: '',
    notices: [],
    xml: name => parts.get(name),
    promised: name => parts.get(name),
    promisedBytes: () => undefined,
    tellMissing: () => undefined,
    relations: part => (part === '' ? relations : new Map()),
  };
}

const RENAMED: Readonly<Record<string, string>> = { vmerge: 'vMerge', hmerge: 'hMerge', hlink: 'hyperlink' };
/** What stands between a paragraph and the body, and is nothing in itself. */
const WRAPPERS = new Set(['sect', 'sub-section', 'pBdrGroup', 'cfChunk', 'content']);
/** Data of pictures and objects, and what stands in margins. */
const LEFT_OUT = new Set(['binData', 'sectPr', 'hdr', 'ftr']);
/** Where text and tables stand: an element of any other name among them is a mark of somebody's around them («智能标记»). */
const HOLDERS = new Set(['body', 'p', 'tbl', 'tr', 'tc', 'hyperlink', 'fldSimple', 'customXml', 'ins']);
const HELD = /^(?:p|r|tbl|tr|tc|[a-z]+Pr|tblGrid|tblPrEx|hyperlink|fldSimple|ins|del|footnote|endnote)$/;

type Notes = Readonly<Record<'footnote' | 'endnote', Element[]>>;

/** An element as a docx has it; notes, which stood where they are referred to, are put aside. */
function newer(older: Element, notes: Notes): Element {
  const name = RENAMED[older.name] ?? older.name;
  return element(name, older.attrs, inside(older, name, notes), older.text);
}

function inside(older: Element, name: string, notes: Notes): Element[] {
  return older.children.flatMap((one): Element[] => {
    if (LEFT_OUT.has(one.name)) return [];
    if (WRAPPERS.has(one.name)) return inside(one, name, notes);
    if (one.name === 'annotation') return change(one, name, notes);
    if (one.name === 'listPr')
      return [element('numPr', {}, [...valued('ilvl', val(one, 'ilvl')), ...valued('numId', val(one, 'ilfo'))])];
    if (name === 'r' && (one.name === 'footnote' || one.name === 'endnote')) {
      const id = String(notes[one.name].length + 1);
      notes[one.name].push(element(one.name, { id }, inside(one, 'body', notes)));
      return [element(`${one.name}Reference`, { id })];
    }
    const made = newer(one, notes);
    return [
      HOLDERS.has(name) && !HELD.test(made.name)
        ? { ...made, name: 'customXml', children: inside(one, 'customXml', notes) }
        : made,
    ];
  });
}

/** «Word.Insertion», «Word.Deletion»; remarks, bookmarks and changes of looks are none of the text. */
function change(annotation: Element, parent: string, notes: Notes): Element[] {
  const kind = annotation.attrs.type;
  if (kind !== 'Word.Insertion' && kind !== 'Word.Deletion') return [];
  return [element(kind === 'Word.Insertion' ? 'ins' : 'del', {}, inside(annotation, parent, notes))];
}

const valued = (name: string, value: string | undefined): Element[] =>
  value === undefined ? [] : [element(name, { val: value })];

/** w:lists as numbering.xml: formats are numbers there. */
function numberingOf(lists: Element): Element {
  const level = (one: Element): Element => {
    const format = NUMBER_FORMATS[Number(val(one, 'nfc') ?? 0)] ?? 'none';
    return element('lvl', one.attrs, [...one.children, ...valued('numFmt', format)]);
  };
  const made = lists.children.flatMap((one): Element[] => {
    if (one.name === 'listDef') {
      const children = one.children.map(inner =>
        inner.name === 'lvl' ? level(inner) : inner.name === 'listStyleLink' ? { ...inner, name: 'numStyleLink' } : inner,
      );
      return [element('abstractNum', { abstractNumId: one.attrs.listDefId ?? '' }, children)];
    }
    if (one.name !== 'list') return [];
    const overrides = one.children
      .filter(inner => inner.name === 'lvlOverride')
      .map(inner => ({ ...inner, children: inner.children.map(own => (own.name === 'lvl' ? level(own) : own)) }));
    return [element('num', { numId: one.attrs.ilfo ?? '' }, [...valued('abstractNumId', val(one, 'ilst')), ...overrides])];
  });
  return element('numbering', {}, made);
}
