import { belonging } from '../../domain/index.ts';
import type { Figure, Measure, Statement, SumStatement } from '../../model/index.ts';
import { Big } from '../../model/index.ts';
import { type Label, labelOf } from '../labels.ts';
import { countStatements } from './counts.ts';
import { moneyScope } from './facts.ts';
import { openList, type PartList, type Topic } from './topics.ts';

/** What the topics of a narrative state about each other. `topics` in reading order. */
export function statementsOf(topics: readonly Topic[], entity: string | null): Statement[] {
  const statements: Statement[] = [];
  let listNumber = 0;
  const numbers = new Map<PartList, number>();
  adopt(topics, entity);
  for (const topic of topics) {
    statements.push(...completions(topic), ...changes(topic), ...repeats(topic));
    if (topic.share) {
      const whole = wholeOf(topic, topics, entity);
      if (topic.list && !numbers.has(topic.list)) numbers.set(topic.list, ++listNumber);
      if (topic.level) {
        statements.push({
          kind: 'share',
          source: 'narrative',
          rate: topic.share.rate,
          part: topic.level,
          whole,
          base: topic.share.base,
          list: topic.list ? numbers.get(topic.list)! : null,
        });
      }
    }
    for (const list of topic.lists) statements.push(...sums(list));
  }
  return [...statements, ...countStatements(topics)];
}

function completions(topic: Topic): Statement[] {
  const outcome = topic.level;
  if (!outcome) return [];
  const only = topic.budgets.size === 1 ? [...topic.budgets.values()][0]! : null;
  const budgetFor = (measure: Measure | null): Figure | null => {
    const exact = measure === null ? undefined : topic.budgets.get(measure);
    if (exact) return exact;
    return measure === null || measure === '预算' ? (topic.budgets.get('全年预算') ?? only) : null;
  };
  const order = topic.order;
  const common = {
    kind: 'completion',
    source: 'narrative',
    outcome,
    order: order?.direction ?? null,
    orderWord: order?.word ?? null,
    orderPlace: order?.place ?? null,
    carry: topic.carry,
    loose: order?.loose ?? false,
    ...(topic.path?.item ? { explained: topic.explained || order !== null } : {}),
  } as const;
  const budgetSaid = topic.budgets.get('年初预算') ?? only;
  if (topic.completions.length)
    return topic.completions.map(({ rate, measure }) => ({ ...common, rate, budget: budgetFor(measure) }));
  return budgetSaid ? [{ ...common, rate: null, budget: budgetSaid }] : [];
}

function changes(topic: Topic): Statement[] {
  return topic.changes.map(one => ({
    kind: 'change',
    source: 'narrative',
    current: topic.level,
    previous: one.base === 'budget' ? (topic.budgets.get('年初预算') ?? [...topic.budgets.values()][0] ?? null) : topic.previous,
    change: one.change,
    rate: one.rate,
    direction: one.direction,
    rateDirection: one.rateDirection,
    base: one.base,
    word: one.wordPlace,
  }));
}

function repeats(topic: Topic): Statement[] {
  if (!topic.level || !topic.again.length) return [];
  return [{ kind: 'same', source: 'narrative', figures: [topic.level, ...topic.again], about: topic.label.core }];
}

/**
 * The total a share is of: the one it names, else the total of its list, else what leads its paragraph or section. Where its words
 * leave a choice (本年支出合计 of which fund?), the nearest total that the share fits; if none does, the nearest.
 */
function wholeOf(topic: Topic, topics: readonly Topic[], entity: string | null): Figure | null {
  const candidates = wholes(topic, topics, entity).flatMap(one => (one.level ? [one.level] : []));
  if (topic.share!.base || topic.list?.parent.level || candidates.length < 2)
    return candidates.find(whole => fitsShare(topic, whole)) ?? candidates[0] ?? null;
  // Nothing says what it is a share of: what most of the shares told beside it fit.
  const beside = topics.filter(
    one =>
      one.share && !one.share.base && one.level && !one.list?.parent.level && one.paragraph.number === topic.paragraph.number,
  );
  const fits = candidates.map(whole => beside.filter(one => fitsShare(one, whole)).length);
  const most = Math.max(...fits);
  return most === 0 && beside.length > 1 ? null : candidates[fits.indexOf(most)]!;
}

