import type { Reading, Relation } from '../../model/index.ts';

/** Equations that the forms of the statutory tables prescribe: sums across and down, roll-ups, balances. */
export function prescribed(reading: Reading): Relation[] {
  return reading.statements.flatMap((statement): Relation[] => {
    if (statement.kind !== 'equation') return [];
    const { rule, total, parts, fixed, compare, about, soft } = statement;
    if (fixed) return [{ kind: 'order', rule, left: total, right: fixed, compare: '=', word: '', wordPlace: null, about }];
    return [{ kind: 'linear', rule, total, parts, compare, about, ...(soft ? { soft } : {}) }];
  });
}
