import type { Big } from '../../../model/index.ts';
import type { Draft } from '../../narrative/topics.ts';
import type { FoundTable } from './completeness.ts';

/** How many amounts a table must have to speak for itself; smaller ones are read like all tables together. */
const FEW = 20;
/** Of numbers with two decimals one in ten ends in a zero; fewer with all their decimals than this were rounded by hand. */
const MOST = 0.8;

/**
 * Spreadsheets drop zeros at the end: 577.9 among amounts with two decimals is 577.90, and as exact as they are. Where most
 * amounts of a table have the same number of decimals, that is the last digit of those with fewer.
 */
export function restoreZeros(found: readonly FoundTable[]): void {
  const all = found.flatMap(one => one.drafts);
  // What all tables together tell, until one of them is mended.
  const usual = new Map<string, Big | undefined>();
  const together = (factor: Big | undefined) => {
    const key = String(factor);
    if (!usual.has(key))
      usual.set(key, usualStep(all.filter(({ amount }) => !factor || amount.factor === factor || amount.factor.eq(factor))));
    return usual.get(key);
  };
  for (const { drafts } of found) {
    // A table in 万元 beside tables in 元 is no less rounded for it.
    const factor = drafts.find(({ amount }) => amount.kind === 'money')?.amount.factor;
    const step = usualStep(drafts) ?? together(factor);
    if (!step) continue;
    for (const draft of drafts) {
      if (!draft.amount.step.gt(step) || draft.amount.value.eq(0)) continue;
      draft.amount = { ...draft.amount, step };
      usual.clear();
    }
  }
}

/** The last digit of most amounts; undefined where there is no such. */
function usualStep(drafts: readonly Draft[]): Big | undefined {
  const filled = drafts.filter(({ amount }) => !amount.value.eq(0));
  if (filled.length < FEW) return undefined;
  const counts: { readonly step: Big; times: number }[] = [];
  for (const { amount } of filled) {
    const same = counts.find(({ step }) => step === amount.step || step.eq(amount.step));
    if (same) same.times++;
    else counts.push({ step: amount.step, times: 1 });
  }
  return counts.find(({ times }) => times >= filled.length * MOST)?.step;
}
