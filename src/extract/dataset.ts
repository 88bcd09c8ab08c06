import {
  type Address,
  type Amount,
  addUp,
  amountOf,
  type Direction,
  type Facts,
  type Figure,
  type Kind,
  type Measure,
  moneyFactor,
  placeOf,
  remarkAtFigure,
  type Scope,
  type Source,
  type StatedFact,
  type Statement,
} from '../model/index.ts';
import { labelOf } from './labels.ts';
import { rateRemarks } from './selfeval/indicators.ts';

/** Indicators of self-evaluations, as the reader names them; «部门整体» tables repeat the department's own totals. */
const SELF = /^(?:项目|部门整体)(?:\/|$)/;
const WHOLE = /^部门整体\//;

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
    ...facts.flatMap((fact, i) => remarks(book, fact, i)),
    ...projectCount(book),
  ];
  return { figures, statements };
}

type Sum = Extract<Statement, { kind: 'sum' }>;

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
      indicator: fact.role === 'level' && indicator && WHOLE.test(indicator) ? ownTotal(indicator) : (indicator ?? null),
      scope: (scope as Scope | undefined) ?? null,
      period: period ?? null,
      measure: (measure as Measure | undefined) ?? null,
    },
    ...(isSelf(fact) ? { at: addressOf(fact) } : {}),
    ...(fact.derived === undefined ? {} : { derived: fact.derived }),
  };
}

/** The row «基本支出» of the whole-department table states the department's 基本支出. */
function ownTotal(indicator: string): string {
  return labelOf(indicator.replace(WHOLE, ''), null).indicator ?? indicator;
}

/** Whether a fact stands in a self-evaluation: under 资金 or 指标 of a project or of the whole department. */
function isSelf({ keys, path }: StatedFact): boolean {
  return SELF.test(keys.indicator ?? '') || path.includes('资金');
}

function sourceOf(fact: StatedFact): Source {
  return isSelf(fact) ? 'selfeval' : 'dataset';
}

/** Self-evaluations are tables: a project's or the department's, with a row and a column. */
function addressOf({ path }: StatedFact): Address {
  const table = path[0] === '项目自评' ? path[1] : path[0];
  return { table: table ?? '', row: path.at(-2) ?? '', col: path.at(-1) ?? '' };
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
  const lists = new Map<string, Sum>();
  facts.forEach((fact, i) => {
    const part = at(i);
    const total = at(fact.parent);
    if (!part || !total) return;
    const key = `${fact.parent} ${fact.list}`;
    const complete = fact.whole === false ? 'no' : 'yes';
    const list = lists.get(key) ?? { kind: 'sum', source: sourceOf(fact), total, parts: [], complete, about: total.label };
    lists.set(key, { ...list, parts: [...list.parts, part] });
  });
  const told = [...lists.values()];
  return doubtful([...told, ...told.flatMap(sum => deeper(sum, told, qualified({ facts, at })))]);
}

/** The figures that carry a budget or a completion rate of their own. */
function qualified({ facts, at }: Pick<Book, 'facts' | 'at'>): ReadonlySet<Figure> {
  const carriers = facts.map(({ role, of }) => (role === 'budget' || role === 'completion' ? at(of) : undefined));
  return new Set(carriers.filter(figure => figure !== undefined));
}

/**
 * Budgets are told of the total and of the items (项), while the 类 between them tell none: then the items make up the total
 * as well, so that the budgets can be held against each other.
 */
function deeper(sum: Sum, sums: readonly Sum[], carriers: ReadonlySet<Figure>): Sum[] {
  if (!carriers.has(sum.total) || sum.complete !== 'yes' || sum.parts.every(part => carriers.has(part))) return [];
  const leaves = sum.parts.flatMap((part): readonly Figure[] => {
    const own = carriers.has(part) ? undefined : sums.find(one => one.total === part && one.complete === 'yes');
    return own?.parts ?? [part];
  });
  if (leaves.every(leaf => carriers.has(leaf))) return [{ ...sum, parts: leaves }];
  return leaves.length > sum.parts.length ? deeper({ ...sum, parts: leaves }, sums, carriers) : [];
}

/**
 * Cost indicators repeat the project's money, but a table may list only some of them: they must add up in both columns
 * where they do in one, and say nothing where they do in none.
 */
