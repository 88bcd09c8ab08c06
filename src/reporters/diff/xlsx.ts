import {
  type Audit,
  type Change,
  type DraftDiff,
  decimalsOf,
  type Figure,
  figuresOf,
  type Level,
  type YearDiff,
} from '../../model/index.ts';
import { tidy } from '../parts/clean.ts';
import { arrowWords, changesOf, reasonWords } from '../parts/issues.ts';
import { placeWords } from '../parts/places.ts';
import { finderOf, whereWords } from '../parts/where.ts';
import { type Lang, say } from '../parts/words/index.ts';
import { type Cell, cellName, FIRST_ROW, type Sheet, workbook } from '../xlsx/book.ts';
import { figuresSheet } from '../xlsx/figures.ts';
import { hintOf, type Names, namesIn, VERDICT, type VerdictWords, verdictsIn } from '../xlsx/names.ts';
import { Register, VALUE } from '../xlsx/register.ts';
import { type Relating, relationsSheet, type Uses } from '../xlsx/relations.ts';
import { numberOf, over } from '../xlsx/terms.ts';
import { headOf } from './drafts.ts';
import {
  editName,
  factName,
  isMain,
  kinWords,
  sectionOf,
  statedWords,
  withoutTwins,
  withUnit,
  written,
  yearWords,
} from './parts.ts';
import type { DiffFileReporter, DiffOptions } from './reporter.ts';

/** The comparison as a workbook: both years from a sheet of figures, change, rate and what is stated of them recalculated from it. */
export const xlsx: DiffFileReporter = {
  name: 'xlsx',
  endings: ['.xlsx'],
  bytes: (diff, options) => workbook(diff.kind === 'years' ? years(diff, options) : drafts(diff, options)),
};

function years(diff: YearDiff, options: DiffOptions): Sheet[] {
  const { lang, equation, all } = options;
  const changes = all ? diff.changes : withoutTwins(diff.changes.filter(isMain), lang);
  const sides = ['before' as const, 'after' as const].map(side => yearWords(diff, side, lang)).join(' → ');
  const names = namesIn(lang);
  const words = verdictsIn(lang);
  const owners = ownersOf(diff);
  const of = (figure: Figure) => owners.get(figure) ?? diff.after;
  const register = new Register([]);
  // Figures stand in the order of the comparison, those of one fact together.
  for (const { before, after, checks } of changes) {
    for (const level of [before, after]) for (const figure of level?.figures ?? []) register.row(figure, of(figure));
    for (const { relation } of checks) for (const figure of figuresOf(relation)) register.row(figure, of(figure));
  }
  const relating = changes.flatMap(change => change.checks.map((check): Relating => ({ check, audit: diff.after, of })));
  const uses: Uses = new Map();
  const none = () => undefined;
  const relations = relationsSheet(relating, uses, { lang, names, words, register, equation, title: () => '', problem: none });
  let next = FIRST_ROW;
  const rows = changes.map((change, i) => {
    const own = change.checks.map(() => next++);
    return yearRow(change, FIRST_ROW + i, own, { register, of, names, words, lang });
  });
  const heads = [
    ...['section', 'code', 'name'].map(one => say(lang, `diff.${one}`)),
    yearWords(diff, 'before', lang),
    yearWords(diff, 'after', lang),
    say(lang, 'diff.difference'),
    `${say(lang, 'diff.rate')} %`,
    ...['unit', 'stated', 'verdict'].map(one => say(lang, `diff.${one}`)),
    say(lang, 'xlsx.sheet.relations'),
    say(lang, 'diff.kinship'),
  ];
  const widths = [26, 10, 32, 16, 16, 14, 10, 7, 34, 14, 10, 24];
  const sheet: Sheet = {
    name: say(lang, 'xlsx.sheet.years'),
    title: names.title,
    hint: hintOf({ ...names, whose: `${tidy(diff.after.entity ?? '')} ${sides}`.trim() }, say(lang, 'xlsx.hint.years')),
    columns: heads.map((head, i) => ({ head, width: widths[i]! })),
    rows,
    states: { columns: [9], words: words.list },
  };
  return [sheet, figuresSheet(register, uses, names, words, lang), relations];
}

interface Around {
  readonly register: Register;
  readonly of: (figure: Figure) => Audit;
  readonly names: Names;
  readonly words: VerdictWords;
  readonly lang: Lang;
}

