import {
  amountOf,
  type Direction,
  type Figure,
  formatLike,
  groundsOf,
  minus,
  plus,
  type Reading,
  type Relation,
  type Statement,
  type Term,
} from '../../model/index.ts';
import type { Facts } from '../facts.ts';
import { fairly } from '../fair.ts';
import { observedAt } from '../observed.ts';
import { within } from '../within.ts';

type Change = Extract<Statement, { kind: 'change' }>;

/** Growth triangles: level, change, rate and direction agree. */
export function changes(reading: Reading, facts: Facts): Relation[] {
  // «增长100%» of what was nothing is told once, and not at all where the text says how it came about.
  let noted = false;
  return reading.statements.flatMap((statement): Relation[] => {
    if (statement.kind !== 'change') return [];
    if (!isFromNothing(statement)) return fairly(statement, one => triangle(withLast(one, facts)));
    const silent = noted || statement.explained === true;
    noted = true;
    return fairly(statement, one => triangle(withLast(one, facts)).filter(relation => !silent || relation.kind !== 'ratio'));
  });
}

/** With last year's amount, where the sentence itself does not tell it, but a table or another sentence surely does. */
function withLast(one: Change, facts: Facts): Change {
  const { current, previous, base } = one;
  if (previous || base !== 'year' || !current || current.at || facts.year === null) return one;
  const { indicator, scope, measure, period } = current.fact;
  if (indicator === null || measure !== facts.level || period !== facts.year) return one;
  const told = facts.all(indicator, scope, measure, facts.year - 1).filter(figure => !figure.grounds);
  const [last, ...others] = told;
  return last && others.every(other => other.amount.value.eq(last.amount.value)) ? { ...one, previous: last } : one;
}

const FLAT = /^(?:(?!\d+[辆人批个台次]).)*(?:持平|不变|没有变化|无变化|无增减)/;
const COUNTED = /\d[辆人批个台次]/;

/** What a sentence goes on to tell behind a figure, as far as it is quoted. */
function sentenceOf({ quote, printed }: Figure): string {
  return quote.slice(quote.indexOf(printed)).split('。')[0]!;
}

/** «与上年持平，增加 12 万元»: of one thing, in one passage. */
export function flatAndChanged({ statements }: Reading): Relation[] {
  const yearly = statements.filter(
    (one): one is Change => one.kind === 'change' && one.base === 'year' && !one.grounds && one.current !== null,
  );
  const flat = yearly.filter(one => one.direction === 0 && !one.loose);
  return flat.flatMap((same): Relation[] => {
    const { current } = same;
    const other = yearly.find(one => one.current === current && one.direction && one.change?.amount.value.gt(0));
    // «…减少 1 万元。公务用车保有量 3 辆，与上年持平»: what is the same is told in the sentence of the change.
    if (!other?.change || other.change.place.block !== current!.place.block || COUNTED.test(current!.quote)) return [];
    if (yearly.indexOf(same) > yearly.indexOf(other) && !FLAT.test(sentenceOf(other.change))) return [];
    const params = { name: current!.label, amount: other.change.printed };
    return [observedAt('YOY-009', other.change, { holds: false, figures: [other.change, current!], params })];
  });
}

/** «减少 5.00 万元，下降 5.00 万元»: the second is what the first makes of last year, in per cent, and carries the unit of the first. */
export function ratesInMoney({ statements }: Reading): Relation[] {
  const first = new Map<Figure, Change>();
  return statements.flatMap((one): Relation[] => {
    if (one.kind !== 'change' || one.base !== 'year' || one.grounds || !one.current || !one.change || one.rate) return [];
    const before = first.get(one.current);
    if (!before) {
      first.set(one.current, one);
      return [];
    }
    const { current, change } = before;
    const stated = amountOf(one.change.printed, 'percent', '%');
    if (!current || !change || !stated || !before.direction || before.direction !== one.direction) return [];
    const last = current.amount.value.minus(change.amount.value.times(before.direction));
    if (last.lte(0) || one.change.place.block !== change.place.block) return [];
    const off = change.amount.value.div(last).times(100).minus(stated.value).abs();
    if (off.gt(stated.step) || one.change.amount.kind !== 'money') return [];
    const params = {
      name: current.label,
      printed: `${one.change.printed}${one.change.amount.unit}`,
      rate: `${one.change.printed}%`,
    };
    return [
      observedAt('PCT-012', one.change, { holds: false, figures: [one.change, change, current], params, expected: params.rate }),
    ];
  });
}

