import type { Flow, Grid, GridCell } from './flow.ts';
import { cellPlace, moved } from './flow.ts';

/** Edges nearer than this (twips; 1/20 point) are one: programs round them differently from row to row. */
const NEAR = 40;

interface RowCell {
  readonly left: number;
  right: number;
  /** Continues the cell above, as the row's definition says. */
  readonly continues: boolean;
  readonly flow: Flow[];
}

/** Where the cells of a row end, and how each is merged: 1 across or down goes on with the cell before or above it. */
export interface RowDefinition {
  readonly edges: readonly number[];
  readonly flags: readonly { readonly horizontal: number; readonly vertical: number }[];
}

const NO_DEFINITION: RowDefinition = { edges: [], flags: [] };

/** Collects a table whose cells close with marks, and whose rows tell the edges of their cells ([MS-DOC] 2.4.3; RTF \trowd). */
export class TableBuilder {
  private readonly number: number;
  private readonly rows: RowCell[][] = [];
  private flows: Flow[][] = [];
  private flow: Flow[] = [];

  constructor(number: number) {
    this.number = number;
  }

  add(...flow: readonly Flow[]): void {
    this.flow.push(...flow);
  }

  endCell(): void {
    this.flows.push(this.flow);
    this.flow = [];
  }

  endRow({ edges, flags }: RowDefinition = NO_DEFINITION): void {
    if (this.flow.some(one => one.kind !== 'line' || one.text.content.trim() !== '')) this.endCell();
    if (this.flows.length === 0) return;
    const row: RowCell[] = [];
    this.flows.forEach((flow, i) => {
      // A row without a definition still has its cells, one beside the other.
      const left = edges[i] ?? (edges.at(-1) ?? 0) + 1000 * (i - Math.max(0, edges.length - 1));
      const right = edges[i + 1] ?? left + 1000;
      const { horizontal = 0, vertical = 0 } = flags[i] ?? {};
      if (horizontal === 1 && row.length) row.at(-1)!.right = right;
      else row.push({ left, right, continues: vertical === 1, flow });
    });
    this.rows.push(row);
    this.flows = [];
    this.flow = [];
  }

  /** The table as a grid, its columns between the edges that occur in any of its rows. */
  finish(file: string): Grid | undefined {
    if (this.flows.length || this.flow.length) this.endRow();
    if (this.rows.length === 0) return undefined;
    const edges = edgesOf(this.rows);
    const column = (edge: number) => nearest(edges, edge);
    const cells: (Omit<GridCell, 'rowSpan'> & { rowSpan: number })[] = [];
    let above = new Map<number, (typeof cells)[number]>();
    this.rows.forEach((row, r) => {
      const open = new Map<number, (typeof cells)[number]>();
      for (const cell of row) {
        const col = column(cell.left);
        const upper = cell.continues ? above.get(col) : undefined;
        if (upper) {
          upper.rowSpan++;
          open.set(col, upper);
          continue;
        }
        const place = cellPlace(file, this.number, r, col);
        const flow = cell.flow.map((one): Flow => (one.kind === 'line' ? { ...one, text: moved(one.text, place) } : one));
        const made = { row: r, col, rowSpan: 1, colSpan: Math.max(1, column(cell.right) - col), place, flow };
        cells.push(made);
        open.set(col, made);
      }
      above = open;
    });
    return { kind: 'grid', rows: this.rows.length, cols: Math.max(1, edges.length - 1), cells };
  }
}

function edgesOf(rows: readonly (readonly RowCell[])[]): number[] {
  const all = [...new Set(rows.flatMap(row => row.flatMap(cell => [cell.left, cell.right])))].sort((a, b) => a - b);
  const edges: number[] = [];
  for (const edge of all) if (edges.length === 0 || edge - edges.at(-1)! > NEAR) edges.push(edge);
  return edges;
}

function nearest(edges: readonly number[], edge: number): number {
  let best = 0;
  edges.forEach((one, i) => {
    if (Math.abs(one - edge) < Math.abs(edges[best]! - edge)) best = i;
  });
  return best;
}
