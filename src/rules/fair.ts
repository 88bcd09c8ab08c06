import { figuresOf, groundsOf, type Relation, type Statement } from '../model/index.ts';

/**
 * The relations of a statement in each of its fair readings, side by side: a relation of the first reading carries its counterparts in
 * the others (the nth of its rule and kind), or null where another reading does not claim it. What was inferred goes along.
 */
export function fairly<S extends Statement>(statement: S, build: (one: S) => readonly Relation[]): Relation[] {
  const { alternatives, grounds, together } = statement;
  const first = build(statement);
  if (!alternatives && !grounds && !together) return [...first];
  const others = (alternatives ?? []).map(({ reading }) => (reading.kind === statement.kind ? build(reading as S) : []));
  const own = first.flatMap(relation => figuresOf(relation).map(({ id }) => id)).join(' ');
  return first.map((relation, i): Relation => {
    const isAlike = (other: Relation) => other.rule === relation.rule && other.kind === relation.kind;
    const nth = first.slice(0, i).filter(isAlike).length;
    return {
      ...relation,
      ...groundsOf(relation.grounds, grounds),
      ...(alternatives?.length
        ? {
            alternatives: alternatives.map(({ as, words }, j) => ({
              as,
              words,
              reading: others[j]!.filter(isAlike)[nth] ?? null,
            })),
          }
        : {}),
      ...(together
        ? { together: { key: together, judged: true } }
        : alternatives
          ? relation.together
            ? {}
            : { together: { key: own, judged: false } }
          : {}),
    };
  });
}
