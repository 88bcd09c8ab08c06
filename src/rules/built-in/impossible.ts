import { belonging } from '../../domain/index.ts';
import { type Figure, groundsOf, minus, plus, type Reading, type Relation, type Term } from '../../model/index.ts';
import type { Facts } from '../facts.ts';
import { keyOf } from '../facts.ts';
import { within } from '../within.ts';

/**
 * «授予中小企业 960 万元，占政府采购 120 万元的 800%»: reckoned rightly, and impossible: a part is within its whole. A share of last
 * year's, or of a budget, may be more than all of it.
 */
export function partsBySharesWithin({ statements }: Reading): Relation[] {
  return statements.flatMap((one): Relation[] => {
    if (one.kind !== 'share' || !one.whole || one.rate.amount.value.lte(100) || /上年|去年|预算数|初预算/.test(one.base ?? ''))
      return [];
    const { part, whole } = one;
    if (whole.amount.kind !== part.amount.kind || whole.amount.value.lte(0) || part.amount.value.lte(whole.amount.value))
      return [];
    return [within('SUM-004', whole, [part], { about: part.label })];
  });
}

/** What the figures of this year and their changes say of the year before: there, too, a part was within its whole. */
export function lastYearWithin(_: Reading, facts: Facts): Relation[] {
  return belonging.lastYearWithin.flatMap(({ whole, part }): Relation[] => {
    const [larger, smaller] = [whole, part].map(({ indicator, scope }) => before(facts.all(indicator, scope)[0], facts));
    if (!larger || !smaller) return [];
    return [
      {
        kind: 'linear',
        rule: 'YOY-008',
        total: larger,
        parts: smaller,
        compare: '>=',
        about: smaller[0]!.figure.label,
        soft: true,
      },
    ];
  });
}

/** Parts and wholes told in places of their own; what one sentence or table tells as part and whole is compared there. */
export function toldWithin({ statements }: Reading, facts: Facts): Relation[] {
  const told = new Set<string>();
  for (const one of statements) {
    if (one.kind === 'sum') for (const part of one.parts) told.add(`${keyOf(one.total)} ${keyOf(part)}`);
    if (one.kind === 'bound') told.add(`${keyOf(one.larger)} ${keyOf(one.smaller)}`);
  }
  return belonging.toldWithin.flatMap(({ whole, part }): Relation[] => {
    const [larger, smaller] = [whole, part].map(({ indicator, scope }) => facts.all(indicator, scope)[0]);
    if (!larger || !smaller || told.has(`${keyOf(larger)} ${keyOf(smaller)}`)) return [];
    const grounds = groundsOf(larger.grounds, smaller.grounds);
    return [{ ...within('SUM-013', larger, [smaller], { about: smaller.label }), ...grounds }];
  });
}

/** «收入总计 1000 万元，较上年增加 50 万元；支出总计 1000 万元，较上年增加 40 万元»: last year's totals were equal as well. */
export function totalsBefore({ statements }: Reading, facts: Facts): Relation[] {
  return statements.flatMap((one): Relation[] => {
    const [first, second] = one.kind === 'same' && one.source === 'narrative' ? one.figures : [];
    if (first?.fact.indicator !== '收支总计' || second?.fact.indicator !== '收支总计') return [];
    if (!first.amount.value.eq(second.amount.value)) return [];
    // «总收入», «总支出» may be what came in and what was spent in the year, which are alike by chance.
    if (![first, second].every(({ label }) => label.includes('总计'))) return [];
    const [left, right] = [before(first, facts), before(second, facts)];
    if (!left || !right) return [];
    const about = first.label;
    return [{ kind: 'linear', rule: 'YOY-011', total: left, parts: right, compare: '=', about, soft: true }];
  });
}

/** This year's figure less what was added to it. */
function before(figure: Figure | undefined, facts: Facts): readonly Term[] | null {
  const change = figure && !figure.at ? facts.changeOf(figure) : undefined;
  if (!figure || !change?.change || !change.direction || change.rateDirection === -change.direction) return null;
  return [plus(figure), change.direction === 1 ? minus(change.change) : plus(change.change)];
}
