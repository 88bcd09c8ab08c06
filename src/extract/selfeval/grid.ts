import { selfEvaluation } from '../../domain/index.ts';
import type { Cell, Table } from '../../model/index.ts';
import { plain, withoutBrackets } from '../plain.ts';

/** One row of a table: its cells from left to right, empty ones included. */
export interface Row {
  readonly index: number;
  readonly cells: readonly GridCell[];
}

export interface GridCell {
  readonly cell: Cell;
  /** The text without blanks and line breaks. */
  readonly s: string;
  readonly col: number;
}

/** Cells by row; a cell merged over several rows stands in each of them, so that every row reads by itself. */
export function rowsOf(table: Table): Row[] {
  const rows: GridCell[][] = Array.from({ length: table.rows }, () => []);
  for (const cell of table.cells) {
    const s = plain(cell.text).s;
    for (let r = cell.row; r < Math.min(table.rows, cell.row + cell.rowSpan); r++) rows[r]!.push({ cell, s, col: cell.col });
  }
  return rows.map((cells, index) => ({ index, cells: cells.sort((a, b) => a.col - b.col) }));
}

const roles = Object.entries(selfEvaluation.columns)
  .flatMap(([role, names]) => names.map(name => ({ role, name })))
  .sort((a, b) => b.name.length - a.name.length);

const oneOf = (names: readonly { readonly name: string }[]) => new RegExp(names.map(({ name }) => name).join('|'));
const anyRole = oneOf(roles);

const headerWords = (s: string) => withoutBrackets(s).replace(/[％%]/g, '');

/** The role of a header cell (budget, outcome, rate, target …), or null. What it ends with decides: 执行率得分 is a score. */
export function columnRole(s: string): string | null {
  const header = headerWords(s);
  if (header.length > 16 || !anyRole.test(header)) return null;
  return (roles.find(one => header.endsWith(one.name)) ?? roles.find(one => header.includes(one.name)))?.role ?? null;
}

const VALUE = /^[≥≤=＝><]?\d[\d.,]*%?$/;

/** Column number → role, when a row is a header (at least two different roles, and no values); else null. */
export function headerOf(row: Row): Map<number, string> | null {
  const columns = new Map<number, string>();
  if (row.cells.some(({ s }) => VALUE.test(s))) return null;
  for (const { cell, s, col } of row.cells) {
    const role = /\d/.test(withoutBrackets(s)) ? null : columnRole(s);
    if (role) for (let c = col; c < col + cell.colSpan; c++) columns.set(c, role);
  }
  if (new Set(columns.values()).size < 2) return null;
  const isIndicators = [...columns.values()].some(role => role === 'target' || role === 'level3');
  if (isIndicators) for (const [col, role] of columns) if (role === 'outcome') columns.set(col, 'actual');
  return columns;
}

const funding = Object.entries(selfEvaluation.funding)
  .flatMap(([part, names]) => names.map(name => ({ part, name })))
  .sort((a, b) => b.name.length - a.name.length);

const anyFunding = oneOf(funding);

/** Words without one of which no cell is of a project's whole money, and no header of a column of it. */
const WHOLE = oneOf([
  ...funding.filter(({ part }) => part === 'total'),
  ...roles.filter(({ role }) => role === 'budget' || role === 'outcome' || role === 'rate'),
]);

/** Whether rows may state the whole money of a project: most tables have no word of it. */
export const mayTellWhole = (rows: readonly Row[]): boolean =>
  rows.some(row => row.cells.some(({ s }) => WHOLE.test(s) || WHOLE.test(headerWords(s))));

/**
 * The role of a cell under a header. Rows recovered without their merged cells may have more or fewer cells than the header:
 * those are counted from the right, where the figures stand.
 */
export function roleOf(cell: GridCell, row: Row, columns: ReadonlyMap<number, string>, irregular: boolean): string | undefined {
  const shift = irregular ? row.cells.length - Math.max(...columns.keys()) - 1 : 0;
  return columns.get(cell.col - shift);
}

/** Which row of the funding block a label names (total, local …), or null. */
export function fundingPart(s: string): { part: string; name: string } | null {
  if (!anyFunding.test(s)) return null;
  const label = s.replace(/^其中：?|：$/g, '');
  return funding.find(one => label === one.name || (label.length <= one.name.length + 4 && label.includes(one.name))) ?? null;
}

/** The words of a row, for quotes; each of its figures asks for them. */
export function quoteOf(row: Row): string {
  const known = quotes.get(row);
  if (known !== undefined) return known;
  const texts = row.cells.map(one => one.cell.text.content.replace(/\s+/g, ' ').trim());
  const quote = texts
    .filter(text => text)
    .join(' ')
    .slice(0, 160);
  quotes.set(row, quote);
  return quote;
}

const quotes = new WeakMap<Row, string>();

/** A self-evaluation sheet starts with a row that holds nothing but its title. */
export function isTitle(row: Row): boolean {
  const filled = row.cells.filter(one => one.s);
  return (
    filled.length > 0 &&
    new Set(filled.map(one => one.cell)).size === 1 &&
    selfEvaluation.titles.some(title => filled[0]!.s.includes(title))
  );
}
