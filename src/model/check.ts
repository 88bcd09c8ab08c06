import type { Interval } from './amount.ts';
import type { Big } from './big.ts';
import type { Figure } from './figure.ts';
import type { Alternative, Grounds, Inference } from './grounds.ts';
import type { Place } from './place.ts';
import type { Params } from './problem.ts';

/** `rounding`: not exact, but the printed digits can explain it. `undecided`: something needed is missing or unreadable. */
export type Verdict = 'holds' | 'rounding' | 'fails' | 'undecided';

/** One figure in a relation, with its sign. */
export interface Term {
  readonly figure: Figure;
  readonly sign: 1 | -1;
  /** How often it counts («2% × 公用经费»: 0.02); absent: once. */
  readonly times?: Big;
}

/** A figure that is added. */
export const plus = (figure: Figure): Term => ({ figure, sign: 1 });

/** A figure that is taken off. */
export const minus = (figure: Figure): Term => ({ figure, sign: -1 });

export type Comparison = '=' | '<=' | '>=' | '<' | '>';

interface Common {
  /** The rule's id. */
  readonly rule: string;
  /** What it is about, for messages: a label, a table's row, a clause. */
  readonly about: string;
  /** A failure is no contradiction in itself (scopes may differ): told more softly than the rule's own severity. */
  readonly soft?: boolean;
  /** Needed and not there: labels. A relation with missing terms is undecided. */
  readonly missing?: readonly string[];
  readonly params?: Params;
  /** What the reading had to infer; absent: stated. Such a relation may confirm, but it accuses nobody by itself. */
  readonly grounds?: Grounds;
  /** Other fair readings, likeliest first; null: a reading under which this is not claimed at all. */
  readonly alternatives?: readonly Alternative<Relation | null>[];
  /** Relations with one key choose their reading together; `judged`: they also stand or fall together. */
  readonly together?: { readonly key: string; readonly judged: boolean };
}

/** Σ total (comparison) Σ parts. `total` is the stated side. Money or counts, one kind throughout. */
export interface LinearRelation extends Common {
  readonly kind: 'linear';
  readonly total: readonly Term[];
  readonly parts: readonly Term[];
  readonly compare: Comparison;
  /** An amount without a figure, beside the parts: a limit that a rule names. */
  readonly constant?: Big;
  /** How far apart the two sides may be by rule; 0: not at all. Absent: as far as the printed digits explain. */
  readonly tolerance?: Big;
}

/**
 * rate (per cent) = 100 × Σ part / Σ whole. For growth, part is the change (signed) and whole is current minus change.
 * `list`: shares of one list share a number; `plus`: a constant added to the rate (100 for «为上年的 p%»).
 */
export interface RatioRelation extends Common {
  readonly kind: 'ratio';
  readonly rate: Figure;
  readonly part: readonly Term[];
  readonly whole: readonly Term[];
  readonly shape: 'share' | 'growth' | 'completion';
  /** A growth against the budget, not against last year. */
  readonly planned?: true;
  readonly list?: number;
}

/** Figures that state one fact: all must print the same number (each at its own precision). */
export interface AgreeRelation extends Common {
  readonly kind: 'agree';
  readonly figures: readonly Figure[];
}

/**
 * left (compare) right as the words say; no rounding slack beyond what is printed: «大于» means the printed left is larger.
 * `word`: '' where no words say it but a rule, as that all weights make 100.
 */
export interface OrderRelation extends Common {
  readonly kind: 'order';
  readonly left: readonly Term[];
  readonly right: readonly Term[] | Big;
  readonly compare: '<' | '>' | '=';
  readonly word: string;
  readonly wordPlace: Place | null;
}

/**
 * Budgets implied by completion rates add up: Σ outcomeᵢ / rateᵢ = outcome / rate. Each item is an outcome with its rate;
 * where the budget itself is printed, `budget` stands instead.
 */
export interface ImpliedBudgetRelation extends Common {
  readonly kind: 'implied';
  /** Some items tell nothing of their budgets: the others add up to the total's at most. */
  readonly open?: boolean;
  readonly total: { readonly outcome: Figure; readonly rate: Figure | null; readonly budget: Figure | null };
  readonly items: readonly { readonly outcome: Figure; readonly rate: Figure | null; readonly budget: Figure | null }[];
}

