import { type Audit, Big, type Check, type Figure, figuresOf, type Issue, type Relation } from '../../model/index.ts';
import { tidy } from '../parts/clean.ts';
import { type Lang, say } from '../parts/words/index.ts';
import { type Cell, cellName, FIRST_ROW, type Sheet } from './book.ts';
import { liveOf, type Row, type Setting } from './formulas.ts';
import { hintOf, type Names, VERDICT, type VerdictWords } from './names.ts';
import { nameOf, type Register, VALUE } from './register.ts';
import { digitsOf, type Unit } from './terms.ts';

/** A relation and the report whose figures it speaks of; in a comparison those of the earlier one may be among them. */
export interface Relating {
  readonly check: Check;
  readonly audit: Audit;
  /** The report a figure is of, where that is another one. */
  readonly of?: (figure: Figure) => Audit;
}

export interface RelationsOptions {
  readonly lang: Lang;
  readonly names: Names;
  readonly words: VerdictWords;
  readonly register: Register;
  readonly equation: (check: Check) => string | null;
  /** The title of a rule. */
  readonly title: (rule: string) => string;
  /** The row in the sheet of problems of the problem that explains a check. */
  readonly problem: (check: Check) => number | undefined;
}

/** A formula of more characters is refused by Excel. */
const LONGEST = 8000;
const SHOWN = 3;
const MOST = 200;

/** Row of a figure → rows of the relations that speak of it and are decided. */
export type Uses = Map<number, number[]>;

/** One row for each relation, both sides calculated from the sheet of figures; whether it holds is a formula as well. */
export function relationsSheet(list: readonly Relating[], uses: Uses, options: RelationsOptions): Sheet {
  const { lang, names, words } = options;
  const lists = listsOf(list);
  const rows = list.map((one, i) => row(one, FIRST_ROW + i, lists, uses, options));
  const heads = [
    'number',
    'unit-body',
    'rule',
    'title',
    'about',
    'left',
    'right',
    'apart',
    'slack',
    'verdict',
    'was',
    'unit',
    'equation',
    'figures',
    'problem',
  ];
  const widths = [6, 16, 10, 22, 26, 13, 13, 11, 11, 14, 14, 6, 38, 14, 9];
  return {
    name: names.relations,
    title: names.title,
    hint: hintOf(names, say(lang, 'xlsx.hint.relations')),
    columns: heads.map((head, i) => ({
      head: say(lang, `xlsx.col.${head}`),
      width: widths[i]!,
      hidden: head === 'unit-body' && names.whose !== '',
    })),
    rows,
    states: { columns: [9, 10], words: words.list },
  };
}

function row(one: Relating, n: number, lists: Lists, uses: Uses, options: RelationsOptions): (Cell | null)[] {
  const { check, audit } = one;
  const { lang, names, words, register, equation, title, problem } = options;
  const { relation, verdict } = check;
  const figures = figuresOf(relation);
  const own = (figure: Figure) => register.row(figure, one.of?.(figure) ?? audit);
  const targets = figures.map(own);
  const word = words[verdict];
  words.now.set(n, word);
  if (verdict !== 'undecided') for (const target of targets) uses.set(target, [...(uses.get(target) ?? []), n]);
  const explained = problem(check);
  const numbers = targets.slice(0, SHOWN).map(target => String(target - FIRST_ROW + 1));
  return [
    { number: String(n - FIRST_ROW + 1), look: 'number' },
    { text: nameOf(audit) },
    { text: relation.rule },
    { text: title(relation.rule) },
    { text: tidy(relation.about) },
    ...calculated(check, n, figure => `${names.figures}!${cellName(VALUE, own(figure))}`, lists.of(check), options),
    { text: word, look: 'state' },
    { text: unitOf(relation).name },
    { text: tidy(equation(check) ?? '') },
    targets.length === 0
      ? { text: '' }
      : {
          text: targets.length > SHOWN ? say(lang, 'xlsx.numbers', { numbers, count: targets.length }) : numbers.join(', '),
          link: `${names.figures}!${cellName(VALUE, targets[0]!)}`,
        },
    explained === undefined
      ? { text: '' }
      : { text: say(lang, 'xlsx.problem', { number: explained - FIRST_ROW + 1 }), link: `${names.problems}!A${explained}` },
  ];
}

