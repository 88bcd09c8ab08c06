import { lookUp, type Place, Problem } from '../../model/index.ts';
import { Fields } from '../parts/fields.ts';
import type { Flow } from '../parts/flow.ts';
import { LIMITS } from '../parts/limits.ts';
import { decodeBytes, pageOf } from './characters.ts';
import { Header } from './header.ts';
import { RtfLists } from './lists.ts';
import { TableRow } from './row.ts';
import { FOLLOWED, HOLDING, initial, LEFT_OUT, PARAGRAPH, PLAIN, SIGNS, type State } from './state.ts';
import { type Counted, type Setting, Story } from './story.ts';
import { Tally } from './tally.ts';
import { type Token, Tokens } from './tokens.ts';

/** Walks an RTF file (RTF 1.9.1) and yields what a reader of the page sees, changes accepted, in reading order. */
export class RtfReader {
  readonly tally: Tally;
  private readonly tokens: Tokens;
  private readonly header = new Header();
  private readonly lists = new RtfLists();
  private readonly fields = new Fields(true);
  private readonly counted: Counted = { paragraphs: 0, tables: 0 };
  private readonly stack: State[] = [];
  private state = initial(0);
  private story: Story;
  private row = new TableRow();
  private standardFont = 0;
  private pending: number[] = [];
  private toSkip = 0;
  private starred = false;
  private label: string | undefined;
  private program = '';
  private levelText = '';
  private size = { width: 0, height: 0 };
  private readonly noted = { footnote: 0, endnote: 0 };

  constructor(
    private readonly file: string,
    bytes: Uint8Array,
  ) {
    this.tokens = new Tokens(bytes);
    this.tally = new Tally(file);
    this.story = new Story(file, this.counted);
  }

  /** Throws `reader.truncated`, `reader.damaged` and the fences of all readers. */
  read(): Flow[] {
    for (let token = this.tokens.next(); token; token = this.tokens.next()) {
      this.take(token);
      if (token.kind === 'close' && this.stack.length === 0) break;
    }
    const { bytes, at } = this.tokens;
    if (this.stack.length > 0) throw new Problem('reader.truncated', {}, { file: this.file });
    // A brace too many: what stands behind it would be lost without a word.
    if (/\\(?:par|cell|row)\b/.test(new TextDecoder('latin1').decode(bytes.subarray(at, at + 1_000_000))))
      throw new Problem('reader.damaged', {}, { file: this.file });
    return this.story.finish(() => this.setting(0));
  }

  private take(token: Token): void {
    if (token.kind === 'open') {
      this.flush();
      if (this.stack.length > LIMITS.depth) throw new Problem('reader.too-deep', { limit: LIMITS.depth }, { file: this.file });
      this.stack.push(this.state);
      this.state = { ...this.state, onClose: undefined };
      this.toSkip = 0;
      if (this.state.destination === 'styles') this.header.openStyle();
    } else if (token.kind === 'close') {
      this.flush();
      this.state.onClose?.();
      this.state = this.stack.pop() ?? this.state;
      this.toSkip = 0;
    } else if (token.kind === 'word') this.word(token.name, token.param);
    else if (token.kind === 'byte') this.put(token.value);
    else this.bytes(token.from, token.to);
  }

  private bytes(from: number, to: number): void {
    if (this.state.destination === 'picture') {
      this.tokens.skipGroup();
      return;
    }
    const skipped = Math.min(this.toSkip, to - from);
    this.toSkip -= skipped;
    this.tally.letters(to - from);
    for (let i = from + skipped; i < to; i++) this.pending.push(this.tokens.bytes[i]!);
  }

  private put(byte: number): void {
    if (this.toSkip > 0) this.toSkip--;
    else this.pending.push(byte);
  }

  /** What was collected goes where its group says. */
  private flush(): void {
    if (this.pending.length === 0) return;
    const bytes = Uint8Array.from(this.pending);
    this.pending = [];
    this.text(decodeBytes(bytes, this.header.pageOf(this.state.font), this.header.usual));
  }

