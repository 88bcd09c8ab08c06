import { belonging, fits, type WordTest } from '../../domain/index.ts';
import type { Figure, Reading, Relation, Scope } from '../../model/index.ts';
import type { Facts } from '../facts.ts';
import { observedAt } from '../observed.ts';
import { within } from '../within.ts';

/** Counts that two places tell of which one is never above the other: vehicles kept and all vehicles, projects evaluated and planned. */
export function toldBounds({ figures }: Reading): Relation[] {
  return belonging.toldBounds.flatMap(({ rule, unit, smaller, larger }): Relation[] => {
    const told = (has: WordTest['has']) => figures.filter(one => one.amount.unit === unit && !one.at && fits(one.label, { has }));
    const [[part, ...others], [whole]] = [told(smaller), told(larger)];
    // Several may be of several bodies.
    if (!part || !whole || others.some(other => !other.amount.value.eq(part.amount.value))) return [];
    return [within(rule, whole, [part], { about: part.label, soft: true })];
  });
}

/** Counts of one thing that two places tell, one number each; more than that may be of several bodies. */
export function toldSame({ figures, year }: Reading): Relation[] {
  return belonging.toldSame.flatMap(({ rule, unit, has, not }): Relation[] => {
    const isOther = new RegExp(not);
    const told = figures.filter(
      one =>
        one.amount.unit === unit &&
        !one.grounds &&
        (one.fact.period ?? year) === year &&
        fits(one.label, { has }) &&
        !isOther.test(one.label + one.quote.slice(0, one.quote.indexOf(one.printed))),
    );
    const [first, second, ...others] = told;
    if (!first || !second || others.length || first.section === second.section) return [];
    return [{ kind: 'agree', rule, figures: [first, second], about: first.label, soft: true }];
  });
}

const TARGETS = /绩效目标/;
/** Aims of the whole department, or of what is not only projects. */
const NOT_PROJECTS = /整体|部门支出|全部支出|基本支出/;

/** «编报绩效目标的项目 3 个，涉及资金 9 万元», in a budget: no more than all projects are planned to cost. */
export function targetsWithin({ figures, kind }: Reading, facts: Facts): Relation[] {
  const total = facts.all('项目支出', '全部资金').find(one => one.at) ?? facts.all('项目支出', '全部资金')[0];
  if (kind !== 'budget' || !total) return [];
  const [amount, ...others] = figures.flatMap((one, i) => {
    const count = figures[i - 1];
    const isMeant =
      one.amount.kind === 'money' &&
      count?.amount.kind === 'count' &&
      count.place.block === one.place.block &&
      !one.at &&
      /涉及|资金|金额/.test(one.label) &&
      TARGETS.test(count.quote + count.section) &&
      !NOT_PROJECTS.test(count.quote + one.quote);
    return isMeant ? [one] : [];
  });
  return amount && !others.length ? [within('TIE-232', total, [amount], { about: amount.label, soft: true })] : [];
}

/** A share of more than everything; where its whole is known, the share itself is held against it. */
export function sharesWithin({ figures, statements }: Reading): Relation[] {
  const known = new Set<Figure>(statements.flatMap(one => (one.kind === 'share' && one.whole ? [one.rate] : [])));
  return figures
    .filter(one => one.fact.measure === '占比' && one.amount.kind === 'percent' && one.amount.value.gt(100) && !known.has(one))
    .map(one => observedAt('PCT-009', one, { holds: false, params: { name: one.label } }));
}

/** What a project spent is within its budget of the whole year. */
export function projectsWithinBudget({ statements }: Reading): Relation[] {
  return statements.flatMap((one): Relation[] => {
    if (one.kind !== 'completion' || one.source !== 'selfeval' || one.budget?.fact.measure !== '全年预算') return [];
    const { outcome, budget } = one;
    return [within('PRJ-016', budget, [outcome], { about: outcome.label, soft: true })];
  });
}

/**
 * The sheet of the whole department tells what was spent of fiscal money. Where all its money is the income of the year, all of which was
 * spent and nothing was carried over, that is the income from fiscal funds.
 */
export function wholeByFunds({ statements }: Reading, facts: Facts): Relation[] {
  const inSheet = (scope: Scope) =>
    statements.flatMap(one =>
      one.kind === 'completion' &&
      one.source === 'selfeval' &&
      one.outcome.fact.indicator === '本年支出' &&
      one.outcome.fact.scope === scope
        ? [one.outcome]
        : [],
    )[0];
  const [all, fiscal] = [inSheet('全部资金'), inSheet('财政拨款')];
  const [income] = facts.all('本年收入', '全部资金');
  // Without other funds, fiscal income is told as that of the general budget.
  const general = ['政府性基金', '国有资本'].every(fund =>
    facts.all('本年收入', fund as Scope).every(one => one.amount.value.eq(0)),
  );
  const funded = facts.all('本年收入', '财政拨款')[0] ?? (general ? facts.all('本年收入', '一般公共预算')[0] : undefined);
  if (!all || !fiscal || !income || !funded || !income.amount.value.eq(all.amount.value)) return [];
  const carried = facts.all('年初结转和结余', '财政拨款')[0] ?? facts.all('年初结转和结余', '全部资金')[0];
  if (carried?.amount.value.eq(0) === false) return [];
  return [{ kind: 'agree', rule: 'PRJ-023', figures: [funded, fiscal], about: fiscal.label, soft: true }];
}