/** Both sides, their difference, what the printed digits explain, and the verdict: formulas, as far as there is something to calculate. */
function calculated(
  check: Check,
  n: number,
  cells: Setting['cells'],
  list: readonly Figure[],
  { words }: RelationsOptions,
): Cell[] {
  const { relation, verdict, missing, stated, residual, slack } = check;
  const word = words[verdict];
  const unit = unitOf(relation);
  const at: Row = { left: `F${n}`, right: `G${n}`, apart: `H${n}`, slack: `I${n}` };
  // «约30万元» states no exact number: it may confirm, but it contradicts nothing.
  const weak = figuresOf(relation).some(({ amount }) => amount.approximate);
  const said = weak ? { ...words, rounding: words.undecided, fails: words.undecided } : words;
  const live = missing.length > 0 ? null : liveOf(relation, { cells, row: at, words: said, unit, list });
  const long = live && [live.left, live.right, live.slack, live.verdict].some(formula => formula.length > LONGEST);
  if (!live || long) return [...Array.from({ length: 4 }, (): Cell => ({ text: '' })), { text: word, look: 'state' }];
  const scale = relation.kind === 'ratio' ? new Big(1) : unit.factor;
  const decimals =
    relation.kind === 'ratio' ? Math.max(2, -relation.rate.amount.step.e) : digitsOf(figuresOf(relation), unit) - 2;
  const digits = relation.kind === 'ratio' ? 9 : digitsOf(figuresOf(relation), unit);
  const number = (value: Big | null, more = 0): Pick<Cell, 'number' | 'text'> =>
    value === null
      ? { text: '' }
      : {
          number: value
            .div(scale)
            .round(decimals + more + 4)
            .toString(),
        };
  const shown = (formula: string, value: Big | null, more = 0): Cell => ({
    formula,
    ...number(value, more),
    look: 'number',
    decimals: decimals + more,
  });
  return [
    shown(live.left, stated),
    shown(live.right, stated && residual && stated.plus(residual)),
    shown(`IF(${at.right}="","",ROUND(${at.right}-${at.left},${digits}))`, residual),
    /^[\d.]+$/.test(live.slack) ? { number: live.slack, look: 'number', decimals: decimals + 1 } : shown(live.slack, slack, 1),
    // A reading that is too weak to accuse stays so, whatever the numbers.
    verdict === 'undecided' && !weak ? { text: word, look: 'state' } : { formula: live.verdict, text: word, look: 'state' },
  ];
}

/** The unit a relation is calculated in: that of its first figure that is no rate. */
function unitOf(relation: Relation): Unit {
  if (relation.kind === 'form') return { factor: new Big(1), name: '' };
  if (relation.kind === 'ratio') {
    const level = relation.whole[0]?.figure.amount ?? relation.rate.amount;
    return { factor: level.factor, name: '%' };
  }
  const figures = figuresOf(relation);
  const level = relation.kind === 'implied' ? figures.find(({ amount }) => amount.kind !== 'percent') : figures[0];
  const { factor, unit } = (level ?? figures[0]!).amount;
  return { factor, name: unit };
}

interface Lists {
  of(check: Check): readonly Figure[];
}

/** The shares of each list, each once. */
function listsOf(list: readonly Relating[]): Lists {
  const known = new Map<Audit, Map<number, Map<string, Figure>>>();
  for (const { check, audit } of list) {
    const { relation } = check;
    if (relation.kind !== 'ratio' || relation.list === undefined) continue;
    const own = known.get(audit) ?? new Map<number, Map<string, Figure>>();
    known.set(audit, own);
    own.set(relation.list, (own.get(relation.list) ?? new Map<string, Figure>()).set(relation.rate.id, relation.rate));
  }
  const audits = new Map(list.map(({ check, audit }) => [check, audit]));
  return {
    of(check) {
      const { relation } = check;
      if (relation.kind !== 'ratio' || relation.list === undefined) return [];
      return [...(known.get(audits.get(check)!)?.get(relation.list)?.values() ?? [])];
    },
  };
}

/** The rows of a problem's relations, and what they say of it now: whether it is mended. */
export function mendedCell(issue: Issue, rows: ReadonlyMap<Check, number>, names: Names, words: VerdictWords): Cell {
  // What is a matter of form has no numbers that could turn it.
  const calculated = issue.findings.filter(({ check }) => check.relation.kind !== 'form');
  const own = [...new Set(calculated.flatMap(({ check }) => rows.get(check) ?? []))];
  if (own.length === 0) return { text: '' };
  const bad = own.slice(0, MOST).map(row => `${names.relations}!${VERDICT}${row}="${words.fails}"`);
  const test = bad.length === 1 ? bad[0]! : `OR(${bad.join(',')})`;
  const now = own.some(row => words.now.get(row) === words.fails) ? words.fails : words.holds;
  return { formula: `IF(${test},"${words.fails}","${words.holds}")`, text: now, look: 'state' };
}
