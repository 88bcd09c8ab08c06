import type { Big, ChangeStatement, CompletionStatement, Figure, ShareStatement } from '../../../model/index.ts';
import { CHANGE, COMPLETION, LAST_YEAR, measureOf, RATE, SHARE } from '../forms/aspect.ts';
import { baseOf } from '../forms/columns.ts';
import type { Line } from '../forms/sheet.ts';

type Key = string | number;

/** A column of figures and the words above it. */
interface Headed {
  readonly key: Key;
  readonly headers: readonly string[];
}

/** A row: its figures by column. */
interface Compared {
  readonly at: (key: Key) => Figure | undefined;
  readonly isTotal: boolean;
}

/** Columns that set a year beside the one before: both amounts, and their difference or its rate. */
interface Comparison {
  readonly current: Key;
  readonly previous: Key;
  readonly change: Key | undefined;
  readonly rate: Key | undefined;
}

const YEAR_ALONE = /^20\d{2}年度?$/;
const OUTCOME = /决算|本年|金额|支出|收入|执行|当年/;

const wordsOf = ({ headers }: Headed) => headers.join('');

/** Null where not exactly one column is this year's and one last year's. */
function comparisonOf(columns: readonly Headed[], year: number | null): Comparison | null {
  const changes = columns.filter(one => CHANGE.test(wordsOf(one)));
  const years = (one: Headed) => [...wordsOf(one).matchAll(/(20\d{2})年/g)].map(match => Number(match[1]));
  const levels = columns.filter(one => !changes.includes(one) && !RATE.test(wordsOf(one)) && !/预算数|年初/.test(wordsOf(one)));
  const isBefore = (one: Headed) => LAST_YEAR.test(wordsOf(one)) || (year !== null && years(one).join() === String(year - 1));
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
  return { current: current.key, previous: previous.key, change: change?.key, rate: rate?.key };
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
  const changes = comparisonOf(own, year);
  const completion = completionOf(own);
  const share = shareOf(own);
  return [
    ...(changes ? changesIn(changes, rows) : []),
    ...(completion ? completionsIn(completion, rows) : []),
    ...(share ? sharesIn(share, rows) : []),
  ];
}

/** The same of a form's lines, whose amounts are kept by what sets them apart: «sum», «sum@上年», «sum@增减额» … */
export function comparedLines(lines: readonly Line[]): (ChangeStatement | CompletionStatement | ShareStatement)[] {
  const keys = new Set(lines.flatMap(line => [...line.figures.keys()]));
  const rows = lines.map(({ figures, role }) => ({
    at: (key: Key) => figures.get(String(key)),
    isTotal: role === 'total',
  }));
  return [...new Set([...keys].map(baseOf))].flatMap(base => {
    const has = (suffix: string) => (keys.has(base + suffix) ? base + suffix : undefined);
    // In a budget last year's execution, or its budget where the table's own amounts are of another measure.
    const previous = has('@上年') ?? has('@决算@上年') ?? has('@预算@上年');
    const [change, rate] = [has('@增减额'), has('@增减率')];
    const budgets = ['@年初预算', '@全年预算', '@预算'].flatMap(suffix => has(suffix) ?? []);
    const [rated, shared] = [has('@完成率'), has('@占比')];
    return [
      ...(previous && (change || rate) ? changesIn({ current: base, previous, change, rate }, rows) : []),
      ...(rated && budgets.length === 1 ? completionsIn({ outcome: base, budget: budgets[0]!, rated }, rows) : []),
      ...(shared ? sharesIn({ level: base, shared }, rows) : []),
    ];
  });
}

/** Whether a rate is that of two amounts, to its last digit. */
function fits(rate: Figure, part: Big, whole: Big): boolean {
  return part.times(100).div(whole).minus(rate.amount.value).abs().lte(rate.amount.step);
}

/** Of so many decreases with their sign, one without has lost it. */
const MANY_SIGNED = 2;

/** Whether a column prints decreases with their sign, all but one. */
function isSigned(key: Key | undefined, { current, previous }: Comparison, rows: readonly Compared[]): boolean {
  const fallen = rows.flatMap(({ at }) => {
    const [one, now, before] = [key === undefined ? undefined : at(key), at(current), at(previous)];
    return one && now && before?.amount.value.gt(now.amount.value) ? [one] : [];
  });
  const signed = fallen.filter(one => one.amount.value.lt(0)).length;
  return signed >= MANY_SIGNED && fallen.length - signed <= 1;
}

