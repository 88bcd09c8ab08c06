import { Chalk, type ChalkInstance } from 'chalk';
import type { DistrictSum, Overview, Unit } from '../../model/index.ts';
import { clean, inert } from '../parts/clean.ts';
import { columnsOf } from '../parts/columns.ts';
import { hitsTable } from '../parts/hits.ts';
import { skippedTold } from '../parts/open.ts';
import { problemWords } from '../parts/problems.ts';
import { hang } from '../parts/width.ts';
import { say } from '../parts/words/index.ts';
import { coverageOf, factWords, gulfWords, nameOf, notWholeWords, openWords, sidesOf, slipWords } from './parts.ts';
import type { OverviewOptions, OverviewReporter } from './reporter.ts';

/** A row for each report, the worst first; what could not be audited; rules and slips by number; the district's sums. */
export const terminal: OverviewReporter = {
  name: 'terminal',
  endings: ['.txt'],
  render(overview, options) {
    const { lang, width, rules } = options;
    const paint = new Chalk({ level: options.color ? 1 : 0 });
    const titled = (title: string, lines: readonly string[]) =>
      lines.length > 0 ? ['', paint.bold(say(lang, title)), ...lines] : [];
    const lines = [
      ...hang('', totals(overview, options), width).map(line => paint.bold(line)),
      ...(overview.units.length > 0 ? ['', ...unitLines(overview.units, options, paint)] : []),
      ...titled(
        'overview.failures',
        open(overview, options).map(line => paint.red(line)),
      ),
      ...titled('statistics.title', dimmed(hitsTable(overview.rules, { lang, width, rules }), paint)),
      ...titled('overview.slips', dimmed(slipLines(overview, options), paint)),
      ...titled('overview.sums', sumLines(overview.sums, options, paint)),
    ];
    return inert(lines.map(line => `${line.trimEnd()}\n`).join(''));
  },
};

function totals({ units, failures, skipped }: Overview, { lang }: OverviewOptions): string {
  const sum = (of: (unit: Unit) => number) => units.reduce((all, unit) => all + of(unit), 0);
  const figures = sum(unit => unit.figures);
  const counts = {
    reports: units.length,
    bad: units.filter(({ errors, warnings }) => errors + warnings > 0).length,
    errors: sum(unit => unit.errors),
    warnings: sum(unit => unit.warnings),
    percent: figures === 0 ? 0 : Math.floor((sum(unit => unit.checked) * 100) / figures),
  };
  const lost = failures.length + skipped.length;
  return say(lang, 'overview.total', counts) + (lost > 0 ? say(lang, 'overview.total-failed', { count: lost }) : '');
}

/** The columns that are numbers. */
const NUMBERS = [1, 2, 3, 4, 5, 6];

function unitLines(units: readonly Unit[], { lang, width }: OverviewOptions, paint: ChalkInstance): string[] {
  const head = ['unit', 'year', 'problems', 'errors', 'coverage', 'unread', 'largest'].map(name => say(lang, `overview.${name}`));
  const rows = units.map(unit => {
    const { errors, warnings, isBarren, unread, year } = unit;
    const coverage = coverageOf(unit);
    const rate = isBarren ? say(lang, 'overview.barren') : coverage === null ? '' : `${coverage}%`;
    const counts = [errors + warnings, errors].map(count => (count === 0 ? '-' : String(count)));
    return [nameOf(unit), String(year ?? ''), ...counts, rate, unread === 0 ? '-' : String(unread), gulfWords(unit) || '-'];
  });
  const [title, rule, ...lines] = columnsOf(head, rows, { width, right: NUMBERS, shrink: [0] });
  const coloured = lines.map((line, i) => {
    const { errors, warnings, isBarren, unread } = units[i]!;
    return errors > 0 ? paint.red(line) : warnings > 0 || isBarren || unread > 0 ? paint.yellow(line) : line;
  });
  return [title!, paint.dim(rule!), ...coloured];
}

function open({ failures, skipped }: Overview, { lang, width }: OverviewOptions): string[] {
  return [
    ...failures.flatMap(({ file, problem }) => problemWords(file, problem, lang).split('\n')),
    ...skippedTold(skipped, lang).map(({ message }) => clean(message)),
  ].flatMap(line => hang('  ', line, width));
}

function slipLines({ slips }: Overview, { lang, width }: OverviewOptions): string[] {
  if (slips.length === 0) return [];
  const head = ['slip', 'count', 'reports'].map(name => say(lang, `overview.${name}`));
  const rows = slips.map(({ slip, count, reports }) => [slipWords(slip, lang), String(count), String(reports)]);
  return columnsOf(head, rows, { width, right: [1, 2], shrink: [0] });
}

const dimmed = (lines: readonly string[], paint: ChalkInstance) => lines.map((line, i) => (i === 1 ? paint.dim(line) : line));

function sumLines(sums: readonly DistrictSum[], { lang, width }: OverviewOptions, paint: ChalkInstance): string[] {
  if (sums.length === 0) return [];
  const head = ['fact', 'stated', 'sum', 'difference', 'money', 'verdict'].map(name => say(lang, `overview.${name}`));
  const rows = sums.map(one => {
    const { stated, sum, difference } = sidesOf(one);
    return [factWords(one), stated, sum, difference, one.unit, say(lang, `verdict.${one.check.verdict}`)];
  });
  const [title, rule, ...lines] = columnsOf(head, rows, { width, right: [1, 2, 3], shrink: [0] });
  const told = lines.flatMap((line, i) => {
    const one = sums[i]!;
    const { verdict } = one.check;
    const colour = verdict === 'fails' ? paint.red : verdict === 'undecided' ? paint.yellow : (text: string) => text;
    const why = verdict === 'undecided' ? openWords(one, lang) : [];
    return [colour(line), ...why.flatMap(words => hang('    ', words, width))];
  });
  const whole = notWholeWords(sums, lang);
  return [title!, paint.dim(rule!), ...told, ...(whole === '' ? [] : hang('', whole, width))];
}
