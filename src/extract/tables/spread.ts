import type { Table } from '../../model/index.ts';
import { Grid, headOf } from './grid.ts';

/** Merged headers that came as one word and blanks beside it: the word stands over the blanks up to the next word, here or above. */
export function spread(table: Table): Table {
  if (table.cells.some(cell => cell.rowSpan > 1 || cell.colSpan > 1)) return table;
  const head = headOf(new Grid(table));
  const grid = new Grid(table);
  const cells = table.cells.filter(cell => cell.row >= head);
  const starts = new Set<number>();
  for (let row = 0; row < head; row++) {
    for (let col = 0; col < table.cols; col++) if (grid.text(row, col)) starts.add(col);
    const filled = [...starts].filter(col => grid.text(row, col)).sort((a, b) => a - b);
    for (const col of filled) {
      const next = [...starts].filter(one => one > col).sort((a, b) => a - b)[0] ?? table.cols;
      const last = row === head - 1;
      cells.push({ ...grid.at(row, col)!.cell, colSpan: last ? 1 : next - col });
    }
  }
  return { ...table, cells };
}
