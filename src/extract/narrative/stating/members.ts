import { belonging } from '../../../domain/index.ts';
import { type Big, type Figure, sumOf } from '../../../model/index.ts';
import { type Label, labelOf } from '../../labels.ts';
import { moneyScope } from '../facts.ts';
import { openList, type PartList, type Topic } from '../topics.ts';
import { BARE_FLOW, isLeftOver, sideOf } from '../words/naming.ts';
import { isIncome, isOfTheYear, OPENING, sourceOf } from './income.ts';
import { isApart } from './kinds.ts';
import { onceTold, outermost } from './nested.ts';

/** What is told of a topic in one respect: its outcome, one of its budgets. */
export type FigureOf = (topic: Topic) => Figure | null | undefined;

/** «收入、支出总计 A，其中：（一）收入总计 A …（二）支出总计 A …»: what is told again is no addend. */
export function addends(list: PartList, figureOf: FigureOf = topic => topic.level): readonly Topic[] {
  const { parent } = list;
  const told = apart(parent, onceTold(outermost(membersOf(list, figureOf)))).filter(
    child =>
      !isSubtotal(child) &&
      !isApart(parent, child) &&
      !isSideOf(parent, child) &&
      (!parent.indicator || child.indicator !== parent.indicator || child.label.scope !== parent.label.scope),
  );
  const parts = withoutSides(told);
  const earned = parts.filter(({ indicator }) => !OPENING.has(indicator ?? ''));
  const isBeside = list.opener !== 'whole' && earned.length > 0 && earned.length < parts.length;
  if (isBeside && isOfTheYear(parent) && !makes(parent, parts)) return earned;
  // «本年支出 8 万元，其中：基本支出 5 万元，项目支出 3 万元，年末结转和结余 1 万元»: unless it is needed, what is left was not spent.
  const spent = parts.filter(one => !isLeftOver(one));
  return parent.indicator === '本年支出' && spent.length > 1 && !leftIsNeeded(parent, parts) ? spent : parts;
}

/** «收入、支出预算总计 9 万元，其中：（一）收入预算总计 9 万元 …（二）支出预算总计 9 万元»: each side is all of it. */
export function isSideOf({ label }: Topic, side: Topic): boolean {
  const { core } = side.label;
  return /收入/.test(label.core) && /支出/.test(label.core) && sideOf(core) !== null && /总(?:计|额)/.test(core);
}

/** «部门收入 9 万元。（一）收入预算 9 万元 …（二）支出预算 9 万元»: what comes in and what goes out make up nothing together. */
function withoutSides(parts: readonly Topic[]): readonly Topic[] {
  const sides = parts.filter(({ label }) => BARE_FLOW.test(label.core.replace(/(?:预算|决算)数?$/, '')));
  return new Set(sides.map(({ label }) => sideOf(label.core))).size > 1 ? parts.filter(part => !sides.includes(part)) : parts;
}

/** «国内接待费 3 万元，外事接待费 1 万元» of 3 万元: guests from abroad were received at home. */
function apart(whole: Topic, parts: readonly Topic[]): readonly Topic[] {
  const nested = parts.filter(({ indicator }) =>
    belonging.mayNest.some(({ outer, inner }) => indicator === inner && parts.some(other => other.indicator === outer)),
  );
  const others = parts.filter(part => !nested.includes(part));
  return nested.length && makes(whole, others) && !makes(whole, parts) ? others : parts;
}

const makes = ({ level }: Topic, parts: readonly Topic[]): boolean =>
  level !== null && sum(parts.flatMap(part => part.level?.amount.value ?? [])).eq(level.amount.value);

/** What nothing says to be a member is none where with it the parts would be more than their whole, unless it is known to be. */
function membersOf({ parent, children, sure }: PartList, figureOf: FigureOf): readonly Topic[] {
  const whole = figureOf(parent);
  if (sure === undefined || sure >= children.length || !whole || isPartition(children)) return children;
  const amounts = children.flatMap(child => figureOf(child)?.amount.value ?? []);
  return sum(amounts).gt(whole.amount.value) ? children.slice(0, sure) : children;
}

/**
 * «其中：A 0 万元。B1 5 万元；B2 6 万元。C 3 万元»: A and C are members of one whole, and B, told by its own parts or apart from the list,
 * is one as well.
 */
export function lacksMember(children: readonly Topic[], topics: readonly Topic[]): boolean {
  const [first] = children;
  const told = children.map(child => child.indicator);
  const ofYear = first?.list != null && isOfTheYear(first.list.parent);
  const near = (one: Topic) =>
    !children.includes(one) && one.unit === null && one.section === first?.section && one.level?.amount.value.gt(0) === true;
  return belonging.partitions.some(members => {
    if (!told.every(one => one !== null && members.includes(one))) return false;
    const missing = members.filter(member => !told.includes(member) && !(ofYear && OPENING.has(member)));
    const isPartOf = (indicator: string | null, whole: string) =>
      indicator !== null && Object.hasOwn(belonging.shortNames[whole] ?? {}, indicator);
    return topics.some(one => near(one) && missing.some(member => one.indicator === member || isPartOf(one.indicator, member)));
  });
}

