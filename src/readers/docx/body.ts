import { type Notice, type Place, Problem, placeOf, textAt } from '../../model/index.ts';
import { chartOf } from '../parts/chart.ts';
import { Fields } from '../parts/fields.ts';
import { cellPlace, entryOf, type Flow, type Line, labelled } from '../parts/flow.ts';
import { LIMITS } from '../parts/limits.ts';
import { noticeOfObject } from '../parts/objects.ts';
import { type Package, type Relation, relationsOf } from '../parts/package.ts';
import { child, chosen, descendants, type Element, val } from '../parts/xml.ts';
import { type Stale, staleValues } from './chart-data.ts';
import type { Chunks } from './chunks.ts';
import { type Drawing, lookInto } from './drawings.ts';
import { type Embedded, flowOf, relocated } from './embedded.ts';
import { type Content, type Counts, InlineReader } from './inline.ts';
import { Lists } from './lists.ts';
import { Pages } from './pages.ts';
import { listOf, readStyles, type Styles } from './styles.ts';
import { readTable } from './tables.ts';

/** Notes inside of notes that are followed; Word itself allows none. */
const DEEPEST = 4;

/** Where blocks stand: in the body (paragraphs are counted), or in a cell, a text box or a note (`place` is that of the host). */
type Where = { readonly place: Place; readonly inCell: boolean } | undefined;

/** What was read before of the documents inside of the file. */
export interface Inserted {
  readonly workbooks: Embedded;
  readonly chunks: Chunks;
}

/** Walks the main part of a Word file and yields what a reader of the page sees, in reading order. */
export class BodyReader {
  readonly notices: Notice[] = [];
  private readonly file: string;
  private readonly pkg: Package;
  private readonly inserted: Inserted;
  private readonly relations: ReadonlyMap<string, Relation>;
  private readonly styles: Styles;
  private readonly lists: Lists;
  private readonly inline: InlineReader;
  private readonly pages: Pages;
  private readonly counts: Counts = { changes: 0, hidden: 0, crossedOut: 0 };
  private readonly notes = new Map<string, Element>();
  private paragraphs = 0;
  private tables = 0;
  private cells = 0;
  private charts = 0;
  private workbooks = 0;
  private readonly noted = { footnote: 0, endnote: 0 };
  /** Notes that were read, and those that are being read. */
  private readonly known = new Set<string>();
  private readonly inside = new Set<string>();
  private readonly pictures: Place[] = [];
  /** Where notes are referred to that are not there. */
  private readonly missing: Place[] = [];
  /** Text of a paragraph whose end mark was deleted: it goes on in the next one. */
  private carried = '';
  /** Notes referred to inside of tables: they come after the table. */
  private afterTable: Flow[] = [];

  constructor(file: string, pkg: Package, root: Element, inserted: Inserted) {
    this.file = file;
    this.pkg = pkg;
    this.inserted = inserted;
    this.relations = pkg.relations(pkg.main);
    const part = (type: string) => {
      const relation = [...this.relations.values()].find(one => one.type === type && !one.external);
      return relation && pkg.promised(relation.target);
    };
    this.styles = readStyles(part('styles'));
    this.lists = new Lists(part('numbering'));
    for (const kind of ['footnote', 'endnote']) {
      for (const note of part(`${kind}s`)?.children ?? []) this.notes.set(`${kind}/${note.attrs.id}`, note);
    }
    let depth = 0;
    for (const one of descendants(root, 'fldChar')) {
      if (one.attrs.fldCharType === 'begin') depth++;
      else if (one.attrs.fldCharType === 'end') depth--;
    }
    this.pages = new Pages(root);
    this.inline = new InlineReader(new Fields(depth === 0), this.styles, this.counts);
  }

  read(body: Element): Flow[] {
    const flow = this.blocks(body, undefined);
    if (this.counts.changes) this.notices.push({ code: 'reader.tracked-changes', params: { count: this.counts.changes } });
    if (this.counts.hidden) this.notices.push({ code: 'reader.hidden-text', params: { count: this.counts.hidden } });
    if (this.counts.crossedOut) this.notices.push({ code: 'reader.crossed-out', params: { count: this.counts.crossedOut } });
    const [first] = this.pictures;
    if (first) this.notices.push({ code: 'reader.pictures', params: { count: this.pictures.length }, place: first });
    const [lost] = this.missing;
    if (lost) this.notices.push({ code: 'reader.note-missing', params: { count: this.missing.length }, place: lost });
    return flow;
  }

