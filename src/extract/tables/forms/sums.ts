import type { Draft } from '../../narrative/topics.ts';

/** A total and what should make it up. */
export interface Sum {
  readonly rule: string;
  readonly total: Draft;
  readonly parts: readonly Draft[];
}

/** Sums of one direction count when the structure shows in at least one of them that is more than a single figure. */
export function plainOnes(sums: readonly Sum[]): readonly Sum[] {
  const exact = sums.filter(({ total, parts }) => parts.length > 1 && addsUp({ total, parts }) && !total.amount.value.eq(0));
  return exact.length * 2 >= sums.filter(({ parts }) => parts.length > 1).length ? (exact.length ? sums : []) : [];
}

export function addsUp({ total, parts }: Pick<Sum, 'total' | 'parts'>): boolean {
  return parts.reduce((sum, part) => sum.plus(part.amount.value), total.amount.value.times(0)).eq(total.amount.value);
}
