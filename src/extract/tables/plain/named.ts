import { indicatorList } from '../../../domain/index.ts';
import { lookUp, type Measure, type Scope, type Unread } from '../../../model/index.ts';
import { indicatorNamed, scopeIn } from '../../labels.ts';
import type { Draft } from '../../narrative/topics.ts';
import { measureOf } from '../forms/aspect.ts';
import { isStranger, keyOf } from '../together/strangers.ts';
import type { Other, Row } from './listing.ts';

/** What the words of a row or a header say of figures, but for what these are of; null where they say anything else. */
interface Said {
  readonly scope: Scope | null;
  readonly period: number | null;
  readonly measure: Measure | null;
}

/** A figure of a table that is no statutory one, bound by the words of its row and its column. */
export interface Named {
  readonly draft: Draft;
  /** No word says whose money it is. */
  readonly open: boolean;
}

const ORDINAL = /^(?:其中：?)?(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十\d]+）|\d{1,2}[.、])*(?:其中：?)?/;
const UNIT = /（?(?:单位：)?(?:亿元|万元|元)）?$/;
const LAST_YEAR = /上年度?|上一年度?|去年/;
/** What says no more than that a figure is an amount of a year. */
const PLAIN =
  /20\d{2}年度?|本年度?|当年|上年度?|上一年度?|去年|年初预算|全年预算|调整后?预算|预算|决算|执行|实际|财政拨款|收入|支出|金额|总额|合计|小计|总计|数额?|^(?:项目|内容|名称)(?: |$)/g;
/** Tables about aims and how far they were met tell money of projects. */
const AIMS = /绩效|自评|评价|目标/;
const PURCHASES = '政府采购';
const WHOLE = /^(?:合计|总计)$/;
/** A name must be long enough to be no word of a list («服务», «会议费»). */
const SHORTEST = 4;

/**
 * Binds the figures of a table whose rows (or columns) name known items where its columns (or rows) plainly say 决算, 预算, which
 * year: the same facts told. All other figures stay unbound.
 */
export function bindNamed(other: Other, rows: readonly Row[], said: Scope | null, year: number | null, planned = false): Named[] {
  const { grid, head, title, section } = other;
  if (AIMS.test(`${title}${section}`)) return [];
  // In a budget every amount of its year is planned.
  const titled = /20\d{2}(?=年)/.exec(title)?.[0];
  const isOwn = planned && (titled === undefined || titled === String(year));
  const isPlanned = !isOwn && /预算/.test(withoutFunds(title)) && !/决算/.test(title);
  const whole = scopeIn(title)?.scope ?? said;
  const named: Named[] = [];
  for (const { words, cells } of rows) {
    for (const [col, draft] of cells) {
      if (draft.amount.kind !== 'money') continue;
      const headers = grid.above(head, col);
      const read = namedBy(words, headers, year, title) ?? namedBy(headers, words, year, title);
      if (!read || (isPlanned && !read.about.measure)) continue;
      const { indicator, about } = read;
      const scope = about.scope ?? whole;
      draft.fact = {
        indicator,
        scope: scope ?? lookUp(indicatorList, indicator)?.scope ?? '全部资金',
        period: about.period,
        measure: about.measure ?? '决算',
      };
      named.push({ draft, open: scope === null });
    }
  }
  return withoutTwice(named);
}

/** The item that the last of these words names, if all others say only of which year, budget or fund it is. */
function namedBy(
  own: readonly string[],
  others: readonly string[],
  year: number | null,
  title: string,
): { indicator: string; about: Said } | null {
  const name = (own.at(-1) ?? '').replace(ORDINAL, '').replace(UNIT, '');
  // «货物», «工程», «合计» of a table about purchases.
  const full = title.includes(PURCHASES) && !name.includes(PURCHASES) ? PURCHASES + name.replace(WHOLE, '') : name;
  const indicator = full.length < SHORTEST || name === '' ? null : indicatorNamed(full);
  const about = indicator && saidBy([...own.slice(0, -1), ...others], year);
  return about ? { indicator, about } : null;
}

const withoutFunds = (text: string) => text.replace(/(?:一般公共|公共|政府性基金|国有资本经营)预算/g, '');

function saidBy(texts: readonly string[], year: number | null): Said | null {
  const text = texts.map(one => one.replace(ORDINAL, '').replace(UNIT, '')).join(' ');
  const scoped = scopeIn(text);
  const bare = scoped ? text.slice(0, scoped.start) + text.slice(scoped.end) : text;
  if (bare.replace(PLAIN, '').trim() !== '') return null;
  const years = [...text.matchAll(/(20\d{2})年/g)].map(match => Number(match[1]));
  const period = years.length === 1 ? years[0]! : LAST_YEAR.test(text) && year !== null ? year - 1 : year;
  if (years.length > 1 || (LAST_YEAR.test(text) && year === null)) return null;
  return { scope: scoped?.scope ?? null, period, measure: /预算|决算|执行/.test(withoutFunds(text)) ? measureOf(texts) : null };
}

/** A fact that one table tells twice is no one fact: what tells the two apart was not read. */
function withoutTwice(named: readonly Named[]): Named[] {
  const counts = new Map<string, number>();
  for (const { draft } of named) counts.set(keyOf(draft), (counts.get(keyOf(draft)) ?? 0) + 1);
  return named.filter(({ draft }) => {
    const once = counts.get(keyOf(draft)) === 1;
    if (!once) unbind(draft);
    return once;
  });
}

function unbind(draft: Draft): void {
  draft.fact = { ...draft.fact, indicator: null };
}

/**
 * What no word tells is of the fund under which the report tells the same amount, else of all money. A table that agrees with
 * hardly anything is another body's.
 */
export function settleNamed(tables: readonly (readonly Named[])[], known: readonly Draft[]): void {
  if (tables.every(named => named.length === 0)) return;
  const told = new Map<string, Draft[]>();
  const itemOf = ({ fact }: Draft) => `${fact.indicator}|${fact.period}|${fact.measure}`;
  for (const draft of known) {
    if (!draft.fact.indicator) continue;
    const same = told.get(itemOf(draft));
    if (same) same.push(draft);
    else told.set(itemOf(draft), [draft]);
  }
  for (const named of tables) {
    for (const { draft, open } of named) {
      const same = open ? (told.get(itemOf(draft)) ?? []).filter(one => one.amount.value.eq(draft.amount.value)) : [];
      const [first] = same;
      if (first && !same.some(one => one.fact.scope === draft.fact.scope))
        draft.fact = { ...draft.fact, scope: first.fact.scope };
    }
    const drafts = named.map(one => one.draft);
    if (isStranger(drafts, known)) drafts.forEach(unbind);
  }
}

/** A table without sums that was checked by nothing and of which figures stay unbound: told once. */
export function unknownTable(rows: readonly Row[]): Unread[] {
  const first = rows.flatMap(row => [...row.cells.values()]).find(one => !one.fact.indicator);
  return first ? [{ place: first.place, printed: first.printed, why: 'extract.why.table-unknown' }] : [];
}
