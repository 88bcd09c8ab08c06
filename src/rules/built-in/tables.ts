import type { EquationStatement, Reading, Relation } from '../../model/index.ts';
import { fairly } from '../fair.ts';

/** Equations that the forms of the statutory tables prescribe: sums across and down, roll-ups, balances. */
export function prescribed(reading: Reading): Relation[] {
  return reading.statements.flatMap((statement): Relation[] => {
    return statement.kind === 'equation' ? fairly(statement, equation) : [];
  });
}

function equation({ rule, total, parts, fixed, compare, about, soft }: EquationStatement): Relation[] {
  if (fixed) return [{ kind: 'order', rule, left: total, right: fixed, compare: '=', word: '', wordPlace: null, about }];
  return [{ kind: 'linear', rule, total, parts, compare, about, ...(soft ? { soft } : {}) }];
}
