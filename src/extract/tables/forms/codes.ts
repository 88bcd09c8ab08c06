import { functionalCodes, type Stated, statutory } from '../../../domain/index.ts';
import type { Fact } from '../../../model/index.ts';
import type { Draft } from '../../narrative/topics.ts';
import { type GridCell, isNumbering, isTotal } from '../grid/grid.ts';
import { isLevel } from './aspect.ts';
import { baseOf, columnsOf, nameColumns } from './columns.ts';
import type { Equations } from './equations.ts';
import { impliedCodes } from './implied.ts';
import { functionalIndicator } from './paths.ts';
import { type Collector, type Column, factOf, foundIn, type Line, type Sheet } from './sheet.ts';
import { plainOnes } from './sums.ts';

/** A line of a table by function before its amounts are read. */
interface Entry {
  readonly row: number;
  readonly code: string;
  readonly name: string;
  readonly at: GridCell | null;
  readonly role: 'total' | 'code' | 'project' | 'other';
  readonly implied?: boolean;
  /** The number of the body that the line is of. */
  readonly unit?: string;
}

/** The lines of a table by function: 合计, and one for each 类, 款 and 项 (and the projects under a 项). */
export function readCodes(sheet: Sheet, collect: Collector, columns: readonly Column[], of: (key: string) => Stated): Line[] {
  const entries = withCodes(entriesOf(sheet, columns[0]?.col ?? sheet.grid.cols));
  const names = new Map(entries.filter(one => one.code).map(one => [one.code, one.name]));
  const told = columns.map(column => ({ column, ...of(baseOf(column.key)) }));
  let owner = '';
  return entries.map(entry => {
    const label = entry.code && !entry.implied ? `${entry.code} ${entry.name}` : entry.name;
    const figures = new Map<string, Draft>();
    const unread = new Set<string>();
    const facts = new Map<string, Partial<Fact>>();
    if (entry.code) owner = entry.code;
    for (const { column, indicator, scope } of told) {
      const stated = indicator ? statedBy(entry, owner, names, indicator) : null;
      const one = sheet.grid.at(entry.row, column.col);
      const fact = factOf(stated, scope, column);
      facts.set(column.key, fact);
      const figure = collect.figure(one, label, column.name, fact, column);
      if (!figure) {
        if (collect.isLost(one, label, column, fact)) unread.add(column.key);
        continue;
      }
      if (columns.length > 1) figure.label = `${label} ${column.name}`;
      figures.set(column.key, figure);
    }
    return { ...entry, label, figures, unread, facts };
  });
}

/** What a column's indicator is of in one line: of all, of a code, of a project under it. */
function statedBy({ role, code, name }: Entry, owner: string, names: ReadonlyMap<string, string>, indicator: string) {
  if (role === 'total') return indicator;
  if (role === 'other') return null;
  const path = functionalIndicator(role === 'project' ? owner : code, names, indicator);
  return path && role === 'project' ? `${path}/${name}` : path;
}

/** The columns with amounts: those behind codes and names. */
export function amountColumns(sheet: Sheet): Column[] {
  const { grid, head } = sheet;
  let first = 0;
  for (let col = 0; col < grid.cols; col++) if (/编码|名称|代码/.test(grid.above(head, col).join(''))) first = col + 1;
  const named = nameColumns(grid, head)[0];
  return columnsOf(sheet, first || (named === undefined ? 0 : named + 1));
}

/** «单位代码»: its numbers are of bodies, not of the classification. */
const UNIT_CODE = /^(?:预算)?(?:单位|部门)(?:（单位）)?(?:编码|代码|编号)$/;

function entriesOf({ grid, head, def, notes }: Sheet, first: number): Entry[] {
  const entries: Entry[] = [];
  let before = '';
  const isOrdinal = Array.from({ length: first }, (_, col) =>
    statutory.numbering.some(word => grid.above(head, col).join('') === word),
  );
  const isOfUnits = Array.from({ length: first }, (_, col) => UNIT_CODE.test(grid.above(head, col).at(-1) ?? ''));
  for (let row = head; row < grid.rows; row++) {
    if (isNumbering(grid, row)) continue;
    const cells = grid.row(row).filter(one => one.cell.col < first && one.s && !isOrdinal[one.cell.col]);
    const words = cells.filter(one => /[\u4e00-\u9fa5]/.test(one.s) && !/^[类款项]$/.test(one.s));
    const joined = /^(?<code>\d{3,7})(?<name>[^\d.].*)$/.exec(words[0]?.s ?? '')?.groups;
    const name = joined?.name ?? words.at(-1)?.s ?? '';
    const unit = cells.find(one => isOfUnits[one.cell.col] && /^\d{2,}$/.test(one.s))?.s;
    const own = unit === undefined ? cells : cells.filter(one => !isOfUnits[one.cell.col]);
    const code = (unit === undefined ? joined?.code : undefined) ?? codeOf(own, before);
    if ((!name && !code) || notes.some(note => note === words[0]?.cell.text.content)) continue;
    const at = cells.find(one => /^\d/.test(one.s)) ?? null;
    const role = code ? 'code' : isTotal(name) ? 'total' : def.projects ? 'project' : 'other';
    if (code) before = code;
    entries.push({ row, code, name, at, role, ...(unit !== undefined && !code ? { unit } : {}) });
  }
  // «合计 | 基本支出 | 项目支出» over one row of amounts.
  if (!entries.length && grid.rows === head + 1) entries.push({ row: head, code: '', name: '合计', at: null, role: 'total' });
  return entries;
}

