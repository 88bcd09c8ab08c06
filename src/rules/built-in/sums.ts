import { belonging } from '../../domain/index.ts';
import { type Figure, groundsOf, plus, type Reading, type Relation, type SumStatement, type Term } from '../../model/index.ts';
import type { Facts } from '../facts.ts';
import { fairly } from '../fair.ts';
import { within } from '../within.ts';

/** Sums and bounds that the document states itself. */
export function statedSums(reading: Reading): Relation[] {
  return reading.statements.flatMap(statement => {
    if (statement.kind === 'bound')
      return fairly(statement, ({ smaller, larger, about }) => [within('SUM-004', larger, [smaller], { about })]);
    return statement.kind === 'sum' ? fairly(statement, statedSum) : [];
  });
}

function statedSum(statement: SumStatement): Relation[] {
  const { total, parts, complete, source, about } = statement;
  // A list that nothing says to be whole may name some parts only: then its sum is a lower bound.
  const open =
    complete !== 'yes' &&
    parts.reduce((sum, part) => sum.plus(part.amount.value), total.amount.value.times(0)).lt(total.amount.value);
  if (open && source === 'selfeval') return [];
  const rule = open ? 'SUM-004' : ruleOf(statement);
  return [{ kind: 'linear', rule, total: [plus(total)], parts: parts.map(plus), compare: open ? '>=' : '=', about }];
}

/** Which rule a stated sum belongs to. */
function ruleOf({ source, total, parts }: SumStatement): string {
  if (total.amount.kind === 'score') return 'PRJ-010';
  if (source === 'selfeval')
    return parts.some(part => part.at?.col === '指标值' || part.at?.col === '完成值') ? 'PRJ-003' : 'PRJ-001';
  return total.amount.kind === 'count' ? 'SUM-003' : 'SUM-001';
}

/** 类 = Σ 款 = Σ 项 over what the narrative tells of each, within one scope and measure; in a budget of what the year grants as well. */
export function rollUps(reading: Reading, facts: Facts): Relation[] {
  const relations: Relation[] = [];
  const items = new Map<string, Witnesses>();
  for (const figure of reading.figures) {
    const path = figure.fact.indicator?.split('/') ?? [];
    const isLine = path[0] === '功能' || (path[0] === '功能本年收入' && reading.kind === 'budget');
    if (!isLine || path.length < 3 || figure.amount.kind !== 'money' || !figure.fact.measure) continue;
    // A column of last year's.
    if (figure.fact.period !== null && facts.year !== null && figure.fact.period !== facts.year) continue;
    for (let depth = 2; depth < path.length; depth++) {
      const key = [path.slice(0, depth).join('/'), path.length, figure.fact.scope, figure.fact.measure].join('|');
      const known = items.get(key) ?? { text: new Map(), tables: new Map() };
      const own = figure.at ? known.tables : known.text;
      if (!own.has(figure.fact.indicator!)) own.set(figure.fact.indicator!, figure);
      items.set(key, known);
    }
  }
  for (const [key, witnesses] of items) {
    const [parent, , , measure] = key.split('|') as [string, string, string, string];
    const parts = wholeOf(witnesses);
    const scope = [...parts.values()][0]!.fact.scope;
    const total = facts.all(parent, scope, measure)[0];
    const depth = Number(key.split('|')[1]);
    const lost = (reading.lost ?? []).find(
      one =>
        one.scope === scope &&
        one.measure === measure &&
        one.indicator?.startsWith(`${parent}/`) &&
        one.indicator.split('/').length === depth,
    );
    if (total)
      relations.push({
        ...(lost ? { missing: [lost.indicator!.split('/').at(-1)!] } : {}),
        kind: 'linear',
        rule: 'SUM-002',
        total: [plus(total)],
        parts: [...parts.values()].map(plus),
        compare: '=',
        about: parent.split('/').at(-1)!,
        ...groundsOf(...[total, ...parts.values()].map(figure => figure.grounds)),
      });
  }
  return relations;
}

/** What the text tells below one 类 or 款, and what the tables do, by indicator. */
interface Witnesses {
  readonly text: Map<string, Figure>;
  readonly tables: Map<string, Figure>;
}

/**
 * Text and tables are two witnesses of one fact, and what the one tells is no addend of the other: all from the text where it goes
 * through every line that is not nothing, else all from the tables.
 */
