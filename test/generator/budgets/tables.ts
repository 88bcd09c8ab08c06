import { ECONOMIC_CLASSES, ECONOMIC_CODES, economicName, FUNCTION_LINES, functionName } from '../accounts/names.ts';
import { numeral } from '../narrative/clauses.ts';
import { group, type Pen } from '../narrative/pen.ts';
import type { Inline, TableBlock } from '../report.ts';
import { codesOf } from '../tables/functional.ts';
import { Grid, cell as inTenThousands } from '../tables/grid.ts';

/** A column of a table by codes: the last part of its address, and its title; `group`: the title above it. */
export interface Column {
  readonly key: string;
  readonly name: string;
  readonly group?: string;
  /** Last year's fact, its change or growth instead of this year's fact. */
  readonly of?: 'before' | 'change' | 'growth';
}

/** A line of a list: its words and its fact. */
export type Entry = readonly [name: string, fact: string | null];

/** A fact in a cell: whole 元 where the tables are in 元. */
export function amount(pen: Pen, fact: string): Inline {
  if (pen.style.tableUnit !== '元') return inTenThousands(pen, fact);
  const value = pen.now(fact).times(10_000);
  if (value.eq(0) && pen.style.zeroCells !== '0') return [];
  const printed = value.toFixed(0);
  return [{ printed: group(printed), fact: `${pen.year}/${fact}`, kind: 'money', unit: '' }];
}

function compared(pen: Pen, fact: string, of: Column['of']): Inline {
  const last = `${pen.year - 1}/${fact}`;
  if (of === 'before') return pen.cell(pen.before(fact), last);
  if (of === 'change') return pen.cell(pen.difference(fact), `change/${fact}`);
  if (of !== 'growth') return amount(pen, fact);
  const base = pen.before(fact);
  if (base.eq(0)) return [];
  const printed = pen.difference(fact).div(base).times(100).toFixed(2);
  return [{ printed: `${printed}%`.replace('%', ''), fact: `growth/${fact}`, kind: 'percent', unit: '%' }];
}

/** Two lists side by side, their last lines level; `columns`: what the right one is told by. */
export function sides(
  pen: Pen,
  title: string,
  corner: readonly string[],
  [left, right]: readonly [readonly Entry[], readonly Entry[]],
  [leftFoot, rightFoot]: readonly [readonly Entry[], readonly Entry[]],
  columns: readonly (readonly [suffix: string, name: string])[] = [['', '预算数']],
  heads: readonly [string, string] = ['收入', '支出'],
): TableBlock {
  const grid = new Grid();
  const width = 3 + columns.length;
  grid.put(0, 0, heads[0], 1, 2).put(0, 2, heads[1], 1, width - 2);
  grid.add(['项目', '预算数', '项目', ...columns.map(([, name]) => name)]);
  const height = Math.max(left.length, right.length);
  const foot = Math.max(leftFoot.length, rightFoot.length);
  const none: Entry = ['', null];
  const padded = (list: readonly Entry[], end: readonly Entry[]) => [
    ...list,
    ...Array.from({ length: height - list.length + foot - end.length }, () => none),
    ...end,
  ];
  const rights = padded(right, rightFoot);
  padded(left, leftFoot).forEach(([name, fact], i) => {
    const [other, of] = rights[i]!;
    grid.add([name, fact ? amount(pen, fact) : '', other, ...columns.map(([suffix]) => (of ? amount(pen, of + suffix) : ''))]);
  });
  return grid.build(title, 2, width, corner);
}

/** The function lines that have money, numbered. */
export function functions(pen: Pen, table: 'T1.f' | 'T4.h', mark: (n: number) => string = n => `${numeral(n)}、`): Entry[] {
  const suffix = table === 'T4.h' ? '.s' : '';
  return FUNCTION_LINES.filter(([code]) => pen.now(`${table}.${code}${suffix}`).gt(0)).map(
    ([code, name], i) => [`${mark(i + 1)}${name}`, `${table}.${code}`] as const,
  );
}

