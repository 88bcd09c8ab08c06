import { functionalClasses, type Stated, statutory, type TableLine } from '../../../domain/index.ts';
import { addUp } from '../../../model/index.ts';
import { classKey, indicatorNamed } from '../../labels.ts';
import type { Draft } from '../../narrative/topics.ts';
import { ORDINAL } from '../../ordinals.ts';
import { isNothing, isNumbering } from '../grid/grid.ts';
import { isLevel } from './aspect.ts';
import { baseOf, columnsOf, isUnits, nameColumns } from './columns.ts';
import type { Equations } from './equations.ts';
import { type Listed, type Nest, nest, nestEquations } from './nested.ts';
import { COUNT, type Collector, type Column, factOf, foundIn, type Line, type Sheet } from './sheet.ts';

/** One of the lists of T1 and T4 that stand side by side. */
export interface Side {
  readonly lines: readonly Line[];
  readonly columns: readonly Column[];
  /** Numbered lines that stand under others. */
  readonly nests: readonly Nest[];
}

/** Where a list stands: its names, its amounts, what its form says of both. */
interface Block {
  readonly col: number;
  readonly columns: readonly Column[];
  readonly known: readonly TableLine[];
  /** What numbered lines that the form does not name are. */
  readonly unnamed: string;
}

const COUNTED_IN = /（(?<unit>个|人|人次|辆|批次|台|套|平方米|亩)[^）]{0,12}）/;
const knownClasses = new Set(Object.values(functionalClasses.classes).map(classKey));

/** Income on the left, expenditure by function on the right; in full forms the same expenditure by nature and by economy beside it. */
export function readSides(sheet: Sheet, collect: Collector): Side[] {
  const { grid, head, def } = sheet;
  const names = nameColumns(grid, head);
  const blocks = names.slice(0, 3).map((col, i): Block => {
    const columns = columnsOf(sheet, col + 1, names[i + 1]);
    if (i === 0)
      return { col, columns, known: [...(def.left ?? []), ...(names.length === 1 ? (def.right ?? []) : [])], unnamed: 'income' };
    if (i === 1) return { col, columns, known: def.right ?? [], unnamed: def.functions === 'right' ? 'function' : 'income' };
    return { col, columns, known: [...statutory.thirdList, ...(def.right ?? [])], unnamed: 'nature' };
  });
  return blocks.map(({ columns }, i) => ({ columns, ...nest(linesOf(sheet, collect, blocks, i)) }));
}

function linesOf(sheet: Sheet, collect: Collector, blocks: readonly Block[], i: number): Listed[] {
  const { grid } = sheet;
  const block = blocks[i]!;
  const { col, known, unnamed } = block;
  const rows = rowsOf(sheet, col);
  const numbered = rows.some(row => ORDINAL.test(grid.text(row, col)));
  // A column of its own for counts: what a row counts in is said of that one.
  const counting = block.columns.filter(column => COUNT.test(column.name)).length;
  const isCounted = counting > 0 && counting < block.columns.length;
  const seen = new Set<string>();
  let last = '';
  let led = false;
  return rows.flatMap(row => {
    const label = grid.text(row, col);
    if (COUNT.test(label) && !isCounted) return [];
    const name = nameOf(label);
    const isWithin = statutory.within.some(word => label.startsWith(word));
    const full = label.replace(ORDINAL, '');
    const found =
      known.find(one => one.after && seen.has(one.after) && one.names.includes(name)) ??
      known.find(one => !one.after && one.names.includes(full)) ??
      known.find(one => !one.after && one.names.includes(name));
    // «一、本年支出», then its parts: a total that leads its list does not close it.
    const leads = led && (seen.has('totalIn') || seen.has('totalOut'));
    const open = (leads || (!seen.has('totalIn') && !seen.has('totalOut'))) && !isWithin;
    const isFunction = unnamed === 'function' && open && !found && (ORDINAL.test(label) || knownClasses.has(classKey(name)));
    const plain = open && ORDINAL.test(label) ? (unnamed === 'function' ? 'income' : unnamed) : 'other';
    // «其中：人员经费» is one of the two parts of 基本支出 all the same, «其中：货物支出» the first of the kinds that make up its total.
    const isPart =
      (unnamed === 'nature' && (found?.role === 'staff' || found?.role === 'public')) ||
      (isWithin && found !== undefined && (isPartOf(sheet, found.role, last) || isInside(sheet, found.role)));
    let role = isWithin && !isPart ? 'within' : (found?.role ?? (isFunction ? 'function' : plain));
    // Where lines are numbered, one without a number is told beside its whole.
    if ((role === 'income' || role === 'function') && numbered && !leads && !ORDINAL.test(label)) role = 'within';
    if (role === 'totalIn' || role === 'totalOut') led ||= !['income', 'function', 'nature', 'fund'].some(one => seen.has(one));
    seen.add(role);
    last = role;
    if (unnamed === 'nature') role = toldTwice(role, grid.text(row, blocks[1]!.col) !== '');
    const stated = isFunction
      ? { indicator: `功能/${classKey(name)}` }
      : (found?.of ?? (unnamed === 'nature' ? named(name) : {}));
    const amounts = figuresIn(
      sheet,
      collect,
      { row, label, stated: isWithin && !isPart && (unnamed === 'nature' || found?.role === 'fiscal') ? {} : stated },
      amountsOf(sheet, blocks, i, row),
    );
    const isKnown = found !== undefined || knownClasses.has(classKey(name));
    return [{ line: { row, label, name, code: '', at: null, role, ...amounts }, isKnown }];
  });
}

