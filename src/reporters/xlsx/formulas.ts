import {
  type AgreeRelation,
  Big,
  type Comparison,
  type Figure,
  type ImpliedBudgetRelation,
  type LinearRelation,
  type OrderRelation,
  type RatioRelation,
  type Relation,
  type Term,
} from '../../model/index.ts';
import { type Cells, digitsOf, finestOf, halvesOf, numberOf, over, sumOf, type Unit, weights } from './terms.ts';

/** The words a verdict formula answers with. */
export interface Words {
  readonly holds: string;
  readonly rounding: string;
  readonly fails: string;
}

/** The cells of a relation's own row: both sides, their difference, and how far apart the printed digits let them be. */
export interface Row {
  readonly left: string;
  readonly right: string;
  readonly apart: string;
  readonly slack: string;
}

/** A relation as formulas: they decide what check/ decides, on numbers that may be changed. */
export interface Live {
  readonly left: string;
  readonly right: string;
  readonly slack: string;
  readonly verdict: string;
}

export interface Setting {
  readonly cells: Cells;
  readonly row: Row;
  readonly words: Words;
  readonly unit: Unit;
  /** The rates of the list a share belongs to. */
  readonly list: readonly Figure[];
}

/** Guards against what binary fractions add to a decimal. */
const GUARD = '0.000000001';
const HALF = new Big('0.5');

/** Null for what is not calculated. */
export function liveOf(relation: Relation, setting: Setting): Live | null {
  switch (relation.kind) {
    case 'linear':
      return linear(relation, setting);
    case 'ratio':
      return ratio(relation, setting);
    case 'agree':
      return agree(relation, setting);
    case 'order':
      return order(relation, setting);
    case 'implied':
      return budgets(relation, setting);
    case 'form':
      return null;
  }
}

const choose = (holds: string, rounding: string, { words }: Setting) =>
  rounding === ''
    ? `IF(${holds},"${words.holds}","${words.fails}")`
    : `IF(${holds},"${words.holds}",IF(${rounding},"${words.rounding}","${words.fails}"))`;

