import { type Draft, newTopic, type Topic } from '../topics.ts';
import { sideOf } from '../words/naming.ts';

const FLOWS = ['本年收入', '本年支出'];
const OF_YEAR = /^(?:本年|当年)/;
/** By words of its own, not by those that its section gives it. */
const isOfYear = ({ label, section }: Topic) => label !== section.label && OF_YEAR.test(label.core || label.key);

/**
 * «支出 9 万元（本年支出 8 万元，结转下年 1 万元）»: what this year's flow is told beside, as a smaller amount, is all that was there to
 * spend, and no flow itself.
 */
export function widenFlows(topics: Topic[]): void {
  for (const topic of topics) if (isWholeOfFund(topic, topics)) topic.scope = '全部资金';
  for (const topic of [...topics]) {
    const { indicator, label } = topic;
    if (!topic.level || !FLOWS.includes(indicator ?? '') || isOfYear(topic)) continue;
    // The same name again, in a bracket or in a sentence of its own: «支出 9 万元（本年支出 8 万元）».
    const [first, ...more] = topic.again.filter(one => isInner(one, topic));
    if (!first) continue;
    const flow = newTopic({ ...label, core: indicator!, key: indicator!, indicator }, topic.section, topic.paragraph, null, null);
    flow.level = first;
    flow.again.push(...more);
    const rest = topic.again.filter(one => one !== first && !more.includes(one));
    topic.again.splice(0, topic.again.length, ...rest);
    topics.splice(topics.indexOf(topic) + 1, 0, flow);
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

/** «总收入», «支出总额»: all there was to spend, or what came in and was spent this year. */
const LOOSE = /总(?:收入|支出)|(?:收入|支出)(?:决算)?总额/;

/**
 * «总收入 9 万元», «总支出 8 万元»: totals of one account are equal, so these are what came in and what was spent. Nothing says so but the
 * numbers, which may be wrong: what is held against them elsewhere accuses nothing.
 */
export function looseTotals(topics: readonly Topic[]): void {
  const loose = topics.filter(
    one => one.indicator === '收支总计' && one.level && one.unit === null && LOOSE.test(one.label.core) && sideOf(one.label.core),
  );
  for (const { label } of loose) {
    const own = loose.filter(one => one.label.scope === label.scope);
    const [first] = own;
    if (own.every(one => one.level!.amount.value.eq(first!.level!.amount.value))) continue;
    for (const one of own) {
      one.indicator = sideOf(one.label.core) === '收入' ? '本年收入' : '本年支出';
      one.level!.grounds = ['name'];
      if (one.previous) one.previous.grounds = ['name'];
    }
  }
}

const isInner = ({ amount, quote, printed }: Draft, { level }: Topic): boolean =>
  amount.value.lt(level!.amount.value) && /(?:本年|当年)[^，。；]{0,12}$/.test(quote.slice(0, quote.indexOf(printed)));
