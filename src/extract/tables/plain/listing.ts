import { amountOf, placeOf, type Table } from '../../../model/index.ts';
import type { Draft } from '../../narrative/topics.ts';
import { nameColumns } from '../forms/columns.ts';
import { type Grid, type GridCell, isNumbering, UNIT_BEHIND } from '../grid/grid.ts';
import { isRateRow, kindOfColumn } from './footing-columns.ts';

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
  /** The column its first word stands in: lists within lists begin further to the right. */
  readonly depth: number;
  /** The column its last word stands in: where one row opens two lists at once, its figures are of the inner one. */
  readonly reach: number;
  /** Which of the lists side by side it is of. */
  readonly list: number;
  readonly cells: ReadonlyMap<number, Draft>;
}

/** The rows below the header, with the figures that stand in `columns`. Two lists side by side have rows of their own. */
export function rowsOf(other: Other, columns: readonly number[]): Row[] {
  const { grid, head } = other;
  const rows: Row[] = [];
  for (const [list, [from, to]] of listsIn(other, columns).entries()) {
    const own = columns.filter(col => col >= from && col < to);
    const first = own[0] ?? from;
    const money = new Set(own.filter(col => hasMoney(other, col)));
    for (let r = head; r < grid.rows; r++) {
      if (isNumbering(grid, r)) continue;
      const named = grid
        .row(r)
        .filter(one => one.cell.col >= from && one.cell.col < first && /[\u4e00-\u9fa5A-Za-z]/.test(one.s));
      const words = named.map(one => one.s);
      const label = words.at(-1) ?? '';
      const cells = new Map<number, Draft>();
      for (const col of own) {
        const one = grid.at(r, col);
        if (!one || one.cell.col !== col || one.cell.row !== r) continue;
        const figure = figureOf(other, one, label, grid.above(head, col).join(''), money.has(col));
        if (figure) cells.set(col, figure);
      }
      rows.push({ label, words, depth: named[0]?.cell.col ?? from, reach: named.at(-1)?.cell.col ?? from, list, cells });
    }
  }
  return rows;
}

/** «项目», «科目名称»: a header of names. */
const NAMES = /项目|名称|科目|^(?:收入|支出|内容|资产|负债|类别)/;

/** The lists that stand side by side, each with its names and its figures: [first column, column behind the last]. */
function listsIn({ grid, head }: Other, columns: readonly number[]): [number, number][] {
  const isNamed = (col: number) => NAMES.test(grid.above(head, col).at(-1) ?? '') && nameColumns(grid, head).includes(col);
  const starts = columns.flatMap((col, i) => {
    const between = Array.from({ length: Math.max(0, (columns[i + 1] ?? col) - col - 1) }, (_, n) => col + 1 + n);
    return between.find(isNamed) ?? [];
  });
  const bounds = [0, ...starts, grid.cols];
  return bounds.slice(1).map((end, i) => [bounds[i]!, end]);
}

/** Some of its numbers are written as money: a workbook shows 80.30 as 80.3, and 80.00 as 80. */
function hasMoney({ grid, head, unit }: Other, col: number): boolean {
  const header = grid.above(head, col).join('');
  return Array.from({ length: grid.rows - head }, (_, i) => grid.text(head + i, col)).some(
    s => s !== '' && kindOfColumn(header, unit, s).kind === 'money',
  );
}

/** What rows among amounts may count. */
const COUNTS = /数|人员|编制|面积|（(?:个|人|辆|台|套|次|批|项)[^（）]{0,20}）/;

function figureOf(
  { grid, block, section, title, unit: whole }: Other,
  one: GridCell,
  row: string,
  col: string,
  isMoney: boolean,
): Draft | null {
  const { text } = one.cell;
  const own = isRateRow(row) ? ({ kind: 'percent', unit: '%' } as const) : kindOfColumn(col, whole, one.s);
  const { kind, unit } =
    own.kind === 'count' && !own.unit && isMoney && whole && (one.s.includes('.') || !COUNTS.test(row))
      ? ({ kind: 'money', unit: whole } as const)
      : own;
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
