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
    if (!path?.item || unit !== null || known.has(topic.indicator ?? '')) continue;
    const rows = byScope.get(moneyScope(topic) ?? '一般公共预算') ?? all;
    const row = rowFor(topic, rows);
    if (!row) continue;
    topic.indicator = row.indicator;
    bindFacts(topic, year);
  }
}

function rowsOf(tables: readonly Draft[]): Row[] {
  return tables.flatMap(figure => {
    const { indicator, measure } = figure.fact;
    const [root, top, group, item, ...more] = indicator?.split('/') ?? [];
    if (root !== '功能' || !top || !group || !item || more.length || measure !== '决算') return [];
    return [{ indicator: indicator!, top, group, item, figure }];
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
