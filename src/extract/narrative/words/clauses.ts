import type { Text } from '../../../model/index.ts';
import { pathOf } from '../../labels.ts';
import { type Mention, mentionsOf } from '../../mentions.ts';
import { phrase } from '../../phrases.ts';
import { originOf, type Plain, plain } from '../../plain.ts';
import type { Topic } from '../topics.ts';
import { asSettled } from './planned.ts';

/** A stretch between two punctuation marks. Offsets are into the paragraph's plain text. */
export interface Clause {
  readonly start: number;
  readonly end: number;
  /** The mark that ends it; '' at the end of the paragraph. */
  readonly mark: string;
  readonly text: string;
  readonly mentions: readonly Mention[];
}

/** A paragraph cut into clauses. */
export interface Passage {
  readonly plain: Plain;
  readonly text: Text;
  readonly clauses: readonly Clause[];
}

/**
 * No one writes as much without a mark; what is longer is cut, so that looking through a clause for each of its words costs no more than
 * so many looks at each character of a report.
 */
export const LONGEST = 1000;

/**
 * Cuts a paragraph at 。；，： — and at 、 and brackets where an amount stands beside them. Marks inside brackets or book titles
 * that carry no amount do not cut: they belong to a name. `planned`: the words are those of a budget.
 */
export function passageOf(text: Text, planned = false): Passage {
  const body = planned ? asSettled(plain(text)) : plain(text);
  const mentions = mentionsOf(body.s);
  const cuts = cutsOf(body.s, mentions);
  const clauses: Clause[] = [];
  let start = 0;
  let next = 0;
  const add = (end: number, mark: string) => {
    const first = next;
    while (next < mentions.length && mentions[next]!.start < end) next++;
    clauses.push({ start, end, mark, text: body.s.slice(start, end), mentions: mentions.slice(first, next) });
  };
  for (const cut of [...cuts, body.s.length]) {
    for (; cut - start > LONGEST; start += LONGEST) add(start + LONGEST, '');
    if (cut > start || cut < body.s.length) add(cut, body.s[cut] ?? '');
    start = cut + 1;
  }
  return { plain: body, text, clauses };
}

function cutsOf(s: string, mentions: readonly Mention[]): number[] {
  const cuts: number[] = [];
  const open: { at: number; cuts: boolean }[] = [];
  const ends = new Set(mentions.map(mention => mention.unitEnd));
  const closes = closesOf(s);
  const holds = amountsBy(mentions);
  let shut = 0;
  let next = 0;
  for (let i = 0; i < s.length; i++) {
    const c = s[i]!;
    if (c === '（' || c === '《') {
      while (next < mentions.length && mentions[next]!.start <= i) next++;
      const close = c === '（' ? closes(i) : -1;
      const opensList = phrase.bracketStart.test(s.slice(i + 1, i + 5)) || countsOn(mentions[next - 1], mentions[next], i);
      const cutting = holds(next, close, opensList);
      open.push({ at: i, cuts: cutting });
      if (cutting) cuts.push(i);
      else shut++;
    } else if (c === '）' || c === '》') {
      const closed = open.pop();
      if (closed?.cuts) cuts.push(i);
      else if (closed) shut--;
    } else if (isStop(s, i) || '；，：！？'.includes(c)) {
      if (c === '。' || shut === 0) {
        cuts.push(i);
        if (c === '。') {
          open.length = 0;
          shut = 0;
        }
      }
    } else if (c === '、' && ends.has(i)) cuts.push(i);
  }
  return cuts;
}

/** Where the bracket that opens at a place closes, those inside it («（因公出国（境）费 1 万元）») aside; −1 where it does not. */
function closesOf(s: string): (from: number) => number {
  const closes = new Map<number, number>();
  const open: number[] = [];
  for (let i = 0; i < s.length; i++)
    if (s[i] === '（') open.push(i);
    else if (s[i] === '）' && open.length) closes.set(open.pop()!, i);
    else if (isStop(s, i)) open.length = 0;
  return from => closes.get(from) ?? -1;
}

/** A full stop, but for one inside a bracket that ends with it: «（A 1 万元；B 2 万元。）». */
const isStop = (s: string, at: number) => s[at] === '。' && s[at + 1] !== '）';

