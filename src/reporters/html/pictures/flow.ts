import { type Audit, Big, type Figure, formatLike, levelOf, type Scope } from '../../../model/index.ts';
import { tidy } from '../../parts/clean.ts';
import { type Lang, say } from '../../parts/words/index.ts';
import { box, label, labelWidth, linked, picture, round } from './svg.ts';

/** Money that comes from the budget, by scope; then money of other kinds, by indicator (keys of indicators.yaml). */
const GRANTS: readonly Scope[] = ['一般公共预算', '政府性基金', '国有资本'];
const SOURCES = [
  '上级补助收入',
  '事业收入',
  '经营收入',
  '附属单位上缴收入',
  '其他收入',
  '其他资金',
  '财政专户管理资金',
  '使用非财政拨款结余',
  '年初结转和结余',
];
const KINDS = ['基本支出', '项目支出', '上缴上级支出', '经营支出', '对附属单位补助支出'];
const LEFT_OVER = ['结余分配', '年末结转和结余'];

interface Node {
  readonly name: string;
  readonly value: Big;
  readonly figure?: Figure;
  /** What of it goes on, by the name of the node it goes to. */
  readonly parts?: readonly { readonly to: string; readonly value: Big }[];
}

interface Drawn extends Node {
  readonly y: number;
  readonly height: number;
}

const WIDTH = 800;
const THICK = 10;
/** The longest column is this high; every node has room for its label. */
const HIGH = 260;
const LINE = 17;
const GAP = 5;
const TOP = 8;
/** Left edges of the columns. */
const AT = { sources: 206, pool: 296, functions: 376, kinds: 652 };

/**
 * Where the money comes from and what it is spent on: sources, what they come to, classes of functions, kinds of expenditure, as
 * printed. Null where the report does not tell both sides.
 */
export function flowPicture(audit: Audit, wrong: ReadonlySet<string>, prefix: string, lang: Lang): string | null {
  const told = toldBy(audit);
  const sources = sourcesOf(told, lang);
  const functions = functionsOf(told);
  if (sources.length === 0 || functions.length < 1) return null;
  const uses = [...functions, ...LEFT_OVER.flatMap(name => nodeOf(told.get(keyOf(name, '全部资金')), name))];
  const sum = (nodes: readonly Node[]) => nodes.reduce((all, { value }) => all.plus(value), new Big(0));
  const most = [sum(sources), sum(uses)].reduce((a, b) => (a.gt(b) ? a : b));
  if (most.lte(0)) return null;
  const scale = (value: Big) => Number(value.times(HIGH).div(most).toFixed(2));
  const kinds = KINDS.flatMap((name): Node[] => {
    const value = sum(
      functions.flatMap(({ parts = [] }) => parts.filter(part => part.to === name).map(part => ({ ...part, name }))),
    );
    const figure = told.get(keyOf(name, '全部资金'));
    return value.gt(0) ? [{ name, value, ...(figure ? { figure } : {}) }] : [];
  });
  const columns = [sources, uses, kinds].map(nodes => stacked(nodes, scale));
  const height = Math.max(HIGH + 2 * TOP, ...columns.map(column => bottomOf(column) + TOP));
  const [left, middle, right] = columns.map(column => moved(column, (height - bottomOf(column) - TOP) / 2)) as [
    Drawn[],
    Drawn[],
    Drawn[],
  ];
  const total = told.get(keyOf('收支总计', '全部资金'));
  const pool = { y: (height - HIGH) / 2, height: HIGH };
  const look = (node: Node) => (node.figure && wrong.has(node.figure.id) ? 'bad' : '');
  const amount = ({ value, figure }: Node) => ` ${figure ? tidy(figure.printed) : printedLike(value, functions)}`;
  const words = (one: Node) => one.name + amount(one);
  const href = ({ figure }: Node) => (figure ? prefix + figure.id : null);
  const node = (one: Drawn, x: number) => box(x, one.y, THICK, Math.max(1, one.height), `node ${look(one)}`.trim(), words(one));
  const beside = (one: Drawn, x: number, room: number, end = false) =>
    linked(
      href(one),
      label({ x, y: one.y + Math.max(one.height, 0) / 2 + 4, text: one.name, kept: amount(one), look: look(one), end, room }),
    );

  const ribbons: string[] = [];
  let into = pool.y;
  for (const one of left) {
    ribbons.push(ribbon(AT.sources + THICK, one.y, AT.pool, into, one.height));
    into += one.height;
  }
  let out = pool.y;
  for (const one of middle) {
    ribbons.push(ribbon(AT.pool + THICK, out, AT.functions, one.y, one.height));
    out += one.height;
  }
  const filled = new Map(right.map(one => [one.name, one.y]));
  for (const one of middle) {
    let from = one.y;
    for (const part of one.parts ?? []) {
      const to = filled.get(part.to);
      if (to === undefined) continue;
      const high = scale(part.value);
      ribbons.push(ribbon(AT.functions + THICK, from, AT.kinds, to, high));
      from += high;
      filled.set(part.to, to + high);
    }
  }
  const middleRoom = right.length > 0 ? AT.kinds - AT.functions - THICK - 12 : WIDTH - AT.functions - THICK - 12;
  const drawn = [
    ...ribbons,
    ...left.flatMap(one => [node(one, AT.sources), beside(one, AT.sources - 6, AT.sources - 8, true)]),
    box(
      AT.pool,
      pool.y,
      THICK,
      pool.height,
      'node',
      total ? words({ name: say(lang, 'picture.total'), value: most, figure: total }) : '',
    ),
    ...middle.flatMap(one => [node(one, AT.functions), beside(one, AT.functions + THICK + 6, middleRoom)]),
    ...right.flatMap(one => [node(one, AT.kinds), beside(one, AT.kinds + THICK + 6, WIDTH - AT.kinds - THICK - 8)]),
  ];
  const unit = functions[0]!.figure!.amount.unit;
  return picture(say(lang, 'picture.flow', { unit }), widthOf(right, words), height, drawn, say(lang, 'picture.flow.note'));
}

