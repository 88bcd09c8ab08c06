import { type Big, type Fact, sumOf } from '../model/index.ts';
import type { Draft } from './narrative/topics.ts';

/** The general budget's money: what came in this year, and what that is spent on. */
const SCOPE = '一般公共预算';
const SPENT = /^功能(?=\/)/;

/**
 * «一般公共预算当年拨款»: budgets of many provinces go through what this year's budget gives, line by line, and leave out what was carried
 * over from last year, which the table of fiscal money has as well. Where money was carried over and a table by function comes to the
 * grant instead of the expenditure, its lines are those of 本年收入; so is what the text tells under words that say so, or in its numbers.
 */
export function setGrantApart(drafts: readonly Draft[], year: number | null): void {
  const own = drafts.filter(({ fact }) => fact.scope === SCOPE && fact.period === year && fact.measure === '预算');
  const tables = own.filter(draft => draft.at);
  const carried = tables.find(
    ({ fact, amount }) => fact.indicator === '年初结转和结余' && amount.kind === 'money' && amount.value.gt(0),
  );
  if (!carried) return;
  const general = tables.filter(({ at }) => at!.table === carried.at!.table);
  const spent = general.filter(({ fact }) => fact.indicator === '本年支出');
  const granted = [
    ...tables.filter(({ fact }) => fact.indicator === '本年收入').map(({ amount }) => amount.value),
    ...spent.map(({ amount }) => amount.value.minus(carried.amount.value)),
  ];
  const lists = [...byTable(tables)].filter(([title]) => title !== carried.at!.table).map(([, list]) => list);
  const grants = lists.filter(
    list =>
      isOf(list, granted) &&
      !isOf(
        list,
        spent.map(({ amount }) => amount.value),
      ),
  );
  for (const list of grants) for (const draft of list) draft.fact = asGrant(draft.fact);
  const text = own.filter(draft => !draft.at);
  const rows = new Map(grants.flat().map(draft => [draft.fact.indicator, draft] as const));
  const lines = new Map(general.map(draft => [draft.fact.indicator, draft] as const));
  for (const list of bySection(text).values()) {
    const isNamed = /当年(?:一般公共预算)?(?:财政)?拨款|一般公共预算当年/.test(list[0]!.section);
    const tells = (known: ReadonlyMap<string | null, Draft>, name: (fact: Fact) => Fact) =>
      list.filter(draft => {
        const row = known.get(name(draft.fact).indicator);
        return row !== undefined && isSame(row.amount.value, draft.amount.value, row, draft);
      }).length;
    if (isNamed || tells(rows, asGrant) > tells(lines, fact => fact)) for (const draft of list) draft.fact = asGrant(draft.fact);
  }
}

/** 本年支出 → 本年收入, and so by function; what projects have of the grant is no 项目支出 of all that is spent. */
function asGrant(fact: Fact): Fact {
  const { indicator } = fact;
  if (indicator === '项目支出') return { ...fact, indicator: null };
  if (indicator === '本年支出') return { ...fact, indicator: '本年收入' };
  return indicator && SPENT.test(indicator) ? { ...fact, indicator: indicator.replace(SPENT, '功能本年收入') } : fact;
}

/** Tables that go down to 款 or 项, by title. */
function byTable(tables: readonly Draft[]): Map<string, Draft[]> {
  const lists = new Map<string, Draft[]>();
  for (const draft of tables) lists.set(draft.at!.table, [...(lists.get(draft.at!.table) ?? []), draft]);
  for (const [title, list] of lists) if (!list.some(({ fact }) => depthOf(fact) > 2)) lists.delete(title);
  return lists;
}

function bySection(text: readonly Draft[]): Map<string, Draft[]> {
  const lists = new Map<string, Draft[]>();
  for (const draft of text) lists.set(draft.section, [...(lists.get(draft.section) ?? []), draft]);
  return lists;
}

/** 功能/类/款/项: 4; 0 for what is no line by function. */
const depthOf = ({ indicator }: Fact): number => (indicator && SPENT.test(indicator) ? indicator.split('/').length : 0);

/** Whether the total of a list, or what its lines come to, is one of some amounts. */
function isOf(list: readonly Draft[], amounts: readonly Big[]): boolean {
  const totals = [
    ...list.filter(({ fact }) => fact.indicator === '本年支出').map(({ amount }) => amount.value),
    ...[2, 4].flatMap(depth => {
      const lines = list.filter(({ fact }) => depthOf(fact) === depth);
      return lines.length ? [sumOf(lines, ({ amount }) => amount.value)] : [];
    }),
  ];
  return totals.some(total => amounts.some(amount => isSame(total, amount, list[0]!, list[0]!)));
}

/** To the last printed digit of either. */
function isSame(one: Big, other: Big, a: Draft, b: Draft): boolean {
  const step = a.amount.step.gt(b.amount.step) ? a.amount.step : b.amount.step;
  return one.minus(other).abs().lt(step);
}
