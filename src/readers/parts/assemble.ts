import { type Block, join, type Paragraph, Problem, parseNumber, slice, type Table, type Text } from '../../model/index.ts';
import { bindCaptions } from './captions.ts';
import { type Flow, type Grid, type Line, tableOf } from './flow.ts';
import { isTooLong, LIMITS } from './limits.ts';
import { headingLevel } from './outline.ts';

type Piece = Line | Exclude<Block, Paragraph>;

/**
 * Makes blocks of what a docx, doc or html reader walked through: layout tables unwrapped, nested tables after the one they stand
 * in, lines split at line breaks, tables of contents left out, lines with tabs as columns made tables, captions bound, headings found.
 * Throws `reader.paragraph-too-long`.
 */
export function assemble(flow: readonly Flow[]): Block[] {
  for (const one of flow) checkLength(one);
  const lines = unwrap(flow).flatMap((piece): Piece[] => (piece.kind === 'line' ? splitLine(piece) : [piece]));
  const blocks = tabbed(withoutContents(lines)).map(piece => (piece.kind === 'line' ? blockOf(piece) : piece));
  return bindCaptions(blocks);
}

function checkLength(one: Flow): void {
  if (one.kind === 'grid') for (const cell of one.cells) for (const inner of cell.flow) checkLength(inner);
  else if (one.kind === 'line' && isTooLong(one.text.content)) {
    throw new Problem('reader.paragraph-too-long', { limit: LIMITS.paragraph }, one.text.runs[0]?.place);
  }
}

function unwrap(flow: readonly Flow[]): Piece[] {
  return flow.flatMap((one): Piece[] => {
    if (one.kind !== 'grid') return [one];
    if (isLayout(one)) return one.cells.flatMap(cell => unwrap(cell.flow));
    const table = tableOf(one);
    const inner = one.cells.flatMap(cell => unwrap(cell.flow.filter(part => part.kind !== 'line')));
    return table.cells.some(cell => cell.text.content !== '') ? [table, ...inner] : inner;
  });
}

/**
 * A table that only arranges the page: one column; nested tables without a number beside them; a few cells of running text
 * (the navigation beside the article).
 */
export function isLayout(grid: Grid): boolean {
  if (grid.cols <= 1) return true;
  const filled = grid.cells.filter(cell => cell.flow.some(one => one.kind !== 'line' || one.text.content.trim() !== ''));
  if (filled.length <= 1) return true;
  const numbers = filled.some(cell => cell.flow.some(one => one.kind === 'line' && isNumber(one.text.content)));
  if (numbers) return false;
  const nested = filled.some(cell => cell.flow.some(one => one.kind === 'grid'));
  const running = grid.rows <= 3 && filled.some(cell => cell.flow.length >= 5 && letters(cell.flow) > 300);
  return nested || running;
}

const isNumber = (text: string) => text.length < 40 && parseNumber(text.trim()) !== undefined;
const letters = (flow: readonly Flow[]) =>
  flow.reduce((sum, one) => sum + (one.kind === 'line' ? one.text.content.length : 0), 0);

const ORDINAL_ALONE = /^第\s*[一二三四五六七八九十\d]+\s*(?:部分|章)\s*$/;

/** One line for each stretch between manual line breaks; a break behind «第三部分» or inside a number is only typography. */
function splitLine(line: Line): Line[] {
  const parts: Text[] = [];
  let from = 0;
  const { content } = line.text;
  for (let i = content.indexOf('\n'); i >= 0; i = content.indexOf('\n', i + 1)) {
    parts.push(slice(line.text, from, i));
    from = i + 1;
  }
  parts.push(slice(line.text, from));
  const lines: Text[] = [];
  for (const part of parts.map(trim)) {
    const last = lines.at(-1);
    if (!part.content) continue;
    if (last && ORDINAL_ALONE.test(last.content)) lines[lines.length - 1] = join([last, part], ' ');
    else if (last && /[\d.,]$/.test(last.content) && /^[\d.,%％万亿元]/.test(part.content))
      lines[lines.length - 1] = join([last, part]);
    else lines.push(part);
  }
  return lines.map(text => ({ ...line, text }));
}

