import { selfEvaluation } from '../../domain/index.ts';
import { Big } from '../../model/index.ts';
import { type Mention, mentionsOf } from '../mentions.ts';
import type { Draft } from '../narrative/topics.ts';
import { anyOf } from '../phrases.ts';

/** What a row says in words. */
export interface Told {
  readonly target: string;
  readonly actual: string;
  readonly reason: string;
}

const { least, most, ratingScores } = selfEvaluation;
const VALUE = new RegExp(`^(?<sign>${anyOf([...least, ...most])})?(?<digits>\\d[\\d,]*(?:\\.\\d+)?)(?<unit>\\D{0,5})$`);

/** Whether what was reached meets what was to be reached; null where their words do not tell. */
export function isMet({ target, actual }: Told): boolean | null {
  const pairs = comparable(target, actual);
  if (pairs.length) return pairs.every(one => one.actual.amount.value.gte(one.target.amount.value));
  const [rank, reached] = [target, actual].map(word => ratingScores.findIndex(one => one.words.includes(word)));
  if (rank! >= 0 && reached! >= 0) return reached! <= rank!;
  const [aim, end] = [target, actual].map(
    text => VALUE.exec(text)?.groups as Record<'sign' | 'digits' | 'unit', string> | undefined,
  );
  if (!aim || !end || end.sign || aim.unit !== end.unit) return null;
  const [planned, done] = [aim, end].map(one => new Big(one.digits.replace(/,/g, ''))) as [Big, Big];
  if (most.includes(aim.sign)) return done.lte(planned);
  // Without a sign, less may be better (complaints, mistakes): but nothing is above all of it.
  const isLeast = least.includes(aim.sign) || (aim.unit === '%' && planned.eq(100));
  return isLeast ? done.gte(planned) : null;
}

/** The pair that falls shortest of its target. */
export function farthest(pairs: readonly Pair[]): Pair {
  const shortfall = ({ target, actual }: Pair) =>
    target.amount.value.gt(0) ? actual.amount.value.div(target.amount.value) : actual.amount.value;
  return pairs.reduce((worst, pair) => (shortfall(pair).lt(shortfall(worst)) ? pair : worst));
}

/** Outcome over target, as the rate would print it. */
export function near({ target, actual }: Pair, rate: Draft): boolean {
  if (!target.amount.value.gt(0)) return false;
  const ratio = actual.amount.value.div(target.amount.value).times(100);
  return ratio.minus(rate.amount.value).abs().lte(rate.amount.step.div(2));
}

interface Pair {
  readonly target: Mention;
  readonly actual: Mention;
}

const AT_LEAST = new RegExp(anyOf(selfEvaluation.atLeast), 'g');
const LIMIT = new RegExp(anyOf(selfEvaluation.limits));

/** Counts of target and outcome, when both tell as many, of the same units in the same order, and the target is no upper limit. */
export function comparable(target: string, actual: string): Pair[] {
  if (LIMIT.test(target.replace(AT_LEAST, ''))) return [];
  const counts = (s: string) => mentionsOf(s).filter(mention => mention.amount.kind === 'count');
  const [a, b] = [counts(target), counts(actual)];
  if (
    !a.length ||
    a.length !== b.length ||
    a.some(one => selfEvaluation.durations.includes(one.amount.unit)) ||
    a.some((one, i) => one.amount.unit !== b[i]!.amount.unit || one.amount.approximate || b[i]!.amount.approximate)
  )
    return [];
  return a.map((one, i) => ({ target: one, actual: b[i]! }));
}
