import { type Amount, type Direction, groundsOf, type Measure } from '../../../model/index.ts';
import { labelOf } from '../../labels.ts';
import type { Mention } from '../../mentions.ts';
import { phrase, withoutBase } from '../../phrases.ts';
import { type Draft, newTopic, type PartList, type Topic } from '../topics.ts';
import { besideIn, type Clause, leadOf, type Passage } from '../words/clauses.ts';
import { FLOWS } from '../words/naming.ts';
import type { Role } from '../words/roles.ts';
import type { Against, Comparison } from './against.ts';

/**
 * «本年支出 …，其中基本支出增加 d», «支出总计 …。财政拨款支出完成年初预算的 p%»: what is said of something that is told nowhere is not said of
 * what is spoken of.
 */
export function isOther(role: Role, topic: Topic | null, entity: string | null): boolean {
  if (role.kind !== 'change' && role.kind !== 'changeRate' && role.kind !== 'completion') return false;
  const { indicator } = labelOf(withoutBase(role.lead), entity);
  return indicator !== null && indicator !== topic?.indicator;
}

/** A share belongs to the topic its own words name, or to the one spoken of when they name none. */
export function sharesOf(topic: Topic, lead: string, entity: string | null): boolean {
  const { key } = labelOf(lead, entity);
  return key === '' || key === topic.label.key;
}

/**
 * «其中：A 1 万元，B 2 万元，共计 3 万元», «三公经费中，A 1 万元，B 2 万元，共计 3 万元»: the topic itself, unless the amount is the one its list is about, or
 * that one is told nowhere.
 */
function toldAgain(topic: Topic, { amount }: Draft): Topic {
  const whole = topic.list?.parent;
  const same = (one: Topic | undefined) => one?.level?.amount.kind === amount.kind && one.level.amount.value.eq(amount.value);
  if (!whole || same(topic)) return topic;
  const isUntold = whole.level === null && whole.unit === null && topic.list!.children.length > 1;
  return same(whole) || (isUntold && amount.kind === 'money') ? whole : topic;
}

/** Gives an amount that is told again to what it is of. */
export function tellAgain(topic: Topic, draft: Draft): Topic {
  const told = toldAgain(topic, draft);
  if (told.level) told.again.push(draft);
  else told.level = draft;
  told.lastBudget = null;
  return told;
}

/** «…占 70%，为 210.00 万元»: the amount that the next clause tells without naming it. */
export function amountAfter(passage: Passage, clause: Clause): Amount | null {
  const next = besideIn(passage, clause, 1);
  const first = next?.mentions[0];
  return first?.amount.kind === 'money' && /^(?:金额|支出)?(?:为|是|计|共计|达)$/.test(leadOf(next!, 0)) ? first.amount : null;
}

/** «A 8 万元，占 …。A 年初预算为 9 万元，支出决算为 8 万元»: the outcome after a budget of what is told already. */
function isOutcomeAgain(topic: Topic, lead: string): boolean {
  return topic.lastBudget !== null && phrase.outcomeBefore.test(lead) && !isOfSomethingElse(topic);
}

/**
 * «财政拨款收入总计 9 万元 …。与年初预算相比，年初预算数 6 万元，决算数 8 万元»: by no name of their own, a budget and an outcome behind a total, which
 * holds what was carried over, are those of the year.
 */
function isOfSomethingElse({ indicator, level }: Topic): boolean {
  return indicator === '收支总计' && level !== null;
}

/** Takes a budget back from a total that it is not of, with what is said of both from here on; whether there was one. */
export function takeBack(topic: Topic): boolean {
  if (topic.lastBudget === null || !isOfSomethingElse(topic)) return false;
  topic.budgets.delete(topic.lastBudget);
  topic.lastBudget = null;
  return true;
}

/** «A 9 万元。2023年决算数为 8 万元，2024年决算数 9 万元»: this year's level beside last year's, after the item began with it. */
function isThisYearAgain(lead: string, year: number | null): boolean {
  return (
    year !== null && new RegExp(`^${year}年度?(?:支出|收入)?(?:决算|执行|实际)数?(?:金额|总额)?(?:为|是|共计|：)?$`).test(lead)
  );
}

/**
 * Whether words that leave a topic its level tell it once more. «收入总计、支出总计分别为 A 和 B»: a name or an «and» that leads to the same
 * topic does.
 */
