import { Problem } from '../../model/index.ts';
import { LIMITS } from '../parts/limits.ts';
import type { Element } from '../parts/xml.ts';

/** A cell of a table (ISO/IEC 26300-1, 9.1), at its place in the grid; `covered`: it lies under a merged one. */
export interface PlacedCell {
  readonly element: Element;
  readonly row: number;
  readonly col: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly covered: boolean;
}

const GROUPS = new Set([
  'table-header-rows',
  'table-rows',
  'table-row-group',
  'table-header-columns',
  'table-columns',
  'table-column-group',
]);

/** More rows than any program has. */
const ROWS = 1_048_576;

/**
 * The cells with content in their order; repeated ones come as often as they are repeated. `hidden`: the rows and columns that are not
 * shown. `budget`: how many cells there may be at most; throws `reader.too-many-cells`.
 */
export function cellsOf(table: Element, file: string, budget: number) {
  const cells: PlacedCell[] = [];
  const hiddenRows = new Set<number>();
  const hiddenCols = new Set<number>();
  let row = 0;
  let col = 0;
  const take = (cell: PlacedCell) => {
    if (cells.length >= budget) throw new Problem('reader.too-many-cells', { limit: LIMITS.cells }, { file });
    cells.push(cell);
  };
  const isHidden = (element: Element) => /^(?:collapse|filter)$/.test(element.attrs.visibility ?? '');
  const walk = (parent: Element) => {
    for (const one of parent.children) {
      if (GROUPS.has(one.name)) walk(one);
      else if (one.name === 'table-column') {
        const count = countOf(one, 'number-columns-repeated', LIMITS.columns);
        if (isHidden(one)) for (let c = col; c < Math.min(col + count, LIMITS.columns); c++) hiddenCols.add(c);
        col += count;
      } else if (one.name === 'table-row') {
        const filled = filledOf(one);
        const count = countOf(one, 'number-rows-repeated', ROWS);
        // Rows without content only count, and hidden ones matter where there is something to hide.
        if (filled.length > 0)
          for (let r = row; r < row + count; r++) {
            for (const cell of filled) take({ ...cell, row: r });
            if (isHidden(one)) hiddenRows.add(r);
          }
        row += count;
      }
    }
  };
  walk(table);
  return { cells, hiddenRows, hiddenCols };
}

/** The cells of a row that hold or cover anything; a row's tail of empty cells up to the edge of the sheet costs nothing. */
function filledOf(row: Element): Omit<PlacedCell, 'row'>[] {
  const filled: Omit<PlacedCell, 'row'>[] = [];
  let col = 0;
  for (const one of row.children) {
    const covered = one.name === 'covered-table-cell';
    if (!covered && one.name !== 'table-cell') continue;
    const count = countOf(one, 'number-columns-repeated', LIMITS.columns);
    const colSpan = countOf(one, 'number-columns-spanned', LIMITS.columns);
    const rowSpan = countOf(one, 'number-rows-spanned', ROWS);
    const isFilled = one.children.length > 0 || one.attrs.formula !== undefined || one.attrs.value !== undefined;
    if (isFilled || colSpan * rowSpan > 1)
      for (let c = col; c < Math.min(col + count, LIMITS.columns); c++)
        filled.push({ element: one, col: c, rowSpan, colSpan, covered });
    col += count;
  }
  return filled;
}

function countOf({ attrs }: Element, name: string, most: number): number {
  const count = Number.parseInt(attrs[name] ?? '1', 10);
  return Number.isFinite(count) ? Math.max(1, Math.min(count, most)) : 1;
}
