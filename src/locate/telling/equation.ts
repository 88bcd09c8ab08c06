import { type Amount, Big, type Check, decimalsOf, type Figure, figuresOf, type Term } from '../../model/index.ts';

/**
 * A check written out with every addend as printed: «610.40 + 80.20 = 690.60 ≠ 695.00», «105.00 ÷ (695.00 + 105.00) =
 * 13.13% ≈ 13%»; null where nothing is computed. Numbers of several units are converted to that of the stated side,
 * which is then named at the end.
 */
export function equationOf(check: Check): string | null {
  const { relation } = check;
  if (relation.missing?.length) return null;
  if (relation.kind === 'form' && relation.by) return equationOf(relation.by);
  const scale = scaleOf(figuresOf(relation), check);
  const text = write(check, scale);
  return text === null || !scale.mixed ? text : `${text} ${scale.unit}`;
}

/** In which unit the numbers of an equation are written, and with how many decimals its sums. */
export interface Scale {
  readonly unit: string;
  readonly factor: Big;
  readonly decimals: number;
  readonly mixed: boolean;
  /** Whether the numbers are printed with thousands separators. */
  readonly grouped: boolean;
}

/** The unit of the first figure that is no rate; sums carry as many decimals as the finest of their numbers. */
export function scaleOf(figures: readonly Figure[], check: Check): Scale {
  const rate = check.relation.kind === 'ratio' ? check.relation.rate : null;
  const level = figures.filter(
    figure => figure !== rate && !(figure.amount.kind === 'percent' && check.relation.kind === 'implied'),
  );
  const main = (level[0] ?? figures[0])?.amount;
  if (!main) return { unit: '', factor: new Big(1), decimals: 0, mixed: false, grouped: false };
  const mixed = level.some(({ amount }) => !amount.factor.eq(main.factor) && !amount.value.eq(0));
  // A bare 0 says «none», in whatever unit: it makes no number finer.
  const finer = level.filter((figure, i) => i === 0 || !figure.amount.value.eq(0));
  const decimals = Math.max(...finer.map(figure => decimalsIn(figure.amount, main.factor)));
  const grouped = level.some(({ printed }) => /\d[,，]\d{3}/.test(printed));
  return { unit: main.unit, factor: main.factor, decimals, mixed, grouped };
}

/** A number of the base unit in a scale, with at least `decimals` digits behind the point. */
export function writeIn(value: Big, scale: Scale): string {
  return exact(value, scale.factor).toFixed(scale.decimals);
}

/** As writeIn, in the dress of the printed numbers. */
function dress(value: Big, scale: Scale): string {
  return groupIf(scale.grouped, writeIn(value, scale));
}

/** The digits of a whole number in groups of three, from its end. */
export function inThrees(whole: string): string[] {
  const first = whole.length % 3;
  return [...(first > 0 ? [whole.slice(0, first)] : []), ...(whole.slice(first).match(/\d{3}/g) ?? [])];
}

function groupIf(grouped: boolean, number: string): string {
  return grouped ? number.replace(/\d+/, whole => inThrees(whole).join(',')) : number;
}

function write(check: Check, scale: Scale): string | null {
  const { relation, stated, computed } = check;
  switch (relation.kind) {
    case 'linear': {
      if (!stated || !computed) return null;
      const result = middle(check);
      const { constant } = relation;
      const limit = constant ? dress(constant, { ...scale, decimals: 0 }) : '';
      const addends = side(relation.parts, scale);
      const parts = limit === '' ? addends : addends === '' ? limit : `${addends} + ${limit}`.replace('+ -', '− ');
      const isComputed = relation.parts.length + (limit === '' ? 0 : 1) > 1 || relation.parts.some(term => term.times);
      const total = relation.total.length > 1 || relation.total.some(term => term.times) ? ` = ${dress(stated, scale)}` : '';
      const sum = isComputed ? ` = ${dress(result, scale)}` : '';
      const sign = relation.compare === '=' ? EQUALITY[check.verdict] : compared(result, stated);
      if (sign === '=' && sum !== '' && relation.total.length === 1) return `${parts}${sum}`;
      return `${parts}${sum} ${sign} ${side(relation.total, scale)}${total}`;
    }
    case 'ratio': {
      const part = bracketed(relation.part, scale);
      const whole = bracketed(relation.whole, scale);
      const rate = rateOf(relation.rate);
      if (!computed) return `${part} ÷ ${whole} ${check.verdict === 'holds' ? '→' : '≠'} ${rate}`;
      const { text, same } = quotient(check, relation.rate.amount);
      return same
        ? `${part} ÷ ${whole} = ${rate}`
        : `${part} ÷ ${whole} = ${text} ${check.verdict === 'fails' ? '≠' : '≈'} ${rate}`;
    }
    case 'agree':
      return relation.figures
        .map(figure => number(figure, scale))
        .reduce((text, next, i) => (i === 0 ? next : `${text} ${between(relation.figures, i, check)} ${next}`), '');
    case 'order': {
      if (!stated || !computed) return null;
      const right = Array.isArray(relation.right)
        ? side(relation.right as readonly Term[], scale)
        : dress(computed.low, { ...scale, decimals: 0 });
      if (relation.word === '')
        return `${side(relation.left, scale)} = ${dress(stated, scale)} ${EQUALITY[check.verdict]} ${right}`;
      return `${side(relation.left, scale)} ${compared(stated, computed.low)} ${right}`;
    }
    case 'implied': {
      if (!stated || !computed || !check.slack) return null;
      const term = (item: typeof relation.total) =>
        item.budget ? number(item.budget, scale) : `${number(item.outcome, scale)} ÷ ${item.rate ? rateOf(item.rate) : '?'}`;
      const half = check.slack.minus(computed.high.minus(computed.low).div(2));
      const range = (low: Big, high: Big) => `${dress(low, scale)}…${dress(high, scale)}`;
      const total = relation.total.budget ? '' : ` = ${range(stated.minus(half), stated.plus(half))}`;
      const sign = check.verdict === 'holds' ? '≈' : '≠';
      return `${relation.items.map(term).join(' + ')} = ${range(computed.low, computed.high)} ${sign} ${term(relation.total)}${total}`;
    }
    case 'form':
      return null;
  }
}

