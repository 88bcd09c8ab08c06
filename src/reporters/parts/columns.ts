import { displayWidth, fit, pad } from './width.ts';

export interface Layout {
  /** Terminal columns the whole table may take. */
  readonly width: number;
  /** Indices of columns set flush right. */
  readonly right: readonly number[];
  /** Indices of columns that give way when the table is too wide, the first one first. */
  readonly shrink: readonly number[];
}

const GAP = '  ';
/** A column that gives way keeps at least this much. */
const LEAST = 12;

/** Rows set in columns by display width, with a head and a rule under it. */
export function columnsOf(head: readonly string[], rows: readonly (readonly string[])[], layout: Layout): string[] {
  const widths = head.map((title, i) => rows.reduce((most, row) => Math.max(most, displayWidth(row[i]!)), displayWidth(title)));
  let excess = widths.reduce((sum, width) => sum + width, GAP.length * (widths.length - 1)) - layout.width;
  for (const i of layout.shrink) {
    const given = Math.max(0, Math.min(excess, widths[i]! - LEAST));
    widths[i] = widths[i]! - given;
    excess -= given;
  }
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, i) => pad(fit(cell, widths[i]!), widths[i]!, layout.right.includes(i) ? 'left' : 'right'))
      .join(GAP)
      .trimEnd();
  return [line(head), widths.map(width => '-'.repeat(width)).join(GAP), ...rows.map(line)];
}