export function repeats(
  topic: Topic,
  lead: string,
  entity: string | null,
  year: number | null,
  lists: { readonly innermost: PartList | null },
): boolean {
  // «A 30 万元，其中：2023年预算 10 万元»: what «其中» tells by no name of its own is a part at most.
  const list = lists.innermost;
  if (list?.opener === 'part' && list.parent === topic && !topic.path && /^20\d{2}年/.test(lead)) return false;
  if (isOutcomeAgain(topic, lead) || isThisYearAgain(lead, year)) return true;
  return topic.indicator !== null && (/^[、，和与及]+$/.test(lead) || labelOf(lead, entity).indicator === topic.indicator);
}

/** «2020年度A», «相比2020年的A», «上年A»: in a report of 2021. */
export function saysLastYear(lead: string, year: number | null): boolean {
  const told = lead.replace(phrase.against, '');
  return phrase.lastYearStart.test(told) || (year !== null && told.startsWith(`${year - 1}年`));
}

/** «截至2020年12月31日，»: the year before which amounts behind a date are of; null where it is the report's, or none. */
export function dateIn(text: string, year: number | null): string | null {
  const said = phrase.dated.exec(text)?.groups?.year;
  if (said === undefined) return null;
  return year !== null && Number(said.slice(0, 4)) < year ? said : '';
}

/** What is told of another year, by the name it has in this one. */
function withoutYear(lead: string): string {
  return lead
    .replace(phrase.against, '')
    .replace(phrase.lastYearStart, '')
    .replace(/^(?:\d{4}年度?)?的?/, '');
}

/** «年初预算为 6 万元，差值为 1 万元»: a difference whose words name nothing is from the budget, where only that is told. */
export function baseOf({ budgets, previous }: Topic, { direction }: { readonly direction: Direction }): 'year' | 'budget' {
  return direction === null && budgets.size > 0 && !previous ? 'budget' : 'year';
}

/** «收、支总计各是 9 万元，8 万元»: which of the two amounts it is, the words do not say. */
export function doubtTwin(level: Draft, lead: string): void {
  if (lead === '') Object.assign(level, groundsOf(level.grounds, ['owner']));
}

export function tellBudget(topic: Topic, measure: Measure, draft: Draft): void {
  topic.budgets.set(measure, draft);
  topic.lastBudget = measure;
}

/** «占支出合计 510 万元的 60.78%»: the amount of what a share is of; what is spoken of goes on. Whose money it is where its words name no fund, is inferred. */
export function tellWhole(spoken: Speaking, words: string, draft: Draft): void {
  const topic = spoken.await(words);
  topic.level = draft;
  if (topic.label.scope) return;
  if (FLOWS.has(topic.indicator ?? '')) topic.scope = '全部资金';
  Object.assign(draft, groundsOf(draft.grounds, ['scope']));
}

/**
 * What changes on a base are told of. «比上年预算数 9 万元增加 1 万元；比上年执行数 8 万元增加 2 万元»: each base of one amount has changes of
 * its own. Null where the words call another base as they did the first.
 */
export function onBase(topic: Topic, base: Draft, topics: Topic[]): Topic | null {
  topic.previous ??= base;
  if (topic.previous === base) return topic;
  const kinds = [topic.previous, base].map(({ quote, printed }) =>
    /(?<spent>执行|决算)|(?<planned>预算)/.exec(
      quote
        .slice(0, quote.indexOf(printed))
        .split(/[，；。]/)
        .at(-1)!,
    ),
  );
  const [first, other] = kinds.map(match => (match?.groups?.spent ? '执行' : match ? '预算' : null));
  if (!first || !other || first === other || !topic.level) return null;
  const twin = { ...newTopic(topic.label, topic.section, topic.paragraph, null, null), level: topic.level, previous: base };
  topics.push(twin);
  return twin;
}

/** What is spoken of, and what words name. */
interface Speaking {
  readonly topics: readonly Topic[];
  readonly current: Topic | null;
  named(lead: string): Topic | null;
  await(lead: string): Topic;
}

/** What an amount of money of last year is of; null where it is of this year. */
export function ownerOfLast(lead: string, spoken: Speaking, base: Against | null, year: number | null): Topic | null {
  if (!isLastYear(lead, spoken, base, year)) return null;
  return spoken.named(lead.replace(phrase.lastYearLevel, '').replace(/[较比与同由从]$/, '')) ?? spoken.current;
}

/** «较上年 30.5 万元减少», «上年为 30.5 万元», in a report of 2021 «2020年度决算数 800.00 万元» or «2020年度A 800.00 万元» beside A. */
function isLastYear(lead: string, spoken: Speaking, base: Against | null, year: number | null): boolean {
  const { current } = spoken;
  const isWord = phrase.lastYearLevel.test(lead);
  if (saysLastYear(lead, year)) return isWord || (current?.level != null && spoken.named(withoutYear(lead)) === current);
  const named = /^[比较与同由从]?(\d{4})年/.test(lead);
  const alone = !named && /^[由从]?$/.test(lead.replace(phrase.lastYearLevel, ''));
  return isWord && (base === 'year' || (alone && current?.level != null));
}