function wholes(topic: Topic, topics: readonly Topic[], entity: string | null): Topic[] {
  const { base } = topic.share!;
  const parent = topic.list ? [topic.list.parent] : [];
  if (base) {
    const label = labelOf(base, entity);
    const named = topics.filter(one => one !== topic && one.unit === null && one.level && isNamed(one, label)).reverse();
    const ofAll = named.filter(one => label.scope !== null || !label.indicator || moneyScope(one) === '全部资金');
    const near = named.filter(one => one.section === topic.section);
    const said = [...parent.filter(one => isNamed(one, label)), ...(ofAll.length ? ofAll : near)];
    return said.length ? said : parent;
  }
  // A part of a list that tells its total is a share of that, whatever else its number would fit.
  if (parent[0]?.level) return parent;
  // What the section is about may be told under an earlier heading: «（一）总体情况 …», «（二）具体情况 …».
  const subject = topics.filter(
    one => one.indicator !== null && one.indicator === topic.section.label?.indicator && one.indicator !== topic.indicator,
  );
  const before = topics
    .slice(0, topics.indexOf(topic))
    .filter(one => one.section === topic.section && one.unit === null && !one.share && !areSiblings(one, topic));
  const guessed = [...before.filter(one => one.paragraph.number === topic.paragraph.number).reverse(), ...subject, ...before];
  return guessed.filter(one => isLarger(one, topic));
}

/** Items of a numbered list are no part of each other. */
function areSiblings({ paragraph: one }: Topic, { paragraph: other }: Topic): boolean {
  return one.numbered && other.numbered && one.number !== other.number;
}

/** A whole that nothing names is no less than its part. */
function isLarger(one: Topic, part: Topic): boolean {
  const [whole, amount] = [one.level?.amount, part.level?.amount];
  return !amount || (whole !== undefined && whole.kind === amount.kind && whole.value.gte(amount.value));
}

/** Whether a base names a topic, its fund aside when it names none. */
function isNamed(topic: Topic, label: Label): boolean {
  if (!label.indicator) return label.key !== '' && topic.label.key === label.key;
  return topic.indicator === label.indicator && (!label.scope || moneyScope(topic) === label.scope);
}

function fitsShare(topic: Topic, whole: Figure): boolean {
  const part = topic.level?.amount;
  const { value, step } = topic.share!.rate.amount;
  if (!part || whole.amount.kind !== part.kind || !whole.amount.value.gt(0)) return false;
  return part.value.div(whole.amount.value).times(100).minus(value).abs().lte(step);
}

function sums(list: PartList): Statement[] {
  const { parent } = list;
  const about = parent.label.core;
  const statements: Statement[] = [];
  const measured: readonly ((topic: Topic) => Figure | null | undefined)[] = [
    topic => topic.level,
    topic => topic.budgets.get('年初预算'),
    topic => topic.budgets.get('全年预算'),
    topic => topic.budgets.get('预算'),
  ];
  measured.forEach((figureOf, i) => {
    const total = figureOf(parent);
    const parts = addends(list).map(figureOf);
    if (!total || !parts.length || parts.some(part => !part)) return;
    const whole = parts as Figure[];
    if (whole.some(part => part.amount.kind !== total.amount.kind)) return;
    const complete = i === 0 ? completeness(list) : completeness(list) === 'yes' ? 'yes' : 'unknown';
    if (complete === 'no')
      for (const part of whole) statements.push({ kind: 'bound', source: 'narrative', smaller: part, larger: total, about });
    else statements.push({ kind: 'sum', source: 'narrative', total, parts: whole, complete, about });
  });
  return statements;
}

/** «收入、支出总计 A，其中：（一）收入总计 A …（二）支出总计 A …»: what is told again is no addend. */
function addends({ parent, children }: PartList): readonly Topic[] {
  return outermost(children).filter(
    child => !parent.indicator || child.indicator !== parent.indicator || child.label.scope !== parent.label.scope,
  );
}

