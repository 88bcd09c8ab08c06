import { Chalk, type ChalkInstance } from 'chalk';
import type { Big, Change, Diff, Verdict, YearDiff } from '../../model/index.ts';
import { clean } from '../parts/clean.ts';
import { displayWidth, fit, hang, pad } from '../parts/width.ts';
import { say } from '../parts/words/index.ts';
import { draftLines } from './drafts.ts';
import { groupsOf } from './groups.ts';
import { alsoWords, countKey, factName, kinWords, statedWords, written, yearWords } from './parts.ts';
import type { DiffOptions, DiffReporter } from './reporter.ts';
import { closingOf } from './several.ts';

/** A table grouped by section, with bars for the change. */
export const terminal: DiffReporter = {
  name: 'terminal',
  endings: ['.txt'],
  render(diff: Diff, options) {
    const paint = new Chalk({ level: options.color ? 1 : 0 });
    const lines = diff.kind === 'drafts' ? draftLines(diff, options, paint) : yearLines(diff, options, paint);
    return textOf(lines);
  },
  several(diffs, lone, options) {
    const { lang, width } = options;
    const paint = new Chalk({ level: options.color ? 1 : 0 });
    const closing = closingOf(diffs, lone, lang).flatMap(line => hang('', line, width));
    const whole = diffs.map(diff => `${terminal.render(diff, options)}\n`);
    return whole.join('') + textOf([paint.dim('='.repeat(width)), ...closing]);
  },
};

const textOf = (lines: readonly string[]) => lines.map(line => `${line.trimEnd()}\n`).join('');

/** From this width on, what the report states stands in the row itself. */
const WIDE = 120;
const GAP = '  ';
const NUMBERS = ['before', 'after', 'difference', 'rate'] as const;

interface Row {
  readonly change: Change;
  readonly name: string;
  readonly cells: Readonly<Record<(typeof NUMBERS)[number], string>>;
}

function yearLines(diff: YearDiff, options: DiffOptions, paint: ChalkInstance): string[] {
  const { lang } = options;
  const groups = groupsOf(diff, lang, options);
  const shown = groups.flatMap(({ changes }) => changes);
  const usual = usualUnit(shown);
  const rowOf = (change: Change): Row => {
    const { before, after, difference, rate, unit } = written(change);
    const implied = change.before && change.before.source !== 'printed' ? '*' : '';
    const name = factName(change) + (unit === usual || unit === '%' ? '' : ` ${unit}`);
    const isMoney = (change.after ?? change.before)!.amount.kind === 'money';
    const [left, right, move] = [before, after, difference].map(text => (isMoney ? moneyWords(text) : text)) as [
      string,
      string,
      string,
    ];
    return { change, name, cells: { before: left + implied, after: right, difference: move, rate } };
  };
  const tables = groups.map(({ title, changes }) => ({ title, rows: changes.map(rowOf) }));
  const rows = tables.flatMap(one => one.rows);
  const layout = layoutOf(rows, diff, options);
  const table = tables.flatMap(one => [
    ...(one.title === '' ? [] : [paint.bold(fit(one.title, options.width))]),
    ...one.rows.flatMap(row => rowLines(row, layout, options, paint)),
    '',
  ]);
  return [
    ...heading(diff, options, paint),
    '',
    ...(rows.length > 0 ? [paint.dim(headLine(layout, usual, diff, lang)), ...table] : [say(lang, 'diff.nothing'), '']),
    ...closing(diff, rows, diff.changes.length - rows.length, options, paint),
  ];
}

function heading(diff: YearDiff, { lang, width }: DiffOptions, paint: ChalkInstance): string[] {
  const { before, after } = diff;
  const entity = after.entity ?? after.title;
  const title = before ? say(lang, 'diff.heading', { before: clean(before.file), after: clean(after.file) }) : clean(after.file);
  const years = `${yearWords(diff, 'before', lang)} → ${yearWords(diff, 'after', lang)}`.replace('→', '->');
  const under = [entity ?? '', years].filter(Boolean).join(' · ');
  const alone = before ? [] : [say(lang, 'diff.implied', { year: after.year === null ? '' : after.year - 1 })];
  return [...hang('', title, width).map(line => paint.bold(line)), paint.dim(fit(clean(under), width)), ...alone];
}