/**
 * «A 2013年为 9 万元», «A 由上年的 9 万元增加到 10 万元»: what an amount is of and its year, where the year stands behind the name and is not the
 * report's.
 */
export function yearBehind(lead: string, year: number | null, entity: string | null): { name: string; year: number } | null {
  const { name, ...told } = phrase.yearBehind.exec(lead)?.groups ?? {};
  if (year === null || !name || /[与比较同到至对]$/.test(name) || labelOf(name, entity).key === '') return null;
  const said = Number((told.year ?? told.from)?.slice(0, 4) ?? year - 1);
  return said === year ? null : { name, year: said };
}

/** Tells another year's amount: last year's once, of others nothing is compared with. */
export function tellLast(topic: Topic | null, isLast: boolean, draft: Draft): boolean {
  if (!topic || topic.previous || !isLast) return false;
  topic.previous = draft;
  return true;
}

/** «2014年预算数比2013年预算数减少 d», after this year's change was told: of another year's, which nothing here tells. */
function isOfAnotherYear(words: string, topic: Topic | null, year: number | null): boolean {
  const [said] = [...words.matchAll(/20\d{2}(?=年)/g)].map(match => Number(match[0])).slice(-1);
  return said !== undefined && said !== year && topic?.changes.some(({ base }) => base === 'year') === true;
}

/** «公务接待费支出比预算无增减变化，比上年增加 d»: what is compared, though its own amount is told elsewhere or nowhere. */
export function comparedIn(words: string, base: Against, spoken: Speaking, entity: string | null): Topic | null {
  const named = spoken.named(words);
  if (named) return named;
  const { indicator } = labelOf(words, entity);
  const isOther = base === 'budget' && indicator !== null && spoken.current && indicator !== spoken.current.indicator;
  return isOther ? spoken.await(words) : null;
}

/**
 * «全区道路交通事故较2020年下降 12.50%，比2015年下降 31.20%»: rates of something by a name of its own that is no item of the accounts; what goes on
 * after it without a name is of the same.
 */
function isForeign(name: string, { mentions }: Clause, base: Against | null): boolean {
  if (!mentions.length || mentions.some(({ amount }) => amount.kind !== 'percent')) return false;
  if (name === '') return base === 'other';
  const { key, indicator, path } = labelOf(name, null);
  return key.length >= 4 && indicator === null && !path && !OF_MONEY.test(name);
}

/** Words of names that money has. */
const OF_MONEY = /收入|支出|[费款]|资金|[预决]算|金额|合计|总计|收支|采购|结[转余]|资产|负债|补助|[收支]/;

/** Where a comparison stands: what is spoken of, the year that is told of, and what the changes before it were against. */
interface Standpoint {
  readonly topic: Topic | null;
  readonly year: number | null;
  readonly base: Against | null;
}

/** What a comparison is against, where its words are not of the accounts at all. */
export function meantBy({ base, index, year }: Comparison, said: string, clause: Clause, spoken: Standpoint): Against {
  const before = said.slice(0, index);
  const { topic } = spoken;
  // «较2020年增长 6%，较2019年增长 9%», in a report of 2021: of a year further back as well.
  const isFurther =
    year !== null && spoken.year !== null && year.number < spoken.year - 1 && topic?.changes.some(one => one.base === 'year');
  return isFurther || isOfAnotherYear(before, topic, spoken.year) || isForeign(before, clause, spoken.base) ? 'other' : base;
}

/**
 * «2019年A 9 万元», after A was told in a report of 2021; «加上B 1 万元，支出合计 9 万元»: by a name that is told already, but another amount of
 * which nothing here speaks.
 */
export function isAnother(role: Role, { amount }: Mention, { topics }: Speaking, adding: boolean, year: number | null): boolean {
  if (role.kind !== 'level' || amount.kind !== 'money') return false;
  const said = /^(\d{4})年/.exec(role.lead.replace(phrase.against, ''))?.[1];
  const isPast = said !== undefined && year !== null && Number(said) < year - 1;
  if (!isPast && !adding) return false;
  const { indicator, core } = labelOf(isPast ? withoutYear(role.lead) : role.lead, null);
  const isGrand = adding && FLOWS.has(indicator ?? '') && /合计|总计|总量/.test(core);
  return (
    (isPast || isGrand) && topics.some(one => one.level && one.unit === null && indicator !== null && one.indicator === indicator)
  );
}