type Told = ReadonlyMap<string, Figure>;

const keyOf = (indicator: string, scope: Scope) => `${indicator} ${scope}`;

/** The amounts of the report's own year; of several places that tell one, the first table, else the first place. */
function toldBy({ figures, kind, year }: Audit): Told {
  const measure = levelOf(kind);
  const told = new Map<string, Figure>();
  for (const figure of figures) {
    const { indicator, scope, period } = figure.fact;
    const own = figure.fact.measure === measure && (year === null || period === year) && figure.amount.kind === 'money';
    if (!own || indicator === null || scope === null) continue;
    const key = keyOf(indicator, scope);
    const known = told.get(key);
    if (!known || (!known.at && figure.at)) told.set(key, figure);
  }
  return told;
}

function nodeOf(figure: Figure | undefined, name: string): Node[] {
  return figure?.amount.value.gt(0) ? [{ name, value: figure.amount.value, figure }] : [];
}

function sourcesOf(told: Told, lang: Lang): Node[] {
  const grants = GRANTS.flatMap(scope => nodeOf(told.get(keyOf('本年收入', scope)), say(lang, 'picture.grant', { scope })));
  const whole = nodeOf(told.get(keyOf('本年收入', '财政拨款')), say(lang, 'picture.grants'));
  return [...(grants.length > 0 ? grants : whole), ...SOURCES.flatMap(name => nodeOf(told.get(keyOf(name, '全部资金')), name))];
}

/** Classes of functions (类) with their kinds of expenditure; of all money, where that is told. */
function functionsOf(told: Told): Node[] {
  const found = [...told].flatMap(([key, figure]): Node[] => {
    const [, name = '', scope = ''] = /^功能\/([^/\s]+) (\S+)$/.exec(key) ?? [];
    if (scope !== '全部资金' || figure.amount.value.lte(0)) return [];
    const parts = KINDS.flatMap(to => {
      const value = told.get(keyOf(`功能${to}/${name}`, '全部资金'))?.amount.value;
      return value?.gt(0) ? [{ to, value }] : [];
    });
    return [{ name, value: figure.amount.value, figure, parts }];
  });
  return found;
}

function stacked(nodes: readonly Node[], scale: (value: Big) => number): Drawn[] {
  let y = TOP;
  return nodes.map(node => {
    const height = scale(node.value);
    // What is thinner than its label stands in the middle of the label's line.
    const room = Math.max(height, LINE);
    const drawn = { ...node, y: y + (room - height) / 2, height };
    y += room + GAP;
    return drawn;
  });
}

const bottomOf = (column: readonly Drawn[]) => {
  const last = column.at(-1);
  return last ? last.y + last.height / 2 + Math.max(last.height, LINE) / 2 : 0;
};

const moved = (column: readonly Drawn[], by: number) => column.map(one => ({ ...one, y: one.y + Math.max(0, by) }));

/** A band between two columns, as high at both ends. */
function ribbon(x0: number, y0: number, x1: number, y1: number, height: number): string {
  const bend = (x0 + x1) / 2;
  const [a, b, c, d, m] = [y0, y1, y1 + height, y0 + height, bend].map(round);
  return `<path class="ribbon" d="M${x0} ${a}C${m} ${a} ${m} ${b} ${x1} ${b}V${c}C${m} ${c} ${m} ${d} ${x0} ${d}Z"/>`;
}

/** A sum of ours, printed as the report prints. */
function printedLike(value: Big, [first]: readonly Node[]): string {
  return first?.figure ? formatLike(value, first.figure.amount) : value.toFixed(2);
}

function widthOf(right: readonly Drawn[], words: (node: Node) => string): number {
  const longest = Math.max(0, ...right.map(one => labelWidth(words(one))));
  return right.length > 0 ? Math.min(WIDTH, AT.kinds + THICK + 14 + longest) : WIDTH - 100;
}
