import type { Figure, Reading, Relation } from '../../model/index.ts';
import type { Facts } from '../facts.ts';

/** One fact, one value, wherever it is told: in several sections, in a chart, in a self-evaluation table. */
export function agreements(reading: Reading, facts: Facts): Relation[] {
  const relations: Relation[] = [];
  const charted = new Set<Figure>();
  for (const statement of reading.statements) {
    if (statement.kind !== 'same') continue;
    relations.push({
      kind: 'agree',
      rule: statement.source === 'chart' ? 'TIE-002' : 'TIE-001',
      figures: statement.figures,
      about: statement.about,
    });
    if (statement.source === 'chart') for (const figure of statement.figures.slice(1)) charted.add(figure);
  }
  for (const group of facts.groups()) {
    const figures = group.filter(figure => !charted.has(figure) && !figure.derived);
    if (figures.length > 1) relations.push({ kind: 'agree', rule: 'TIE-001', figures, about: figures[0]!.label });
  }
  return relations;
}