/** A decrease may be printed with its sign or without, as the column has it. */
function changesIn(found: Comparison, rows: readonly Compared[]): ChangeStatement[] {
  const signed = new Map([found.change, found.rate].map(key => [key, isSigned(key, found, rows)]));
  const statements: ChangeStatement[] = [];
  let borne = 0;
  for (const { at } of rows) {
    const [current, previous] = [at(found.current), at(found.previous)];
    const change = found.change === undefined ? undefined : at(found.change);
    const rate = found.rate === undefined ? undefined : at(found.rate);
    if (!current || !previous || previous.amount.value.lt(0) || current.amount.kind !== 'money') continue;
    const grown = current.amount.value.minus(previous.amount.value);
    const common = { kind: 'change', source: 'table', current, previous, rateDirection: null, base: 'year', word: null } as const;
    const direction = (one: Figure, key: Key) => (grown.lt(0) && one.amount.value.gt(0) && !signed.get(key) ? -1 : 1);
    if (change) {
      if (change.amount.value.abs().eq(grown.abs())) borne++;
      statements.push({ ...common, change, rate: null, direction: direction(change, found.change!) });
    }
    if (rate && previous.amount.value.gt(0)) {
      if (fits(rate, direction(rate, found.rate!) === -1 ? grown.abs() : grown, previous.amount.value)) borne++;
      statements.push({ ...common, change: null, rate, direction: direction(rate, found.rate!) });
    }
  }
  return borne * 2 >= statements.length ? statements : [];
}

interface Completion {
  readonly outcome: Key;
  readonly budget: Key;
  readonly rated: Key;
}

/** «预算数 | 决算数 | 执行率»: of the only budget, or of that which the rate names. */
function completionOf(columns: readonly Headed[]): Completion | null {
  const [rated, more] = columns.filter(one => COMPLETION.test(wordsOf(one)));
  const levels = columns.filter(one => !RATE.test(wordsOf(one)) && !CHANGE.test(wordsOf(one)) && !LAST_YEAR.test(wordsOf(one)));
  const isBudget = ({ headers }: Headed) => measureOf(headers) !== '决算';
  const budgets = levels.filter(isBudget);
  const [outcome, other] = levels.filter(one => !isBudget(one) && /决算|执行|支出数/.test(wordsOf(one)));
  const budget =
    budgets.length === 1 ? budgets[0] : budgets.find(one => rated && measureOf(one.headers) === measureOf(rated.headers));
  if (!rated || more || !outcome || other || !budget) return null;
  return { outcome: outcome.key, budget: budget.key, rated: rated.key };
}

function completionsIn({ outcome, budget, rated }: Completion, rows: readonly Compared[]): CompletionStatement[] {
  const unsaid = { order: null, orderWord: null, orderPlace: null, carry: null, loose: false } as const;
  const statements = rows.flatMap(({ at }): CompletionStatement[] => {
    const [of, against, rate] = [at(outcome), at(budget), at(rated)];
    if (!of || !rate || !against?.amount.value.gt(0)) return [];
    return [{ kind: 'completion', source: 'table', outcome: of, budget: against, rate, ...unsaid }];
  });
  const borne = statements.filter(one => fits(one.rate!, one.outcome.amount.value, one.budget!.amount.value));
  return borne.length * 2 >= statements.length ? statements : [];
}

interface Share {
  readonly level: Key;
  readonly shared: Key;
}

/** «金额 | 占比»: of the total of the only amount. */
function shareOf(columns: readonly Headed[]): Share | null {
  const [shared, more] = columns.filter(one => RATE.test(wordsOf(one)) && SHARE.test(wordsOf(one)));
  const [level, other] = columns.filter(one => one !== shared && OUTCOME.test(wordsOf(one)) && !RATE.test(wordsOf(one)));
  return !shared || more || !level || other ? null : { level: level.key, shared: shared.key };
}

function sharesIn({ level, shared }: Share, rows: readonly Compared[]): ShareStatement[] {
  const totals = rows.filter(row => row.isTotal);
  const whole = totals.length === 1 ? totals[0]!.at(level) : undefined;
  if (!whole?.amount.value.gt(0)) return [];
  const statements = rows.flatMap(({ at }): ShareStatement[] => {
    const [part, rate] = [at(level), at(shared)];
    return part && rate ? [{ kind: 'share', source: 'table', rate, part, whole, base: null, list: null }] : [];
  });
  const borne = statements.filter(({ rate, part }) => fits(rate, part.amount.value, whole.amount.value));
  return borne.length * 2 >= statements.length ? statements : [];
}
