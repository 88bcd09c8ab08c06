import type { Big, Figure } from '../../model/index.ts';
import type { Copies } from './copies.ts';
import { type Evidence, type Exhibit, isFromNothing } from './evidence.ts';
import { exchanges } from './exchanges.ts';
import { settleByHints } from './hints.ts';
import { type Move, movesOf, type State } from './moves.ts';
import { Reach } from './reach.ts';

/** Failing checks that hang together through their figures, and what would set them right. */
export interface Diagnosis {
  readonly failing: readonly Exhibit[];
  /** Every single move by itself, on the report as printed. */
  readonly singles: readonly Move[];
  /** The likeliest sets of moves after which nothing fails, equally likely ones side by side; empty when none was found. */
  readonly solutions: readonly (readonly Move[])[];
  /** False when the search was cut short: a smaller set may exist, and something may still fail after the moves. */
  readonly complete: boolean;
}

/** Likelihoods nearer than this are no evidence for the one or the other. */
const MARGIN = 9;
const DEEPEST = 4;
/** States that are looked into for each component before the search makes do with taking the best move each time. */
const STATES = 80;
/** What is left of the budget for that. */
const RESERVE = 12_000;
const NOTHING: ReadonlyMap<string, Big> = new Map();

/**
 * Error localisation after Fellegi and Holt: the smallest, likeliest set of figures whose change lets every relation hold.
 * Parts of the report that have no failing check in common are solved apart.
 */
export function diagnose(evidence: Evidence, copies: Copies): Diagnosis[] {
  const failing = evidence.exhibits.filter(({ check }) => check.verdict === 'fails' && check.relation.kind !== 'form');
  const proof = failing.filter(exhibit => exhibit.hard && exhibit.numeric);
  const solved = settleByHints(solveApart(components(proof), evidence, copies), evidence);
  const told = new Set([
    ...proof,
    ...solved.flatMap(({ singles, solutions }) => [...solutions.flat(), ...singles].flatMap(move => move.mends)),
  ]);
  const rest = components(failing.filter(exhibit => !told.has(exhibit) && !isFromNothing(exhibit.check)));
  return [...solved, ...rest.map(component => solve(component, evidence, copies))];
}

/**
 * Solves each component by itself. Where the changes of one reach into another (a wrong part and its total, wrong by the
 * same amount, fail in different places), the two are one after all.
 */
function solveApart(parts: readonly (readonly Exhibit[])[], evidence: Evidence, copies: Copies): Diagnosis[] {
  const solved = new Set(parts.map(part => solve(part, evidence, copies)));
  const reach = new Reach(evidence, [...solved]);
  // What is joined comes last, and is looked at again with what it may reach by then.
  for (const from of solved) {
    const joined = new Set([from]);
    for (const one of joined) for (const other of reach.from(one)) joined.add(other);
    if (joined.size === 1) continue;
    for (const one of joined) {
      solved.delete(one);
      reach.remove(one);
    }
    const failing = [...joined].flatMap(one => one.failing).sort((a, b) => a.index - b.index);
    const whole = solve(failing, evidence, copies);
    solved.add(whole);
    reach.add(whole);
  }
  return [...solved].sort((a, b) => a.failing[0]!.index - b.failing[0]!.index);
}

function solve(failing: readonly Exhibit[], evidence: Evidence, copies: Copies): Diagnosis {
  const start: State = { overrides: NOTHING, failing: new Set(failing) };
  const singles = allMoves(start, evidence, copies);
  const whole = singles.filter(
    move => move.breaks.every(exhibit => !exhibit.hard) && failing.every(exhibit => move.mends.includes(exhibit)),
  );
  if (whole.length > 0) return { failing, singles, solutions: likeliest(whole.map(move => [move])), complete: true };
  const searched = isSearchable(failing) ? search(start, singles, evidence, copies) : { solutions: [], complete: false };
  if (searched.solutions.length > 0) return { failing, singles, ...searched };
  const climbed = climb(start, singles, evidence, copies);
  return { failing, singles, solutions: climbed.length > 0 ? [climbed] : [], complete: false };
}

/** Whether as many moves as are tried can mend everything, if each mends as much as any figure takes part in. */
function isSearchable(failing: readonly Exhibit[]): boolean {
  const degree = new Map<string, number>();
  for (const { figures } of failing) for (const { id } of figures) degree.set(id, (degree.get(id) ?? 0) + 1);
  return failing.length <= DEEPEST * Math.max(...degree.values());
}

/** The moves of every figure in the failing checks; `all`: the whole of what fails, where only some of it is looked at. */
function allMoves({ overrides, failing }: State, evidence: Evidence, copies: Copies, all = failing): Move[] {
  const state = { overrides, failing: all };
  const figures = new Map<string, Figure>();
  for (const exhibit of failing) for (const figure of exhibit.figures) figures.set(figure.id, figure);
  const open = [...figures.values()].filter(figure => !state.overrides.has(figure.id));
  open.sort((a, b) => evidence.position(a) - evidence.position(b));
  const moves = open.flatMap(figure => (evidence.budget > 0 ? movesOf(figure, state, evidence, copies) : []));
  return [...moves, ...exchanges(moves, state, evidence)];
}

interface Node extends State {
  readonly moves: readonly Move[];
  readonly cost: number;
}