const rounded = (formula: string, digits: number) => (/^[^-+*/(]*$/.test(formula) ? formula : `ROUND(${formula},${digits})`);

function linear({ total, parts, compare }: LinearRelation, setting: Setting): Live {
  const { cells, unit, row } = setting;
  const weighted = weights(total, parts);
  const figures = weighted.map(({ figure }) => figure);
  const digits = digitsOf(
    [...total, ...parts].map(({ figure }) => figure),
    unit,
  );
  const slack = halvesOf(weighted, finestOf(figures), unit, cells);
  // n × mean = Σ: a mean is rounded, or its digits are cut off.
  const [mean] = total;
  const isMean = total.length > 1 && total.every(({ figure, sign }) => figure === mean!.figure && sign === mean!.sign);
  const step = isMean ? mean!.figure.amount.step.times(total.length).div(unit.factor) : new Big(0);
  const near = `${meets(compare, row.apart, row.slack)}${step.eq(0) ? '' : `,ABS(${row.apart})<${step}`}`;
  return {
    left: rounded(sumOf(total, unit, cells), digits),
    right: rounded(sumOf(parts, unit, cells), digits),
    slack: rounded(slack, digits + 1),
    verdict: choose(meets(compare, row.apart, step.times(HALF).toString()), step.eq(0) ? near : `OR(${near})`, setting),
  };
}

/** Whether the comparison can be true when the right side is by `apart` larger and both may be by `slack` nearer or farther. */
function meets(compare: Comparison, apart: string, slack: string): string {
  if (compare === '=') return slack === '0' ? `${apart}=0` : `ABS(${apart})<=${slack}`;
  const [sign, bound] = compare.startsWith('<') ? ['>', slack === '0' ? '0' : `-${slack}`] : ['<', slack];
  return `${apart}${sign}${compare.endsWith('=') ? '=' : ''}${bound}`;
}

function order({ left, right, compare }: OrderRelation, setting: Setting): Live {
  const { cells, unit, row } = setting;
  const others = Array.isArray(right) ? (right as readonly Term[]) : [];
  const figures = [...left, ...others].map(({ figure }) => figure);
  const digits = digitsOf(figures, unit);
  const steps = figures.filter(({ amount }) => !amount.value.eq(0)).map(({ amount }) => amount.step);
  const coarsest = steps.reduce((coarse, step) => (step.gt(coarse) ? step : coarse), steps[0] ?? figures[0]!.amount.step);
  const at = unit.factor.e - coarsest.e;
  const alike = `OR(${row.apart}=0,ROUND(${row.left},${at})=ROUND(${row.right},${at}),TRUNC(${row.left},${at})=TRUNC(${row.right},${at}))`;
  const bound = Array.isArray(right) ? sumOf(others, unit, cells) : (right as Big).div(unit.factor).toString();
  return {
    left: rounded(sumOf(left, unit, cells), digits),
    right: Array.isArray(right) ? rounded(bound, digits) : bound,
    slack: '0',
    verdict: compare === '=' ? choose(alike, '', setting) : choose(`${row.apart}${compare === '<' ? '>' : '<'}0`, alike, setting),
  };
}

function ratio({ rate, part, whole, list }: RatioRelation, setting: Setting): Live {
  const { cells, unit, row, words } = setting;
  const signs = new Map<string, { figure: Figure; part: number; whole: number }>();
  for (const [terms, side] of [[part, 'part'] as const, [whole, 'whole'] as const]) {
    for (const { figure, sign } of terms) {
      const known = signs.get(figure.id) ?? { figure, part: 0, whole: 0 };
      known[side] += sign;
      signs.set(figure.id, known);
    }
  }
  const entries = [...signs.values()];
  const finest = finestOf(entries.map(({ figure }) => figure));
  const { step, factor } = rate.amount;
  const at = -step.e;
  const [above, below] = [sumOf(part, unit, cells), sumOf(whole, unit, cells)];
  // Halves of figures that stand alike in part and whole come together: how far the quotient moves is theirs times one weight.
  const kinds = new Map<string, typeof entries>();
  for (const entry of entries) {
    const key = `${entry.part} ${entry.whole}`;
    kinds.set(key, [...(kinds.get(key) ?? []), entry]);
  }
  const slack = (half: Big) => {
    const level = `(${row.left}+SIGN(${row.apart})*${half})`;
    const spread = [...kinds.values()].flatMap(same => {
      const { part: p, whole: w } = same[0]!;
      const halves = halvesOf(
        same.map(({ figure }) => ({ figure, weight: 1 })),
        finest,
        unit,
        cells,
      );
      if (halves === '0') return [];
      const weight = w === 0 ? String(Math.abs(100 * p)) : `ABS(${100 * p}-${w === 1 ? level : `(${w})*${level}`})`;
      return [`${weight}*(${halves})`];
    });
    return spread.length === 0 ? half.toString() : `IF((${below})=0,0,${half}+(${spread.join('+')})/ABS(${below}))`;
  };
  const half = step.times(HALF);
  // One share of a list is bent until they make 100.
  const full =
    list === undefined || setting.list.length < 2
      ? ''
      : `ROUND(${sumOf(setting.list.map(plus), { factor, name: '' }, cells)},6)=${new Big(100).div(factor)}`;
  const lastDigit = `ABS(${row.apart})<${slack(half.times(3))}-${GUARD}`;
  const odd = step.lt(1) ? lastDigit : full === '' ? '' : `AND(${full},${lastDigit})`;
  const near = `OR(ABS(${row.apart})<=${row.slack}+${GUARD},TRUNC(${row.right},${at})=${row.left}${odd === '' ? '' : `,${odd}`})`;
  const nothing = `AND(ROUND(${above},6)=0,OR(${row.left}=0,${row.left}=100))`;
  return {
    left: factor.eq(1) ? cells(rate) : `ROUND(${cells(rate)}*${factor},10)`,
    right: `IF(ROUND(${below},8)=0,"",ROUND(100*(${above})/(${below}),10))`,
    slack: slack(half),
    verdict: `IF(${row.right}="",IF(${nothing},"${words.holds}","${words.fails}"),${choose(`ROUND(${row.right},${at})=${row.left}`, near, setting)})`,
  };
}

const plus = (figure: Figure): Term => ({ figure, sign: 1 });

/**
 * All figures print one number, each pair at the coarser of its two precisions: figures of one step are held against those that are
 * as fine or finer. A bare «0» has no precision to be coarser by.
 */
function agree({ figures }: AgreeRelation, setting: Setting): Live {
  const { cells, unit, row } = setting;
  const some = figures.filter(({ amount }) => !amount.value.eq(0));
  const finest = finestOf(some.length > 0 ? some : figures);
  const stepOf = ({ amount }: Figure) => (amount.value.eq(0) ? finest : amount.step);
  const digits = digitsOf(figures, unit);
  const steps = [...new Map(figures.map(figure => [stepOf(figure).toString(), stepOf(figure)])).values()].sort((a, b) =>
    b.cmp(a),
  );
  const values = (list: readonly Figure[]) => list.map(figure => numberOf(figure, unit, cells));
  const pair = figures.length === 2;
  const groups = steps.map(step => {
    const at = unit.factor.e - step.e;
    const own = figures.filter(figure => stepOf(figure).eq(step));
    const finer = figures.filter(figure => stepOf(figure).lt(step));
    const may = own.every(({ amount }) => step.lt(amount.factor) || (amount.kind === 'money' && amount.factor.eq(1)));
    const least = (list: readonly Figure[]) => `ROUND(${over('MIN', values(list))},${at})`;
    const most = (list: readonly Figure[]) => `ROUND(${over('MAX', values(list))},${at})`;
    const apart =
      finer.length === 0
        ? own.length < 2
          ? null
          : `${most(own)}-${least(own)}`
        : `MAX(${most([...own, ...finer])}-${least(own)},${most(own)}-${least([...own, ...finer])})`;
    return apart === null ? null : { apart: `ROUND(${apart},${digits})`, allowed: may ? step.div(unit.factor) : new Big(0) };
  });
  const told = groups.filter(group => group !== null);
  const [only] = told;
  const allowed = told.map(group => group.allowed).reduce((a, b) => (b.gt(a) ? b : a), new Big(0));
  const exact = told.length === 1 ? `${only!.apart}=0` : `AND(${told.map(({ apart }) => `${apart}=0`).join(',')})`;
  const near = told.map(one => `${one.apart}<=${one.allowed}`);
  return {
    left: rounded(pair ? numberOf(figures[0]!, unit, cells) : over('MIN', values(figures)), digits),
    right: rounded(pair ? numberOf(figures[1]!, unit, cells) : over('MAX', values(figures)), digits),
    slack: allowed.toString(),
    verdict:
      told.length === 0
        ? `IF(${row.apart}=0,"${setting.words.holds}","${setting.words.fails}")`
        : choose(exact, allowed.eq(0) ? '' : near.length === 1 ? near[0]! : `AND(${near.join(',')})`, setting),
  };
}

/** Budgets out of outcomes and rates of completion: all numbers that print alike make an interval, and the two are to meet. */
function budgets({ total, items, open }: ImpliedBudgetRelation, setting: Setting): Live | null {
  const { cells, unit, row } = setting;
  const points: Unit = { factor: new Big(1), name: '%' };
  const reach = (figure: Figure, own: Unit) => {
    const { kind, step, factor } = figure.amount;
    const half = step.times(HALF).div(own.factor).toString();
    // A bare «0» says «none».
    return kind === 'money' && step.eq(factor) ? `IF(${cells(figure)}=0,0,${half})` : half;
  };
  const ends = ({ outcome, rate, budget }: ImpliedBudgetRelation['total']): readonly [string, string] | null => {
    if (budget)
      return [-1, 1].map(way => `(${numberOf(budget, unit, cells)}${way < 0 ? '-' : '+'}${reach(budget, unit)})`) as [
        string,
        string,
      ];
    if (!rate) return null;
    const [spent, by] = [numberOf(outcome, unit, cells), reach(outcome, unit)];
    const [share, half] = [numberOf(rate, points, cells), reach(rate, points)];
    const low = `(100*(${spent}-${by})/IF(${spent}<${by},${share}-${half},${share}+${half}))`;
    return [low, `(100*(${spent}+${by})/IF(${spent}+${by}<0,${share}+${half},${share}-${half}))`];
  };
  const [whole, parts] = [ends(total), items.map(ends)];
  if (!whole || parts.length === 0 || parts.some(part => part === null)) return null;
  const side = (end: 0 | 1) => parts.map(part => part![end]).join('+');
  return {
    left: `ROUND((${whole[0]}+${whole[1]})/2,6)`,
    right: `ROUND((${side(0)}+${side(1)})/2,6)`,
    slack: `ROUND((${whole[1]}-${whole[0]}+${side(1)}-(${side(0)}))/2,6)`,
    verdict: choose(`${open ? row.apart : `ABS(${row.apart})`}<=${row.slack}+0.000001`, '', setting),
  };
}
