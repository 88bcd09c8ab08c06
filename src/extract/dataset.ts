import {
  type Amount,
  amountOf,
  type Direction,
  type Facts,
  type Figure,
  type Kind,
  type Measure,
  moneyFactor,
  placeOf,
  type Scope,
  type StatedFact,
  type Statement,
} from '../model/index.ts';

const source = 'dataset';

/** A figure whose id is given when all figures of a report are known. */
type Draft = { -readonly [K in keyof Figure]: Figure[K] };

/**
 * The facts of a hand-written dataset → its figures, and what its structure says about them: addends of their wholes,
 * shares, changes against last year, completion of budgets, bounds. No wording is read: the reader has bound every fact.
 * Ids are f1, f2 … in the order of the file; figures are new objects, so that ids may be given anew.
 */
export function readFacts({ facts }: Facts): { figures: Draft[]; statements: Statement[] } {
  const drafts = facts.map(figureOf);
  const at = (index: number | undefined) => (index === undefined ? undefined : drafts[index]);
  const figures = drafts.filter(draft => draft !== undefined);
  figures.forEach((figure, i) => {
    figure.id = `f${i + 1}`;
  });
  const book: Book = { facts, at, about: qualifiers(facts) };
  const statements = [
    ...sums(book),
    ...facts.flatMap((fact, i) => (fact.role === 'share' ? share(book, fact, i) : [])),
    ...facts.flatMap((fact, i) => completions(book, fact, i)),
    ...facts.flatMap((fact, i) => changes(book, fact, i)),
    ...facts.flatMap((fact, i) => bounds(book, fact, i)),
  ];
  return { figures, statements };
}

/** The facts with their figures. */
interface Book {
  readonly facts: readonly StatedFact[];
  readonly at: (index: number | undefined) => Figure | undefined;
  /** Level fact → the facts that qualify it. */
  readonly about: ReadonlyMap<number, readonly number[]>;
}

function qualifiers(facts: readonly StatedFact[]): Map<number, number[]> {
  const about = new Map<number, number[]>();
  facts.forEach((fact, i) => {
    if (fact.of !== undefined) about.set(fact.of, [...(about.get(fact.of) ?? []), i]);
  });
  return about;
}

function figureOf(fact: StatedFact): Draft | undefined {
  const amount = amountIn(fact);
  if (!amount) return undefined;
  const { indicator, scope, period, measure } = fact.keys;
  return {
    id: '',
    printed: fact.text.content,
    amount,
    place: placeOf(fact.text),
    label: fact.label,
    section: fact.path.slice(0, -1).join(' › '),
    quote: fact.quote ?? fact.text.content,
    fact: {
      indicator: indicator ?? null,
      scope: (scope as Scope | undefined) ?? null,
      period: period ?? null,
      measure: (measure as Measure | undefined) ?? null,
    },
    ...(fact.derived === undefined ? {} : { derived: fact.derived }),
  };
}

function amountIn({ text, unit, approximate }: StatedFact): Amount | undefined {
  const number = /^.*[\d０-９)）]/.exec(text.content)?.[0];
  return number === undefined ? undefined : amountOf(number, kindOf(unit), unit, approximate);
}

function kindOf(unit: string): Kind {
  if (moneyFactor(unit)) return 'money';
  if (unit === '%' || unit === '‰' || unit === '倍') return 'percent';
  if (unit === '分') return 'score';
  return unit === '个百分点' ? 'other' : 'count';
}

/** Addends with one parent and one list number make a sum. */
function sums({ facts, at }: Book): Statement[] {
  const lists = new Map<string, { total: Figure; parts: Figure[]; complete: 'yes' | 'no'; about: string }>();
  facts.forEach((fact, i) => {
    const part = at(i);
    const total = at(fact.parent);
    if (!part || !total) return;
    const key = `${fact.parent} ${fact.list}`;
    const list = lists.get(key) ?? { total, parts: [], complete: fact.whole === false ? 'no' : 'yes', about: total.label };
    list.parts.push(part);
    lists.set(key, list);
  });
  return [...lists.values()].map(list => ({ kind: 'sum', source, ...list }));
}

