import type { Check, Figure } from '../model/index.ts';
import { agreeing, type Decide } from './judge.ts';
import { factKey, type Subject } from './subjects.ts';

/** What is carried over at the beginning of a year is what was carried forward at the end of the year before, fund by fund, code by code. */
export function carriedOver({ figure, title }: Subject, earlier: ReadonlyMap<string, Figure>, decide: Decide): Check[] {
  const { indicator, measure } = figure.fact;
  if (!indicator?.includes('年初') || measure !== '决算') return [];
  const fact = { ...figure.fact, indicator: indicator.replace('年初', '年末') };
  const closing = earlier.get(factKey({ ...figure, fact }));
  return closing ? [decide(agreeing(figure, closing, title))] : [];
}

/** A report that states an adjustment of what was carried over («年初余额调整») explains itself. */
export function isAdjusted(figures: readonly Figure[]): boolean {
  return figures.some(
    ({ label, amount }) => /年初[^，]{0,8}调整|调整[^，]{0,6}年初/.test(label) && amount.kind === 'money' && !amount.value.eq(0),
  );
}
