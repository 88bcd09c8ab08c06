import { statutory } from '../../../domain/index.ts';
import type { Draft } from '../../narrative/topics.ts';
import { type GridCell, isNumbering } from '../grid/grid.ts';
import type { Equations } from './equations.ts';
import { type Collector, factOf, type Line, type Sheet } from './sheet.ts';

type Kind = 'code' | 'name' | 'amount' | 'other';
const groups = Object.entries(statutory.economic);

const isGroup = (name: string) => groups.some(([, one]) => one.names.includes(name));

/** T6: economic 类 and 款 in groups of columns side by side, closed by 人员经费合计 and 公用经费合计. */
export function readEconomic(sheet: Sheet, collect: Collector): Line[] {
  const { grid, head } = sheet;
  const kinds = kindsOf(sheet);
  const lines: Line[] = [];
  for (let row = head; row < grid.rows; row++) {
    if (isNumbering(grid, row)) continue;
    let code = '';
    let at: GridCell | null = null;
    let open: Named | null = null;
    for (const one of grid.row(row)) {
      if (kinds[one.cell.col] === 'other') continue;
      const joined = /^(?<code>3\d{2}(?:\d{2})?)(?<name>[\u4e00-\u9fa5].*)$/.exec(one.s)?.groups;
      if (/[\u4e00-\u9fa5]{2}/.test(one.s)) {
        open = { name: joined?.name ?? one.s, code: joined?.code ?? code, at, row, line: null };
        code = '';
        at = null;
      } else if (kinds[one.cell.col] === 'code' && isPart(one.s, code) && !(open && isGroup(open.name))) {
        open = null;
        code += one.s.padStart(2, '0');
        at ??= one;
      } else if (open && one.s && (kinds[one.cell.col] === 'amount' || isGroup(open.name))) {
        if (!open.line) {
          open.line = { ...lineOf(open), figures: new Map() };
          lines.push(open.line);
        }
        amountIn(sheet, collect, open, one);
      }
    }
  }
  for (const line of lines) shareFact(line);
  return lines;
}

/** «301 | 2» is 30102: zeros in front are lost where a code is kept as a number. */
const isPart = (s: string, before: string) => /^\d{2,5}$/.test(s) || (/^[1-9]$/.test(s) && before.length === 3);

/** Where all of a subject is 人员经费, or all 公用经费, both columns state the same. */
function shareFact({ code, figures }: Line): void {
  const [sum, ...parts] = [...figures.values()].filter((draft, i) => i === 0 || !draft.amount.value.eq(0));
  if (code && sum?.fact.indicator && parts.length === 1) parts[0]!.fact = { ...sum.fact };
}

/** What a row names, while its amounts are looked for. */
interface Named {
  readonly name: string;
  readonly code: string;
  readonly at: GridCell | null;
  readonly row: number;
  line: (Line & { readonly figures: Map<string, Draft> }) | null;
}

function lineOf({ name, code, at, row }: Named): Omit<Line, 'figures'> {
  const group = code ? undefined : groups.find(([, one]) => one.names.includes(name));
  return { row, label: code ? `${code} ${name}` : name, name, code, at, role: group?.[0] ?? 'code' };
}

/** The first amount of a name is its total; further ones are 人员经费 and 公用经费 of it, by their headers. */
function amountIn(sheet: Sheet, collect: Collector, { line, code }: Named, one: GridCell): void {
  const { grid, head, def, title } = sheet;
  const { label, role, figures } = line!;
  const column = grid.above(head, one.cell.col).at(-1) ?? '';
  const key =
    figures.size === 0 ? 'sum' : (groups.find(([, group]) => group.names.includes(column))?.[0] ?? `other ${one.cell.col}`);
  const scope = title.includes('一般公共预算') || !title.includes('财政拨款') ? def.scope : '财政拨款';
  const own = key === 'sum' ? role : role === 'all' ? key : '';
  const path = ['经济', code.slice(0, 3), code].slice(0, code.length > 3 ? 3 : 2).join('/');
  const group = groups.find(([name]) => name === own)?.[1].indicator;
  // A table of another whole states this, and of each subject what of it is this.
  const { of: whole } = def;
  const ofWhole = whole && (own === 'all' ? whole.indicator : code && key === 'sum' ? `${whole.indicator}/${code}` : null);
  const indicator = whole ? ofWhole : (group ?? (code && key === 'sum' ? path : null));
  const figure = collect.figure(one, label, column, factOf(indicator, scope, { measure: def.measure ?? '决算' }));
  if (!figure) return;
  if (key !== 'sum') figure.label = `${label} ${column}`;
  figures.set(key, figure);
}

