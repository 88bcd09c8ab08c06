/** A `w:t` element: its text stands at [start, end) of the part, its own tag begins at `tag`, its run's properties are `properties`. */
export interface Piece {
  readonly tag: number;
  readonly tagEnd: number;
  readonly start: number;
  readonly end: number;
  readonly prefix: string;
  readonly properties: string;
  /** Stands inside of a tracked insertion: changes are not put into changes. */
  readonly inserted: boolean;
}

/** The visible text of one paragraph or cell, and from which stretches of the part it came. */
export interface Spot {
  readonly text: string;
  /** For each character of the text, its piece and the character's own range in the part; null for a character nobody typed. */
  readonly chars: readonly ({ readonly piece: Piece; readonly start: number; readonly end: number } | null)[];
}

export const paragraphKey = (paragraph: number) => `p ${paragraph}`;
export const cellKey = (table: number, row: number, col: number) => `t ${table} ${row} ${col}`;

interface Run {
  from: number;
  properties: string;
  gone: boolean;
  propertiesFrom: number;
}

interface Row {
  col: number;
  gone: boolean;
  span: number;
  merged: '' | 'down' | 'start';
  left: boolean;
  cellGone: boolean;
}

interface TableState {
  readonly number: number;
  rows: number;
  row: Row | undefined;
  above: Map<number, number>;
  open: Map<number, number>;
  /** Where the cell stands that is being read: of a cell merged downwards, its first row. */
  cell: { readonly row: number; readonly col: number } | undefined;
  lines: Line[];
}

interface Line {
  text: string;
  chars: Spot['chars'][number][];
}

const local = (name: string) => name.slice(name.indexOf(':') + 1);
const prefixOf = (name: string) => name.slice(0, name.indexOf(':') + 1);
const off = (value: string | undefined) => value !== undefined && ['0', 'false', 'off', 'none'].includes(value);
const SIGNS: Readonly<Record<string, string>> = { tab: '\t', ptab: '\t', br: '\n', cr: '\n', noBreakHyphen: '-' };

/** What `scan` has seen so far: where it stands, and the texts that are done. */
export class Sketch {
  readonly spots = new Map<string, Spot[]>();
  private readonly xml: string;
  private readonly tables: TableState[] = [];
  private readonly stack: string[] = [];
  /** Texts being read: a paragraph, and inside of it the paragraphs of a text box. */
  private readonly lines: Line[] = [];
  private tableCount = 0;
  private paragraphCount = 0;
  private boxes = 0;
  private gone = 0;
  private inserted = 0;
  private skipping = 0;
  private readonly choices: boolean[] = [];
  private readonly runs: Run[] = [];
  private fieldDepth = 0;
  private readonly results: boolean[] = [];
  private textFrom = -1;
  private textTag = -1;

  constructor(xml: string) {
    this.xml = xml;
  }

