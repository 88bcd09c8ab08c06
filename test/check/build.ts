import {
  type Address,
  type AgreeRelation,
  amountOf,
  type Big,
  type Comparison,
  type Fact,
  type Figure,
  type ImpliedBudgetRelation,
  type LinearRelation,
  type OrderRelation,
  type RatioRelation,
  type Term,
} from '../../src/model/index.ts';

/** What a test may say about a figure beyond its printed number; all of it has a default. */
export interface Extras {
  readonly id?: string;
  readonly label?: string;
  readonly section?: string;
  readonly fact?: Partial<Fact>;
  readonly at?: Address;
  readonly approximate?: boolean;
}

let count = 0;

/** A figure from what is printed: «436.91万元», «16%», «9批次», «88.5分»; without a unit it is 万元. Ids count on: f1, f2 … */
export function fig(text: string, extras: Extras = {}): Figure {
  const [, printed, unit = ''] = /^([-−(]?[\d,.]+\)?)(.*)$/.exec(text) ?? [];
  if (printed === undefined) throw new Error(`no number: ${text}`);
  const kind =
    unit === '' || unit.endsWith('元') ? 'money' : unit === '%' || unit === '倍' ? 'percent' : unit === '分' ? 'score' : 'count';
  const amount = amountOf(printed, kind, unit === '' ? '万元' : unit, extras.approximate);
  if (!amount) throw new Error(`no number: ${text}`);
  count++;
  return {
    id: extras.id ?? `f${count}`,
    printed,
    amount,
    place: { file: 'report.txt', line: count, column: 1 },
    label: extras.label ?? `第${count}项`,
    section: extras.section ?? '一、总体情况',
    quote: text,
    fact: { indicator: null, scope: null, period: null, measure: null, ...extras.fact },
    ...(extras.at ? { at: extras.at } : {}),
  };
}

const asFigure = (value: string | Figure): Figure => (typeof value === 'string' ? fig(value) : value);

/** Terms from figures; a text that starts with «~» is subtracted. */
export function terms(...list: readonly (string | Figure | Term)[]): Term[] {
  return list.map(item => {
    if (typeof item === 'string')
      return item.startsWith('~') ? { figure: fig(item.slice(1)), sign: -1 } : { figure: fig(item), sign: 1 };
    return 'sign' in item ? item : { figure: item, sign: 1 };
  });
}

export const minus = (figure: Figure): Term => ({ figure, sign: -1 });

const common = { rule: 'SUM-001', about: '合计' };

export function sum(
  total: string | Figure,
  parts: readonly (string | Figure | Term)[],
  compare: Comparison = '=',
): LinearRelation {
  return { ...common, kind: 'linear', total: terms(total), parts: terms(...parts), compare };
}

export function share(rate: string | Figure, part: string | Figure, whole: string | Figure, list?: number): RatioRelation {
  const relation = { ...common, rule: 'PCT-001', kind: 'ratio', shape: 'share', rate: asFigure(rate) } as const;
  return { ...relation, part: terms(part), whole: terms(whole), ...(list === undefined ? {} : { list }) };
}

/** Growth as a decrease: previous = current + change; as an increase: previous = current − change. */
export function growth(
  direction: 1 | -1,
  current: string | Figure,
  change: string | Figure,
  rate: string | Figure,
): RatioRelation {
  const delta = asFigure(change);
  const whole: Term[] = [...terms(current), { figure: delta, sign: direction === 1 ? -1 : 1 }];
  return { ...common, rule: 'PCT-002', kind: 'ratio', shape: 'growth', rate: asFigure(rate), part: terms(delta), whole };
}

export function agree(...figures: readonly (string | Figure)[]): AgreeRelation {
  return { ...common, rule: 'TXT-001', kind: 'agree', figures: figures.map(asFigure) };
}

export function order(left: string | Figure, compare: '<' | '>' | '=', right: string | Figure | Big): OrderRelation {
  const word = compare === '<' ? '小于' : compare === '>' ? '大于' : '持平';
  const other = typeof right === 'string' || 'amount' in right ? terms(right) : right;
  return { ...common, rule: 'TXT-020', kind: 'order', left: terms(left), right: other, compare, word, wordPlace: null };
}

export type Item = ImpliedBudgetRelation['total'];

export function item(outcome: string | Figure, rate: string | Figure | null, budget: string | Figure | null = null): Item {
  return {
    outcome: asFigure(outcome),
    rate: rate === null ? null : asFigure(rate),
    budget: budget === null ? null : asFigure(budget),
  };
}

export function budgets(total: Item, items: readonly Item[]): ImpliedBudgetRelation {
  return { ...common, rule: 'PCT-010', kind: 'implied', total, items };
}
