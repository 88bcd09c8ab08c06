import {
  type Amount,
  Big,
  type Change,
  decimalsOf,
  type Edit,
  type Figure,
  type Level,
  type YearDiff,
} from '../../model/index.ts';
import { tidy } from '../parts/clean.ts';
import { placeWords } from '../parts/places.ts';
import { type Lang, say } from '../parts/words/index.ts';

/** How the two sides of a change are written: in the later report's unit, each with its own decimals. */
export interface Written {
  readonly before: string;
  readonly after: string;
  readonly difference: string;
  readonly rate: string;
  readonly unit: string;
}

export function written(change: Change): Written {
  const { before, after, difference, rate } = change;
  const like = (after ?? before)!.amount;
  const decimals = Math.max(...[before, after].map(level => (level ? decimalsIn(level.amount, like.factor) : 0)));
  const least = Math.min(decimalsOf(like), decimals);
  return {
    before: before ? trimmed(number(before, like), least) : '',
    after: after ? number(after, like) : '',
    difference: difference ? signed(trimmed(difference.div(like.factor).toFixed(decimals), least)) : '',
    rate: rate && like.kind !== 'percent' ? `${signed(rate.round(1, Big.roundHalfUp).toFixed(1))}%` : '',
    unit: like.kind === 'percent' ? '%' : like.unit,
  };
}

function number({ value, amount }: Level, like: Amount): string {
  return value.div(like.factor).toFixed(decimalsIn(amount, like.factor));
}

function decimalsIn(amount: Amount, factor: Big): number {
  return Math.max(0, factor.e - amount.step.e, amount.factor.eq(factor) ? decimalsOf(amount) : 0);
}

/** Without the zeros that only another unit brought along: 608.5200 万元 for 6085200 元. */
function trimmed(text: string, least: number): string {
  const [whole = '', decimals = ''] = text.split('.');
  const kept = decimals.slice(0, least) + decimals.slice(least).replace(/(?<!0)0+$/, '');
  return kept === '' ? whole : `${whole}.${kept}`;
}

/** With its sign: the hyphen, since spreadsheets read no real minus as part of a number. */
function signed(text: string): string {
  if (!/[1-9]/.test(text)) return text.replace('-', '');
  return text.startsWith('-') ? text : `+${text}`;
}

/** «减少 105.00 万元，下降 13%», as the later report says it; '' where it says nothing. */
export function statedWords({ stated, after }: Change, lang: Lang): string {
  const year = after?.figures[0]?.fact.period;
  const seen = stated.map(({ direction, change, rate, previous }) => {
    if (direction === 0) return say(lang, 'diff.stated.same');
    // Where the sign is printed («增加 −58.86»), the word says nothing.
    const negative = [change, rate].some(figure => figure?.amount.value.lt(0));
    const way = direction === null || negative ? 'open' : direction > 0 ? 'up' : 'down';
    const parts = [
      change ? say(lang, `diff.stated.${way}`, { printed: withUnit(change) }) : '',
      rate ? say(lang, `diff.stated.rate-${way}`, { printed: withUnit(rate) }) : '',
      previous
        ? say(lang, `diff.stated.${isPlanned(previous, year) ? 'planned' : 'previous'}`, { printed: withUnit(previous) })
        : '',
    ];
    return parts.filter(Boolean).join(lang === 'zh' ? '，' : ', ');
  });
  return [...new Set(seen)].filter(Boolean).join(lang === 'zh' ? '；' : '; ');
}

/** The budget of the year itself, as its final accounts tell it. */
function isPlanned({ fact }: Figure, year: number | null | undefined): boolean {
  return fact.measure === '年初预算' || (fact.measure === '预算' && fact.period === year);
}

export function withUnit({ printed, amount }: Figure): string {
  const text = tidy(printed);
  const gap = /^[A-Za-z%％‰]/.test(amount.unit) || amount.unit === '' ? '' : ' ';
  return amount.unit !== '' && text.endsWith(amount.unit) ? text : `${text}${gap}${amount.unit}`;
}