  open(tag: string, attrs: Readonly<Record<string, string>>, position: number, empty: boolean): void {
    const name = local(tag);
    const parent = this.stack.at(-1);
    this.stack.push(name);
    if (name === 'AlternateContent') this.choices.push(false);
    if (this.skipping) {
      this.skipping++;
      return;
    }
    if (name === 'Choice' || name === 'Fallback') {
      // Only the first branch is shown.
      if (this.choices.at(-1)) this.skipping = 1;
      else if (this.choices.length) this.choices[this.choices.length - 1] = true;
      return;
    }
    const value = attrs[Object.keys(attrs).find(key => local(key) === 'val') ?? ''];
    if (name === 'txbxContent') this.boxes++;
    else if (name === 'del' || name === 'moveFrom') {
      if (parent === 'trPr') this.row(row => (row.gone = true));
      else if (parent !== 'rPr') this.gone++;
    } else if (name === 'ins' || name === 'moveTo') {
      if (parent !== 'trPr' && parent !== 'rPr') this.inserted++;
    } else if (name === 'p') this.paragraph();
    else if (name === 'tbl') this.table();
    else if (name === 'tr') this.rowStart();
    else if (name === 'tc') this.row(row => Object.assign(row, { span: 1, merged: '', left: false, cellGone: false }));
    else if (name === 'gridBefore') this.row(row => (row.col = Math.max(0, Math.min(Number(value) || 0, 256))));
    else if (name === 'gridSpan')
      this.row(row => (row.span = Math.max(1, Math.min(Number.parseInt(value ?? '1', 10) || 1, 256))));
    else if (name === 'vMerge') this.row(row => (row.merged = (value ?? 'continue') === 'continue' ? 'down' : 'start'));
    else if (name === 'hMerge') this.row(row => (row.left = (value ?? 'continue') === 'continue'));
    else if (name === 'cellDel') this.row(row => (row.cellGone = true));
    else if (name === 'hidden' && parent === 'trPr' && !off(value)) this.row(row => (row.gone = true));
    else if (name === 'r') this.runs.push({ from: position, properties: '', gone: false, propertiesFrom: -1 });
    else if (name === 'rPr' && parent === 'r') this.run(run => (run.propertiesFrom = this.xml.lastIndexOf('<', position - 1)));
    else if (['vanish', 'strike', 'dstrike'].includes(name) && parent === 'rPr' && this.stack.at(-3) === 'r' && !off(value))
      this.run(run => (run.gone = true));
    else if (name === 'fldChar') this.field(attrs[Object.keys(attrs).find(key => local(key) === 'fldCharType') ?? '']);
    else if (name === 't' && !empty) {
      this.textFrom = position;
      this.textTag = this.xml.lastIndexOf('<', position - 1);
    } else if (SIGNS[name] !== undefined && parent === 'r') this.sign(SIGNS[name]!);
  }

  close(tag: string, position: number): void {
    const name = local(tag);
    this.stack.pop();
    if (name === 'AlternateContent') this.choices.pop();
    if (this.skipping) {
      this.skipping--;
      return;
    }
    const parent = this.stack.at(-1);
    if (name === 'txbxContent') this.boxes--;
    else if ((name === 'del' || name === 'moveFrom') && parent !== 'trPr' && parent !== 'rPr') this.gone--;
    else if ((name === 'ins' || name === 'moveTo') && parent !== 'trPr' && parent !== 'rPr') this.inserted--;
    else if (name === 'rPr' && parent === 'r')
      this.run(run => (run.properties = run.propertiesFrom < 0 ? '' : this.xml.slice(run.propertiesFrom, position)));
    else if (name === 'r') this.runs.pop();
    else if (name === 't' && this.textFrom >= 0) this.text(tag, position);
    else if (name === 'p') this.paragraphEnd();
    else if (name === 'tcPr') this.cellStart();
    else if (name === 'tc') this.cellEnd();
    else if (name === 'tr') this.rowEnd();
    else if (name === 'tbl') this.tables.pop();
  }

  private row(change: (row: Row) => void): void {
    const row = this.tables.at(-1)?.row;
    if (row) change(row);
  }

  private run(change: (run: Run) => void): void {
    const run = this.runs.at(-1);
    if (run) change(run);
  }

  private paragraph(): void {
    if (this.tables.length === 0 && this.boxes === 0) this.paragraphCount++;
    if (this.boxes === 0 && !this.tables.at(-1)?.cell) this.cellStart();
    this.lines.push({ text: '', chars: [] });
  }

  private paragraphEnd(): void {
    const line = this.lines.pop();
    if (!line) return;
    const table = this.tables.at(-1);
    if (table?.cell && this.boxes === 0) table.lines.push(line);
    else if (table?.cell) this.add(cellKey(table.number, table.cell.row, table.cell.col), line);
    else if (!table) this.add(paragraphKey(this.paragraphCount), line);
  }

  private add(key: string, spot: Spot): void {
    this.spots.set(key, [...(this.spots.get(key) ?? []), spot]);
  }

  private table(): void {
    const number = ++this.tableCount;
    this.tables.push({ number, rows: 0, row: undefined, above: new Map(), open: new Map(), cell: undefined, lines: [] });
  }

