import type { Flow, Grid, GridCell } from '../parts/flow.ts';
import { cellPlace, spanOf } from '../parts/flow.ts';
import { child, chosen, type Element, isOn, val } from '../parts/xml.ts';
import type { Counts } from './inline.ts';

interface OpenCell {
  readonly row: number;
  readonly col: number;
  rowSpan: number;
  colSpan: number;
  readonly flow: Flow[];
}

/**
 * A table's grid (ECMA-376 part 1, 17.4): columns follow from gridBefore and gridSpan, a vertically merged cell is repeated in every
 * row it covers and is put together here. `readCell` reads a cell's own blocks.
 */
export function readTable(
  table: Element,
  file: string,
  tableNumber: number,
  counts: Counts,
  readCell: (cell: Element, row: number, col: number) => Flow[],
): Grid {
  const cells: OpenCell[] = [];
  /** Column → the cell that is still open downwards. */
  let above = new Map<number, OpenCell>();
  let rows = 0;
  let cols = 0;
  for (const row of unwrapped(table, 'tr')) {
    if (isGone(child(row, 'trPr'), counts)) continue;
    const open = new Map<number, OpenCell>();
    let col = Number(val(child(row, 'trPr'), 'gridBefore') ?? 0) || 0;
    col = Math.max(0, Math.min(col, 256));
    let left: OpenCell | undefined;
    for (const cell of unwrapped(row, 'tc')) {
      const properties = child(cell, 'tcPr');
      if (child(properties, 'cellDel')) {
        counts.changes++;
        continue;
      }
      const colSpan = spanOf(val(properties, 'gridSpan'));
      const merge = child(properties, 'vMerge');
      const upper = merge && (merge.attrs.val ?? 'continue') === 'continue' ? above.get(col) : undefined;
      if (child(properties, 'hMerge') && (val(properties, 'hMerge') ?? 'continue') === 'continue' && left) {
        left.colSpan += colSpan;
      } else if (upper) {
        upper.rowSpan++;
        open.set(col, upper);
        left = upper;
      } else {
        left = { row: rows, col, rowSpan: 1, colSpan, flow: readCell(cell, rows, col) };
        cells.push(left);
        if (merge) open.set(col, left);
      }
      col += colSpan;
      cols = Math.max(cols, col);
    }
    above = open;
    rows++;
  }
  return {
    kind: 'grid',
    rows,
    cols,
    cells: cells.map((cell): GridCell => ({ ...cell, place: cellPlace(file, tableNumber, cell.row, cell.col) })),
  };
}

/** Rows of a table or cells of a row, also those inside content controls and change marks. */
function unwrapped(parent: Element, name: string): Element[] {
  return parent.children.flatMap(one => {
    if (one.name === name) return [one];
    if (one.name === 'AlternateContent') return chosen(one).filter(inner => inner.name === name);
    if (['sdt', 'sdtContent', 'customXml', 'ins', 'moveTo', 'smartTag'].includes(one.name)) return unwrapped(one, name);
    return [];
  });
}

function isGone(properties: Element | undefined, counts: Counts): boolean {
  if (child(properties, 'ins')) counts.changes++;
  if (child(properties, 'del')) {
    counts.changes++;
    return true;
  }
  if (!isOn(properties, 'hidden')) return false;
  counts.hidden++;
  return true;
}
