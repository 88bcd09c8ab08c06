import {
  type Check,
  type Figure,
  plus,
  type Relation,
  type StatedChange,
  type Statement,
  type Term,
  type Verdict,
} from '../model/index.ts';

/** How a relation is decided: check/ does it, handed over because no step of the road knows another. */
export type Decide = (relation: Relation) => Check;

type ChangeStatement = Extract<Statement, { kind: 'change' }>;

/** What a report says about changes against the year before, by the figure that changed. */
export function changesStated(statements: readonly Statement[]): ReadonlyMap<Figure, readonly ChangeStatement[]> {
  const byFigure = new Map<Figure, ChangeStatement[]>();
  for (const statement of statements) {
    if (statement.kind !== 'change' || statement.base !== 'year' || !statement.current) continue;
    const list = byFigure.get(statement.current);
    if (list) list.push(statement);
    else byFigure.set(statement.current, [statement]);
  }
  return byFigure;
}

export function told({ direction, change, rate, previous }: ChangeStatement): StatedChange {
  return { direction, change, rate, previous };
}

const signed = (figure: Figure, sign: number): Term => ({ figure, sign: sign < 0 ? -1 : 1 });

const EXECUTED = /[比较与].{0,16}(?:执行|决算)/;

/** The stated change held against the levels of both reports. `before` is the earlier report's own figure. */
export function againstBoth(statement: ChangeStatement, before: Figure, name: string, decide: Decide): Check[] {
  const { current, change, rate, previous, direction } = statement;
  if (!current || current.amount.kind !== before.amount.kind) return [];
  // «比2024年预算执行数增加»: not against that year's budget, which is all that the earlier report tells.
  const isSpent = [previous, change, rate].some(one => one && (one.fact.measure === '决算' || EXECUTED.test(one.quote)));
  if (before.fact.measure === '预算' && isSpent) return [];
  const [more, less] = direction === -1 ? [before, current] : [current, before];
  const difference = [plus(more), signed(less, -1)];
  const relations: Relation[] = [];
  const about = name;
  if (change && direction && change.amount.kind === current.amount.kind)
    relations.push({ kind: 'linear', rule: 'YOY-002', total: [plus(change)], parts: difference, compare: '=', about });
  if (rate && direction)
    relations.push({ kind: 'ratio', rule: 'YOY-001', rate, part: difference, whole: [plus(before)], shape: 'growth', about });
  if (direction === 0)
    relations.push({ kind: 'linear', rule: 'YOY-003', total: [plus(current)], parts: [plus(before)], compare: '=', about });
  if (previous) relations.push(agreeing(previous, before, about));
  return relations.map(decide);
}

/** The stated rate held against the stated change: all that one report by itself can say. */
export function withinOne({ current, change, rate, direction }: ChangeStatement, name: string, decide: Decide): Check[] {
  if (!current || !change || !rate || !direction || change.amount.kind !== current.amount.kind) return [];
  const whole = [plus(current), signed(change, -direction)];
  return [decide({ kind: 'ratio', rule: 'YOY-001', rate, part: [plus(change)], whole, shape: 'growth', about: name })];
}

/** Last year's figure as the later report repeats it. */
export function agreeing(previous: Figure, before: Figure, about: string): Relation {
  return { kind: 'agree', rule: 'TIE-001', figures: [previous, before], about };
}

const RANK: Readonly<Record<Verdict, number>> = { holds: 0, rounding: 1, undecided: 2, fails: 3 };

/** The worst verdict; null where there is none. */
export function worst(checks: readonly Check[]): Verdict | null {
  return checks.reduce<Verdict | null>((bad, { verdict }) => (bad === null || RANK[verdict] > RANK[bad] ? verdict : bad), null);
}
