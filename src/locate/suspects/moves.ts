import { Big, type Figure, type Interval, narrow, plus, type RatioRelation, type Slip, type Term } from '../../model/index.ts';
import type { Copies } from './copies.ts';
import type { Evidence, Exhibit, Implied } from './evidence.ts';
import { misprintsWithin, slipBetween } from './slips.ts';

export interface Change {
  readonly figure: Figure;
  /** What should stand there (base unit). */
  readonly value: Big;
  readonly slip: Slip | null;
}

/** One mistake undone: usually one figure changed, two where they were exchanged. */
export interface Move {
  readonly changes: readonly Change[];
  /** Failing checks that would no longer fail, and others that would. */
  readonly mends: readonly Exhibit[];
  readonly breaks: readonly Exhibit[];
  /** How unlikely it is that just this went wrong: about 100 for a mistake, less for one that has an explanation. */
  readonly cost: number;
  /** What it mends includes what is only mended together with the correction of another mistake. */
  readonly together?: true;
}

/** Where a search stands: what has been changed so far, and what fails then. */
export interface State {
  readonly overrides: ReadonlyMap<string, Big>;
  readonly failing: ReadonlySet<Exhibit>;
}

const NOTHING: ReadonlyMap<string, Big> = new Map();
const PLAIN = 100;
/** Failing checks of one figure that are asked what it should be: each answer is held against all its checks, however many there are. */
const ASKED = 100;
/** Printable numbers in a range from which on one of them is a slip away by chance; of short numbers nearly any is. */
const WIDE = 12;
const WIDE_FOR_SHORT = 1;
/** A range wider than one in so many of its middle holds a slip of nearly any number. */
const VAGUE = 3;
/** Another rule says by itself that just this should stand there. */
const SAID = 20;
/** How telling a slip is: any digit may be off, and scopes and measures are often equal for good reasons. */
const TELLING: Readonly<Partial<Record<Slip, number>>> = { digit: 12, stale: 12, base: 12, neighbour: 12, scope: 8, measure: 8 };

/** Every value of the figure that would mend a check that fails. */
export function movesOf(figure: Figure, state: State, evidence: Evidence, copies: Copies): Move[] {
  const exhibits = evidence.of(figure);
  const failing = exhibits.filter(exhibit => state.failing.has(exhibit));
  const ranges = new Map<Exhibit, Implied>();
  for (const exhibit of exhibits) {
    const range = evidence.implied(exhibit, figure, state.overrides);
    if (range) ranges.set(exhibit, range);
  }
  const moves: Move[] = [];
  const seen = new Set<string>([figure.amount.value.toString()]);
  for (const exhibit of failing.slice(0, ASKED)) {
    const range = ranges.get(exhibit);
    if (!range) continue;
    const grid = gridOf(figure, exhibit);
    const { relation } = exhibit.check;
    const isRate = relation.kind === 'ratio' && relation.rate === figure;
    for (const candidate of candidatesIn(figure, narrowed(range, exhibit, ranges, grid), grid, isRate)) {
      const key = candidate.value.toString();
      if (seen.has(key)) continue;
      seen.add(key);
      if (!mayStand(candidate.value, figure, exhibits)) continue;
      const move = weigh(figure, candidate, exhibits, ranges, state, evidence, copies);
      if (move.mends.length > 0 && !(candidate.guessed && blurs(move, exhibits, state, evidence))) moves.push(move);
    }
  }
  return moves;
}

/** Words of what may be below nothing: balances and differences. */
const SIGNED = /结转|结余|分配|增减|增加|减少|增长|下降|变动|变化|差额|差异|盈余|亏损/;

/** Whether the place of a figure could hold a number: no report counts fewer than none, spends less than nothing, or tells a part of more than all. */
function mayStand(value: Big, figure: Figure, exhibits: readonly Exhibit[]): boolean {
  const { amount, fact, label } = figure;
  if (value.gt(100) && amount.kind === 'percent' && amount.value.lte(100) && isShare(figure, exhibits)) return false;
  if (value.gte(0) || amount.value.lt(0)) return true;
  if (fact.indicator === null && value.eq(amount.value.times(-1))) return amount.kind === 'money';
  if (amount.kind !== 'money') return fact.measure === '增减率';
  return fact.measure === '增减额' || SIGNED.test(`${fact.indicator}${label}`);
}

