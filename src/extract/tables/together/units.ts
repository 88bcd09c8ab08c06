import { amountOf, lookUp, type Remark, textAt } from '../../../model/index.ts';
import type { Draft } from '../../narrative/topics.ts';
import type { FoundTable } from './completeness.ts';
import { remarkOn } from './remark.ts';

const OTHER: Readonly<Record<string, string>> = { 万元: '元', 元: '万元' };
/** How many figures must speak for it before a unit is taken for wrong. */
const FEW = 3;

/**
 * A table whose unit is stated wrong (元 for 万元, or the other way round) differs from every other place by ten thousand. It is told
 * once, and the table is read in the unit that its figures are in.
 */
export function mendUnits(found: readonly FoundTable[], narrative: readonly Draft[]): Remark[] {
  const all = new Map<string, Draft[]>();
  /** Enters figures by what they state, and gives for each what else states it. */
  const enter = (drafts: readonly Draft[]) =>
    drafts.map(draft => {
      const key = keyOf(draft);
      if (key === null) return null;
      const same = all.get(key);
      if (same) same.push(draft);
      else all.set(key, [draft]);
      return same ?? all.get(key)!;
    });
  enter(narrative);
  const alike = found.map(({ drafts }) => enter(drafts));
  return found.flatMap((table, n) => {
    const unit = table.sheet.unit;
    const other = lookUp(OTHER, unit);
    if (!other || !table.drafts.length) return [];
    const own = new Set(table.drafts);
    const pairs = table.drafts.flatMap((draft, i) => {
      const value = alike[n]![i]?.findLast(one => !own.has(one))?.amount.value;
      return value && !value.eq(0) && !draft.amount.value.eq(0) ? [{ draft, value }] : [];
    });
    const off = pairs.filter(({ draft, value }) => isShifted(draft, value, other));
    if (off.length < FEW || off.length < pairs.length * 0.8) return [];
    for (const draft of table.drafts) draft.amount = amountOf(draft.printed.replace(/\s/g, ''), 'money', other) ?? draft.amount;
    const { block, section, title } = table.sheet;
    const text = table.sheet.caption ?? textAt(title, table.drafts[0]!.place);
    return [remarkOn('FRM-034', text, { block, section, expected: other }, { table: title, unit, expected: other })];
  });
}

function keyOf({ fact, amount }: Draft): string | null {
  if (!fact.indicator || amount.kind !== 'money') return null;
  return `${fact.indicator}|${fact.scope}|${fact.period}|${fact.measure}`;
}

/** Equal in the other unit, as far as the coarser of both is printed. */
function isShifted(draft: Draft, value: Big, unit: string): boolean {
  if (draft.amount.value.eq(value)) return false;
  const amount = amountOf(draft.printed.replace(/\s/g, ''), 'money', unit);
  if (!amount) return false;
  return amount.value
    .minus(value)
    .abs()
    .lte(amount.step.gt(100) ? amount.step : amount.step.times(0).plus(100));
}
