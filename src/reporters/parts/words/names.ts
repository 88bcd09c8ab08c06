import type { Figure, Term } from '../../../model/index.ts';
import { type Lang, say } from './index.ts';

/** A figure's name in quotes. */
export function nameOf(figure: Figure, lang: Lang): string {
  return say(lang, 'finding.quoted', { name: figure.label });
}

/**
 * The names of terms: up to three; of more, the first and how many there are. Where a level and its change make up last
 * year's amount, that is said; names that are alike, `beside` included, are told apart: by their tables, else by year and the like.
 */
export function namesOf(terms: readonly Term[], lang: Lang, beside: readonly Term[] = []): string {
  const before = lastYearOf(terms);
  if (before) return say(lang, 'finding.last-year-of', { name: before.label });
  const all = [...terms, ...beside].map(({ figure }) => figure);
  const names = terms.map(({ figure }) => {
    const alike = all.filter(other => other.label === figure.label);
    const inTables = alike.some(other => tableWords(other) !== tableWords(figure)) ? tableWords(figure) : '';
    const name = inTables === '' ? figure.label : `${inTables} ${figure.label}`;
    const apart = alike.length > 1 && inTables === '' ? apartBy(figure, alike, lang) : '';
    return say(lang, apart === '' ? 'finding.quoted' : 'finding.quoted-with', { name, apart });
  });
  if (names.length <= 3) return names.join(say(lang, 'finding.and'));
  return say(lang, 'finding.and-others', { first: names[0]!, count: names.length });
}

/** «2,939.47 万元», «80.20%»: as printed, with its unit. */
export function amountWords({ printed, amount }: Figure): string {
  return withUnit(printed, amount.unit);
}

/** A number with its unit behind it, unless it carries one already. */
export function withUnit(number: string, unit: string): string {
  if (unit === '' || number.endsWith(unit) || /[%％‰倍]$/.test(number)) return number;
  return unit === '%' ? `${number}%` : `${number} ${unit}`;
}

/** Thousands separators, where the figures at hand are printed with them. */
export function groupedLike(number: string, figures: readonly Pick<Figure, 'printed'>[]): string {
  if (!figures.some(({ printed }) => /\d[,，]\d{3}/.test(printed))) return number;
  return number.replace(/\d+/, whole => whole.replace(/\B(?=(?:\d{3}){1,9}$)/g, ','));
}

/** What is measured, as people call it: 决算数, 年初预算数; '' where nothing is known. */
export function measureWords({ fact }: Figure, lang: Lang): string {
  const code = fact.measure === null ? '' : MEASURES[fact.measure];
  return code ? say(lang, `finding.measure.${code}`) : '';
}
const MEASURES: Readonly<Record<string, string>> = {
  决算: 'outcome',
  预算: 'budget',
  年初预算: 'initial',
  全年预算: 'adjusted',
  增减额: 'change',
};

/** The level of two terms that make up last year's amount: this year's and its change. */
function lastYearOf(terms: readonly Term[]): Figure | null {
  const [a, b] = terms;
  if (!a || !b || terms.length > 2 || b.figure.fact.measure !== '增减额') return null;
  return a.figure.fact.measure === '增减额' ? null : a.figure;
}

/** What tells figures of one name apart, as far as it is needed: year, measure, column, unit. */
function apartBy(figure: Figure, alike: readonly Figure[], lang: Lang): string {
  const told: string[] = [];
  let left = alike;
  for (const of of [yearWords, measureWords, columnWords, unitWords]) {
    const own = of(figure, lang);
    if (left.every(other => of(other, lang) === own)) continue;
    told.push(own);
    left = left.filter(other => of(other, lang) === own);
  }
  return told.filter(Boolean).join(lang === 'zh' ? '' : ' ');
}

const yearWords = ({ fact }: Figure, lang: Lang) => (fact.period === null ? '' : say(lang, 'report.year', { year: fact.period }));
const tableWords = ({ at }: Figure) => at?.table ?? '';
const columnWords = ({ at }: Figure) => at?.col ?? '';
const unitWords = ({ amount }: Figure) => (amount.kind === 'count' ? amount.unit : '');
