import { indicatorList } from '../../../domain/index.ts';
import { lookUp } from '../../../model/index.ts';
import { moneyScope } from '../facts.ts';
import type { Topic } from '../topics.ts';

/**
 * «一般公共预算财政拨款“三公”经费»: the money is that of the statutory table, which counts all fiscal money, unless the report
 * tells apart what a fund paid of it.
 */
export function widenTravel(topics: readonly Topic[]): void {
  const own = topics.filter(one => one.unit === null && lookUp(indicatorList, one.indicator ?? '')?.scope === '财政拨款');
  const isFund = (one: Topic) => moneyScope(one) === '政府性基金' && one.level?.amount.value.eq(0) === false;
  if (own.some(isFund)) return;
  for (const topic of own)
    if (moneyScope(topic) === '一般公共预算' && topic.list?.parent.indicator !== topic.indicator) topic.scope = '财政拨款';
}