/** «26 人（在职 20 人，退休 6 人）»: a bracket right behind a count goes on with its unit. */
function countsOn(before: Mention | undefined, first: Mention | undefined, open: number): boolean {
  return before?.unitEnd === open && before.amount.kind === 'count' && first?.amount.unit === before.amount.unit;
}

/** Whether an amount stands among the mentions from one on up to a place; a count is one only where a list opens. */
function amountsBy(mentions: readonly Mention[]): (from: number, end: number, opensList: boolean) => boolean {
  /** For each mention the start of the first from it on that is an amount, and of the first that is one or a count. */
  const starts: { amount: number; counted: number }[] = [];
  let nearest = { amount: Number.POSITIVE_INFINITY, counted: Number.POSITIVE_INFINITY };
  for (let i = mentions.length - 1; i >= 0; i--) {
    const { threshold, amount, start } = mentions[i]!;
    const isAmount = !threshold && (amount.kind === 'money' || amount.kind === 'percent');
    const isCounted = isAmount || (!threshold && amount.kind === 'count');
    nearest = { amount: isAmount ? start : nearest.amount, counted: isCounted ? start : nearest.counted };
    starts[i] = nearest;
  }
  return (from, end, opensList) => {
    const first = starts[from];
    return first !== undefined && (opensList ? first.counted : first.amount) < end;
  };
}

/** «具体情况如下»; not «包括 A 1 万元和 B 2 万元», which tells its parts itself. */
export function isOpener({ text, start, mentions }: Clause): boolean {
  const words = phrase.listWhole.exec(text);
  return words !== null && !mentions.some(mention => mention.start >= start + words.index);
}

/** The clause so many steps after (or before) another. */
export function besideIn({ clauses }: Passage, clause: Clause, steps: number): Clause | undefined {
  return clauses[clauses.indexOf(clause) + steps];
}

/**
 * A 类 or 款 alone in its paragraph: a heading of what follows, whatever its number. `items`: a 项 as well, where those before it
 * were headings.
 */
export function isTitle({ plain, clauses }: Passage, items: boolean): boolean {
  const path = clauses.length === 1 && clauses[0]!.mentions.length === 0 ? pathOf(plain.s) : null;
  return path !== null && (items || path.item === undefined);
}

/** «运行维护费 6 万元，主要用于燃料费 4 万元、维修费 1 万元»: what a part was used for is no part beside it. */
function tellsUses({ text, mentions }: Clause): boolean {
  const [first] = mentions;
  return first?.amount.kind === 'money' && !first.threshold && phrase.usesStart.test(text);
}

/** What stands before a mention in its clause, from the mention before it on, a bracket that adds to that one aside. */
export function leadOf(clause: Clause, index: number): string {
  const mention = clause.mentions[index]!;
  const from = index > 0 ? clause.mentions[index - 1]!.unitEnd : clause.start;
  const lead = clause.text.slice(from - clause.start, mention.start - clause.start).replace(TURNED, '$2$1');
  return index > 0 ? lead.replace(/^（[^（）]*）(?=[、，]?[^、，])/, '') : lead;
}

/** «调整预算支出 9 万元，决算支出 8 万元»: the budget and the outcome of what was spent. */
const TURNED = /((?:年初|调整后?|全年)预算数?|(?<!预)决算数?)(收入|支出)(?=(?:总计|合计)?[为是]?$)/;

/** The characters [start, end) of the plain text as they are printed. */
export function printedOf(passage: Passage, start: number, end: number): string {
  const [from, to] = originOf(passage.plain, start, end);
  return passage.text.content.slice(from, to);
}

/** «其中A 1 万元», «（1）A 1 万元» inside a sentence; not «其中使用上年结转 1 万元», and not «其中：», which opens by its mark. `told`: what was, and may have parts. */
export function startsList(clause: Clause, told: Topic | null): boolean {
  const { text, mark } = clause;
  if (!told || (text.length === 2 && mark === '：')) return false;
  if (!phrase.listStart.test(text)) return told.list !== null && told.level !== null && tellsUses(clause);
  return clause.mentions[0] ? !phrase.carryOver.test(leadOf(clause, 0)) : /^其中/.test(text);
}

/** «年初预算为 9 万元», «支出决算数 8 万元»: a plan or an outcome by no name of its own. */
export function tellsPlan(clause: Clause): boolean {
  return clause.mentions[0]?.amount.kind === 'money' && phrase.plan.test(leadOf(clause, 0));
}