/** Members that are part of another member (小微 of 中小, the 项 of a 类 that is listed too) are no addends. */
function outermost(children: readonly Topic[]): readonly Topic[] {
  return children.filter(
    topic =>
      !belonging.nested.some(chain => {
        const at = chain.indexOf(topic.indicator ?? '');
        return at > 0 && children.some(other => other.indicator === chain[at - 1]);
      }) && !children.some(other => other.path && topic.indicator?.startsWith(`${other.indicator}/`)),
  );
}

function completeness(list: PartList): SumStatement['complete'] {
  const children = addends(list);
  if (children.length < 2) return 'no';
  if (list.opener === 'whole') return 'yes';
  const indicators = children.map(child => child.indicator);
  if (belonging.partitions.some(members => indicators.every(one => one !== null && members.includes(one)))) return 'yes';
  if (
    children.every(child => child.indicator === list.parent.indicator && child.label.scope !== null) &&
    new Set(children.map(child => child.label.scope)).size === children.length
  )
    return 'yes';
  if (children.every(child => child.path || child.indicator?.startsWith('功能/'))) return 'yes';
  if (children.some(child => belonging.rest.some(word => child.label.core.startsWith(word) || child.label.key.startsWith(word))))
    return 'yes';
  if (sharesMakeWhole(children)) return 'yes';
  return 'unknown';
}

/**
 * Parts that no «其中» introduces: «合计 x。A y，占 p%。B z，占 q%。», or one part a numbered paragraph. They belong to the list
 * before them in their paragraph, else to what led it, else to what led the section; a share of something named otherwise does not.
 */
function adopt(topics: readonly Topic[], entity: string | null): void {
  let root: Topic | null = null;
  let list: PartList | null = null;
  for (const topic of topics) {
    if (topic.unit !== null || !topic.level) continue;
    if (root && root.section !== topic.section) root = list = null;
    const ownParagraph = root?.paragraph.number === topic.paragraph.number;
    if (topic.list) {
      list = topic.list;
      continue;
    }
    const isPart = topic.share !== null || (topic.path?.item !== undefined && root?.indicator === '本年支出');
    const base = topic.share?.base;
    const ofRoot: boolean = root !== null && !(root.share && !root.share.base) && (!base || isNamed(root, labelOf(base, entity)));
    if (
      isPart &&
      root &&
      ofRoot &&
      root !== topic &&
      (ownParagraph || topic.paragraph.numbered) &&
      (list?.parent !== root || goesOn(list, topic))
    ) {
      if (list?.parent !== root) list = openList(root, 'none');
      list.children.push(topic);
      topic.list = list;
    } else if (!ownParagraph && !topic.paragraph.numbered) {
      root = topic;
      list = null;
    }
  }
}

/** Whether a list goes on with a topic: its other parts tell shares as it does, and with it they come closer to their total. */
function goesOn(list: PartList, topic: Topic): boolean {
  const parts = outermost(list.children);
  const whole = list.parent.level;
  if (!parts.length || list.opener === 'none') return true;
  if (parts.every(part => !part.share) && !parts.every(part => part.path)) return false;
  if (!whole || parts.some(part => !part.level)) return !sharesAddUp(parts);
  const gap = whole.amount.value.minus(sumOf(parts.map(part => part.level!.amount.value)));
  return gap.minus(topic.level!.amount.value).abs().lte(gap.abs()) && !gap.eq(0);
}

function sharesMakeWhole(parts: readonly Topic[]): boolean {
  const shares = parts.map(part => part.share?.rate.amount);
  if (shares.some(share => !share)) return false;
  const off = sumOf(shares.map(share => share!.value)).minus(100);
  return off.abs().lte(sumOf(shares.map(share => share!.step)));
}

/** The shares of a list that is at its end: 100 but for one last digit. */
function sharesAddUp(parts: readonly Topic[]): boolean {
  const shares = parts.map(part => part.share?.rate.amount);
  if (shares.some(share => !share)) return false;
  const finest = shares.reduce((least, share) => (share!.step.lt(least) ? share!.step : least), shares[0]!.step);
  return sumOf(shares.map(share => share!.value))
    .minus(100)
    .abs()
    .lte(finest);
}

function sumOf(values: readonly Big[]): Big {
  return values.reduce((sum, value) => sum.plus(value), new Big(0));
}
