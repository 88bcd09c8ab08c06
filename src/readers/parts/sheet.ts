import {
  type Block,
  type Cell,
  type Heading,
  type Paragraph,
  type Place,
  type Table,
  type Text,
  textAt,
} from '../../model/index.ts';
import { captionInside, isNote, isTitle } from './captions.ts';
import { headingLevel } from './outline.ts';
import { proseOf, stretches } from './prose.ts';

/** A cell as a sheet holds it; `row` and `col` count from 0. */
export interface SheetCell {
  readonly row: number;
  readonly col: number;
  readonly text: string;
  readonly kind: 'number' | 'text' | 'error' | 'blank';
  readonly stored?: string;
  readonly formula?: string;
}

export interface Merge {
  readonly row: number;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
}

/** A sheet, or a csv file; cells are sorted by row, then column. */
export interface Sheet {
  readonly name: string;
  readonly cells: readonly SheetCell[];
  readonly merges: readonly Merge[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenCols: ReadonlySet<number>;
}

/**
 * A sheet as blocks: a table for each stretch with a title of its own; lines of text for sheets that hold no table. Rows and columns
 * without any text are left out of the grid, so a sheet that claims a million of them costs nothing; places tell the true cell.
 */
export function blocksOfSheet(sheet: Sheet, placeAt: (row: number, col: number) => Place): Block[] {
  const spans = new Map(sheet.merges.map(merge => [`${merge.row}/${merge.col}`, merge]));
  const filled = uncovered(sheet).filter(cell => cell.text !== '' || cell.stored !== undefined || cell.formula !== undefined);
  const rows = rowsOf(filled);
  const linesOf = (told: readonly SheetCell[][]) => proseOf(told.flat().map(cell => textOf(cell, placeAt))).map(lineOf);
  if (rows.every(row => row.length < 2)) return linesOf(rows);
  return stretches(rows).flatMap(({ prose, rows: part }): Block[] =>
    prose ? linesOf(part) : segments(part, spans).map(one => tableOf(one, spans, sheet, placeAt)),
  );
}

/** A line of text that stands by itself: a heading by its numbering, or a paragraph. */
export function lineOf(text: Text): Heading | Paragraph {
  const level = text.content.length < 200 ? headingLevel(text.content) : null;
  return level === null ? { kind: 'paragraph', text } : { kind: 'heading', level, text };
}

function textOf(cell: SheetCell, placeAt: (row: number, col: number) => Place): Text {
  return textAt(cell.text, placeAt(cell.row, cell.col));
}

function rowsOf(cells: readonly SheetCell[]): SheetCell[][] {
  const rows: SheetCell[][] = [];
  for (const cell of cells) {
    const last = rows.at(-1);
    if (last && last[0]!.row === cell.row) last.push(cell);
    else rows.push([cell]);
  }
  return rows;
}

/** Without what lies under merged cells: only their top left cell is seen. Goes down the sheet once. */
function uncovered(sheet: Sheet): SheetCell[] {
  const merges = [...sheet.merges].sort((a, b) => a.row - b.row);
  let open: Merge[] = [];
  let next = 0;
  let row = -1;
  return sheet.cells.filter(cell => {
    if (cell.row !== row) {
      row = cell.row;
      for (; next < merges.length && merges[next]!.row <= row; next++) open.push(merges[next]!);
      open = open.filter(merge => merge.row + merge.rowSpan > row).slice(-MERGES_IN_A_ROW);
    }
    return !open.some(
      merge =>
        cell.col >= merge.col && cell.col < merge.col + merge.colSpan && (cell.row !== merge.row || cell.col !== merge.col),
    );
  });
}

/** More merged cells side by side than any sheet shows. */
const MERGES_IN_A_ROW = 1000;

/** A title alone in its row, after rows with numbers, opens a table of its own. */
function segments(rows: readonly SheetCell[][], spans: ReadonlyMap<string, Merge>): SheetCell[][][] {
  const parts: SheetCell[][][] = [[]];
  let numbers = false;
  for (const row of rows) {
    const [only] = row;
    const wide = only && (spans.get(`${only.row}/${only.col}`)?.colSpan ?? 1) > 1;
    if (
      numbers &&
      row.length === 1 &&
      isTitle(only!.text) &&
      (wide || only!.col > 0 || row[0]!.row > parts.at(-1)!.at(-1)![0]!.row + 1)
    ) {
      parts.push([]);
      numbers = false;
    }
    parts.at(-1)!.push(row);
    numbers ||= row.some(cell => cell.kind === 'number');
  }
  return parts;
}

function tableOf(
  rows: readonly SheetCell[][],
  spans: ReadonlyMap<string, Merge>,
  sheet: Sheet,
  placeAt: (row: number, col: number) => Place,
): Table {
  const rowIndex = new Map(rows.map((row, i) => [row[0]!.row, i]));
  const used = [...new Set(rows.flat().map(cell => cell.col))].sort((a, b) => a - b);
  const colIndex = new Map(used.map((col, i) => [col, i]));
  const rowNumbers = [...rowIndex.keys()];
  const cells: Cell[] = rows.flat().map(cell => {
    const merge = spans.get(`${cell.row}/${cell.col}`);
    const hidden = sheet.hiddenRows.has(cell.row) || sheet.hiddenCols.has(cell.col);
    return {
      row: rowIndex.get(cell.row)!,
      col: colIndex.get(cell.col)!,
      rowSpan: merge ? Math.max(1, countWithin(rowNumbers, merge.row, merge.rowSpan)) : 1,
      colSpan: merge ? Math.max(1, countWithin(used, merge.col, merge.colSpan)) : 1,
      text: textOf(cell, placeAt),
      ...(cell.stored !== undefined ? { stored: cell.stored } : {}),
      ...(cell.formula !== undefined ? { formula: cell.formula } : {}),
      ...(hidden ? { hidden } : {}),
    };
  });
  const notes = notesOf(cells);
  const { title, unit } = captionInside(cells, used.length);
  const named =
    /^sheet\d*$|^工作表\d*$/i.test(sheet.name) || sheet.name === ''
      ? undefined
      : textAt(sheet.name, placeAt(rows[0]![0]!.row, rows[0]![0]!.col));
  const caption = title ?? named;
  return {
    kind: 'table',
    rows: rows.length,
    cols: used.length,
    cells,
    notes,
    ...(caption ? { title: caption } : {}),
    ...(unit ? { unit } : {}),
  };
}

const countWithin = (sorted: readonly number[], from: number, span: number) =>
  firstNotBelow(sorted, from + span) - firstNotBelow(sorted, from);

function firstNotBelow(sorted: readonly number[], limit: number): number {
  let low = 0;
  for (let high = sorted.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Notes at the foot: cells alone in their rows from the first that begins like one. They stay cells too. */
function notesOf(cells: readonly Cell[]): Text[] {
  const notes: Text[] = [];
  cells.forEach((cell, i) => {
    const alone = cells[i - 1]?.row !== cell.row && cells[i + 1]?.row !== cell.row;
    if (alone && cell.row > 0 && isNote(cell.text.content, notes.length > 0)) notes.push(cell.text);
  });
  return notes;
}

/** A1 style. */
export function cellName(row: number, col: number): string {
  let letters = '';
  for (let n = col + 1; n > 0; n = Math.floor((n - 1) / 26)) letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return letters + (row + 1);
}

/** The reverse of cellName; undefined for anything else. */
export function cellAt(name: string): { row: number; col: number } | undefined {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(name);
  if (!match) return undefined;
  let col = 0;
  for (const letter of match[1]!) col = col * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(match[2]) - 1, col: col - 1 };
}
