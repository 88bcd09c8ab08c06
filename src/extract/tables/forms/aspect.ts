import { statutory } from '../../../domain/index.ts';
import type { Measure } from '../../../model/index.ts';

/**
 * In what respect a column (or a row) tells its amounts: of which year, outcome or budget, what they changed by, or a rate.
 * `suffix`: what sets it apart from this year's outcome; '' for that itself.
 */
export interface Aspect {
  readonly measure: Measure;
  readonly period: number | null;
  readonly isRate: boolean;
  /** The unit that its own header states. */
  readonly unit?: string;
  readonly suffix: string;
  /** Last year's, where nobody knows of which year the report is: it cannot be told from this year's by its year. */
  readonly undated?: true;
}

// The plain word 预算 comes last: it is part of the others.
const measures = (Object.entries(statutory.measures) as [Measure, readonly string[]][]).map(([measure, words]) => ({
  measure,
  words,
}));

/**
 * Which measure headers speak of: 年初预算, 全年预算, 预算数 or (also when they say nothing) 决算. `level`: what the table's own amounts are;
 * in a budget every budget is one.
 */
export function measureOf(headers: readonly string[], level: Measure = '决算'): Measure {
  for (const header of [...headers].reverse()) {
    const text = header.replace(/(?:一般公共|公共|政府性基金|国有资本经营)预算/g, '');
    const found = measures.find(one => one.words.some(word => text.includes(word)));
    if (found) return found.measure !== '决算' && level === '预算' ? level : found.measure;
  }
  return level;
}

const YEARS = /(20\d{2})(?=年|$)/g;
/** Last year's; not what was carried over from it. */
export const LAST_YEAR = /(?:上年|去年|上一年)(?!度?末?(?:财政拨款|基本支出|项目支出)?(?:结转|结余|余额))/;
/** What a year began with is what the last one ended with. */
const BEGINNING = /(?:年初|期初)(?:数|余额|金额|价值|净值|原值)?$/;
export const CHANGE = /增\/?减|变动|增加|增长|差额|升降|(?:比|较|与)(?:上年|去年|上一年)/;
export const RATE = /[%％]|率|比例|占比|比重|幅度/;
export const COMPLETION = /执行率|完成率|完成.{0,4}预算|预算完成|预算执行/;
export const SHARE = /占|比重/;

/** `year`: the year of the report; `level`: what the table's own amounts are. */
export function aspectOf(headers: readonly string[], year: number | null, level: Measure = '决算'): Aspect {
  const text = headers.join('');
  const years = headers.flatMap(header => [...header.matchAll(YEARS)].map(match => Number(match[1])));
  const isRate = RATE.test(text);
  if (CHANGE.test(text)) {
    const measure = isRate ? '增减率' : '增减额';
    return { measure, period: year, isRate, suffix: `@${measure}`, ...unitOf(text) };
  }
  if (isRate) {
    const measure = COMPLETION.test(text) ? '完成率' : '占比';
    return { measure, period: year, isRate, suffix: `@${measure}` };
  }
  const said = new Set(years).size === 1 ? years[0]! : null;
  const isBegin = BEGINNING.test(headers.at(-1) ?? '');
  const isLast = isBegin || (said === null ? LAST_YEAR.test(text) : year !== null && said === year - 1);
  const period = isLast ? year && year - 1 : (said ?? year);
  const when = isLast ? '@上年' : period !== year ? `@${period}` : '';
  const measure = measureOf(headers, level);
  const undated = isLast && year === null ? ({ undated: true } as const) : {};
  const suffix = (measure === level ? '' : `@${measure}`) + when;
  return { measure, period, isRate, suffix, ...unitOf(text), ...undated };
}

const UNIT = /（(?:单位：)?(?<unit>百万元|千万元|万元|亿元|千元|百元|元)）/;

function unitOf(text: string): { readonly unit?: string } {
  const unit = UNIT.exec(text)?.groups?.unit;
  return unit ? { unit } : {};
}

/** What changed or a share of it: no level that adds up with others. */
export const isLevel = ({ measure }: { readonly measure: Measure }): boolean => !NO_LEVEL.has(measure);

const NO_LEVEL: ReadonlySet<Measure> = new Set(['增减额', '增减率', '占比', '完成率']);
