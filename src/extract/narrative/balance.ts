import { moneyScope } from './facts.ts';
import { sideOf } from './naming.ts';
import { isTotalOf } from './parts.ts';
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
    if ([income, spending].some(one => !/总(?:收入|支出)$|(?:收入|支出)总额$/.test(one.label.core))) continue;
    income.indicator = '本年收入';
    spending.indicator = '本年支出';
  }
}

/**
 * «一般公共预算财政拨款支出 10 万元，其中：当年财政拨款支出 9 万元，上年结转支出 1 万元»: a part with its whole's own name is told by
 * another criterion, where all parts make the whole.
 */
export function partsOfThemselves(topics: readonly Topic[]): void {
  for (const topic of topics) {
    const { list, level, unit } = topic;
    const whole = list?.parent.level;
    if (!whole || !level || unit !== null || !list || !level.amount.value.lt(whole.amount.value)) continue;
    if (topic.indicator === null || topic.indicator !== list.parent.indicator || moneyScope(topic) !== moneyScope(list.parent))
      continue;
    const isListed = list.children.length > 1;
    const sum = list.children.reduce((all, child) => all.plus(child.level?.amount.value ?? 0), whole.amount.value.times(0));
    if ((isListed && sum.eq(whole.amount.value)) || isTotalOf(list.parent, topic.label)) topic.indicator = null;
  }
}
