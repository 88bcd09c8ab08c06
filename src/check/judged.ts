import { type Check, type Doubt, type Figure, figuresOf, type Interval } from '../model/index.ts';
import { implied } from './decide.ts';
import { ENOUGH, isChance, MOST_OF_FOUR, TWICE } from './likelihood.ts';

/**
 * What becomes of failing checks in the light of how they were read. Of relations that share a reading: one of many fails: the figure is
 * wrong, and the others vouch for the reading even where it was inferred; most fail, and no figure explains it: the reading is wrong.
 * A weak reading that nobody vouches for accuses nobody.
 */
export function judged(checks: readonly Check[]): Check[] {
  const groups = new Map<string, Check[]>();
  for (const check of checks) {
    const { together } = check.relation;
    if (!together?.judged || check.verdict === 'undecided') continue;
    const group = groups.get(together.key);
    if (group) group.push(check);
    else groups.set(together.key, [check]);
  }
  const withdrawn = new Map<Check, Doubt>();
  const vouched = new Set<Check>();
  for (const [key, group] of groups) {
    const failing = group.filter(({ verdict }) => verdict === 'fails');
    if (failing.length === 0) continue;
    const holding = group.filter(({ verdict }) => verdict !== 'fails');
    if (isWithdrawn(group, failing)) {
      const inferred = [...new Set(failing.flatMap(({ relation }) => relation.grounds ?? []))];
      for (const check of failing) withdrawn.set(check, { code: 'doubt.withdrawn', inferred, key, count: failing.length });
    } else if (holding.length >= failing.length * TWICE && !isChance(holding, 1)) for (const check of failing) vouched.add(check);
  }
  return checks.map(check => {
    if (check.verdict !== 'fails') return check;
    const { grounds } = check.relation;
    const doubt =
      withdrawn.get(check) ?? (grounds && !vouched.has(check) ? { code: 'doubt.inferred' as const, inferred: grounds } : null);
    return doubt ? { ...check, verdict: 'undecided', tail: null, doubt } : check;
  });
}

function isWithdrawn(group: readonly Check[], failing: readonly Check[]): boolean {
  if (group.length < ENOUGH || failing.length * 4 < group.length * MOST_OF_FOUR) return false;
  return !commonTo(failing).some(figure => explains(figure, failing));
}

function commonTo(checks: readonly Check[]): Figure[] {
  const counts = new Map<Figure, number>();
  for (const { relation } of checks) for (const figure of figuresOf(relation)) counts.set(figure, (counts.get(figure) ?? 0) + 1);
  return [...counts].filter(([, count]) => count > 1 && count * 2 > checks.length).map(([figure]) => figure);
}

/** Whether one other value of the figure would mend more than half of them: then it is the figure that is wrong. */
function explains(figure: Figure, failing: readonly Check[]): boolean {
  const ranges: readonly Interval[] = failing.flatMap(({ relation }) => implied(relation, figure) ?? []);
  return ranges.some(({ low }) => {
    const met = ranges.filter(range => range.low.lte(low) && range.high.gte(low)).length;
    return met > 1 && met * 2 > failing.length;
  });
}
