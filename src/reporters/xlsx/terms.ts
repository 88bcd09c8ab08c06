import { Big, type Figure, type Term } from '../../model/index.ts';

/** Where a figure's number stands: «数据!F12». */
export type Cells = (figure: Figure) => string;

/** The unit in which a relation is calculated. */
export interface Unit {
  readonly factor: Big;
  readonly name: string;
}

/** Functions take so many arguments at most. */
const ARGUMENTS = 200;
const HALF = new Big('0.5');

/** A figure's number in a unit. */
export function numberOf(figure: Figure, { factor }: Unit, cells: Cells): string {
  const exponent = figure.amount.factor.e - factor.e;
  const cell = cells(figure);
  return exponent === 0 ? cell : `${cell}${exponent > 0 ? '*' : '/'}1${'0'.repeat(Math.abs(exponent))}`;
}

/** «数据!F3+数据!F4-数据!F5»; one figure several times is a product. */
export function sumOf(terms: readonly Term[], unit: Unit, cells: Cells): string {
  const [first] = terms;
  if (!first) return '0';
  if (terms.length > 1 && terms.every(({ figure, sign }) => figure === first.figure && sign === 1))
    return `${numberOf(first.figure, unit, cells)}*${terms.length}`;
  return terms.map(({ figure, sign }, i) => `${sign < 0 ? '-' : i > 0 ? '+' : ''}${numberOf(figure, unit, cells)}`).join('');
}

/** How many decimals show whatever a sum of figures in a unit can have; two more than their last digit. */
export function digitsOf(figures: readonly Figure[], { factor }: Unit): number {
  const most = Math.max(0, ...figures.map(({ amount }) => factor.e - amount.step.e));
  return Math.min(12, most + 2);
}

export function finestOf(figures: readonly Figure[]): Big {
  return figures.reduce(
    (finest, { amount: { step } }) => (step.lt(finest) ? step : finest),
    figures[0]?.amount.step ?? new Big(0),
  );
}

/**
 * How far the true number may be from the printed one: half a last digit; nothing for counts and scores, which are not rounded, nor
 * for a bare «0» beside numbers with decimals, as long as it is 0.
 */
export function halfOf(figure: Figure, finest: Big, unit: Unit, cells: Cells): { readonly fixed: Big; readonly open: string } {
  const { kind, step } = figure.amount;
  const half = step.times(HALF).div(unit.factor);
  if (kind !== 'money' && kind !== 'percent' && step.gte(1)) return { fixed: new Big(0), open: '' };
  if (step.gt(finest) && finest.gt(0)) return { fixed: new Big(0), open: `IF(${cells(figure)}=0,0,${half})` };
  return { fixed: half, open: '' };
}

/** All halves of figures, each as often as it counts. */
export function halvesOf(
  figures: readonly { readonly figure: Figure; readonly weight: number }[],
  finest: Big,
  unit: Unit,
  cells: Cells,
): string {
  let fixed = new Big(0);
  const open: string[] = [];
  for (const { figure, weight } of figures) {
    const half = halfOf(figure, finest, unit, cells);
    fixed = fixed.plus(half.fixed.times(weight));
    if (half.open !== '') open.push(weight === 1 ? half.open : `${weight}*${half.open}`);
  }
  return [...(fixed.eq(0) && open.length > 0 ? [] : [fixed.toString()]), ...open].join('+');
}

/** Figures with their factor in «left − right», each once; those that cancel out are left out. */
export function weights(left: readonly Term[], right: readonly Term[]): { readonly figure: Figure; readonly weight: number }[] {
  const found = new Map<string, { figure: Figure; weight: number }>();
  const add = ({ figure, sign }: Term, factor: number) => {
    const known = found.get(figure.id) ?? { figure, weight: 0 };
    known.weight += sign * factor;
    found.set(figure.id, known);
  };
  for (const term of left) add(term, -1);
  for (const term of right) add(term, 1);
  return [...found.values()]
    .filter(({ weight }) => weight !== 0)
    .map(({ figure, weight }) => ({ figure, weight: Math.abs(weight) }));
}

/** MAX or MIN over any number of terms. */
export function over(name: 'MAX' | 'MIN' | 'OR', terms: readonly string[]): string {
  if (terms.length === 1) return terms[0]!;
  if (terms.length <= ARGUMENTS) return `${name}(${terms.join(',')})`;
  const groups: string[] = [];
  for (let i = 0; i < terms.length; i += ARGUMENTS) groups.push(over(name, terms.slice(i, i + ARGUMENTS)));
  return over(name, groups);
}
