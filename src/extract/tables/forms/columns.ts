import { fits, statutory } from '../../../domain/index.ts';
import type { Measure } from '../../../model/index.ts';
import type { Grid } from '../grid/grid.ts';
import type { Column, Sheet } from './sheet.ts';

// The plain word 预算 comes last: it is part of the others.
const measures = (Object.entries(statutory.measures) as [Measure, readonly string[]][]).map(([measure, words]) => ({
  measure,
  words,
}));

/** Which measure a column's headers speak of: 年初预算, 全年预算, 预算数 or (also when they say nothing) 决算. */
export function measureOf(headers: readonly string[]): Measure {
  for (const header of [...headers].reverse()) {
    const text = header.replace(/(?:一般公共|公共|政府性基金|国有资本经营)预算/g, '');
    const found = measures.find(one => one.words.some(word => text.includes(word)));
    if (found) return found.measure;
  }
  return '决算';
}

/** A column of another year, of changes or of rates: it does not state this year's accounts. */
export function isForeign(headers: readonly string[], year: number | null): boolean {
  const text = headers.join('');
  const years = [...text.matchAll(/(20\d{2})年/g)].map(match => Number(match[1]));
  if (years.length && year !== null && !years.includes(year)) return true;
  return /上年|去年|上一年|增减|变动|比例|占比|比重|完成率|执行率|增长|[%％]/.test(text);
}

const RATE = /[%％]|率|比例|占比|比重|幅度/;

/** The key of a column of a budget beside the outcome: «sum@年初预算». */
const beside = (key: string, measure: Measure) => `${key}@${measure}`;
/** What a column is of, be it its outcome or its budget. */
export const baseOf = (key: string): string => key.split('@')[0]!;

/** The columns of a table's own list, from `first` on; those no entry fits are named by their header. */
export function columnsOf(sheet: Sheet, first: number): Column[] {
  const { grid, head, year } = sheet;
  const columns: Column[] = [];
  for (let col = first; col < grid.cols; col++) {
    const headers = grid.above(head, col);
    const whole = headers.join('');
    if (statutory.numbering.some(word => whole.includes(word)) || !headers.length) continue;
    const isWithin = statutory.within.some(word => whole.includes(word));
    const measure = measureOf(headers);
    const found = isForeign(headers, year) ? undefined : keyOf(sheet, whole, measure);
    const key = isWithin && found !== 'within' ? `within ${col}` : (found ?? `other ${col}`);
    columns.push({ col, key, name: shown(headers), measure, isRate: RATE.test(whole) });
  }
  return columns.map(column => ({ ...column, key: keyAmong(column, columns) }));
}

/** The entry a header fits; a budget may be told by the words of its outcome («年初预算数» where the list has «决算数»). */
function keyOf({ def }: Sheet, whole: string, measure: Measure): string | undefined {
  const fitting = (text: string) => def.columns?.find(column => fits(text, column))?.key;
  return fitting(whole) ?? (measure === '决算' ? undefined : fitting(whole.replace(/(?:年初|全年|调整后?)?预算数/, '决算数')));
}

/** Beside its budgets, the outcome is what a column states; of two columns alike, the first. */
function keyAmong(column: Column, columns: readonly Column[]): string {
  const same = columns.filter(({ key }) => key === column.key);
  const own = same.find(({ measure }) => measure === '决算') ?? same[0]!;
  if (column === own) return column.key;
  const isFirst = same.find(({ measure }) => measure === column.measure) === column;
  return isFirst && column.measure !== own.measure ? beside(column.key, column.measure) : `other ${column.col}`;
}

function shown(headers: readonly string[]): string {
  return headers.slice(-2).join('·');
}

/** Columns with names: at least a fifth of what stands there below the header are words. */
export function nameColumns(grid: Grid, head: number): number[] {
  const found: number[] = [];
  for (let col = 0; col < grid.cols; col++) {
    let names = 0;
    for (let r = head; r < grid.rows; r++) {
      const one = grid.at(r, col);
      if (one && one.cell.col === col && /[\u4e00-\u9fa5]{2}/.test(one.s)) names++;
    }
    if (names >= Math.max(1, Math.min(3, (grid.rows - head) / 5))) found.push(col);
  }
  return found;
}
