import { type Hand, type SetChar, type SetPage, writeOfd } from '../../readers/make/ofd.ts';
import { plain, type Report, type TableBlock } from '../report.ts';

/** A4 in points, what is left white around the text, and the distance of lines in parts of their size. */
const SHEET = { width: 595, height: 842, margin: 72, leading: 1.6 };
const BODY = 12;
const TABLE = 9;
/** Wider tables lie on their side. */
const UPRIGHT = 7;

const widthOf = (char: string, size: number) => (char.charCodeAt(0) < 0x2e80 && !'“”‘’…—·'.includes(char) ? size / 2 : size);
const widthOfText = (text: string, size: number) => [...text].reduce((sum, char) => sum + widthOf(char, size), 0);

/** Lines of a text that is so wide: numbers stay whole, no line begins with a mark that closes. */
function wrapped(text: string, size: number, width: number, indent = 0): string[] {
  const lines: string[] = [''];
  let used = indent;
  for (const word of text.match(/[\d.,%\-A-Za-z]+[，。；、：）”%]*|.[，。；、：）”]*/gsu) ?? []) {
    const needs = widthOfText(word, size);
    if (word === '\n' || (used + needs > width && lines.at(-1) !== '')) {
      lines.push('');
      used = 0;
    }
    if (word === '\n') continue;
    lines[lines.length - 1] += word;
    used += needs;
  }
  return lines;
}

/** A typesetter: paragraphs with their first lines standing in, every table on a page of its own with rules around its cells. */
export function emitOfd(report: Report, hand: Hand = 'runs'): Uint8Array {
  const pages: { width: number; height: number; chars: SetChar[]; rules: SetPage['rules'][number][] }[] = [];
  let y = 0;
  const turnPage = (landscape = false) => {
    const [width, height] = landscape ? [SHEET.height, SHEET.width] : [SHEET.width, SHEET.height];
    pages.push({ width, height, chars: [], rules: [] });
    y = SHEET.margin;
  };
  const page = () => pages.at(-1)!;
  const bottom = () => page().height - SHEET.margin;
  const put = (text: string, size: number, x: number, base: number) => {
    let left = x;
    for (const char of text) {
      if (char.trim() !== '') page().chars.push({ text: char, x0: left, base, size });
      left += widthOf(char, size);
    }
  };
  const paragraph = (text: string, size: number, indent: number) => {
    const width = page().width - 2 * SHEET.margin;
    for (const part of text.split('\n'))
      wrapped(part, size, width, indent).forEach((line, i) => {
        if (y + size * SHEET.leading > bottom()) turnPage(page().width > page().height);
        y += size * SHEET.leading;
        put(line, size, SHEET.margin + (i === 0 ? indent : 0), y);
      });
  };
  const table = (block: TableBlock) => {
    turnPage(block.cols > UPRIGHT);
    const { width } = page();
    const centred = (text: string, size: number) => put(text, size, (width - widthOfText(text, size)) / 2, y);
    if (block.title) {
      y += 24;
      centred(block.title, 15);
    }
    for (const corner of block.corner) {
      y += 16;
      put(corner, TABLE, width - SHEET.margin - widthOfText(corner, TABLE), y);
    }
    y += 8;
    const { xs, size } = columnsOf(block, width - 2 * SHEET.margin);
    const step = size * 1.3;
    const cellsOf = block.cells.map(cell => ({
      ...cell,
      lines: wrapped(plain(cell.inline), size, xs[cell.col + cell.colSpan]! - xs[cell.col]! - 6),
    }));
    const heights = Array<number>(block.rows).fill(18);
    for (const { row, rowSpan, lines } of cellsOf) {
      const needs = lines.length * step + 6 - (rowSpan - 1) * 18;
      heights[row + rowSpan - 1] = Math.max(heights[row + rowSpan - 1]!, needs);
    }
    for (let from = 0; from < block.rows; ) {
      let to = from;
      const ys = [y];
      // Rows that a cell joins stay on one page.
      const isJoined = (row: number) => cellsOf.some(cell => cell.row < row && row < cell.row + cell.rowSpan);
      for (; to < block.rows && (ys.at(-1)! + heights[to]! <= bottom() || isJoined(to) || to === from); to++)
        ys.push(ys.at(-1)! + heights[to]!);
      for (const { row, col, rowSpan, colSpan, lines } of cellsOf) {
        if (row < from || row >= to) continue;
        const [x0, x1] = [SHEET.margin + xs[col]!, SHEET.margin + xs[col + colSpan]!];
        const [y0, y1] = [ys[row - from]!, ys[row + rowSpan - from]!];
        page().rules.push(
          { direction: 'h', at: y0, from: x0, to: x1 },
          { direction: 'h', at: y1, from: x0, to: x1 },
          { direction: 'v', at: x0, from: y0, to: y1 },
          { direction: 'v', at: x1, from: y0, to: y1 },
        );
        const top = (y0 + y1) / 2 - lines.length * (step / 2);
        lines.forEach((line, i) => {
          const isFigure = /^-?[\d,]+(?:\.\d+)?%?$/.test(line);
          put(line, size, isFigure ? x1 - 3 - widthOfText(line, size) : x0 + 3, top + i * step + 9.5);
        });
      }
      y = ys.at(-1)!;
      from = to;
      if (from < block.rows) turnPage(block.cols > UPRIGHT);
    }
    y += 4;
    for (const note of block.notes) paragraph(note, TABLE, 0);
  };
  turnPage();
  let after = false;
  for (const block of report.blocks) {
    if (block.kind === 'table') table(block);
    else if (block.kind !== 'chart') {
      if (after) turnPage();
      const size = block.kind === 'heading' && block.level === 1 ? 16 : BODY;
      paragraph(plain(block.inline), size, block.kind === 'heading' && block.level === 1 ? 0 : 2 * size);
    }
    after = block.kind === 'table';
  }
  return writeOfd(pages, {}, hand);
}

/** Columns as wide as their longest texts ask for, within reason; where not even their numbers fit, the type is smaller. */
function columnsOf(table: TableBlock, width: number): { xs: number[]; size: number } {
  const needs = (text: (line: string) => readonly string[], most: number) => {
    const all = Array<number>(table.cols).fill(2);
    for (const { col, colSpan, inline } of table.cells)
      for (const part of colSpan === 1 ? text(plain(inline)) : [])
        all[col] = Math.max(all[col]!, Math.min(most, widthOfText(part, 1) + 1.2));
    return all;
  };
  const sum = (all: readonly number[]) => all.reduce((a, b) => a + b);
  const whole = needs(text => text.split('\n'), 16);
  const least = needs(text => text.match(/[\d.,%-]+/g) ?? [], 40);
  const columns = sum(whole) * TABLE <= width ? whole : least.map((need, i) => Math.max(need, Math.min(6, whole[i]!)));
  let x = 0;
  const xs = [0, ...columns.map(need => (x += (need / sum(columns)) * width))];
  return { xs, size: Math.min(TABLE, width / sum(columns)) };
}
