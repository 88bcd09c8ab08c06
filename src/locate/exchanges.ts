import type { Figure } from '../model/index.ts';
import type { Evidence } from './evidence.ts';
import type { Change, Move, State } from './moves.ts';

/** Dearer than one wrong digit, much cheaper than two mistakes that happen to mirror each other. */
const COST = 105;

/** Two figures that stand in each other's place: each should be what the other one prints. */
export function exchanges(moves: readonly Move[], state: State, evidence: Evidence): Move[] {
  const figures = new Map<string, Figure>();
  for (const exhibit of state.failing)
    for (const figure of exhibit.figures) if (!state.overrides.has(figure.id)) figures.set(figure.id, figure);
  const printed = new Map<string, Figure[]>();
  for (const figure of figures.values()) {
    const key = `${figure.amount.kind} ${figure.amount.value}`;
    printed.set(key, [...(printed.get(key) ?? []), figure]);
  }
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

function weigh(one: Figure, other: Figure, state: State, evidence: Evidence): Move | null {
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
