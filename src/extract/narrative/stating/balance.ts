import { belonging } from '../../../domain/index.ts';
import type { Figure, Statement } from '../../../model/index.ts';
import { moneyScope } from '../facts.ts';
import type { Topic } from '../topics.ts';
import { sideOf } from '../words/naming.ts';
import { isTotalOf } from '../words/parts.ts';

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

/** «政府采购支出总额 9 万元。货物支出 4 万元，工程支出 0 万元，服务支出 5 万元»: all kinds of it, though nothing says that a list begins. */
export function wholesOfKinds(topics: readonly Topic[]): Statement[] {
  return belonging.kindsOf.flatMap(({ whole, parts }): Statement[] =>
    topics.flatMap((topic): Statement[] => {
      const { indicator, level, section, unit } = topic;
      if (indicator !== whole || !level || unit !== null) return [];
      const near = topics.filter(one => one.section === section && one.unit === null && one.level !== null);
      const told = parts.map(part => near.filter(one => one.indicator === part));
      const isListed = told.flat().some(one => one.list?.parent === topic);
      const isOnce = told.every(ones => ones.length === 1) && near.filter(one => one.indicator === whole).length === 1;
      if (isListed || !isOnce || topics.indexOf(topic) > topics.indexOf(told[0]![0]!)) return [];
      const kinds: Figure[] = told.map(ones => ones[0]!.level!);
      return [{ kind: 'sum', source: 'narrative', total: level, parts: kinds, complete: 'yes', about: topic.label.core }];
    }),
  );
}