/** A third list closes as the second does («本年支出合计», «总计»): the same totals once more, no further ones. */
function toldTwice(role: string, beside: boolean): string {
  if (role === 'totalOut') return 'totalOther';
  return beside && ['grandOut', 'end', 'distributed'].includes(role) ? `${role}Other` : role;
}

const isPartOf = ({ def }: Sheet, role: string, whole: string): boolean =>
  def.sums?.some(({ total, parts }) => total.length === 1 && total[0] === whole && parts.includes(role)) === true;

const isInside = ({ def }: Sheet, role: string): boolean => def.within?.some(([part]) => part === role) === true;

/** What a third list states by its names alone. */
function named(name: string): Stated {
  const indicator = indicatorNamed(name);
  return indicator ? { indicator } : {};
}

/**
 * The columns in which a row's amounts stand: those of its list; where its name covers the lists up to a further one («本年支出合计»
 * over both lists of the expenditure), those of that one.
 */
function amountsOf({ grid }: Sheet, blocks: readonly Block[], i: number, row: number): readonly Column[] {
  const { col, columns } = blocks[i]!;
  const next = blocks[i + 1];
  const own = grid.at(row, col);
  if (!next) return columns;
  if (grid.at(row, next.col) === own) return next.columns;
  const isEmpty = (list: readonly Column[]) => list.every(column => isNothing(grid.text(row, column.col)));
  return i > 0 && !grid.text(row, next.col) && isEmpty(columns) && !isEmpty(next.columns) ? next.columns : columns;
}

interface Told {
  readonly row: number;
  readonly label: string;
  readonly stated: Stated;
}

function figuresIn(sheet: Sheet, collect: Collector, { row, label, stated }: Told, columns: readonly Column[]) {
  const { grid, def } = sheet;
  const figures = new Map<string, Draft>();
  const unread = new Set<string>();
  const unitsAt = Array.from({ length: grid.cols }, (_, col) => col).findIndex(col => isUnits(grid, sheet.head, col));
  for (const column of columns) {
    const whole = def.columns?.find(one => one.key === baseOf(column.key))?.of;
    const scope = stated.scope ?? whole?.scope;
    const indicator = stated.indicator ?? whole?.indicator;
    const isOther = column.key.startsWith('other') && columns.some(one => !one.key.startsWith('other'));
    const counted = () => COUNTED_IN.exec(label)?.groups?.unit ?? grid.text(row, unitsAt);
    const how = COUNT.test(column.name) ? { ...column, counted: counted() } : column;
    const fact = factOf(scope && !isOther && how === column ? indicator : null, scope, column);
    const figure = collect.figure(grid.at(row, column.col), label, column.name, fact, how);
    if (!figure) {
      if (collect.isLost(grid.at(row, column.col), label, column, fact)) unread.add(column.key);
      continue;
    }
    if (columns.length > 1) figure.label = `${label} ${column.name}`;
    figures.set(column.key, figure);
  }
  return { figures, unread };
}

