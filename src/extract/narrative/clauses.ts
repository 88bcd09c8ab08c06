import type { Text } from '../../model/index.ts';
import { pathOf } from '../labels.ts';
import { type Mention, mentionsOf } from '../mentions.ts';
import { phrase } from '../phrases.ts';
import { originOf, type Plain, plain } from '../plain.ts';

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
 * Cuts a paragraph at 。；，： — and at 、 and brackets where an amount stands beside them. Marks inside brackets or book titles
 * that carry no amount do not cut: they belong to a name.
 */
export function passageOf(text: Text): Passage {
  const body = plain(text);
  const mentions = mentionsOf(body.s);
  const cuts = cutsOf(body.s, mentions);
  const clauses: Clause[] = [];
  let start = 0;
  let next = 0;
  for (const cut of [...cuts, body.s.length]) {
    const end = cut;
    const first = next;
    while (next < mentions.length && mentions[next]!.start < end) next++;
    if (end > start || cut < body.s.length) {
      clauses.push({
        start,
        end,
        mark: body.s[cut] ?? '',
        text: body.s.slice(start, end),
        mentions: mentions.slice(first, next),
      });
    }
    start = cut + 1;
  }
  return { plain: body, text, clauses };
}

function cutsOf(s: string, mentions: readonly Mention[]): number[] {
  const cuts: number[] = [];
  const open: { at: number; cuts: boolean }[] = [];
  const ends = new Set(mentions.map(mention => mention.unitEnd));
  const lastClose = s.lastIndexOf('）');
  let next = 0;
  for (let i = 0; i < s.length; i++) {
    const c = s[i]!;
    if (c === '（' || c === '《') {
      while (next < mentions.length && mentions[next]!.start <= i) next++;
      const close = c === '（' && i < lastClose ? s.indexOf('）', i) : -1;
      const cutting = holdsAmount(mentions, next, close, phrase.listStart.test(s.slice(i + 1, i + 5)));
      open.push({ at: i, cuts: cutting });
      if (cutting) cuts.push(i);
    } else if (c === '）' || c === '》') {
      if (open.pop()?.cuts) cuts.push(i);
    } else if ('。；，：！？'.includes(c)) {
      if (c === '。' || !open.length || open.every(one => one.cuts)) {
        cuts.push(i);
        if (c === '。') open.length = 0;
      }
    } else if (c === '、' && ends.has(i)) cuts.push(i);
  }
  return cuts;
}

/** Whether an amount stands among the mentions up to `close`; a count is one only where a list opens. */
function holdsAmount(mentions: readonly Mention[], from: number, close: number, opensList: boolean): boolean {
  for (let i = from; i < mentions.length && mentions[i]!.start < close; i++) {
    const { threshold, amount } = mentions[i]!;
    if (!threshold && (amount.kind === 'money' || amount.kind === 'percent' || (opensList && amount.kind === 'count')))
      return true;
  }
  return false;
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

/** A 类 or 款 alone in its paragraph: a heading of what follows, whatever its number. */
export function isTitle({ plain, clauses }: Passage): boolean {
  const path = clauses.length === 1 && clauses[0]!.mentions.length === 0 ? pathOf(plain.s) : null;
  return path !== null && path.item === undefined;
}

/** What stands before a mention in its clause, from the mention before it on, a bracket that adds to that one aside. */
export function leadOf(clause: Clause, index: number): string {
  const mention = clause.mentions[index]!;
  const from = index > 0 ? clause.mentions[index - 1]!.unitEnd : clause.start;
  const lead = clause.text.slice(from - clause.start, mention.start - clause.start);
  return index > 0 ? lead.replace(/^（[^（）]*）(?=[、，]?[^、，])/, '') : lead;
}

/** The characters [start, end) of the plain text as they are printed. */
export function printedOf(passage: Passage, start: number, end: number): string {
  const [from, to] = originOf(passage.plain, start, end);
  return passage.text.content.slice(from, to);
}
