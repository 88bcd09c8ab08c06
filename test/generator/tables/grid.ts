import type { Pen } from '../narrative/pen.ts';
import type { CellBlock, Inline, TableBlock } from '../report.ts';

/** Puts cells into a table; what no cell covers becomes an empty cell. */
export class Grid {
  private readonly cells: CellBlock[] = [];
  private readonly taken = new Set<string>();
  rows = 0;

  put(row: number, col: number, content: string | Inline, rowSpan = 1, colSpan = 1): this {
    const inline: Inline = typeof content === 'string' ? (content === '' ? [] : [content]) : content;
    this.cells.push({ row, col, rowSpan, colSpan, inline });
    for (let r = row; r < row + rowSpan; r++) for (let c = col; c < col + colSpan; c++) this.taken.add(`${r},${c}`);
    this.rows = Math.max(this.rows, row + rowSpan);
    return this;
  }

  /** A row of contents side by side, at the end. */
  add(contents: readonly (string | Inline)[], from = 0): this {
    const row = this.rows;
    for (const [i, content] of contents.entries()) this.put(row, from + i, content);
    return this;
  }

  build(title: string, head: number, cols: number, corner: readonly string[], notes: readonly string[] = []): TableBlock {
    for (let row = 0; row < this.rows; row++) {
      for (let col = 0; col < cols; col++) if (!this.taken.has(`${row},${col}`)) this.put(row, col, '');
    }
    const cells = [...this.cells].sort((a, b) => a.row - b.row || a.col - b.col);
    return { kind: 'table', title, corner, rows: this.rows, cols, head, cells, notes };
  }
}

/** A fact of this year in a cell. */
export const cell = (pen: Pen, fact: string): Inline => pen.cell(pen.now(fact), `${pen.year}/${fact}`);
