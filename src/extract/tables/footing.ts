import {
  amountOf,
  type EquationStatement,
  placeOf,
  plus,
  type Statement,
  type Table,
  type Term,
  type Unread,
} from '../../model/index.ts';
import type { Draft } from '../narrative/topics.ts';
import { columnsWithFigures, kindOfColumn } from './footing-columns.ts';
import { Grid, headOf, isNumbering } from './grid.ts';
import { isByCodes, wordsOf } from './recognise.ts';
import { spread } from './spread.ts';

/** What a table that is no statutory one was read into. */
export interface Footed {
  readonly drafts: readonly Draft[];
  readonly statements: readonly Statement[];
  readonly unread: readonly Unread[];
}

const TOTAL = /^(?:合计|总计|共计|总合计)(?:（[^）]*）)?：?$/;
const SUBTOTAL = /^(?:小计|.{0,8}小计)(?:（[^）]*）)?：?$/;
const WITHIN = /^其中/;

interface Row {
  readonly label: string;
  readonly role: 'total' | 'subtotal' | 'part';
  readonly cells: ReadonlyMap<number, Draft>;
}

/**
 * Any other table with a row or a column of totals. Its sums are checked where its structure is plain: one column of labels, columns
 * of figures of one kind, one level of subtotals. At least one column (or row) must add up to the digit; else it is told as unread.
 */
export function footTable(table: Table, block: number, section: string, regular: Table): Footed {
  const grid = new Grid(spread(regular));
  const head = headOf(grid);
  const columns = columnsWithFigures(grid, head);
  const rows = rowsOf(grid, head, columns, table, block, section);
  const none = { drafts: [], statements: [], unread: [] };
  const total = rows.filter(row => row.role === 'total');
  const totalColumn = columns.find(col => TOTAL.test(grid.above(head, col).at(-1) ?? ''));
  if ((!total.length && totalColumn === undefined) || columns.length === 0) return none;
  const down = total.length === 1 ? sumsDown(rows, total[0]!, columns) : [];
  const across = totalColumn === undefined ? [] : sumsAcross(rows, totalColumn, columns, grid, head);
  const kept = [...plainOnes(down), ...plainOnes(across)];
  const drafts = rows.flatMap(row => [...row.cells.values()]);
  const title = table.title?.content.trim() ?? section;
  if (kept.length) {
    const about = (sum: Sum) => `${title} ${sum.total.label}`.trim();
    return { drafts, unread: [], statements: kept.map(sum => statementOf(sum, about(sum))) };
  }
  const sums = [...down, ...across];
  const [only] = sums;
  // One column of two rows and more under one total is as plain as a table can be (but for codes, which add up by levels); that it
  // does not add up is told softly.
  if (only && sums.length === 1 && only.parts.length > 1 && !isByCodes(wordsOf(grid)))
    return { drafts, unread: [], statements: [{ ...statementOf(only, title), soft: true }] };
  const first = sums[0]?.total ?? drafts[0];
  if (!first) return none;
  return { drafts, statements: [], unread: [{ place: first.place, printed: first.printed, why: 'extract.why.table-unread' }] };
}

interface Sum {
  readonly rule: 'SUM-120' | 'SUM-121';
  readonly total: Draft;
  readonly parts: readonly Draft[];
}

/** Sums of one direction count when the structure shows in at least one of them that is more than a single figure. */
function plainOnes(sums: readonly Sum[]): readonly Sum[] {
  const exact = sums.filter(({ total, parts }) => parts.length > 1 && addsUp(total, parts) && !total.amount.value.eq(0));
  return exact.length * 2 >= sums.filter(({ parts }) => parts.length > 1).length ? (exact.length ? sums : []) : [];
}

function addsUp(total: Draft, parts: readonly Draft[]): boolean {
  return parts.reduce((sum, part) => sum.plus(part.amount.value), total.amount.value.times(0)).eq(total.amount.value);
}

function statementOf({ rule, total, parts }: Sum, about: string): EquationStatement {
  return {
    kind: 'equation',
    source: 'table',
    rule,
    total: [plus(total)],
    parts: parts.map((part): Term => plus(part)),
    compare: '=',
    about,
  };
}

function rowsOf(grid: Grid, head: number, columns: readonly number[], table: Table, block: number, section: string): Row[] {
  const rows: Row[] = [];
  const first = columns[0] ?? 0;
  const title = table.title?.content.trim() ?? '';
  for (let r = head; r < grid.rows; r++) {
    if (isNumbering(grid, r)) continue;
    const words = grid
      .row(r)
      .filter(one => one.cell.col < first && /[\u4e00-\u9fa5A-Za-z]/.test(one.s))
      .map(one => one.s);
    const label = words.at(-1) ?? '';
    if (words.some(word => WITHIN.test(word))) continue;
    const isTotal = words.some(word => TOTAL.test(word));
    const cells = new Map<number, Draft>();
    for (const col of columns) {
      const one = grid.at(r, col);
      if (!one || one.cell.col !== col || one.cell.row !== r) continue;
      const header = grid.above(head, col).join('');
      const { kind, unit } = kindOfColumn(header, table.unit ?? '');
      const amount = amountOf(one.s, kind, unit);
      if (!amount) continue;
      const printed = one.cell.text.content.trim();
      const start = one.cell.text.content.indexOf(printed);
      cells.set(col, {
        id: '',
        printed,
        amount,
        place: { ...placeOf(one.cell.text, start, start + printed.length), block },
        label: [label, header].filter(Boolean).join(' '),
        section,
        quote: grid.quote(r),
        fact: { indicator: null, scope: null, period: null, measure: null },
        at: { table: title, row: label, col: header },
      });
    }
    const role = isTotal ? 'total' : words.some(word => SUBTOTAL.test(word)) ? 'subtotal' : 'part';
    rows.push({ label, role, cells });
  }
  return rows;
}

function sumsDown(rows: readonly Row[], total: Row, columns: readonly number[]): Sum[] {
  const subtotals = rows.filter(row => row.role === 'subtotal');
  const groups: { total: Row; parts: readonly Row[] }[] = [];
  if (subtotals.length) {
    groups.push({ total, parts: subtotals });
    let open: Row[] = [];
    for (const row of rows) {
      if (row.role === 'part') open.push(row);
      if (row.role !== 'subtotal') continue;
      groups.push({ total: row, parts: open });
      open = [];
    }
  } else groups.push({ total, parts: rows.filter(row => row.role === 'part') });
  return groups.flatMap(group =>
    columns.flatMap((col): Sum[] => {
      const own = group.total.cells.get(col);
      const parts = group.parts.map(row => row.cells.get(col)).filter(part => part !== undefined);
      return own && parts.length ? [{ rule: 'SUM-120', total: own, parts }] : [];
    }),
  );
}

function sumsAcross(rows: readonly Row[], total: number, columns: readonly number[], grid: Grid, head: number): Sum[] {
  const others = columns.filter(col => col !== total && !WITHIN.test(grid.above(head, col).at(-1) ?? ''));
  return rows.flatMap((row): Sum[] => {
    const own = row.cells.get(total);
    const parts = others.map(col => row.cells.get(col)).filter(part => part !== undefined);
    const alike = parts.every(part => part.amount.kind === own?.amount.kind && part.amount.unit === own.amount.unit);
    return own && parts.length && alike ? [{ rule: 'SUM-121', total: own, parts }] : [];
  });
}
