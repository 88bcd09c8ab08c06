import { displayWidth, fit, pad } from './width.ts';

export interface Layout {
  /** Terminal columns the whole table may take. */
  readonly width: number;
  /** Indices of columns set flush right. */
  readonly right: readonly number[];
  /** Indices of columns that give way when the table is too wide, the widest first. */
  readonly shrink: readonly number[];
}

const GAP = '  ';
/** A column that gives way keeps at least this much. */
const LEAST = 12;

/** Rows set in columns by display width, with a head and a rule under it. */
export function columnsOf(head: readonly string[], rows: readonly (readonly string[])[], layout: Layout): string[] {
  const widths = head.map((title, i) => rows.reduce((most, row) => Math.max(most, displayWidth(row[i]!)), displayWidth(title)));
  let excess = widths.reduce((sum, width) => sum + width, GAP.length * (widths.length - 1)) - layout.width;
  for (; excess > 0; excess--) {
    const widest = layout.shrink.reduce((best, i) => (widths[i]! > widths[best]! ? i : best), layout.shrink[0]!);
    if (widths[widest]! <= LEAST) break;
    widths[widest] = widths[widest]! - 1;
  }
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, i) => pad(fit(cell, widths[i]!), widths[i]!, layout.right.includes(i) ? 'left' : 'right'))
      .join(GAP)
      .trimEnd();
  return [line(head), widths.map(width => '-'.repeat(width)).join(GAP), ...rows.map(line)];
}
