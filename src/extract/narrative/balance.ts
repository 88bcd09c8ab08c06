import { sideOf } from './naming.ts';
import type { Topic } from './topics.ts';

/**
 * «总收入 9 万元，总支出 8 万元»: totals that balance are called 总计; by these names, and not alike, they are what came in and what
 * was spent in the year.
 */
export function yearsFlows(topics: readonly Topic[]): void {
  const totals = topics.filter(
    ({ indicator, unit, level, label }) => indicator === '收支总计' && unit === null && level && sideOf(label.core),
  );
  for (const income of totals) {
    const spending = totals.find(
      one => sideOf(one.label.core) === '支出' && one.section === income.section && one.label.scope === income.label.scope,
    );
    if (!spending || sideOf(income.label.core) !== '收入' || spending.level!.amount.value.eq(income.level!.amount.value))
      continue;
    if ([income, spending].some(one => !/总(?:收入|支出)$/.test(one.label.core))) continue;
    income.indicator = '本年收入';
    spending.indicator = '本年支出';
  }
}
