import type { Kind } from '../../model/index.ts';
import { type Grid, isAmount } from './grid.ts';

/** Columns that hold numbers but no addends: ordinals, codes, rates, prices, years, scores. */
const NO_ADDENDS =
  /序号|编号|编码|代码|行次|栏次|比例|占比|比重|率|％|%|单价|均价|平均|年份|年度$|日期|时间|电话|分值|得分|评分|面积|备注|说明/;
const MONEY = /元|金额|收入|支出|经费|资金|预算|决算|拨款|价值|原值|净值|费$/;
const UNIT = /(?<unit>亿元|万元|千元|元)/;

/** Columns of figures: at least two numbers in them, and hardly anything else. */
export function columnsWithFigures(grid: Grid, head: number): number[] {
  const found: number[] = [];
  for (let col = 0; col < grid.cols; col++) {
    const header = grid.above(head, col).join('');
    if (!header || NO_ADDENDS.test(header)) continue;
    const filled: string[] = [];
    for (let row = head; row < grid.rows; row++) {
      const one = grid.at(row, col);
      if (one?.s && one.cell.col === col && !/^[-—–－/／]+$/.test(one.s)) filled.push(one.s);
    }
    const numbers = filled.filter(isAmount);
    const isOrdinal = numbers.length > 2 && numbers.every((s, i) => Number(s) === i + 1);
    if (numbers.length >= 2 && numbers.length >= filled.length * 0.9 && !isOrdinal) found.push(col);
  }
  return found;
}

/** Money where the header or the table says so, else a count. */
export function kindOfColumn(header: string, unit: string): { kind: Kind; unit: string } {
  const own = UNIT.exec(header)?.groups?.unit;
  if (own) return { kind: 'money', unit: own };
  const counted = /（(?<unit>个|辆|人|人次|台|套|台（套）|批次|次|项|家|户|件)）/.exec(header)?.groups?.unit;
  if (counted || /数量|人数|个数|编制|在职|退休|人员数/.test(header)) return { kind: 'count', unit: counted ?? '' };
  return MONEY.test(header) && unit ? { kind: 'money', unit } : { kind: 'count', unit: '' };
}