/** Without the blanks around it; tabs at the front are indentation too. */
function trim(text: Text): Text {
  const { content } = text;
  let start = 0;
  let end = content.length;
  while (start < end && isBlank(content[start]!)) start++;
  while (end > start && isBlank(content[end - 1]!)) end--;
  return start === 0 && end === content.length ? text : slice(text, start, end);
}

const isBlank = (char: string) => /[\s\u3000\u200b\ufeff]/.test(char);

const CONTENTS = /^目\s*[录次]$/;
const LEADING_TO_PAGE = /(?:(?<![.．·•…_\-—])[.．·•…_\-—]{3,}|\t)\s{0,40}[-—]?\s{0,40}\d{1,3}\s{0,40}[-—]?$/;

/** What is longer is no entry of a table of contents. */
const ENTRY = 80;

/** An entry of a table of contents that names a table: it says what the report is to hold. */
const namesTable = (text: string): boolean => /表(?:（[^（）]*）)?\s*$/.test(text.replace(LEADING_TO_PAGE, ''));

/**
 * Leaves typed tables of contents out: lines that lead to a page number, and, under a line «目录», short lines that come again
 * further down as they are. (Generated ones were left out by the reader that knew them.) Entries that name tables stay, as text.
 */
function withoutContents(pieces: readonly Piece[]): Piece[] {
  const plain = (piece: Piece) => (piece.kind === 'line' ? piece.text.content.replace(/[\s\u3000]/g, '') : '');
  const last = new Map<string, number>();
  for (const [i, piece] of pieces.entries()) last.set(plain(piece), i);
  let inContents = false;
  return pieces.flatMap((piece, i): Piece[] => {
    if (piece.kind === 'line' && piece.entry) return [piece];
    if (piece.kind !== 'line') {
      inContents = false;
      return [piece];
    }
    const text = piece.text.content;
    if (CONTENTS.test(text)) {
      inContents = true;
      return [];
    }
    if (text.length >= ENTRY) {
      inContents = false;
      return [piece];
    }
    const left = namesTable(text) ? [{ ...piece, entry: true as const }] : [];
    const leads = LEADING_TO_PAGE.test(text);
    if (leads && (inContents || headingLevel(text.replace(LEADING_TO_PAGE, '')) !== null || /[.…·]{6,}/.test(text))) return left;
    if (inContents && text.length < 60 && (leads || /\d$/.test(text) || last.get(plain(piece))! > i)) return left;
    inContents = false;
    return [piece];
  });
}

/** Neighbouring lines with the same number of tabs between words, and numbers in one of the columns, are a table set with tabs. */
function tabbed(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  for (let i = 0; i < pieces.length; ) {
    const rows: Text[][] = [];
    for (let n = i; n < pieces.length; n++) {
      const piece = pieces[n]!;
      if (piece.kind !== 'line' || piece.level !== undefined || piece.entry) break;
      const cells = columnsOf(piece.text);
      if (cells.length < 2 || (rows[0] && rows[0].length !== cells.length)) break;
      rows.push(cells);
    }
    const numeric = rows.some(row => row.some((cell, n) => n > 0 && isNumber(cell.content)));
    if (rows.length < 2 || !numeric) {
      result.push(pieces[i]!);
      i++;
      continue;
    }
    result.push(tableOfRows(rows));
    i += rows.length;
  }
  return result;
}

function columnsOf(text: Text): Text[] {
  const cells: Text[] = [];
  for (const match of text.content.matchAll(/[^\t]+/g)) {
    const cell = trim(slice(text, match.index, match.index + match[0].length));
    if (cell.content) cells.push(cell);
  }
  return cells;
}

function tableOfRows(rows: readonly (readonly Text[])[]): Table {
  const cells = rows.flatMap((row, r) => row.map((text, c) => ({ row: r, col: c, rowSpan: 1, colSpan: 1, text })));
  return { kind: 'table', rows: rows.length, cols: rows[0]!.length, cells, notes: [] };
}

/** The numbering decides a heading's level; a heading style decides where there is none and the line is no sentence. */
function blockOf({ text, level, entry }: Line): Block {
  if (entry) return { kind: 'paragraph', text };
  const numbered = text.content.length < 200 ? headingLevel(text.content) : null;
  if (numbered !== null) return { kind: 'heading', level: numbered, text };
  const styled = level !== undefined && text.content.length <= 60 && !/[。；]$/.test(text.content);
  return styled ? { kind: 'heading', level: level!, text } : { kind: 'paragraph', text };
}
