import { statutory } from '../../domain/index.ts';
import type { Draft } from '../narrative/topics.ts';
import type { Equations } from './equations.ts';
import { type GridCell, isNumbering } from './grid.ts';
import { type Collector, factOf, type Line, type Sheet } from './sheet.ts';

type Kind = 'code' | 'name' | 'amount';
const groups = Object.entries(statutory.economic);

const isGroup = (name: string) => groups.some(([, one]) => one.names.includes(name));

/** T6: economic 类 and 款 in groups of columns side by side, closed by 人员经费合计 and 公用经费合计. */
export function readEconomic(sheet: Sheet, collect: Collector): Line[] {
  const { grid, head } = sheet;
  const kinds = Array.from({ length: grid.cols }, (_, col) => kindOf(sheet, col));
  const lines: Line[] = [];
  for (let row = head; row < grid.rows; row++) {
    if (isNumbering(grid, row)) continue;
    let code = '';
    let at: GridCell | null = null;
    let open: { name: string; code: string; at: GridCell | null } | null = null;
    for (const one of grid.row(row)) {
      const joined = /^(?<code>3\d{2}(?:\d{2})?)(?<name>[\u4e00-\u9fa5].*)$/.exec(one.s)?.groups;
      if (/[\u4e00-\u9fa5]{2}/.test(one.s)) {
        open = { name: joined?.name ?? one.s, code: joined?.code ?? code, at };
        code = '';
        at = null;
      } else if (kinds[one.cell.col] === 'code' && /^\d{2,5}$/.test(one.s) && !(open && isGroup(open.name))) {
        open = null;
        code += one.s;
        at ??= one;
      } else if (open && one.s && (kinds[one.cell.col] === 'amount' || isGroup(open.name))) {
        lines.push(lineOf(sheet, collect, row, open, one));
        open = null;
      }
    }
  }
  return lines;
}

function lineOf(
  { grid, head, def, title }: Sheet,
  collect: Collector,
  row: number,
  found: { name: string; code: string; at: GridCell | null },
  amount: GridCell,
): Line {
  const { name, code, at } = found;
  const group = code ? undefined : groups.find(([, one]) => one.names.includes(name));
  const indicator = group
    ? group[1].indicator
    : code
      ? ['经济', code.slice(0, 3), code].slice(0, code.length > 3 ? 3 : 2).join('/')
      : null;
  const scope = title.includes('一般公共预算') || !title.includes('财政拨款') ? def.scope : '财政拨款';
  const label = code ? `${code} ${name}` : name;
  const column = grid.above(head, amount.cell.col).at(-1) ?? '';
  const figure = collect.figure(amount, label, column, factOf(indicator, scope));
  const figures = new Map<string, Draft>(figure ? [['sum', figure]] : []);
  return { row, label, name, code, at, role: group?.[0] ?? 'code', figures };
}

/** Columns are told by their header; without one, by what stands in them: 301, 02, 30102. */
function kindOf({ grid, head }: Sheet, col: number): Kind {
  const header = grid.above(head, col).join('');
  if (/编码|代码|[^种]类$|款$/.test(header)) return 'code';
  if (/名称/.test(header)) return 'name';
  const filled: string[] = [];
  for (let row = head; row < grid.rows; row++) if (grid.text(row, col)) filled.push(grid.text(row, col));
  const codes = filled.filter(s => /^3\d{2}(?:\d{2})?$|^\d{2}$/.test(s));
  return filled.length > 2 && codes.length > filled.length * 0.8 ? 'code' : 'amount';
}

/** Classes are the sums of their 款; 人员经费 and 公用经费 those of their classes; both together are 基本支出. */
export function economicEquations(lines: readonly Line[], equations: Equations): void {
  const sum = (line: Line) => line.figures.get('sum');
  const classes = lines.filter(line => line.code.length === 3);
  const itemsOf = ({ code }: Line) => (code ? lines.filter(one => one.code.length === 5 && one.code.startsWith(code)) : []);
  for (const line of classes) {
    const parts = itemsOf(line);
    if (parts.length) equations.add('SUM-112', [sum(line)], parts.map(sum), line.label);
  }
  const of = (role: string) => lines.find(line => line.role === role);
  for (const [role, group] of groups) {
    const total = of(role);
    if (!total) continue;
    const parts = group.classes
      ? classes.filter(line => group.classes!.includes(line.code))
      : [of('staff'), of('public')].filter(line => line !== undefined);
    equations.add('SUM-113', [sum(total)], parts.map(sum), total.label);
    const items = parts.flatMap(part => (itemsOf(part).length ? itemsOf(part) : [part]));
    if (items.length > parts.length) equations.add('SUM-113', [sum(total)], items.map(sum), total.label);
  }
}