/** A number half way between two that contradict each other: it mends the one only by making the others inexact. */
function blurs({ changes, mends }: Move, exhibits: readonly Exhibit[], state: State, evidence: Evidence): boolean {
  const overrides = new Map(state.overrides);
  for (const { figure, value } of changes) overrides.set(figure.id, value);
  const inexact = (exhibit: Exhibit) => evidence.verdict(exhibit, overrides) === 'rounding';
  return mends.every(inexact) && exhibits.some(exhibit => exhibit.check.verdict === 'holds' && inexact(exhibit));
}

interface Candidate {
  readonly value: Big;
  /** From a wide range, where some number is a slip away by chance: by itself that proves little. */
  readonly chance: boolean;
  /** The range is so wide that every other number is a slip away. */
  readonly vague: boolean;
  /** Not the likeliest of the range, only a number that is a slip away. */
  readonly guessed: boolean;
  /** A number beside the likeliest is one wrong digit away: which of the two was meant cannot be told from the printed digits. */
  readonly near?: boolean;
}

/**
 * The likeliest of what is possible, on the grid of printed numbers; in a wide range also what is a slip away. A rate is what its printed
 * amounts make it, and no other that differs from that by what the amounts leave open.
 */
function candidatesIn(figure: Figure, range: Implied, grid: Big, isRate: boolean): Candidate[] {
  const centre = range.likely;
  const width = range.high.minus(range.low);
  const middle: Candidate = {
    value: snap(centre, range, grid),
    chance: width.gt(grid.times(isShort(figure) ? WIDE_FOR_SHORT : WIDE)),
    vague: width.times(VAGUE).gt(centre.abs()),
    guessed: false,
  };
  if (width.lte(grid)) return [middle];
  const guesses = misprintsWithin(figure, range)
    .filter(({ value }) => value.eq(round(value, grid)))
    .sort((a, b) => RANK.indexOf(a.slip) - RANK.indexOf(b.slip) || a.value.minus(centre).abs().cmp(b.value.minus(centre).abs()));
  const open = isRate ? guesses.filter(({ slip }) => slip !== 'digit') : guesses;
  const near = open.length < guesses.length;
  return [
    { ...middle, near },
    ...open.slice(0, 3).map(({ value }) => ({ value, chance: true, vague: middle.vague, guessed: true })),
  ];
}

function isShort({ printed }: Figure): boolean {
  return narrow(printed).replace(/\D/g, '').length <= 3;
}

const RANK: readonly Slip[] = ['transposed', 'shifted', 'unit', 'sign', 'dropped', 'doubled', 'digit'];

/** What one check allows, cut down by whatever the figure's other checks allow as well; the narrowest first. */
function narrowed(range: Implied, own: Exhibit, ranges: ReadonlyMap<Exhibit, Implied>, grid: Big): Implied {
  const { likely } = range;
  let { low, high } = range;
  if (high.minus(low).lte(grid.times(WIDE))) return range;
  const others = [...ranges].filter(([exhibit]) => exhibit !== own).map(([, other]) => other);
  others.sort((a, b) => a.high.minus(a.low).cmp(b.high.minus(b.low)));
  for (const other of others) {
    const floor = other.low.gt(low) ? other.low : low;
    const ceiling = other.high.lt(high) ? other.high : high;
    if (floor.lte(ceiling)) [low, high] = [floor, ceiling];
  }
  const fits = likely.gte(low) && likely.lte(high);
  return { low, high, likely: fits ? likely : low.plus(high).div(2) };
}

function weigh(
  figure: Figure,
  candidate: Candidate,
  exhibits: readonly Exhibit[],
  ranges: ReadonlyMap<Exhibit, Implied>,
  state: State,
  evidence: Evidence,
  copies: Copies,
): Move {
  const { value } = candidate;
  const overrides = new Map(state.overrides).set(figure.id, value);
  const fits = (exhibit: Exhibit) => {
    const range = ranges.get(exhibit);
    return range?.low.lte(value) && range.high.gte(value);
  };
  const { mends, breaks } = evidence.tally(
    exhibits,
    state.failing,
    exhibit => !fits(exhibit) && evidence.fails(exhibit, overrides),
  );
  const typed = slipBetween(figure.printed, figure.amount, value);
  const base = typed === null || typed === 'digit' ? otherBase(figure, mends, evidence) : null;
  const slip = base ?? typed ?? copies.slipOf(figure, value) ?? stale(figure, breaks);
  return {
    changes: [{ figure, value, slip }],
    mends,
    breaks,
    cost:
      costOf({ figure, value, slip }, candidate, state, exhibits) +
      15 * breaks.length -
      (evidence.expects(figure, value) ? SAID : 0),
  };
}

