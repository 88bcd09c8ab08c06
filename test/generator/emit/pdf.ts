import { type Sheet, type Words, widthOf, writePdf } from '../../readers/pdf/make/pdf.ts';
import { type Block, plain, type Report, type TableBlock } from '../report.ts';

const MARGIN = 50;
const SIZE = 10;
const LINE = 16;
const ROW = 18;

/** Pages being written, one after another. */
class Pages {
  readonly sheets: { width: number; height: number; words: Words[]; lines: [number, number, number, number][] }[] = [];
  y = 0;

  page(width: number, height: number): void {
    this.sheets.push({ width, height, words: [], lines: [] });
    this.y = MARGIN;
  }
  get sheet() {
    return this.sheets.at(-1)!;
  }
  get left(): number {
    return this.sheet.height - MARGIN - this.y;
  }
  put(x: number, y: number, text: string): void {
    if (text.trim()) this.sheet.words.push({ x, y, text, size: SIZE });
  }
}

/** The report as a PDF: paragraphs wrapped at the margins of upright pages, every table ruled on pages of its own that lie on their side. */
export function emitPdf(report: Report): Uint8Array {
  const pages = new Pages();
  pages.page(595, 842);
  let wide = false;
  for (const block of report.blocks) {
    if (block.kind === 'chart') continue;
    if (block.kind === 'table') {
      table(pages, block);
      wide = true;
      continue;
    }
    if (wide) pages.page(595, 842);
    wide = false;
    text(pages, block);
  }
  return writePdf(pages.sheets as readonly Sheet[]);
}

/** Lines as wide as the page, the first one indented. */
function wrapped(content: string, width: number, indent: number): string[] {
  const lines: string[] = [];
  let line = '';
  let room = width - indent;
  // A number is not broken.
  for (const piece of content.match(/[\d.,%]+|./gs) ?? []) {
    const needs = widthOf(piece, SIZE);
    if (needs > room && line && !/^[，。；：、）”%]$/.test(piece)) {
      lines.push(line);
      line = '';
      room = width;
    }
    line += piece;
    room -= needs;
  }
  return line ? [...lines, line] : lines;
}

function text(pages: Pages, block: Exclude<Block, TableBlock | { kind: 'chart' }>): void {
  const content = plain(block.inline);
  const indent = block.kind === 'paragraph' ? SIZE * 2 : 0;
  for (const [i, line] of wrapped(content, 595 - 2 * MARGIN, indent).entries()) {
    if (pages.left < LINE) pages.page(595, 842);
    pages.put(MARGIN + (i === 0 ? indent : 0), pages.y + SIZE, line);
    pages.y += LINE;
  }
}

function table(pages: Pages, block: TableBlock): void {
  const width = 842;
  const inner = width - 2 * MARGIN;
  pages.page(width, 595);
  pages.put((width - widthOf(block.title, SIZE)) / 2, pages.y + SIZE, block.title);
  pages.y += LINE;
  for (const line of block.corner) {
    pages.put(width - MARGIN - widthOf(line, SIZE), pages.y + SIZE, line);
    pages.y += LINE;
  }
  const xs = edges(MARGIN, columnsOf(block, inner));
  const cells = block.cells.map(cell => ({
    ...cell,
    lines: wrapped(plain(cell.inline), xs[cell.col + cell.colSpan]! - xs[cell.col]! - 6, 0),
  }));
  const heights = Array.from({ length: block.rows }, (_, row) =>
    Math.max(ROW, ...cells.filter(cell => cell.row === row && cell.rowSpan === 1).map(cell => cell.lines.length * 12 + 6)),
  );
  for (let from = 0; from < block.rows; ) {
    if (from > 0) pages.page(width, 595);
    let to = from;
    for (let high = 0; to < block.rows && (to === from || high + heights[to]! <= pages.left); to++) high += heights[to]!;
    // A head is never parted from what it heads.
    const ys = edges(pages.y, heights.slice(from, to));
    for (const cell of cells) {
      if (cell.row < from || cell.row >= to) continue;
      const [x0, x1] = [xs[cell.col]!, xs[cell.col + cell.colSpan]!];
      const [y0, y1] = [ys[cell.row - from]!, ys[Math.min(to, cell.row + cell.rowSpan) - from]!];
      pages.sheet.lines.push([x0, y0, x1, y0], [x0, y1, x1, y1], [x0, y0, x0, y1], [x1, y0, x1, y1]);
      const top = (y0 + y1) / 2 - (cell.lines.length * 12) / 2 + SIZE;
      cell.lines.forEach((line, i) => {
        const number = /^-?[\d,.]+%?$/.test(line);
        pages.put(number ? x1 - 3 - widthOf(line, SIZE) : x0 + 3, top + i * 12, line);
      });
    }
    pages.y = ys.at(-1)!;
    from = to;
  }
  for (const note of block.notes) {
    if (pages.left < LINE) pages.page(width, 595);
    pages.put(MARGIN, pages.y + 4 + SIZE, note);
    pages.y += LINE;
  }
}

/** Where each of some things side by side begins, and the last one ends. */
function edges(start: number, sizes: readonly number[]): number[] {
  let at = start;
  return [start, ...sizes.map(size => (at += size))];
}

/** As wide as what stands in them, within the page. */
function columnsOf(block: TableBlock, inner: number): number[] {
  const needs = Array.from({ length: block.cols }, (_, col) =>
    Math.max(
      24,
      ...block.cells
        .filter(cell => cell.col === col && cell.colSpan === 1)
        .map(cell => {
          const content = plain(cell.inline);
          const full = widthOf(content, SIZE) + 8;
          return /^-?[\d,.]+%?$/.test(content) ? full : Math.min(full, 150);
        }),
    ),
  );
  const all = needs.reduce((a, b) => a + b, 0);
  const numbers = needs.map((_, col) =>
    block.cells.some(cell => cell.col === col && cell.colSpan === 1 && /^-?[\d,.]+%?$/.test(plain(cell.inline))),
  );
  if (all <= inner) return needs.map(need => (need * inner) / all);
  // Words are wrapped before numbers are.
  const fixed = needs.reduce((sum, need, i) => sum + (numbers[i] ? need : 0), 0);
  const rest = all - fixed;
  return needs.map((need, i) => (numbers[i] || rest === 0 ? need : Math.max(22, (need * (inner - fixed)) / rest)));
}