/** All are members of one list that is known to be complete. */
export function isPartition(children: readonly Topic[]): boolean {
  const sources = children[0]?.list && isIncome(children[0].list.parent);
  const indicators = children.map(child => child.indicator ?? (sources ? sourceOf(child) : null));
  // «收入总计 A，其中：本年收入 B，年初结转 C»: what else there is, it need not tell.
  const isAll = indicators.includes('年初结转和结余') && children.some(({ label }) => /^(?:本年|当年)/.test(label.core));
  // «收入总计 9 万元（含年初结转 1 万元、使用结余 1 万元）»: what was there before is never all.
  const isOpening = indicators.every(one => OPENING.has(one ?? ''));
  return (
    !isAll && !isOpening && belonging.partitions.some(members => indicators.every(one => one !== null && members.includes(one)))
  );
}

function leftIsNeeded({ level }: Topic, parts: readonly Topic[]): boolean {
  const amounts = parts.flatMap(part => part.level?.amount ?? []);
  const isLeft = parts.some(part => isLeftOver(part) && part.level?.amount.value.eq(0) === false);
  return isLeft && level !== null && sum(amounts.map(amount => amount.value)).eq(level.amount.value);
}

/** «其中：A 1 万元，B 2 万元，合计 3 万元». */
export function isSubtotal({ label }: Topic): boolean {
  return /^(?:合计|总计|小计)$/.test(label.core);
}

/** «其中：国内接待费 A …。国（境）外接待费 B …。»: a list of known members goes on after a full stop, in its paragraph. */
export function rejoin(topics: readonly Topic[]): void {
  let list: PartList | null = null;
  for (const topic of topics) {
    if (topic.unit !== null || !topic.level) continue;
    if (topic.list) list = topic.list;
    else if (list && isMissing(list, topic)) {
      list.children.push(topic);
      topic.list = list;
    }
  }
}

/**
 * «合计 9 万元，其中：A 5 万元，占 56%，其中：中央资金 2 万元；B 4 万元，占 44%»: what would be too much for the inner list, or is told as a
 * share as A is, goes on with the outer one.
 */
export function reseat(topics: readonly Topic[]): void {
  for (const { list: outer, lists, level, share } of topics)
    for (const { children, sure } of lists) {
      if (!outer || !level || sure === undefined || sure >= children.length) continue;
      const isShared =
        share !== null && children.slice(0, sure).every(one => !one.share) && children.slice(sure).every(one => one.share);
      const isTooMuch = sum(children.flatMap(one => one.level?.amount.value ?? [])).gt(level.amount.value);
      if (!isShared && !isTooMuch) continue;
      const rest = children.splice(sure);
      for (const one of rest) one.list = outer;
      outer.children.push(...rest);
    }
}

function isMissing(list: PartList, topic: Topic): boolean {
  const told = list.children.map(child => child.indicator);
  // Income of three budgets bears one name.
  const isTold = list.children.some(one => one.indicator === topic.indicator && one.label.scope === topic.label.scope);
  const isNear = list.parent.section === topic.section && list.parent.paragraph.number === topic.paragraph.number;
  return (
    isNear &&
    list.parent.level !== null &&
    isLarger(list.parent, topic) &&
    !isTold &&
    !(isOfTheYear(list.parent) && OPENING.has(topic.indicator ?? '')) &&
    belonging.partitions.some(members => [topic.indicator, ...told].every(one => one !== null && members.includes(one)))
  );
}

/**
 * Parts that no «其中» introduces: «合计 x。A y，占 p%。B z，占 q%。», or one part a numbered paragraph. They belong to the list
 * before them in their paragraph, else to what led it, else to what led the section; a share of something named otherwise does not.
 */