/** The kinds of all columns. Codes of the government's own economic classification (5xx) and their names, beside those of departments, are another list's. */
function kindsOf(sheet: Sheet): Kind[] {
  const { grid, head } = sheet;
  const kinds = Array.from({ length: grid.cols }, (_, col) => kindOf(sheet, col));
  const share = (col: number, of: RegExp) => {
    const filled = Array.from({ length: grid.rows - head }, (_, i) => grid.text(head + i, col)).filter(
      s => s && !/合计|总计/.test(s),
    );
    return filled.length ? filled.filter(s => of.test(s)).length / filled.length : 0;
  };
  if (!kinds.some((_, col) => share(col, /^3\d{2}(?:\d{2})?(?!\d)/) > 0.8)) return kinds;
  return kinds.map((kind, col) => {
    const isOther = share(col, /^5\d{2}(?:\d{2})?(?![\d.,])/) > 0.8;
    const follows =
      col > 0 && kind !== 'amount' && /名称/.test(grid.above(head, col).join('')) && share(col - 1, /^5\d{2}(?:\d{2})?$/) > 0.8;
    return isOther || follows ? 'other' : kind;
  });
}

/** Columns are told by their header; without one, by what stands in them: 301, 02, 30102. */
function kindOf({ grid, head }: Sheet, col: number): Kind {
  const header = grid.above(head, col).join('');
  if (/编码|代码|[^种]类$|款$/.test(header)) return 'code';
  if (/名称/.test(header)) return 'name';
  // Small amounts without decimals look like codes.
  if (/^(?:金额|数额|[决预]算数|支出数)/.test(grid.above(head, col).at(-1) ?? '')) return 'amount';
  const filled: string[] = [];
  for (let row = head; row < grid.rows; row++) if (grid.text(row, col)) filled.push(grid.text(row, col));
  const codes = filled.filter(s => /^3\d{2}(?:\d{2})?$|^(?:[1-9]|\d{2})$/.test(s));
  return filled.length > 2 && codes.length > filled.length * 0.8 ? 'code' : 'amount';
}

/** Classes are the sums of their 款; 人员经费 and 公用经费 those of their classes; both together are 基本支出. */
export function economicEquations(lines: readonly Line[], equations: Equations): void {
  const told = lines.filter(line => line.code.length === 3);
  // Some forms list 款 alone.
  const classes = told.length ? told : lines.filter(line => line.code.length === 5);
  const itemsOf = ({ code }: Line) =>
    code.length === 3 ? lines.filter(one => one.code.length === 5 && one.code.startsWith(code)) : [];
  const keys = new Set(lines.flatMap(line => [...line.figures.keys()]));
  const add = (rule: string, total: Line, parts: readonly Line[]) => {
    for (const key of keys) {
      const at = (list: readonly Line[]) => list.map(line => line.figures.get(key));
      if (parts.length) equations.add(rule, at([total]), at(parts), total.label);
    }
  };
  for (const line of classes) add('SUM-112', line, itemsOf(line));
  const of = (role: string) => lines.find(line => line.role === role);
  for (const [role, group] of groups) {
    const total = of(role);
    if (!total) continue;
    const sides = [of('staff'), of('public')].filter(line => line !== undefined);
    const parts = group.classes
      ? classes.filter(line => group.classes!.includes(line.code.slice(0, 3)))
      : sides.length
        ? sides
        : classes;
    add('SUM-113', total, parts);
    const items = parts.flatMap(part => (itemsOf(part).length ? itemsOf(part) : [part]));
    if (items.length > parts.length) add('SUM-113', total, items);
  }
  const others = [...keys].filter(key => key !== 'sum');
  if (others.length)
    for (const line of lines)
      equations.add(
        'SUM-101',
        [line.figures.get('sum')],
        others.map(key => line.figures.get(key)),
        line.label,
      );
}
