import type { Topic } from './topics.ts';

/**
 * «支出 9 万元（本年支出 8 万元，结转下年 1 万元）»: what has this year's flow for one of its parts is all that was there to spend, and no
 * flow itself.
 */
export function widenFlows(topics: readonly Topic[]): void {
  for (const topic of topics) {
    const whole = topic.list?.parent;
    if (!whole?.level || !topic.level || whole.indicator !== topic.indicator) continue;
    if (topic.indicator !== '本年支出' && topic.indicator !== '本年收入') continue;
    const smaller = topic.level.amount.kind === 'money' && topic.level.amount.value.lt(whole.level.amount.value);
    if (smaller && /^(?:本年|当年)/.test(topic.label.core || topic.label.key) && whole.label.scope === topic.label.scope)
      whole.indicator = '收支总计';
  }
}
