import { lookUp, type Place, Problem } from '../../model/index.ts';
import { type Grid, type GridCell, spanOf } from '../parts/flow.ts';
import { LIMITS } from '../parts/limits.ts';
import { attr, type Element, isElement, isGone, isHidden } from './dom.ts';

/** A table's grid as browsers lay it out (WHATWG HTML, «forming a table»); `readCell` reads a cell's own blocks. */
export function readGrid(table: Element, place: Place, readCell: (cell: Element) => GridCell['flow']): Grid {
  const rows = rowsOf(table);
  const cells: GridCell[] = [];
  /** Column → rows that a cell from above still covers. */
  let covered: number[] = [];
  let cols = 0;
  rows.forEach((row, r) => {
    let col = 0;
    const next: number[] = covered.map(left => Math.max(0, left - 1));
    for (const cell of row.childNodes) {
      if (!isElement(cell) || (cell.tagName !== 'td' && cell.tagName !== 'th') || isGone(cell)) continue;
      while ((covered[col] ?? 0) > 0) col++;
      const colSpan = spanOf(attr(cell, 'colspan'));
      const asked = Number.parseInt(attr(cell, 'rowspan') ?? '1', 10);
      const rowSpan = asked === 0 ? rows.length - r : Math.max(1, Math.min(Number.isFinite(asked) ? asked : 1, rows.length - r));
      cells.push({ row: r, col, rowSpan, colSpan, place, flow: isHidden(cell) ? [] : readCell(cell) });
      for (let c = col; c < col + colSpan; c++) next[c] = Math.max(next[c] ?? 0, rowSpan - 1);
      col += colSpan;
      cols = Math.max(cols, col);
      if (col > LIMITS.columns) throw new Problem('reader.too-many-cells', { limit: LIMITS.cells }, { file: place.file });
    }
    covered = Array.from(next, left => left ?? 0);
  });
  return { kind: 'grid', rows: rows.length, cols, cells };
}

/** Visible rows: heads first, feet last, as they are shown. */
function rowsOf(table: Element): Element[] {
  const parts: Record<string, Element[]> = { thead: [], tbody: [], tfoot: [] };
  for (const child of table.childNodes) {
    if (!isElement(child)) continue;
    if (child.tagName === 'tr') parts.tbody!.push(child);
    for (const row of child.childNodes) if (isElement(row) && row.tagName === 'tr') lookUp(parts, child.tagName)?.push(row);
  }
  return [...parts.thead!, ...parts.tbody!, ...parts.tfoot!].filter(row => !isHidden(row));
}
