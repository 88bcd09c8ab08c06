import { decimalsOf, type Figure, type Reading, type Relation, type Remark } from '../../model/index.ts';
import { fairly } from '../fair.ts';
import { observedAt } from '../observed.ts';

/** Observations about form and completeness become checks as they are. */
export function formOf(reading: Reading): Relation[] {
  return reading.statements.flatMap((statement): Relation[] => {
    return statement.kind === 'remark' ? fairly(statement, observed) : [];
  });
}

function observed({ rule, holds, place, printed, quote, section, expected, params, figures, blame }: Remark): Relation[] {
  const about = String(params.name ?? printed);
  const said = { rule, holds, place, printed, quote, section, expected: expected ?? null, params, figures, about };
  return [{ kind: 'form', ...said, ...(blame ? { blame } : {}) }];
}

/**
 * A number with more decimals than all others of its unit: a digit was doubled, or a value was pasted unrounded.
 * Only where the report is regular: at least twenty amounts, at most two of them with the extra decimals.
 */
export function oddDecimals(reading: Reading): Relation[] {
  const groups = new Map<string, Figure[]>();
  for (const figure of reading.figures) {
    if (figure.at || (figure.amount.kind !== 'money' && figure.amount.kind !== 'percent')) continue;
    const key = figure.amount.kind === 'money' ? figure.amount.unit : '%';
    const group = groups.get(key);
    if (group) group.push(figure);
    else groups.set(key, [figure]);
  }
  return [...groups.values()].flatMap((figures): Relation[] => {
    const most = usual(figures);
    const odd = figures.filter(figure => decimalsOf(figure.amount) > most);
    if (figures.length < 20 || odd.length === 0 || odd.length > 2) return [];
    return odd.map(figure => {
      const params = { printed: figure.printed, decimals: decimalsOf(figure.amount), usual: most };
      return observedAt('FRM-009', figure, { holds: false, params });
    });
  });
}

/** The most decimals that more than two figures have. */
function usual(figures: readonly Figure[]): number {
  const counts = new Map<number, number>();
  for (const { amount } of figures) counts.set(decimalsOf(amount), (counts.get(decimalsOf(amount)) ?? 0) + 1);
  return Math.max(0, ...[...counts].filter(([, count]) => count > 2).map(([decimals]) => decimals));
}
