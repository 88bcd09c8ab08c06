import { type Block, type Remark, remarkAtFigure } from '../../model/index.ts';
import type { Narrative } from '../narrative/index.ts';
import { plain } from '../plain.ts';

/** What opens a list of uses. */
const USES = /(?:主要用于|用于以下(?:几?个?)方面)(?:[^，。；：]{0,40}：|[^，。；：]{0,40}?\d)/;

/** Uses are listed; not «A 9 万元，主要用于检查；B 0 万元», where they describe A, nor what «其中» lists. */
function listsUses(text: string): boolean {
  const [uses, parts] = [text.search(USES), text.indexOf('其中')];
  return uses >= 0 && (parts < 0 || uses < parts);
}

/** «支出 9 万元，主要用于以下方面：A 9 万元；B 0.00 万元»: what cost nothing is no use of the money, and was left over from the template. */
export function nothingsAmongUses(blocks: readonly Block[], narrative: Narrative): Remark[] {
  return narrative.topics.flatMap(({ level, list, label, unit }): Remark[] => {
    const whole = list?.parent.level;
    if (!level || unit !== null || !whole || !level.amount.value.eq(0) || whole.amount.value.eq(0)) return [];
    const block = blocks[whole.place.block ?? -1];
    if (block?.kind !== 'paragraph') return [];
    const { s } = plain(block.text);
    if (!listsUses(s.slice(Math.max(0, s.indexOf(whole.printed))))) return [];
    return [remarkAtFigure('FRM-026', 'narrative', level, { holds: false, params: { name: label.core } })];
  });
}
