import type { Alternative, Check, Relation } from '../model/index.ts';
import { decide } from './decide.ts';
import { isChance } from './likelihood.ts';

/** One relation under each of its fair readings, the likeliest first; null where a reading does not claim it. */
interface Readings {
  readonly relation: Relation;
  readonly checks: readonly (Check | null)[];
}

/**
 * Decides every relation in the likeliest of its fair readings that holds. Relations that share a reading take the one under which
 * most of them hold; what then still fails is given each other reading by itself. What holds only as often as chance would have it
 * decides nothing: the report is accused when every fair reading fails.
 */
export function read(relations: readonly Relation[]): Check[] {
  const groups = new Map<string, Readings[]>();
  const all = relations.map((relation, i): Readings | null => {
    if (!relation.alternatives?.length) return null;
    const { alternatives, ...first } = relation;
    const checks = [decide(first), ...alternatives.map(({ reading }) => reading && decide(reading))];
    const key = relation.together?.key ?? `relation ${i}`;
    const readings = { relation, checks };
    const group = groups.get(key);
    if (group) group.push(readings);
    else groups.set(key, [readings]);
    return readings;
  });
  const taken = new Map<Readings, Check>();
  for (const group of groups.values()) for (const [one, check] of choose(group)) taken.set(one, check);
  return relations.map((relation, i) => (all[i] ? taken.get(all[i])! : decide(relation)));
}

function choose(group: readonly Readings[]): (readonly [Readings, Check])[] {
  const count = Math.max(...group.map(({ checks }) => checks.length));
  const holding = Array.from({ length: count }, (_, nth) => group.filter(({ checks }) => isMet(checks[nth] ?? null)).length);
  const best = holding.indexOf(Math.max(...holding));
  const gained = group.flatMap(({ checks }) =>
    isMet(checks[best] ?? null) && checks[0]!.verdict === 'fails' ? checks[best]! : [],
  );
  const common = best > 0 && !isChance(gained, count - 1) ? best : 0;
  return group.map(one => [one, settle(one, common)] as const);
}

/** A relation in the reading that its group takes; else in whichever by itself holds; else as it was first read. */
function settle({ relation, checks }: Readings, common: number): Check {
  const own = checks[common];
  if (own && own.verdict !== 'fails') return named(own, relation, common);
  const tried = checks.length - 1;
  const met = checks.findIndex((check, nth) => nth !== common && isMet(check));
  if (met >= 0 && (met === 0 || !isChance([checks[met]!], tried))) return named(checks[met]!, relation, met);
  // Some reading does not claim it, or holds as anything might.
  const open = checks.findIndex((check, nth) => nth > 0 && (!check || check.verdict === 'undecided' || isMet(check)));
  const first = own ?? checks[0]!;
  if (first.verdict !== 'fails') return named(first, relation, own ? common : 0);
  if (open < 0) return named(first, relation, own ? common : 0);
  const code = isMet(checks[open]!) ? 'doubt.chance' : 'doubt.inferred';
  return { ...first, verdict: 'undecided', tail: null, doubt: { code, inferred: [alternativeOf(relation, open).as] } };
}

function isMet(check: Check | null): boolean {
  return check?.verdict === 'holds' || check?.verdict === 'rounding';
}

function named(check: Check, relation: Relation, nth: number): Check {
  if (nth === 0) return check;
  const { as, words } = alternativeOf(relation, nth);
  const { alternatives: _, ...instead } = relation;
  return { ...check, taken: { as, words, instead } };
}

function alternativeOf({ alternatives }: Relation, nth: number): Alternative<Relation | null> {
  return alternatives![nth - 1]!;
}