/** Widths of the columns; `stated` 0: on a line of its own. */
interface Layout {
  readonly name: number;
  readonly numbers: Readonly<Record<(typeof NUMBERS)[number], number>>;
  readonly bar: { readonly less: number; readonly more: number };
  readonly stated: number;
  readonly verdict: number;
  readonly most: Big | null;
}

function layoutOf(rows: readonly Row[], diff: YearDiff, { lang, width }: DiffOptions): Layout {
  const titles = titlesOf(diff, lang);
  const widest = (key: (typeof NUMBERS)[number]) =>
    rows.reduce((most, { cells }) => Math.max(most, displayWidth(cells[key])), displayWidth(titles[key]));
  const numbers = { before: widest('before'), after: widest('after'), difference: widest('difference'), rate: widest('rate') };
  const verdict = Math.max(
    ...(['holds', 'rounding', 'fails', 'undecided'] as const).map(one => displayWidth(say(lang, `diff.verdict.${one}`))),
  );
  const fixed = Object.values(numbers).reduce((sum, one) => sum + one + GAP.length, 0);
  const names = rows.reduce((most, { name }) => Math.max(most, displayWidth(name) + 2), 12);
  const wide = width >= WIDE;
  const stated = wide
    ? Math.min(
        44,
        rows.reduce((most, { change }) => Math.max(most, displayWidth(statedWords(change, lang) || kinWords(change, lang))), 8),
      )
    : 0;
  const tail = wide ? stated + verdict + 2 * GAP.length : 0;
  const room = width - fixed - tail - GAP.length;
  const bar = Math.max(width >= 100 ? 13 : 9, Math.min(wide ? 25 : 15, room - names)) | 1;
  const name = Math.max(12, Math.min(names, room - bar));
  const moves = rows.flatMap(({ change }) =>
    change.difference && change.after?.amount.kind === 'money' ? [change.difference] : [],
  );
  const most = moves.reduce<Big | null>(
    (largest, move) => (largest === null || move.abs().gt(largest) ? move.abs() : largest),
    null,
  );
  return { name, numbers, bar: sidesOf(moves, bar), stated, verdict, most };
}

/** Room for the bars on both sides of the axis; where nothing goes one way, the other has it all but for the title. */
function sidesOf(moves: readonly Big[], bar: number): Layout['bar'] {
  const [less, more] = [moves.some(move => move.lt(0)), moves.some(move => move.gt(0))];
  if (less === more) return { less: (bar - 1) / 2, more: (bar - 1) / 2 };
  const title = 4;
  return less ? { less: bar - 1 - title, more: title } : { less: title, more: bar - 1 - title };
}

function titlesOf(diff: YearDiff, lang: DiffOptions['lang']) {
  return {
    before: yearWords(diff, 'before', lang),
    after: yearWords(diff, 'after', lang),
    difference: say(lang, 'diff.difference'),
    rate: say(lang, 'diff.rate'),
  };
}

/** The unit of most amounts: told once, in the head. */
function usualUnit(changes: readonly Change[]): string {
  const units = changes.flatMap(change =>
    (change.after ?? change.before)!.amount.kind === 'money' ? [written(change).unit] : [],
  );
  const count = (unit: string) => units.filter(one => one === unit).length;
  return [...new Set(units)].sort((a, b) => count(b) - count(a))[0] ?? '万元';
}

/** An amount with two decimals at least and with separators. */
function moneyWords(text: string): string {
  const [whole = '', decimals = ''] = text.split('.');
  return text === '' ? '' : `${whole.replace(/\B(?=(?:\d{3}){1,9}$)/g, ',')}.${decimals.padEnd(2, '0')}`;
}

function headLine(
  { name, numbers, bar, stated, verdict }: Layout,
  unit: string,
  diff: YearDiff,
  lang: DiffOptions['lang'],
): string {
  const titles = titlesOf(diff, lang);
  const [less = '', more = ''] = say(lang, 'diff.bar').split(' | ');
  const axis = `${pad(less, bar.less, 'left')}|${pad(more, bar.more)}`;
  const cells = [
    pad(fit(say(lang, 'diff.name-unit', { unit }), name), name),
    ...NUMBERS.map(key => pad(titles[key], numbers[key], 'left')),
    axis,
    ...(stated > 0 ? [pad(say(lang, 'diff.stated'), stated), pad(say(lang, 'diff.verdict'), verdict)] : []),
  ];
  return cells.join(GAP);
}

