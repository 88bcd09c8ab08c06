import {
  Big,
  type Check,
  type Figure,
  figuresOf,
  type Interval,
  type Reading,
  type Relation,
  type Verdict,
} from '../../model/index.ts';

/** All a figure may be for a relation to hold, and what it is if the others are exactly as printed. */
export interface Implied extends Interval {
  readonly likely: Big;
}

/** What deciding relations offers to whoever looks for the culprit; audit.ts hands it over. */
export interface Arithmetic {
  implied(relation: Relation, figure: Figure, overrides?: ReadonlyMap<string, Big>): Implied | null;
  decideWith(relation: Relation, overrides: ReadonlyMap<string, Big>): Verdict;
}

/** A decided check with its place in the report's order, and whether its failure is proof of a mistake. */
export interface Exhibit {
  readonly index: number;
  readonly check: Check;
  readonly figures: readonly Figure[];
  /** Counts as proof: neither soft nor of a rule that only gives hints. */
  readonly hard: boolean;
  /** Some number must be wrong if it fails; not so where a word may be («大于»), or where a rate has no base. */
  readonly numeric: boolean;
}

/** «增长100%» of what was nothing the year before, «完成预算的100%» of what was not planned: no number need be wrong. */
export function isFromNothing({ relation, params }: Check): boolean {
  return (
    params?.zeroBase === 'something' &&
    relation.kind === 'ratio' &&
    relation.shape !== 'share' &&
    relation.rate.amount.value.eq(100)
  );
}

/** All decided checks of a report, by figure: what a change of one figure touches. */
export class Evidence {
  readonly exhibits: readonly Exhibit[];
  readonly arithmetic: Arithmetic;
  readonly #of = new Map<string, Exhibit[]>();
  readonly #order = new Map<string, number>();
  readonly #expected = new Map<string, Big[]>();
  readonly #verdicts = new Map<Exhibit, Map<string, Verdict>>();
  readonly #implied = new Map<Exhibit, Map<string, Implied | null>>();
  /** How many relations may still be decided anew before the search has to make do with what it has. */
  budget = 40_000;

  constructor(checks: readonly Check[], reading: Reading, arithmetic: Arithmetic, hints: ReadonlySet<string>) {
    this.arithmetic = arithmetic;
    reading.figures.forEach((figure, i) => {
      this.#order.set(figure.id, i);
    });
    this.exhibits = checks.map((check, index) => {
      const figures = check.relation.kind === 'form' ? [] : figuresOf(check.relation);
      const worded =
        (check.relation.kind === 'order' && check.relation.word !== '') || check.relation.kind === 'form' || isFromNothing(check);
      return { index, check, figures, hard: !check.relation.soft && !hints.has(check.relation.rule), numeric: !worded };
    });
    for (const { relation, verdict } of checks) {
      if (relation.kind !== 'form' || verdict !== 'fails' || !/^-?\d+(?:\.\d+)?$/.test(relation.expected ?? '')) continue;
      const figure = relation.figures.find(one => one.place === relation.place);
      if (figure) this.#expected.set(figure.id, [...(this.#expected.get(figure.id) ?? []), new Big(relation.expected!)]);
    }
    for (const exhibit of this.exhibits) {
      if (exhibit.check.verdict === 'undecided') continue;
      for (const figure of exhibit.figures) {
        const list = this.#of.get(figure.id);
        if (list) list.push(exhibit);
        else this.#of.set(figure.id, [exhibit]);
      }
    }
  }

  /** The decided checks a figure takes part in. */
  of(figure: Figure): readonly Exhibit[] {
    return this.#of.get(figure.id) ?? [];
  }

  /** Whether something that was observed at a figure says that just this should stand there. */
  expects({ id, amount }: Figure, value: Big): boolean {
    return this.#expected.get(id)?.some(one => one.times(amount.factor).eq(value)) ?? false;
  }

  /** Where a figure stands in reading order. */
  position(figure: Figure): number {
    return this.#order.get(figure.id) ?? this.#order.size;
  }

  /** What becomes of a check, if some figures had other values. */
  verdict(exhibit: Exhibit, overrides: ReadonlyMap<string, Big>): Verdict {
    const key = keyOf(exhibit, overrides, null);
    if (key === '') return exhibit.check.verdict;
    return remembered(this.#verdicts, exhibit, key, () => {
      this.budget -= costOf(exhibit);
      return this.arithmetic.decideWith(exhibit.check.relation, overrides);
    });
  }

  /** Whether a check fails, if some figures had other values. */
  fails(exhibit: Exhibit, overrides: ReadonlyMap<string, Big>): boolean {
    return this.verdict(exhibit, overrides) === 'fails';
  }

  /** What fails as printed and would not, and what would fail and does not now. */
  tally(touched: Iterable<Exhibit>, failing: Pick<ReadonlySet<Exhibit>, 'has'>, fails: (exhibit: Exhibit) => boolean) {
    const mends: Exhibit[] = [];
    const breaks: Exhibit[] = [];
    for (const exhibit of touched) {
      const before = failing.has(exhibit) || (exhibit.check.verdict === 'fails' && !(exhibit.hard && exhibit.numeric));
      const after = fails(exhibit);
      if (before && !after) mends.push(exhibit);
      if (!before && after) breaks.push(exhibit);
    }
    return { mends, breaks };
  }

  /** All a figure may be for a check to hold, if some others had other values. */
  implied(exhibit: Exhibit, figure: Figure, overrides: ReadonlyMap<string, Big>): Implied | null {
    const key = `${figure.id}:${keyOf(exhibit, overrides, figure)}`;
    return remembered(this.#implied, exhibit, key, () => {
      this.budget -= costOf(exhibit);
      return this.arithmetic.implied(exhibit.check.relation, figure, overrides);
    });
  }
}

/** A relation of thousands of figures takes as long to decide as many of the usual ones. */
const costOf = ({ figures }: Exhibit) => 1 + Math.floor(figures.length / 50);

/** What a search asks again and again: the values that a check's figures are to have, but for one that is asked about. */
function keyOf({ figures }: Exhibit, overrides: ReadonlyMap<string, Big>, but: Figure | null): string {
  if (overrides.size === 0) return '';
  let key = '';
  for (const figure of figures) {
    const value = figure === but ? undefined : overrides.get(figure.id);
    if (value) key += `${figure.id}=${value} `;
  }
  return key;
}

function remembered<T>(memory: Map<Exhibit, Map<string, T>>, exhibit: Exhibit, key: string, compute: () => T): T {
  let own = memory.get(exhibit);
  if (!own) {
    own = new Map();
    memory.set(exhibit, own);
  }
  let value = own.get(key);
  if (value === undefined) {
    value = compute();
    own.set(key, value);
  }
  return value;
}
