import { amountOf, placeOf, type Table } from '../../../model/index.ts';
import type { Draft } from '../../narrative/topics.ts';
import { type Grid, type GridCell, isNumbering, UNIT_BEHIND } from '../grid/grid.ts';
import { kindOfColumn } from './footing-columns.ts';

/** A table that is no statutory one while it is read. */
export interface Other {
  readonly table: Table;
  readonly grid: Grid;
  readonly head: number;
  readonly block: number;
  readonly section: string;
  readonly title: string;
  /** The unit of its money. */
  readonly unit: string;
}

/** One row: the words before its figures, and its figures by column. */
export interface Row {
  readonly label: string;
  readonly words: readonly string[];
  readonly cells: ReadonlyMap<number, Draft>;
}

/** The rows below the header, with the figures that stand in `columns`. */
export function rowsOf(other: Other, columns: readonly number[]): Row[] {
  const { grid, head } = other;
  const rows: Row[] = [];
  const first = columns[0] ?? 0;
  for (let r = head; r < grid.rows; r++) {
    if (isNumbering(grid, r)) continue;
    const words = grid
      .row(r)
      .filter(one => one.cell.col < first && /[\u4e00-\u9fa5A-Za-z]/.test(one.s))
      .map(one => one.s);
    const label = words.at(-1) ?? '';
    const cells = new Map<number, Draft>();
    for (const col of columns) {
      const one = grid.at(r, col);
      if (!one || one.cell.col !== col || one.cell.row !== r) continue;
      const figure = figureOf(other, one, label, grid.above(head, col).join(''));
      if (figure) cells.set(col, figure);
    }
    rows.push({ label, words, cells });
  }
  return rows;
}

function figureOf({ grid, block, section, title, unit: whole }: Other, one: GridCell, row: string, col: string): Draft | null {
  const { text } = one.cell;
  const { kind, unit } = kindOfColumn(col, whole, one.s);
  const printed = text.content.trim().replace(UNIT_BEHIND, '');
  const amount = amountOf(one.s.replace(kind === 'percent' ? /[%％]$/ : UNIT_BEHIND, ''), kind, unit);
  if (!amount) return null;
  const start = text.content.indexOf(printed);
  return {
    id: '',
    printed,
    amount,
    place: { ...placeOf(text, start, start + printed.length), block },
    label: [row, col].filter(Boolean).join(' '),
    section,
    quote: grid.quote(one.cell.row),
    fact: { indicator: null, scope: null, period: null, measure: null },
    at: { table: title, row, col },
  };
}
