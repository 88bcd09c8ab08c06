import type { Big, ChangeStatement, CompletionStatement, Figure, ShareStatement } from '../../../model/index.ts';
import { measureOf } from '../forms/columns.ts';

/** A column of figures and the words above it. */
interface Headed {
  readonly key: string | number;
  readonly headers: readonly string[];
}

/** A row: its figures by column. */
interface Compared {
  readonly at: (key: Headed['key']) => Figure | undefined;
  readonly isTotal: boolean;
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
const YEAR_ALONE = /^20\d{2}年度?$/;
const OUTCOME = /决算|本年|金额|支出|收入|执行|当年/;

const wordsOf = ({ headers }: Headed) => headers.join('');

/** Null where not exactly one column is this year's and one last year's. */
function comparisonOf(columns: readonly Headed[], year: number | null): Comparison | null {
  const changes = columns.filter(one => CHANGE.test(wordsOf(one)));
  const years = (one: Headed) => [...wordsOf(one).matchAll(/(20\d{2})年/g)].map(match => Number(match[1]));
  const levels = columns.filter(one => !changes.includes(one) && !RATE.test(wordsOf(one)) && !/预算数|年初/.test(wordsOf(one)));
  const isBefore = (one: Headed) => BEFORE.test(wordsOf(one)) || (year !== null && years(one).join() === String(year - 1));
  const isNow = (one: Headed) =>
    !isBefore(one) &&
    (OUTCOME.test(wordsOf(one)) || YEAR_ALONE.test(wordsOf(one))) &&
    years(one).every(said => year === null || said === year);
  const now = levels.filter(isNow);
  const current = now.length === 1 ? now[0] : now.find(one => /^(?:合计|小计)$/.test(one.headers.at(-1) ?? ''));
  const [previous, other] = levels.filter(isBefore);
  const [change, more] = changes.filter(one => !RATE.test(wordsOf(one)));
  const rate = changes.find(one => RATE.test(wordsOf(one)));
  if (!current || !previous || other || more || (!change && !rate)) return null;
  return { current, previous, change, rate };
}

/**
 * What columns of a table say of one another: changes against last year, rates of completion, shares of the total. Only where the
 * columns are plain and at least half of the rows bear it out.
 */
export function comparedIn(
  columns: readonly Headed[],
  rows: readonly Compared[],
  year: number | null,
): (ChangeStatement | CompletionStatement | ShareStatement)[] {
  const own = columns.filter(({ key }) => rows.some(({ at }) => at(key)));
  return [...changesIn(own, rows, year), ...completionsIn(own, rows), ...sharesIn(own, rows)];
}

/** Whether a rate is that of two amounts, to its last digit. */
function fits(rate: Figure, part: Big, whole: Big): boolean {
  return part.times(100).div(whole).minus(rate.amount.value).abs().lte(rate.amount.step);
}

/** A decrease may be printed with its sign or without. */
function changesIn(columns: readonly Headed[], rows: readonly Compared[], year: number | null): ChangeStatement[] {
  const found = comparisonOf(columns, year);
  if (!found) return [];
  const statements: ChangeStatement[] = [];
  let borne = 0;
  for (const { at } of rows) {
    const [current, previous] = [at(found.current.key), at(found.previous.key)];
    const change = found.change && at(found.change.key);
    const rate = found.rate && at(found.rate.key);
    if (!current || !previous || previous.amount.value.lte(0) || current.amount.kind !== 'money') continue;
    const grown = current.amount.value.minus(previous.amount.value);
    const common = { kind: 'change', source: 'table', current, previous, rateDirection: null, base: 'year', word: null } as const;
    const direction = (one: Figure) => (grown.lt(0) && one.amount.value.gt(0) ? -1 : 1);
    if (change) {
      if (change.amount.value.abs().eq(grown.abs())) borne++;
      statements.push({ ...common, change, rate: null, direction: direction(change) });
    }
    if (rate) {
      if (fits(rate, direction(rate) === -1 ? grown.abs() : grown, previous.amount.value)) borne++;
      statements.push({ ...common, change: null, rate, direction: direction(rate) });
    }
  }
  return borne * 2 >= statements.length ? statements : [];
}

const COMPLETION = /执行率|完成率|完成.{0,4}预算|预算完成/;
const SHARE = /占|比重/;

/** «预算数 | 决算数 | 执行率»: of the only budget, or of that which the rate names. */
function completionsIn(columns: readonly Headed[], rows: readonly Compared[]): CompletionStatement[] {
  const [rated, more] = columns.filter(one => COMPLETION.test(wordsOf(one)));
  const levels = columns.filter(one => !RATE.test(wordsOf(one)) && !CHANGE.test(wordsOf(one)) && !BEFORE.test(wordsOf(one)));
  const isBudget = ({ headers }: Headed) => measureOf(headers) !== '决算';
  const budgets = levels.filter(isBudget);
  const [outcome, other] = levels.filter(one => !isBudget(one) && /决算|执行|支出数/.test(wordsOf(one)));
  const budget =
    budgets.length === 1 ? budgets[0] : budgets.find(one => rated && measureOf(one.headers) === measureOf(rated.headers));
  if (!rated || more || !outcome || other || !budget) return [];
  const unsaid = { order: null, orderWord: null, orderPlace: null, carry: null, loose: false } as const;
  const statements = rows.flatMap(({ at }): CompletionStatement[] => {
    const [of, against, rate] = [at(outcome.key), at(budget.key), at(rated.key)];
    if (!of || !rate || !against?.amount.value.gt(0)) return [];
    return [{ kind: 'completion', source: 'table', outcome: of, budget: against, rate, ...unsaid }];
  });
  const borne = statements.filter(one => fits(one.rate!, one.outcome.amount.value, one.budget!.amount.value));
  return borne.length * 2 >= statements.length ? statements : [];
}

/** «金额 | 占比»: of the total of the only amount. */
function sharesIn(columns: readonly Headed[], rows: readonly Compared[]): ShareStatement[] {
  const [shared, more] = columns.filter(one => RATE.test(wordsOf(one)) && SHARE.test(wordsOf(one)));
  const [level, other] = columns.filter(one => one !== shared && OUTCOME.test(wordsOf(one)) && !RATE.test(wordsOf(one)));
  const totals = rows.filter(row => row.isTotal);
  const whole = level && totals.length === 1 ? totals[0]!.at(level.key) : undefined;
  if (!shared || more || !level || other || !whole?.amount.value.gt(0)) return [];
  const statements = rows.flatMap(({ at }): ShareStatement[] => {
    const [part, rate] = [at(level.key), at(shared.key)];
    return part && rate ? [{ kind: 'share', source: 'table', rate, part, whole, base: null, list: null }] : [];
  });
  const borne = statements.filter(({ rate, part }) => fits(rate, part.amount.value, whole.amount.value));
  return borne.length * 2 >= statements.length ? statements : [];
}