  private text(text: string): void {
    const { destination } = this.state;
    if (destination === 'text') this.visible(text);
    else if (destination === 'instruction') this.fields.instruction(text);
    else if (destination === 'label') this.label = (this.label ?? '') + text;
    else if (destination === 'levelText') this.levelText += text;
    else if (destination === 'program') this.program += text;
    else if (destination === 'styles') this.header.nameStyle(text);
  }

  private visible(text: string): void {
    const { deleted, inserted, hidden, crossedOut } = this.state;
    const style = !hidden && this.header.of(this.state.style).hidden;
    if (deleted || inserted) this.tally.see('changed', deleted ? 'deleted' : 'inserted');
    else if (hidden || style) this.tally.see('hidden', 'hidden');
    else this.tally.see(crossedOut && /\d/.test(text) ? 'crossed' : '', crossedOut ? 'crossed' : '');
    this.tally.letters(text.length);
    if (deleted || hidden || style || crossedOut) return;
    if (this.fields.lists) this.story.list(text);
    else if (!this.fields.silent) this.story.add(text);
  }

  private word(name: string, param: number | undefined): void {
    const { starred, state } = this;
    this.starred = false;
    if (name === '\\' || name === '{' || name === '}') {
      this.put(name.charCodeAt(0));
      return;
    }
    const sign = lookUp(SIGNS, name);
    if (sign !== undefined && this.toSkip > 0) {
      this.toSkip--;
      return;
    }
    this.flush();
    this.toSkip = 0;
    if (name === '*') this.starred = true;
    else if (LEFT_OUT.has(name) || (starred && !FOLLOWED.has(name))) this.tokens.skipGroup();
    else if (name === 'u') {
      if (param !== undefined) this.text(String.fromCharCode(param & 0xffff));
      this.toSkip = state.fallback;
    } else if (name === 'uc') state.fallback = Math.max(0, Math.min(param ?? 1, 100));
    else if (name === 'f') this.font(param ?? 0);
    else if (sign !== undefined) this.text(sign);
    else if (!this.opens(name)) this.within(name, param);
  }

  private font(font: number): void {
    this.state.font = font;
    if (this.state.destination === 'fonts') this.header.defineFont('f', font);
  }

  /** Whether a word begins a group for something else than text. */
  private opens(name: string): boolean {
    const { state, story } = this;
    const holding = lookUp(HOLDING, name);
    if (holding) {
      state.destination = holding;
      if (name === 'leveltext') {
        this.levelText = '';
        state.onClose = () => this.lists.text(this.levelText.replace(/;$/, ''));
      } else if (name === 'pict') {
        this.size = { width: 0, height: 0 };
        state.onClose = () => state.deleted || state.hidden || this.tally.picture(this.size, story.place(this.depth));
      }
    } else if (name === 'listtext' || name === 'pntext') {
      state.destination = 'label';
      this.label = '';
    } else if (name === 'field') {
      this.fields.begin();
      state.onClose = () => this.fields.end();
    } else if (name === 'fldinst') state.destination = 'instruction';
    else if (name === 'fldrslt') this.fields.separate();
    else if (name === 'object') {
      state.destination = 'object';
      this.program = '';
      const place = story.place(this.depth);
      state.onClose = () => this.tally.object(this.program, place);
    } else if (name === 'nesttableprops') {
      const outer = this.row;
      this.row = new TableRow();
      state.onClose = () => {
        this.row = outer;
      };
    } else if (name === 'footnote') this.note();
    else if (name === 'shptxt' || name === 'dptxbxtext') this.begin(story.place(this.depth), false);
    else if (name === 'upr') {
      // The same text follows in Unicode.
      if (this.tokens.next()?.kind === 'open') this.tokens.skipGroup();
      this.tokens.next();
    } else return false;
    return true;
  }

  private note(): void {
    const { state } = this;
    if (state.deleted || state.hidden || this.fields.silent || state.destination !== 'text') {
      this.tokens.skipGroup();
      return;
    }
    const { at } = this.tokens;
    const next = this.tokens.next();
    const kind = next?.kind === 'word' && next.name === 'ftnalt' ? 'endnote' : 'footnote';
    if (kind === 'footnote') this.tokens.at = at;
    this.begin({ ...this.story.place(this.depth), [kind]: ++this.noted[kind] }, true);
  }

