import type { Big } from '../../../src/model/index.ts';
import { basicOf, type Fund, type Line, outlayOf, projectOf, type Source } from './lines.ts';
import { sum, ZERO } from './money.ts';
import { ECONOMIC_CLASSES, ECONOMIC_CODES, FUNCTION_LINES, treeOf } from './names.ts';

/** Facts of one year by address, e.g. T1.IN, T3.2010301.basic, T6.30101. Money in 万元, counts as they are. */
export type Facts = Map<string, Big>;

const FUNDS = [1, 2, 3] as const;
const SOURCES: readonly (readonly [Source, string])[] = [
  ['c2', 'i4'],
  ['c3', 'i5'],
  ['c4', 'i6'],
  ['c5', 'i7'],
  ['c6', 'i8'],
];

export const basicColumn = (lines: readonly Line[]): Big => sum(lines.map(basicOf));
export const projectColumn = (lines: readonly Line[]): Big => sum(lines.map(projectOf));
const outlay = (lines: readonly Line[]) => sum(lines.map(outlayOf));
const income = (lines: readonly Line[]) => sum(lines.map(line => line.income));

/** The codes a table needs for its lines, «total» first. */
function rows(lines: readonly Line[]): [key: string, lines: Line[]][] {
  const codes = treeOf(lines.map(line => line.code));
  return [
    ['total', [...lines]],
    ...codes.map(code => [code, lines.filter(line => line.code.startsWith(code))] as [string, Line[]]),
  ];
}

/**
 * All statutory tables of one year (identities 1–59). `spared` (U) is savings used instead of income, `handed` (D) what is
 * distributed of the result; both are already balanced in the lines' income.
 */
export function statementsOf(lines: readonly Line[], spared: Big, handed: Big): Facts {
  const facts: Facts = new Map();
  const of = (fund: Fund) => lines.filter(line => line.fund === fund);
  const fiscal = lines.filter(line => line.fund !== 0);
  generalTable(facts, lines, spared, handed);
  for (const [key, part] of rows(lines)) {
    facts.set(`T2.${key}.c1`, income(part.filter(line => line.fund !== 0)));
    for (const [source] of SOURCES)
      facts.set(`T2.${key}.${source}`, income(part.filter(line => line.fund === 0 && line.source === source)));
    facts.set(`T2.${key}.c0`, income(part));
    facts.set(`T3.${key}.d0`, outlay(part));
    facts.set(`T3.${key}.d1`, basicColumn(part));
    facts.set(`T3.${key}.d2`, projectColumn(part));
    for (const [use, column] of [
      ['upward', 'd3'],
      ['operating', 'd4'],
      ['subsidy', 'd5'],
    ] as const) {
      facts.set(`T3.${key}.${column}`, sum(part.filter(line => line.use === use).map(line => line.other)));
    }
  }
  fiscalTable(facts, fiscal);
  for (const [key, part] of rows(of(1))) {
    facts.set(`T5.${key}.sum`, outlay(part));
    facts.set(`T5.${key}.basic`, basicColumn(part));
    facts.set(`T5.${key}.project`, projectColumn(part));
  }
  economicTable(facts, of(1));
  for (const [table, fund] of [
    ['T8', 2],
    ['T9', 3],
  ] as const) {
    for (const [key, part] of rows(of(fund))) {
      facts.set(`${table}.${key}.begin`, sum(part.map(line => line.begin)));
      facts.set(`${table}.${key}.income`, income(part));
      facts.set(`${table}.${key}.sum`, outlay(part));
      facts.set(`${table}.${key}.basic`, basicColumn(part));
      facts.set(`${table}.${key}.project`, projectColumn(part));
      facts.set(`${table}.${key}.end`, sum(part.map(line => line.end)));
    }
  }
  details(facts, 'D4', fiscal, ['basic', 'project']);
  details(facts, 'D5', of(1), ['basic', 'project']);
  details(facts, 'P5', of(1), ['project']);
  return facts;
}

function generalTable(facts: Facts, lines: readonly Line[], spared: Big, handed: Big): void {
  for (const fund of FUNDS) facts.set(`T1.i${fund}`, income(lines.filter(line => line.fund === fund)));
  for (const [source, field] of SOURCES)
    facts.set(`T1.${field}`, income(lines.filter(line => line.fund === 0 && line.source === source)));
  for (const [code] of FUNCTION_LINES) facts.set(`T1.f.${code}`, outlay(lines.filter(line => line.code.startsWith(code))));
  const into = income(lines);
  const out = outlay(lines);
  const begin = sum(lines.map(line => line.begin));
  const end = sum(lines.map(line => line.end));
  const fields = {
    IN: into,
    OUT: out,
    U: spared,
    B: begin,
    D: handed,
    E: end,
    TI: into.plus(spared).plus(begin),
    TO: out.plus(handed).plus(end),
  };
  for (const [field, value] of Object.entries(fields)) facts.set(`T1.${field}`, value);
}

function fiscalTable(facts: Facts, lines: readonly Line[]): void {
  const set = (field: string, of: (part: readonly Line[]) => Big) => {
    for (const fund of FUNDS) facts.set(`T4.${field}.${fund}`, of(lines.filter(line => line.fund === fund)));
    facts.set(`T4.${field}.s`, of(lines));
  };
  set('g', income);
  set('gb', part => sum(part.map(line => line.begin)));
  set('GOUT', outlay);
  set('GE', part => sum(part.map(line => line.end)));
  set('GTO', part => outlay(part).plus(sum(part.map(line => line.end))));
  for (const [code] of FUNCTION_LINES) set(`h.${code}`, part => outlay(part.filter(line => line.code.startsWith(code))));
  facts.set('T4.GIN', income(lines));
  facts.set('T4.GB', sum(lines.map(line => line.begin)));
  facts.set('T4.GT', facts.get('T4.GIN')!.plus(facts.get('T4.GB')!));
}

/** T6: basic spending of the general budget by economic 类款. */
function economicTable(facts: Facts, lines: readonly Line[]): void {
  const at = (code: string) =>
    sum(lines.map(line => sum([...line.basic].filter(([key]) => key.startsWith(code)).map(([, value]) => value))));
  for (const code of ECONOMIC_CODES) facts.set(`T6.${code}`, at(code));
  for (const code of ECONOMIC_CLASSES) facts.set(`T6.${code}`, at(code));
  const group = (codes: readonly string[]) => sum(codes.map(code => facts.get(`T6.${code}`) ?? ZERO));
  facts.set('T6.staff', group(['301', '303']));
  facts.set('T6.public', group(['302', '307', '310', '312', '399']));
  facts.set('T6.total', group(['staff', 'public']));
}

/** D4, D5, P5: functional rows by economic 类款. Only cells with money are facts. */
function details(facts: Facts, table: string, lines: readonly Line[], columns: readonly ('basic' | 'project')[]): void {
  for (const [key, part] of rows(lines)) {
    let total = ZERO;
    for (const line of part) {
      for (const column of columns) {
        for (const [economic, value] of line[column]) {
          for (const code of [economic, economic.slice(0, 3)]) {
            const address = `${table}.${key}.${code}`;
            facts.set(address, (facts.get(address) ?? ZERO).plus(value));
          }
          total = total.plus(value);
        }
      }
    }
    facts.set(`${table}.${key}.sum`, total);
  }
}
