import { Big, type Figure, type Measure, type Term } from '../model/index.ts';
import type { Facts } from './facts.ts';
import type { Address, Formula } from './formula.ts';

/** The figures an address names, or null. `lost`: takes up what could not be read of it. `open`: the text may leave some out. */
export function termsOf(
  address: Address,
  facts: Facts,
  lost: string[],
): { readonly terms: Term[]; readonly open: boolean } | null {
  const { sign, times, code, sum, indicator, scope, measure } = address;
  const term = (figure: Figure): Term => ({ figure, sign, ...(times ? { times } : {}) });
  const period = address.lastYear && facts.year !== null ? facts.year - 1 : (address.year ?? facts.year);
  const fact = { scope, period, measure: (measure ?? facts.level) as Measure };
  const isLine = address.line !== undefined || code !== undefined;
  if (address.lastYear && facts.year === null && isLine) return null;
  if (address.line !== undefined) {
    const line = facts.lines.named(indicator, address.line, fact);
    return line ? { terms: [term(line)], open: false } : null;
  }
  if (code !== undefined && sum) {
    const { lines, open, lost: unread } = facts.lines.all(indicator, code, sum === 'below', fact);
    lost.push(...unread);
    return lines.length ? { terms: lines.map(term), open } : null;
  }
  if (code !== undefined) {
    const line = facts.lines.one(indicator, code, fact);
    return line ? { terms: [term(line)], open: false } : null;
  }
  if (facts.isLost({ indicator, ...fact })) lost.push(nameOf(address));
  const terms = address.lastYear ? lastYear(address, facts) : facts.all(indicator, scope, measure, period).slice(0, 1).map(term);
  return terms?.length ? { terms, open: false } : null;
}

/** How an address is called in a list of what is missing. */
export const nameOf = ({ indicator, scope, written }: Address): string =>
  written ?? (scope ? `${indicator}（${scope}）` : indicator);

/** Last year's level: stated, or this year's minus its stated change. */
function lastYear(address: Address, facts: Facts): Term[] | null {
  const factor = address.times ? { times: address.times } : {};
  // Of a report without a year no amount is known to be last year's.
  const stated =
    facts.year === null ? undefined : facts.all(address.indicator, address.scope, address.measure, facts.year - 1)[0];
  if (stated) return [{ figure: stated, sign: address.sign, ...factor }];
  for (const figure of facts.all(address.indicator, address.scope, address.measure)) {
    const change = facts.changeOf(figure);
    if (change?.direction === 0) return [{ figure, sign: address.sign, ...factor }];
    if (change?.change && change.direction) {
      const sign = (-change.direction * address.sign) as 1 | -1;
      return [
        { figure, sign: address.sign, ...factor },
        { figure: change.change, sign, ...factor },
      ];
    }
  }
  return null;
}

/** What the terms of one side come to, as printed. */
export function sumOf(side: readonly Term[]): Big {
  return side.reduce((all, { figure, sign, times = 1 }) => all.plus(figure.amount.value.times(times).times(sign)), new Big(0));
}

/** The formula once for each line that its last address with «每行» has in a table; as it is where none has. */
export function lineByLine(formula: Formula, facts: Facts): readonly Formula[] {
  const last = [...formula.left, ...formula.right].findLast(one => one.each !== undefined);
  if (!last) return [formula];
  const { indicator, scope, each, measure, year, lastYear } = last;
  const period = lastYear && facts.year !== null ? facts.year - 1 : (year ?? facts.year);
  const lines = facts.lines.each(indicator, each!, { scope, period, measure: (measure ?? facts.level) as Measure });
  return lines.map(line => {
    const of = (side: readonly Address[]) => side.map(one => (one.each === undefined ? one : { ...one, line }));
    return { ...formula, left: of(formula.left), right: of(formula.right) };
  });
}
