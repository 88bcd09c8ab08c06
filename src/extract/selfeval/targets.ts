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
  const [due, done] = [dayIn(target), dayIn(actual)].every(day => day)
    ? [dayIn(target), dayIn(actual)]
    : [monthIn(target), monthIn(actual)];
  if (due && done) return done.first > due.last ? false : done.last <= due.last ? true : null;
  const [rank, reached] = [target, actual].map(word => ratingScores.findIndex(one => one.words.includes(word)));
  if (rank! >= 0 && reached! >= 0) return reached! <= rank!;
  const [aim, end] = [target, actual].map(
    text => VALUE.exec(text)?.groups as Record<'sign' | 'digits' | 'unit', string> | undefined,
  );
  if (!aim || !end || end.sign || aim.unit !== end.unit) return null;
  const [planned, reachedValue] = [aim, end].map(one => new Big(one.digits.replace(/,/g, ''))) as [Big, Big];
  if (most.includes(aim.sign)) return reachedValue.lte(planned);
  // Without a sign, less may be better (complaints, mistakes): but nothing is above all of it.
  const isLeast = least.includes(aim.sign) || (aim.unit === '%' && planned.eq(100));
  return isLeast ? reachedValue.gte(planned) : null;
}

const DAY =
  /^(?:于|在|至|截至|预计|不晚于|≤)?(?<year>20\d{2})(?:年|[.-])(?:(?<month>1[0-2]|0?[1-9])(?:月份?|(?=[.-]|前|底|[上中下]旬|$))(?:[.-]?(?<day>3[01]|[12]\d|0?[1-9])日?)?)?(?:年?[底末内]|月底|[上中下]旬)?(?:之?前|以前)?(?:完成|竣工|验收|下达|拨付|支付|到位|开工|交付|投入使用)?$/;

/** The days a cell may mean that states one date, as numbers to be compared (20231231); null where it states none, or more. */
function dayIn(s: string): { readonly first: number; readonly last: number } | null {
  const { year, month, day } = DAY.exec(s)?.groups ?? {};
  if (!year) return null;
  const at = (m: number, d: number) => Number(year) * 10_000 + m * 100 + d;
  return { first: at(Number(month ?? 1), Number(day ?? 1)), last: at(Number(month ?? 12), Number(day ?? 31)) };
}

/** «12月底前», «次年2月»: without their year both are of the one that the sheet is of, or the next. */
const MONTH =
  /^(?:于|在|至|截至|预计|不晚于|≤)?(?:(?<next>次年|下年|翌年|下一年)|本年|当年|年内)?度?(?<month>1[0-2]|0?[1-9])月份?(?:(?<day>3[01]|[12]\d|0?[1-9])[日号])?(?:[底末内]|月底|[上中下]旬)?(?:之?前|以前)?(?:完成|竣工|验收|下达|拨付|支付|到位|开工|交付|投入使用)?$/;

function monthIn(s: string): { readonly first: number; readonly last: number } | null {
  const { next, month, day } = MONTH.exec(s)?.groups ?? {};
  if (!month) return null;
  const at = (d: number) => (next ? 10_000 : 0) + Number(month) * 100 + d;
  return { first: at(Number(day ?? 1)), last: at(Number(day ?? 31)) };
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
