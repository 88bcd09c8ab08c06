import { functionName } from '../accounts/names.ts';
import type { Pen } from '../narrative/pen.ts';
import type { Inline, TableBlock } from '../report.ts';
import { cell, Grid } from './grid.ts';

export type Columns = readonly (readonly [key: string, name: string])[];
export const T2_COLUMNS: Columns = [
  ['c0', '本年收入合计'],
  ['c1', '财政拨款收入'],
  ['c2', '上级补助收入'],
  ['c3', '事业收入'],
  ['c4', '经营收入'],
  ['c5', '附属单位上缴收入'],
  ['c6', '其他收入'],
];
export const T3_COLUMNS: Columns = [
  ['d0', '本年支出合计'],
  ['d1', '基本支出'],
  ['d2', '项目支出'],
  ['d3', '上缴上级支出'],
  ['d4', '经营支出'],
  ['d5', '对附属单位补助支出'],
];
export const T5_COLUMNS: Columns = [
  ['sum', '合计'],
  ['basic', '基本支出'],
  ['project', '项目支出'],
];

/** The functional codes that have rows in a table. */
export const codesOf = (pen: Pen, table: string, first: string): string[] =>
  [...pen.accounts.current.facts.keys()]
    .flatMap(key => (key.startsWith(`${table}.2`) && key.endsWith(`.${first}`) ? [key.split('.')[1]!] : []))
    .sort();

/** A row's code and name, in one column or split into 类 款 项, each row repeating its parents' digits. */
function codeCells(pen: Pen, code: string): string[] {
  if (pen.style.codeColumns === 'joined') return [code, functionName(code)];
  return [code.slice(0, 3), code.slice(3, 5), code.slice(5, 7), functionName(code)];
}

/** The head of a table by function, `rows` high; gives how many columns it takes. */
function codeHead(pen: Pen, grid: Grid, rows: number): number {
  const split = pen.style.codeColumns === 'split';
  const width = split ? 4 : 2;
  grid.put(0, 0, '项目', 1, width);
  if (split) {
    grid.put(1, 0, '支出功能分类\n科目编码', rows - 1, 3).put(1, 3, '科目名称', rows - 1);
  } else grid.put(1, 0, '功能分类\n科目编码', rows - 1).put(1, 1, '科目名称', rows - 1);
  return width;
}

/** Whether 合计 is the last row; `form`: what the layout's form has. */
const isLast = (pen: Pen, form: boolean): boolean => (pen.style.totalRow === 'form' ? form : pen.style.totalRow === 'last');

/** «类 款 项 合计» or «合计» across the code columns, with the totals. */
function totalRow(grid: Grid, width: number, cells: readonly Inline[], last: boolean): void {
  const row = grid.rows;
  if (width === 4 && !last) grid.put(row, 0, '类').put(row, 1, '款').put(row, 2, '项').put(row, 3, '合计');
  else grid.put(row, 0, '合计', 1, width);
  for (const [i, content] of cells.entries()) grid.put(row, width + i, content);
}

/** T2, T3, T5, T9′: a row for each 类, 款 and 项. */
export function byFunction(pen: Pen, table: string, columns: Columns, title: string, corner: readonly string[]): TableBlock {
  const grid = new Grid();
  const width = codeHead(pen, grid, 2);
  for (const [i, [, name]] of columns.entries()) grid.put(0, width + i, name, 2);
  const ruled = pen.style.layout === 'national';
  if (ruled) {
    grid.put(2, 0, '栏次', 1, width);
    for (const i of columns.keys()) grid.put(2, width + i, String(i + 1));
  }
  const total = columns.map(([key]) => cell(pen, `${table}.total.${key}`));
  const last = isLast(pen, table === 'T5' && pen.style.layout === 'shanghai');
  if (!last) totalRow(grid, width, total, false);
  for (const code of codesOf(pen, table, columns[0]![0]))
    grid.add([...codeCells(pen, code), ...columns.map(([key]) => cell(pen, `${table}.${code}.${key}`))]);
  if (last) totalRow(grid, width, total, true);
  return grid.build(title, ruled ? 3 : 2, width + columns.length, corner, emptyNote(pen, table));
}

const FUND_NAMES: Record<string, string> = { T8: '政府性基金预算财政拨款', T9: '国有资本经营预算财政拨款' };
const emptyNote = (pen: Pen, table: string): string[] =>
  FUND_NAMES[table] && codesOf(pen, table, 'sum').length === 0
    ? [`注：本部门本年度没有${FUND_NAMES[table]}收入和支出，本表无数据。`]
    : [];

const FUND_COLUMNS: Columns = [
  ['begin', '年初结转和结余'],
  ['income', '本年收入'],
  ['sum', '小计'],
  ['basic', '基本支出'],
  ['project', '项目支出'],
  ['end', '年末结转和结余'],
];

/** T8 and T9: what came over, income, spending, what is left. */
export function fundTable(pen: Pen, table: 'T8' | 'T9', title: string, corner: readonly string[]): TableBlock {
  const grid = new Grid();
  const width = codeHead(pen, grid, 2);
  grid
    .put(0, width, '年初结转和结余', 2)
    .put(0, width + 1, '本年收入', 2)
    .put(0, width + 2, '本年支出', 1, 3)
    .put(0, width + 5, '年末结转和结余', 2);
  FUND_COLUMNS.slice(2, 5).forEach(([, name], i) => void grid.put(1, width + 2 + i, name));
  const total = FUND_COLUMNS.map(([key]) => cell(pen, `${table}.total.${key}`));
  const last = isLast(pen, pen.style.layout === 'shanghai');
  if (!last) totalRow(grid, width, total, false);
  for (const code of codesOf(pen, table, 'begin'))
    grid.add([...codeCells(pen, code), ...FUND_COLUMNS.map(([key]) => cell(pen, `${table}.${code}.${key}`))]);
  if (last) totalRow(grid, width, total, true);
  return grid.build(title, 2, width + FUND_COLUMNS.length, corner, emptyNote(pen, table));
}
