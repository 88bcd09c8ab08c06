import type { Draft } from '../../narrative/topics.ts';
import type { FoundTable } from './completeness.ts';

/** Facts that must be compared before two tables of one kind are taken for those of two bodies. */
const FEW = 4;

/**
 * A report may hold one table several times: a copy of it (in the text and in a workbook), or that of another body or year. Copies
 * agree in most of their figures and must agree in all; a stranger agrees in few, so its figures state no facts of this report.
 */
export function setStrangersApart(found: readonly FoundTable[]): void {
  const firsts = new Map<string, readonly Draft[]>();
  for (const { sheet, drafts } of found) {
    const first = firsts.get(sheet.def.key);
    if (!first) {
      if (drafts.length) firsts.set(sheet.def.key, drafts);
      continue;
    }
    if (isStranger(drafts, first)) for (const draft of drafts) draft.fact = { ...draft.fact, indicator: null };
  }
}

/** Whether figures agree with hardly any of those that tell the same facts. */
export function isStranger(drafts: readonly Draft[], others: readonly Draft[]): boolean {
  const known = new Map(others.map(draft => [keyOf(draft), draft]));
  const pairs = drafts.flatMap(draft => {
    const twin = draft.fact.indicator ? known.get(keyOf(draft)) : undefined;
    return twin ? [twin.amount.value.eq(draft.amount.value)] : [];
  });
  return pairs.length >= FEW && pairs.filter(same => same).length * 2 < pairs.length;
}

export const keyOf = ({ fact }: Draft) => `${fact.indicator}|${fact.scope}|${fact.period}|${fact.measure}`;
