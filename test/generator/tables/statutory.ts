import { ECONOMIC_CODES, economicName, FUNCTION_LINES } from '../accounts/names.ts';
import { numeral } from '../narrative/clauses.ts';
import type { Pen } from '../narrative/pen.ts';
import type { Block, Inline, TableBlock } from '../report.ts';
import { detailTables } from './details.ts';
import { byFunction, fundTable, T2_COLUMNS, T3_COLUMNS, T5_COLUMNS } from './functional.ts';
import { cell, Grid } from './grid.ts';

const INCOME = [
  '一、一般公共预算财政拨款收入',
  '二、政府性基金预算财政拨款收入',
  '三、国有资本经营预算财政拨款收入',
  '四、上级补助收入',
  '五、事业收入',
  '六、经营收入',
  '七、附属单位上缴收入',
  '八、其他收入',
];

type Make = (pen: Pen, title: string, corner: readonly string[]) => TableBlock;

/** The statutory tables of the style's layout, in their order. */
export function statutoryTables(pen: Pen): Block[] {
  const { layout } = pen.style;
  const general: [string, Make][] = [
    ['收入支出决算总表', general1],
    ['收入决算表', (p, ...rest) => byFunction(p, 'T2', T2_COLUMNS, ...rest)],
    ['支出决算表', (p, ...rest) => byFunction(p, 'T3', T3_COLUMNS, ...rest)],
    ['财政拨款收入支出决算总表', fiscal],
  ];
  const t5: [string, Make] = ['一般公共预算财政拨款支出决算表', (p, ...rest) => byFunction(p, 'T5', T5_COLUMNS, ...rest)];
  const t6: [string, Make] = ['一般公共预算财政拨款基本支出决算表', economic];
  const t7: [string, Make] = ['财政拨款“三公”经费支出决算表', (p, ...rest) => travelTable(p, 'T7', ...rest)];
  const t7g: [string, Make] = ['政府性基金预算财政拨款“三公”经费支出决算表', (p, ...rest) => travelTable(p, 'T7g', ...rest)];
  const t8: [string, Make] = ['政府性基金预算财政拨款收入支出决算表', (p, ...rest) => fundTable(p, 'T8', ...rest)];
  const t9: [string, Make] = ['国有资本经营预算财政拨款收入支出决算表', (p, ...rest) => fundTable(p, 'T9', ...rest)];
  const t9only: [string, Make] = ['国有资本经营预算财政拨款支出决算表', (p, ...rest) => byFunction(p, 'T9', T5_COLUMNS, ...rest)];
  const [d4, d5, p5] = detailTables;
  const order =
    layout === 'sichuan'
      ? [...general, d4, t5, d5, t6, p5, t7, t8, t7g, t9, t9only]
      : layout === 'shanghai'
        ? [...general, t5, t6, t7, t8, t9]
        : [...general, t5, t6, t8, t9only, t7];
  return order.map(([title, make], i) => {
    const number = layout === 'national' ? [`公开${String(i + 1).padStart(2, '0')}表`] : [];
    return make(pen, layout === 'national' ? title : `${numeral(i + 1)}、${title}`, [...number, ...cornerOf(pen)]);
  });
}

/** «单位：万元» in the style's words. */
function cornerOf(pen: Pen): string[] {
  const { corner, tableUnit } = pen.style;
  if (corner === 'plain') return [`单位：${tableUnit}`];
  if (corner === 'money') return [`金额单位：${tableUnit}`];
  return [`部门：${pen.accounts.entity}`, `单位：${tableUnit}`];
}

/** The function lines that the style's general tables print. */
function linesOf(pen: Pen, table: string, column: string): (readonly [string, string])[] {
  const { functionLines } = pen.style;
  if (functionLines === 'all') return [...FUNCTION_LINES];
  if (functionLines === 'used') return FUNCTION_LINES.filter(([code]) => pen.now(`${table}.${code}${column}`).gt(0));
  return FUNCTION_LINES.filter(([code]) => !['231', '232', '234'].includes(code));
}

