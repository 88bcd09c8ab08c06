import type { Overview } from '../../model/index.ts';
import { tidy } from '../parts/clean.ts';
import { HITS, hitsRow } from '../parts/hits.ts';
import { say } from '../parts/words/index.ts';
import { type Cell, cellName, FIRST_ROW, type Sheet, workbook } from '../xlsx/book.ts';
import { namesIn, verdictsIn } from '../xlsx/names.ts';
import { coverageOf, factWords, lostIn, nameOf, notWholeWords, openWords, sidesOf, slipWords, stateWords } from './parts.ts';
import type { OverviewFileReporter, OverviewOptions } from './reporter.ts';

/** The overview as a workbook: units, rules, slips, and the district's sums, each on a sheet that can be sorted and filtered. */
export const xlsx: OverviewFileReporter = {
  name: 'xlsx',
  endings: ['.xlsx'],
  bytes(overview, options) {
    const sheets = [unitsSheet(overview, options), rulesSheet(overview, options), slipsSheet(overview, options)];
    return workbook(overview.sums.length > 0 ? [...sheets, sumsSheet(overview, options)] : sheets);
  },
};

const text = (content: string): Cell => ({ text: content });
const count = (value: number): Cell => ({ number: String(value), look: 'number' });
const plain = (printed: string) => printed.replace(/^[-−+]/, '').replaceAll(',', '');
const decimals = (printed: string) => /\.(\d+)/.exec(printed)?.[1]?.length ?? 0;
const amount = (printed: string): Cell =>
  printed === '' ? text('') : { number: printed.replaceAll(',', ''), look: 'number', decimals: decimals(printed) };

function sheetOf(
  name: string,
  heads: readonly string[],
  widths: readonly number[],
  { lang }: OverviewOptions,
): Omit<Sheet, 'rows'> {
  return {
    name: say(lang, `overview.sheet.${name}`),
    title: namesIn(lang).title,
    hint: say(lang, 'overview.hint'),
    columns: heads.map((head, i) => ({ head: say(lang, head), width: widths[i]! })),
  };
}

function unitsSheet({ units, failures, skipped }: Overview, options: OverviewOptions): Sheet {
  const { lang } = options;
  const heads = [
    'unit',
    'year',
    'problems',
    'errors',
    'warnings',
    'coverage',
    'unread',
    'largest',
    'money',
    'rules',
    'state',
    'file',
  ];
  const rows = units.map((unit): Cell[] => {
    const { year, errors, warnings, unread, largest, rules, file } = unit;
    const coverage = coverageOf(unit);
    return [
      text(nameOf(unit)),
      text(String(year ?? '')),
      ...[errors + warnings, errors, warnings].map(count),
      coverage === null ? text('') : { number: String(coverage / 100), look: 'share' },
      count(unread),
      largest ? { number: plain(largest.printed), look: 'number', decimals: decimals(largest.printed) } : text(''),
      text(largest ? tidy(largest.unit) : ''),
      text(rules.join(' ')),
      text(stateWords(unit, lang)),
      text(tidy(file)),
    ];
  });
  const blank = Array<null>(heads.length - 2).fill(null);
  const lost = lostIn({ failures, skipped }, lang).map(({ file, message }) => [...blank, text(tidy(message)), text(tidy(file))]);
  const last = FIRST_ROW + rows.length + lost.length - 1;
  const sums = [2, 3, 4].map((column): Cell => {
    const range = `${cellName(column, FIRST_ROW)}:${cellName(column, Math.max(FIRST_ROW, last))}`;
    const now = rows.reduce((sum, row) => sum + Number(row[column]!.number), 0);
    return { formula: `SUBTOTAL(9,${range})`, number: String(now), look: 'sum' };
  });
  const widths = [34, 8, 8, 8, 8, 9, 8, 14, 8, 30, 24, 40];
  return {
    ...sheetOf(
      'units',
      heads.map(head => `overview.${head}`),
      widths,
      options,
    ),
    rows: [...rows, ...lost],
    foot: [[{ text: say(lang, 'xlsx.total'), look: 'head' }, { text: '', look: 'head' }, ...sums]],
  };
}

function rulesSheet({ rules }: Overview, options: OverviewOptions): Sheet {
  const rows = rules.map(one =>
    hitsRow(one, options.rules, options.lang).map(cell => (typeof cell === 'number' ? count(cell) : text(cell))),
  );
  return {
    ...sheetOf(
      'rules',
      HITS.map(head => `statistics.${head}`),
      [12, 50, 10, 10, 10, 10],
      options,
    ),
    rows,
  };
}

function slipsSheet({ slips }: Overview, options: OverviewOptions): Sheet {
  const rows = slips.map(one => [text(slipWords(one.slip, options.lang)), count(one.count), count(one.reports)]);
  return {
    ...sheetOf(
      'slips',
      ['slip', 'count', 'reports'].map(head => `overview.${head}`),
      [36, 10, 10],
      options,
    ),
    rows,
  };
}

function sumsSheet({ sums }: Overview, options: OverviewOptions): Sheet {
  const { lang } = options;
  const rows = sums.map(one => {
    const { stated, sum, difference } = sidesOf(one);
    const why = one.check.verdict === 'undecided' ? [...openWords(one, lang), notWholeWords([one], lang)].join(' ').trim() : '';
    const verdict: Cell = { text: say(lang, `verdict.${one.check.verdict}`), look: 'state' };
    return [
      text(factWords(one)),
      amount(stated),
      amount(sum),
      amount(difference),
      text(one.unit),
      count(one.units),
      verdict,
      text(why),
    ];
  });
  const heads = ['fact', 'stated', 'sum', 'difference', 'money', 'units', 'verdict', 'why'].map(head => `overview.${head}`);
  return {
    ...sheetOf('sums', heads, [44, 18, 18, 16, 8, 10, 12, 50], options),
    rows,
    states: { columns: [6], words: verdictsIn(lang).list },
  };
}