function yearRow(change: Change, n: number, relations: readonly number[], around: Around): (Cell | null)[] {
  const { lang, words, names } = around;
  const { before, after, difference, rate } = change;
  const cells = written(change);
  const like = (after ?? before)!.amount;
  const at = { before: `D${n}`, after: `E${n}`, apart: `F${n}` };
  const decimals = Math.max(decimalsOf(like), decimalPlaces(cells.difference));
  const plain = (text: string) => text.replace(/^\+/, '').replace(/%$/, '');
  const calculated = difference !== null;
  const verdict = change.verdict && words[change.verdict];
  const bad = relations.map(row => `${names.relations}!${VERDICT}${row}="${words.fails}"`);
  return [
    { text: sectionOf(change, lang) },
    { text: change.code ?? '' },
    { text: factName(change) },
    level(before, cells.before, like, around),
    level(after, cells.after, like, around),
    calculated
      ? { formula: `ROUND(${at.after}-${at.before},${decimals + 2})`, number: plain(cells.difference), look: 'number', decimals }
      : { text: '' },
    calculated && rate && cells.rate !== ''
      ? {
          formula: `IF(${at.before}=0,"",ROUND(100*${at.apart}/${at.before},6))`,
          number: plain(cells.rate),
          look: 'number',
          decimals: 1,
        }
      : { text: '' },
    { text: cells.unit },
    { text: statedWords(change, lang) },
    verdict === null || verdict === undefined
      ? { text: '' }
      : bad.length === 0 || change.verdict === 'undecided'
        ? { text: verdict, look: 'state' }
        : { formula: `IF(${over('OR', bad)},"${words.fails}","${gentler(change, words)}")`, text: verdict, look: 'state' },
    relations.length === 0
      ? { text: '' }
      : { text: say(lang, 'html.checks', { count: relations.length }), link: `${names.relations}!A${relations[0]}` },
    { text: kinWords(change, lang) },
  ];
}

/** What is said where nothing fails. */
function gentler({ verdict }: Change, words: VerdictWords): string {
  return verdict === 'rounding' ? words.rounding : words.holds;
}

const decimalPlaces = (text: string) => /\.(\d+)/.exec(text)?.[1]?.length ?? 0;

/** One year's amount: what is printed comes from the sheet of figures; what is only implied is a number. */
function level(one: Level | null, text: string, like: Level['amount'], { register, of, names }: Around): Cell {
  if (!one) return { text: '' };
  const [figure] = one.figures;
  const shown = { number: text, look: 'number', decimals: decimalPlaces(text) } as const;
  const row = figure && register.known(figure, of(figure));
  if (one.source !== 'printed' || !figure || row === undefined) return shown;
  const unit = { factor: like.factor, name: '' };
  return { ...shown, formula: numberOf(figure, unit, () => `${names.figures}!${cellName(VALUE, row)}`) };
}

/** Which of the two reports a figure is of: their ids are the same. */
function ownersOf({ before, after, changes }: YearDiff): ReadonlyMap<Figure, Audit> {
  const owners = new Map<Figure, Audit>();
  for (const audit of [before, after]) for (const figure of audit?.figures ?? []) owners.set(figure, audit!);
  for (const change of changes) {
    if (before) for (const figure of change.before?.figures ?? []) if (!owners.has(figure)) owners.set(figure, before);
  }
  return owners;
}

function drafts(diff: DraftDiff, { lang }: DiffOptions): Sheet[] {
  const { title } = namesIn(lang);
  const sheet = (
    name: string,
    heads: readonly string[],
    widths: readonly number[],
    rows: readonly (readonly string[])[],
  ): Sheet => ({
    name: say(lang, `xlsx.sheet.${name}`),
    title,
    hint: name === 'edits' ? say(lang, 'xlsx.hint.edits') : '',
    columns: heads.map((head, i) => ({ head, width: widths[i]! })),
    rows: rows.map(cells => cells.map(text => ({ text }))),
  });
  const edits = diff.edits.map(edit => {
    const { before, after } = edit;
    const places = [before, after].flatMap(figure => (figure ? [placeWords(figure.place, lang)] : []));
    const [was, is] = [before, after].map(figure => (figure ? withUnit(figure) : ''));
    const where = [...new Set(places)].filter(Boolean).join(' → ');
    return [say(lang, `diff.edit.${edit.kind}`), headOf(edit, lang), editName(edit), was!, is!, where];
  });
  const finders = { before: finderOf(diff.before, lang), after: finderOf(diff.after, lang) };
  const outcomes = diff.outcomes.map(({ kind, before, after }) => {
    const issue = (after ?? before)!;
    const finder = after ? finders.after : finders.before;
    const changes = changesOf(issue);
    return [
      tidy(say(lang, `xlsx.outcome.${kind}`)),
      changes.map(({ spot }) => whereWords(spot, finder)).join(say(lang, 'csv.and')),
      changes.map(change => arrowWords(change, lang)).join(say(lang, 'csv.and')),
      reasonWords(issue, lang),
      issue.id,
    ];
  });
  const words = (codes: readonly string[]) => codes.map(code => say(lang, code));
  return [
    sheet(
      'edits',
      words(['edit', 'section', 'name', 'was', 'is', 'place'].map(one => `diff.${one}`)),
      [10, 30, 30, 18, 18, 40],
      edits,
    ),
    sheet(
      'outcomes',
      words(['xlsx.col.outcome', 'csv.change-at', 'xlsx.col.change', 'csv.reason', 'csv.id']),
      [12, 40, 24, 50, 12],
      outcomes,
    ),
  ];
}