/** Where no code is printed, the names tell them. */
function withCodes(entries: readonly Entry[]): readonly Entry[] {
  const named = entries.filter(one => one.role === 'other');
  const codes = entries.some(one => one.code) || !named.length ? null : impliedCodes(named.map(one => one.name));
  if (!codes) return entries;
  return entries.map(one =>
    one.role === 'other' ? { ...one, role: 'code', code: codes[named.indexOf(one)]!, implied: true } : one,
  );
}

/** A code from its columns: joined, or 类 | 款 | 项; a column left blank repeats what stands above it. */
function codeOf(cells: readonly GridCell[], before: string): string {
  const first = cells.findIndex(one => /^\d{2,}$/.test(one.s));
  const digits = cells.filter((one, i) => /^\d{2,7}$/.test(one.s) || (first >= 0 && i > first && /^[1-9]$/.test(one.s)));
  if (!digits.length) return '';
  // «208 | 5 | 1» is 2080501: zeros in front are lost where a code is kept as a number.
  const code = digits.map(one => one.s.padStart(2, '0')).join('');
  if (digits[0]!.s.length >= 3) return code;
  const depth = digits[0]!.cell.col;
  return before ? before.slice(0, depth === 1 ? 3 : 5) + code : '';
}

/**
 * Names only, of units or of subjects that the classification does not have: all lines, or those of 类, are the parts where they add
 * up in at least half of the columns. False: they do not, and nothing says what the parts are.
 */
function plainList(
  total: Line,
  lines: readonly Line[],
  columns: readonly Column[],
  down: (rule: string, total: Line, parts: readonly Line[]) => void,
): boolean {
  const others = lines.filter(line => line.role === 'other' && line.figures.size > 0 && !isWithin(line.name));
  const classes = others.filter(line => functionalCodes(line.name).some(code => code.length === 3));
  if (!others.length) return true;
  // A department, then its units: those whose numbers no other number continues, or those that no other number begins.
  const units = others.flatMap(({ unit }) => unit ?? []);
  const isUnder = (unit: string, whole: string) => unit !== whole && unit.startsWith(whole);
  const heads = others.filter(({ unit = '' }) => !units.some(one => isUnder(unit, one)));
  const leaves = others.filter(({ unit = '' }) => !unit || !units.some(one => isUnder(one, unit)));
  const isWhole = [...total.figures].every(([key, { amount }]) => others[0]!.figures.get(key)?.amount.value.eq(amount.value));
  const below = isWhole && others.length > 1 ? others.slice(1) : others;
  const parts = [others, heads, leaves, below, classes].find(list => {
    const sums = columns.flatMap(column => {
      const { key } = column;
      if (!isLevel(column)) return [];
      const own = total.figures.get(key);
      const addends = list.map(line => line.figures.get(key)).filter(one => one !== undefined);
      return own && addends.length ? [{ rule: 'SUM-103', total: own, parts: addends }] : [];
    });
    return plainOnes(sums).length > 0;
  });
  if (parts) down('SUM-103', total, parts);
  if (units.length && heads.length < others.length)
    for (const head of heads) {
      const own = leaves.filter(({ unit = '' }) => head.unit && isUnder(unit, head.unit));
      if (own.length) down('SUM-102', head, own);
    }
  return parts !== undefined;
}

const isWithin = (name: string) => statutory.within.some(word => name.startsWith(word));

/** Changes that are told with their sign add up as levels do. */
const isSigned = ({ measure, key }: Column, lines: readonly Line[]) =>
  measure === '增减额' && lines.some(line => line.figures.get(key)?.amount.value.lt(0));

/** What the form prescribes: sums across, 类 = Σ 款 = Σ 项 and 合计 = Σ 类 in every column. */
export function codeEquations(lines: readonly Line[], columns: readonly Column[], equations: Equations): void {
  // A line without any amount is a heading: what stands under it belongs to the line above it.
  const coded = lines.filter(line => line.role === 'code' && line.figures.size > 0);
  const known = new Set(coded.map(line => line.code));
  const parentOf = ({ code }: Line): string => {
    for (let length = code.length - 2; length >= 3; length -= 2)
      if (known.has(code.slice(0, length))) return code.slice(0, length);
    return '';
  };
  const children = new Map<string, Line[]>();
  for (const line of coded) {
    const siblings = children.get(parentOf(line));
    if (siblings) siblings.push(line);
    else children.set(parentOf(line), [line]);
  }
  const adding = columns.filter(column => isLevel(column) || isSigned(column, lines));
  const down = (rule: string, total: Line, parts: readonly Line[]) => {
    for (const { key, name } of adding) {
      const about = columns.length > 1 ? `${total.label} ${name}` : total.label;
      equations.add(
        rule,
        [foundIn(total, key)],
        parts.map(line => foundIn(line, key)),
        about,
      );
    }
  };
  for (const line of coded) {
    const parts = children.get(line.code);
    if (!parts) continue;
    down('SUM-102', line, parts);
    const items = parts.flatMap(part => children.get(part.code) ?? [part]);
    if (items.length > parts.length || items.some(item => !parts.includes(item))) down('SUM-102', line, items);
  }
  const total = lines.find(line => line.role === 'total');
  if (total && coded.length) down('SUM-103', total, children.get('') ?? []);
  else if (total && !plainList(total, lines, columns, down)) equations.unread(total);
  let owner: Line | null = null;
  const projects = new Map<Line, Line[]>();
  for (const line of lines) {
    if (line.role === 'code') owner = line;
    else if (line.role === 'project' && owner) projects.set(owner, [...(projects.get(owner) ?? []), line]);
  }
  for (const [line, parts] of projects) down('SUM-111', line, parts);
}
