import type { Evidence, Exhibit } from './evidence.ts';
import { isTelling, mayBeExchanged, valueKey } from './exchanges.ts';
import type { Move } from './moves.ts';

/** Checks that were solved by themselves. */
interface Solved {
  readonly failing: readonly Exhibit[];
  readonly singles: readonly Move[];
  readonly solutions: readonly (readonly Move[])[];
}

/** The diagnoses as they stand, found by the figures of their failing checks and by what these print. */
export class Reach<Diagnosis extends Solved> {
  readonly #evidence: Evidence;
  readonly #byFigure = new Map<string, Set<Diagnosis>>();
  readonly #byValue = new Map<string, Set<Diagnosis>>();
  /** Whether one diagnosis reaches into another does not change while others are joined. */
  readonly #known = new Map<Diagnosis, Map<Diagnosis, boolean>>();

  constructor(evidence: Evidence, all: readonly Diagnosis[]) {
    this.#evidence = evidence;
    for (const one of all) this.add(one);
  }

  add(diagnosis: Diagnosis): void {
    for (const [index, key] of placesOf(diagnosis.failing, this.#byFigure, this.#byValue)) {
      const found = index.get(key);
      if (found) found.add(diagnosis);
      else index.set(key, new Set([diagnosis]));
    }
  }

  remove(diagnosis: Diagnosis): void {
    for (const [index, key] of placesOf(diagnosis.failing, this.#byFigure, this.#byValue)) index.get(key)?.delete(diagnosis);
  }

  /** The diagnoses in whose checks a diagnosis changes a figure, or with whose figures one of its own may have been exchanged. */
  from(diagnosis: Diagnosis): Diagnosis[] {
    const changed = diagnosis.solutions.flatMap(moves => moves.flatMap(move => move.changes.map(({ figure }) => figure.id)));
    const within = new Set(changed.flatMap(id => [...(this.#byFigure.get(id) ?? [])]));
    const meant = diagnosis.singles.flatMap(({ changes: [change, ...more], breaks }) =>
      change && more.length === 0 && breaks.length === 0 && isTelling(change)
        ? [`${change.figure.amount.kind} ${change.value}`]
        : [],
    );
    const twins = new Set(meant.flatMap(key => [...(this.#byValue.get(key) ?? [])]));
    return [...new Set([...within, ...twins])].filter(other => other !== diagnosis && this.#reaches(diagnosis, other, within));
  }

  #reaches(from: Diagnosis, to: Diagnosis, within: ReadonlySet<Diagnosis>): boolean {
    const known = this.#known.get(from) ?? new Map<Diagnosis, boolean>();
    this.#known.set(from, known);
    let reach = known.get(to);
    if (reach === undefined) {
      reach = within.has(to) || mayBeExchanged(from.singles, from.failing, to.failing, this.#evidence);
      known.set(to, reach);
    }
    return reach;
  }
}

function* placesOf<Index>(failing: readonly Exhibit[], byFigure: Index, byValue: Index): Iterable<[Index, string]> {
  for (const { figures } of failing)
    for (const figure of figures) {
      yield [byFigure, figure.id];
      yield [byValue, valueKey(figure)];
    }
}
