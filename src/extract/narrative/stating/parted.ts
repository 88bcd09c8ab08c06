import { type EquationStatement, type Figure, minus, plus, type Statement, type Term } from '../../../model/index.ts';
import { moneyScope } from '../facts.ts';
import type { ChangeDraft, Topic } from '../topics.ts';

const WHOLE = '三公经费';
const [VEHICLES, BOUGHT, RUN] = ['公务用车购置及运行维护费', '公务用车购置费', '公务用车运行维护费'];
const OTHERS = ['因公出国（境）费', '公务接待费'];

type Base = ChangeDraft['base'];
/** What changes are measured against: those against one base make up each other, none against another. */
const BASES: readonly Base[] = ['year', 'budget'];

/**
 * «三公经费比上年减少 6 万元，其中：A 减少 2 万元，B 减少 3 万元，C 减少 1 万元», with or without their amounts, in one paragraph or one for
 * each: the changes of all three make up that of the whole.
 */
export function partedChanges(topics: readonly Topic[]): Statement[] {
  return BASES.flatMap(base => partedAgainst(base, topics));
}

function partedAgainst(base: Base, topics: readonly Topic[]): Statement[] {
  return topics.flatMap((topic): Statement[] => {
    const whole = topic.indicator === WHOLE && topic.unit === null ? changeIn(topic, base) : null;
    if (!whole?.change || !whole.direction) return [];
    const of = (indicator: string) => {
      const told = topics.filter(
        one => one.unit === null && one.indicator === indicator && isBeside(one, topic) && changeIn(one, base),
      );
      return told.length === 1 ? changeIn(told[0]!, base) : null;
    };
    // Where no purchase is told anywhere, cars are what they cost to run.
    const noneBought = !topics.some(({ indicator }) => indicator === VEHICLES || indicator === BOUGHT);
    const cars = of(VEHICLES) ? [of(VEHICLES)] : noneBought ? [of(RUN)] : [of(BOUGHT), of(RUN)];
    const parts = [...OTHERS.map(of), ...cars];
    if (!parts.every(part => part !== null)) return [];
    const terms = parts.flatMap(({ change, direction }): Term[] =>
      change ? [direction === whole.direction ? plus(change) : minus(change)] : [],
    );
    return terms.length ? [{ ...equation(whole.change, terms), ...(noneBought ? { soft: true } : {}) }] : [];
  });
}

function equation(change: Figure, parts: readonly Term[]): EquationStatement {
  return {
    kind: 'equation',
    source: 'narrative',
    rule: 'YOY-005',
    total: [plus(change)],
    parts,
    compare: '=',
    about: change.label,
  };
}

/** The one change against a base that is surely of a topic. */
function changeIn({ changes }: Topic, base: Base): ChangeDraft | null {
  const told = changes.filter(one => one.base === base);
  const [one] = told;
  const isSure =
    told.length === 1 && !one!.stranger && !one!.loose && (one!.direction === 0 || one!.direction === one!.rateDirection);
  return isSure && (one!.direction === 0 || (one!.direction !== null && one!.change !== null)) ? one! : null;
}

function isBeside(one: Topic, other: Topic): boolean {
  return (
    one.section.headings[0] === other.section.headings[0] &&
    one.section.headings[1] === other.section.headings[1] &&
    moneyScope(one) === moneyScope(other)
  );
}
