import { belonging } from '../../../domain/index.ts';
import { lookUp } from '../../../model/index.ts';
import type { Label } from '../../labels.ts';
import { phrase } from '../../phrases.ts';
import { type Draft, openList, type PartList, type Section, type Topic } from '../topics.ts';
import { asSubject, isBasic } from './basic.ts';

/** What a label names as a part of a list, or in a section where no list is open. */
export function inList(told: Label, list: PartList | null, topics: readonly Topic[], section: Section): Label {
  const isOfBasic = isBasic(list, section);
  const label = isOfBasic ? asSubject(told) : told;
  // Economic subjects are told of basic expenditure in these reports' tables; elsewhere they are just names.
  const isEconomic = label.indicator?.startsWith('经济/');
  const own = label.indicator === null && list ? shortIn(label, list.parent) : label;
  // «支出合计 9 万元（含上年结转 1 万元）»: what was paid from what had been carried over, which is no more than all of that.
  if (own.indicator === '年初结转和结余' && list && !OPENING.has(list.parent.indicator ?? '') && !isIncome(list.parent))
    return { ...own, indicator: null };
  // «行政运行 9 万元，其中：基本支出 9 万元，项目支出 0 万元»: of that item, not of all.
  if (list && NATURES.has(label.indicator ?? '') && !isSum(list.parent, topics))
    return { ...own, indicator: ofItem(label, list.parent) };
  return isEconomic && !isOfBasic ? { ...own, indicator: null } : ofFund(own, list);
}

const NATURES = new Set(['基本支出', '项目支出']);

/** «…，其中：基本支出 5 万元，项目支出 3 万元，具体支出如下：»: the whole rather than its last part. */
function natureOf({ indicator, list }: Topic): Topic | null {
  return NATURES.has(indicator ?? '') && list && FLOWS.has(list.parent.indicator ?? '') ? list.parent : null;
}

/** What a list over paragraphs is of, and what it may be of instead: one of the natures, or the fund's total that its paragraph began with. */
export function parentsOf(spoken: Topic, root: Topic | null): readonly [Topic, Topic | null] {
  const whole = natureOf(spoken);
  if (whole) return [whole, spoken];
  const isTotal = root !== null && root !== spoken && root.unit === null && FLOWS.has(root.indicator ?? '');
  return [spoken, isTotal ? root : null];
}

/** What a list that is opened now is of. */
export function spokenOf(last: Topic, topics: readonly Topic[], byClass: boolean): Topic | null {
  const spoken = spentBefore(last, topics) ?? last;
  // «按支出经济分类：», after the items of «按支出功能分类：»: what is classified is no item.
  if (!byClass) return spoken;
  if (spoken.indicator?.startsWith('功能/')) return flowIn(last.section, topics);
  return spoken.list?.classified ? spoken.list.parent : spoken;
}

/** Of what an item of expenditure is made: the columns of a table by function have it. */
function ofItem({ indicator }: Label, { indicator: item }: Topic): string | null {
  return item?.startsWith('功能/') ? item.replace(/^功能/, `功能${indicator}`) : null;
}

/** Expenditure of everything, or of a fund; not an item of it, by whatever name, where that was told before it. */
function isSum(topic: Topic, topics: readonly Topic[]): boolean {
  if (topic.path || topic.indicator?.startsWith('功能/')) return false;
  return topic.indicator !== null || (topic.list === null && !topics.some(one => one !== topic && isTotalOf(one, topic)));
}

function isTotalOf(total: Topic, { section }: Topic): boolean {
  return total.section === section && total.level !== null && FLOWS.has(total.indicator ?? '');
}

/** «公务用车购置及运行维护费 A，其中：购置费 B，运行费 C». */
function shortIn(label: Label, { indicator }: Topic): Label {
  const parts = Object.entries(lookUp(belonging.shortNames, indicator ?? '') ?? {});
  const found = parts.find(([, names]) => names.includes(label.core) || names.includes(label.key));
  return found ? { ...label, indicator: found[0] } : label;
}

/** What the opening balance is a part of. */
export const OPENING = new Set(['收支总计', '本年收入']);

/** «三公经费 A（其中：一般公共预算支出 A；政府性基金预算支出 0）»: by the name of its fund alone, a part is of what its list is about. */
function ofFund(label: Label, list: PartList | null): Label {
  const flows = (indicator: string | null) => indicator !== null && FLOWS.has(indicator);
  if (!list || label.scope === null || !flows(label.indicator) || flows(list.parent.indicator) || isIncome(list.parent))
    return label;
  return { ...label, indicator: list.parent.indicator };
}

