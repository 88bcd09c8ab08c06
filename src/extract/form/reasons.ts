import { type Block, type Figure, type Remark, remarkAtFigure, type Text } from '../../model/index.ts';
import type { Narrative } from '../narrative/index.ts';
import { phrase } from '../phrases.ts';
import { originOf, type Plain, plain } from '../plain.ts';
import { remarkAt } from './remark.ts';

/** A reason as a sentence tells it: its words without its numbers, and those numbers. */
interface Reason {
  readonly words: string;
  readonly figures: readonly Figure[];
  readonly section: string;
  /** The changes its paragraph tells. */
  readonly changes: ReadonlySet<string>;
}

/** Not the numbers of a list («1.…；2.…»). */
const NUMBER = /(?<![\d.])\d[\d,]*(?:\.\d+)?(?![\d）]|[.、．](?!\d))/g;
/** So many characters of its own make a sentence that was carried from one place to the other. */
const [CARRIED, LONG] = [10, 14];

/**
 * «主要原因是新增某项资金 33.95 万元…» twice, the second time with 35.93: one sentence, told of one change or slipped by a digit, with two
 * amounts. A sentence that stands in many places is a way of speaking, and items have amounts of their own.
 */
export function reasonsToldTwice(blocks: readonly Block[], narrative: Narrative): Remark[] {
  const byWords = new Map<string, Reason[]>();
  const drafts = byBlock(narrative.drafts);
  const changes = byBlock(narrative.topics.flatMap(topic => topic.changes.flatMap(({ change }) => change ?? [])));
  blocks.forEach((block, i) => {
    if (block.kind !== 'paragraph' || narrative.sections.get(i)?.silent) return;
    const amounts = new Set((changes.get(i) ?? []).map(change => change.amount.value.toString()));
    for (const reason of reasonsIn(
      block.text,
      i,
      { section: narrative.sections.get(i)?.title ?? '', changes: amounts },
      drafts,
    )) {
      const told = byWords.get(reason.words);
      if (told) told.push(reason);
      else byWords.set(reason.words, [reason]);
    }
  });
  return [...byWords.values()].flatMap((told): Remark[] => {
    const [first, second, ...more] = told;
    if (!first || !second || more.length || first.section === second.section) return [];
    const apart = first.figures.flatMap((one, n) => (one.printed === second.figures[n]!.printed ? [] : [n]));
    if (apart.length !== 1 || !isOne(first, second, apart[0]!)) return [];
    const [one, other] = [first.figures[apart[0]!]!, second.figures[apart[0]!]!];
    const params = { name: one.label, one: one.printed, other: other.printed };
    return [remarkAtFigure('TIE-003', 'narrative', other, { holds: false, figures: [other, one], params })];
  });
}

/** The figures of each block, gathered once for all of its sentences. */
function byBlock(figures: readonly Figure[]): ReadonlyMap<number, Figure[]> {
  const blocks = new Map<number, Figure[]>();
  for (const figure of figures) {
    const block = figure.place.block ?? -1;
    const known = blocks.get(block);
    if (known) known.push(figure);
    else blocks.set(block, [figure]);
  }
  return blocks;
}

function reasonsIn(
  content: Text,
  block: number,
  where: Pick<Reason, 'section' | 'changes'>,
  drafts: ReadonlyMap<number, readonly Figure[]>,
): Reason[] {
  const text = plain(content);
  const own = drafts.get(block) ?? [];
  let from = 0;
  return text.s.split('。').flatMap((sentence): Reason[] => {
    const start = from;
    from += sentence.length + 1;
    const said = phrase.reason.exec(sentence);
    if (!said) return [];
    const begin = start + said.index;
    const words = text.s.slice(begin, start + sentence.length);
    const figures = [...words.matchAll(NUMBER)].map(match => at(content, text, begin + match.index, match[0], own));
    const plainWords = words.replace(NUMBER, '#');
    if (!figures.length || !figures.every(figure => figure !== null) || plainWords.length < CARRIED) return [];
    return [{ words: plainWords, figures, ...where }];
  });
}

/** The figure whose digits stand at a place of the plain text; null for a year or an ordinal. */
function at(content: Text, text: Plain, start: number, digits: string, own: readonly Figure[]): Figure | null {
  const printed = own.filter(figure => figure.printed.replace(/[%％]$/, '') === digits);
  if (printed.length < 2) return printed[0] ?? null;
  const [from, to] = originOf(text, start, start + digits.length);
  const here = JSON.stringify(remarkAt(content, from, to, printed[0]!.place.block!, '').place);
  return printed.find(figure => JSON.stringify(figure.place) === here) ?? null;
}

/** Both tell of one change; or one amount is the other with two digits exchanged, in a sentence that is long enough to be one. */
function isOne(first: Reason, second: Reason, n: number): boolean {
  if ([...first.changes].some(change => second.changes.has(change))) return true;
  const sorted = ({ figures }: Reason) => [...figures[n]!.printed].sort().join('');
  return first.words.length >= LONG && sorted(first) === sorted(second);
}
