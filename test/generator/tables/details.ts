import { ECONOMIC_CLASSES, ECONOMIC_CODES, economicName, functionName } from '../accounts/names.ts';
import type { Pen } from '../narrative/pen.ts';
import type { Inline, TableBlock } from '../report.ts';
import { cell, Grid } from './grid.ts';

type Make = (pen: Pen, title: string, corner: readonly string[]) => TableBlock;

/** Functional rows by economic classes, each with those of its 款 that have money: D4, D5, and P5 with its projects. */
function detail(pen: Pen, table: 'D4' | 'D5' | 'P5', title: string, corner: readonly string[]): TableBlock {
  const keys = [...pen.accounts.current.facts.keys()].filter(key => key.startsWith(`${table}.`));
  const used = new Set(keys.map(key => key.split('.')[2]!));
  const classes = ECONOMIC_CLASSES.filter(code => used.has(code));
  const columns = classes.flatMap(group => [group, ...ECONOMIC_CODES.filter(code => code.startsWith(group) && used.has(code))]);
  const codes = [...new Set(keys.map(key => key.split('.')[1]!))]
    .filter(code => code !== 'total' && pen.now(`${table}.${code}.sum`).gt(0))
    .sort();
  const grid = new Grid();
  grid.put(0, 0, '项目', 1, 2).put(1, 0, '科目编码').put(1, 1, '科目名称').put(0, 2, '合计', 2);
  let at = 3;
  for (const group of classes) {
    const own = columns.filter(code => code.startsWith(group));
    grid.put(0, at, economicName(group), 1, own.length);
    own.forEach((code, i) => void grid.put(1, at + i, i === 0 ? '小计' : economicName(code)));
    at += own.length;
  }
  const figures = (code: string): Inline[] => ['sum', ...columns].map(column => cell(pen, `${table}.${code}.${column}`));
  const row = grid.rows;
  grid.put(row, 0, '合计', 1, 2);
  figures('total').forEach((content, i) => void grid.put(row, 2 + i, content));
  for (const code of codes) grid.add([code, functionName(code), ...figures(code)]);
  return grid.build(title, 2, 3 + columns.length, corner);
}

/** P5 of the 14-table layout: 项 and the projects under them. */
function projects(pen: Pen, title: string, corner: readonly string[]): TableBlock {
  const grid = new Grid();
  grid.add(['科目编码', '科目名称（项目）', '项目支出']);
  grid.add(['', '合计', cell(pen, 'P5.total.sum')]);
  const codes = [...pen.accounts.current.facts.keys()].flatMap(key => (/^P5\.\d+\.sum$/.test(key) ? [key.split('.')[1]!] : []));
  for (const code of codes.filter(code => pen.now(`P5.${code}.sum`).gt(0)).sort()) {
    grid.add([code, functionName(code), cell(pen, `P5.${code}.sum`)]);
    if (code.length < 7) continue;
    const own = pen.accounts.current.lines.filter(line => line.fund === 1 && line.code === code).flatMap(line => line.projects);
    own.forEach(
      (project, i) => void grid.add(['', project.name, pen.cell(project.amount, `${pen.year}/P5.${code}.project.${i}`)]),
    );
  }
  return grid.build(title, 1, 3, corner);
}

export const detailTables: readonly [[string, Make], [string, Make], [string, Make]] = [
  ['财政拨款支出决算明细表', (pen, title, corner) => detail(pen, 'D4', title, corner)],
  ['一般公共预算财政拨款支出决算明细表', (pen, title, corner) => detail(pen, 'D5', title, corner)],
  ['一般公共预算财政拨款项目支出决算表', projects],
];
