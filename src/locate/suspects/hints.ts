import type { Big } from '../../model/index.ts';
import type { Evidence, Exhibit } from './evidence.ts';
import type { Move } from './moves.ts';

/** Combinations of alternatives that are tried for one hint. */
const MOST = 64;

type Solution = readonly Move[];

/** What has several ways of being set right. */
interface Open {
  readonly solutions: readonly Solution[];
}

/**
 * A relation that is no proof by itself may still tell which of several equally likely corrections was meant: where two
 * mistakes leave it open what is wrong, and only one choice for each lets a third sum come out, that choice is the likelier.
 */
export function settleByHints<T extends Open>(solved: readonly T[], evidence: Evidence): T[] {
  const settled = [...solved];
  const hints = evidence.exhibits.filter(({ check, hard, numeric }) => check.verdict === 'fails' && numeric && !hard);
  for (const hint of hints) {
    const open = settled.filter(({ solutions }) => solutions.length > 1 && solutions.some(moves => touches(moves, hint)));
    const combinations = open.reduce((product, { solutions }) => product * solutions.length, 1);
    if (open.length < 2 || combinations > MOST) continue;
    const choices = product(open.map(({ solutions }) => solutions));
    const fitting = choices.filter(choice => evidence.verdict(hint, overridesOf(choice)) === 'holds');
    if (fitting.length !== 1) continue;
    open.forEach((diagnosis, i) => {
      const chosen = fitting[0]![i]!.map(move => (touches([move], hint) ? together(move, hint) : move));
      settled[settled.indexOf(diagnosis)] = { ...diagnosis, solutions: [chosen] };
    });
  }
  return settled;
}

function touches(moves: Solution, { figures }: Exhibit): boolean {
  return moves.some(move => move.changes.some(({ figure }) => figures.includes(figure)));
}

function together(move: Move, hint: Exhibit): Move {
  return { ...move, mends: [...move.mends.filter(other => other !== hint), hint], together: true };
}

function overridesOf(choice: readonly Solution[]): ReadonlyMap<string, Big> {
  return new Map(choice.flat().flatMap(({ changes }) => changes.map(({ figure, value }) => [figure.id, value] as const)));
}

function product(lists: readonly (readonly Solution[])[]): Solution[][] {
  return lists.reduce<Solution[][]>((all, list) => all.flatMap(head => list.map(one => [...head, one])), [[]]);
}