const EQUALITY = { holds: '=', rounding: '≈', fails: '≠', undecided: '?' } as const;

function compared(left: Big, right: Big): string {
  return left.lt(right) ? '<' : left.gt(right) ? '>' : '=';
}

/** Between a figure and the one before it: whether these two print the same number. */
function between(figures: readonly Figure[], i: number, check: Check): string {
  const [a, b] = [figures[i - 1]!.amount, figures[i]!.amount];
  const step = a.step.gt(b.step) ? a.step : b.step;
  const apart = a.value.minus(b.value).abs();
  if (apart.lt(step)) return apart.eq(0) ? '=' : '≈';
  return check.verdict === 'fails' ? '≠' : '≈';
}

/** The computed rate with two digits more than a whole per cent, or as many as it takes to tell it from the stated one. */
function quotient(check: Check, rate: Amount): { readonly text: string; readonly same: boolean } {
  const value = (check.residual ?? new Big(0)).plus(check.stated ?? 0).div(rate.factor);
  const stated = rate.value.div(rate.factor);
  if (value.eq(stated)) return { text: '', same: true };
  let decimals = Math.max(2, decimalsOf(rate) + (check.tail === 'truncation' ? 1 : 0));
  if (check.verdict === 'holds' && value.round(decimals, Big.roundHalfUp).eq(stated)) return { text: '', same: true };
  while (decimals < 6 && value.round(decimals, Big.roundHalfUp).eq(stated)) decimals++;
  const whole = value.round(0).eq(value);
  return { text: `${value.toFixed(whole ? 0 : decimals)}${rate.unit}`, same: false };
}

function side(terms: readonly Term[], scale: Scale): string {
  const [first] = terms;
  // The mean of several is told once, not once for each of them.
  if (terms.length > 1 && terms.every(term => term.figure === first!.figure))
    return `${number(first!.figure, scale)} × ${terms.length}`;
  return terms.reduce((text, { figure, sign, times }, i) => {
    const next = times ? `${times.times(100).toFixed()}% × ${number(figure, scale)}` : number(figure, scale);
    if (i === 0) return sign === 1 ? next : `−${next}`;
    return `${text} ${sign === 1 ? '+' : '−'} ${next.startsWith('-') ? `(${next})` : next}`;
  }, '');
}

function bracketed(terms: readonly Term[], scale: Scale): string {
  const text = side(terms, scale);
  return terms.length > 1 ? `(${text})` : text;
}

/** A rate with its sign, which is part of what is printed in some places. */
function rateOf({ printed, amount }: Figure): string {
  return /[%％‰倍]$/.test(printed) ? printed : `${printed}${amount.unit}`;
}

/** As printed, or converted exactly where the equation's figures have several units. */
function number(figure: Figure, scale: Scale): string {
  if (!scale.mixed || figure.amount.kind === 'percent' || figure.amount.value.eq(0)) return figure.printed;
  return groupIf(scale.grouped, exact(figure.amount.value, scale.factor).toFixed(decimalsIn(figure.amount, scale.factor)));
}

function middle(check: Check): Big {
  return (check.stated ?? new Big(0)).plus(check.residual ?? 0);
}

/** Factors are powers of ten, so that multiplying with the reciprocal loses nothing, as dividing might. */
function exact(value: Big, factor: Big): Big {
  return value.times(new Big(10).pow(-factor.e));
}

function decimalsIn(amount: Amount, factor: Big): number {
  return Math.max(0, factor.e - amount.step.e);
}