function general1(pen: Pen, title: string, corner: readonly string[]): TableBlock {
  const numbered = pen.style.layout === 'national';
  const grid = new Grid();
  const [width, at] = numbered ? [3, [0, 2, 3, 5]] : [2, [0, 1, 2, 3]];
  grid.put(0, 0, '收入', 1, width).put(0, width, '支出', 1, width);
  grid
    .put(1, at[0]!, '项目')
    .put(1, at[1]!, numbered ? '金额' : '决算数')
    .put(1, at[2]!, '项目')
    .put(1, at[3]!, numbered ? '金额' : '决算数');
  if (numbered) grid.put(1, 1, '行次').put(1, 4, '行次').put(2, 0, '栏次').put(2, 2, '1').put(2, 3, '栏次').put(2, 5, '2');
  const start = numbered ? 3 : 2;
  const left: [string, string | null][] = [...INCOME.map((name, i) => [name, `T1.i${i + 1}`] as [string, string])];
  const right: [string, string | null][] = linesOf(pen, 'T1.f', '').map(([code, name], i) => [
    `${numeral(i + 1)}、${name}`,
    `T1.f.${code}`,
  ]);
  while (left.length < right.length) left.push(['', null]);
  while (right.length < left.length) right.push(['', null]);
  left.push(['本年收入合计', 'T1.IN'], ['使用非财政拨款结余', 'T1.U'], ['年初结转和结余', 'T1.B'], ['总计', 'T1.TI']);
  right.push(['本年支出合计', 'T1.OUT'], ['结余分配', 'T1.D'], ['年末结转和结余', 'T1.E'], ['总计', 'T1.TO']);
  left.forEach(([name, fact], i) => {
    const row = start + i;
    grid.put(row, at[0]!, name).put(row, at[1]!, fact ? cell(pen, fact) : '');
    grid.put(row, at[2]!, right[i]![0]).put(row, at[3]!, right[i]![1] ? cell(pen, right[i]![1]!) : '');
    if (numbered) grid.put(row, 1, String(i + 1)).put(row, 4, String(left.length + i + 1));
  });
  return grid.build(
    title,
    start,
    width * 2,
    corner,
    numbered ? ['注：本表反映部门本年度的总收支和年末结转结余情况。本套报表金额单位转换时可能存在尾数误差。'] : [],
  );
}

function fiscal(pen: Pen, title: string, corner: readonly string[]): TableBlock {
  const grid = new Grid();
  grid.put(0, 0, '收入', 1, 2).put(0, 2, '支出', 1, 5);
  grid.add([
    '项目',
    pen.style.layout === 'national' ? '金额' : '决算数',
    '项目',
    '合计',
    '一般公共预算财政拨款',
    '政府性基金预算财政拨款',
    '国有资本经营预算财政拨款',
  ]);
  const left: [string, string | null][] = [
    ['一、一般公共预算财政拨款', 'T4.g.1'],
    ['二、政府性基金预算财政拨款', 'T4.g.2'],
    ['三、国有资本经营预算财政拨款', 'T4.g.3'],
  ];
  const right: [string, string | null][] = linesOf(pen, 'T4.h', '.s').map(([code, name], i) => [
    `${numeral(i + 1)}、${name}`,
    `T4.h.${code}`,
  ]);
  while (left.length < right.length) left.push(['', null]);
  while (right.length < left.length) right.push(['', null]);
  left.push(
    ['本年收入合计', 'T4.GIN'],
    ['年初财政拨款结转和结余', 'T4.GB'],
    ['一、一般公共预算财政拨款', 'T4.gb.1'],
    ['二、政府性基金预算财政拨款', 'T4.gb.2'],
    ['三、国有资本经营预算财政拨款', 'T4.gb.3'],
    ['总计', 'T4.GT'],
  );
  right.push(
    ['本年支出合计', 'T4.GOUT'],
    ['年末财政拨款结转和结余', 'T4.GE'],
    ['', null],
    ['', null],
    ['', null],
    ['总计', 'T4.GTO'],
  );
  left.forEach(([name, fact], i) => {
    const [label, field] = right[i]!;
    grid.add([
      name,
      fact ? cell(pen, fact) : '',
      label,
      ...['s', '1', '2', '3'].map(column => (field ? cell(pen, `${field}.${column}`) : '')),
    ]);
  });
  return grid.build(title, 2, 7, corner);
}

