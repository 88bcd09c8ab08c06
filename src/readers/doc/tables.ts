import type { Flow, Grid, GridCell } from '../parts/flow.ts';
import { cellPlace, moved } from '../parts/flow.ts';
import { type Bytes, sprmsOf, T_DEF_TABLE } from './bytes.ts';

const T_MERGE = 0x5624;
const T_VERT_MERGE = 0xd62b;
/** Edges nearer than this (twips; 1/20 point) are one: programs round them differently from row to row. */
const NEAR = 40;

interface RowCell {
  readonly left: number;
  right: number;
  /** Continues the cell above, as the row's definition says. */
  readonly continues: boolean;
  readonly flow: Flow[];
}

/** Collects a table of a .doc: cells close with marks, rows with a mark that carries the row's definition ([MS-DOC] 2.4.3). */
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

  /** `grpprls`: the properties of the row's end mark. */
  endRow(grpprls: readonly Uint8Array[]): void {
    if (this.flow.some(one => one.kind !== 'line' || one.text.content.trim() !== '')) this.endCell();
    const { edges, flags } = definitionOf(grpprls);
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
    if (this.flows.length || this.flow.length) this.endRow([]);
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

interface Definition {
  readonly edges: readonly number[];
  readonly flags: readonly { readonly horizontal: number; readonly vertical: number }[];
}

/** TDefTable ([MS-DOC] 2.9.318): the edges of the cells and, for each, how it is merged; later modifications may merge more. */
function definitionOf(grpprls: readonly Uint8Array[]): Definition {
  const edges: number[] = [];
  const flags: { horizontal: number; vertical: number }[] = [];
  for (const { code, operand } of grpprls.flatMap(grpprl => [...sprmsOf(grpprl)])) {
    if (code === T_DEF_TABLE) readDefinition(operand, edges, flags);
    else if (code === T_VERT_MERGE) {
      const flag = flags[operand.u8(0)];
      if (flag) flag.vertical = operand.u8(1) & 3;
    } else if (code === T_MERGE) {
      for (let i = operand.u8(0) + 1; i < Math.min(operand.u8(1), flags.length); i++) flags[i]!.horizontal = 1;
    }
  }
  return { edges, flags };
}

function readDefinition(operand: Bytes, edges: number[], flags: { horizontal: number; vertical: number }[]): void {
  const cells = Math.min(operand.u8(0), 63);
  edges.length = 0;
  flags.length = 0;
  for (let i = 0; i <= cells; i++) edges.push(operand.i16(1 + 2 * i));
  for (let i = 0; i < cells; i++) {
    const at = 1 + 2 * (cells + 1) + 20 * i;
    const bits = at + 2 <= operand.length ? operand.u16(at) : 0;
    flags.push({ horizontal: bits & 3, vertical: (bits >> 5) & 3 });
  }
}
