import { belonging } from '../domain/index.ts';
import type { Scope } from '../model/index.ts';
import { bindFacts } from './narrative/facts.ts';
import { type Draft, type PartList, scopeOf, type Topic } from './narrative/topics.ts';

const FUNDS: readonly (Scope | null)[] = ['一般公共预算', '政府性基金', '国有资本'];
/** What may follow the name of a fund that stands for the money it gives. */
const GIVEN = /^(?:预算)?(?:财政)?(?:当年|本年)?(?:拨款|资金)?(?:收入)?$/;

/**
 * What sentences of budgets leave to their reader: «收入预算 A，其中：上年结转 B …» is all that there is, «收入预算 A，其中：财政拨款 B …»
 * what comes in; «收支总预算 A。收入包括：一般公共预算 B、上年结转 C» lists what funds give by their names alone.
 */
export function settlePlanned(topics: readonly Topic[], tables: readonly Draft[], year: number | null): void {
  settleItems(topics, tables, year);
  for (const topic of topics) {
    if (isAllOfIt(topic)) {
      topic.indicator = '收支总计';
      bindFacts(topic, year);
      continue;
    }
    if (topic.indicator !== null || topic.unit !== null || topic.path || !topic.level) continue;
    const indicator = isGiven(topic) ? '本年收入' : isIncome(topic) ? incomeOf(topic, tables, year) : null;
    if (indicator === null) continue;
    topic.indicator = indicator;
    bindFacts(topic, year);
  }
}

/**
 * Items of expenditure whose money no word and no heading tells: all of a section are of that money of which the tables have most of
 * their amounts («2010601 行政运行 9 万元，…» where a table gives all funds and 财政拨款 beside each other).
 */
function settleItems(topics: readonly Topic[], tables: readonly Draft[], year: number | null): void {
  const open = topics.filter(one => one.path?.item && one.indicator && one.unit === null && one.level && scopeOf(one) === null);
  for (const section of new Set(open.map(one => one.section))) {
    const items = open.filter(one => one.section === section);
    const found = (scope: Scope, { indicator, level }: Topic) =>
      tables.some(
        ({ fact, amount }) =>
          fact.indicator === indicator &&
          fact.scope === scope &&
          fact.period === year &&
          amount.kind === 'money' &&
          amount.value.eq(level!.amount.value),
      );
    const count = (scope: Scope) => items.filter(one => found(scope, one)).length;
    const all = count('全部资金');
    const [best] = (['财政拨款', '一般公共预算'] as const).map(scope => ({ scope, n: count(scope) })).sort((a, b) => b.n - a.n);
    if (best!.n <= all) continue;
    for (const one of items) {
      one.scope = best!.scope;
      bindFacts(one, year);
    }
  }
}

/** «收入合计 A，其中：…；上年结转 B», «财政拨款收入 A，其中：本年收入 …，上年结转 B»: what was carried over is a part of what the words call income. */
function isAllOfIt({ indicator, unit, path, level, label, lists }: Topic): boolean {
  if (indicator !== '本年收入' || unit !== null || path || !level || !/收入(?:合计|总额|预算)?$/.test(label.core)) return false;
  return !/本年|当年/.test(label.core) && lists.some(hasCarried);
}

const hasCarried = ({ children }: PartList): boolean =>
  children.some(({ indicator, label, level }) => {
    const isCarried = indicator === '年初结转和结余' || /^(?:上年|以前年度|年初)(?:财政拨款)?结[转余]/.test(label.core);
    return isCarried && level?.amount.value.gt(0) === true;
  });

/** A fund by its name alone among the sources of a total, or by what it gives this year («一般公共预算当年拨款»). */
function isGiven({ label, list }: Topic): boolean {
  if (!FUNDS.includes(label.scope)) return false;
  const name = belonging.scopes
    .flatMap(({ scope, names }) => (scope === label.scope ? names : []))
    .filter(one => label.core.startsWith(one))
    .sort((a, b) => b.length - a.length)[0];
  const rest = name === undefined ? null : label.core.slice(name.length);
  return (
    rest !== null &&
    GIVEN.test(rest) &&
    ((rest.includes('当年') && rest.includes('拨款')) || (list !== null && isOfSources(list)))
  );
}

/** The sources of a total: none of its members is a line by function. */
const isOfSources = ({ children, parent }: PartList): boolean =>
  (parent.indicator === '收支总计' || isIncome(parent)) &&
  children.every(({ path, indicator }) => !path && !indicator?.startsWith('功能/') && indicator !== '本年支出');

const isIncome = ({ label, indicator, unit, scope }: Topic): boolean =>
  unit === null &&
  scope === null &&
  label.scope === null &&
  /^(?:部门|单位)?总?收入(?:总额|总计)?$/.test(label.core) &&
  indicator === null;

/** Of a department's income: all that there is where what was carried over is a part of it; null where nothing tells. */
function incomeOf({ section, lists, level }: Topic, tables: readonly Draft[], year: number | null): string | null {
  if (section.scope !== null) return null;
  if (lists.some(hasCarried)) return '收支总计';
  const told = ['本年收入', '收支总计'].map(indicator =>
    tables.find(
      ({ fact, amount }) =>
        fact.indicator === indicator && fact.scope === '全部资金' && fact.period === year && amount.kind === 'money',
    ),
  );
  const [income, total] = told.map(one => one?.amount.value);
  if (!income || !total || income.eq(total)) return '本年收入';
  return level!.amount.value.eq(income) ? '本年收入' : level!.amount.value.eq(total) ? '收支总计' : null;
}