/** A row for each 类, 款 and 项 and one for the total, first or last. */
export function byCode(
  pen: Pen,
  table: string,
  columns: readonly Column[],
  title: string,
  corner: readonly string[],
  note?: string,
): TableBlock {
  const grid = new Grid();
  const split = pen.style.codeColumns === 'split';
  const width = split ? 4 : 2;
  const deep = columns.some(column => column.group) || split ? 2 : 1;
  if (split) {
    grid.put(0, 0, '功能分类科目编码', 1, 3).put(1, 0, '类').put(1, 1, '款').put(1, 2, '项');
    grid.put(0, 3, '功能分类科目名称', 2);
  } else grid.put(0, 0, '科目编码', deep).put(0, 1, '科目名称', deep);
  columns.forEach(({ name, group: above }, i) => {
    if (!above) grid.put(0, width + i, name, deep);
    else {
      if (columns[i - 1]?.group !== above)
        grid.put(0, width + i, above, 1, columns.filter(column => column.group === above).length);
      grid.put(1, width + i, name);
    }
  });
  const figures = (code: string) => columns.map(({ key, of }) => compared(pen, `${table}.${code}.${key}`, of));
  const total = () => {
    const row = grid.rows;
    grid.put(row, 0, '合计', 1, width);
    figures('total').forEach((content, i) => void grid.put(row, width + i, content));
  };
  const codes = codesOf(pen, table, 'd0').length ? codesOf(pen, table, 'd0') : codesOf(pen, table, columns[0]!.key);
  if (pen.style.totalRow !== 'last') total();
  for (const code of codes)
    grid.add([
      ...(split ? [code.slice(0, 3), code.slice(3, 5), code.slice(5, 7)] : [code]),
      functionName(code),
      ...figures(code),
    ]);
  if (pen.style.totalRow === 'last') total();
  return grid.build(title, deep, width + columns.length, corner, codes.length === 0 && note ? [note] : []);
}

/** Basic expenditure by economic 类 and 款, of people and of the office. */
export function economic(pen: Pen, title: string, corner: readonly string[], only?: readonly string[]): TableBlock {
  const grid = new Grid();
  const columns = only ? ['机关运行经费支出'] : ['合计', '人员经费', '公用经费'];
  grid.add(['科目编码', '科目名称', ...columns]);
  const of = (fact: string, staff: boolean): (string | Inline)[] =>
    only ? [amount(pen, fact)] : [amount(pen, fact), staff ? amount(pen, fact) : '', staff ? '' : amount(pen, fact)];
  const total = () => {
    const row = grid.rows;
    grid.put(row, 0, '合计', 1, 2);
    const totals = only ? ['own.running'] : ['T6.total', 'T6.staff', 'T6.public'];
    totals.forEach((fact, i) => void grid.put(row, 2 + i, amount(pen, fact)));
  };
  if (pen.style.totalRow !== 'last') total();
  for (const head of ECONOMIC_CLASSES.filter(code => (only ?? ECONOMIC_CLASSES).includes(code))) {
    for (const code of [head, ...ECONOMIC_CODES.filter(one => one.startsWith(head))]) {
      if (pen.now(`T6.${code}`).eq(0)) continue;
      grid.add([code, economicName(code), ...of(`T6.${code}`, head === '301' || head === '303')]);
    }
  }
  if (pen.style.totalRow === 'last') total();
  return grid.build(title, 1, 2 + columns.length, corner);
}

/** «三公» in one row; `more`: columns that are no part of it. */
export function travel(pen: Pen, title: string, corner: readonly string[], more: readonly Entry[]): TableBlock {
  const grid = new Grid();
  // In 万元, whatever the other tables are in.
  const planned = (fact: string): Inline => {
    const value = pen.now(fact);
    if (value.eq(0) && !pen.style.zeroCells.startsWith('0')) return [];
    return [{ printed: value.toFixed(2), fact: `${pen.year}/${fact}`, kind: 'money', unit: '' }];
  };
  const part = (key: string): Inline => planned(`T7.budget.${key}`);
  const width = 6 + more.length;
  grid.put(0, 0, `${pen.year}年“三公”经费预算数`, 1, 6);
  grid.put(1, 0, '合计', 2).put(1, 1, '因公出国（境）费', 2).put(1, 2, '公务接待费', 2).put(1, 3, '公务用车购置及运行费', 1, 3);
  grid.put(2, 3, '小计').put(2, 4, '购置费').put(2, 5, '运行费');
  more.forEach(([name], i) => void grid.put(0, 6 + i, name, 3));
  grid.add([...['S', 'O', 'R', 'V', 'VP', 'VR'].map(part), ...more.map(([, fact]) => (fact ? planned(fact) : ''))]);
  return grid.build(title, 3, width, corner);
}