  private rowStart(): void {
    const table = this.tables.at(-1);
    if (!table) return;
    table.row = { col: 0, gone: false, span: 1, merged: '', left: false, cellGone: false };
    table.open = new Map();
  }

  /** The cell's properties are known: where it stands. A row that is gone, or a cell that is, stands nowhere. */
  private cellStart(): void {
    const table = this.tables.at(-1);
    const row = table?.row;
    if (!table || !row || row.gone || row.cellGone) return;
    const upper = row.merged === 'down' ? table.above.get(row.col) : undefined;
    const first = upper ?? table.rows;
    table.cell = { row: first + 1, col: row.col + 1 };
    if (row.merged) table.open.set(row.col, first);
  }

  private cellEnd(): void {
    const table = this.tables.at(-1);
    const row = table?.row;
    if (!table || !row) return;
    if (!table.cell && !row.gone && !row.cellGone) this.cellStart();
    if (table.cell) {
      this.add(cellKey(table.number, table.cell.row, table.cell.col), joined(table.lines));
      row.col += row.span;
    }
    table.cell = undefined;
    table.lines = [];
  }

  private rowEnd(): void {
    const table = this.tables.at(-1);
    if (!table?.row) return;
    if (!table.row.gone) {
      table.rows++;
      table.above = table.open;
    }
    table.row = undefined;
  }

  private field(type: string | undefined): void {
    if (type === 'begin') {
      this.fieldDepth++;
      this.results.push(false);
    } else if (type === 'separate') this.results[this.results.length - 1] = true;
    else if (type === 'end' && this.fieldDepth > 0) {
      this.fieldDepth--;
      this.results.pop();
    }
  }

  private get visible(): boolean {
    return this.gone === 0 && !this.runs.some(run => run.gone) && this.results.every(Boolean);
  }

  private sign(sign: string): void {
    const line = this.lines.at(-1);
    if (!line || !this.visible) return;
    line.text += sign;
    line.chars.push(null);
  }

  private text(tag: string, position: number): void {
    const start = this.textFrom;
    const end = this.xml.lastIndexOf('<', position - 1);
    this.textFrom = -1;
    const line = this.lines.at(-1);
    const run = this.runs.at(-1);
    const raw = this.xml.slice(start, end);
    if (!line || !run || !this.visible || raw.includes('<')) return;
    const piece: Piece = {
      tag: this.textTag,
      tagEnd: start,
      start,
      end,
      prefix: prefixOf(tag),
      properties: run.properties,
      inserted: this.inserted > 0,
    };
    for (const { 0: sign, index } of raw.matchAll(/&[^;]{1,10};|[\s\S]/g)) {
      const shown = sign.length > 1 && sign.startsWith('&') ? unescaped(sign) : sign;
      line.text += shown;
      // A sign beyond the basic plane counts twice in a text, and stands once in the part.
      for (let i = 0; i < shown.length; i++) line.chars.push({ piece, start: start + index, end: start + index + sign.length });
    }
  }
}

const NAMED: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" };

function unescaped(entity: string): string {
  if (Object.hasOwn(NAMED, entity)) return NAMED[entity]!;
  const code = /^&#x/i.test(entity) ? Number.parseInt(entity.slice(3, -1), 16) : Number.parseInt(entity.slice(2, -1), 10);
  return Number.isInteger(code) && code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entity;
}

/** The lines of a cell, each without blanks at its ends, one under the other: as columns in cells are counted. */
function joined(lines: readonly Line[]): Spot {
  const text: string[] = [];
  const chars: Spot['chars'][number][] = [];
  for (const line of lines) {
    const trimmed = line.text.trim();
    if (!trimmed) continue;
    const from = line.text.length - line.text.trimStart().length;
    if (text.length) chars.push(null);
    text.push(trimmed);
    chars.push(...line.chars.slice(from, from + trimmed.length));
  }
  return { text: text.join('\n'), chars };
}
