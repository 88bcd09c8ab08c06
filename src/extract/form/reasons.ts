import { type Block, type Figure, type Remark, remarkAtFigure, type Text } from '../../model/index.ts';
import type { Narrative } from '../narrative/index.ts';
import { phrase } from '../phrases.ts';
import { plain } from '../plain.ts';
import { NUMBER, numbersOf } from './numbers.ts';

/** A reason as a sentence tells it: its words without its numbers, and those numbers. */
interface Reason {
  readonly words: string;
  readonly figures: readonly Figure[];
  readonly section: string;
  /** The changes its paragraph tells. */
  readonly changes: ReadonlySet<string>;
}

const PEOPLE: readonly string[] = ['人', '名', '位'];
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
    return [remarkAtFigure('TIE-003', 'narrative', other, { holds: false, blame: 'any', figures: [other, one], params })];
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
    const figures = numbersOf(content, text, [begin, start + sentence.length], own, block);
    const plainWords = words.replace(NUMBER, '#');
    if (!figures.length || !figures.every(figure => figure !== null) || plainWords.length < CARRIED) return [];
    return [{ words: plainWords, figures, ...where }];
  });
}

/** Both tell of one change; or one amount is the other with two digits exchanged, in a sentence that is long enough to be one. */
function isOne(first: Reason, second: Reason, n: number): boolean {
  if ([...first.changes].some(change => second.changes.has(change))) return true;
  // «当年新招录公务员 5 人»: of whatever money the section tells, so many came or went in the year.
  const { amount } = first.figures[n]!;
  if (amount.kind === 'count' && PEOPLE.includes(amount.unit) && /[招录聘调退离入转]/.test(first.words)) return true;
  const sorted = ({ figures }: Reason) => [...figures[n]!.printed].sort().join('');
  return first.words.length >= LONG && sorted(first) === sorted(second);
}
