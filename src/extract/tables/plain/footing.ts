import { type EquationStatement, plus, type Statement, type Term, type Unread } from '../../../model/index.ts';
import { isByCodes } from '../finding/recognise.ts';
import { addsUp, plainOnes, type Sum } from '../forms/sums.ts';
import { type Grid, isNumberedLine, wordsOf } from '../grid/grid.ts';
import { columnsWithFigures, columnsWithMoney, columnsWithRates } from './footing-columns.ts';
import { type Other, type Row, rowsOf } from './listing.ts';

/** What a table that is no statutory one was read into. */
export interface Footed {
  readonly rows: readonly Row[];
  readonly statements: readonly Statement[];
  /** Its totals were found, but no plain structure under them. */
  readonly unread: readonly Unread[];
}

const TOTAL = /^(?:合计|总计|共计|总合计)(?:（[^）]*）)?：?$/;
const SUBTOTAL = /^(?:小计|.{0,8}小计)(?:（[^）]*）)?：?$/;
const WITHIN = /^其中/;
const TOTAL_COLUMN = /^(?:合计|小计)$/;

type Role = 'total' | 'subtotal' | 'part';
const roleOf = ({ words }: Row): Role =>
  words.some(word => TOTAL.test(word)) ? 'total' : words.some(word => SUBTOTAL.test(word)) ? 'subtotal' : 'part';

/** A row of totals. */
export const isTotalRow = (row: Row): boolean => roleOf(row) === 'total';

/**
 * Any other table with a row or a column of totals. Its sums are checked where its structure is plain: one column of labels, columns
 * of figures of one kind, one level of subtotals. At least one column (or row) must add up to the digit; else it is told as unread.
 * Without totals, its money is listed.
 */
export function footTable(other: Other): Footed {
  const { grid, head, title } = other;
  const columns = columnsWithFigures(grid, head);
  const all = listed(other, columns);
  const rows = withoutParts(all);
  const total = rows.filter(row => roleOf(row) === 'total');
  const totalColumn = columns.find(col => TOTAL.test(grid.above(head, col).at(-1) ?? ''));
  if ((!total.length && totalColumn === undefined) || columns.length === 0)
    return { rows: listed(other, []), statements: [], unread: [] };
  const flat = likelier([false, true].map(heads => inLists(rows, list => sumsDown(list.rows, list.total, columns, heads))));
  const nested = plainOnes(flat).length ? [] : nestedIn(rows, columns);
  const down = plainOnes(nested).length ? nested : flat;
  const across = totalColumn === undefined ? [] : sumsAcross(rows, totalColumn, columns, grid, head);
  const kept = [...plainOnes(down), ...plainOnes(across)];
  if (kept.length) {
    const about = (sum: Sum) => `${title} ${sum.total.label}`.trim();
    return { rows: all, unread: [], statements: kept.map(sum => statementOf(sum, about(sum))) };
  }
  const sums = [...down, ...across];
  const [only] = sums;
  // One column of two rows and more under one total is as plain as a table can be (but for codes, which add up by levels, and
  // parts told beside their whole); that it does not add up is told softly.
  if (only && sums.length === 1 && only.parts.length > 1 && isWhole(all, rows) && !nested.length && !isByCodes(wordsOf(grid)))
    return { rows: all, unread: [], statements: [{ ...statementOf(only, title), soft: true }] };
  const first = sums[0]?.total ?? rows.flatMap(row => [...row.cells.values()])[0];
  const unread = first ? [{ place: first.place, printed: first.printed, why: 'extract.why.table-unread' }] : [];
  return { rows: all, statements: [], unread };
}

/** What is told of each list of rows that has one total. */
function inLists(rows: readonly Row[], sums: (list: { rows: readonly Row[]; total: Row }) => readonly Sum[]): Sum[] {
  return [...new Set(rows.map(row => row.list))].flatMap(one => {
    const own = rows.filter(row => row.list === one);
    const [total, more] = own.filter(row => roleOf(row) === 'total');
    return total && !more ? sums({ rows: own, total }) : [];
  });
}

const isNumbered = ({ words }: Row) => words.some(word => isNumberedLine(word));
const isNumberedList = (rows: readonly Row[]) => rows.filter(isNumbered).length > 1;

/** No parts were left out, or their numbers tell which. */
const isWhole = (all: readonly Row[], rows: readonly Row[]) => all.length === rows.length || isNumberedList(all);

/** Without what is told beside its whole: «其中：…», and in a numbered list the rows without numbers after it. */
function withoutParts(rows: readonly Row[]): Row[] {
  const isWithin = ({ words }: Row) => words.some(word => WITHIN.test(word));
  const numbered = isNumberedList(rows);
  let within = false;
  return rows.filter(row => {
    if (isNumbered(row) || roleOf(row) !== 'part') within = false;
    within = isWithin(row) || (numbered && within);
    return !within;
  });
}

