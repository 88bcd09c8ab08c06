import type { Figure } from '../../model/index.ts';
import type { Evidence, Exhibit } from '../suspects/evidence.ts';

/**
 * Last-digit differences, one for each cause. A rounding that was bent into one line of a table shows again at every
 * level of the roll-up and wherever the line is repeated; where one figure (or its copies) moved by its last digit would
 * make several of them exact, only the most telling one is kept.
 */
export function distinctNotes(evidence: Evidence): Exhibit[] {
  const notes = evidence.exhibits.filter(({ check }) => check.verdict === 'rounding');
  const groups = new Groups();
  const copies = new Groups();
  for (const { check, figures } of evidence.exhibits) {
    if (check.relation.kind !== 'agree' || check.verdict !== 'holds') continue;
    for (const figure of figures) copies.join(figures[0]!.id, figure.id);
  }
  const byMove = new Map<string, Exhibit>();
  for (const note of notes) {
    if (note.check.relation.kind === 'ratio') continue;
    for (const figure of note.figures) {
      const key = moveOf(note, figure, evidence, copies);
      if (!key) continue;
      const first = byMove.get(key);
      if (first) groups.join(String(first.index), String(note.index));
      else byMove.set(key, note);
    }
  }
  const best = new Map<string, Exhibit>();
  for (const note of notes) {
    const root = groups.root(String(note.index));
    const other = best.get(root);
    if (!other || tellsMore(note, other)) best.set(root, note);
  }
  return [...best.values()].sort((a, b) => a.index - b.index);
}

/** By how much a figure (with its copies) would have to move for the check to be exact. */
function moveOf(note: Exhibit, figure: Figure, evidence: Evidence, copies: Groups): string | null {
  const range = evidence.implied(note, figure, new Map());
  if (!range) return null;
  const { step, value } = figure.amount;
  const moved = range.low.plus(range.high).div(2).minus(value).div(step).round(0);
  return moved.eq(0) ? null : `${copies.root(figure.id)} ${moved.times(step)}`;
}

function tellsMore(a: Exhibit, b: Exhibit): boolean {
  const size = ({ check }: Exhibit) => check.residual?.abs();
  const order = size(a)?.cmp(size(b) ?? 0) ?? 0;
  if (order !== 0) return order > 0;
  const sum = ({ check }: Exhibit) => (check.relation.kind === 'linear' ? 1 : 0);
  return sum(a) !== sum(b) ? sum(a) > sum(b) : a.figures.length < b.figures.length;
}

/** Things that belong together. */
class Groups {
  readonly #parent = new Map<string, string>();

  root(id: string): string {
    let root = id;
    for (let next = this.#parent.get(root); next !== undefined; next = this.#parent.get(root)) root = next;
    return root;
  }

  join(a: string, b: string): void {
    const [one, other] = [this.root(a), this.root(b)];
    if (one !== other) this.#parent.set(other, one);
  }
}
