import { type Figure, groundsOf, type Reading, type Relation } from '../../model/index.ts';
import type { Facts } from '../facts.ts';
import { fairly } from '../fair.ts';

/** One fact, one value, wherever it is told: in several sections, in a chart, in a self-evaluation table. */
export function agreements(reading: Reading, facts: Facts): Relation[] {
  const relations: Relation[] = [];
  const charted = new Set<Figure>();
  for (const statement of reading.statements) {
    if (statement.kind !== 'same') continue;
    const rule = statement.source === 'chart' ? 'TIE-002' : 'TIE-001';
    relations.push(...fairly(statement, ({ figures, about }) => [{ kind: 'agree', rule, figures, about }]));
    if (statement.source === 'chart') for (const figure of statement.figures.slice(1)) charted.add(figure);
  }
  for (const group of facts.groups()) {
    const figures = group.filter(figure => !charted.has(figure) && !figure.derived);
    const sure = figures.filter(figure => !figure.grounds);
    if (sure.length > 1) relations.push({ kind: 'agree', rule: 'TIE-001', figures: sure, about: sure[0]!.label });
    // What is only inferred to be the same fact is held against it one by one, so that it puts no other in doubt.
    const [known = figures[0]!] = sure;
    for (const figure of figures) {
      if (!figure.grounds || figure === known) continue;
      const grounds = groundsOf(figure.grounds, known.grounds);
      relations.push({ kind: 'agree', rule: 'TIE-001', figures: [known, figure], about: known.label, ...grounds });
    }
  }
  return relations;
}
