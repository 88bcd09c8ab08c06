import type { Random } from '../random.ts';
import type { Inline, Mark, Report, TableBlock } from '../report.ts';
import { isMark } from '../report.ts';

/** Debris that word processors and people leave in extracted text. */
export interface TextOptions {
  /** «[bookmark: _Toc…]» before headings. */
  readonly bookmarks?: boolean;
  /** Paragraphs begin with full-width or half-width blanks. */
  readonly indent?: 'none' | 'full' | 'half';
  readonly crlf?: boolean;
  readonly bom?: boolean;
  /** «（图1：…）» and «[image: ]» where a chart stands; its data come at the end of the file, as in Word. */
  readonly images?: boolean;
  /** Paragraphs are broken after about so many characters, inside words too (never inside a figure). */
  readonly wrap?: number;
  /** A page number («- 3 -») on a line of its own after so many lines, inside sentences too. Needs `wrap`. */
  readonly pages?: number;
  /** «cells»: one cell a line, as from Word; «rows»: a row a line, cells divided by tabs, as copied from a spreadsheet. */
  readonly tables?: 'cells' | 'rows';
  /** Blanks between Chinese characters here and there, as justified lines leave them. */
  readonly blanks?: Random;
}

/** Where a figure stands: line and column, both from 1, in characters of the line. */
export interface Spot {
  readonly line: number;
  readonly column: number;
  readonly mark: Mark;
}

/** The report as text extracted from Word: one cell a line behind a tab, rows divided by an empty line. */
export function emitText(report: Report, options: TextOptions = {}): { text: string; spots: Spot[] } {
  const page = new Page(options);
  const indent = { none: '', full: '　　', half: '    ' }[options.indent ?? 'none'];
  let headings = 0;
  let charts = 0;
  for (const block of report.blocks) {
    if (block.kind === 'heading') {
      const mark = options.bookmarks ? `[bookmark: _Toc${15377190 + ++headings}]` : '';
      if (block.level === 1) page.line([]);
      page.line([mark, ...block.inline]);
    } else if (block.kind === 'paragraph') page.flow([indent, ...block.inline]);
    else if (block.kind === 'table') table(page, block, options.tables ?? 'cells');
    else if (options.images) {
      page.line([`（图${++charts}：${block.title}）`]);
      page.line(['   [image: ]   ']);
    }
  }
  for (const block of report.blocks) {
    if (block.kind !== 'chart') continue;
    page.line([]);
    page.line([...block.points.map(point => `${point.label}\t`), ...block.points.flatMap(point => [point.value, '\t'])]);
    page.line([]);
  }
  const text = page.text();
  return { text: (options.bom ? '\ufeff' : '') + (options.crlf ? text.replace(/\n/g, '\r\n') : text), spots: page.spots };
}

class Page {
  private readonly lines: string[] = [];
  private readonly options: TextOptions;
  private number = 0;
  readonly spots: Spot[] = [];

  constructor(options: TextOptions) {
    this.options = options;
  }

  /** A paragraph of running text: broken, numbered and spaced as the options say. */
  flow(inline: Inline): void {
    const { wrap, pages, blanks } = this.options;
    const spaced = blanks
      ? inline.map(piece =>
          isMark(piece)
            ? piece
            : piece.replace(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu, () => (blanks.chance(0.04) ? ' ' : '')),
        )
      : inline;
    if (!wrap) {
      this.line(spaced);
      return;
    }
    let width = 0;
    let since = 0;
    const broken = spaced.map(piece => {
      if (isMark(piece)) {
        width += piece.printed.length;
        return piece;
      }
      let text = '';
      for (const c of piece) {
        if (width >= wrap) {
          width = 0;
          since++;
          const turn = pages && (this.lines.length + since) % pages === 0;
          text += turn ? `\n- ${++this.number} -\n` : '\n';
        }
        text += c;
        width++;
      }
      return text;
    });
    this.line(broken);
  }

  /** A line, or several where the text itself breaks. */
  line(inline: Inline): void {
    let current = '';
    for (const piece of inline) {
      if (isMark(piece)) {
        this.spots.push({ line: this.lines.length + 1, column: current.length + 1, mark: piece });
        current += piece.printed;
        continue;
      }
      const [first, ...rest] = piece.split('\n');
      current += first;
      for (const next of rest) {
        this.lines.push(current);
        current = next;
      }
    }
    this.lines.push(current);
  }
  text(): string {
    return `${this.lines.join('\n')}\n`;
  }
}

function table(page: Page, block: TableBlock, form: 'cells' | 'rows'): void {
  page.line([]);
  if (block.title) page.line([block.title]);
  for (const corner of block.corner) page.line([corner]);
  for (let row = 0; row < block.rows; row++) {
    if (form === 'rows') {
      page.line(rowOf(block, row));
      continue;
    }
    for (let col = 0; col < block.cols; col++) {
      const own = block.cells.find(cell => cell.row === row && cell.col === col);
      if (own) page.line(['\t', ...own.inline]);
      else if (isContinued(block, row, col)) page.line(['\t']);
    }
    page.line([]);
  }
  for (const note of block.notes) page.line([note]);
}

/** A cell that began in a row above is there again, empty; one that began further left is not. */
function isContinued(block: TableBlock, row: number, col: number): boolean {
  return block.cells.some(cell => cell.col === col && cell.row < row && row < cell.row + cell.rowSpan);
}

/** A row in one line; a merged cell stands once, at its top left corner, and leaves its other places empty. */
function rowOf(block: TableBlock, row: number): Inline {
  return Array.from({ length: block.cols }, (_, col) => {
    const own = block.cells.find(cell => cell.row === row && cell.col === col);
    const inline = own?.inline.map(piece => (isMark(piece) ? piece : piece.replace(/\n/g, ''))) ?? [];
    return col === 0 ? inline : ['\t', ...inline];
  }).flat();
}