export function adopt(topics: readonly Topic[], entity: string | null): void {
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
    // «支出合计 9 万元。（一）A（类）6 万元。…（二）B（类）3 万元。»
    const isLine = topic.path !== null && (topic.path.item !== undefined || topic.paragraph.style > 0);
    const isPart = topic.share !== null || (isLine && root?.indicator === '本年支出');
    const base = topic.share?.base;
    const elsewhere: Topic | null = base && topic.paragraph.style > 0 ? namedBefore(topic, base, topics, entity) : null;
    // One part a numbered paragraph, each a share of what an earlier section tells; the list goes on after paragraphs that tell more of a part.
    const before: PartList | undefined = elsewhere?.lists.find(
      one => one.opener === 'none' && one.children[0]?.section === topic.section,
    );
    if (elsewhere && (root === null || before)) {
      topic.list = before ?? openList(elsewhere, 'none');
      topic.list.children.push(topic);
      continue;
    }
    const ofRoot: boolean =
      root !== null &&
      !(root.share?.base && isPartition([root, topic])) &&
      !(root.share && !root.share.base) &&
      (!base || isTotalBase(base) || isNamed(root, labelOf(base, entity)));
    // «A 中，一般公共预算 5 万元；政府性基金 3 万元», then the items of A: another list of the same whole.
    const anew = list?.parent !== root || isOtherKind(list, topic);
    if (
      isPart &&
      root &&
      ofRoot &&
      root !== topic &&
      (ownParagraph || topic.paragraph.style > 0) &&
      (anew || (list && goesOn(list, topic)))
    ) {
      if (anew || !list) list = begunBefore(root, topic) ?? openList(root, 'none');
      list.children.push(topic);
      topic.list = list;
    } else if (!ownParagraph && topic.paragraph.style === 0) {
      root = topic;
      list = null;
    }
  }
}

/** «（一）A（类）…，其中：1.…（项）»: the list that «（二）B（类）» goes on with. */
function begunBefore({ lists }: Topic, { path, paragraph }: Topic): PartList | undefined {
  const isFellow = (one: Topic) => one.path !== null && one.paragraph.style === paragraph.style;
  return path && paragraph.style
    ? lists.findLast(({ opener, children }) => opener === 'none' && children.every(isFellow))
    : undefined;
}

const totalBase = new RegExp(belonging.totalBase);
/** «占合计的», «占总额的»: of the total that is spoken of, whatever that is. */
export const isTotalBase = (base: string): boolean => totalBase.test(base);

/** The last topic of an earlier section that the words of a share name with its fund, and that is no less than the part. */
function namedBefore(topic: Topic, base: string, topics: readonly Topic[], entity: string | null): Topic | null {
  const label = labelOf(base, entity);
  if (!label.indicator || !label.scope) return null;
  const before = topics.slice(0, topics.indexOf(topic));
  return (
    before.findLast(one => one.section !== topic.section && one.unit === null && isNamed(one, label) && isLarger(one, topic)) ??
    null
  );
}

/** Whether a list goes on with a topic: its other parts tell shares as it does, and with it they come closer to their total. */
function goesOn(list: PartList, topic: Topic): boolean {
  const parts = outermost(list.children);
  const whole = list.parent.level;
  if (!parts.length || list.opener === 'none') return true;
  if (parts.every(part => !part.share) && !parts.every(part => part.path)) return false;
  if (!whole || parts.some(part => !part.level)) return !sharesAddUp(parts);
  const gap = whole.amount.value.minus(sum(parts.map(part => part.level!.amount.value)));
  return gap.minus(topic.level!.amount.value).abs().lte(gap.abs()) && !gap.eq(0);
}

/** Funds are listed, and an item by its 类款项 follows. */
function isOtherKind(list: PartList | null, { path }: Topic): boolean {
  return path !== null && list !== null && list.children.length > 1 && list.children.every(one => !one.path && one.label.scope);
}

export function sharesMakeWhole(parts: readonly Topic[]): boolean {
  const shares = parts.map(part => part.share?.rate.amount);
  if (shares.some(share => !share)) return false;
  const off = sum(shares.map(share => share!.value)).minus(100);
  return off.abs().lte(sum(shares.map(share => share!.step)));
}

/** The shares of a list that is at its end: 100 but for one last digit. */
function sharesAddUp(parts: readonly Topic[]): boolean {
  const shares = parts.map(part => part.share?.rate.amount);
  if (shares.some(share => !share)) return false;
  const finest = shares.reduce((least, share) => (share!.step.lt(least) ? share!.step : least), shares[0]!.step);
  return sum(shares.map(share => share!.value))
    .minus(100)
    .abs()
    .lte(finest);
}

const sum = (values: readonly Big[]): Big => sumOf(values, value => value);

/** A whole that nothing names is no less than its part. */
export function isLarger(one: Topic, part: Topic): boolean {
  const [whole, amount] = [one.level?.amount, part.level?.amount];
  return !amount || (whole !== undefined && whole.kind === amount.kind && whole.value.gte(amount.value));
}

/** Whether a base names a topic, its fund aside when it names none. */
export function isNamed(topic: Topic, label: Label): boolean {
  if (!label.indicator) return label.key !== '' && topic.label.key === label.key;
  return topic.indicator === label.indicator && (!label.scope || moneyScope(topic) === label.scope);
}
