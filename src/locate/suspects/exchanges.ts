import type { Figure } from '../../model/index.ts';
import type { Evidence, Exhibit } from './evidence.ts';
import type { Change, Move, State } from './moves.ts';

/** Dearer than one wrong digit, much cheaper than two mistakes that happen to mirror each other. */
const COST = 105;

/** Two figures that stand in each other's place: each should be what the other one prints. */
export function exchanges(moves: readonly Move[], state: State, evidence: Evidence): Move[] {
  const open = [...state.failing].map(exhibit => exhibit.figures.filter(figure => !state.overrides.has(figure.id)));
  const printed = byValue(open.flat());
  const found = new Map<string, Move>();
  for (const move of moves) {
    const [change] = move.changes;
    if (!change || move.changes.length !== 1) continue;
    const { figure, value } = change;
    if (value.eq(0) || figure.amount.value.eq(0)) continue;
    for (const other of printed.get(`${figure.amount.kind} ${value}`) ?? []) {
      const key = [figure.id, other.id].sort().join();
      if (other === figure || found.has(key)) continue;
      const exchange = weigh(figure, other, state, evidence);
      if (exchange) found.set(key, exchange);
    }
  }
  return [...found.values()];
}

/** Short numbers stand in many a place: that two are each other's proves nothing. */
export const isTelling = ({ figure, value }: Change): boolean => value.c.length >= 3 && figure.amount.value.c.length >= 3;

/** Whether a figure of some checks and one of others may stand in each other's place: both are mended, and nothing breaks. */
export function mayBeExchanged(
  moves: readonly Move[],
  own: readonly Exhibit[],
  others: readonly Exhibit[],
  evidence: Evidence,
): boolean {
  const printed = printedIn(others);
  const [mine, theirs] = [setOf(own), setOf(others)];
  const state = { overrides: NOTHING, failing: { has: (exhibit: Exhibit) => mine.has(exhibit) || theirs.has(exhibit) } };
  return moves.some(({ changes: [change, ...more], breaks }) => {
    if (!change || more.length > 0 || breaks.length > 0) return false;
    const { figure, value } = change;
    if (!isTelling(change)) return false;
    const twins = printed.get(`${figure.amount.kind} ${value}`) ?? [];
    return twins.some(twin => twin !== figure && weigh(figure, twin, state, evidence)?.breaks.length === 0);
  });
}

const NOTHING: State['overrides'] = new Map();
const sets = new WeakMap<readonly Exhibit[], ReadonlySet<Exhibit>>();

/** Asked for with each of the others that it may have to do with. */
function setOf(exhibits: readonly Exhibit[]): ReadonlySet<Exhibit> {
  const set = sets.get(exhibits) ?? new Set(exhibits);
  sets.set(exhibits, set);
  return set;
}

const known = new WeakMap<readonly Exhibit[], ReadonlyMap<string, Figure[]>>();

function printedIn(exhibits: readonly Exhibit[]): ReadonlyMap<string, Figure[]> {
  const printed = known.get(exhibits) ?? byValue(exhibits.flatMap(exhibit => exhibit.figures));
  known.set(exhibits, printed);
  return printed;
}

function byValue(figures: readonly Figure[]): Map<string, Figure[]> {
  const printed = new Map<string, Figure[]>();
  for (const figure of new Set(figures)) {
    const key = valueKey(figure);
    const same = printed.get(key);
    if (same) same.push(figure);
    else printed.set(key, [figure]);
  }
  return printed;
}

const keys = new WeakMap<Figure, string>();

/** What a figure prints: its kind and its number. */
export function valueKey(figure: Figure): string {
  let key = keys.get(figure);
  if (key === undefined) {
    key = `${figure.amount.kind} ${figure.amount.value}`;
    keys.set(figure, key);
  }
  return key;
}

type Seen = Pick<State, 'overrides'> & { readonly failing: Pick<State['failing'], 'has'> };

function weigh(one: Figure, other: Figure, state: Seen, evidence: Evidence): Move | null {
  const [first, second] = evidence.position(one) <= evidence.position(other) ? [one, other] : [other, one];
  const changes: Change[] = [
    { figure: first, value: second.amount.value, slip: 'swapped' },
    { figure: second, value: first.amount.value, slip: 'swapped' },
  ];
  const overrides = new Map(state.overrides);
  for (const { figure, value } of changes) overrides.set(figure.id, value);
  const touched = [...new Set([...evidence.of(first), ...evidence.of(second)])];
  const { mends, breaks } = evidence.tally(touched, state.failing, exhibit => evidence.fails(exhibit, overrides));
  // Each of the two must be mended where the other does not stand, or one change alone explains as much.
  const alone = (figure: Figure, twin: Figure) =>
    mends.some(({ figures }) => figures.includes(figure) && !figures.includes(twin));
  return alone(first, second) && alone(second, first) ? { changes, mends, breaks, cost: COST } : null;
}