function doubtful(sums: readonly Sum[]): Sum[] {
  const isCost = ({ parts }: Sum) => parts.some(({ at }) => at?.col === '指标值' || at?.col === '完成值');
  const sound = new Set(sums.filter(sum => isCost(sum) && addUp(sum.total, sum.parts)).map(({ total }) => total.at?.table));
  return sums.map(sum => (isCost(sum) && !sound.has(sum.total.at?.table) ? { ...sum, complete: 'unknown' } : sum));
}

function share({ facts, at }: Book, fact: StatedFact, index: number): Statement[] {
  const level = fact.of === undefined ? undefined : facts[fact.of];
  const rate = at(index);
  const part = at(fact.of);
  if (!rate || !part) return [];
  const whole = at(fact.base ?? level?.parent) ?? null;
  return [
    {
      kind: 'share',
      source: sourceOf(fact),
      rate,
      part,
      whole,
      base: null,
      list: fact.base === undefined ? (level?.list ?? null) : null,
    },
  ];
}

/** A budget, its completion and the words about them. */
function completions({ facts, at, about }: Book, level: StatedFact, index: number): Statement[] {
  const outcome = at(index);
  if (level.role !== 'level' || outcome?.amount.kind !== 'money') return [];
  const withRole = (role: StatedFact['role']) => (about.get(index) ?? []).filter(i => facts[i]!.role === role && at(i));
  const common = { kind: 'completion', source: sourceOf(level), outcome, loose: false } as const;
  const carry = at(withRole('carry')[0]) ?? null;
  const words = {
    order: level.order?.direction ?? null,
    orderWord: level.order?.word.content ?? null,
    orderPlace: level.order ? placeOf(level.order.word) : null,
  };
  const rates = withRole('completion').filter(i => !facts[i]!.told || at(facts[i]!.base)?.amount.kind === 'money');
  if (rates.length === 0) {
    const budget = at(withRole('budget')[0]) ?? null;
    return level.order || carry ? [{ ...common, budget, rate: null, carry, ...words }] : [];
  }
  // The words are said once, however many rates there are.
  const silent = { order: null, orderWord: null, orderPlace: null };
  return rates.map((i, n) => ({
    ...common,
    budget: at(facts[i]!.base) ?? null,
    rate: at(i)!,
    carry,
    ...(n === 0 ? words : silent),
  }));
}

/** What an indicator row says in words must fit its rate; rows about money are completions. */
function remarks({ facts, at }: Book, fact: StatedFact, index: number): Statement[] {
  const rate = at(index);
  const [target, actual] = [at(fact.base), at(fact.of)];
  if (!fact.told || !rate || (target?.amount.kind === 'money' && actual?.amount.kind === 'money')) return [];
  const name = fact.path.at(-2) ?? fact.label;
  const said = [target, actual].filter(figure => figure !== undefined);
  const remarked = rateRemarks(name, rate, fact.told, true, rate.quote).map(remark => ({ ...remark, figures: [rate, ...said] }));
  const isRate = target?.amount.kind === 'percent' && actual?.amount.kind === 'percent';
  if (!isRate || fact.told.target === fact.told.actual || !rate.amount.value.eq(100)) return remarked;
  // «95%以上» is reached by «97%».
  const [smaller, larger] = facts[fact.base!]!.limit === 'most' ? [actual, target] : [target, actual];
  return [...remarked, { kind: 'bound', source: 'selfeval', smaller, larger, about: name }];
}

/** «自评项目: 9» and the number of projects listed. */
function projectCount({ facts, at }: Book): Statement[] {
  const listed = new Set(facts.filter(({ path }) => path[0] === '项目自评').map(({ path }) => path[1])).size;
  const stated = at(facts.findIndex(({ keys }) => keys.indicator === '自评项目'));
  if (!stated || listed === 0) return [];
  const params = { stated: stated.printed, found: listed };
  return [
    remarkAtFigure('PRJ-008', 'dataset', stated, { holds: stated.amount.value.eq(listed), expected: String(listed), params }),
  ];
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
      source: sourceOf(level),
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
  return smaller && larger ? [{ kind: 'bound', source: sourceOf(fact), smaller, larger, about: larger.label }] : [];
}
