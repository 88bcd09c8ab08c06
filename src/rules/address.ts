import { indicatorList } from '../domain/index.ts';
import { type Audit, type Figure, levelOf, type Measure } from '../model/index.ts';
import { keyOf } from './facts.ts';
import { LEVELS } from './formula.ts';
import { lineOf } from './lines.ts';

/**
 * The address under which a rule finds a figure: «本年支出[一般公共预算]/2010601», «公务接待费.年初预算», «收支总计@上年»; null for what
 * no rule can name. `level` and `year` are those of its report; what a rule takes for granted is left out.
 */
export function addressOf(figure: Figure, level: Measure, year: number | null): string | null {
  const { indicator, scope, period, measure } = figure.fact;
  if (!keyOf(figure) || !indicator || !measure || !LEVELS.includes(measure)) return null;
  const line = lineOf(figure);
  if (!line && /[/]/.test(indicator)) return null;
  const name = line?.family ?? indicator;
  const usual = indicatorList[name]?.scope ?? '全部资金';
  const ofMoney = scope === null || scope === usual ? '' : `[${scope}]`;
  const ofYear = period === null || period === year ? '' : year !== null && period === year - 1 ? '@上年' : `@${period}`;
  return `${name}${ofMoney}${line ? `/${line.code}` : ''}${measure === level ? '' : `.${measure}`}${ofYear}`;
}

/** The addresses a report offers, in the order of the report, each with the figures that state it: the first is what a rule takes. */
export function addressesOf({
  figures,
  kind,
  year,
}: Pick<Audit, 'figures' | 'kind' | 'year'>): ReadonlyMap<string, readonly Figure[]> {
  const found = new Map<string, Figure[]>();
  for (const figure of figures) {
    const address = addressOf(figure, levelOf(kind), year);
    if (address !== null) found.set(address, [...(found.get(address) ?? []), figure]);
  }
  // A line of the classification is taken from a table before the text.
  for (const [address, same] of found) if (/\/\d/.test(address)) same.sort((a, b) => +!a.at - +!b.at);
  return found;
}
