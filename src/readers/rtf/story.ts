import { type Place, Problem } from '../../model/index.ts';
import { type RowDefinition, TableBuilder } from '../parts/edged-table.ts';
import { entryOf, type Flow, type Line, labelled } from '../parts/flow.ts';

/** What is counted over the whole file. */
export interface Counted {
  paragraphs: number;
  tables: number;
}

/** How a paragraph is set, as far as it matters. */
export interface Setting {
  /** How many tables it stands in. */
  readonly depth: number;
  readonly level: number | undefined;
  readonly label: string;
  /** An entry of a table of contents. */
  readonly contents: boolean;
}

/** Tables inside each other; Word itself stops far earlier. */
const DEEPEST = 100;

/** A text that runs by itself: the main one, or that of a note or a text box, which has the place of its `host`. */
export class Story {
  private readonly flow: Flow[] = [];
  private readonly open: TableBuilder[] = [];
  private readonly after: Flow[] = [];
  private readonly afterTable: Flow[] = [];
  private text = '';
  private listed = '';

  constructor(
    private readonly file: string,
    private readonly counted: Counted,
    readonly host?: Place,
  ) {}

  /** Where the paragraph stands that is being written. */
  place(depth: number): Place {
    return this.host ?? { file: this.file, paragraph: this.counted.paragraphs + (depth > 0 ? 0 : 1) };
  }

  get isEmpty(): boolean {
    return this.text === '' && this.listed === '';
  }

  add(text: string): void {
    this.text += text;
  }

  /** A piece of an entry of a table of contents. */
  list(text: string): void {
    this.listed += text;
  }

  /** What hangs on the paragraph: it comes after it, or after its table. */
  hang(flow: readonly Flow[], depth: number, afterTable: boolean): void {
    (depth > 0 && afterTable ? this.afterTable : this.after).push(...flow);
  }

  endParagraph(setting: Setting): void {
    const { depth } = setting;
    this.align(depth);
    const place = this.place(depth);
    if (depth === 0 && !this.host) this.counted.paragraphs++;
    this.put(this.lineOf(setting, place), depth);
    this.put(this.after.splice(0), depth);
  }

  private lineOf({ level, label, contents }: Setting, place: Place): Line[] {
    const { text, listed } = this;
    this.text = '';
    this.listed = '';
    if (contents || listed) return entryOf(listed || text, place);
    if (text.trim() === '') return [];
    return [{ kind: 'line', text: labelled(label, text, place), ...(level === undefined ? {} : { level }) }];
  }

  endCell(setting: Setting): void {
    this.endParagraph(setting);
    this.open.at(-1)!.endCell();
  }

  /** `nested`: a row of a table in a cell. */
  endRow(definition: RowDefinition, nested: boolean): void {
    if (this.open.length < (nested ? 2 : 1)) return;
    if (!nested) this.align(1);
    this.open.at(-1)!.endRow(definition);
  }

  /** All that was told, once no more comes. */
  finish(setting: () => Setting): Flow[] {
    if (!this.isEmpty || this.after.length > 0) this.endParagraph(setting());
    this.align(0);
    return this.flow;
  }

  private align(depth: number): void {
    if (depth > DEEPEST) throw new Problem('reader.too-deep', { limit: DEEPEST }, { file: this.file });
    while (this.open.length > depth) {
      const grid = this.open.pop()!.finish(this.file);
      const outer = this.open.at(-1);
      if (grid) outer ? outer.add(grid) : this.flow.push(grid);
      if (!outer) this.flow.push(...this.afterTable.splice(0));
    }
    while (this.open.length < depth) this.open.push(new TableBuilder(++this.counted.tables));
  }

  private put(flow: readonly Flow[], depth: number): void {
    if (depth > 0) this.open.at(-1)!.add(...flow);
    else this.flow.push(...flow);
  }
}
