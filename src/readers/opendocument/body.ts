import type { Notice, Place } from '../../model/index.ts';
import { cellPlace, entryOf, type Flow, type Grid, labelled } from '../parts/flow.ts';
import { LIMITS } from '../parts/limits.ts';
import { ListCounter, type ListLevel } from '../parts/numbering.ts';
import { child, descendants, type Element } from '../parts/xml.ts';
import { InlineReader } from './inline.ts';
import { cellsOf } from './rows.ts';
import type { Styles } from './styles.ts';

/** Where blocks stand: in the body (paragraphs are counted), or in a cell, a text box or a note (`place` is that of the host). */
type Where = { readonly place: Place; readonly inCell: boolean } | undefined;

/** An item of a list as it is being read: the label goes to its first paragraph. */
interface Item {
  readonly family: string;
  readonly levels: readonly ListLevel[];
  readonly depth: number;
  readonly start?: number;
  /** Its label was given. */
  told: boolean;
}

/** Indexes are generated: of a table of contents only what names a table stays. */
const INDEXES = /^(?:table-of-content|illustration-index|table-index|object-index|user-index|alphabetical-index|bibliography)$/;

/** Walks the body of an OpenDocument text and yields what a reader of the page sees, in reading order. */
export class BodyReader {
  readonly notices: Notice[] = [];
  private readonly file: string;
  private readonly body: Element;
  private readonly styles: Styles;
  private readonly inline: InlineReader;
  private readonly counter = new ListCounter();
  /** The family of numbers of each list by its id, and of the last one of each style. */
  private readonly families = new Map<string, string>();
  private readonly changes: number;
  private lists = 0;
  private paragraphs = 0;
  private tables = 0;
  private cells = 0;
  private readonly noted = { footnote: 0, endnote: 0 };
  private readonly pictures: Place[] = [];
  /** Text of a paragraph whose end was deleted: it goes on in the next one. */
  private carried = '';
  /** Notes referred to inside of tables: they come after the table. */
  private afterTable: Flow[] = [];

  constructor(file: string, body: Element, styles: Styles) {
    this.file = file;
    this.body = body;
    this.styles = styles;
    const regions = descendants(body, 'changed-region');
    this.changes = regions.length;
    this.inline = new InlineReader(styles, new Set(regions.filter(one => child(one, 'deletion')).map(one => one.attrs.id ?? '')));
  }

  read(): Flow[] {
    const flow = this.blocks(this.body, undefined);
    const { hidden, crossedOut } = this.inline.counts;
    const tell = (code: string, count: number, place?: Place) => {
      if (count > 0) this.notices.push({ code, params: { count }, ...(place ? { place } : {}) });
    };
    tell('reader.tracked-changes', this.changes);
    tell('reader.hidden-text', hidden);
    tell('reader.crossed-out', crossedOut);
    tell('reader.pictures', this.pictures.length, this.pictures[0]);
    return flow;
  }

  private blocks(parent: Element, where: Where, item?: Item): Flow[] {
    return parent.children.flatMap((one): Flow[] => {
      const { name, attrs } = one;
      if (name === 'p' || name === 'h') return this.paragraph(one, where, item);
      if (name === 'list') return this.list(one, where, item);
      if (name === 'table') return this.table(one, where);
      if (name === 'section') {
        if (attrs.display !== 'none') return this.blocks(one, where);
        this.inline.counts.hidden++;
        return [];
      }
      if (INDEXES.test(name)) return this.index(one);
      if (name === 'change-start' || name === 'change-end') this.inline.mark(one);
      if (name === 'frame' || name === 'custom-shape' || name === 'g') return this.drawing(one, this.here(where), false);
      return [];
    });
  }

  private here(where: Where): Place {
    return where?.place ?? { file: this.file, paragraph: this.paragraphs };
  }

  private paragraph(element: Element, where: Where, item: Item | undefined): Flow[] {
    if (!where) this.paragraphs++;
    const place = this.here(where);
    const style = this.styles.of('paragraph', element.attrs['style-name']);
    const content = this.inline.read(element);
    const after = content.drawings.flatMap(one => this.drawing(one, place, where?.inCell ?? false));
    for (const note of content.notes) {
      for (const line of this.note(note, place)) (where?.inCell ? this.afterTable : after).push(line);
    }
    const text = this.carried + content.text;
    this.carried = '';
    if (this.inline.isDeleting) {
      this.carried = text;
      return after;
    }
    if (style.hidden && text.trim() !== '') {
      this.inline.counts.hidden++;
      return after;
    }
    if (style.contents) return [...entryOf(text, place), ...after];
    const level = element.name === 'h' ? Number(element.attrs['outline-level'] ?? 1) : style.level;
    const label = this.labelOf(element, item, level);
    const line: Flow = {
      kind: 'line',
      text: labelled(text.trim() ? label : '', text, place),
      ...(level !== undefined && level >= 1 && level <= 9 ? { level } : {}),
    };
    return [line, ...after];
  }

