import { type Cell, parseNumber, type Table } from '../../../model/index.ts';
import { plain } from '../../plain.ts';

type Row = readonly Cell[];

/**
 * Gives a table that lost its merged cells (see Table.irregular) columns again. Data rows have all their cells, so their number is
 * the number of columns; a row with fewer has merged some: header rows are laid over the row below them, and in any other the
 * first cell covers what is missing («合计» over 类 | 款 | 项). `whole`: the columns of a table that it may go on with.
 */
export function regularised(table: Table, whole = 0): Table {
  if (!table.irregular) return table;
  if (whole > 0) return laidOut(table, whole);
  const known = regular.get(table) ?? laidOut(table, 0);
  regular.set(table, known);
  return known;
}

/** A table is asked for when it may go on with another, when its form is looked for, and when it has none. */
const regular = new WeakMap<Table, Table>();

function laidOut(table: Table, whole: number): Table {
  const rows: Cell[][] = Array.from({ length: table.rows }, () => []);
  for (const cell of table.cells) rows[cell.row]?.push(cell);
  for (const row of rows) row.sort((a, b) => a.col - b.col);
  const firstData = rows.findIndex(row => row.some(hasAmount));
  const own = columnsOf(rows, firstData < 0 ? rows.length : firstData);
  const cols = whole - own <= MERGED ? Math.max(own, whole) : own;
  const laid: Cell[][] = [];
  for (let r = rows.length - 1; r >= 0; r--) {
    const row = rows[r]!;
    // What stands below the last header row is data and says nothing about it.
    const below = r + 1 < firstData ? laid[r + 1] : undefined;
    const spans = row.length >= cols ? row.map(() => 1) : r < firstData ? headerSpans(row, below, cols) : firstCovers(row, cols);
    laid[r] = place(row, spans);
  }
  return { ...table, cols, cells: laid.flat(), irregular: false };
}

/** How many columns the first cell of a row may cover together. */
const MERGED = 4;

/**
 * The most cells that at least two data rows have (blank rows of a blank table are such), or a header row: where every data row
 * begins with a merged cell, only the header shows all columns.
 */
function columnsOf(rows: readonly Row[], head: number): number {
  const counts = new Map<number, number>();
  const isData = (row: Row) => row.some(hasAmount) || row.every(cell => plain(cell.text).s === '');
  for (const row of rows.slice(head)) if (isData(row)) counts.set(row.length, (counts.get(row.length) ?? 0) + 1);
  const common = [...counts].filter(([, times]) => times > 1).map(([count]) => count);
  const most = Math.max(0, ...(common.length ? common : rows.map(row => row.length)));
  const widest = Math.max(0, ...rows.slice(0, head).map(row => row.length));
  return widest - most <= MERGED ? Math.max(most, widest) : most;
}

function hasAmount(cell: Cell): boolean {
  return parseNumber(plain(cell.text).s) !== undefined;
}

function headerSpans(row: Row, below: readonly Cell[] | undefined, cols: number): number[] {
  if (row.length === 1) return [cols];
  const widths = below ? [byRepetition(below, row.length, cols), byChildren(below, row.length, cols)] : [];
  const fitting = widths.find(spans => spans !== null);
  if (fitting) return fitting;
  return cols % row.length === 0 ? row.map(() => cols / row.length) : firstCovers(row, cols);
}

/** «收入 | 支出» over «项目 | 决算数 | 项目 | 合计 | …»: each covers what begins with the same word. */
function byRepetition(below: readonly Cell[], count: number, cols: number): number[] | null {
  const first = plain(below[0]!.text).s;
  const starts = below.filter(cell => first !== '' && plain(cell.text).s === first).map(cell => cell.col);
  return starts.length === count && starts[0] === 0 ? starts.map((start, i) => (starts[i + 1] ?? cols) - start) : null;
}

/** «合计 | 公务用车 | 接待费» over « | 小计 | 购置 | 运行 | »: a cell without words below is alone, the others cover theirs. */
function byChildren(below: readonly Cell[], count: number, cols: number): number[] | null {
  const spans: number[] = [];
  let inGroup = false;
  for (const cell of below) {
    const s = plain(cell.text).s;
    const opens = s === '' || !inGroup || /^(?:小计|合计)$/.test(s);
    if (opens) spans.push(cell.colSpan);
    else spans[spans.length - 1]! += cell.colSpan;
    inGroup = s !== '';
  }
  return spans.length === count && spans.reduce((sum, span) => sum + span, 0) === cols ? spans : null;
}

function firstCovers(row: Row, cols: number): number[] {
  return row.map((_, i) => (i === 0 ? cols - row.length + 1 : 1));
}

function place(row: Row, spans: readonly number[]): Cell[] {
  let col = 0;
  return row.map((cell, i) => {
    const placed = { ...cell, col, colSpan: spans[i]! };
    col += spans[i]!;
    return placed;
  });
}
