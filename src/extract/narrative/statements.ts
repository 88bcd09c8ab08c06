import { belonging } from '../../domain/index.ts';
import type { Figure, Measure, Statement, SumStatement } from '../../model/index.ts';
import { Big } from '../../model/index.ts';
import { type Label, labelOf } from '../labels.ts';
import { moneyScope } from './facts.ts';
import type { PartList, Topic } from './topics.ts';

/** What the topics of a narrative state about each other. `topics` in reading order. */
export function statementsOf(topics: readonly Topic[], entity: string | null): Statement[] {
  const statements: Statement[] = [];
  let listNumber = 0;
  const numbers = new Map<PartList, number>();
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
  return statements;
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

/** The total a share is of: the one it names, else the total of its list, else what leads its paragraph or section. */
function wholeOf(topic: Topic, topics: readonly Topic[], entity: string | null): Figure | null {
  const base = topic.share!.base;
  if (base) {
    const label = labelOf(base, entity);
    const named = topics.findLast(one => one !== topic && one.level && fits(one, label));
    if (named) return named.level;
  }
  if (topic.list) return topic.list.parent.level;
  if (base) return null;
  const before = topics
    .slice(0, topics.indexOf(topic))
    .filter(one => one.section === topic.section && one.unit === null && one.level && !one.share);
  return (before.findLast(one => one.paragraph === topic.paragraph) ?? before[0])?.level ?? null;
}

function fits(topic: Topic, label: Label): boolean {
  if (topic.unit !== null) return false;
  if (!label.indicator) return label.key !== '' && topic.label.key === label.key;
  if (topic.indicator !== label.indicator) return false;
  const scope = moneyScope(topic);
  return label.scope ? scope === label.scope : scope === '全部资金' || topic.label.scope === null;
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
    const parts = outermost(list.children).map(figureOf);
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

/** Members that are part of another member (小微 of 中小) are no addends. */
function outermost(children: readonly Topic[]): readonly Topic[] {
  return children.filter(
    topic =>
      !belonging.nested.some(chain => {
        const at = chain.indexOf(topic.indicator ?? '');
        return at > 0 && children.some(other => other.indicator === chain[at - 1]);
      }),
  );
}

function completeness(list: PartList): SumStatement['complete'] {
  const children = outermost(list.children);
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
  const shares = children.map(child => child.share?.rate.amount);
  if (shares.every(share => share !== undefined)) {
    const sum = shares.reduce((total, share) => total.plus(share!.value), new Big(0));
    const slack = shares.reduce((total, share) => total.plus(share!.step), new Big(0));
    if (sum.minus(100).abs().lte(slack)) return 'yes';
  }
  return 'unknown';
}
