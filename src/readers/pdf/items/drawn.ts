import type { Cell, Table, Text } from '../../../model/index.ts';
import { cellsOf, type FilledGrid } from '../grids/cells.ts';
import type { Grid } from '../grids/grid.ts';
import type { Passage } from '../lines/paragraphs.ts';
import { frameOf } from '../page/geometry.ts';

/** A table as it stands on one page, or, once parts are joined, on several. */
export interface Drawn {
  readonly kind: 'drawn';
  readonly xs: readonly number[];
  readonly rows: number;
  readonly cells: readonly Cell[];
  readonly first: Edge;
  readonly last: Edge;
  /** The edges of its rows, while it is a table of one page. */
  readonly ys?: readonly number[] | undefined;
  readonly gaps?: Grid['gaps'];
  /** The last page on which columns of it stand that had no room beside the others. */
  readonly until?: number | undefined;
  title?: Text;
  unit?: string;
  notes: Text[];
}

/** Where a part of a table begins or ends. */
export interface Edge {
  readonly page: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Item = Passage | Drawn;

export function drawnOf(file: string, filled: FilledGrid): Drawn {
  const { page, xs, ys } = filled.grid;
  const { width, height } = frameOf(page);
  return {
    kind: 'drawn',
    xs,
    rows: ys.length - 1,
    cells: cellsOf(file, filled),
    first: { page: page.number, y: ys[0]!, width, height },
    last: { page: page.number, y: ys.at(-1)!, width, height },
    ys,
    ...(filled.grid.gaps ? { gaps: filled.grid.gaps } : {}),
    notes: [],
  };
}

export function tableOf({ xs, rows, cells, title, unit, notes }: Drawn): Table {
  return {
    kind: 'table',
    ...(title ? { title } : {}),
    ...(unit ? { unit } : {}),
    rows,
    cols: xs.length - 1,
    cells,
    notes,
  };
}