/** «政府性基金预算财政拨款本年收入 5 万元；本年支出 4 万元»: expenditure of the fund that the paragraph began with. */
export function ofFirst(label: Label, first: Topic | null): Label {
  const isSame = first?.indicator === '本年收入' && label.indicator === '本年支出' && label.scope === null && !label.path;
  return isSame && first.level && /^本年支出/.test(label.core) ? { ...label, scope: first.label.scope } : label;
}

/** «本年收入 9 万元；本年支出 8 万元。其中：», then «一般公共预算财政拨款本年收入 7 万元 …»: income is part of income. */
export function ofFlow(list: PartList, { indicator }: Label, topics: readonly Topic[]): PartList | null {
  const { parent } = list;
  const outside = wholeOutside(parent, indicator);
  if (outside) return listOf(topics, list, one => one.indicator === outside && one.section === parent.section);
  // «全年收入 9 万元，其中A 9 万元；全年支出 8 万元»: no part of income.
  if (indicator === '本年支出' && isIncome(parent)) return null;
  if (parent.indicator !== '本年支出' || indicator !== '本年收入') return list;
  return listOf(topics, list, one => one.indicator === indicator && isNear(one, parent));
}

/** The list of what a part is told of, in place of another; null where that is told nowhere. */
function listOf(topics: readonly Topic[], { opener }: PartList, isMeant: (one: Topic) => boolean): PartList | null {
  const own = topics.findLast(one => one.level && one.unit === null && isMeant(one));
  return own ? (own.lists.at(-1) ?? openList(own, opener)) : null;
}

/** «总额 9 万元。货物 4 万元；服务 5 万元。其中授予中小企业合同 8 万元»: of the total, not of the last kind. */
function wholeOutside({ indicator }: Topic, part: string | null): string | null {
  const found = belonging.neverInside.find(one => one.inside.includes(indicator ?? '') && one.part.includes(part ?? ''));
  return found?.whole ?? null;
}

/**
 * «3 批次、18 人次，其中：外宾 1 批次、5 人次», «3 批次、18 人次，共计支出 2 万元，具体包括：A 1 批次»: each count is a part of the one
 * of its unit.
 */
export function besideList(inner: PartList | null, unit: string | null, topics: readonly Topic[]): PartList | null {
  if (!inner || unit === null || isAlike(inner.parent.unit, unit)) return null;
  const { parent } = inner;
  const before = parent.unit === null ? topics.filter(one => isCountOf(one, parent)) : topics.slice(0, topics.indexOf(parent));
  const own = before.findLast(one => isAlike(one.unit, unit) && !one.list && isNear(one, parent));
  return own ? (own.lists.at(-1) ?? openList(own, inner.opener)) : null;
}

/** «60 人» and «100 人次» count alike. */
const isAlike = (one: string | null, other: string) => one === other || one === `${other}次` || other === `${one}次`;

/** What was counted of the thing whose money is told: by its name. */
function isCountOf({ beside, indicator, label }: Topic, money: Topic): boolean {
  const isNamed = indicator === null ? label.key !== '' && money.label.key.startsWith(label.key) : indicator === money.indicator;
  return beside === money && isNamed;
}

/** Told as a share of something that no list says: one of several parts, unless it is all of a fund. */
export const isShareAlone = ({ share, list, indicator, label }: Topic): boolean =>
  share !== null && list === null && !(FLOWS.has(indicator ?? '') && label.scope !== null);
/** A sibling that is not nothing, where a list of parts was opened under nothing; `near`: what its paragraph tells. */
export function siblingOf({ parent, children }: PartList, { amount }: Draft, near: readonly Topic[]): Topic | null {
  if (children.length || !parent.indicator || !parent.level?.amount.value.eq(0) || amount.value.eq(0)) return null;
  return near.findLast(one => one.indicator === parent.indicator && one.level?.amount.value.eq(0) === false) ?? null;
}

/** What sections on expenditure by function are about. */
export function isSpent(indicator: string): boolean {
  return indicator === '本年支出' || indicator === '项目支出' || indicator === '收支总计' || indicator.startsWith('功能/');
}