/** «增加 9 万元，增长 100%» to 9 万元. */
function isFromNothing({ current, previous, change, rate, direction }: Change): boolean {
  if (!current || !rate?.amount.value.eq(100) || direction !== 1) return false;
  return previous
    ? previous.amount.value.eq(0) && current.amount.value.gt(0)
    : change?.amount.value.eq(current.amount.value) === true;
}

/** «增加 8 万元，下降 3.81%»: the two words say opposite things of one change, whatever the numbers are. */
function contradiction({ change, rate, direction, rateDirection }: Change): Relation[] {
  if (!change || !rate || !direction || !rateDirection) return [];
  if (change.amount.value.lte(0) || rate.amount.value.lte(0)) return [];
  const word = (way: number) => (way === 1 ? '增' : '减');
  const params = {
    name: rate.label,
    amount: change.printed,
    rate: rate.printed,
    way: word(direction),
    other: word(rateDirection),
  };
  const holds = direction === rateDirection;
  return [observedAt('YOY-007', rate, { holds, blame: 'none', figures: [rate, change], params })];
}

/**
 * Which of two opposite words is right: that of the rate where only it makes the rate right. Where a choice was left open, the way that
 * comes nearer to the rate.
 */
function wayOf({ current, previous, change, rate, direction, rateDirection }: Change): Direction {
  if (!current || !change || !rate || direction === 0 || !isAlike(change, current)) return direction;
  const apart = (way: number) => {
    const base = current.amount.value.minus(change.amount.value.times(way));
    return base.gt(0) ? change.amount.value.div(base).times(100).minus(rate.amount.value).abs() : null;
  };
  if (direction === null) {
    const [up, down] = [apart(1), apart(-1)];
    if (previous || rateDirection || change.amount.value.lte(0) || !down) return null;
    return up?.lte(down) ? 1 : -1;
  }
  if (!rateDirection || direction === rateDirection) return direction;
  const fits = (way: number) => apart(way)?.lte(rate.amount.step) === true;
  return !fits(direction) && fits(rateDirection) ? rateDirection : direction;
}

/** Of one kind; counts of one unit. */
function isAlike({ amount: one }: Figure, { amount: other }: Figure): boolean {
  return one.kind === other.kind && (one.kind !== 'count' || one.unit === other.unit);
}

