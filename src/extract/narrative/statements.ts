import { belonging, indicatorList } from '../../domain/index.ts';
import { type Direction, type Figure, lookUp, type Measure, type Statement, type SumStatement } from '../../model/index.ts';
import { type Label, labelOf } from '../labels.ts';
import { countStatements } from './counts.ts';
import { moneyScope } from './facts.ts';
import { addends, adopt, isLarger, isNamed, isSubtotal, rejoin, sharesMakeWhole } from './members.ts';
import type { PartList, Share, Topic } from './topics.ts';

/** What the topics of a narrative state about each other. `topics` in reading order. */
export function statementsOf(topics: readonly Topic[], entity: string | null): Statement[] {
  const statements: Statement[] = [];
  let listNumber = 0;
  const numbers = new Map<PartList, number>();
  rejoin(topics);
  adopt(topics, entity);
  for (const topic of topics) {
    statements.push(...completions(topic), ...changes(topic), ...repeats(topic));
    if (topic.share && topic.list && !numbers.has(topic.list)) numbers.set(topic.list, ++listNumber);
    for (const share of topic.level && topic.share ? [topic.share, ...topic.otherShares] : []) {
      statements.push({
        kind: 'share',
        source: 'narrative',
        rate: share.rate,
        part: topic.level!,
        whole: wholeOf(topic, share, topics, entity),
        base: share.base,
        list: topic.list && share === topic.share ? numbers.get(topic.list)! : null,
        ...(topic.list ? { parts: allParts(topic.list) } : {}),
      });
    }
    for (const list of topic.lists) statements.push(...sums(list), ...subtotals(list));
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
    return topic.completions.map(({ rate, measure }) => ({
      ...common,
      rate,
      budget: budgetFor(measure),
      ...gapOf(topic, measure),
    }));
  return budgetSaid ? [{ ...common, rate: null, budget: budgetSaid }] : [];
}

/** «为预算的 80%，比预算减少 d»: with the outcome, as good as the budget itself. */
function gapOf(topic: Topic, measure: Measure | null): { gap?: { figure: Figure; sign: 1 | -1 } } {
  const gap = topic.changes.find(one => one.base === 'budget' && one.change && one.direction);
  return topic.budgets.size || !gap || measure === '全年预算'
    ? {}
    : { gap: { figure: gap.change!, sign: gap.direction === 1 ? 1 : -1 } };
}

function changes(topic: Topic): Statement[] {
  return topic.changes.map(one => {
    const budget =
      (one.measure && topic.budgets.get(one.measure)) ?? topic.budgets.get('年初预算') ?? [...topic.budgets.values()][0] ?? null;
    const previous = one.base === 'budget' ? budget : topic.previous;
    return {
      kind: 'change',
      source: 'narrative',
      current: topic.level,
      previous,
      change: one.change,
      rate: one.rate,
      direction: one.direction ?? wayFrom(previous, topic.level),
      rateDirection: one.rateDirection,
      base: one.base,
      word: one.wordPlace,
      ...(one.loose ? { loose: true } : {}),
    };
  });
}

/** «差异为 3 万元» does not say which of the two is more; the two do. */
function wayFrom(previous: Figure | null, current: Figure | null): Direction {
  if (!previous || !current || previous.amount.kind !== current.amount.kind) return null;
  return current.amount.value.lt(previous.amount.value) ? -1 : 1;
}

function repeats(topic: Topic): Statement[] {
  if (!topic.level || !topic.again.length) return [];
  return [{ kind: 'same', source: 'narrative', figures: [topic.level, ...topic.again], about: topic.label.core }];
}

/**
 * The total a share is of: the one it names, else the total of its list, else what leads its paragraph or section. Where its words
 * leave a choice (本年支出合计 of which fund?), the nearest total that the share fits; if none does, the nearest.
 */
function wholeOf(topic: Topic, share: Share, topics: readonly Topic[], entity: string | null): Figure | null {
  const candidates = wholes(topic, share, topics, entity).flatMap(one => (one.level ? [one.level] : []));
  if (share.base || topic.list?.parent.level || candidates.length < 2)
    return candidates.find(whole => fitsShare(topic, share, whole)) ?? candidates[0] ?? null;
  // Nothing says what it is a share of: what most of the shares told beside it fit.
  const beside = topics.filter(
    one =>
      one.share && !one.share.base && one.level && !one.list?.parent.level && one.paragraph.number === topic.paragraph.number,
  );
  const fits = candidates.map(whole => beside.filter(one => fitsShare(one, one.share!, whole)).length);
  const most = Math.max(...fits);
  return most === 0 && beside.length > 1 ? null : candidates[fits.indexOf(most)]!;
}

function wholes(topic: Topic, { base }: Share, topics: readonly Topic[], entity: string | null): Topic[] {
  const parent = topic.list ? [topic.list.parent] : [];
  if (base) {
    const label = labelOf(base, entity);
    const named = topics.filter(one => one !== topic && one.unit === null && one.level && isNamed(one, label)).reverse();
    const isAnyScope = label.scope !== null || !label.indicator || lookUp(indicatorList, label.indicator)?.scope !== undefined;
    const ofAll = named.filter(one => isAnyScope || moneyScope(one) === '全部资金');
    const near = named.filter(one => one.section === topic.section);
    const own = parent.filter(one => isNamed(one, label));
    // «占收入合计的 5%», inside what one fund gave: of all income.
    const isAll = !label.scope && /合计|总计|总额/.test(base);
    const said = isAll && ofAll.length ? [...ofAll, ...own] : [...own, ...(ofAll.length ? ofAll : near)];
    return said.length ? [...said, ...sameFlow(label, base, parent, topics)] : parent;
  }
  // A part of a list that tells its total is a share of that, whatever else its number would fit.
  if (parent[0]?.level || parent[0]?.blank) return [...parent, ...outerWhole(topic, topics, entity)];
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

/** «占总收入的 70%»: many mean what came in this year, not the total with what was carried over. */
function sameFlow(label: Label, base: string, parent: readonly Topic[], topics: readonly Topic[]): Topic[] {
  const flow = label.indicator === '收支总计' && !label.scope ? /收入|支出/.exec(base)?.[0] : undefined;
  const isMeant = (one: Topic) => one.indicator === `本年${flow}` && one.unit === null && one.level !== null;
  return flow ? [...parent, ...topics.filter(one => moneyScope(one) === '全部资金')].filter(isMeant) : [];
}

/** «A 9 万元（占 90%），其中 B 6 万元（占 60%）»: where nothing names a base, a part alone may be told as a share of what its whole is one of. */
function outerWhole({ list }: Topic, topics: readonly Topic[], entity: string | null): Topic[] {
  const whole = list?.parent;
  if (!whole?.share || whole.share.base || list!.children.length > 1) return [];
  return wholes(whole, whole.share, topics, entity).slice(0, 1);
}

/** Items of a numbered list are no part of each other. */
function areSiblings({ paragraph: one }: Topic, { paragraph: other }: Topic): boolean {
  return one.numbered && other.numbered && one.number !== other.number;
}

function fitsShare(topic: Topic, { rate }: Share, whole: Figure): boolean {
  const part = topic.level?.amount;
  const { value, step } = rate.amount;
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

function subtotals({ children, parent }: PartList): Statement[] {
  return children.flatMap((child, i): Statement[] => {
    const parts = children.slice(0, i).map(one => one.level);
    if (!isSubtotal(child) || !child.level || parts.length < 2 || parts.some(one => one?.amount.kind !== 'money')) return [];
    return [
      {
        kind: 'sum',
        source: 'narrative',
        total: child.level,
        parts: parts as Figure[],
        complete: 'yes',
        about: parent.label.core,
      },
    ];
  });
}

/** The parts of what is told by them alone. */
function allParts(list: PartList): Figure[] {
  const parts = addends(list).flatMap(part => (part.level ? [part.level] : []));
  return !list.parent.level && parts.length === list.children.length && completeness(list) === 'yes' ? parts : [];
}

function completeness(list: PartList): SumStatement['complete'] {
  const children = addends(list);
  if (children.length === 1 && list.opener === 'whole' && isOnly(children[0]!, list.parent)) return 'yes';
  if (children.length < 2) return 'no';
  if (list.opener === 'whole') return 'yes';
  const indicators = children.map(child => child.indicator);
  if (belonging.partitions.some(members => indicators.every(one => one !== null && members.includes(one)))) return 'yes';
  if (belonging.wholes.some(members => members.every(one => indicators.includes(one)))) return 'yes';
  if (
    children.every(child => child.indicator === list.parent.indicator && child.label.scope !== null) &&
    new Set(children.map(child => child.label.scope)).size === children.length
  )
    return 'yes';
  if (children.every(child => child.path || child.indicator?.startsWith('功能/'))) return 'yes';
  if (children.some(child => belonging.rest.some(word => child.label.core.startsWith(word) || child.label.key.startsWith(word))))
    return 'yes';
  if (sharesMakeWhole(children) || namesNothings(children)) return 'yes';
  return 'unknown';
}

/** «其中：A 0 万元、B 0 万元、C 3 万元»: who tells what is nothing leaves nothing out. */
function namesNothings(children: readonly Topic[]): boolean {
  const nothings = children.filter(child => child.level?.amount.value.eq(0));
  return nothings.length > 1 && children.length - nothings.length === 1 && children.every(child => child.level);
}

/** «支出具体情况如下：», then its only item. */
function isOnly({ path }: Topic, { label }: Topic): boolean {
  return label.scope === '政府性基金' || label.scope === '国有资本'
    ? path !== null
    : path?.item !== undefined && label.scope !== null;
}
