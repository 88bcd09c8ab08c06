import { words } from '../../domain/index.ts';
import { type Block, type Direction, type Figure, type Remark, remarkAtSpot } from '../../model/index.ts';
import type { Narrative } from '../narrative/index.ts';
import type { ChangeDraft } from '../narrative/topics.ts';
import { anyOf, phrase } from '../phrases.ts';
import { originOf, plain } from '../plain.ts';
import { numbersOf } from './numbers.ts';
import { remarkAt } from './remark.ts';

const LONGEST = 4;
const way = anyOf([...words.up, ...words.down].filter(word => word.length > 1));
/** «，减少的主要原因是»: the reason of a change that is named again. */
const REASON = new RegExp(`(?<=[，；。])(?<told>(?<way>${way})(?:支出|收入|经费)?的?(?:主要)?原因)`, 'g');

/**
 * «比上年增加 2 万元，增长 25%，减少的主要原因是…»: the reason is that of the opposite. Where a paragraph gives reasons for both ways, or
 * the change nearest before is told both ways itself, nothing is said.
 */
export function oppositeReasons(blocks: readonly Block[], narrative: Narrative): Remark[] {
  const changes = new Map<Figure, ChangeDraft>();
  for (const topic of narrative.topics)
    for (const one of topic.changes) for (const figure of [one.change, one.rate]) if (figure) changes.set(figure, one);
  return blocks.flatMap((block, i): Remark[] => {
    if (block.kind !== 'paragraph' || narrative.sections.get(i)?.silent) return [];
    const text = plain(block.text);
    const reasons = [...text.s.matchAll(REASON)];
    const ways = new Set(reasons.map(match => directionOf(match.groups!.way!)));
    if (reasons.length === 0 || ways.size > 1) return [];
    const told = narrative.drafts.filter(one => one.place.block === i);
    return reasons.flatMap((match): Remark[] => {
      // «…，下降10.00%。增加原因主要是…»: of the sentence before.
      const from = Math.max(text.s.lastIndexOf('。', match.index - 2), 0);
      const figures = numbersOf(block.text, text, [from, match.index], told, i).slice(-LONGEST);
      const last = figures.findLast(figure => figure && changes.has(figure));
      const one = last && changes.get(last);
      const meant = directionOf(match.groups!.way!);
      if (!one?.change || !one.direction || one.direction === meant || one.rateDirection === meant) return [];
      const [start, end] = originOf(text, match.index, match.index + match[0].length);
      const spot = remarkAt(block.text, start, end, i, narrative.sections.get(i)?.title ?? '');
      const params = { name: one.change.label, amount: one.change.printed, way: one.direction === 1 ? '增' : '减' };
      return [{ ...remarkAtSpot('YOY-010', 'narrative', spot, { holds: false, params, figures: [one.change] }) }];
    });
  });
}

const directionOf = (word: string): Direction => (phrase.up.test(word) ? 1 : -1);
