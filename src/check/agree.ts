import type { AgreeRelation, Big, Check, Figure, Tail, Verdict } from '../model/index.ts';
import { intervalOf } from '../model/index.ts';
import { around, cutTo, HALF, type Implied, implying, roundTo, type Values, ZERO } from './terms.ts';

/**
 * All figures print the same number, each at its own precision: 6.2 agrees with 6.20, 0.04亿元 with 413.2万元.
 * One last digit apart is a rounding plug, as reporters put it into one line of a table (identities.md §2),
 * but only where decimals are printed: 9 批次 and 10 批次 are two facts.
 */
export function decideAgree(relation: AgreeRelation, values: Values): Check {
  const printed = distinct(relation.figures, values);
  let worst: Pair = { verdict: 'holds', tail: null };
  for (const [i, a] of printed.entries()) {
    for (const b of printed.slice(i + 1)) {
      const pair = compare(a, b, values);
      if (RANK[pair.verdict] > RANK[worst.verdict]) worst = pair;
    }
  }
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

/** What the others print, where they are at one; the finest of them tells most. */
export function impliedAgree(relation: AgreeRelation, figure: Figure, values: Values): Implied | null {
  const others = distinct(
    relation.figures.filter(other => other.id !== figure.id),
    values,
  );
  if (others.length === 0 || others.length === relation.figures.length) return null;
  for (const [i, a] of others.entries()) {
    for (const b of others.slice(i + 1)) if (compare(a, b, values).verdict !== 'holds') return null;
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
  const support = (figure: Figure) => figures.filter(other => compare(figure, other, values).verdict === 'holds').length;
  const counts = figures.map(support);
  const most = figures[counts.indexOf(Math.max(...counts))]!;
  const odd = figures
    .filter(figure => compare(figure, most, values).verdict !== 'holds')
    .sort((a, b) => distance(b, most, values).cmp(distance(a, most, values)))[0];
  return [odd ?? figures.find(figure => figure !== most) ?? most, most];
}

function distance(a: Figure, b: Figure, values: Values): Big {
  return a === b ? ZERO : values(a).minus(values(b)).abs();
}
