import { fits, statutory } from '../../../domain/index.ts';
import { type Grid, isCounting, isName } from '../grid/grid.ts';
import { type Aspect, aspectOf, isLevel } from './aspect.ts';
import type { Column, Sheet } from './sheet.ts';

/** What a column is of, be it its outcome or its budget: the key without what sets it apart («sum@年初预算», «sum@上年»). */
export const baseOf = (key: string): string => key.split('@')[0]!;

type Told = Column & { readonly suffix: string };

/** The columns of a table's own list from `first` on, before `end`; those no entry fits are named by their header. */
export function columnsOf(sheet: Sheet, first: number, end = sheet.grid.cols): Column[] {
  const { grid, head, year, def } = sheet;
  const told: Told[] = [];
  for (let col = first; col < end; col++) {
    if (isCounting(grid, head, col)) continue;
    const headers = grid.above(head, col);
    const whole = headers.join('');
    if (statutory.numbering.some(word => whole.includes(word)) || !headers.length) continue;
    const isWithin = statutory.within.some(word => whole.includes(word));
    const aspect = aspectOf(headers, year, def.measure);
    const found = keyOf(sheet, whole, aspect);
    const key = isWithin && found !== 'within' ? `within ${col}` : (found ?? `other ${col}`);
    told.push({ ...aspect, col, key, name: shown(headers), headers });
  }
  const compared = withCompared(sheet, told);
  return compared.map(({ suffix, ...column }) => ({ ...column, key: keyAmong({ ...column, suffix }, compared) }));
}

/** «上年决算数», «增减额» without a word of what are of the only amount, or of the total. */
function withCompared({ def }: Sheet, told: readonly Told[]): Told[] {
  const isKnown = (one: Told) => !/^(?:other|within) /.test(one.key);
  const keys = [...new Set(told.filter(one => one.suffix === '' && isKnown(one)).map(one => one.key))];
  const whole = keys.length === 1 ? keys[0] : def.sums?.flatMap(sum => sum.total).find(key => keys.includes(key));
  const isBare = (one: Told) =>
    !isKnown(one) && (isLevel(one) ? one.suffix.endsWith('@上年') && BARE.test(one.headers.at(-1)!) : true);
  if (!whole) return [...told];
  const last = told.some(one => one.suffix.endsWith('@上年') && (one.key === whole || isBare(one)));
  return told.map(one => (last && isBare(one) && one.suffix !== '' ? { ...one, key: whole } : one));
}

/** The entry a header fits; a budget or a year may be told by the words of its outcome («年初预算数» where the list has «决算数»). */
function keyOf({ def }: Sheet, whole: string, { measure, suffix }: Aspect): string | undefined {
  const fitting = (text: string) => def.columns?.find(column => fits(text, column))?.key;
  const own = fitting(whole);
  if (own || !isLevel({ measure })) return own;
  if (measure !== (def.measure ?? '决算')) return fitting(whole.replace(/(?:年初|全年|调整后?)?预算数/, '决算数'));
  return suffix === '' && !YEAR_ONLY.test(whole) ? undefined : fitting(whole.replace(YEAR_ONLY, '决算数'));
}

const BARE = /^(?:上年|去年|上一年|20\d{2}年)度?(?:决算|预算|执行|支出|收入)?(?:数|合计|金额)?$/;
/** «本年数», «上年», «2022年度». */
const YEAR_ONLY = /(?:本年|上年|去年|上一年|20\d{2}年)度?数?$/;

/** This year's outcome is what a column states, beside budgets and last year's; of two columns alike, the first. */
function keyAmong(column: Told, columns: readonly Told[]): string {
  const same = columns.filter(({ key }) => key === column.key);
  const own = same.find(({ suffix }) => suffix === '') ?? same.find(one => isLevel(one) && !one.suffix.endsWith('@上年'));
  if (column.col === own?.col || column.key.startsWith('other')) return column.key;
  const isFirst = (same.find(({ suffix }) => suffix === column.suffix)?.col ?? column.col) === column.col;
  return isFirst && column.suffix !== '' ? column.key + column.suffix : `other ${column.col}`;
}

function shown(headers: readonly string[]): string {
  return headers.slice(-2).join('·');
}

/** A column that says in what its rows count: «平方米», «辆». */
export const isUnits = (grid: Grid, head: number, col: number): boolean => grid.above(head, col).join('') === '计量单位';

/** Columns with names: at least a fifth of what stands there below the header are names, and more than are numbers. */
export function nameColumns(grid: Grid, head: number): number[] {
  const found: number[] = [];
  for (let col = 0; col < grid.cols; col++) {
    if (isUnits(grid, head, col)) continue;
    let names = 0;
    let amounts = 0;
    for (let r = head; r < grid.rows; r++) {
      const one = grid.at(r, col);
      if (!one || one.cell.col !== col) continue;
      if (isName(one.s)) names++;
      else if (/\d/.test(one.s)) amounts++;
    }
    // A remark under a column of numbers makes none of names.
    if (names >= Math.max(1, Math.min(3, (grid.rows - head) / 5)) && names > amounts) found.push(col);
  }
  return found;
}