function triangle(statement: Change): Relation[] {
  const { current, previous, change, rate } = statement;
  const direction = wayOf(statement);
  const relations: Relation[] = contradiction(statement);
  const about = current?.label ?? change?.label ?? rate?.label ?? '';
  const sign = direction === -1 ? -1 : 1;
  // «公务接待费 9 万元，…，接待批次减少 12 批次»: batches are no part of the money.
  const alike = change !== null && current !== null && isAlike(change, current);
  if (current && previous && change && alike && direction && isAlike(previous, current)) {
    relations.push({
      kind: 'linear',
      rule: 'YOY-002',
      total: [{ figure: change, sign: 1 }],
      parts: [
        { figure: current, sign },
        { figure: previous, sign: -sign as 1 | -1 },
      ],
      compare: '=',
      about,
    });
  }
  if (rate && current && direction) {
    // rate = change / last year, last year = stated, or this year minus the signed change.
    // «减少 6 万元，增长 -10%»: the rate carries the sign of its own word.
    const isSigned = direction === -1 && statement.rateDirection === 1 && rate.amount.value.lt(0);
    const way = isSigned ? 1 : sign;
    const part = change
      ? [isSigned ? minus(change) : plus(change)]
      : previous
        ? [{ figure: current, sign: way } as Term, { figure: previous, sign: -way as 1 | -1 } as Term]
        : null;
    const whole = previous ? [plus(previous)] : change ? [plus(current), direction === 1 ? minus(change) : plus(change)] : null;
    if (part && whole && part.every(term => term.figure.amount.kind === current.amount.kind)) {
      relations.push({
        kind: 'ratio',
        rule: 'YOY-001',
        rate,
        part,
        whole,
        shape: 'growth',
        ...(statement.base === 'budget' ? { planned: true } : {}),
        about,
      });
    }
  }
  if (direction === 0 && current && previous && !statement.loose) {
    relations.push({
      kind: 'order',
      rule: 'YOY-003',
      left: [plus(current)],
      right: [plus(previous)],
      compare: '=',
      word: '持平',
      wordPlace: null,
      about,
    });
  }
  if (current && direction === 1 && change && alike) {
    relations.push(within('YOY-004', current, [change], { about }));
  }
  return relations;
}

/** The change of a total is the sum of the changes of its parts, where all of them are told. */
export function changesOfParts(reading: Reading): Relation[] {
  const told = new Map<Figure, Change>();
  for (const statement of reading.statements)
    if (statement.kind === 'change' && statement.base === 'year' && statement.current && !told.has(statement.current))
      told.set(statement.current, statement);
  return reading.statements.flatMap((statement): Relation[] => {
    if (statement.kind !== 'sum' || statement.complete !== 'yes' || statement.source !== 'narrative') return [];
    const total = told.get(statement.total);
    const parts = statement.parts.map(part => told.get(part));
    if (total?.direction === 0 && !total.loose) return flatInParts(total, parts);
    if (
      !total?.change ||
      !total.direction ||
      parts.some(part => !part || part.direction === null || (part.direction !== 0 && !part.change))
    )
      return [];
    const terms = parts.flatMap((part): Term[] =>
      part!.change ? [{ figure: part!.change, sign: (part!.direction! * total.direction!) as 1 | -1 }] : [],
    );
    const said = groundsOf(statement.grounds, total.grounds, ...parts.map(part => part!.grounds));
    const about = total.change.label;
    return terms.length
      ? [{ kind: 'linear', rule: 'YOY-005', total: [plus(total.change)], parts: terms, compare: '=', about, ...said }]
      : [];
  });
}

/** What stayed the same as a whole has parts that grew by as much as others fell. */
function flatInParts(total: Change, parts: readonly (Change | undefined)[]): Relation[] {
  const known = parts.flatMap(part => part ?? []);
  if (known.length < parts.length || known.some(one => one.direction === null || (one.direction !== 0 && !one.change))) return [];
  const moved = (way: Direction) => known.flatMap(one => (one.direction === way && one.change ? [plus(one.change)] : []));
  const [more, less] = [moved(1), moved(-1)];
  const about = total.current?.label ?? '';
  const said = groundsOf(total.grounds, ...known.map(one => one.grounds));
  if (more.length && less.length)
    return [{ kind: 'linear', rule: 'YOY-005', total: more, parts: less, compare: '=', about, ...said }];
  const [first, ...others] = [...more, ...less];
  if (!first) return [];
  // As many last digits as there are changes may have been rounded away.
  const sum = others.reduce((all, { figure }) => all.plus(figure.amount.value), first.figure.amount.value);
  if (sum.lte(first.figure.amount.step.times(others.length + 1))) return [];
  const figures = [first, ...others].map(({ figure }) => figure);
  const params = { name: about, way: more.length ? '增' : '减', sum: formatLike(sum, first.figure.amount) };
  return [{ ...observedAt('YOY-005', total.current ?? first.figure, { holds: false, figures, params }), ...said }];
}
