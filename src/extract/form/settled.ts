import { form } from '../../domain/index.ts';
import type { Block, Remark } from '../../model/index.ts';
import type { Narrative } from '../narrative/index.ts';
import { onceAt, remarkAt } from './remark.ts';

const settled = new RegExp(form.settled, 'g');

/** A budget that calls this year's amount 决算: the sentence is that of final accounts, and perhaps its number as well. */
export function calledSettled(blocks: readonly Block[], narrative: Narrative, year: number): Remark[] {
  if (!narrative.planned) return [];
  return blocks.flatMap((block, i): Remark[] => {
    const section = narrative.sections.get(i);
    if (block.kind !== 'paragraph' || section?.silent) return [];
    const { content } = block.text;
    const found = [...content.matchAll(settled)].flatMap(match => {
      const start = match.index + match[0].lastIndexOf('决算');
      return match.groups!.year === String(year) ? [{ start }] : [];
    });
    return onceAt(found).map(({ start }) => ({
      ...remarkAt(block.text, start, start + 2, i, section?.title ?? ''),
      rule: 'FRM-071',
      expected: '预算',
    }));
  });
}
