import type { Alternative, ChangeStatement, Direction, Figure, Statement } from '../../../model/index.ts';
import { moneyScope } from '../facts.ts';
import type { ChangeDraft, Topic } from '../topics.ts';
import { isNear } from '../words/naming.ts';

/** What a narrative says of how something changed. */
export function changesOf(topic: Topic, topics: readonly Topic[]): Statement[] {
  const owner = topic.level ? topic : toldLater(topic, topics);
  if (!owner && !topic.budgets.size && !topic.previous) return [];
  return topic.changes.map((one): ChangeStatement => {
    const statement = changeOf(one, owner ?? topic);
    const alternatives = one.named || topic.unit !== null || tellsBase(one, topic) ? [] : othersMeant(one, topic, topics);
    const [likeliest] = alternatives;
    // What was carried over seldom has a growth told of it; its total has, but for an item of its own («3.年末结转和结余 …»).
    const isItem = isItemOfItsOwn(topic);
    const isCarried = BALANCES.has(topic.indicator ?? '') && !isItem;
    // «国内接待费 5 万元。国（境）外接待费 0 万元。与上年相比增加 5 万元»: nothing grows by more than it is.
    const isLess = isTooMuch(statement) && !isItem && likeliest && !isTooMuch(likeliest.reading);
    if (likeliest && (isCarried || isLess))
      return { ...likeliest.reading, alternatives: [{ as: 'owner', words: topic.label.core, reading: statement }] };
    return alternatives.length ? { ...statement, alternatives } : statement;
  });
}

/** «A 较上年 9 万元下降 4%»: the clause tells what it is compared with, and so whose change it is. */
function tellsBase({ change, rate }: ChangeDraft, { previous }: Topic): boolean {
  const told = change ?? rate;
  return previous !== null && told !== null && told.place.block === previous.place.block && told.quote === previous.quote;
}

const BALANCES = new Set(['年初结转和结余', '使用非财政拨款结余', '年末结转和结余', '结余分配']);

/** «3.年末结转和结余 1 万元。…»: its paragraph tells of nothing else. */
function isItemOfItsOwn({ list, paragraph }: Topic): boolean {
  return paragraph.style > 0 && list !== null && list.parent.paragraph.number !== paragraph.number;
}

/** What there is now is less than what it is said to have grown by. */
function isTooMuch({ current, change, direction, previous }: ChangeStatement): boolean {
  return !previous && direction === 1 && !!current && !!change && change.amount.value.gt(current.amount.value);
}

function changeOf(one: ChangeDraft, topic: Topic): ChangeStatement {
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
    ...(one.stranger ? { grounds: ['owner'] as const } : {}),
    ...(one.adjusted ? { grounds: ['base'] as const } : {}),
    ...(topic.explained ? { explained: true } : {}),
  };
}

/** «差异为 3 万元» does not say which of the two is more; the two do. */
function wayFrom(previous: Figure | null, current: Figure | null): Direction {
  if (!previous || !current || previous.amount.kind !== current.amount.kind) return null;
  return current.amount.value.lt(previous.amount.value) ? -1 : 1;
}

/** «其中：A 增加 d，增长 p%；…», then «具体情况如下：», «1.A 支出 9 万元»: the one amount that its chapter tells of it. */
function toldLater(topic: Topic, topics: readonly Topic[]): Topic | null {
  if (topic.indicator === null || !topic.changes.length) return null;
  const [chapter, part] = topic.section.headings;
  const told = topics.filter(
    one =>
      one.level &&
      one.unit === null &&
      one.indicator === topic.indicator &&
      one.section.headings[0] === chapter &&
      one.section.headings[1] === part &&
      (topic.label.scope === null || moneyScope(one) === moneyScope(topic)),
  );
  const [first] = told;
  return first && told.every(one => one.level!.amount.value.eq(first.level!.amount.value)) ? first : null;
}

/** «收入总计 9 万元，其中年初结转 2 万元，较上年增加 1 万元»: what grew may be the whole, or what its paragraph began with. */
function othersMeant(one: ChangeDraft, topic: Topic, topics: readonly Topic[]): Alternative<ChangeStatement>[] {
  const root = topics.find(other => isNear(other, topic) && other.unit === null && other.level);
  const meant = new Set([topic.list?.parent, root].filter(other => other !== undefined && other !== topic));
  return [...meant].flatMap((other): Alternative<ChangeStatement>[] => {
    const isFree =
      other?.level && other.unit === null && other.level !== topic.level && !other.changes.some(({ base }) => base === one.base);
    return isFree ? [{ as: 'owner', words: other.label.core, reading: changeOf(one, other) }] : [];
  });
}
