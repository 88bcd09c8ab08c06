import { belonging } from '../domain/index.ts';
import type { Scope } from '../model/index.ts';
import { bindFacts } from './narrative/facts.ts';
import type { Draft, PartList, Topic } from './narrative/topics.ts';

const FUNDS: readonly (Scope | null)[] = ['一般公共预算', '政府性基金', '国有资本'];
/** What may follow the name of a fund that stands for the money it gives. */
const GIVEN = /^(?:预算)?(?:财政)?(?:当年|本年)?(?:拨款|资金)?(?:收入)?$/;

/**
 * What sentences of budgets leave to their reader: «收入预算 A，其中：上年结转 B …» is all that there is, «收入预算 A，其中：财政拨款 B …»
 * what comes in; «收支总预算 A。收入包括：一般公共预算 B、上年结转 C» lists what funds give by their names alone.
 */
export function settlePlanned(topics: readonly Topic[], tables: readonly Draft[], year: number | null): void {
  for (const topic of topics) {
    if (topic.indicator !== null || topic.unit !== null || topic.path || !topic.level) continue;
    const indicator = isGiven(topic) ? '本年收入' : isIncome(topic) ? incomeOf(topic, tables, year) : null;
    if (indicator === null) continue;
    topic.indicator = indicator;
    bindFacts(topic, year);
  }
}

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
  unit === null && scope === null && label.scope === null && /^总?收入(?:总额|总计)?$/.test(label.core) && indicator === null;

/** Of a department's income: all that there is where what was carried over is a part of it; null where nothing tells. */
function incomeOf({ section, lists, level }: Topic, tables: readonly Draft[], year: number | null): string | null {
  if (section.scope !== null) return null;
  const parts = lists.flatMap(({ children }) => children);
  if (parts.some(one => one.indicator === '年初结转和结余' && one.level?.amount.value.gt(0))) return '收支总计';
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
