import { belonging } from '../../../domain/index.ts';
import { type Big, formatLike, intervalOf, type Remark, remarkAtFigure } from '../../../model/index.ts';
import { anyOf } from '../../phrases.ts';
import type { Draft, Topic } from '../topics.ts';
import { draftAt, type Standing } from '../words/drafts.ts';

const AVERAGE = new RegExp(
  `(?<per>${anyOf([...new Set(belonging.averages.flatMap(one => one.per))])})(?<of>[^，。；：\\d]{0,16}?)(?<n>\\d[\\d,]*(?:\\.\\d+)?)(?:万|亿)?元`,
  'g',
);

const NAMELESS = /^(?:次|费用?|支出|花费|金额|为|是|约|计)*$/;

/** «人均接待费 61.00 元», «平均每辆 2.40 万元»: what money makes for each person or vehicle. */
export interface Average {
  readonly draft: Draft;
  readonly per: string;
  readonly of: string;
  readonly headings: readonly string[];
  /** What its paragraph tells before it. */
  readonly before: readonly Draft[];
}

export function averagesIn(standing: Standing, drafts: readonly Draft[]): Average[] {
  return [...standing.passage.plain.s.matchAll(AVERAGE)].flatMap(match => {
    const draft = draftAt(standing, match, drafts);
    const { per, of } = match.groups as Record<'per' | 'of', string>;
    return draft
      ? [{ draft, per, of, headings: chapter(standing.section.headings), before: drafts.slice(0, drafts.indexOf(draft)) }]
      : [];
  });
}

/** An average is what some money told in its chapter makes of some number told there; which number it was is not said. */
export function averageRemarks(averages: readonly Average[], topics: readonly Topic[]): Remark[] {
  return averages.flatMap(({ draft, per, of, headings, before }): Remark[] => {
    const kinds = belonging.averages.filter(one => one.per.includes(per));
    const spoken = topics.findLast(one => !one.unit && one.level && before.includes(one.level) && isMoneyOf(one, kinds));
    const named = kinds.find(one => one.words.some(word => of.includes(word)));
    // «公务接待费 …，人均 150 元»: of what is spoken of.
    const implied = NAMELESS.test(of) ? kinds.find(one => (spoken ? isMoneyOf(spoken, [one]) : !one.words.length)) : undefined;
    const meant = named ?? implied ?? kinds.find(one => !one.words.length);
    if (!meant) return [];
    const near = topics.filter(one => one.level && chapter(one.section.headings).join() === headings.join());
    const moneys = near.filter(one => one.unit === null && meant.money.includes(one.indicator ?? ''));
    const counts = near.filter(one => meant.units.includes(one.unit ?? '') && one.level!.amount.value.gt(0));
    const pairs = moneys.flatMap(money => counts.map(count => ({ money: money.level!, count: count.level! })));
    const off = ({ money, count }: (typeof pairs)[number]) => quotient(money, count).minus(draft.amount.value).abs();
    const [first, ...others] = pairs;
    if (!first) return [];
    const nearest = others.reduce((best, next) => (off(next).lt(off(best)) ? next : best), first);
    const params = {
      name: draft.label,
      stated: draft.printed + draft.amount.unit,
      computed: formatLike(quotient(nearest.money, nearest.count), draft.amount) + draft.amount.unit,
    };
    const holds = pairs.some(({ money, count }) => makes(money, count, draft));
    // Of several that it may be made of, none says what it should be.
    const expected = others.length ? {} : { expected: formatLike(quotient(first.money, first.count), draft.amount) };
    const figures = [draft, nearest.money, nearest.count];
    return [remarkAtFigure('PCT-010', 'narrative', draft, { holds, params, figures, ...expected })];
  });
}

const isMoneyOf = ({ indicator }: Topic, kinds: typeof belonging.averages) =>
  kinds.some(({ money }) => indicator !== null && money.includes(indicator));

/** «三、…» with what stands above it: the headings below it part what belongs together. */
function chapter(headings: readonly string[]): readonly string[] {
  return headings.slice(0, headings.findIndex(one => /^[一二三四五六七八九十]+、/.test(one)) + 1 || 2);
}

function quotient(money: Draft, count: Draft): Big {
  return money.amount.value.div(count.amount.value);
}

/** Rounded or cut off: within one last digit of what the printed amount allows. */
function makes(money: Draft, { amount }: Draft, average: Draft): boolean {
  const { low, high } = intervalOf(money.amount);
  const { value, step } = average.amount;
  return low.div(amount.value).lte(value.plus(step)) && high.div(amount.value).gte(value.minus(step));
}