function wholeOf({ text, tables }: Witnesses): ReadonlyMap<string, Figure> {
  if (!tables.size) return text;
  const isTold = [...tables].every(([indicator, figure]) => text.has(indicator) || figure.amount.value.eq(0));
  return isTold && [...text.keys()].every(indicator => tables.has(indicator)) ? text : tables;
}

/** Items that by their name are basic expenditure add up to 基本支出, the others to 项目支出: told where it holds. */
export function itemsByKind(reading: Reading, facts: Facts): Relation[] {
  const basic: Term[] = [];
  const project: Term[] = [];
  const seen = new Set<string>();
  for (const figure of reading.figures) {
    const path = figure.fact.indicator?.split('/') ?? [];
    if (
      path[0] !== '功能' ||
      path.length !== 4 ||
      figure.fact.scope !== '一般公共预算' ||
      figure.fact.measure !== facts.level ||
      seen.has(figure.fact.indicator!)
    )
      continue;
    seen.add(figure.fact.indicator!);
    (belonging.itemsBasic.includes(path[3]!) ? basic : project).push(plus(figure));
  }
  const fund = facts.all('本年支出', '政府性基金')[0];
  const capital = facts.all('本年支出', '国有资本')[0];
  const witnesses: { total: Figure | undefined; parts: Term[] }[] = [
    { total: facts.all('基本支出', '一般公共预算')[0], parts: basic },
    { total: facts.all('项目支出', '一般公共预算')[0], parts: project },
    {
      total: facts.all('项目支出', '全部资金')[0],
      parts: [...project, ...[fund, capital].filter(one => one?.amount.value.gt(0)).map(one => plus(one!))],
    },
  ];
  return witnesses
    .filter(
      ({ total, parts }) =>
        total &&
        parts.length &&
        parts.reduce((sum, { figure }) => sum.plus(figure.amount.value), total.amount.value.times(0)).eq(total.amount.value),
    )
    .map(({ total, parts }) => ({
      kind: 'linear',
      rule: 'SUM-005',
      total: [plus(total!)],
      parts,
      compare: '=',
      about: total!.label,
      soft: true,
    }));
}

/** What the projects of the self-evaluation tables spent is part of project expenditure; scopes may differ, so both sums are shown softly. */
export function projectsWithin(reading: Reading, facts: Facts): Relation[] {
  const total = facts.all('项目支出', '全部资金')[0];
  const projects = new Set<string>();
  const spent = reading.figures.filter(
    ({ fact, amount }) =>
      /^项目\/[^/]+$/.test(fact.indicator ?? '') &&
      fact.measure === facts.level &&
      amount.kind === 'money' &&
      !projects.has(fact.indicator!) &&
      projects.add(fact.indicator!),
  );
  if (!total || !spent.length) return [];
  return [within('PRJ-009', total, spent, { soft: true })];
}

/** «国内接待费 3 万元（其中：外事接待费 1 万元）», in a sentence or in rows of a table. */
function isToldInside(part: Figure, whole: Figure, { statements }: Reading): boolean {
  const same = (one: Figure, other: Figure) => one.fact.indicator === other.fact.indicator;
  return statements.some(
    one =>
      (one.kind === 'bound' && same(one.smaller, part) && same(one.larger, whole)) ||
      (one.kind === 'sum' && same(one.total, whole) && one.parts.some(inner => same(inner, part))),
  );
}

/**
 * Reception is what guests from home and those from abroad cost, the latter by either of its names. Guests from abroad that were
 * received at home are told inside (含, 其中) or beside the others.
 */
export function reception(reading: Reading, facts: Facts): Relation[] {
  const of = (indicator: string) => facts.all(indicator, '财政拨款')[0];
  const [whole, home] = [of('公务接待费'), of('国内公务接待费')];
  if (!whole || !home) return [];
  const [guests, outside] = [of('外事接待费'), of('国（境）外公务接待费')];
  const others = (list: readonly (Figure | undefined)[]) => list.flatMap(one => one ?? []);
  const without = others([home, outside]).reduce((sum, one) => sum.plus(one.amount.value), whole.amount.value.times(0));
  const inside = guests && (isToldInside(guests, home, reading) || without.eq(whole.amount.value));
  const abroad = others([inside ? undefined : guests, outside]);
  const isOpen = !abroad.length && whole.amount.value.gt(home.amount.value);
  const sides = { total: [plus(whole)], parts: [home, ...abroad].map(plus), compare: '=' } as const;
  return [{ kind: 'linear', rule: 'TIE-130', ...sides, about: whole.label, ...(isOpen ? { missing: ['外事接待费'] } : {}) }];
}
