import type { Check } from '../../model/index.ts';
import { changesOf } from '../parts/issues.ts';
import { COLUMNS, type Listed } from '../parts/listing.ts';
import { type Lang, say } from '../parts/words/index.ts';
import { type Cell, cellName, type Sheet } from './book.ts';
import { hintOf, type Names, type VerdictWords } from './names.ts';
import { type Register, VALUE } from './register.ts';
import { mendedCell } from './relations.ts';

const WIDTHS: Readonly<Record<(typeof COLUMNS)[number], number>> = {
  number: 6,
  severity: 8,
  entity: 16,
  year: 7,
  file: 20,
  'change-at': 36,
  now: 13,
  to: 13,
  difference: 11,
  slip: 12,
  equation: 32,
  reason: 40,
  id: 9,
};

/** Columns that say which report a row is of. */
const WHOSE: readonly string[] = ['entity', 'year', 'file'];

/** The list of what to change: its places lead to the figures, and beside it stands whether its relations hold by now. */
export function problemsSheet(
  list: readonly Listed[],
  rows: ReadonlyMap<Check, number>,
  register: Register,
  names: Names,
  words: VerdictWords,
  lang: Lang,
): Sheet {
  const cells = list.map(({ cells: texts, audit, issue }): (Cell | null)[] => {
    const change = issue && changesOf(issue)[0];
    const spot = change?.spot ?? issue?.lead.spots[0];
    const target = audit && register.known(spot?.figure, audit);
    const first = issue?.findings.map(({ check }) => rows.get(check)).find(row => row !== undefined);
    return [
      ...COLUMNS.map((column): Cell => {
        const text = texts[column] ?? '';
        if (column === 'number') return { number: text, look: 'number' };
        return { text };
      }),
      issue ? mendedCell(issue, rows, names, words) : { text: '' },
      target === undefined
        ? { text: '' }
        : { text: say(lang, 'xlsx.to-figure'), link: `${names.figures}!${cellName(VALUE, target)}` },
      first === undefined ? { text: '' } : { text: say(lang, 'xlsx.to-relation'), link: `${names.relations}!A${first}` },
    ];
  });
  const columns = COLUMNS.map(column => ({
    head: say(lang, `csv.${column}`),
    width: WIDTHS[column],
    hidden: names.whose !== '' && WHOSE.includes(column),
  }));
  const more = [
    { head: say(lang, 'xlsx.col.by-now'), width: 12 },
    { head: names.figures, width: 9 },
    { head: names.relations, width: 9 },
  ];
  return {
    name: names.problems,
    title: names.title,
    hint: hintOf(names, say(lang, list.length === 0 ? 'html.none' : 'xlsx.hint.problems')),
    columns: [...columns, ...more],
    rows: cells,
    states: { columns: [columns.length], words: words.list },
  };
}
