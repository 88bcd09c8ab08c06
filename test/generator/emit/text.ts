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
}

/** Where a figure stands: line and column, both from 1, in characters of the line. */
export interface Spot {
  readonly line: number;
  readonly column: number;
  readonly mark: Mark;
}

/** The report as text extracted from Word: one cell a line behind a tab, rows divided by an empty line. */
export function emitText(report: Report, options: TextOptions = {}): { text: string; spots: Spot[] } {
  const page = new Page();
  const indent = { none: '', full: '　　', half: '    ' }[options.indent ?? 'none'];
  let headings = 0;
  let charts = 0;
  for (const block of report.blocks) {
    if (block.kind === 'heading') {
      const mark = options.bookmarks ? `[bookmark: _Toc${15377190 + ++headings}]` : '';
      if (block.level === 1) page.line([]);
      page.line([mark, ...block.inline]);
    } else if (block.kind === 'paragraph') page.line([indent, ...block.inline]);
    else if (block.kind === 'table') table(page, block);
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
  readonly spots: Spot[] = [];

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

function table(page: Page, block: TableBlock): void {
  page.line([]);
  if (block.title) page.line([block.title]);
  for (const corner of block.corner) page.line([corner]);
  for (let row = 0; row < block.rows; row++) {
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
