import { belonging } from '../../../domain/index.ts';
import type { Alternative, Figure, Grounds, ShareStatement, Statement, SumStatement } from '../../../model/index.ts';
import { countStatements } from '../apart/counts.ts';
import { moneyScope } from '../facts.ts';
import type { PartList, Share, Topic } from '../topics.ts';
import { isNear, sideOf } from '../words/naming.ts';
import { wholesOfKinds } from './balance.ts';
import { completions } from './completions.ts';
import { doubtOf, leavesOut, ofItsList, withOneMore } from './doubts.ts';
import { changesOf } from './grown.ts';
import { countGroups, groupSums, isKin, isWholeKind } from './kinds.ts';
import {
  addends,
  adopt,
  type FigureOf,
  isPartition,
  isSideOf,
  isSubtotal,
  lacksMember,
  rejoin,
  reseat,
  sharesMakeWhole,
} from './members.ts';
import { partedChanges } from './parted.ts';
import { isShareOf, wholeOf } from './shares.ts';

/** What the topics of a narrative state about each other. `topics` in reading order. */
export function statementsOf(topics: readonly Topic[], entity: string | null): Statement[] {
  const statements: Statement[] = [];
  let listNumber = 0;
  const numbers = new Map<PartList, number>();
  reseat(topics);
  rejoin(topics);
  adopt(topics, entity);
  for (const topic of topics) {
    statements.push(...completions(topic), ...changesOf(topic, topics), ...repeats(topic), ...bothTotals(topic, topics));
    if (topic.share && topic.list && !numbers.has(topic.list)) numbers.set(topic.list, ++listNumber);
    for (const share of topic.level && topic.share ? [topic.share, ...topic.otherShares] : []) {
      const whole = wholeOf(topic, share, topics, entity);
      const stated: ShareStatement = {
        kind: 'share',
        source: 'narrative',
        rate: share.rate,
        part: topic.level!,
        whole,
        base: share.base,
        list: topic.list && share === topic.share ? numbers.get(topic.list)! : null,
        ...(topic.list ? { parts: allParts(topic.list) } : whole ? {} : partsOfBase(topic, share, topics)),
      };
      statements.push(ofItsList(stated, topic.list));
    }
    for (const list of topic.lists) statements.push(...classified(list).flatMap(one => sums(one, topics)), ...subtotals(list));
  }
  return [...statements, ...wholesOfKinds(topics), ...countStatements(topics), ...partedChanges(topics)];
}

function repeats(topic: Topic): Statement[] {
  if (!topic.level || !topic.again.length) return [];
  return [{ kind: 'same', source: 'narrative', figures: [topic.level, ...topic.again], about: topic.label.core }];
}

/** «收入总计 9 万元，支出总计 9 万元»: the account balances. */
function bothTotals(topic: Topic, topics: readonly Topic[]): Statement[] {
  const isTotal = ({ indicator, unit, level }: Topic) => indicator === '收支总计' && unit === null && level !== null;
  if (!isTotal(topic) || sideOf(topic.label.core) !== '支出') return [];
  const before = topics.slice(0, topics.indexOf(topic)).findLast(one => isTotal(one) && isNear(one, topic));
  if (!before || sideOf(before.label.core) !== '收入' || moneyScope(before) !== moneyScope(topic)) return [];
  return [{ kind: 'same', source: 'narrative', figures: [before.level!, topic.level!], about: before.label.core }];
}

/** «支出 9 万元，其中一般公共预算支出 9 万元，政府性基金支出 0 万元。主要内容：1.A（项）…»: once by fund, once by item, each all of it. */
function classified(list: PartList): PartList[] {
  const { parent, children } = list;
  const isItem = ({ path }: Topic) => path?.item !== undefined;
  const isFund = ({ indicator, label, path }: Topic) =>
    !path && label.scope !== null && (indicator === null || indicator === parent.indicator);
  const kinds = [children.filter(isFund), children.filter(isItem)];
  const isTwice =
    parent.indicator !== null && kinds.every(one => one.length) && children.every(one => isFund(one) || isItem(one));
  return isTwice ? kinds.map(one => ({ ...list, children: one })) : [list];
}

