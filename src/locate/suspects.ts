import { type Amount, Big, decimalsOf, type Figure, type Slip, type Suspect } from '../model/index.ts';
import type { Diagnosis } from './diagnosis.ts';
import { gain } from './diagnosis.ts';
import type { Evidence, Exhibit } from './evidence.ts';
import { type Change, effectOf, type Move } from './moves.ts';

/** A figure that may be the wrong one of a finding, with what speaks for it. */
export interface Accused {
  readonly figure: Figure;
  readonly value: Big;
  readonly slip: Slip | null;
  readonly explains: number;
  readonly breaks: number;
}

const SHOWN = 3;
/** Ties are all told, but a list of a dozen addends tells nothing. */
const MOST = 6;

/**
 * Who may be wrong in a failing check, best first: whom the diagnosis of the whole report names; then whose change by
 * itself mends more, breaks less, is a slip of the hand; then the stated total or rate before what it is made of.
 */
export function accuse(exhibit: Exhibit, diagnosis: Diagnosis, evidence: Evidence): Accused[] {
  const accused = new Map<string, Accused>();
  const add = ({ figure, value, slip }: Change, move: Move | null) => {
    if (accused.has(figure.id) || !exhibit.figures.includes(figure)) return;
    const pair = move && move.changes.length > 1;
    const effect = pair ? { explains: move.mends.length, breaks: move.breaks.length } : effectOf(figure, value, evidence);
    accused.set(figure.id, { figure, value, slip, ...effect });
  };
  const named = diagnosis.solutions.flatMap(moves =>
    moves.filter(move => touches(move, exhibit)).map(move => ({ move, size: moves.length })),
  );
  if (diagnosis.solutions.every(moves => moves.length === 1)) named.sort((a, b) => byEvidence(exhibit, evidence)(a.move, b.move));
  for (const { move } of named) for (const change of move.changes) add(change, move);
  const singles = diagnosis.singles.filter(move => move.mends.includes(exhibit) && gain(move) >= 0);
  for (const move of singles.sort(byEvidence(exhibit, evidence))) for (const change of move.changes) add(change, move);
  const list = [...accused.values()];
  const tied = list.filter(other => isTied(list[0]!, other)).length;
  return list.slice(0, Math.max(SHOWN, Math.min(tied, MOST)));
}

/** Whether evidence prefers neither of two. */
export function isTied(
  a: Pick<Suspect, 'explains' | 'breaks' | 'slip'>,
  b: Pick<Suspect, 'explains' | 'breaks' | 'slip'>,
): boolean {
  return a.explains === b.explains && a.breaks === b.breaks && (a.slip === null) === (b.slip === null);
}

export function touches(move: Move, exhibit: Exhibit): boolean {
  return move.changes.some(({ figure }) => exhibit.figures.includes(figure));
}

/** What should stand there, printed like the figure; with more decimals where its own do not suffice. */
export function printLike(value: Big, amount: Amount): string {
  const number = value.times(new Big(10).pow(-amount.factor.e));
  const needed = Math.max(0, number.c.length - 1 - number.e);
  return number.toFixed(Math.max(decimalsOf(amount), Math.min(needed, 6)));
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