  private blocks(parent: { readonly children: readonly Element[] }, where: Where): Flow[] {
    return parent.children.flatMap((one): Flow[] => {
      switch (one.name) {
        case 'p':
          return this.paragraph(one, where);
        case 'tbl':
          return this.table(one, where);
        case 'sdt': {
          const flow = this.blocks(child(one, 'sdtContent') ?? { children: [] }, where);
          const gallery = val(child(child(one, 'sdtPr'), 'docPartObj'), 'docPartGallery');
          if (child(child(one, 'sdtPr'), 'showingPlcHdr')) return [];
          return gallery === 'Table of Contents' ? flow.flatMap(line => (line.kind === 'line' ? entriesIn(line) : [])) : flow;
        }
        case 'ins':
        case 'moveTo':
        case 'customXml':
        case 'sdtContent':
          return this.blocks(one, where);
        case 'AlternateContent':
          return this.blocks({ children: chosen(one) }, where);
        case 'altChunk':
          return this.chunk(one.attrs.id ?? '', where);
        default:
          return [];
      }
    });
  }

  private here(where: Where): Place {
    return this.pages.at(where?.place ?? { file: this.file, paragraph: this.paragraphs });
  }

  private paragraph(element: Element, where: Where): Flow[] {
    if (!where) this.paragraphs++;
    const properties = child(element, 'pPr');
    const style = this.styles.of(val(properties, 'pStyle'));
    const content = this.inline.read(element);
    this.pages.begin(content);
    const place = this.here(where);
    const turned = this.pages.goOn(content);
    const after = this.attached(content, place, where?.inCell ?? false);
    const mark = child(properties, 'rPr');
    const text = this.carried + content.text;
    this.carried = '';
    if (child(mark, 'del') || child(mark, 'moveFrom')) {
      this.counts.changes++;
      this.carried = text;
      return after;
    }
    if (style?.contents || content.listed) return [...entryOf(content.listed || content.text, place), ...after];
    if (style?.hidden && text.trim()) {
      this.counts.hidden++;
      return after;
    }
    const own = listOf(properties);
    const list = { ...style?.list, ...own };
    // An empty item counts too, so the label is asked for in any case.
    const label = list.id !== undefined && list.id !== '0' ? this.lists.label(list.id, list.depth ?? 0) : '';
    const outline = val(properties, 'outlineLvl');
    const level = outline !== undefined ? Number(outline) + 1 : style?.level;
    const line: Flow = {
      kind: 'line',
      text: turned(labelled(text.trim() ? label : '', text, place)),
      ...(level !== undefined && level >= 1 && level <= 9 ? { level } : {}),
    };
    return [line, ...after];
  }

  /** What hangs on a paragraph: text boxes, charts, notes; the rest becomes notices. */
  private attached(content: Content, place: Place, inCell: boolean): Flow[] {
    const flow: Flow[] = [];
    const where = { place, inCell };
    for (const drawing of content.drawings) {
      const inside = lookInto(drawing);
      for (const box of inside.boxes) flow.push(...this.pages.aside(() => this.blocks(box, where)));
      for (const id of inside.charts) flow.push(...this.chart(id, place));
      for (const id of inside.diagrams) flow.push(...this.diagram(id, place));
      for (const object of inside.objects) flow.push(...this.object(object, place));
      if (inside.pictures) this.pictures.push(place);
    }
    for (const { kind, id } of content.notes) {
      for (const line of this.note(kind, id, place)) (inCell ? this.afterTable : flow).push(line);
    }
    return flow;
  }

  /** A note is read where it is first referred to; one that leads back to itself is cut there, and told. */
  private note(kind: 'footnote' | 'endnote', id: string, place: Place): Flow[] {
    const key = `${kind}/${id}`;
    const note = this.notes.get(key);
    const own = { ...place, [kind]: this.noted[kind] + 1 };
    if (this.inside.has(key) || this.inside.size >= DEEPEST) this.notices.push({ code: 'reader.note-circle', params: {}, place });
    if (!note) this.missing.push(place);
    if (!note || this.known.has(key) || this.inside.size >= DEEPEST) return [];
    this.noted[kind]++;
    this.known.add(key);
    this.inside.add(key);
    const lines = this.pages.aside(() => this.blocks(note, { place: own, inCell: false }));
    this.inside.delete(key);
    return lines;
  }

