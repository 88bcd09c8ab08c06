import type { Draft, Topic } from './topics.ts';

const FLOWS = ['本年收入', '本年支出'];
const OF_YEAR = /^(?:本年|当年)/;
const isOfYear = ({ label }: Topic) => OF_YEAR.test(label.core || label.key);

/**
 * «支出 9 万元（本年支出 8 万元，结转下年 1 万元）»: what this year's flow is told beside, as a smaller amount, is all that was there to
 * spend, and no flow itself.
 */
export function widenFlows(topics: readonly Topic[]): void {
  for (const topic of topics) {
    const at =
      topic.level && FLOWS.includes(topic.indicator ?? '') && !isOfYear(topic)
        ? topic.again.findIndex(one => isInner(one, topic))
        : -1;
    if (at < 0) continue;
    // The same name again, in a bracket: «支出 9 万元（本年支出 8 万元）».
    topic.again.splice(at, 1);
    topic.indicator = '收支总计';
  }
  topics.forEach((topic, i) => {
    if (!FLOWS.includes(topic.indicator ?? '') || !topic.level || topic.unit !== null || !isOfYear(topic)) return;
    const whole = topics[i - 1];
    const isBeside = whole?.level && whole.paragraph.number === topic.paragraph.number && whole.section === topic.section;
    if (!isBeside || whole.indicator !== topic.indicator || whole.label.scope !== topic.label.scope || isOfYear(whole)) return;
    if (whole.level!.amount.value.gt(topic.level.amount.value)) whole.indicator = '收支总计';
  });
}

const isInner = ({ amount, quote, printed }: Draft, { level }: Topic): boolean =>
  amount.value.lt(level!.amount.value) && /(?:本年|当年)[^，。；]{0,12}$/.test(quote.slice(0, quote.indexOf(printed)));
