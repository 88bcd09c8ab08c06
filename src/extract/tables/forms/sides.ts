import { functionalClasses, type Stated, statutory, type TableLine } from '../../../domain/index.ts';
import { classKey, indicatorNamed } from '../../labels.ts';
import type { Draft } from '../../narrative/topics.ts';
import { isNumbering } from '../grid/grid.ts';
import { baseOf, columnsOf, nameColumns } from './columns.ts';
import type { Equations } from './equations.ts';
import { COUNT, type Collector, type Column, factOf, type Line, type Sheet } from './sheet.ts';

/** One of the two lists of T1 and T4. */
export interface Side {
  readonly lines: readonly Line[];
  readonly columns: readonly Column[];
}

const ORDINAL = /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十\d]+）|\d{1,2}[.、])/;
const knownClasses = new Set(Object.values(functionalClasses.classes).map(classKey));

/** Income on the left, expenditure by function on the right. */
export function readSides(sheet: Sheet, collect: Collector): Side[] {
  const { grid, head, def } = sheet;
  const names = nameColumns(grid, head);
  return names.slice(0, 3).map((col, i) => {
    const end = names[i + 1] ?? grid.cols;
    const columns = columnsOf(sheet, col + 1).filter(column => column.col < end);
    if (i > 1) return { columns, lines: otherList(sheet, collect, col, columns) };
    const lines = (i === 0 ? def.left : def.right) ?? [];
    return { columns, lines: sideLines(sheet, collect, col, columns, lines, i === 1 && def.functions === 'right') };
  });
}

/** A third list («按支出性质和经济分类»): the same expenditure again; what its names say is known, but no form of it. */
function otherList(sheet: Sheet, collect: Collector, col: number, columns: readonly Column[]): Line[] {
  const { grid, def } = sheet;
  return rowsOf(sheet, col).map(row => {
    const label = grid.text(row, col);
    const name = nameOf(label);
    const isKnown = !statutory.within.some(word => label.startsWith(word));
    const indicator = def.right?.find(line => line.names.includes(name))?.of.indicator ?? indicatorNamed(name);
    const figures = new Map<string, Draft>();
    for (const { key, col: at, name: column, measure, isRate } of columns) {
      const scope = def.columns?.find(one => one.key === baseOf(key))?.of?.scope;
      const fact = factOf(isKnown && scope ? indicator : null, scope, measure);
      const figure = collect.figure(grid.at(row, at), label, column, fact, isRate);
      if (figure) figures.set(key, figure);
    }
    const isTotal = def.right?.some(line => line.role === 'totalOut' && line.names.includes(name));
    const role = isTotal ? 'totalOther' : /^[一二三四五六七八九十]+、/.test(label) ? 'nature' : 'other';
    return { row, label, name, code: '', at: null, role, figures };
  });
}

function sideLines(
  sheet: Sheet,
  collect: Collector,
  col: number,
  columns: readonly Column[],
  known: readonly TableLine[],
  functions: boolean,
): Line[] {
  const { grid, def } = sheet;
  const lines: Line[] = [];
  const seen = new Set<string>();
  const numbered = rowsOf(sheet, col).some(row => ORDINAL.test(grid.text(row, col)));
  for (const row of rowsOf(sheet, col)) {
    const label = grid.text(row, col);
    if (COUNT.test(label)) continue;
    const name = nameOf(label);
    const isWithin = statutory.within.some(word => label.startsWith(word));
    const found =
      known.find(one => one.after && seen.has(one.after) && one.names.includes(name)) ??
      known.find(one => !one.after && one.names.includes(name));
    const open = !seen.has('totalIn') && !seen.has('totalOut') && !isWithin;
    const isFunction = functions && open && !found && (ORDINAL.test(label) || knownClasses.has(classKey(name)));
    let role = isWithin
      ? 'within'
      : (found?.role ?? (isFunction ? 'function' : open && ORDINAL.test(label) ? 'income' : 'other'));
    // Where lines are numbered, one without a number is told beside its whole.
    if ((role === 'income' || role === 'function') && numbered && !ORDINAL.test(label)) role = 'within';
    seen.add(role);
    const stated = (column: Column): Stated =>
      isFunction
        ? { indicator: `功能/${classKey(name)}` }
        : { ...def.columns?.find(one => one.key === baseOf(column.key))?.of, ...found?.of };
    const figures = new Map<string, Draft>();
    for (const column of columns) {
      const { indicator } = stated(column);
      const scope = found?.of.scope ?? def.columns?.find(one => one.key === baseOf(column.key))?.of?.scope;
      const figure = collect.figure(
        grid.at(row, column.col),
        label,
        column.name,
        factOf(scope ? indicator : null, scope, column.measure),
        column.isRate,
      );
      if (!figure) continue;
      if (columns.length > 1) figure.label = `${label} ${column.name}`;
      figures.set(column.key, figure);
    }
    lines.push({ row, label, name, code: '', at: null, role, figures });
  }
  return lines;
}

function rowsOf({ grid, head }: Sheet, col: number): number[] {
  const rows: number[] = [];
  for (let row = head; row < grid.rows; row++)
    if (!isNumbering(grid, row) && /[\u4e00-\u9fa5]/.test(grid.text(row, col))) rows.push(row);
  return rows;
}

function nameOf(label: string): string {
  return label
    .replace(/^其中：?/, '')
    .replace(ORDINAL, '')
    .replace(/（[^（）]*）$/, '');
}

/** What the forms prescribe: totals of either side, balances, and fund columns across. */
export function sideEquations(sheet: Sheet, sides: readonly Side[], equations: Equations): void {
  const { sums = [], columnSums = [] } = sheet.def;
  const lines = sides.flatMap(side => side.lines);
  const byRole = (roles: readonly string[]) => lines.filter(line => roles.includes(line.role));
  const columns = new Map(sides.flatMap(side => side.columns).map(column => [column.key, column]));
  for (const { rule, total, parts } of sums) {
    const [totals, addends] = [byRole(total), byRole(parts)];
    const isAcross = new Set([...totals, ...addends].map(line => sides.findIndex(side => side.lines.includes(line)))).size > 1;
    for (const [key, { isRate }] of columns) {
      if (isRate || (isAcross && baseOf(key) !== 'sum')) continue;
      const at = (list: readonly Line[]) => list.map(line => line.figures.get(key));
      if (totals.length) equations.add(rule, at(totals), at(addends), `${totals[0]!.label} ${columns.get(key)!.name}`);
    }
  }
  const [total] = byRole(['totalOther']);
  if (total) {
    const at = (list: readonly Line[]) => list.map(line => line.figures.get('sum'));
    equations.add('SUM-106', at([total]), at(byRole(['nature'])), total.label);
  }
  for (const line of sides[1]?.lines ?? []) equations.across(line, columnSums, sides[1]!.columns);
  fundBalances(sheet, lines, equations);
}

function fundBalances({ def }: Sheet, lines: readonly Line[], equations: Equations): void {
  if (!def.balance) return;
  const { rule, in: into, out } = def.balance;
  for (const scope of ['一般公共预算', '政府性基金', '国有资本'] as const) {
    const at = (roles: readonly string[]) =>
      lines
        .filter(line => roles.includes(line.role))
        .flatMap(line => [...line.figures.values()].filter(one => one.fact.scope === scope && one.fact.measure === '决算'));
    const [left, right] = [at(into), at(out)];
    if (left.length && right.length) equations.add(rule, left, right, scope);
  }
}
