import { type Amount, Big, decimalsOf, type Figure, roundLike, type Slip, type Suspect } from '../../model/index.ts';
import type { Diagnosis } from './diagnosis.ts';
import { gain } from './diagnosis.ts';
import { type Evidence, type Exhibit, isFromNothing } from './evidence.ts';
import { type Change, effectOf, type Move } from './moves.ts';

/** A figure that may be the wrong one of a finding, with what speaks for it. */
export interface Accused {
  readonly figure: Figure;
  /** What should stand there (base unit); null when the relation only says that it cannot be this. */
  readonly value: Big | null;
  readonly slip: Slip | null;
  readonly explains: number;
  readonly breaks: number;
  readonly together?: true;
}

const SHOWN = 3;
/** Suspects of one check whose effect is decided once more, and checks of one figure: of more the work would grow with their square. */
const WEIGHED = 50;
/** Ties are all told, but a list of a dozen addends tells nothing. */
const MOST = 6;

/**
 * Who may be wrong in a failing check, best first: whom the diagnosis of the whole report names; then whose change by
 * itself mends more, breaks less, is a slip of the hand; then the stated total or rate before what it is made of.
 */
export function accuse(exhibit: Exhibit, diagnosis: Diagnosis, evidence: Evidence): Accused[] {
  const accused = new Map<string, Accused>();
  const own = new Set(exhibit.figures);
  const singles = mendingOf(diagnosis.singles, exhibit);
  const single = new Set(singles);
  const add = ({ figure, value, slip }: Change, move: Move | null) => {
    if (accused.has(figure.id) || !own.has(figure)) return;
    // Of so many only a few are told: what was weighed when they were found will do.
    const weighed =
      move &&
      (move.changes.length > 1 || (single.has(move) && (accused.size >= WEIGHED || evidence.of(figure).length > WEIGHED)));
    const effect = weighed ? { explains: move.mends.length, breaks: move.breaks.length } : effectOf(figure, value, evidence);
    const jointly = move === null ? 0 : jointlyMended(figure, move, diagnosis);
    const joint = jointly > effect.explains ? { explains: jointly, together: true as const } : {};
    accused.set(figure.id, { figure, value, slip, ...effect, ...joint });
  };
  const named = diagnosis.solutions.flatMap(moves => leading(moves, exhibit));
  if (diagnosis.solutions.every(moves => moves.length === 1)) named.sort(byEvidence(exhibit, evidence));
  for (const move of named) for (const change of move.changes) add(change, move);
  singles.sort(byEvidence(exhibit, evidence));
  for (const move of singles.filter(one => gain(one) >= 0)) for (const change of move.changes) add(change, move);
  if (accused.size === 0) return unsupported(exhibit, evidence);
  return [...accused.values()];
}

/** How many of them the evidence cannot tell from the first, the first included. */
export function tiedIn(suspects: readonly Evidenced[]): number {
  return suspects.filter(other => isTied(suspects[0]!, other)).length;
}

/** Those to be told: the first few, and all that cannot be told from the first, if they are not too many to help. */
export function shownOf<T extends Evidenced>(suspects: readonly T[]): readonly T[] {
  return suspects.slice(0, Math.max(SHOWN, Math.min(tiedIn(suspects), MOST)));
}

type Evidenced = Pick<Suspect, 'explains' | 'breaks' | 'slip'>;

/** What no longer fails once all mistakes of a solution are corrected, of the checks that speak of one of its figures. */
function jointlyMended(figure: Figure, move: Move, { solutions, failing, complete }: Diagnosis): number {
  if (move.together) return move.mends.length;
  const [only, ...others] = solutions;
  const several = complete && others.length === 0 && only!.length > 1 && only!.includes(move);
  return several ? failing.filter(({ figures }) => figures.includes(figure)).length : 0;
}

/** Where no value follows («must not be larger than»): those of a few figures that the fewest other relations confirm. */
function unsupported({ check, figures, numeric }: Exhibit, evidence: Evidence): Accused[] {
  const { kind } = check.relation;
  if (figures.length > SHOWN || isFromNothing(check) || (!numeric && kind !== 'order')) return [];
  const confirming = figures.map(
    figure => evidence.of(figure).filter(other => other.check.verdict === 'holds' && confirms(other)).length,
  );
  // A word can be wrong as well; a number that another relation confirms is not to be doubted for its sake.
  const least = kind === 'order' ? 0 : Math.min(...confirming);
  const alone = figures.filter((_, i) => confirming[i] === least);
  return alone.map(figure => ({ figure, value: null, slip: null, explains: 1, breaks: 0 }));
}