/** The name of a fact with its scope and measure, where they do not go without saying. */
export function factName({ name, scope, measure, code, indicator }: Change): string {
  const flow = /^功能([^/]+)\//.exec(indicator ?? '')?.[1] ?? '';
  const more = [
    flow,
    scope === null || scope === '全部资金' || name.includes(scope) ? '' : scope,
    measure === '决算' || measure === '数量' ? '' : (measure ?? ''),
  ];
  const words = more.filter(Boolean).join('，');
  return tidy(`${code !== null && !name.startsWith(code) ? `${code} ` : ''}${name}${words === '' ? '' : `（${words}）`}`);
}

/** What became of the subject, in words; '' where it simply went on. */
export function kinWords({ kinship, formerly }: Change, lang: Lang): string {
  if (kinship === 'same' || kinship === 'lone') return '';
  const key = formerly.length > 0 ? `diff.kin.${kinship}-from` : `diff.kin.${kinship}`;
  return say(lang, key, { names: formerly.map(tidy) });
}

/** Where what the later report tells of a fact stands, and how often it is told again. */
export function alsoWords({ after, stated }: Change, lang: Lang): string {
  const [first] = stated.flatMap(({ change, rate, previous }) => change ?? rate ?? previous ?? []);
  const others = (after?.figures.length ?? 1) - 1;
  const place = placeWords((first ?? after?.figures[0])?.place ?? {}, lang);
  if (place === '') return '';
  return say(lang, others > 0 ? 'diff.seen-also' : 'diff.seen', { place, count: others });
}

/** What a change is shown under: its table, or its heading without that of the whole part. */
export function sectionOf({ section, table }: { readonly section: string; readonly table?: string | null }, lang: Lang): string {
  const [first = '', second] = section.split(' › ').filter(Boolean);
  return tidy(table ?? (/^第.{1,3}部分/.test(first) ? (second ?? first) : first)) || say(lang, 'list.elsewhere');
}

/** Without facts that only repeat another one of their name: the same numbers in another scope or column. */
export function withoutTwins(changes: readonly Change[], lang: Lang): Change[] {
  const seen = new Set<string>();
  return changes.filter(change => {
    const { name, code, measure, kinship, before, after, stated, indicator } = change;
    if (stated.length > 0 || !indicator?.includes('/')) return true;
    const key = [
      sectionOf(change, lang),
      indicator.split('/').slice(1).join('/'),
      name,
      code,
      measure,
      kinship,
      before?.value,
      after?.value,
    ].join('|');
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** «2020 年» or, where the year is not known, the file. */
export function yearWords(diff: YearDiff, side: 'before' | 'after', lang: Lang): string {
  const audit = diff[side];
  const year = audit?.year ?? (side === 'before' && diff.after.year !== null ? diff.after.year - 1 : null);
  if (year === null) return say(lang, `diff.${side}`);
  return say(lang, diff.plan ? `diff.${side === 'before' ? 'planned' : 'settled'}` : 'diff.year', { year });
}

/** Which words count what was compared. */
export const countKey = ({ plan, before }: YearDiff): string =>
  plan ? 'diff.count.plan' : before ? 'diff.count' : 'diff.count-one';

/** What people look at first: amounts and counts that both years tell, or that a subject came or went with. */
export function isMain({ after, before, kinship, difference, stated }: Change): boolean {
  const kind = (after ?? before)!.amount.kind;
  if (kind !== 'money' && kind !== 'count') return stated.length > 0;
  if (kinship === 'lone' && difference === null) return false;
  const nothing = [before, after].every(level => level === null || level.value.eq(0));
  return !nothing || stated.length > 0;
}

export function editName({ before, after }: Edit): string {
  const figure = (after ?? before)!;
  return tidy(figure.label) || (figure.fact.indicator ?? '');
}
