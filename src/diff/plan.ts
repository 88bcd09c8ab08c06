import type { Audit, Change, Check, Figure, Measure, YearDiff } from '../model/index.ts';
import { align } from './align.ts';
import { countsOf } from './counts.ts';
import { agreeing, type Decide, worst } from './judge.ts';
import { printedLevel, type Subject, subjectsOf } from './subjects.ts';

/**
 * The budget of a year against the final accounts of the same year: every fact of both, what came of it, and whether the 年初预算 that
 * the accounts tell is what the budget says. «预算数» without a word of which may be that of the whole year: it confirms, it never accuses.
 */
export function comparePlan(budget: Audit, accounts: Audit, decide: Decide): YearDiff {
  const originals = new Map<Figure, Figure>();
  const grants = grantsOf(budget);
  const told = (audit: Audit, measure: Measure, prefix = '') => {
    const figures = audit.figures.flatMap(figure => {
      if (figure.fact.measure !== measure && figure.amount.kind !== 'count') return [];
      if (figure.amount.kind === 'count' && measure !== '决算') return [];
      const fact = { ...figure.fact, measure: '决算' as const, ...(prefix ? { indicator: grants.asSpent(figure) } : {}) };
      const level: Figure = { ...figure, id: prefix + figure.id, fact };
      originals.set(level, prefix ? { ...figure, id: prefix + figure.id } : figure);
      return [level];
    });
    return subjectsOf({ figures, year: audit.year });
  };
  const planned = told(budget, '预算', 'before ');
  const settled = told(accounts, '决算');
  const outcomes = align(planned.current, settled.current);
  const outcomeOf = new Map(outcomes.pairs.map(pair => [pair.before, pair.after]));
  const opening = pairsOf(planned.current, told(accounts, '年初预算').current);
  const unsaid = pairsOf(planned.current, told(accounts, '预算').current);
  const original = (figure: Figure) => originals.get(figure) ?? figure;
  const restored = (subject: Subject): Subject => ({
    ...subject,
    figure: original(subject.figure),
    figures: subject.figures.map(original),
  });

  const changes = planned.current.flatMap((plan): Change[] => {
    const outcome = outcomeOf.get(plan);
    const [stated, weak] = [opening.get(plan), unsaid.get(plan)];
    if (!outcome && !stated && !weak) return [];
    const own = restored(plan);
    const agree = (figure: Figure): Check => decide(agreeing(original(figure), own.figure, own.title));
    const checks = [
      ...(stated?.figures ?? [])
        .filter(figure => isAlike(figure, own.figure))
        .map(agree)
        .filter(check => check.verdict !== 'fails' || !grants.isEither(own.figure)),
      ...(weak?.figures ?? [])
        .filter(figure => isAlike(figure, own.figure))
        .map(agree)
        .filter(check => check.verdict !== 'fails'),
    ];
    const shown = (outcome ?? stated ?? weak)!;
    const [before, after] = [printedLevel(own), outcome ? printedLevel(restored(outcome)) : null];
    const difference = after && after.amount.kind === before.amount.kind ? after.value.minus(before.value) : null;
    const { fact, section, at } = original(shown.figure);
    const previous = [...new Map([...(stated?.figures ?? []), ...(weak?.figures ?? [])].map(one => [one.printed, one])).values()];
    return [
      {
        kinship: 'same',
        name: shown.title,
        formerly: [],
        code: shown.code ?? plan.code,
        section,
        table: at?.table ?? null,
        indicator: shown.indicator,
        scope: fact.scope,
        measure: outcome ? '决算' : '年初预算',
        before,
        after,
        difference,
        rate: difference && !before.value.eq(0) ? difference.times(100).div(before.value.abs()) : null,
        stated: previous.map(figure => ({ direction: null, change: null, rate: null, previous: original(figure) })),
        verdict: worst(checks),
        checks,
      },
    ];
  });
  const order = new Map(accounts.figures.map((figure, at) => [figure, at]));
  const placeOf = ({ after, stated }: Change) => order.get(after?.figures[0] ?? stated[0]!.previous!) ?? 0;
  changes.sort((a, b) => placeOf(a) - placeOf(b));
  return {
    kind: 'years',
    plan: true,
    before: budget,
    after: accounts,
    changes,
    counts: countsOf(changes),
    unnamed: { before: planned.unnamed, after: settled.unnamed },
  };
}

const GRANT = /^功能本年收入(?=\/)/;
const ITEM = /^功能\/[^/]+\/[^/]+\/[^/]+$/;
const GENERAL = '一般公共预算';

/**
 * A budget may go through what the year grants of the general budget, and leave out what was carried over: final accounts mean its lines
 * when they tell an item's 年初预算. Of the total, and of what is told of both, they may mean either.
 */
function grantsOf({ figures }: Audit) {
  const general = figures.filter(({ fact }) => fact.scope === GENERAL);
  const spent = new Set(general.map(({ fact }) => fact.indicator));
  const granted = !general.some(({ at, fact }) => at && ITEM.test(fact.indicator ?? ''));
  const asSpent = ({ fact }: Figure): string | null => {
    const line = granted && fact.scope === GENERAL ? fact.indicator?.replace(GRANT, '功能') : undefined;
    return line && !spent.has(line) ? line : fact.indicator;
  };
  // Where nothing was carried over, what the year grants is all of it.
  const carried = figures.some(({ fact, amount }) => fact.indicator === '年初结转和结余' && amount.value.gt(0));
  const isEither = ({ fact }: Figure): boolean =>
    granted &&
    carried &&
    fact.scope === GENERAL &&
    (fact.indicator === '本年支出' || fact.indicator?.startsWith('功能/') === true);
  return { asSpent, isEither };
}

const isAlike = (one: Figure, other: Figure) => one.amount.kind === other.amount.kind;

function pairsOf(planned: readonly Subject[], told: readonly Subject[]): ReadonlyMap<Subject, Subject> {
  return new Map(align(planned, told).pairs.map(pair => [pair.before, pair.after]));
}