function sums(list: PartList, topics: readonly Topic[]): Statement[] {
  const { parent } = list;
  const about = parent.label.core;
  const statements: Statement[] = [];
  const sides = list.children.flatMap(child => (child.level && isSideOf(parent, child) ? [child.level] : []));
  if (parent.level && sides.length && parent.indicator === null)
    statements.push({ kind: 'same', source: 'narrative', figures: [parent.level, ...sides], about });
  const measured: readonly FigureOf[] = [
    topic => topic.level,
    topic => topic.budgets.get('年初预算'),
    topic => topic.budgets.get('全年预算'),
    topic => topic.budgets.get('预算'),
  ];
  measured.forEach((figureOf, i) => {
    const total = figureOf(parent);
    const parts = addends(list, figureOf).map(part => (i === 0 ? alone(figureOf(part)) : below(part, figureOf, topics)));
    if (!total || !parts.length || parts.some(part => !part)) return;
    const whole = parts.flatMap(part => part!);
    if (whole.some(part => part.amount.kind !== total.amount.kind)) return;
    const { unit } = parent;
    const overlap = unit !== null && countGroups(addends(list, figureOf)).length > 1 && !isWholeKind(list);
    const beside = unit !== null && list.includes && list.children.some(child => !isKin(parent, child));
    const said: { grounds?: Grounds } =
      overlap || beside
        ? { grounds: ['overlap'] }
        : leavesOut(list, topics)
          ? { grounds: ['completeness'] }
          : doubtOf(list, total, whole);
    if (overlap) statements.push(...groupSums(list, addends(list)));
    const told = completeness(list, topics);
    const complete = i === 0 ? told : told === 'yes' ? 'yes' : 'unknown';
    if (complete === 'no')
      for (const part of whole)
        statements.push({ kind: 'bound', source: 'narrative', smaller: part, larger: total, about, ...said });
    else {
      const sum = { kind: 'sum', source: 'narrative', total, parts: whole, complete, about, ...said } as const;
      const other = list.instead && figureOf(list.instead);
      const reading = other && { ...sum, total: other, about: list.instead!.label.core };
      const alternatives: Alternative<SumStatement>[] = [
        ...(reading ? [{ as: 'owner', words: reading.about, reading } as const] : []),
        ...(complete === 'yes' ? withOneMore(sum, list, figureOf, topics) : []),
      ];
      statements.push(alternatives.length ? { ...sum, alternatives } : sum);
    }
  });
  return statements;
}

const alone = (figure: Figure | null | undefined) => (figure ? [figure] : null);

/** A part's own budget, or where only its items tell theirs, those of all its items. */
function below(part: Topic, figureOf: FigureOf, topics: readonly Topic[]): Figure[] | null {
  const own = alone(figureOf(part));
  if (own) return own;
  for (const list of part.lists) {
    const members = addends(list, figureOf);
    // «B（类）40 万元，其中：C（项）40 万元»: its only item is all of it.
    const isAll = members.length === 1 && members[0]!.level?.amount.value.eq(part.level?.amount.value ?? 0);
    const items = isAll || completeness(list, topics) === 'yes' ? members.map(item => alone(figureOf(item))) : [];
    if (items.length && items.every(item => item)) return items.flatMap(item => item!);
  }
  return null;
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

/** «1.基本支出 9 万元，占一般公共预算支出的 90%。2.项目支出 1 万元，占一般公共预算支出的 10%。»: a total that is told by its parts alone. */
function partsOfBase(topic: Topic, { base }: Share, topics: readonly Topic[]): { readonly parts?: readonly Figure[] } {
  const parts = topics.filter(
    one => one.level && one.unit === null && one.section === topic.section && base !== null && one.share?.base === base,
  );
  if (base === null) return partsOfItems(topic, topics);
  const isWhole = ['基本支出', '项目支出'].every(one => parts.filter(({ indicator }) => indicator === one).length === 1);
  return isWhole && parts.length === 2 ? { parts: parts.map(one => one.level!) } : {};
}

/** «1.A 9 万元，占 90%。2.B 1 万元，占 10%。»: 类 one a paragraph under a heading of their own, which nearly all are shares of their sum. */
function partsOfItems({ section, paragraph, list }: Topic, topics: readonly Topic[]): { readonly parts?: readonly Figure[] } {
  if (list || !paragraph.style) return {};
  const items = topics.filter(
    one => one.section === section && one.paragraph.style === paragraph.style && one.level && one.share,
  );
  const parts = items.map(one => one.level!);
  const isList = items.every(one => !one.list && one.share!.base === null && one.indicator?.startsWith('功能/'));
  const fits = items.filter(one => isShareOf(one.share!.rate, one.level!, parts)).length;
  return isList && items.length > 2 && fits >= items.length - 1 ? { parts } : {};
}

/** The parts of what is told by them alone. */
function allParts(list: PartList): Figure[] {
  if (list.parent.level) return [];
  const parts = addends(list).flatMap(part => (part.level ? [part.level] : []));
  return parts.length === list.children.length && completeness(list, []) === 'yes' ? parts : [];
}

/** All three budgets that give money, each by its name and nothing else. */
function areFunds(children: readonly Topic[]): boolean {
  const scopes = children.map(({ label }) => label.scope);
  return (
    children.length === FUNDS.length &&
    FUNDS.every(scope => scopes.includes(scope)) &&
    children.every(({ indicator, path }) => !path && (indicator === null || indicator === '本年收入'))
  );
}

const FUNDS = ['一般公共预算', '政府性基金', '国有资本'] as const;

function completeness(list: PartList, topics: readonly Topic[]): SumStatement['complete'] {
  const children = addends(list);
  if (children.length === 1 && list.opener === 'whole' && isOnly(children[0]!, list.parent)) return 'yes';
  if (children.length < 2) return 'no';
  if (lacksMember(children, topics)) return 'unknown';
  if (list.opener === 'whole') return 'yes';
  const indicators = children.map(child => child.indicator);
  if (isPartition(children) || (list.parent.unit !== null && isWholeKind(list))) return 'yes';
  if (belonging.wholes.some(members => members.every(one => indicators.includes(one)))) return 'yes';
  if (areFunds(children)) return 'yes';
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