/** Income and expenditure, of whatever fund. */
export const FLOWS = new Set(['收支总计', '本年收入', '本年支出']);

/** What «支出合计 XX 万元» leaves blank; null where nothing, or no level, is. */
export function blankIn(text: string): string | null {
  const lead = phrase.placeholder.exec(text)?.groups?.name;
  return lead && !phrase.budgetBefore.test(lead) && !phrase.changeBefore.test(lead) ? lead : null;
}

/** Income or expenditure by no name of its own. */
export const BARE_FLOW = /^(?:具体)?(?<flow>收入|支出)(?:具体)?(?:情况)?$/;

/** «1、收入：9 万元。», «2、支出：8 万元。»: of the year. */
export function flowLabel(label: Label): Label | null {
  const flow = BARE_FLOW.exec(label.core)?.groups?.flow;
  return flow ? { ...label, key: flow, indicator: `本年${flow}` } : null;
}

/** Income or expenditure of some fund, or the total named after it. */
export function isFlow({ indicator, label, unit }: Topic, flow: string): boolean {
  return unit === null && (indicator === `本年${flow}` || (indicator === '收支总计' && label.core.includes(flow)));
}

export function isSame(topic: Topic, label: Label): boolean {
  if (label.path || topic.path) return label.indicator !== null && topic.indicator === label.indicator;
  if (isOtherSide(topic, label)) return false;
  const sameIndicator = topic.indicator !== null && topic.indicator === label.indicator;
  // «部门年初预算收入 9 万元，决算收入 8 万元».
  const isOutcome = topic.level === null && topic.lastBudget !== null && BARE_FLOW.test(label.core);
  if (isOutcome && topic.label.core.endsWith(label.core)) return true;
  return topic.label.key === label.key || (sameIndicator && label.scope === topic.label.scope);
}

/** An amount was told of it, or of its parts; or should have been. */
export function isTold({ level, budgets, lists, blank }: Topic): boolean {
  return blank || level !== null || budgets.size > 0 || lists.length > 0;
}

/** «政府性基金预算财政拨款收入 5 万元，支出决算为 4 万元»: expenditure by no name of its own. */
export function isSpending(lead: string): boolean {
  return /^[，、；]?(?:全年|本年度?|当年|年度|20\d{2}年度?)?(?:[本我](?:部门|单位|局|院|校))?(?:实际)?支出(?:决算)?数?[为：]?$/.test(
    lead,
  );
}

/** «某局2024年支出预算 9 万元», «2024年支出预算 9 万元»: all of a body's expenditure, under no heading that says so. */
export function spendingOf(lead: string, entity: string | null, label: Label): Label | null {
  const own = lead.replace(/[，、\s]/g, '').replace(entity ?? '', '');
  return OWN_SPENDING.test(own) ? { ...label, core: '支出', key: '支出', indicator: '本年支出' } : null;
}

const OWN_SPENDING =
  /^(?:20\d{2}年度?)?(?:[本我全](?:部门|单位|局|院|校))?(?:20\d{2}年度?)?(?:部门|单位)?(?:总支出|支出)决算(?:数|总额|合计|总计)?[为：]?$/;

/** The totals of a fund's account by their names alone, while that account is spoken of. */
export function isAgain(topic: Topic, label: Label): boolean {
  const { indicator, unit } = topic;
  return (
    indicator === '收支总计' &&
    unit === null &&
    label.indicator === indicator &&
    label.scope === null &&
    !isOtherSide(topic, label)
  );
}

/** «支出总计», after «收入总计»: two totals, though they should be one number. */
function isOtherSide(topic: Topic, label: Label): boolean {
  const [one, other] = [sideOf(topic.label.core), sideOf(label.core)];
  return topic.indicator === '收支总计' && label.indicator === '收支总计' && one !== null && other !== null && one !== other;
}

/** The side that the name of a total speaks of; null: of both. */
export function sideOf(words: string): '收入' | '支出' | null {
  const [income, spending] = [words.includes('收入'), words.includes('支出')];
  return income === spending ? null : income ? '收入' : '支出';
}

/** What is told after income, and before it. */
export const OPPOSITE: Readonly<Record<string, string>> = { 本年收入: '支出', 本年支出: '收入' };

/** What is left at the end of a year. */
export const LEFT = new Set(['年末结转和结余', '结余分配']);

