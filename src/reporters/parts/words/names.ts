import type { Figure, Term } from '../../../model/index.ts';
import { type Lang, say } from './index.ts';

/** A figure's name in quotes. */
export function nameOf(figure: Figure, lang: Lang): string {
  return say(lang, 'finding.quoted', { name: figure.label });
}

/**
 * The names of terms: up to three; of more, the first and how many there are. Where a level and its change make up last
 * year's amount, that is said; names that are alike are told apart by year or by what is measured.
 */
export function namesOf(terms: readonly Term[], lang: Lang): string {
  const before = lastYearOf(terms);
  if (before) return say(lang, 'finding.last-year-of', { name: before.label });
  const labels = terms.map(({ figure }) => figure.label);
  const names = terms.map(({ figure }) => {
    const alike = labels.filter(label => label === figure.label).length > 1;
    const apart = alike ? apartBy(figure, lang) : '';
    return apart === '' ? nameOf(figure, lang) : say(lang, 'finding.quoted-with', { name: figure.label, apart });
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
  return number.replace(/\d+/, whole => whole.replace(/\B(?=(?:\d{3})+$)/g, ','));
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

function apartBy(figure: Figure, lang: Lang): string {
  const { period } = figure.fact;
  return [period === null ? '' : say(lang, 'report.year', { year: period }), measureWords(figure, lang)]
    .filter(Boolean)
    .join(lang === 'zh' ? '' : ' ');
}
