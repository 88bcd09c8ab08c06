import {
  type Direction,
  type Figure,
  groundsOf,
  minus,
  plus,
  type Reading,
  type Relation,
  type Statement,
  type Term,
} from '../../model/index.ts';
import { fairly } from '../fair.ts';
import { observedAt } from '../observed.ts';
import { within } from '../within.ts';

type Change = Extract<Statement, { kind: 'change' }>;

/** Growth triangles: level, change, rate and direction agree. */
export function changes(reading: Reading): Relation[] {
  // «增长100%» of what was nothing is told once, and not at all where the text says how it came about.
  let noted = false;
  return reading.statements.flatMap((statement): Relation[] => {
    if (statement.kind !== 'change') return [];
    if (!isFromNothing(statement)) return fairly(statement, triangle);
    const silent = noted || statement.explained === true;
    noted = true;
    return fairly(statement, one => triangle(one).filter(relation => !silent || relation.kind !== 'ratio'));
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
  return [observedAt('YOY-007', rate, { holds, figures: [rate, change], params })];
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
    const part = change
      ? [plus(change)]
      : previous
        ? [{ figure: current, sign } as Term, { figure: previous, sign: -sign as 1 | -1 } as Term]
        : null;
    const whole = previous ? [plus(previous)] : change ? [plus(current), direction === 1 ? minus(change) : plus(change)] : null;
    if (part && whole && part.every(term => term.figure.amount.kind === current.amount.kind)) {
      relations.push({ kind: 'ratio', rule: 'YOY-001', rate, part, whole, shape: 'growth', about });
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
