import { belonging, indicatorList } from '../../../domain/index.ts';
import { type Figure, lookUp, sumOf } from '../../../model/index.ts';
import { type Label, labelOf } from '../../labels.ts';
import { moneyScope } from '../facts.ts';
import type { Share, Topic } from '../topics.ts';
import { sideOf } from '../words/naming.ts';
import { isLarger, isNamed, isTotalBase } from './members.ts';

/**
 * The total a share is of: the one it names, else the total of its list, else what leads its paragraph or section. Where its words
 * leave a choice (本年支出合计 of which fund?), the nearest total that the share fits; if none does, the nearest.
 */
export function wholeOf(topic: Topic, share: Share, topics: readonly Topic[], entity: string | null): Figure | null {
  const found = wholes(topic, share, topics, entity);
  const candidates = (found.length ? found : knownWhole(topic, share, topics)).flatMap(one => (one.level ? [one.level] : []));
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

/** «授予中小企业合同金额 960 万元，占比 800%»: what it is always a part of, though it should be no more. */
function knownWhole({ indicator, section }: Topic, { base }: Share, topics: readonly Topic[]): Topic[] {
  const isWhole = (one: Topic) => Object.hasOwn(belonging.shortNames[one.indicator ?? ''] ?? {}, indicator ?? '');
  return base ? [] : topics.filter(one => one.section === section && one.unit === null && one.level && isWhole(one)).slice(0, 1);
}

function wholes(topic: Topic, share: Share, topics: readonly Topic[], entity: string | null): Topic[] {
  const { base } = share;
  const parent = topic.list ? [topic.list.parent] : [];
  if (base && isTotalBase(base)) return ofTheTotal(topic, topics);
  if (base) {
    const label = labelOf(base, entity);
    const named = topics.filter(one => one !== topic && one.unit === null && one.level && isNamed(one, label)).reverse();
    const isAnyScope = label.scope !== null || !label.indicator || lookUp(indicatorList, label.indicator)?.scope !== undefined;
    const ofAll = named.filter(one => isAnyScope || moneyScope(one) === '全部资金');
    // «占本年支出合计的 5%», which no sentence tells: the total of one fund is another, unless its number is meant for certain.
    const near = named.filter(one => one.section === topic.section && fitsShare(topic, share, one.level!));
    const own = parent.filter(one => isNamed(one, label));
    // «占收入合计的 5%», inside what one fund gave: of all income.
    const isAll = !label.scope && /合计|总计|总额/.test(base);
    const said = isAll && ofAll.length ? [...ofAll, ...own] : [...own, ...(ofAll.length ? ofAll : near)];
    const side = label.indicator === '收支总计' ? sideOf(label.core) : null;
    const meant = said.filter(one => side !== null && sideOf(one.label.core) === side);
    const flows = sameFlow(label, base, parent, topics);
    if (!said.length && !flows.length) return isAll && label.indicator ? [] : parent;
    // «三公经费 9 万元，其中：A 占总支出的 22%»: of the list's own total, where it is no share of all expenditure.
    return [...(meant.length ? meant : said), ...flows, ...(said.length ? [] : parent)];
  }
  // A part of a list that tells its total is a share of that, whatever else its number would fit.
  const instead = topic.list?.instead ? [topic.list.instead] : [];
  if (parent[0]?.level || parent[0]?.blank) return [...parent, ...instead, ...outerWhole(topic, topics, entity)];
  return likelyWholes(topic, topics);
}

/** What leads the paragraph, the section, or what the section is about, if it is no less. */
function likelyWholes(topic: Topic, topics: readonly Topic[]): Topic[] {
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

/** «占总额的 45%», «占合计的»: of the outermost total of the lists it stands in; where that is told as a share itself, of what it is a part of. */
function ofTheTotal(topic: Topic, topics: readonly Topic[]): Topic[] {
  const outer: Topic[] = [];
  for (let one = topic.list?.parent; one && !outer.includes(one); one = one.list?.parent) outer.unshift(one);
  const [first = topic] = outer;
  const isWhole = outer.length > 0 && !first.share;
  return [...(isWhole ? [] : likelyWholes(first, topics)), ...outer].filter(one => isLarger(one, topic));
}

/** «占总收入的 70%»: many mean what came in this year, not the total with what was carried over. */
function sameFlow(label: Label, base: string, parent: readonly Topic[], topics: readonly Topic[]): Topic[] {
  const flow = label.indicator === '收支总计' && !label.scope ? /收入|支出/.exec(base)?.[0] : undefined;
  const isMeant = (one: Topic) => one.indicator === `本年${flow}` && one.unit === null && one.level !== null;
  return flow ? [...parent, ...topics.filter(one => moneyScope(one) === '全部资金')].filter(isMeant) : [];
}

/**
 * «A 9 万元（占 90%），其中 B 6 万元（占 60%）»: where nothing names a base, a part alone may be told as a share of what its whole is one of; so may
 * what no word makes a part: «A 6 万元，占总额的 60%；B 4 万元，占 40%».
 */
function outerWhole({ list }: Topic, topics: readonly Topic[], entity: string | null): Topic[] {
  const whole = list?.parent;
  if (!whole?.share || (list!.opener !== 'none' && (whole.share.base || list!.children.length > 1))) return [];
  return wholes(whole, whole.share, topics, entity).slice(0, 1);
}

/** Items of a numbered list are no part of each other. */
function areSiblings({ paragraph: one }: Topic, { paragraph: other }: Topic): boolean {
  return one.style > 0 && other.style > 0 && one.number !== other.number;
}

function fitsShare({ level }: Topic, { rate }: Share, whole: Figure): boolean {
  return level !== null && whole.amount.kind === level.amount.kind && isShareOf(rate, level, [whole]);
}

/** At the printed digits, of the sum of some figures. */
export function isShareOf({ amount: { value, step } }: Figure, part: Figure, of: readonly Figure[]): boolean {
  const whole = sumOf(of, ({ amount }) => amount.value);
  return whole.gt(0) && part.amount.value.div(whole).times(100).minus(value).abs().lte(step);
}
