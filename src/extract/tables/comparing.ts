import type { ChangeStatement, Figure } from '../../model/index.ts';

/** A column of figures and the words above it. */
interface Headed {
  readonly key: string | number;
  readonly headers: readonly string[];
}

/** Columns that set a year beside the one before: both amounts, and their difference or its rate. */
interface Comparison {
  readonly current: Headed;
  readonly previous: Headed;
  readonly change: Headed | undefined;
  readonly rate: Headed | undefined;
}

const CHANGE = /增减|变动|增加|增长|差额|升降|比上年|较上年|与上年/;
const RATE = /[%％]|率|幅度|比例/;
const BEFORE = /上年|去年|上一年/;
const OUTCOME = /决算|本年|金额|支出|收入|执行|当年/;

/** Null where not exactly one column is this year's and one last year's. */
function comparisonOf(columns: readonly Headed[], year: number | null): Comparison | null {
  const text = ({ headers }: Headed) => headers.join('');
  const changes = columns.filter(one => CHANGE.test(text(one)));
  const years = (one: Headed) => [...text(one).matchAll(/(20\d{2})年/g)].map(match => Number(match[1]));
  const levels = columns.filter(one => !changes.includes(one) && !RATE.test(text(one)) && !/预算数|年初/.test(text(one)));
  const isBefore = (one: Headed) => BEFORE.test(text(one)) || (year !== null && years(one).join() === String(year - 1));
  const isNow = (one: Headed) =>
    !isBefore(one) && OUTCOME.test(text(one)) && years(one).every(said => year === null || said === year);
  const now = levels.filter(isNow);
  const current = now.length === 1 ? now[0] : now.find(one => /^(?:合计|小计)$/.test(one.headers.at(-1) ?? ''));
  const [previous, other] = levels.filter(isBefore);
  const [change, more] = changes.filter(one => !RATE.test(text(one)));
  const rate = changes.find(one => RATE.test(text(one)));
  if (!current || !previous || other || more || (!change && !rate)) return null;
  return { current, previous, change, rate };
}

/**
 * What rows say about a change against last year, where the columns are plain and at least half of the rows bear it out. A decrease
 * may be printed with its sign or without.
 */
export function changesIn(
  columns: readonly Headed[],
  rows: readonly ((key: Headed['key']) => Figure | undefined)[],
  year: number | null,
): ChangeStatement[] {
  const found = comparisonOf(columns, year);
  if (!found) return [];
  const statements: ChangeStatement[] = [];
  let borne = 0;
  let told = 0;
  for (const at of rows) {
    const [current, previous] = [at(found.current.key), at(found.previous.key)];
    const change = found.change && at(found.change.key);
    const rate = found.rate && at(found.rate.key);
    if (!current || !previous || previous.amount.value.lte(0) || current.amount.kind !== 'money') continue;
    const grown = current.amount.value.minus(previous.amount.value);
    const common = { kind: 'change', source: 'table', current, previous, rateDirection: null, base: 'year', word: null } as const;
    const direction = (one: Figure) => (grown.lt(0) && one.amount.value.gt(0) ? -1 : 1);
    if (change) {
      told++;
      if (change.amount.value.abs().eq(grown.abs())) borne++;
      statements.push({ ...common, change, rate: null, direction: direction(change) });
    }
    if (rate) {
      told++;
      const exact = grown.abs().times(100).div(previous.amount.value);
      if (exact.minus(rate.amount.value.abs()).abs().lte(rate.amount.step)) borne++;
      statements.push({ ...common, change: null, rate, direction: direction(rate) });
    }
  }
  return borne * 2 >= told ? statements : [];
}
