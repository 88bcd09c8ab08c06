import {
  Big,
  type Figure,
  groundsOf,
  plus,
  type Reading,
  type Relation,
  type ShareStatement,
  type Statement,
} from '../../model/index.ts';
import type { Facts } from '../facts.ts';
import { fairly } from '../fair.ts';
import { observedAt } from '../observed.ts';

type Completion = Extract<Statement, { kind: 'completion' }>;

/** Shares: rate = part / whole. */
export function shares(reading: Reading): Relation[] {
  return reading.statements.flatMap(statement => (statement.kind === 'share' ? fairly(statement, share) : []));
}

function share({ rate, part, whole, base, list, parts = [] }: ShareStatement): Relation[] {
  const common = {
    kind: 'ratio',
    rule: 'PCT-001',
    rate,
    part: [plus(part)],
    shape: 'share',
    about: rate.label,
    ...(list === null ? {} : { list, together: { key: `list ${list}`, judged: true } }),
  } as const;
  if (whole === null && parts.length) return [{ ...common, whole: parts.map(plus) }];
  if (whole?.amount.kind !== part.amount.kind) return [{ ...common, whole: [], missing: [base ?? '合计'] }];
  return [{ ...common, whole: [plus(whole)] }];
}

/** Completion of the budget, and the words about its order. */
export function completions(reading: Reading, facts: Facts): Relation[] {
  return reading.statements.flatMap((statement): Relation[] => {
    if (statement.kind !== 'completion') return [];
    return fairly(statement, one => {
      if (one.budget) return [...rate(one), ...order(one)];
      const budget = budgetElsewhere(one, facts);
      const grounds = budget ? groundsOf(one.outcome.grounds, budget.grounds) : {};
      return [...rate({ ...one, budget }), ...order({ ...one, budget })].map(relation => ({ ...relation, ...grounds }));
    });
  });
}

/** The budget of the same fact, told in a table; only where the sentence itself names no other. */
function budgetElsewhere({ outcome }: Completion, facts: Facts): Figure | null {
  const { indicator, scope } = outcome.fact;
  return indicator === null || facts.level === '预算' ? null : (facts.all(indicator, scope, '预算')[0] ?? null);
}

function rate({ outcome, budget, rate, carry, source, order, gap }: Completion): Relation[] {
  if (!rate) return [];
  const rule = source === 'selfeval' ? (rate.at?.row && outcome.at?.col === '完成值' ? 'PRJ-004' : 'PRJ-002') : 'PCT-002';
  const common = { kind: 'ratio', rule, rate, part: [plus(outcome)], shape: 'completion', about: rate.label } as const;
  if (budget) return [{ ...common, whole: [plus(budget)] }];
  if (gap) return [{ ...common, whole: [plus(outcome), { figure: gap.figure, sign: gap.sign === 1 ? -1 : 1 }] }];
  // Above the budget because of money carried over: the budget is what is left without it.
  if (carry && order === 1)
    return [{ ...common, rule: 'PCT-005', whole: [plus(outcome), { figure: carry, sign: -1 }], soft: true }];
  return [];
}

function order({ outcome, budget, rate, order, orderWord, orderPlace, loose }: Completion): Relation[] {
  if (order === null || orderWord === null) return [];
  const compare = order === 1 ? '>' : order === -1 ? '<' : '=';
  const common = {
    kind: 'order',
    rule: 'PCT-004',
    compare,
    word: orderWord,
    wordPlace: orderPlace,
    about: outcome.label,
  } as const;
  if (budget) return loose && order === 0 ? [] : [{ ...common, left: [plus(outcome)], right: [plus(budget)] }];
  if (!rate || (loose && order === 0)) return [];
  // A rate printed as 100% may be a little above or below; only a rate on the wrong side contradicts the word.
  const hundred = new Big(100);
  if (order !== 0 && rate.amount.value.eq(hundred)) return [];
  return [{ ...common, left: [plus(rate)], right: hundred }];
}

/**
 * An item that is not at 100% says why: the official templates ask for a reason wherever budget and outcome differ.
 * Where no item of a report gives one, the report follows another custom, and nothing is said.
 */
export function unexplained(reading: Reading): Relation[] {
  const items = reading.statements.filter(
    (one): one is Completion => one.kind === 'completion' && one.explained !== undefined && one.rate !== null,
  );
  if (!items.some(item => item.explained && !isFull(item))) return [];
  return items.flatMap(({ outcome, rate, explained }): Relation[] => {
    if (!rate || outcome.amount.value.eq(0)) return [];
    const holds = rate.amount.value.eq(100) || explained === true;
    return [observedAt('PCT-006', rate, { holds, blame: 'none', params: { name: rate.label, rate: rate.printed } })];
  });
}

function isFull({ rate }: Completion): boolean {
  return rate?.amount.value.eq(100) ?? false;
}

/**
 * Budgets behind completion rates add up as their outcomes do: for each stated sum whose total and parts all tell a rate or a budget.
 */
export function impliedBudgets(reading: Reading): Relation[] {
  const told = new Map<Figure, Completion>();
  for (const statement of reading.statements)
    if (statement.kind === 'completion' && (statement.rate || statement.budget) && !told.has(statement.outcome))
      told.set(statement.outcome, statement);
  return reading.statements.flatMap((statement): Relation[] => {
    if (statement.kind !== 'sum' || statement.complete !== 'yes' || statement.source === 'selfeval') return [];
    const total = told.get(statement.total);
    const items = statement.parts.map(part => told.get(part));
    if (!total || items.length < 2) return [];
    if (total.budget && items.every(item => item?.budget)) return [];
    // Nothing is known of a budget that is not told of, or whose outcome is nothing.
    const known = items.flatMap(item => (item && (item.budget || !item.outcome.amount.value.eq(0)) ? [item] : []));
    if (known.length < 2) return [];
    const open = known.length < items.length ? { open: true } : {};
    const pick = ({ outcome, rate, budget }: Completion) => ({ outcome, rate, budget });
    const said = { ...open, ...groundsOf(statement.grounds, ...known.map(one => one.grounds), total.grounds) };
    return [
      { kind: 'implied', rule: 'PCT-003', total: pick(total), items: known.map(pick), about: total.outcome.label, ...said },
    ];
  });
}

const THREE_PUBLIC = new Set([
  '三公经费',
  '因公出国（境）费',
  '公务用车购置及运行维护费',
  '公务用车购置费',
  '公务用车运行维护费',
  '公务接待费',
]);

/** «三公» expenses are not to exceed their budgets: a rate above 100, or an outcome above the budget, is told. */
export function withinBudget(reading: Reading, facts: Facts): Relation[] {
  return reading.statements.flatMap((statement): Relation[] => {
    if (statement.kind !== 'completion' || !THREE_PUBLIC.has(statement.outcome.fact.indicator ?? '')) return [];
    const { outcome, rate } = statement;
    const budget = statement.budget ?? budgetElsewhere(statement, facts);
    const figures = [rate ?? outcome, ...(budget ? [budget] : [])];
    const over = rate ? rate.amount.value.gt(100) : budget !== null && outcome.amount.value.gt(budget.amount.value);
    const [stated] = figures as [Figure, ...Figure[]];
    const params = { name: outcome.label, printed: stated.printed };
    return [observedAt('PCT-007', stated, { holds: !over, blame: 'none', figures, about: outcome.label, params })];
  });
}