  private chart(id: string, host: Place): Flow[] {
    const place = { ...host, chart: ++this.charts };
    const target = this.target(id, place);
    const root = target === undefined ? undefined : this.pkg.promised(target);
    if (!root && !this.relations.get(id)?.external) return [];
    const chart = root && chartOf(root, place);
    const stale = chart ? this.staleIn(target!, root) : [];
    for (const { shown, stored, cell } of stale.slice(0, 3))
      this.notices.push({ code: 'reader.chart-not-refreshed', params: { shown, stored, cell }, place });
    if (chart) return [chart];
    this.notices.push({ code: 'reader.chart-without-values', params: {}, place });
    return [];
  }

  /** The part that a relation leads to; undefined for one outside of the file. One that leads nowhere is told. */
  private target(id: string, place: Place): string | undefined {
    const relation = this.relations.get(id);
    if (!relation) this.pkg.tellMissing(`${relationsOf(this.pkg.main)}#${id}`, place);
    return relation && !relation.external ? relation.target : undefined;
  }

  /** A data sheet that cannot be read says nothing against its chart. */
  private staleIn(part: string, root: Element): Stale[] {
    try {
      return staleValues(this.file, this.pkg, part, root);
    } catch (error) {
      if (error instanceof Problem) return [];
      throw error;
    }
  }

  private object({ program, id, icon }: Drawing['objects'][number], place: Place): Flow[] {
    const workbook = this.inserted.workbooks.get(id);
    if (!workbook) {
      this.notices.push({ code: noticeOfObject(program), params: {}, place });
      return [];
    }
    const nth = ++this.workbooks;
    for (const one of workbook.notices) this.notices.push({ ...one, place: { ...place, ...one.place, embedded: nth } });
    if (!icon && workbook.behind.length)
      this.notices.push({ code: 'reader.embedded-sheets-behind', params: { sheets: workbook.behind }, place });
    const blocks = icon ? workbook.whole : workbook.shown;
    return blocks.flatMap(block => flowOf(relocated(block, own => ({ ...own, embedded: nth }))));
  }

  /** What is inserted stands where its anchor stands; its tables are counted with the others. */
  private chunk(id: string, where: Where): Flow[] {
    const document = this.inserted.chunks.get(id);
    const place = this.here(where);
    if (!document) {
      this.notices.push({ code: 'reader.embedded-document', params: {}, place });
      return [];
    }
    for (const notice of document.notices) this.notices.push({ ...notice, place });
    return document.blocks.flatMap(block => {
      const table = block.kind === 'table' ? ++this.tables : 0;
      return flowOf(
        relocated(block, (own, row, col) => {
          const { column } = own;
          const host = row === undefined || col === undefined ? place : cellPlace(this.file, table, row, col);
          return { ...host, ...(column === undefined ? {} : { column }) };
        }),
      );
    });
  }

  private diagram(id: string, place: Place): Flow[] {
    const target = this.target(id, place);
    const root = target === undefined ? undefined : this.pkg.promised(target);
    if (!root) return [];
    const lines = [...descendants(root, 'p')].map(one => [...descendants(one, 't')].map(text => text.text).join(''));
    return lines.filter(line => line.trim()).map(line => ({ kind: 'line', text: textAt(line, place) }));
  }

  private table(element: Element, where: Where): Flow[] {
    const number = ++this.tables;
    const pages = this.pages.table();
    const grid = readTable(element, this.file, number, this.counts, (cell, row, col) => {
      if (++this.cells > LIMITS.cells) throw new Problem('reader.too-many-cells', { limit: LIMITS.cells }, { file: this.file });
      return pages.cell(row, () => this.blocks(cell, { place: cellPlace(this.file, number, row, col), inCell: true }));
    });
    pages.end();
    if (where?.inCell) return [grid];
    const after = this.afterTable;
    this.afterTable = [];
    return [grid, ...after];
  }
}

/** What a line of a table of contents without its style still names. */
function entriesIn(line: Line): Line[] {
  return line.entry ? [line] : entryOf(line.text.content, placeOf(line.text));
}
