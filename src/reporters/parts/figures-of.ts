import type { Check, Figure, Term } from '../../model/index.ts';

/** The figures a relation speaks of, the stated side first. */
export function figuresOf({ relation }: Check): Figure[] {
  const of = (terms: readonly Term[]) => terms.map(term => term.figure);
  switch (relation.kind) {
    case 'linear':
      return [...of(relation.total), ...of(relation.parts)];
    case 'ratio':
      return [relation.rate, ...of(relation.part), ...of(relation.whole)];
    case 'order':
      return [...of(relation.left), ...('c' in relation.right ? [] : of(relation.right))];
    case 'implied':
      return [relation.total, ...relation.items].flatMap(({ outcome, rate, budget }) =>
        [outcome, rate, budget].filter(figure => figure !== null),
      );
    default:
      return [...relation.figures];
  }
}
