import type { Kind } from '../../../model/index.ts';
import { type Grid, isAmount, isNothing, UNIT_BEHIND } from '../grid/grid.ts';

/** Columns that hold numbers but no addends: ordinals, codes, rates, prices, years, scores. */
const NO_ADDENDS =
  /序号|编号|编码|代码|行次|栏次|比例|占比|比重|率|％|%|单价|均价|平均|年份|(?<!\d{4})年度$|日期|时间|电话|分值|得分|评分|面积|备注|说明/;
const RATE = /[%％]|率|比例|占比|比重|幅度/;
const MONEY = /元|金额|收入|支出|经费|资金|预算|决算|拨款|价值|原值|净值|费$/;
const COUNTED = /数量|人数|个数|编制|在职|退休|人员数/;
const UNIT = /(?<unit>亿元|万元|千元|元)/;

/** Columns of figures: hardly anything else than numbers in them. */
export function columnsWithFigures(grid: Grid, head: number): number[] {
  return columnsIn(grid, head, 0.9, (numbers, header) => header !== '' && numbers.length > 1);
}

/** Columns of money, be it one number: their header says so, or every number is written as money is («310.00», «310万元»). */
export function columnsWithMoney(grid: Grid, head: number, unit: string): number[] {
  return columnsIn(
    grid,
    head,
    0.5,
    (numbers, header) => numbers.length > 0 && numbers.every(s => kindOfColumn(header, unit, s).kind === 'money'),
  );
}

/** Columns of rates. */
export function columnsWithRates(grid: Grid, head: number): number[] {
  return Array.from({ length: grid.cols }, (_, col) => col).filter(col => {
    const filled = Array.from({ length: grid.rows - head }, (_, r) => grid.text(head + r, col)).filter(s => !isNothing(s));
    const isRate = (s: string) => isAmount(s.replace(/[%％]$/, ''));
    return RATE.test(grid.above(head, col).join('')) && filled.length > 0 && filled.every(isRate);
  });
}

/** Columns of which at least this share of what stands in them are numbers that pass the test. */
function columnsIn(
  grid: Grid,
  head: number,
  share: number,
  test: (numbers: readonly string[], header: string) => boolean,
): number[] {
  const found: number[] = [];
  for (let col = 0; col < grid.cols; col++) {
    const header = grid.above(head, col).join('');
    if (NO_ADDENDS.test(header)) continue;
    const filled: string[] = [];
    for (let row = head; row < grid.rows; row++) {
      const one = grid.at(row, col);
      if (one?.s && one.cell.col === col && !/^[-—–－/／]+$/.test(one.s)) filled.push(one.s);
    }
    const numbers = filled.filter(isAmount);
    const isOrdinal = numbers.length > 2 && numbers.every((s, i) => Number(s) === i + 1);
    if (numbers.length >= filled.length * share && !isOrdinal && test(numbers, header)) found.push(col);
  }
  return found;
}

/** A row that tells rates, whatever the columns above it tell: «比上年增减%». */
export const isRateRow = (label: string): boolean => /(?:[%％]|率|幅度|占比|比重|比例)(?:（[^）]{0,60}）)?$/.test(label);

/** A rate or money where the header, the table or the way the number is written says so, else a count. */
export function kindOfColumn(header: string, unit: string, number = ''): { kind: Kind; unit: string } {
  if (RATE.test(header)) return { kind: 'percent', unit: '%' };
  const own = UNIT_BEHIND.exec(number)?.groups?.unit ?? UNIT.exec(header)?.groups?.unit;
  if (own) return { kind: 'money', unit: own };
  const counted = /（(?<unit>个|辆|人|人次|台|套|台（套）|批次|次|项|家|户|件)）/.exec(header)?.groups?.unit;
  if (counted || COUNTED.test(header)) return { kind: 'count', unit: counted ?? '' };
  return unit && (MONEY.test(header) || /\.\d{2}$/.test(number)) ? { kind: 'money', unit } : { kind: 'count', unit: '' };
}
