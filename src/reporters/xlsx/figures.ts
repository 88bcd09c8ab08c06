import { decimalsOf, formatLike } from '../../model/index.ts';
import { tidy } from '../parts/clean.ts';
import { briefWords, finderOf, headOf } from '../parts/where.ts';
import { type Lang, say } from '../parts/words/index.ts';
import { type Cell, FIRST_ROW, type Sheet } from './book.ts';
import { hintOf, type Names, VERDICT, type VerdictWords } from './names.ts';
import { nameOf, type Register } from './register.ts';
import { over } from './terms.ts';

/** Beyond so many relations a formula that looks at all of them would be too long. */
const MOST = 400;

/**
 * One row for each figure: where it stands and what it says. Its number may be changed; whether the relations that speak of it hold
 * stands beside it. `uses`: row of a figure → rows of the relations that speak of it and are decided.
 */
export function figuresSheet(
  register: Register,
  uses: ReadonlyMap<number, readonly number[]>,
  names: Names,
  words: VerdictWords,
  lang: Lang,
): Sheet {
  const audits = [...new Set(register.entries.map(({ audit }) => audit))];
  const finders = new Map(audits.map(audit => [audit, finderOf(audit, lang)]));
  const reasons = new Map(audits.flatMap(audit => audit.unchecked.map(one => [one.place, one] as const)));
  const rows = register.entries.map(({ figure, audit }, i): (Cell | null)[] => {
    const { amount, printed, label } = figure;
    const relations = uses.get(FIRST_ROW + i) ?? [];
    const reason = reasons.get(figure.place);
    const why = relations.length === 0 && reason ? tidy(say(lang, reason.why, reason.params)) : '';
    const [first] = relations;
    return [
      { number: String(i + 1), look: 'number' },
      { text: nameOf(audit) },
      { text: headOf(figure, lang) },
      { text: tidy(label) },
      { text: briefWords({ ...figure, figure }, finders.get(audit)!) },
      { number: formatLike(amount.value, amount), look: 'input', decimals: decimalsOf(amount) },
      { text: amount.unit },
      { text: tidy(printed) },
      state(relations, audit.bounded.has(figure.id), names, words, lang),
      first === undefined
        ? { text: '' }
        : { text: say(lang, 'html.checks', { count: relations.length }), link: `${names.relations}!A${first}` },
      { text: why },
    ];
  });
  const heads = ['number', 'unit-body', 'head', 'label', 'place', 'value', 'unit', 'printed', 'state', 'used', 'why'];
  const widths = [6, 18, 22, 20, 34, 14, 7, 14, 10, 10, 28];
  return {
    name: names.figures,
    title: names.title,
    hint: hintOf(names, say(lang, 'xlsx.hint.figures')),
    columns: heads.map((head, i) => ({
      head: say(lang, `xlsx.col.${head}`),
      width: widths[i]!,
      hidden: head === 'unit-body' && names.whose !== '',
    })),
    rows,
    states: { columns: [8], words: words.list },
  };
}

/** Whether all that is said of a figure holds: a formula over its relations, so that it turns with them. */
function state(rows: readonly number[], bounded: boolean, names: Names, words: VerdictWords, lang: Lang): Cell {
  if (rows.length === 0) return { text: words.undecided, look: 'state' };
  const now = rows.map(row => words.now.get(row));
  const fine = bounded ? say(lang, 'html.state.bounded') : words.holds;
  const text = now.includes(words.fails) ? words.fails : fine;
  if (rows.length > MOST) return { text, look: 'state' };
  const bad = over(
    'OR',
    rows.map(row => `${names.relations}!${VERDICT}${row}="${words.fails}"`),
  );
  return { formula: `IF(${bad},"${words.fails}","${fine}")`, text, look: 'state' };
}