  /** An item of a list, or a heading that is numbered by itself. An empty item counts too. */
  private labelOf({ name }: Element, item: Item | undefined, level: number | undefined): string {
    if (item) {
      if (item.told) return '';
      item.told = true;
      return this.counter.next(item.family, item.levels, item.depth, item.start);
    }
    return name === 'h' && level ? this.counter.next('outline', this.styles.outline, level - 1) : '';
  }

  /** A list inside of another one goes on in its style, one level deeper. */
  private list(list: Element, where: Where, outer: Item | undefined): Flow[] {
    const { attrs } = list;
    const style = attrs['style-name'];
    const own = style === undefined ? undefined : this.styles.list(style);
    const inner = outer && (own === undefined || own === outer.levels);
    const family = inner ? outer.family : this.familyOf(list);
    const depth = outer ? outer.depth + 1 : 0;
    const levels = own ?? outer?.levels ?? [];
    return list.children.flatMap(one => {
      if (one.name === 'list-header') return this.blocks(one, where, { family, levels, depth, told: true });
      if (one.name !== 'list-item') return [];
      const start = Number(one.attrs['start-value'] ?? Number.NaN);
      return this.blocks(one, where, { family, levels, depth, told: false, ...(Number.isInteger(start) ? { start } : {}) });
    });
  }

  /** Lists that go on where an earlier one ended count with it. */
  private familyOf({ attrs }: Element): string {
    const style = `style ${attrs['style-name'] ?? ''}`;
    const earlier = attrs['continue-list'] ?? (attrs['continue-numbering'] === 'true' ? style : undefined);
    const family = (earlier !== undefined && this.families.get(earlier)) || `list ${++this.lists}`;
    this.families.set(style, family);
    if (attrs.id) this.families.set(attrs.id, family);
    return family;
  }

  private index(index: Element): Flow[] {
    return descendants(index, 'index-body').flatMap(body =>
      descendants(body, 'p').flatMap(one => {
        this.paragraphs++;
        return entryOf(this.inline.read(one).text, this.here(undefined));
      }),
    );
  }

  private note(note: Element, place: Place): Flow[] {
    const kind = note.attrs['note-class'] === 'endnote' ? 'endnote' : 'footnote';
    const own = { ...place, [kind]: ++this.noted[kind] };
    const body = child(note, 'note-body');
    return body ? this.blocks(body, { place: own, inCell: false }) : [];
  }

  /** Text boxes and shapes hold text; what is a picture or another program's object is told. */
  private drawing(element: Element, place: Place, inCell: boolean): Flow[] {
    if (element.name === 'custom-shape') return this.blocks(element, { place, inCell });
    const boxes = child(element, 'text-box');
    if (boxes) return this.blocks(boxes, { place, inCell });
    if (child(element, 'object') ?? child(element, 'object-ole')) {
      this.notices.push({ code: 'reader.embedded-object', params: {}, place });
      return [];
    }
    if (child(element, 'image') && isLarge(element)) this.pictures.push(place);
    return element.children.flatMap(one => (/^(?:frame|g|custom-shape)$/.test(one.name) ? this.drawing(one, place, inCell) : []));
  }

  private table(element: Element, where: Where): Flow[] {
    const number = ++this.tables;
    const { cells, hiddenRows } = cellsOf(element, this.file, LIMITS.cells - this.cells);
    this.cells += cells.length;
    const seen = cells.filter(one => !one.covered && !hiddenRows.has(one.row));
    const grid: Grid = {
      kind: 'grid',
      rows: seen.reduce((most, one) => Math.max(most, one.row + 1), 0),
      cols: seen.reduce((most, one) => Math.max(most, one.col + Math.min(one.colSpan, 256)), 0),
      cells: seen.map(({ element: cell, row, col, rowSpan, colSpan }) => {
        const place = cellPlace(this.file, number, row, col);
        return { row, col, rowSpan, colSpan, place, flow: this.blocks(cell, { place, inCell: true }) };
      }),
    };
    if (hiddenRows.size > 0) this.inline.counts.hidden++;
    if (where?.inCell) return [grid];
    const after = this.afterTable;
    this.afterTable = [];
    return [grid, ...after];
  }
}

/** Pictures large enough to hold a table: over 6 × 3 cm, or of unknown size. */
function isLarge({ attrs }: Element): boolean {
  const [width, height] = [attrs.width, attrs.height].map(centimetres);
  return width === undefined || height === undefined || (width > 6 && height > 3);
}

const UNITS: Readonly<Record<string, number>> = { cm: 1, mm: 0.1, in: 2.54, pt: 2.54 / 72, px: 2.54 / 96 };

function centimetres(length: string | undefined): number | undefined {
  const match = /^(\d+(?:\.\d+)?)(cm|mm|in|pt|px)$/.exec(length ?? '');
  return match ? Number(match[1]) * UNITS[match[2]!]! : undefined;
}
