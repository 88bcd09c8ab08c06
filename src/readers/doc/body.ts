import { type Notice, type Place, Problem } from '../../model/index.ts';
import { TableBuilder } from '../parts/edged-table.ts';
import { Fields } from '../parts/fields.ts';
import { entryOf, type Flow, labelled } from '../parts/flow.ts';
import { LIMITS } from '../parts/limits.ts';
import { noticeOfObject } from '../parts/objects.ts';
import { Characters } from './characters.ts';
import type { DocFile } from './fib.ts';
import { type Hosted, readHosted, type Stretch } from './hosts.ts';
import { DocLists } from './lists.ts';
import { Paragraphs } from './paragraphs.ts';
import { readPieces } from './pieces.ts';
import { definitionOf } from './tables.ts';

/** Tables inside each other; Word itself stops far earlier. */
const DEEPEST = 100;

/** Walks the text of a .doc, in which marks close paragraphs, cells and rows, and yields it in reading order. */
export class DocReader {
  readonly notices: Notice[] = [];
  private readonly file: string;
  /** What the paragraph that was read last holds of a generated table of contents. */
  private listed = '';
  private readonly doc: DocFile;
  private readonly characters: Characters;
  private readonly paragraphs: Paragraphs;
  private readonly lists: DocLists;
  private readonly hosted: Hosted;
  private paragraphNumber = 0;
  private tables = 0;
  private objects = 0;
  private cells = 0;
  private changes = 0;
  private hidden = 0;
  private readonly pictures: Place[] = [];
  private afterTable: Flow[] = [];

  constructor(file: string, doc: DocFile) {
    this.file = file;
    this.doc = doc;
    const pieces = readPieces(doc, file);
    this.characters = new Characters(doc, pieces);
    this.paragraphs = new Paragraphs(doc, pieces);
    this.lists = new DocLists(doc);
    this.hosted = readHosted(doc);
  }

  read(): Flow[] {
    const { start, length } = this.doc.stories.main;
    const flow = this.stretch({ from: start, to: start + length });
    const last = { file: this.file, paragraph: this.paragraphNumber };
    for (const box of this.hosted.loose) flow.push(...this.stretch(box, last));
    if (this.changes) this.notices.push({ code: 'reader.tracked-changes', params: { count: this.changes } });
    if (this.hidden) this.notices.push({ code: 'reader.hidden-text', params: { count: this.hidden } });
    const [first] = this.pictures;
    if (first) this.notices.push({ code: 'reader.pictures', params: { count: this.pictures.length }, place: first });
    // Objects that no field shows stand in drawings.
    for (const program of this.doc.objects.slice(this.objects))
      this.notices.push({ code: noticeOfObject(program), params: {}, place: { file: this.file } });
    return flow;
  }

