import { amountOf, type Kind, placeOf, plus, type Statement } from '../../../model/index.ts';
import type { Draft } from '../../narrative/topics.ts';
import { ORDINAL } from '../../ordinals.ts';
import { type Counted, countedIn } from '../forms/counts.ts';
import { type Grid, isNumbering } from '../grid/grid.ts';
import type { Other, Row } from './listing.ts';

/** «项目 | 计量单位 | 数量 | 原值»: where the columns of such a table stand; null for any other. */
interface Columns {
  readonly unit: number;
  readonly count: number;
  readonly money: readonly number[];
}

const UNIT = /^(?:计量|计数|数量)?单位$/;
const COUNTED = /^(?:实有|年末|期末|本年)?(?:数量|个数|数)$/;
const PRICED = /金额|价值|原值|净值/;
const TOTAL = /合计|总计|总数|共有|总额/;
/** A number of the outer styles begins something else. */
const OUTER = /^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)/;
const INSIDE = /^(?:其中|含)：?/;
const REST = /^(?:其他|其它)/;

export function quantityColumns(grid: Grid, head: number): Columns | null {
  const names = Array.from({ length: grid.cols }, (_, col) => grid.above(head, col).at(-1) ?? '');
  const unit = names.findIndex(name => UNIT.test(name));
  const count = names.findIndex((name, col) => col > unit && COUNTED.test(name));
  if (head === 0 || unit < 1 || count < 0) return null;
  return { unit, count, money: names.flatMap((name, col) => (PRICED.test(name) ? [col] : [])) };
}

/** Things by their kinds, each in its own unit: the kinds below a total make it up, in number and in value. */
export function readQuantities(other: Other, year: number | null): { rows: Row[]; statements: Statement[] } | null {
  const columns = quantityColumns(other.grid, other.head);
  if (!columns) return null;
  const rows = rowsOf(other, columns, year);
  return { rows, statements: [columns.count, ...columns.money].flatMap(col => sumsDown(rows, col, columns)) };
}

/** What such a table counts, as forms that count among their amounts tell it. */
export const countsOf = (rows: readonly Row[]): Counted[] => countedIn(rows.flatMap(({ cells }) => [...cells.values()]));

function rowsOf(
  { grid, head, block, section, title, unit: usual }: Other,
  { unit, count, money }: Columns,
  year: number | null,
): Row[] {
  const rows: Row[] = [];
  for (let r = head; r < grid.rows; r++) {
    if (isNumbering(grid, r)) continue;
    const words = grid.row(r).filter(one => one.cell.col < unit && /[\u4e00-\u9fa5]/.test(one.s));
    const printed = words.at(-1)?.s ?? '';
    const label = printed.replace(INSIDE, '').replace(ORDINAL, '');
    const cells = new Map<number, Draft>();
    const counted = (grid.at(r, unit)?.s ?? '').replace(/[（）]/g, '');
    for (const col of [count, ...money]) {
      const one = grid.at(r, col);
      if (!one || one.cell.col !== col || one.cell.row !== r) continue;
      const kind: Kind = col === count ? 'count' : 'money';
      const content = one.cell.text.content.trim();
      const amount = amountOf(content, kind, kind === 'count' ? counted : usual);
      if (!amount || (kind === 'count' && !counted)) continue;
      const header = grid.above(head, col).at(-1) ?? '';
      const fact = { indicator: null, scope: null, period: year, measure: kind === 'count' ? ('数量' as const) : null };
      const at = { table: title, row: label, col: header };
      const place = { ...placeOf(one.cell.text), block };
      cells.set(col, { id: '', printed: content, amount, place, label, section, quote: grid.quote(r), fact, at });
    }
    rows.push({ label, words: [printed], depth: words[0]?.cell.col ?? 0, reach: 0, list: 0, cells });
  }
  return rows;
}

function sumsDown(rows: readonly Row[], col: number, { count }: Columns): Statement[] {
  return rows.flatMap((row, i): Statement[] => {
    const total = row.cells.get(col);
    const unit = unitOf(row, count);
    const below = rows.slice(i + 1);
    const first = below[0];
    if (!total || !first || !(TOTAL.test(row.label) || INSIDE.test(first.words[0] ?? ''))) return [];
    const end = below.findIndex(
      one =>
        unitOf(one, count) !== unit ||
        TOTAL.test(one.label) ||
        (OUTER.test(one.words[0] ?? '') && !OUTER.test(first.words[0] ?? '')),
    );
    const kinds = end < 0 ? below : below.slice(0, end);
    const parts = kinds.flatMap(one => one.cells.get(col) ?? []);
    if (parts.length < 2 || parts.length < kinds.length) return [];
    // A list that ends with what else there is, is whole.
    const isWhole = REST.test(kinds.at(-1)!.label);
    const rule = total.amount.kind === 'count' ? 'SUM-003' : 'SUM-120';
    const compare = isWhole ? '=' : '>=';
    return [{ kind: 'equation', source: 'table', rule, total: [plus(total)], parts: parts.map(plus), compare, about: row.label }];
  });
}

const unitOf = ({ cells }: Row, count: number): string => cells.get(count)?.amount.unit ?? '';