function share({ facts, at }: Book, fact: StatedFact, index: number): Statement[] {
  const level = fact.of === undefined ? undefined : facts[fact.of];
  const rate = at(index);
  const part = at(fact.of);
  if (!rate || !part) return [];
  const whole = at(fact.base ?? level?.parent) ?? null;
  return [{ kind: 'share', source, rate, part, whole, base: null, list: fact.base === undefined ? (level?.list ?? null) : null }];
}

/** Budgets, their completion and the words about them; targets of self-evaluations are bounds, not budgets. */
function completions({ facts, at, about }: Book, level: StatedFact, index: number): Statement[] {
  const outcome = at(index);
  if (level.role !== 'level' || !outcome) return [];
  const of = about.get(index) ?? [];
  const withRole = (role: StatedFact['role']) => of.filter(i => facts[i]!.role === role && at(i));
  const target = withRole('budget').find(i => !alike(at(i), outcome) || outcome.amount.kind !== 'money');
  if (target !== undefined) return aims(facts, at, target, outcome, withRole('completion')[0]);
  const carry = at(withRole('carry')[0]) ?? null;
  const rates = withRole('completion');
  const words = {
    order: level.order?.direction ?? null,
    orderWord: level.order?.word.content ?? null,
    orderPlace: level.order ? placeOf(level.order.word) : null,
    carry,
    loose: false,
  };
  const silent = { order: null, orderWord: null, orderPlace: null, carry, loose: false };
  const firstBudget = at(withRole('budget')[0]) ?? null;
  if (rates.length === 0) {
    if (!level.order && !carry) return [];
    return [{ kind: 'completion', source, outcome, budget: firstBudget, rate: null, ...words }];
  }
  return rates.map((i, n) => {
    const budget = at(facts[i]!.base) ?? null;
    return { kind: 'completion', source, outcome, budget, rate: at(i)!, ...(n === 0 ? words : silent) };
  });
}

function alike(a: Figure | undefined, b: Figure): boolean {
  return a !== undefined && a.amount.kind === b.amount.kind && (a.amount.kind === 'money' || a.amount.unit === b.amount.unit);
}

/**
 * A target and what was reached, counted in one unit. A target met is completed by 100%, however far it is exceeded:
 * «8002人» and «8094人» state a bound; only a rate other than 100% is a quotient.
 */
function aims(
  facts: readonly StatedFact[],
  at: Book['at'],
  index: number,
  outcome: Figure,
  rateAt: number | undefined,
): Statement[] {
  const target = at(index)!;
  const rate = at(rateAt);
  const { limit } = facts[index]!;
  if (!rate || !alike(target, outcome) || outcome.amount.approximate || target.amount.approximate) return [];
  if (!rate.amount.value.eq(100)) {
    const silent = { order: null, orderWord: null, orderPlace: null, carry: null, loose: false };
    return limit === 'most' ? [] : [{ kind: 'completion', source, outcome, budget: target, rate, ...silent }];
  }
  const [smaller, larger] = limit === 'most' ? [outcome, target] : [target, outcome];
  return [{ kind: 'bound', source, smaller, larger, about: outcome.label }];
}

/** The growth triangle around a level; a level alone where it is said to be the same as last year. */
function changes({ facts, at, about }: Book, level: StatedFact, index: number): Statement[] {
  if (level.role !== 'level') return [];
  const find = (role: StatedFact['role']) => (about.get(index) ?? []).find(i => facts[i]!.role === role && at(i));
  const [change, rate, previous] = [find('change'), find('rate'), find('previous')];
  if (change === undefined && rate === undefined && previous === undefined && !level.steady) return [];
  const directionOf = (i: number | undefined): Direction => (i === undefined ? null : (facts[i]!.direction ?? null));
  return [
    {
      kind: 'change',
      source,
      current: at(index) ?? null,
      previous: at(previous) ?? null,
      change: at(change) ?? null,
      rate: at(rate) ?? null,
      direction: level.steady ? 0 : (directionOf(change) ?? directionOf(rate)),
      rateDirection: directionOf(rate),
      base: 'year',
      word: level.steady ? placeOf(level.steady) : null,
    },
  ];
}

function bounds({ at }: Book, fact: StatedFact, index: number): Statement[] {
  const smaller = at(index);
  const larger = at(fact.within);
  return smaller && larger ? [{ kind: 'bound', source, smaller, larger, about: larger.label }] : [];
}
