import { bareSubject, functionalCodes } from '../domain/index.ts';
import type { Scope } from '../model/index.ts';
import { bindFacts, moneyScope } from './narrative/facts.ts';
import type { Draft, Topic } from './narrative/topics.ts';

/** A line of a table by function: what it states, and the names it states it by. */
interface Row {
  readonly indicator: string;
  readonly top: string;
  readonly group: string;
  readonly item: string;
  readonly figure: Draft;
}

/**
 * Items of the narrative meet their rows in the tables: by their names without brackets, «、», «的» and «支出», by another name of the
 * same code, and where several rows have the name, by the 款, the 类 or the amount. Whoever meets a row is called as the row is; whoever
 * meets none keeps the name the text gives.
 */
export function meetRows(topics: readonly Topic[], tables: readonly Draft[], year: number | null): void {
  const all = rowsOf(tables);
  if (!all.length) return;
  const byScope = new Map<Scope | null, Row[]>();
  for (const row of all) byScope.set(row.figure.fact.scope, [...(byScope.get(row.figure.fact.scope) ?? []), row]);
  const known = new Set(all.map(row => row.indicator));
  for (const topic of topics) {
    const { path, unit } = topic;
    if (!path?.item || unit !== null) continue;
    const scope = moneyScope(topic) ?? '一般公共预算';
    // Items of 财政拨款 where only its funds have tables: each is in one of them.
    const rows = byScope.get(scope) ?? (scope === '财政拨款' ? all.filter(row => FUNDS.includes(row.figure.fact.scope)) : all);
    const ofFund = scope === '财政拨款' && !byScope.has(scope);
    if (known.has(topic.indicator ?? '') && !ofFund) continue;
    const row = rowFor(topic, rows);
    if (!row) continue;
    topic.indicator = row.indicator;
    if (ofFund) topic.label = { ...topic.label, scope: row.figure.fact.scope };
    bindFacts(topic, year);
  }
}

const FUNDS: readonly (Scope | null)[] = ['一般公共预算', '政府性基金', '国有资本'];

function rowsOf(tables: readonly Draft[]): Row[] {
  return tables.flatMap(figure => {
    const { indicator, measure } = figure.fact;
    if (measure !== '决算' || !indicator?.startsWith('功能/')) return [];
    const [, top, group, item, ...more] = indicator.split('/');
    if (!top || !group || !item || more.length) return [];
    return [{ indicator, top, group, item, figure }];
  });
}

/** The one row that a topic can mean; null where none bears its name, or several do and nothing tells which. */
function rowFor({ path, level }: Topic, rows: readonly Row[]): Row | null {
  const { class: top, group, item = '' } = path!;
  const exact = rows.filter(row => bareSubject(row.item) === bareSubject(item));
  const named = exact.length ? exact : rows.filter(row => isAlias(row.item, item));
  const tests: readonly ((row: Row) => boolean)[] = [
    row => top !== undefined && bareSubject(row.top) === bareSubject(top),
    row => group !== undefined && bareSubject(row.group) === bareSubject(group),
    row => level !== null && row.figure.amount.value.eq(level.amount.value),
  ];
  let left = new Map(named.map(row => [row.indicator, row]));
  for (const test of tests) {
    const fitting = [...left.values()].filter(test);
    if (left.size > 1 && fitting.length) left = new Map(fitting.map(row => [row.indicator, row]));
  }
  const [row, ...others] = left.values();
  return row && !others.length ? row : null;
}

/** Another name of the same code. */
function isAlias(one: string, other: string): boolean {
  const codes = functionalCodes(one).filter(code => code.length === 7);
  return codes.length > 0 && functionalCodes(other).some(code => codes.includes(code));
}

/**
 * «收入总计», «支出总计» that are not the total of the table but, to the last digit, what came in and what was spent in the year: they are
 * these by another name. Nothing else would hit a number of so many digits.
 */
export function meetFlows(told: readonly Draft[], tables: readonly Draft[]): void {
  const inTables = (indicator: string, { fact }: Draft) =>
    tables.filter(
      one =>
        one.fact.indicator === indicator &&
        one.fact.scope === fact.scope &&
        one.fact.period === fact.period &&
        one.fact.measure === fact.measure,
    );
  const isSame = (one: Draft, other: Draft) =>
    one.amount.value
      .minus(other.amount.value)
      .abs()
      .lt(one.amount.step.gt(other.amount.step) ? one.amount.step : other.amount.step);
  for (const draft of told) {
    const flow = /收入|支出/.exec(draft.label)?.[0];
    if (draft.fact.indicator !== '收支总计' || draft.amount.kind !== 'money' || !flow || /收[^收\n]*支/.test(draft.label))
      continue;
    const totals = inTables('收支总计', draft);
    const flows = inTables(`本年${flow}`, draft);
    if (totals.length && !totals.some(one => isSame(one, draft)) && flows.some(one => isSame(one, draft)))
      draft.fact = { ...draft.fact, indicator: `本年${flow}` };
  }
}
