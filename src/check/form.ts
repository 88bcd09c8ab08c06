import type { Check, FormRelation } from '../model/index.ts';

/** Whoever observed it has already decided. */
export function decideForm(relation: FormRelation): Check {
  const verdict = relation.holds ? 'holds' : 'fails';
  return { relation, verdict, stated: null, computed: null, residual: null, slack: null, tail: null, missing: [] };
}