/** What one change does to the report as it is printed: how many failing checks it mends, how many others it breaks. */
export function effectOf(figure: Figure, value: Big, evidence: Evidence): { readonly explains: number; readonly breaks: number } {
  const overrides = new Map([[figure.id, value]]);
  let [explains, breaks] = [0, 0];
  for (const exhibit of evidence.of(figure)) {
    const fails = evidence.fails(exhibit, overrides);
    if (exhibit.check.verdict === 'fails') explains += fails ? 0 : 1;
    else breaks += fails ? 1 : 0;
  }
  return { explains, breaks };
}

/** A value of an earlier draft: everything contradicts it but the percentage that was computed from it. */
function stale(figure: Figure, breaks: readonly Exhibit[]): Slip | null {
  const own = ({ check: { relation } }: Exhibit) => relation.kind === 'ratio' && relation.rate.id !== figure.id;
  return breaks.length > 0 && breaks.every(own) ? 'stale' : null;
}

/** A growth rate that was computed from this year's amount. */
function otherBase(figure: Figure, mends: readonly Exhibit[], { arithmetic }: Evidence): Slip | null {
  const isMistaken = ({ check: { relation } }: Exhibit) => {
    if (relation.kind !== 'ratio' || relation.shape !== 'growth' || relation.rate.id !== figure.id) return false;
    const whole = thisYear(relation);
    return whole.length > 0 && arithmetic.decideWith({ ...relation, whole }, NOTHING) !== 'fails';
  };
  return mends.some(isMistaken) ? 'base' : null;
}

/** This year's amount, which stands beside the change or in it; none where only the change and last year's are told. */
function thisYear({ part, whole }: RatioRelation): readonly Term[] {
  const [from, without] = whole.length > 1 ? [whole, part] : part.length > 1 ? [part, whole] : [[], []];
  return from.filter(({ figure }) => without.every(other => other.figure !== figure)).map(({ figure }) => plus(figure));
}

function costOf(
  { figure, value, slip }: Change,
  { chance, vague, near }: Candidate,
  state: State,
  exhibits: readonly Exhibit[],
): number {
  const bonus = slip === null ? (near ? TELLING.digit! : 0) : (TELLING[slip] ?? 20);
  // A number typed into a sentence is wrong more often than one that the ledger printed into a table.
  const table = figure.at ? 3 : 0;
  const follows = state.overrides.size > 0 && figure.amount.kind === 'percent' && onlyFollows(figure, state);
  const odd =
    (value.lt(0) && figure.amount.value.gte(0) && slip !== 'sign') || (value.gt(100) && isShare(figure, exhibits)) ? 25 : 0;
  // A row is seldom printed for what should be nothing.
  const none = figure.at && value.eq(0) && slip === null ? 10 : 0;
  return (follows ? 40 : PLAIN) + table + odd + none - (vague ? 0 : chance ? bonus / 2 : bonus);
}

function isShare(figure: Figure, exhibits: readonly Exhibit[]): boolean {
  return exhibits.some(
    ({ check: { relation } }) => relation.kind === 'ratio' && relation.shape === 'share' && relation.rate === figure,
  );
}

/** A rate that was right for the wrong number: it goes with the change of that number. */
function onlyFollows(rate: Figure, state: State): boolean {
  const own = [...state.failing].filter(({ figures }) => figures.includes(rate));
  return own.every(({ check }) => check.relation.kind === 'ratio' && check.verdict !== 'fails');
}

/** The grid a figure is printed on; where the others of a check have more decimals, theirs: 25 may have been 2.50. */
function gridOf(figure: Figure, { figures }: Exhibit): Big {
  const { kind, step } = figure.amount;
  const steps = figures.filter(other => other.amount.kind === kind && !other.amount.value.eq(0)).map(other => other.amount.step);
  const finest = steps.reduce((a, b) => (b.lt(a) ? b : a), step);
  return kind === 'percent' || figure.amount.factor.e - finest.e > 6 ? step : finest;
}

/** The nearest printable number; between two that are equally near, the one the range contains. */
function snap(value: Big, range: Interval, grid: Big): Big {
  const nearest = round(value, grid);
  if (nearest.gte(range.low) && nearest.lte(range.high)) return nearest;
  const inside = round(range.high, grid, Big.roundDown);
  return inside.gte(range.low) && inside.lte(range.high) ? inside : nearest;
}

/** Grids are powers of ten: what is rounded is a number of decimals, and nothing need be divided. */
function round(value: Big, grid: Big, mode: 0 | 1 = Big.roundHalfUp): Big {
  return value.round(-grid.e, mode);
}