/** «…，结余 9 万元»: what was left, by whatever name. */
export const isLeftOver = ({ indicator, label }: Topic): boolean =>
  LEFT.has(indicator ?? '') || /^(?:年末|本年|当年)?(?:结转|结余)(?:和?结余)?(?:资金)?$/.test(label.core);

/** «本年支出 4 万元，年末结转和结余 0 万元。具体支出情况如下：»: of what is left nothing is listed, but of what was spent. */
function spentBefore(left: Topic, topics: readonly Topic[]): Topic | null {
  if (!LEFT.has(left.indicator ?? '')) return null;
  return topics.findLast(one => one.indicator === '本年支出' && one.level !== null && isNear(one, left)) ?? null;
}

/** What may stand between income and expenditure. */
const BALANCES = new Set(['本年收入', '年初结转和结余', '使用非财政拨款结余']);

export function isNear(one: Topic, other: Topic): boolean {
  return one.section === other.section && one.paragraph.number === other.paragraph.number;
}

export function isMoneyOf(topic: Topic, label: Label): boolean {
  return topic.unit === null && topic.level !== null && topic.indicator === label.indicator;
}

/** «国内公务接待 13 批次、113 人次»: both are of what was named last. */
export function goesOnCounting(lead: string, last: Topic | null, paragraph: number): Label | null {
  if (!/^[、，]?$/.test(lead) || !last || last.unit === null || last.paragraph.number !== paragraph) return null;
  return last.indicator || last.list || /国内|国（境）外/.test(last.label.core) ? last.label : null;
}

/** «国内公务接待 13 批次、113 人次、2.60 万元»: the amount is of what was counted, unless that is told already. */
export function countedJust(last: Topic | null, paragraph: number, section: Section, topics: readonly Topic[]): Label | null {
  if (!last || last.unit === null || last.paragraph.number !== paragraph) return null;
  // «实际执行总额 9 万元；评价项目 5 个，全年预算数 4 万元，全年执行数 3 万元»: of these projects, once what was spoken of is told.
  const money = topics.findLast(one => one.unit === null && one.paragraph.number === paragraph);
  // «接待 9 批次，共 9 万元，具体内容包括：接待甲 4 批次，支出 5 万元»: a part of the money.
  const isPart = last.list?.parent.beside?.level && !topics.some(one => one.unit === null && one.label === last.label);
  if (!last.indicator)
    return isPart || (/项目$/.test(last.label.core) && money?.level && last.beside === money) ? last.label : null;
  return topics.some(one => one.section === section && isMoneyOf(one, last.label)) ? null : last.label;
}

/** The last income, expenditure or total told in a section. */
export function flowIn(section: Section, topics: readonly Topic[]): Topic | null {
  return topics.findLast(one => one.section === section && one.level !== null && FLOWS.has(one.indicator ?? '')) ?? null;
}

/** «本年收入 5 万元，年初结转和结余 0 万元，支出 4 万元»: expenditure from what the paragraph began with. */
export function incomeBefore(current: Topic | null, number: number, topics: readonly Topic[], first = false): Topic | null {
  // «某局收入预算 9 万元 …。», then a paragraph that begins with «支出预算 9 万元».
  // So does the paragraph after those of its sources.
  const spoken = current?.list && isIncome(current.list.parent) ? current.list.parent : current;
  if (first && spoken?.level && current!.paragraph.number === number - 1 && isIncome(spoken)) return spoken;
  const isBefore = (one: Topic) => one.paragraph.number === number && isIncome(one) && one.level && !one.list;
  const isAfter =
    BALANCES.has(current?.indicator ?? '') ||
    (current?.list != null && isIncome(current.list.parent)) ||
    (current !== null && isBefore(current));
  return isAfter ? (topics.findLast(isBefore) ?? null) : null;
}

/** What came in in the year, by that name or by no more than the word. */
const isIncome = ({ indicator, unit, label }: Topic) =>
  indicator === '本年收入' || (indicator === null && unit === null && /^总?收入$/.test(label.core));

/** «检察（款）：支出合计 9 万元»: of what is named before it, not of all. */
export function ofNamed(label: Label, named: Label | null): Label {
  const isFlow = label.indicator === '本年支出' || label.indicator === '本年收入';
  const isTotal = isFlow && !label.scope && /^(?:本年|当年)?(?:收入|支出)(?:决算)?(?:合计|总计|总额|小计)$/.test(label.core);
  return isTotal && named?.path ? named : label;
}
