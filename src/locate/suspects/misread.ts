import { amountOf, type Check, type Figure, figuresOf, narrow } from '../../model/index.ts';
import type { Arithmetic } from './evidence.ts';

/** Digits that text recognition takes for each other. */
const CONFUSED: Readonly<Record<string, string>> = {
  0: '689',
  1: '47',
  2: '7',
  3: '589',
  4: '19',
  5: '368',
  6: '058',
  7: '12',
  8: '03569',
  9: '0348',
};

/** A figure that was recognised in a picture, and what may stand there on paper. */
export interface Misreading {
  readonly figure: Figure;
  readonly meant: string;
}

/**
 * Whether a failing check holds once one recognised figure is read otherwise: one digit taken for one that looks like it, a point
 * or a comma taken for the other or lost, a minus lost. Of several readings the first; null where none helps, or nothing was
 * recognised.
 */
export function misreadingIn(check: Check, arithmetic: Arithmetic): Misreading | null {
  const { relation, verdict } = check;
  if (verdict !== 'fails' || relation.kind === 'form') return null;
  for (const figure of figuresOf(relation)) {
    if (figure.place.confidence === undefined) continue;
    const { kind, unit } = figure.amount;
    for (const meant of readingsOf(figure.printed)) {
      const value = amountOf(meant.replace(/[%％‰倍]$/, ''), kind, unit)?.value;
      if (!value || value.eq(figure.amount.value)) continue;
      const decided = arithmetic.decideWith(relation, new Map([[figure.id, value]]));
      if (decided === 'holds' || decided === 'rounding') return { figure, meant };
    }
  }
  return null;
}

/** What a printed number may be if one of its characters was misread. */
export function readingsOf(printed: string): string[] {
  const text = narrow(printed);
  const found = new Set<string>();
  [...text].forEach((character, i) => {
    for (const other of CONFUSED[character] ?? '') found.add(text.slice(0, i) + other + text.slice(i + 1));
  });
  const number = /^(-?)([\d,]+)(?:\.(\d+))?/.exec(text);
  if (number) {
    const [whole = '', sign = '', integer = '', decimals = ''] = number;
    const rest = text.slice(whole.length);
    const digits = integer.replace(/,/g, '');
    if (decimals === '' && digits.length > 2) found.add(`${sign}${digits.slice(0, -2)}.${digits.slice(-2)}${rest}`);
    if (decimals.length >= 3) found.add(`${sign}${digits}${decimals}${rest}`);
    if (sign === '') found.add(`-${text}`);
  }
  found.delete(text);
  return [...found];
}
