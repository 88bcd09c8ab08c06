import { fits, statutory } from '../../domain/index.ts';
import type { Measure } from '../../model/index.ts';
import type { Grid } from './grid.ts';
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

/** The columns of a table's own list, from `first` on; those no entry fits are named by their header. */
export function columnsOf({ grid, head, def, year }: Sheet, first: number): Column[] {
  const columns: Column[] = [];
  for (let col = first; col < grid.cols; col++) {
    const headers = grid.above(head, col);
    const whole = headers.join('');
    if (statutory.numbering.some(word => whole.includes(word)) || !headers.length) continue;
    const isWithin = statutory.within.some(word => whole.includes(word));
    const found = isForeign(headers, year) ? undefined : def.columns?.find(column => fits(whole, column));
    const key = isWithin && found?.key !== 'within' ? `within ${col}` : (found?.key ?? `other ${col}`);
    const measure = measureOf(headers);
    const rival = columns.findIndex(column => column.key === key);
    // Beside its budget, the outcome is what a column states.
    const isOutcome = rival >= 0 && measure === '决算' && columns[rival]!.measure !== '决算';
    if (isOutcome) columns[rival] = { ...columns[rival]!, key: `other ${columns[rival]!.col}` };
    columns.push({ col, key: rival >= 0 && !isOutcome ? `other ${col}` : key, name: shown(headers), measure });
  }
  return columns;
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
