import type { Cell } from '../../model/index.ts';

/**
 * Takes out columns that only exist because edges of different rows miss each other by a hair (writing programs then split the grid
 * and let cells span two columns): edges on both sides, and yet no cell that stands between them alone. A cell keeps at least one column.
 */
export function compact(cells: readonly Cell[], cols: number): { cells: readonly Cell[]; cols: number } {
  const starts = new Set(cells.map(cell => cell.col)).add(cols);
  const alone = new Set(cells.filter(cell => cell.colSpan === 1).map(cell => cell.col));
  const kept = new Set<number>();
  for (let col = 0; col < cols; col++) if (alone.has(col) || !starts.has(col) || !starts.has(col + 1)) kept.add(col);
  if (kept.size === cols) return { cells, cols };
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