function confirms({ check: { relation } }: Exhibit): boolean {
  return relation.kind === 'agree' || relation.kind === 'ratio' || (relation.kind === 'linear' && relation.compare === '=');
}

/** Whether evidence prefers neither of two. */
export function isTied(a: Evidenced, b: Evidenced): boolean {
  return a.explains === b.explains && a.breaks === b.breaks && (a.slip === null) === (b.slip === null);
}

/**
 * Who may be named in a last-digit note: a rate whose digits were cut off or bent, or the one figure that is printed with
 * fewer digits than the others. In a sum of equals any addend may be the one, and none is named.
 */
export function accuseNote({ check, figures }: Exhibit, evidence: Evidence): Accused[] {
  const { relation, tail, stated, residual } = check;
  const innocent = { slip: null, explains: 0, breaks: 0 };
  if (relation.kind === 'ratio' && tail !== 'rounding' && stated && residual) {
    return [{ figure: relation.rate, value: roundLike(stated.plus(residual), relation.rate.amount), ...innocent }];
  }
  const money = figures.filter(figure => figure.amount.kind !== 'percent' && !figure.amount.value.eq(0));
  const coarsest = money.reduce((step, { amount }) => (amount.step.gt(step) ? amount.step : step), new Big(0));
  const [coarse, ...more] = money.filter(figure => figure.amount.step.eq(coarsest));
  if (!coarse || more.length > 0 || money.length < 2) return [];
  const range = evidence.arithmetic.implied(relation, coarse);
  const fine = money.find(figure => figure !== coarse)!.amount.step;
  return range ? [{ figure: coarse, value: range.likely.div(fine).round(0).times(fine), ...innocent }] : [];
}

/** The moves of a solution that concern a check, first those after which it no longer fails. */
export function leading(moves: readonly Move[], exhibit: Exhibit): Move[] {
  const own = concerning(moves, exhibit);
  return [...own.filter(move => move.mends.includes(exhibit)), ...own.filter(move => !move.mends.includes(exhibit))];
}

/** The moves that mend a check, and those that change one of its figures, in their order; asked for every check of a diagnosis. */
function mendingOf(moves: readonly Move[], exhibit: Exhibit): Move[] {
  const known = mending.get(moves) ?? indexed(moves, move => move.mends);
  mending.set(moves, known);
  return [...(known.get(exhibit) ?? [])];
}

function concerning(moves: readonly Move[], { figures }: Exhibit): Move[] {
  const known = changing.get(moves) ?? indexed(moves, move => move.changes.map(({ figure }) => figure));
  changing.set(moves, known);
  const found = new Set(figures.flatMap(figure => known.get(figure) ?? []));
  return found.size < 2 ? [...found] : moves.filter(move => found.has(move));
}

const mending = new WeakMap<readonly Move[], Map<Exhibit, Move[]>>();
const changing = new WeakMap<readonly Move[], Map<Figure, Move[]>>();

function indexed<Key>(moves: readonly Move[], keysOf: (move: Move) => readonly Key[]): Map<Key, Move[]> {
  const index = new Map<Key, Move[]>();
  for (const move of moves)
    for (const key of new Set(keysOf(move))) {
      const same = index.get(key);
      if (same) same.push(move);
      else index.set(key, [move]);
    }
  return index;
}

/** Slips after which the number of printed decimals says nothing about what was meant. */
const MOVED: readonly (Slip | null)[] = ['shifted', 'doubled', 'unit'];

/** What should stand there, printed like the figure; with more decimals where its own do not suffice. */
export function printLike(value: Big, amount: Amount, slip: Slip | null = null): string {
  const number = value.times(new Big(10).pow(-amount.factor.e));
  const needed = Math.min(6, Math.max(0, number.c.length - 1 - number.e));
  const own = decimalsOf(amount);
  return number.toFixed(Math.max(needed, MOVED.includes(slip) ? Math.min(own, 2) : own));
}

function byEvidence(exhibit: Exhibit, evidence: Evidence) {
  return (a: Move, b: Move) =>
    gain(b) - gain(a) ||
    a.breaks.length - b.breaks.length ||
    a.cost - b.cost ||
    role(a, exhibit) - role(b, exhibit) ||
    evidence.position(a.changes[0]!.figure) - evidence.position(b.changes[0]!.figure);
}

/** 0 for what is stated about others: a total, a rate. */
function role(move: Move, { check: { relation } }: Exhibit): number {
  const figure = move.changes[0]!.figure;
  if (relation.kind === 'ratio') return relation.rate === figure ? 0 : 1;
  if (relation.kind === 'linear') return relation.total.some(term => term.figure === figure) ? 0 : 1;
  if (relation.kind === 'implied') return Object.values(relation.total).includes(figure) ? 0 : 1;
  return 0;
}