function rowsOf({ grid, head }: Sheet, col: number): number[] {
  const rows: number[] = [];
  for (let row = head; row < grid.rows; row++)
    if (!isNumbering(grid, row) && /[\u4e00-\u9fa5]/.test(grid.text(row, col)) && grid.at(row, col)!.cell.col === col)
      rows.push(row);
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
  const hasRole = (role: string) => lines.some(line => line.role === role);
  for (const { rule, total, parts, needs = [], lacks = [] } of sums) {
    if (!needs.every(hasRole) || lacks.some(hasRole)) continue;
    const [totals, addends] = [byRole(total), byRole(parts)];
    const isAcross = new Set([...totals, ...addends].map(line => sides.findIndex(side => side.lines.includes(line)))).size > 1;
    for (const [key, column] of columns) {
      // A sum over both sides is asked for where both have the column.
      if (
        !isLevel(column) ||
        COUNT.test(column.name) ||
        (isAcross && sides.slice(0, 2).some(side => !side.columns.some(one => one.key === key)))
      )
        continue;
      const at = (list: readonly Line[]) => list.map(line => foundIn(line, key));
      const whole = withUnknown(sides, totals, addends, key);
      if (totals.length) equations.add(rule, at(totals), at(whole), `${totals[0]!.label} ${columns.get(key)!.name}`);
    }
  }
  if (sides.length > 2) byNature(lines, [...columns.values()].filter(isLevel), equations);
  const spread = sides[1] ?? sides[0];
  if (spread) equations.across(spread.lines, columnSums, spread.columns);
  for (const [part, whole] of sheet.def.within ?? [])
    for (const smaller of byRole([part])) {
      const larger = byRole([whole])[0]?.figures.get('sum');
      const own = smaller.figures.get('sum');
      if (own && larger) equations.within(own, larger, smaller.label);
    }
  fundBalances(sheet, lines, equations);
  for (const side of sides) nestEquations(side.nests, [...columns.keys()], equations);
}

/** Lines above a total that the form does not name are parts of it as well, where only with them it adds up («以前年度结余» in words of its own). */
function withUnknown(sides: readonly Side[], totals: readonly Line[], parts: readonly Line[], key: string): readonly Line[] {
  const [total] = totals;
  const own = sides.find(side => total && side.lines.includes(total));
  const figure = total?.figures.get(key);
  if (!own || !figure || totals.length > 1 || !parts.some(part => part.role.startsWith('total'))) return parts;
  const from = Math.max(...parts.filter(part => part.role.startsWith('total')).map(part => part.row));
  const unknown = own.lines.filter(
    ({ role, row, figures }) => role === 'other' && row > from && row < total!.row && figures.has(key),
  );
  const amounts = (lines: readonly Line[]) => lines.flatMap(line => line.figures.get(key) ?? []);
  const all = [...parts, ...unknown];
  return unknown.length && !addUp(figure, amounts(parts)) && addUp(figure, amounts(all)) ? all : parts;
}

/** The third list: 基本支出, 项目支出 … make up the expenditure, and so do the economic classes; 人员经费 and 公用经费 are 基本支出. */
function byNature(lines: readonly Line[], columns: readonly Column[], equations: Equations): void {
  const all = (roles: readonly string[]) => lines.filter(line => roles.includes(line.role));
  const whole = all(['totalOther']).length ? ['totalOther'] : ['totalOut'];
  const sums = [{ rule: 'SUM-106', total: whole, parts: ['nature', 'basic', 'project'] }, ...statutory.thirdSums];
  for (const { rule, total, parts } of sums)
    for (const { key } of columns) {
      const at = (roles: readonly string[]) => all(roles).map(line => foundIn(line, key));
      const [first] = all(total);
      const isTold = at(total).some(one => one) && at(parts).some(one => one);
      if (first && isTold) equations.add(rule, at(total), at(parts), first.label);
    }
}

function fundBalances({ def }: Sheet, lines: readonly Line[], equations: Equations): void {
  if (!def.balance) return;
  const { rule, in: into, out } = def.balance;
  // Money was carried over, and nothing says of which fund.
  const hasBegun = lines.some(line => line.role === 'begin' && [...line.figures.values()].some(one => !one.amount.value.eq(0)));
  if (hasBegun && !lines.some(line => line.role === 'beginPart' && line.figures.size > 0)) return;
  const outcomes = new Set(lines.flatMap(line => [...line.figures.values()]).map(({ fact }) => fact.period));
  for (const scope of ['一般公共预算', '政府性基金', '国有资本'] as const)
    for (const period of outcomes) {
      const at = (roles: readonly string[]) =>
        lines
          .filter(line => roles.includes(line.role))
          .flatMap(line =>
            [...line.figures.values()].filter(
              one => one.fact.scope === scope && one.fact.measure === (def.measure ?? '决算') && one.fact.period === period,
            ),
          );
      const [left, right] = [at(into), at(out)];
      if (left.length && right.length) equations.add(rule, left, right, scope);
    }
}