/** Something about form, wording or completeness that does or does not hold; nothing is computed. */
export interface FormRelation extends Common {
  readonly kind: 'form';
  readonly holds: boolean;
  readonly place: Place;
  readonly printed: string;
  readonly quote: string;
  readonly section: string;
  readonly expected: string | null;
  readonly figures: readonly Figure[];
  /** What was computed for it: a limit that is kept or not. Nothing of it is a slip of the pen, so nobody is suspected. */
  readonly by?: Check;
  readonly blame?: Blame;
}

/**
 * What may be wrong where an observation knows no cure: `any` of its figures, or `none` of what stands there (words are missing beside
 * it, a limit is not kept, two words contradict each other); else the passage itself.
 */
export type Blame = 'any' | 'none';

export type Relation = LinearRelation | RatioRelation | AgreeRelation | OrderRelation | ImpliedBudgetRelation | FormRelation;

/** Why a relation that is not exact may still be innocent. */
export type Tail = 'rounding' | 'truncation' | 'plug' | 'last-digit';

/** The fair reading that was taken where it is not the first. */
export interface Taken {
  readonly as: Inference;
  readonly words: string;
  /** The first reading, which does not hold. */
  readonly instead: Relation;
}

/** Why a relation stays undecided though nothing is missing. */
export interface Doubt {
  /** A message code: `doubt.inferred`, `doubt.chance`, `doubt.withdrawn`. */
  readonly code: 'doubt.inferred' | 'doubt.chance' | 'doubt.withdrawn';
  readonly inferred: readonly Inference[];
  /** Relations that were withdrawn with one reading share it. */
  readonly key?: string;
  /** How many they are. */
  readonly count?: number;
}

/** One relation, decided. Amounts are in base units (元, per cent). */
export interface Check {
  readonly relation: Relation;
  readonly verdict: Verdict;
  /** The side that is stated and the side that is computed; null where nothing is computed. */
  readonly stated: Big | null;
  readonly computed: Interval | null;
  /** computed (its middle) − stated. */
  readonly residual: Big | null;
  /** How far apart the two sides may be because of printed digits. */
  readonly slack: Big | null;
  readonly tail: Tail | null;
  readonly missing: readonly string[];
  /** Which of several fair readings `relation` is, where it is not the first. */
  readonly taken?: Taken;
  /** The reading is not sure enough to accuse; only with `undecided`. */
  readonly doubt?: Doubt;
  /** What the decision itself found out: `zeroBase` where a rate has nothing to be a rate of. */
  readonly params?: Params;
}

/** Every figure a relation speaks of, each once, the stated side first. */
export function figuresOf(relation: Relation): Figure[] {
  const all: Figure[] = [];
  const add = (figure: Figure | null) => {
    if (figure) all.push(figure);
  };
  const terms = (list: readonly Term[]) => {
    for (const { figure } of list) all.push(figure);
  };
  switch (relation.kind) {
    case 'linear':
      terms(relation.total);
      terms(relation.parts);
      break;
    case 'ratio':
      all.push(relation.rate);
      terms(relation.part);
      terms(relation.whole);
      break;
    case 'order':
      terms(relation.left);
      if (Array.isArray(relation.right)) terms(relation.right);
      break;
    case 'implied':
      for (const { outcome, rate, budget } of [relation.total, ...relation.items]) [outcome, rate, budget].forEach(add);
      break;
    default:
      all.push(...relation.figures);
  }
  return eachOnce(all);
}

/** Two or three figures, as most relations have, are held against each other sooner than in a table. */
const FEW = 8;

function eachOnce(figures: Figure[]): Figure[] {
  if (figures.length > FEW) return [...new Map(figures.map(figure => [figure.id, figure])).values()];
  let kept = 0;
  for (const figure of figures) {
    let at = 0;
    while (at < kept && figures[at]!.id !== figure.id) at++;
    figures[at] = figure;
    if (at === kept) kept++;
  }
  figures.length = kept;
  return figures;
}
