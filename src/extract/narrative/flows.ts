import type { Draft, Topic } from './topics.ts';

const FLOWS = ['本年收入', '本年支出'];
const OF_YEAR = /^(?:本年|当年)/;
const isOfYear = ({ label }: Topic) => OF_YEAR.test(label.core || label.key);

/**
 * «支出 9 万元（本年支出 8 万元，结转下年 1 万元）»: what this year's flow is told beside, as a smaller amount, is all that was there to
 * spend, and no flow itself.
 */
export function widenFlows(topics: readonly Topic[]): void {
  for (const topic of topics) if (isWholeOfFund(topic, topics)) topic.scope = '全部资金';
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

/**
 * «本年支出合计 9 万元。一般公共预算财政拨款支出 8 万元，占本年支出合计的 88.89%», under the heading of that fund: it is a share of the total,
 * which is of all funds.
 */
function isWholeOfFund({ label, indicator, level, section, unit }: Topic, topics: readonly Topic[]): boolean {
  if (!level || unit !== null || label.scope !== null || section.fund === null || !FLOWS.includes(indicator ?? '')) return false;
  return topics.some(
    one =>
      one.section === section &&
      one.indicator === indicator &&
      one.label.scope === section.fund &&
      one.share?.base?.endsWith(label.core) === true &&
      one.level?.amount.value.lt(level.amount.value),
  );
}

const isInner = ({ amount, quote, printed }: Draft, { level }: Topic): boolean =>
  amount.value.lt(level!.amount.value) && /(?:本年|当年)[^，。；]{0,12}$/.test(quote.slice(0, quote.indexOf(printed)));