/** The cheapest sets of moves first; each step mends something of a check that still fails. */
function search(start: State, singles: readonly Move[], evidence: Evidence, copies: Copies) {
  let frontier: Node[] = [{ ...start, moves: [], cost: 0 }];
  const seen = new Set<string>();
  const solutions: Node[] = [];
  let complete = true;
  for (let looked = 0; frontier.length > 0; looked++) {
    if (looked >= STATES || evidence.budget <= RESERVE) {
      complete = false;
      break;
    }
    const node = frontier.shift()!;
    if (solutions[0] && node.cost > solutions[0].cost + MARGIN) break;
    if (node.failing.size === 0) {
      solutions.push(node);
      continue;
    }
    if (node.moves.length >= DEEPEST) {
      complete = false;
      continue;
    }
    const pivot = pivotOf(node);
    if (!pivot) continue;
    const moves =
      node.moves.length === 0 ? singles : allMoves({ ...node, failing: new Set([pivot]) }, evidence, copies, node.failing);
    for (const move of moves) {
      if (!move.changes.some(({ figure }) => pivot.figures.includes(figure))) continue;
      const next = apply(node, move);
      const key = [...next.overrides]
        .map(([id, value]) => `${id}=${value}`)
        .sort()
        .join();
      if (seen.has(key)) continue;
      seen.add(key);
      frontier.push(next);
    }
    frontier = frontier.sort((a, b) => a.cost - b.cost || a.failing.size - b.failing.size);
  }
  return { solutions: solutions.map(node => node.moves), complete };
}

/** The failing check that leaves the fewest figures to choose from. */
function pivotOf(node: Node): Exhibit | undefined {
  const open = (exhibit: Exhibit) => exhibit.figures.filter(figure => !node.overrides.has(figure.id)).length;
  return [...node.failing].filter(exhibit => open(exhibit) > 0).sort((a, b) => open(a) - open(b) || a.index - b.index)[0];
}

function apply(node: Node, move: Move): Node {
  const overrides = new Map(node.overrides);
  for (const { figure, value } of move.changes) overrides.set(figure.id, value);
  const failing = new Set([...node.failing].filter(exhibit => !move.mends.includes(exhibit)));
  for (const exhibit of move.breaks) if (exhibit.hard) failing.add(exhibit);
  return { overrides, failing, moves: [...node.moves, move], cost: node.cost + move.cost };
}

/**
 * Too much is broken for a search: the move that mends most goes first, until nothing fails or nothing helps.
 * Only figures that share a check with a changed one are looked at again.
 */
function climb(start: State, singles: readonly Move[], evidence: Evidence, copies: Copies): readonly Move[] {
  let node: Node = { ...start, moves: [], cost: 0 };
  let moves = [...singles];
  while (node.failing.size > 0 && evidence.budget > 0) {
    const best = bestOf(moves);
    if (!best || gain(best) <= 0) break;
    node = apply(node, best);
    const touched = new Set(best.changes.flatMap(({ figure }) => evidence.of(figure).flatMap(exhibit => exhibit.figures)));
    const failing = new Set([...node.failing].filter(exhibit => exhibit.figures.some(figure => touched.has(figure))));
    const kept = moves.filter(move => move.changes.every(({ figure }) => !touched.has(figure)));
    const renewed = allMoves({ ...node, failing }, evidence, copies, node.failing).filter(move =>
      move.changes.some(({ figure }) => touched.has(figure)),
    );
    moves = [...kept, ...renewed];
  }
  return node.moves;
}

/** The first of those that leave the fewest broken relations and cost the least. */
function bestOf(moves: readonly Move[]): Move | undefined {
  let best = moves[0];
  for (const move of moves) {
    if (gain(move) > gain(best!) || (gain(move) === gain(best!) && move.cost < best!.cost)) best = move;
  }
  return best;
}

/** Broken relations that a move leaves fewer than before. */
export function gain(move: Move): number {
  return move.mends.length - move.breaks.length;
}

function likeliest(solutions: readonly (readonly Move[])[]): (readonly Move[])[] {
  const cost = (moves: readonly Move[]) => moves.reduce((sum, move) => sum + move.cost, 0);
  const sorted = [...solutions].sort((a, b) => cost(a) - cost(b));
  return sorted.filter(moves => cost(moves) <= cost(sorted[0]!) + MARGIN);
}

/** Checks that share a figure hang together. */
function components(failing: readonly Exhibit[]): Exhibit[][] {
  const groupOf = new Map<string, Group>();
  const groups = new Set<Group>();
  for (const exhibit of failing) {
    const touched = [...new Set(exhibit.figures.flatMap(figure => groupOf.get(figure.id) ?? []))];
    // The largest takes the others in, so that no check changes its group more often than groups can double.
    const group = touched.reduce((a, b) => (b.members.length > a.members.length ? b : a), touched[0] ?? { members: [], ids: [] });
    const join = (members: readonly Exhibit[], ids: readonly string[]) => {
      for (const member of members) group.members.push(member);
      for (const id of ids) {
        groupOf.set(id, group);
        group.ids.push(id);
      }
    };
    for (const other of touched) {
      if (other === group) continue;
      join(other.members, other.ids);
      groups.delete(other);
    }
    join(
      [exhibit],
      exhibit.figures.flatMap(({ id }) => (groupOf.get(id) === group ? [] : [id])),
    );
    groups.add(group);
  }
  const sorted = [...groups].map(({ members }) => members.sort((a, b) => a.index - b.index));
  return sorted.sort((a, b) => a[0]!.index - b[0]!.index);
}

interface Group {
  readonly members: Exhibit[];
  readonly ids: string[];
}
