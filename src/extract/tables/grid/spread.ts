import type { Cell, Table } from '../../../model/index.ts';
import { Grid, headOf } from './grid.ts';

/** Merged headers that came as one word and blanks beside it: the word stands over the blanks up to the next word, here or above.
 * A title over the whole table may still be merged. */
export function spread(table: Table): Table {
  const grid = new Grid(table);
  const isMerged = (cell: Cell) => cell.rowSpan > 1 || (cell.colSpan > 1 && cell.colSpan < table.cols);
  if (table.cells.some(isMerged)) return table;
  const head = headOf(grid);
  const cells = table.cells.filter(cell => cell.row >= head);
  const starts = new Set<number>();
  for (let row = 0; row < head; row++) {
    const captions = grid.row(row).filter(one => one.s && grid.isCaption(one));
    cells.push(...captions.map(one => one.cell));
    const isHeader = (col: number) => grid.text(row, col) !== '' && !captions.includes(grid.at(row, col)!);
    for (let col = 0; col < table.cols; col++) if (isHeader(col)) starts.add(col);
    const filled = [...starts].filter(isHeader).sort((a, b) => a - b);
    for (const col of filled) {
      const next = [...starts].filter(one => one > col).sort((a, b) => a - b)[0] ?? table.cols;
      const last = row === head - 1;
      cells.push({ ...grid.at(row, col)!.cell, colSpan: last ? 1 : next - col });
    }
  }
  return { ...table, cells };
}