function rowLines({ change, name, cells }: Row, layout: Layout, options: DiffOptions, paint: ChalkInstance): string[] {
  const { lang, width, equation } = options;
  const stated = statedWords(change, lang);
  // Where the report says nothing of a change, its column has room for what became of the subject.
  const free = layout.stated > 0 && stated === '';
  const kin = free ? '' : kinWords(change, lang);
  const said = free ? kinWords(change, lang) : stated;
  const verdict = change.verdict === null ? '' : say(lang, `diff.verdict.${change.verdict}`);
  const shade = change.verdict === null ? (text: string) => text : SHADES[change.verdict](paint);
  const label = pad(`  ${fit(name, layout.name - 2)}`, layout.name);
  const numbers = NUMBERS.map(key => pad(cells[key], layout.numbers[key], 'left'));
  const tail = layout.stated > 0 ? [pad(fit(said, layout.stated), layout.stated), shade(pad(verdict, layout.verdict))] : [];
  const main = [label, ...numbers, barOf(change, layout, paint), ...tail].join(GAP);
  const below =
    layout.stated > 0 ? kin : [kin, said === '' ? '' : say(lang, 'diff.says', { stated: said })].filter(Boolean).join(' · ');
  const under = [below, layout.stated > 0 || verdict === '' ? '' : shade(verdict)].filter(Boolean).join(' · ');
  const seen = change.verdict === 'fails' ? alsoWords(change, lang) : '';
  const failing = change.checks.filter(check => check.verdict === 'fails').flatMap(check => equation(check) ?? []);
  return [
    main,
    ...(under === '' ? [] : hang('    ', under, width).map(line => paint.dim(line))),
    ...failing.flatMap(text => hang('    ', text, width)).map(line => paint.red(line)),
    ...(seen === '' ? [] : hang('    ', seen, width).map(line => paint.dim(line))),
  ];
}

const SHADES: Readonly<Record<Verdict, (paint: ChalkInstance) => (text: string) => string>> = {
  holds: paint => paint.green,
  rounding: paint => paint.green,
  undecided: paint => paint.yellow,
  fails: paint => paint.red.bold,
};

/** «-----|» or «|+++», as long as the change is large; money only. Something that changed at all shows at least one sign. */
function barOf({ difference, after }: Change, { bar, most }: Layout, paint: ChalkInstance): string {
  if (!difference || !most || most.eq(0) || after?.amount.kind !== 'money') return ' '.repeat(bar.less + 1 + bar.more);
  const room = difference.lt(0) ? bar.less : bar.more;
  const length = difference.eq(0) ? 0 : Math.max(1, Number(difference.abs().times(room).div(most).toFixed(0)));
  const less = difference.lt(0) ? '-'.repeat(length) : '';
  const more = difference.gt(0) ? '+'.repeat(length) : '';
  return `${paint.magenta(less.padStart(bar.less))}|${paint.cyan(more.padEnd(bar.more))}`;
}

function closing(
  diff: YearDiff,
  rows: readonly Row[],
  hidden: number,
  { lang, width }: DiffOptions,
  paint: ChalkInstance,
): string[] {
  const { counts } = diff;
  const { before, after } = diff.unnamed;
  const lines = [
    ...(rows.some(({ cells }) => cells.before.endsWith('*')) ? [say(lang, 'diff.mark')] : []),
    say(lang, countKey(diff), { ...counts }),
    ...(counts.changes > diff.changes.length
      ? [say(lang, 'diff.left-out', { count: counts.changes - diff.changes.length })]
      : []),
    ...(counts.holds + counts.rounding + counts.fails > 0 ? [say(lang, diff.plan ? 'diff.compared.plan' : 'diff.compared')] : []),
    ...(hidden > 0 ? [say(lang, 'diff.hidden', { count: hidden })] : []),
    ...(before + after > 0 ? [say(lang, 'diff.unnamed', { before, after })] : []),
  ];
  const colour = counts.fails > 0 ? paint.red : (text: string) => text;
  return [paint.dim('-'.repeat(width)), ...lines.flatMap(line => hang('', line, width)).map(line => colour(line))];
}