/** T6: staff on the left, office on the right; the national form gives what is not 302 a third group of columns. */
function economic(pen: Pen, title: string, corner: readonly string[]): TableBlock {
  const grid = new Grid();
  const { layout } = pen.style;
  const groups =
    layout === 'national'
      ? [['301', '303'], ['302'], ['307', '310', '312', '399']]
      : [
          ['301', '303'],
          ['302', '310'],
        ];
  const width = groups.length * 3;
  grid.put(0, 0, '人员经费', 1, 3).put(0, 3, '公用经费', 1, width - 3);
  const money = layout === 'national' ? '金额' : '决算数';
  grid.add(groups.flatMap(() => ['科目编码', '科目名称', money]));
  const lists = groups.map(classes =>
    classes.flatMap(group => [
      group,
      ...ECONOMIC_CODES.filter(code => code.startsWith(group) && (layout !== 'sichuan' || pen.now(`T6.${code}`).gt(0))),
    ]),
  );
  const part = (code: string | undefined): (string | Inline)[] =>
    code ? [code, economicName(code), cell(pen, `T6.${code}`)] : ['', '', ''];
  for (let i = 0; i < Math.max(...lists.map(list => list.length)); i++) grid.add(lists.flatMap(list => part(list[i])));
  const row = grid.rows;
  grid.put(row, 0, '人员经费合计', 1, 2).put(row, 2, cell(pen, 'T6.staff'));
  grid.put(row, 3, '公用经费合计', 1, width - 4).put(row, width - 1, cell(pen, 'T6.public'));
  return grid.build(title, 2, width, corner);
}

const TRAVEL = [
  ['S', '合计'],
  ['O', '因公出国（境）费'],
  ['V', '小计'],
  ['VP', '公务用车购置费'],
  ['VR', '公务用车运行维护费'],
  ['R', '公务接待费'],
] as const;

/** T7: Shanghai interleaves budget and outcome, the others print six budgets and then six outcomes. */
function travelTable(pen: Pen, table: 'T7' | 'T7g', title: string, corner: readonly string[]): TableBlock {
  const grid = new Grid();
  const sides = [
    ['budget', '预算数'],
    ['outcome', '决算数'],
  ] as const;
  if (pen.style.layout === 'shanghai') {
    grid
      .put(0, 0, '合计', 2, 2)
      .put(0, 2, '因公出国（境）费', 2, 2)
      .put(0, 4, '公务用车购置及运行维护费', 1, 6)
      .put(0, 10, '公务接待费', 2, 2);
    grid.put(1, 4, '小计', 1, 2).put(1, 6, '购置费', 1, 2).put(1, 8, '运行维护费', 1, 2);
    grid.add(TRAVEL.flatMap(() => sides.map(([, name]) => name)));
    grid.add(TRAVEL.flatMap(([key]) => sides.map(([side]) => cell(pen, `${table}.${side}.${key}`))));
    return grid.build(title, 3, 12, corner);
  }
  sides.forEach(([, name], i) => {
    const at = i * 6;
    grid
      .put(0, at, name, 1, 6)
      .put(1, at, '合计', 2)
      .put(1, at + 1, '因公出国（境）费', 2);
    grid.put(1, at + 2, '公务用车购置及运行维护费', 1, 3).put(1, at + 5, '公务接待费', 2);
    grid
      .put(2, at + 2, '小计')
      .put(2, at + 3, '公务用车购置费')
      .put(2, at + 4, '公务用车运行维护费');
  });
  if (pen.style.layout === 'national') grid.add(Array.from({ length: 12 }, (_, i) => String(i + 1)));
  grid.add(sides.flatMap(([side]) => TRAVEL.map(([key]) => cell(pen, `${table}.${side}.${key}`))));
  return grid.build(title, pen.style.layout === 'national' ? 4 : 3, 12, corner);
}
