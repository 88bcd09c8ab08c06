import { type DistrictSum, formatLike, type Overview, type SlipKind, type Unit } from '../../model/index.ts';
import { tidy } from '../parts/clean.ts';
import { skippedTold } from '../parts/open.ts';
import { mistakesOf } from '../parts/problems.ts';
import { type Lang, say } from '../parts/words/index.ts';

/** Whose report it is; one that does not say is called by its file. */
export const nameOf = ({ entity, title, file }: Pick<Unit, 'entity' | 'title' | 'file'>): string =>
  tidy(entity ?? '') || tidy(title ?? '') || tidy(file);

/** Whole per cent of the figures that were held against others, rounded down; null where there is none. */
export const coverageOf = ({ figures, checked }: Unit): number | null =>
  figures === 0 ? null : Math.floor((checked * 100) / figures);

/** «9.00 万元», without a sign; '' where no amount is at odds. */
export const gulfWords = ({ largest }: Unit): string =>
  largest === null ? '' : `${tidy(largest.printed).replace(/^[-−+]/, '')} ${tidy(largest.unit)}`;

/** A row says what became of its report: checked, or nothing in it could be. */
export const stateWords = ({ isBarren }: Unit, lang: Lang): string => say(lang, isBarren ? 'summary.barren' : 'overview.checked');

/** Each file that could not be audited or was left aside, and why: no unit is missing in a list. */
export const lostIn = ({ failures, skipped }: Pick<Overview, 'failures' | 'skipped'>, lang: Lang) => [
  ...failures.flatMap(({ file, problem }) => mistakesOf(problem, lang).map(({ message }) => ({ file, message }))),
  ...skippedTold(skipped, lang),
];

export const slipWords = (slip: SlipKind, lang: Lang): string =>
  say(lang, slip === 'unknown' || slip === 'undecided' ? `overview.slip.${slip}` : `slip.short.${slip}`);

/** Both sides of a sum as the district prints its amount, and how far they are apart; nothing is computed where nobody states it. */
export function sidesOf({ printed, check, units }: DistrictSum): { stated: string; sum: string; difference: string } {
  const { relation, stated, residual } = check;
  const [total] = relation.kind === 'linear' ? relation.total : [];
  if (!total || stated === null || residual === null || units === 0) return { stated: tidy(printed), sum: '', difference: '' };
  const { amount } = total.figure;
  return {
    stated: tidy(printed),
    sum: formatLike(stated.plus(residual), amount),
    difference: formatLike(residual.times(-1), amount),
  };
}

/** «基本支出 · 全部资金 · 2023 · 决算». */
export const factWords = ({ fact }: DistrictSum): string =>
  [fact.indicator?.replaceAll('/', ' › '), fact.scope, fact.period, fact.measure].filter(part => part !== null).join(' · ');

/** Units that are named before the rest is only counted. */
const FEW = 5;

/** Why a sum says less than it seems to: who is missing in it, who may be in it twice. */
export function openWords({ lacking, nested, units }: DistrictSum, lang: Lang): string[] {
  const named = (names: readonly string[]) => ({
    count: names.length,
    names: names.slice(0, FEW).map(tidy),
    more: names.length > FEW ? ' …' : '',
  });
  return [
    ...(units === 0 ? [say(lang, 'overview.none')] : lacking.length > 0 ? [say(lang, 'overview.lacking', named(lacking))] : []),
    ...(nested.length > 0 ? [say(lang, 'overview.nested', named(nested))] : []),
  ];
}

/** That sums may lack what could not be audited, once for all that are left undecided; '' where that is no question. */
export function notWholeWords(sums: readonly DistrictSum[], lang: Lang): string {
  return sums.some(({ isWhole, check }) => !isWhole && check.verdict === 'undecided') ? say(lang, 'overview.not-whole') : '';
}
