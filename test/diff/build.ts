import { decide } from '../../src/check/index.ts';
import { type Decide, diff } from '../../src/diff/index.ts';
import {
  type Address,
  type Audit,
  amountOf,
  type Diff,
  type Fact,
  type Figure,
  type Statement,
  type YearDiff,
} from '../../src/model/index.ts';
import { sampleAudit } from '../reporters/sample.ts';

/** Small reports put together by hand: `level('614.56', '收支总计')`. */
let count = 0;

export function figure(
  printed: string,
  fact: Partial<Fact>,
  more: { label?: string; section?: string; unit?: string; at?: Address } = {},
): Figure {
  count += 1;
  const { label = fact.indicator ?? '', section = '二、收支情况', unit = '万元', at } = more;
  const kind = unit === '%' ? 'percent' : unit.endsWith('元') ? 'money' : 'count';
  return {
    id: `f${count}`,
    printed,
    amount: amountOf(printed, kind, unit)!,
    place: { file: '报告.txt', line: count, column: 1, length: printed.length },
    label,
    section,
    quote: `${label}${printed}${unit}`,
    fact: { indicator: null, scope: '全部资金', period: null, measure: '决算', ...fact },
    ...(at ? { at } : {}),
  };
}

export function level(
  printed: string,
  indicator: string,
  fact: Partial<Fact> = {},
  more: Parameters<typeof figure>[2] = {},
): Figure {
  return figure(printed, { indicator, ...fact }, more);
}

/** «与上年相比，减少 d，下降 p%» said of a figure. */
export function stating(current: Figure, direction: 1 | -1 | 0, change?: string, rate?: string, previous?: Figure): Statement {
  const { indicator, scope } = current.fact;
  const made =
    change === undefined ? null : figure(change, { indicator, scope, measure: '增减额' }, { unit: current.amount.unit });
  const grown = rate === undefined ? null : figure(rate, { indicator, scope, measure: '增减率' }, { unit: '%' });
  return {
    kind: 'change',
    source: 'narrative',
    current,
    previous: previous ?? null,
    change: made,
    rate: grown,
    direction,
    rateDirection: direction,
    base: 'year',
    word: null,
  };
}

export function report(year: number | null, figures: readonly Figure[], statements: readonly Statement[] = []): Audit {
  const told = statements.flatMap(one => (one.kind === 'change' ? [one.change, one.rate].filter(part => part !== null) : []));
  return { ...sampleAudit(), file: `${year}.txt`, year, figures: [...figures, ...told], statements, findings: [], checks: [] };
}

export const judge: Decide = decide;
export function compare(before: Audit | null, after: Audit): Diff {
  return diff(before, after, judge);
}

export function years(before: Audit | null, after: Audit): YearDiff {
  const result = compare(before, after);
  if (result.kind !== 'years') throw new Error('two years expected');
  return result;
}
