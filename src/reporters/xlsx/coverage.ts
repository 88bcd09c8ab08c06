import type { Audit, Figure } from '../../model/index.ts';
import { groupBy } from '../parts/group.ts';
import { headOf } from '../parts/where.ts';
import { type Lang, say } from '../parts/words/index.ts';
import { type Cell, cellName, FIRST_ROW, type Sheet } from './book.ts';
import { hintOf, type Names, VERDICT, type VerdictWords } from './names.ts';
import { nameOf } from './register.ts';

const number = (value: number): Cell => ({ number: String(value), look: 'number' });

/** What was checked, by section and table; then the totals, and how many relations hold by now. */
export function coverageSheet(audits: readonly Audit[], names: Names, words: VerdictWords, lang: Lang): Sheet {
  const groups = audits.flatMap(audit =>
    groupBy(audit.figures, figure => headOf(figure, lang)).map(figures => ({ audit, figures })),
  );
  const rows = groups.map(({ audit, figures }, i) => {
    const of = (test: (figure: Figure) => boolean) => figures.filter(test).length;
    const checked = of(({ id }) => (audit.ties.get(id) ?? 0) > 0);
    const bounded = of(({ id }) => audit.bounded.has(id));
    const counts = [figures.length, checked, bounded, figures.length - checked];
    return [{ text: nameOf(audit) }, { text: headOf(figures[0]!, lang) }, ...counts.map(number), share(FIRST_ROW + i, counts)];
  });
  const last = FIRST_ROW + rows.length;
  const sums = [2, 3, 4, 5].map((column): Cell => {
    const sum = rows.reduce((all, row) => all + Number((row[column] as Cell).number), 0);
    const range = `${cellName(column, FIRST_ROW)}:${cellName(column, Math.max(FIRST_ROW, last - 1))}`;
    return { formula: `SUBTOTAL(9,${range})`, number: String(sum), look: 'sum' };
  });
  const total: Cell[] = [
    { text: say(lang, 'xlsx.total'), look: 'head' },
    { text: '', look: 'head' },
    ...sums,
    share(
      last,
      sums.map(cell => Number(cell.number)),
    ),
  ];
  const unread = audits.reduce((all, { gaps }) => all + gaps.length, 0);
  const verdicts = [words.fails, words.rounding, words.holds, words.undecided].map((word): (Cell | null)[] => {
    const now = [...words.now.values()].filter(one => one === word).length;
    const range = `${names.relations}!$${VERDICT}$${FIRST_ROW}:$${VERDICT}$${FIRST_ROW - 1 + Math.max(1, words.now.size)}`;
    return [
      null,
      { text: say(lang, 'xlsx.relations', { word }) },
      { formula: `COUNTIF(${range},"${word}")`, number: String(now), look: 'number' },
    ];
  });
  const heads = ['unit-body', 'head', 'counted', 'checked', 'bounded', 'unchecked', 'share'];
  return {
    name: names.coverage,
    title: names.title,
    hint: hintOf(names, say(lang, 'xlsx.hint.coverage')),
    columns: heads.map((head, i) => ({ head: say(lang, `xlsx.col.${head}`), width: i < 2 ? 36 : 14 })),
    rows,
    foot: [total, [null], ...verdicts, [null, { text: say(lang, 'xlsx.unread') }, number(unread)]],
  };
}

function share(row: number, [figures = 0, checked = 0]: readonly number[]): Cell {
  const now = figures === 0 ? 0 : checked / figures;
  return { formula: `IF(C${row}=0,0,D${row}/C${row})`, number: String(Number(now.toFixed(6))), look: 'share' };
}
