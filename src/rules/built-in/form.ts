import type { Reading, Relation } from '../../model/index.ts';

/** Observations about form and completeness become checks as they are. */
export function formOf(reading: Reading): Relation[] {
  return reading.statements.flatMap((statement): Relation[] => {
    if (statement.kind !== 'remark') return [];
    const { rule, holds, place, printed, quote, section, expected, params, figures } = statement;
    return [
      {
        kind: 'form',
        rule,
        holds,
        place,
        printed,
        quote,
        section,
        expected: expected ?? null,
        params,
        figures,
        about: String(params.name ?? printed),
      },
    ];
  });
}
