import { type CellBlock, plain, type Report, type TableBlock } from '../report.ts';

/**
 * How a program writes Chinese in RTF: as Unicode with a question mark for older programs (Word), as bytes of GBK (WPS, WordPad), or as
 * Unicode without anything behind it (others).
 */
export type Hand = 'unicode' | 'gbk' | 'bare';

/** The two bytes of each sign of GBK; that of Node.js only decodes. */
const gbk = (() => {
  const bytes = new Map<string, string>();
  const decoder = new TextDecoder('gbk');
  const escaped = (byte: number) => `\\'${byte.toString(16).padStart(2, '0')}`;
  for (let high = 0x81; high < 0xff; high++)
    for (let low = 0x40; low < 0xff; low++) {
      const sign = decoder.decode(Uint8Array.of(high, low));
      if (sign.length === 1 && sign !== '\ufffd' && !bytes.has(sign)) bytes.set(sign, escaped(high) + escaped(low));
    }
  return bytes;
})();

/** A text as RTF writes it. */
export function rtfText(written: string, hand: Hand): string {
  return written.replace(/[^ -~]|[\\{}]/g, sign => {
    if (sign === '\n') return '\\line ';
    if (sign === '\t') return '\\tab ';
    const code = sign.charCodeAt(0);
    if (code < 0x80) return `\\${sign}`;
    const bytes = hand === 'gbk' ? gbk.get(sign) : undefined;
    return bytes ?? (hand === 'bare' ? `\\uc0\\u${code}\\uc1 ` : `\\u${code > 0x7fff ? code - 0x10000 : code}?`);
  });
}

const HEADER =
  '{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fnil\\fcharset134 SimSun;}{\\f1\\froman\\fcharset0 Times New Roman;}}' +
  '{\\stylesheet{\\s0 Normal;}{\\s1\\sbasedon0\\outlinelevel0 heading 1;}{\\s2\\sbasedon0\\outlinelevel1 heading 2;}' +
  '{\\s3\\sbasedon0\\outlinelevel2 heading 3;}{\\s4\\sbasedon0\\outlinelevel3 heading 4;}}\n';

/** An RTF file around a body of paragraphs and rows. */
export const rtfFile = (body: string): Uint8Array => new TextEncoder().encode(`${HEADER}${body}}`);

/** The report as RTF: headings with their styles, tables with cells merged across and down. */
export function emitRtf(report: Report, hand: Hand = 'unicode'): Uint8Array {
  const text = (written: string) => `{\\f0 ${rtfText(written, hand)}}`;
  const paragraph = (written: string) => `\\pard\\plain\\s0 ${text(written)}\\par\n`;
  const body = report.blocks.map(block => {
    if (block.kind === 'heading') return `\\pard\\plain\\s${block.level} ${text(plain(block.inline))}\\par\n`;
    if (block.kind === 'paragraph') return paragraph(plain(block.inline));
    if (block.kind !== 'table') return '';
    const above = [block.title, ...block.corner].filter(Boolean).map(paragraph).join('');
    return `${above}${rowsOf(block, text).join('')}${block.notes.map(paragraph).join('')}`;
  });
  return rtfFile(body.join(''));
}

const WIDTH = 1200;

/** Every place of the grid is a cell, or lies under one that is merged across (one wider cell) or down (\clvmrg). */
function rowsOf({ rows, cols, cells }: TableBlock, text: (written: string) => string): string[] {
  const grid: (CellBlock | undefined)[][] = Array.from({ length: rows }, () =>
    Array<CellBlock | undefined>(cols).fill(undefined),
  );
  for (const cell of cells)
    for (let row = cell.row; row < Math.min(rows, cell.row + cell.rowSpan); row++)
      for (let col = cell.col; col < Math.min(cols, cell.col + cell.colSpan); col++) grid[row]![col] = cell;
  return grid.map((places, row) => {
    let definition = '\\trowd\\trleft-108';
    let inner = '';
    for (let col = 0; col < cols; ) {
      const cell = places[col];
      const span = cell?.colSpan ?? 1;
      const down = !cell || cell.rowSpan === 1 ? '' : cell.row === row ? '\\clvmgf' : '\\clvmrg';
      definition += `${down}\\cellx${(col + span) * WIDTH - 108}`;
      inner += `\\pard\\plain\\intbl ${cell?.row === row ? text(plain(cell.inline)) : ''}\\cell\n`;
      col += span;
    }
    return `${definition}\n${inner}${definition}\\row\n`;
  });
}
