import { type Figure, type LinearRelation, plus } from '../model/index.ts';

/** Parts that are no more than their whole; `soft` where something else may count there, too. */
export function within(
  rule: string,
  whole: Figure,
  parts: readonly Figure[],
  said: Partial<Pick<LinearRelation, 'about' | 'soft'>> = {},
): LinearRelation {
  return { kind: 'linear', rule, total: [plus(whole)], parts: parts.map(plus), compare: '>=', about: whole.label, ...said };
}
