import { indicatorList } from '../../domain/index.ts';
import { type Fact, lookUp, type Measure, type Scope } from '../../model/index.ts';
import { labelOf } from '../labels.ts';
import { type Draft, scopeOf, type Topic } from './topics.ts';

/** The scope of a topic's money: as said, else the indicator's own, else 全部资金 for anything the catalogue knows. */
export function moneyScope(topic: Topic): Scope | null {
  const said = scopeOf(topic);
  if (said) return said;
  if (topic.unit !== null || !topic.indicator) return null;
  if (isMeeting(topic)) return '财政拨款';
  return lookUp(indicatorList, topic.indicator)?.scope ?? (topic.list ? moneyScope(topic.list.parent) : null) ?? '全部资金';
}

/** 会议费 and 培训费 in sections of their own or beside «三公» are those of the table that holds all of these; elsewhere they are items of others. */
function isMeeting({ indicator, list, section }: Topic): boolean {
  return !list && TOGETHER.has(indicator ?? '') && /三公|会议费|培训费/.test(section.title);
}

const TOGETHER = new Set(['会议费', '培训费']);

/** «货物采购授予中小企业合同金额占货物支出金额的 90%»: a share of something whose amount is told nowhere; its name alone says what it states. */
export function bindShare(
  draft: Draft,
  { lead, base }: { readonly lead: string; readonly base: string | null },
  entity: string | null,
  year: number | null,
): boolean {
  const { indicator, core } = labelOf(lead, entity);
  if (indicator === null || base === null) return false;
  draft.label = core;
  draft.fact = { indicator, scope: lookUp(indicatorList, indicator)?.scope ?? null, period: year, measure: '占比' };
  return true;
}

/** Says of each of a topic's figures what it states. */
export function bindFacts(topic: Topic, year: number | null): void {
  const scope = moneyScope(topic);
  const bind = (draft: Draft | null | undefined, measure: Measure, period = year) => {
    if (!draft) return;
    const fact: Fact = { indicator: topic.indicator, scope, period, measure };
    draft.fact = fact;
    if (measure !== '决算' && measure !== '数量') draft.label = topic.label.core || topic.label.key || draft.label;
  };
  bind(topic.level, topic.unit === null ? '决算' : '数量');
  for (const draft of topic.again) bind(draft, topic.unit === null ? '决算' : '数量');
  for (const [measure, draft] of topic.budgets) bind(draft, measure);
  for (const { rate } of topic.completions) bind(rate, '完成率');
  for (const share of [topic.share, ...topic.otherShares]) bind(share?.rate, '占比');
  bind(topic.carry, '结转使用');
  bind(topic.previous, topic.unit === null ? '决算' : '数量', year === null ? null : year - 1);
  for (const { change, rate } of topic.changes) {
    bind(change, '增减额');
    bind(rate, '增减率');
  }
}
