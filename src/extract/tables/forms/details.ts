import { economicNames, type Stated } from '../../../domain/index.ts';
import type { Equations } from './equations.ts';
import type { Column, Line, Sheet } from './sheet.ts';

const CLASSES = ['301', '302', '303', '307', '309', '310', '311', '312', '313', '399'];
const bare = (name: string) => name.replace(/[（）的、\s]/g, '');

/** D4 and D5: the first column is 合计, the others are economic classes (小计) and their 款. */
export function detailColumns({ grid, head, year }: Sheet): Column[] {
  const columns: Column[] = [];
  let first = 0;
  for (let col = 0; col < grid.cols; col++) if (/编码|名称|代码/.test(grid.above(head, col).join(''))) first = col + 1;
  for (let col = first; col < grid.cols; col++) {
    const headers = grid.above(head, col);
    const group = CLASSES.find(code => headers.some(text => bare(text) === bare(economicNames(code)[0]!.name)));
    const own = headers.at(-1) ?? '';
    const item = group ? itemOf(group, own) : undefined;
    const key = !group
      ? /合计|总计/.test(own)
        ? 'sum'
        : `other ${col}`
      : headers.length === 1 || /小计|合计/.test(own)
        ? group
        : (item ?? `${group}x${col}`);
    columns.push({ col, key, name: headers.slice(-2).join('·'), headers, measure: '决算', period: year });
  }
  return columns;
}

function itemOf(group: string, name: string): string | undefined {
  for (let n = 1; n < 100; n++) {
    const code = `${group}${String(n).padStart(2, '0')}`;
    if (economicNames(code).some(one => bare(one.name) === bare(name))) return code;
  }
  return undefined;
}

/** What a column of D4 or D5 states. */
export function detailStated({ def }: Sheet, key: string): Stated {
  if (key === 'sum') return { indicator: '本年支出', ...(def.scope ? { scope: def.scope } : {}) };
  return /^\d+$/.test(key) ? { indicator: `经济支出${key}`, ...(def.scope ? { scope: def.scope } : {}) } : {};
}

/** 合计 = Σ classes, and every class = Σ its 款, in every line. */
export function detailEquations(lines: readonly Line[], columns: readonly Column[], equations: Equations): void {
  const keys = columns.map(column => column.key);
  const classes = keys.filter(key => /^\d{3}$/.test(key));
  const groups = classes
    .map(group => ({ group, parts: keys.filter(key => key !== group && key.startsWith(group)) }))
    .filter(({ parts }) => parts.length > 0);
  for (const line of lines) {
    const at = (list: readonly string[]) => list.map(key => line.figures.get(key));
    equations.add('SUM-101', at(['sum']), at(classes), line.label);
    for (const { group, parts } of groups) equations.add('SUM-101', at([group]), at(parts), line.label);
  }
}
