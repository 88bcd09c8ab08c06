import type { Cell, Table } from '../../../model/index.ts';
import { plain } from '../../plain.ts';

const TITLE = /^[^，。；：]{2,50}(?:情况|决算|明细|总|支出|收入|收支|信息|公开)表(?:（[^）]*）)?$/;

/**
 * Tables that came as one because nothing stands between them: each begins with a row of its own that only bears a title. What
 * stands before the first such row is a table as well.
 */
export function splitAtTitles(table: Table): readonly Table[] {
  const rows: Cell[][] = Array.from({ length: table.rows }, () => []);
  for (const cell of table.cells) rows[cell.row]?.push(cell);
  const titles = new Map<number, Cell>();
  for (const [row, cells] of rows.entries()) {
    const title = row > table.rows - 3 ? undefined : titleIn(cells);
    if (title) titles.set(row, title);
  }
  const starts = [...titles.keys()].filter(row => row > 0);
  if (!starts.length) return [table];
  const { title: first, notes, ...rest } = table;
  return [0, ...starts].map((from, i) => {
    const to = starts[i] ?? table.rows;
    const title = from === 0 ? first : titles.get(from)!.text;
    return {
      ...rest,
      ...part(rows.slice(from, to).flat(), from, to),
      notes: to === table.rows ? notes : [],
      ...(title ? { title } : {}),
    };
  });
}

const isFilled = (cell: Cell) => /\S/.test(cell.text.content);

/** The only filled cell of a row, if it is a title. */
function titleIn(cells: readonly Cell[]): Cell | undefined {
  const only = cells.find(isFilled);
  if (!only || cells.findLast(isFilled) !== only) return undefined;
  return TITLE.test(plain(only.text).s.replace(/^[一二三四五六七八九十\d]+[、.]/, '')) ? only : undefined;
}

/** Rows of a table as a table of their own, without the columns that only others of its rows have. */
function part(own: readonly Cell[], from: number, to: number): Pick<Table, 'rows' | 'cols' | 'cells'> {
  const cols = [...new Set(own.map(cell => cell.col))].sort((a, b) => a - b);
  const upTo = (col: number) => cols.filter(one => one < col).length;
  const cells = own.map(cell => ({
    ...cell,
    row: cell.row - from,
    rowSpan: Math.min(cell.rowSpan, to - cell.row),
    col: upTo(cell.col),
    colSpan: Math.max(1, upTo(cell.col + cell.colSpan) - upTo(cell.col)),
  }));
  return { rows: to - from, cols: cols.length, cells };
}
