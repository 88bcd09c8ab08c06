import { type Amount, type Audit, Big, type Figure, impliedBefore, levelOf } from '../../../model/index.ts';
import { tidy } from '../../parts/clean.ts';
import { type Lang, say } from '../../parts/words/index.ts';
import { groupedLike } from '../../parts/words/names.ts';
import { box, label, labelWidth, linked, picture } from './svg.ts';

/** One thing in two years; `href`: the figure of the later one, on the page. */
export interface Pair {
  readonly name: string;
  readonly before: Big;
  readonly after: Big;
  readonly like: Amount;
  readonly href: string | null;
  readonly bad: boolean;
}

const NAMES = 230;
const BARS = 330;
const ROW = 34;
const THICK = 10;
const HEAD = 22;
/** Pairs that are shown. */
const MOST = 14;
/** What is smaller than this part of the largest amount gets a scale of its own. */
const SMALL = 0.08;

/** This year beside last: pairs of bars, in money. Large and small amounts have a scale each. Null where there are none. */
export function pairsPicture(pairs: readonly Pair[], years: readonly [string, string], lang: Lang): string | null {
  const shown = pairs.slice(0, MOST);
  if (shown.length === 0) return null;
  const high = ({ before, after }: Pair) => (before.abs().gt(after.abs()) ? before.abs() : after.abs());
  const most = shown.map(high).reduce((a, b) => (a.gt(b) ? a : b));
  if (most.eq(0)) return null;
  const small = shown.filter(pair => high(pair).lt(most.times(SMALL)));
  const groups = [shown.filter(pair => !small.includes(pair)), small].filter(group => group.length > 0);
  const { factor, unit } = shown[0]!.like;
  const numbers = (pair: Pair) => numbersOf(pair, factor);
  const room = Math.max(...shown.map(pair => labelWidth(numbers(pair))));
  const drawn: string[] = [];
  let y = 4;
  for (const group of groups) {
    const top = group.map(high).reduce((a, b) => (a.gt(b) ? a : b));
    if (group === small && groups.length > 1) {
      drawn.push(label({ x: 0, y: y + 14, text: say(lang, 'picture.own-scale'), look: 'soft' }));
      y += HEAD;
    }
    for (const pair of group) {
      const wide = (value: Big) => (top.eq(0) ? 0 : Number(value.abs().times(BARS).div(top).toFixed(1)));
      const [was, is] = [wide(pair.before), wide(pair.after)];
      const words = `${pair.name} ${numbers(pair)}`;
      drawn.push(
        linked(
          pair.href,
          label({ x: NAMES - 8, y: y + 19, text: pair.name, look: pair.bad ? 'bad' : '', end: true, room: NAMES - 10 }),
        ),
        box(NAMES, y + 4, was, THICK, 'last', words),
        box(NAMES, y + 4 + THICK, is, THICK, 'this', words),
        label({ x: NAMES + Math.max(was, is) + 8, y: y + 19, text: numbers(pair) }),
      );
      y += ROW;
    }
  }
  const width = NAMES + BARS + 16 + room;
  const words = say(lang, 'picture.years', { before: years[0], after: years[1], unit });
  return picture(words, width, y + 4, drawn, say(lang, 'picture.years.note'));
}

/** «1,523.00 → 1,489.74 (−2.2%)». */
function numbersOf({ before, after }: Pair, factor: Big): string {
  const printed = (value: Big) => groupedLike(value.div(factor).toFixed(2), [{ printed: '1,000' }]);
  const rate = before.eq(0) ? null : after.minus(before).times(100).div(before.abs()).round(1, Big.roundHalfUp);
  const sign = rate?.gt(0) ? '+' : '';
  return `${printed(before)} → ${printed(after)}${rate ? ` (${sign}${rate.toFixed(1)}%)` : ''}`;
}

/** What a report tells of the year before, as printed or as its change implies, each fact once. */
export function pairsOf(audit: Audit, wrong: ReadonlySet<string>, prefix: string): Pair[] {
  const { figures, statements, kind, year } = audit;
  const level = levelOf(kind);
  const pairs = new Map<string, Pair>();
  const key = ({ fact: { indicator, scope } }: Figure) => `${indicator} ${scope}`;
  const add = (current: Figure, before: Big) => {
    const own = current.amount.kind === 'money' && current.fact.indicator !== null && current.fact.measure === level;
    if (!own || pairs.has(key(current))) return;
    const { value } = current.amount;
    const pair = { name: tidy(current.label), before, after: value, like: current.amount, href: prefix + current.id };
    pairs.set(key(current), { ...pair, bad: wrong.has(current.id) });
  };
  for (const statement of statements) {
    if (statement.kind !== 'change' || statement.base !== 'year' || !statement.current || statement.loose) continue;
    const implied = impliedBefore(statement);
    if (implied?.source === 'change' && implied.like.amount.kind === 'money') add(statement.current, implied.value);
  }
  if (year === null) return [...pairs.values()];
  const current = new Map(
    figures.filter(({ fact }) => fact.period === year && fact.measure === level).map(one => [key(one), one]),
  );
  for (const figure of figures) {
    const { period, measure, indicator } = figure.fact;
    const now = indicator === null ? undefined : current.get(key(figure));
    if (period === year - 1 && measure === level && figure.amount.kind === 'money' && now) add(now, figure.amount.value);
  }
  return [...pairs.values()];
}
