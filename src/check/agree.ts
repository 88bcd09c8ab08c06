import type { AgreeRelation, Big, Check, Figure, Tail, Verdict } from '../model/index.ts';
import { intervalOf } from '../model/index.ts';
import { around, cutTo, HALF, type Implied, implying, roundTo, type Values, ZERO } from './terms.ts';

/**
 * All figures print the same number, each at its own precision: 6.2 agrees with 6.20, 0.04亿元 with 413.2万元.
 * One last digit apart is a rounding plug, as reporters put it into one line of a table (identities.md §2),
 * but only where decimals are printed: 9 批次 and 10 批次 are two facts.
 */
export function decideAgree(relation: AgreeRelation, values: Values): Check {
  const worst = worstOf(relation, values);
  const [stated, expected] = sides(relation.figures, values);
  return {
    relation,
    verdict: worst.verdict,
    stated: values(stated),
    computed: around(values(expected), expected.amount.step.times(HALF)),
    residual: values(expected).minus(values(stated)),
    slack: coarser(stated, expected, values),
    tail: worst.tail,
    missing: [],
  };
}

/** The verdict of decideAgree alone: which of the figures stands apart is not asked. */
export const verdictOfAgree = (relation: AgreeRelation, values: Values): Verdict => worstOf(relation, values).verdict;

function worstOf({ figures }: AgreeRelation, values: Values): Pair {
  const printed = distinct(figures, values);
  let worst: Pair = { verdict: 'holds', tail: null };
  for (let i = 0; i < printed.length && worst.verdict !== 'fails'; i++) {
    for (let j = i + 1; j < printed.length && worst.verdict !== 'fails'; j++) {
      const pair = compare(printed[i]!, printed[j]!, values);
      if (RANK[pair.verdict] > RANK[worst.verdict]) worst = pair;
    }
  }
  return worst;
}

/** What the others print, where they are at one; the finest of them tells most. */
export function impliedAgree(relation: AgreeRelation, figure: Figure, values: Values): Implied | null {
  const others = distinct(
    relation.figures.filter(other => other.id !== figure.id),
    values,
  );
  if (others.length === 0 || others.length === relation.figures.length) return null;
  for (let i = 0; i < others.length; i++) {
    for (let j = i + 1; j < others.length; j++) if (compare(others[i]!, others[j]!, values).verdict !== 'holds') return null;
  }
  const finest = others.reduce((best, other) => (other.amount.step.lt(best.amount.step) ? other : best));
  return implying(values(finest), intervalOf(finest.amount).high.minus(finest.amount.value));
}

interface Pair {
  readonly verdict: Verdict;
  readonly tail: Tail | null;
}
const RANK: Readonly<Record<Verdict, number>> = { holds: 0, rounding: 1, undecided: 1, fails: 2 };

function compare(a: Figure, b: Figure, values: Values): Pair {
  const step = coarser(a, b, values);
  const [left, right] = [values(a), values(b)];
  const apart = roundTo(left, step).minus(roundTo(right, step)).abs();
  if (apart.eq(0)) return { verdict: 'holds', tail: null };
  if (apart.gt(step) || !mayBePlugged(a, b)) return { verdict: 'fails', tail: null };
  return { verdict: 'rounding', tail: cutTo(left, step).eq(cutTo(right, step)) ? 'truncation' : 'last-digit' };
}

/** A number without decimals is a plain statement, unless it is money to the 元. */
function mayBePlugged(a: Figure, b: Figure): boolean {
  const coarse = a.amount.step.gte(b.amount.step) ? a.amount : b.amount;
  return coarse.step.lt(coarse.factor) || (coarse.kind === 'money' && coarse.factor.eq(1));
}

/** A bare «0» says «none» and has no precision to be coarser by. */
function coarser(a: Figure, b: Figure, values: Values): Big {
  const [one, other] = [a.amount.step, b.amount.step];
  const none = values(a).eq(0);
  if (none !== values(b).eq(0)) return none ? other : one;
  return one.gte(other) ? one : other;
}

/** Each printed number once. */
function distinct(figures: readonly Figure[], values: Values): Figure[] {
  const seen = new Map<string, Figure>();
  for (const figure of figures) {
    const key = `${values(figure).toString()} ${figure.amount.step.toString()}`;
    if (!seen.has(key)) seen.set(key, figure);
  }
  return [...seen.values()];
}

/**
 * The figure that stands apart, and one of the majority.
 * The number that most figures print is taken as the expected one; between equals, the first stands, the other is stated.
 */
function sides(figures: readonly Figure[], values: Values): readonly [stated: Figure, expected: Figure] {
  const counts = supports(figures, values);
  const most = figures[counts.indexOf(counts.reduce((a, b) => Math.max(a, b), 0))]!;
  const odd = figures
    .filter(figure => compare(figure, most, values).verdict !== 'holds')
    .sort((a, b) => distance(b, most, values).cmp(distance(a, most, values)))[0];
  return [odd ?? figures.find(figure => figure !== most) ?? most, most];
}

/**
 * How many of the figures each of them agrees with, itself included. Figures are counted by what they round to at every step
 * that another may compare them at, so that thousands that contradict each other need not be held one against the other.
 */
function supports(figures: readonly Figure[], values: Values): number[] {
  const steps = [...new Map(figures.map(({ amount }) => [amount.step.toString(), amount.step])).values()];
  const counts = new Map<string, number>();
  const none = (figure: Figure) => values(figure).eq(0);
  const key = (own: Big, at: Big, rounded: Big) => `${own} ${at} ${rounded.eq(0) ? 0 : rounded}`;
  const count = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const figure of figures) {
    const { step } = figure.amount;
    if (none(figure)) count('none');
    else {
      const coarser = steps.filter(other => other.gt(step));
      for (const at of [step, ...coarser]) count(key(step, at, roundTo(values(figure), at)));
      if (roundTo(values(figure), step).eq(0)) count('as none');
    }
  }
  const known = new Map<string, number>();
  const supportOf = (figure: Figure) => {
    const { step } = figure.amount;
    const of = (name: string) => counts.get(name) ?? 0;
    if (none(figure)) return of('none') + of('as none');
    const asNone = roundTo(values(figure), step).eq(0) ? of('none') : 0;
    return steps.reduce((sum, other) => {
      const at = other.gt(step) ? other : step;
      return sum + of(key(other, at, roundTo(values(figure), at)));
    }, asNone);
  };
  return figures.map(figure => {
    const name = `${values(figure)} ${figure.amount.step}`;
    const support = known.get(name) ?? supportOf(figure);
    known.set(name, support);
    return support;
  });
}

function distance(a: Figure, b: Figure, values: Values): Big {
  return a === b ? ZERO : values(a).minus(values(b)).abs();
}