/** The rows with their figures: those that may be addends, money, and rates beside either. */
function listed(other: Other, addends: readonly number[]): Row[] {
  const { grid, head, unit } = other;
  const amounts = [...addends, ...columnsWithMoney(grid, head, unit)];
  const columns = new Set(amounts.length ? [...amounts, ...columnsWithRates(grid, head)] : []);
  return rowsOf(
    other,
    [...columns].sort((a, b) => a - b),
  );
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

/** The sums of the rows; `heads`: subtotals stand above what they add up, else below it. */
function sumsDown(rows: readonly Row[], total: Row, columns: readonly number[], heads: boolean): Sum[] {
  const subtotals = rows.filter(row => roleOf(row) === 'subtotal');
  const groups: { total: Row; parts: readonly Row[] }[] = [];
  if (subtotals.length) {
    groups.push({ total, parts: subtotals });
    let open: Row[] = [];
    for (const row of heads ? [...rows].reverse() : rows) {
      if (roleOf(row) === 'part') open.push(row);
      if (roleOf(row) !== 'subtotal') continue;
      groups.push({ total: row, parts: heads ? [...open].reverse() : open });
      open = [];
    }
  } else groups.push({ total, parts: rows.filter(row => roleOf(row) === 'part') });
  return groups.flatMap(group => columns.flatMap(col => sumIn(group, col)));
}

/**
 * Lists within lists, by the column in which rows begin or by the one they reach to, or by codes of what is bought («A 货物», «A02010105
 * 台式计算机»), whichever adds up in more places.
 */
function nestedIn(rows: readonly Row[], columns: readonly number[]): Sum[] {
  const levels = [(row: Row) => row.depth, (row: Row) => row.reach, isBought(rows) ? codeDepth : null].filter(
    one => one !== null,
  );
  const readings = levels.map(level =>
    inLists(rows, list =>
      sumsByDepth(
        list.rows.map(row => ({ ...row, depth: level(row) })),
        list.total,
        columns,
      ),
    ),
  );
  return likelier(readings);
}

const BOUGHT = /^(?<code>[ABC]\d{0,8})(?!\d)/;
const codeDepth = ({ words }: Row): number => words.map(word => BOUGHT.exec(word)?.groups?.code?.length ?? 0).find(Boolean) ?? 0;

/** All rows are kinds of what is bought, or things of a kind, by their codes. */
const isBought = (rows: readonly Row[]): boolean => rows.every(row => roleOf(row) !== 'part' || codeDepth(row) > 0);

/** Of some readings a later one only where less of it is broken. */
function likelier(readings: readonly Sum[][]): Sum[] {
  return readings.reduce((best, one) => (broken(one) < broken(best) ? one : best));
}

const broken = (sums: readonly Sum[]) => (sums.length ? sums.filter(sum => !addsUp(sum)).length / sums.length : 1);

/** Lists within lists, each level beginning a column further to the right: a row is made up of those below it on the next level. */
function sumsByDepth(rows: readonly Row[], total: Row, columns: readonly number[]): Sum[] {
  const parts = rows.filter(row => roleOf(row) === 'part' && row.cells.size > 0);
  const depths = new Set(parts.map(row => row.depth));
  if (depths.size < 2) return [];
  const childrenOf = (list: readonly Row[]) => {
    const depth = Math.min(...list.map(row => row.depth));
    return list.filter(row => row.depth === depth);
  };
  const groups = [{ total, parts: childrenOf(parts) }];
  parts.forEach((row, i) => {
    const rest = parts.slice(i + 1);
    const end = rest.findIndex(other => other.depth <= row.depth);
    const below = end < 0 ? rest : rest.slice(0, end);
    if (below.length) groups.push({ total: row, parts: childrenOf(below) });
  });
  return groups.flatMap(group => columns.flatMap(col => sumIn(group, col)));
}

function sumIn(group: { readonly total: Row; readonly parts: readonly Row[] }, col: number): Sum[] {
  const own = group.total.cells.get(col);
  const parts = group.parts.flatMap(row => row.cells.get(col) ?? []).filter(part => part.amount.kind === own?.amount.kind);
  return own && parts.length ? [{ rule: 'SUM-120', total: own, parts }] : [];
}

/** Rows add up to their total column; a group of columns under one head, to the total it has of its own, which stands for it. */
function sumsAcross(rows: readonly Row[], total: number, columns: readonly number[], grid: Grid, head: number): Sum[] {
  const others = columns.filter(col => col !== total && !WITHIN.test(grid.above(head, col).at(-1) ?? ''));
  const groups = groupsIn(others, grid, head);
  const inside = new Set(groups.flatMap(({ parts }) => parts));
  const sums = [{ total, parts: others.filter(col => !inside.has(col)) }, ...groups.filter(group => group.isWhole)];
  return rows.flatMap(row => sums.flatMap(sum => sumAcross(row, sum.total, sum.parts)));
}

interface Columns {
  readonly total: number;
  readonly parts: readonly number[];
  /** All that stands under the head are figures, so that its total can be held against them. */
  readonly isWhole?: boolean;
}

/** «公务用车费: 合计 | 购置 | 运行»: columns under one head, one of which is their total. */
function groupsIn(columns: readonly number[], grid: Grid, head: number): Columns[] {
  const above = (col: number) => grid.above(head, col).slice(0, -1).join('\n');
  return columns
    .filter(col => above(col) !== '' && TOTAL_COLUMN.test(grid.above(head, col).at(-1) ?? ''))
    .map(total => {
      const parts = columns.filter(col => col !== total && above(col) === above(total));
      const all = Array.from({ length: grid.cols }, (_, col) => col).filter(col => above(col) === above(total));
      return { total, parts, isWhole: parts.length > 1 && all.length === parts.length + 1 };
    });
}

function sumAcross(row: Row, total: number, columns: readonly number[]): Sum[] {
  const own = row.cells.get(total);
  const parts = columns.map(col => row.cells.get(col)).filter(part => part !== undefined);
  const alike = parts.every(part => part.amount.kind === own?.amount.kind && part.amount.unit === own.amount.unit);
  return own && own.amount.kind !== 'percent' && parts.length && alike ? [{ rule: 'SUM-121', total: own, parts }] : [];
}
