import type { Cell } from '../../model/index.ts';

/**
 * Takes out columns that only exist because edges of different rows miss each other by a hair (writing programs then split the grid
 * and let cells span two columns): a column in which no cell ever stands alone. A cell keeps at least one column.
 */
export function compact(cells: readonly Cell[], cols: number): { cells: readonly Cell[]; cols: number } {
  const kept = new Set<number>();
  for (const cell of cells) if (cell.colSpan === 1) kept.add(cell.col);
  if (kept.size === cols || kept.size === 0) return { cells, cols };
  for (const cell of cells) {
    const own = Array.from({ length: cell.colSpan }, (_, i) => cell.col + i);
    if (!own.some(col => kept.has(col))) kept.add(cell.col);
  }
  const before = Array.from({ length: cols + 1 }, (_, col) => [...kept].filter(one => one < col).length);
  return {
    cols: kept.size,
    cells: cells.map(cell => {
      const col = before[cell.col]!;
      return { ...cell, col, colSpan: Math.max(1, before[Math.min(cols, cell.col + cell.colSpan)]! - col) };
    }),
  };
}
