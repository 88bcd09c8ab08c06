import type { Cell, Table } from '../../model/index.ts';
import { plain } from '../plain.ts';

const TITLE = /^[^，。；：]{2,50}(?:情况|决算|明细|总|支出|收入|收支|信息|公开)表(?:（[^）]*）)?$/;

/**
 * Tables that came as one because nothing stands between them: each begins with a row of its own that only bears a title. What
 * stands before the first such row is a table as well.
 */
export function splitAtTitles(table: Table): readonly Table[] {
  const starts = Array.from({ length: table.rows }, (_, row) => row).filter(row => row > 0 && titleOf(table, row));
  if (!starts.length) return [table];
  const bounds = [0, ...starts, table.rows];
  return bounds.slice(0, -1).map((from, i) => part(table, from, bounds[i + 1]!, i === bounds.length - 2));
}

/** The only filled cell of a row, if it is a title and a table follows. */
function titleOf(table: Table, row: number): Cell | undefined {
  const filled = table.cells.filter(cell => cell.row === row && cell.text.content.trim());
  const [only] = filled;
  if (filled.length !== 1 || !only || row > table.rows - 3) return undefined;
  return TITLE.test(plain(only.text).s.replace(/^[一二三四五六七八九十\d]+[、.]/, '')) ? only : undefined;
}

/** Rows of a table as a table of their own, without the columns that only others of its rows have. */
function part(table: Table, from: number, to: number, isLast: boolean): Table {
  const own = table.cells.filter(cell => cell.row >= from && cell.row < to);
  const cols = [...new Set(own.map(cell => cell.col))].sort((a, b) => a - b);
  const upTo = (col: number) => cols.filter(one => one < col).length;
  const cells = own.map(cell => ({
    ...cell,
    row: cell.row - from,
    rowSpan: Math.min(cell.rowSpan, to - cell.row),
    col: upTo(cell.col),
    colSpan: Math.max(1, upTo(cell.col + cell.colSpan) - upTo(cell.col)),
  }));
  const { title: first, notes, ...rest } = table;
  const title = from === 0 ? first : titleOf(table, from)?.text;
  return { ...rest, rows: to - from, cols: cols.length, cells, notes: isLast ? notes : [], ...(title ? { title } : {}) };
}
