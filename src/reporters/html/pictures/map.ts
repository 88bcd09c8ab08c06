import { type Audit, type Check, type Figure, figuresOf, type Verdict } from '../../../model/index.ts';
import { groupBy } from '../../parts/group.ts';
import { headOf } from '../../parts/where.ts';
import { type Lang, say } from '../../parts/words/index.ts';
import { box, label, labelWidth, picture } from './svg.ts';

/** Groups of rules, by the letters of their ids, in the order of the catalogue. Rules of a bureau's own come behind them. */
const GROUPS = ['SUM', 'TIE', 'PCT', 'YOY', 'PRJ', 'TXT', 'FRM', 'CPL'];

const NAMES = 260;
const CELL = 74;
const ROW = 24;
const HEAD = 26;

/** `noted`: does not hold, and is only told as a note. */
type State = Verdict | 'noted';
type Counts = Readonly<Record<State, number>>;

/** Which parts of the report were held against what, and how that came out. Null for a report without relations. */
export function mapPicture(audit: Audit, lang: Lang): string | null {
  const heads = groupBy(audit.figures, figure => headOf(figure, lang)).map(([first]) => headOf(first!, lang));
  const nth = new Map(heads.map((head, i) => [head, i]));
  const counts = new Map<string, Record<State, number>>();
  const noted = new Set(audit.findings.flatMap(({ check, severity }) => (severity === 'note' ? [check] : [])));
  const groups = new Set<string>();
  for (const check of audit.checks) {
    const group = groupOf(check);
    const touched = new Set(figuresOf(check.relation).flatMap((figure: Figure) => nth.get(headOf(figure, lang)) ?? []));
    for (const row of touched) {
      groups.add(group);
      const key = `${row} ${group}`;
      const known = counts.get(key) ?? { holds: 0, rounding: 0, noted: 0, fails: 0, undecided: 0 };
      known[check.verdict === 'fails' && noted.has(check) ? 'noted' : check.verdict]++;
      counts.set(key, known);
    }
  }
  if (groups.size === 0) return null;
  const known = GROUPS.filter(group => groups.has(group));
  const columns = [...known, ...[...groups].filter(group => !GROUPS.includes(group)).sort()];
  const drawn = columns.map((group, i) =>
    label({
      x: NAMES + i * CELL + 4,
      y: 16,
      text: GROUPS.includes(group) ? say(lang, `picture.group.${group}`) : group,
      look: 'soft',
      room: CELL - 4,
    }),
  );
  heads.forEach((head, row) => {
    const y = HEAD + row * ROW;
    drawn.push(label({ x: NAMES - 8, y: y + 16, text: head, end: true, room: NAMES - 10 }));
    columns.forEach((group, i) => {
      const own = counts.get(`${row} ${group}`);
      const x = NAMES + i * CELL;
      if (!own) {
        drawn.push(box(x, y, CELL - 3, ROW - 3, 'cell'));
        return;
      }
      const words = (['fails', 'noted', 'undecided', 'rounding', 'holds'] as const)
        .filter(state => own[state] > 0)
        .map(state => `${say(lang, state === 'noted' ? 'severity.note' : `verdict.${state}`)} ${own[state]}`);
      drawn.push(box(x, y, CELL - 3, ROW - 3, `cell ${stateOf(own)}`, words.join(' · ')));
      drawn.push(label({ x: x + 6, y: y + 15, text: signOf(own), look: stateOf(own) }));
    });
  });
  const width = Math.max(NAMES + columns.length * CELL, labelWidth(say(lang, 'picture.map')));
  return picture(say(lang, 'picture.map'), width, HEAD + heads.length * ROW + 2, drawn, say(lang, 'picture.map.note'));
}

const groupOf = ({ relation: { rule } }: Check): string => rule.split('-', 1)[0] ?? rule;

/** The gravest that is known of a cell. */
function stateOf({ fails, noted, undecided, rounding, holds }: Counts): string {
  if (fails > 0) return 'fails';
  if (noted > 0) return 'noted';
  if (undecided > 0 && rounding + holds === 0) return 'undecided';
  return 'holds';
}

/** «2✗ 13✓»; what could not be judged has its own sign: readable without colours. */
function signOf({ fails, noted, undecided, rounding, holds }: Counts): string {
  const fine = rounding + holds;
  return [
    fails > 0 ? `✗${fails}` : '',
    noted > 0 ? `△${noted}` : '',
    fine > 0 ? `✓${fine}` : '',
    undecided > 0 ? `?${undecided}` : '',
  ]
    .filter(Boolean)
    .join(' ');
}
