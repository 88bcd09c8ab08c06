import type { Table } from '../../../model/index.ts';
import { Grid, headOf } from './grid.ts';

/**
 * A long list set in two or three columns, as in a newspaper: the header repeats, codes and names included. What stands on the right
 * goes on below what stands on the left.
 */
export function unfolded(table: Table): Table {
  const grid = new Grid(table);
  const head = headOf(grid);
  const top = topOf(grid, head);
  const times = [2, 3].find(count => table.cols % count === 0 && repeats(grid, [top, head], table.cols / count));
  if (!times) return table;
  const width = table.cols / times;
  const rows = table.rows - head;
  const cells = table.cells.flatMap(cell => {
    const part = Math.floor(cell.col / width);
    // Title and unit stand over the whole.
    if (cell.row < top) return [{ ...cell, col: Math.min(cell.col, width - 1), colSpan: Math.min(cell.colSpan, width) }];
    if (part === 0) return [cell];
    return cell.row < head ? [] : [{ ...cell, row: cell.row + part * rows, col: cell.col - part * width }];
  });
  return { ...table, rows: head + times * rows, cols: width, cells };
}

/** The first row with headers: what stands above it is the title, the unit, whose table it is. */
function topOf(grid: Grid, head: number): number {
  const rows = Array.from({ length: head }, (_, row) => row);
  return rows.find(row => grid.row(row).filter(one => one.s).length > 3) ?? head;
}

/** Every header stands over each part, a column of names among them; no cell reaches over two parts. */
function repeats(grid: Grid, [top, head]: readonly [number, number], width: number): boolean {
  let named = false;
  for (let row = top; row < head; row++) {
    for (let col = 0; col < grid.cols; col++) {
      const [own, first] = [grid.at(row, col), grid.at(row, col % width)];
      if (own?.s !== first?.s || (col >= width && own === first)) return false;
      named ||= /名称/.test(own?.s ?? '');
    }
  }
  return named;
}