  /** Reads a stretch of text; `host` is the place of what it hangs on, undefined for the main text. */
  private stretch({ from, to }: Stretch, host?: Place): Flow[] {
    const { text } = this.characters;
    const end = Math.min(to, text.length);
    const flow: Flow[] = [];
    const open: TableBuilder[] = [];
    const fields = new Fields(isBalanced(text, from, end));
    let carried = '';
    const close = (depth: number) => {
      while (open.length > depth) {
        const grid = open.pop()!.finish(this.file);
        const outer = open.at(-1);
        if (grid) outer ? outer.add(grid) : flow.push(grid);
        if (!outer) flow.push(...this.afterTable.splice(0));
      }
    };
    for (let start = from; start < end; ) {
      let mark = start;
      while (mark < end - 1 && !isMark(text.charCodeAt(mark))) mark++;
      const properties = this.paragraphs.at(mark);
      const { depth } = properties;
      if (depth > DEEPEST) throw new Problem('reader.too-deep', { limit: DEEPEST }, { file: this.file });
      close(depth);
      while (open.length < depth) open.push(new TableBuilder(++this.tables));
      const table = open.at(-1);
      if (!table && !host) this.paragraphNumber++;
      const place = host ?? { file: this.file, paragraph: this.paragraphNumber };
      const after: Flow[] = [];
      const own = carried + this.visible(start, isMark(text.charCodeAt(mark)) ? mark : mark + 1, fields, place, after, depth > 0);
      carried = '';
      const endsCell = text.charCodeAt(mark) === 7 || properties.endsInnerCell;
      const joined = !endsCell && !properties.endsRow && this.characters.look(mark).deleted;
      const into = table ? (...more: Flow[]) => table.add(...more) : (...more: Flow[]) => void flow.push(...more);
      if (joined) carried = own;
      else if (properties.contents || this.listed) into(...entryOf(this.listed || own, place));
      else if (!properties.endsRow) {
        const label =
          properties.list > 0 && properties.list < 0xf801 ? this.lists.label(properties.list, properties.listDepth) : '';
        const { level } = properties;
        if (own.trim()) into({ kind: 'line', text: labelled(label, own, place), ...(level === undefined ? {} : { level }) });
      }
      into(...after);
      if (table && properties.endsRow) table.endRow(definitionOf(properties.grpprls));
      else if (table && endsCell) {
        if (++this.cells > LIMITS.cells) throw new Problem('reader.too-many-cells', { limit: LIMITS.cells }, { file: this.file });
        table.endCell();
      }
      start = mark + 1;
    }
    close(0);
    return flow;
  }

  /** The visible text of [from, to), changes accepted; what hangs on it is read into `after`. */
  private visible(from: number, to: number, fields: Fields, place: Place, after: Flow[], inTable: boolean): string {
    const { text } = this.characters;
    let result = '';
    let was = '';
    this.listed = '';
    for (let cp = from; cp < to; cp++) {
      const code = text.charCodeAt(cp);
      const look = this.characters.look(cp);
      const state = look.deleted ? 'deleted' : look.inserted ? 'inserted' : look.hidden && !fields.silent ? 'hidden' : '';
      if (state !== was) {
        if (state === 'hidden') this.hidden++;
        else if (state) this.changes++;
        was = state;
      }
      if (code === 0x13) fields.begin();
      else if (code === 0x14) this.field(fields.separate(), place);
      else if (code === 0x15) fields.end();
      else if (look.deleted || look.hidden) continue;
      else if (code === 0x02) {
        const note = this.hosted.notes.get(cp);
        if (note) (inTable ? this.afterTable : after).push(...this.stretch(note, { ...place, ...note.which }));
      } else if (code === 0x08) {
        const box = this.hosted.boxes.get(cp);
        if (box) after.push(...this.stretch(box, place));
      } else if (code === 0x01 && look.picture && !fields.silent) this.pictures.push(place);
      else if (fields.lists) this.listed += signOf(code, text[cp]!);
      else if (fields.silent) fields.instruction(text[cp]!);
      else result += signOf(code, text[cp]!);
    }
    return result;
  }

  /** Objects of other programs stand in fields of their own: «EMBED Excel.Sheet.8». */
  private field(instruction: string, place: Place): void {
    const program = /^\s*(?:EMBED|LINK)\s+(\S+)/i.exec(instruction)?.[1];
    if (!program) return;
    this.objects++;
    this.notices.push({ code: noticeOfObject(program), params: {}, place });
  }
}

const isMark = (code: number) => code === 0x0d || code === 0x07 || code === 0x0c;

/** Special characters ([MS-DOC] 2.4.1): breaks, tabs, hyphens; all other controls stand for something that is no text. */
function signOf(code: number, char: string): string {
  if (code === 0x0b || code === 0x0e) return '\n';
  if (code === 0x09) return '\t';
  if (code === 0x1e) return '-';
  if (code === 0xa0) return ' ';
  return code < 0x20 ? '' : char;
}

function isBalanced(text: string, from: number, to: number): boolean {
  let depth = 0;
  for (let cp = from; cp < to; cp++) {
    const code = text.charCodeAt(cp);
    if (code === 0x13) depth++;
    else if (code === 0x15) depth--;
  }
  return depth === 0;
}