  /** A text that runs by itself until its group ends; then it hangs on the paragraph it was found in. */
  private begin(host: Place, afterTable: boolean): void {
    const { story, state, depth, label } = this;
    const row = this.row;
    this.story = new Story(this.file, this.counted, host);
    this.row = new TableRow();
    this.label = undefined;
    Object.assign(state, PLAIN, PARAGRAPH, { destination: 'text', outline: undefined });
    state.onClose = () => {
      const flow = this.story.finish(() => this.setting(this.depth));
      this.story = story;
      this.row = row;
      this.label = label;
      story.hang(flow, depth, afterTable);
    };
  }

  /** A word within the group it belongs to. */
  private within(name: string, param: number | undefined): void {
    const { destination } = this.state;
    if (destination === 'fonts') this.header.defineFont(name, param ?? 0);
    else if (destination === 'styles') this.header.defineStyle(name, param);
    else if (destination === 'lists') this.lists.define(name, param ?? 0);
    else if (destination === 'overrides') this.lists.override(name, param ?? 0);
    else if (destination === 'picture') {
      if (name === 'picwgoal') this.size.width = param ?? 0;
      else if (name === 'pichgoal') this.size.height = param ?? 0;
    } else if (destination === 'text' || destination === 'label') this.set(name, param);
  }

  /** Words that set letters and paragraphs, and those that end them. */
  private set(name: string, param: number | undefined): void {
    const { state } = this;
    const on = param !== 0;
    if (name === 'par' || name === '\n' || name === '\r') this.endParagraph();
    else if (name === 'cell' || name === 'nestcell') this.endCell(name === 'nestcell');
    else if (name === 'row') this.story.endRow(this.row, false);
    else if (name === 'nestrow') this.story.endRow(this.row, true);
    else if (name === 'sect' || name === 'page') {
      if (!this.story.isEmpty) this.endParagraph();
    } else if (name === 'pard') Object.assign(state, PARAGRAPH);
    else if (name === 'plain') Object.assign(state, PLAIN, { font: this.standardFont });
    else if (name === 'v') state.hidden = on;
    else if (name === 'deleted' || name === 'mvf') state.deleted = on;
    else if (name === 'revised' || name === 'mvt') state.inserted = on;
    else if (name === 'strike' || name === 'striked') state.crossedOut = on;
    else if (name === 's') state.style = param ?? 0;
    else if (name === 'outlinelevel') state.outline = param ?? 9;
    else if (name === 'intbl') state.inTable = true;
    else if (name === 'itap') state.depth = Math.max(0, param ?? 0);
    else if (name === 'ls') state.list = param ?? 0;
    else if (name === 'ilvl') state.listDepth = param ?? 0;
    else if (name === 'ansicpg') this.header.usual = pageOf(param ?? 0) ?? this.header.usual;
    else if (name === 'deff') {
      this.standardFont = param ?? 0;
      state.font = this.standardFont;
    } else this.row.word(name, param ?? 0);
  }

  private get depth(): number {
    const { inTable, depth } = this.state;
    return inTable ? Math.max(1, depth) : depth;
  }

  private setting(depth: number): Setting {
    const { style, outline, list, listDepth } = this.state;
    const { level, contents } = this.header.of(style);
    const counted = list > 0 ? this.lists.label(list, listDepth) : '';
    // Bullets are no labels.
    const written = this.label !== undefined && /[\p{L}\p{N}]/u.test(this.label) ? this.label.trim() : undefined;
    const label = this.label === undefined ? counted : (written ?? '');
    this.label = undefined;
    const own = outline === undefined ? level : outline < 9 ? outline + 1 : undefined;
    return { depth, level: own, label, contents };
  }

  private endParagraph(): void {
    // A deleted end: the text goes on in the next one.
    if (this.state.deleted) {
      this.tally.change();
      return;
    }
    this.story.endParagraph(this.setting(this.depth));
  }

  private endCell(nested: boolean): void {
    this.tally.cell();
    this.story.endCell(this.setting(nested ? Math.max(2, this.depth) : 1));
  }
}
