import type { Block, Remark } from '../../model/index.ts';
import type { Narrative } from '../narrative/index.ts';
import { leadingNumber, ordinalStyle } from '../ordinals.ts';
import { originOf, plain } from '../plain.ts';
import { remarkAt } from './remark.ts';

/** Further apart, numbers are no gap: a list may go on from elsewhere. */
const NEAR = 3;

interface Open {
  readonly style: number;
  readonly number: number;
}

/**
 * 一、二、四: a number is missing, or stands twice. Numbers count within what the outer style leads; a list may begin anew at any place.
 * Told only where the report is regular: where lines were lost or moved, as in texts saved from other formats, many numbers jump.
 */
export function numberingKept(blocks: readonly Block[], narrative: Narrative): Remark[] {
  const open: Open[] = [];
  let steps = 0;
  const jumps: Remark[] = [];
  blocks.forEach((block, i) => {
    if (block.kind !== 'paragraph' && block.kind !== 'heading') return;
    const text = plain(block.text);
    const style = ordinalStyle(text.s);
    const leading = leadingNumber(text.s);
    if (style === 0 || !leading) return;
    const { number, length } = leading;
    const outer = open.findIndex(one => one.style === style);
    const before = outer < 0 ? null : open[outer]!.number;
    open.splice(outer < 0 ? open.length : outer, Infinity, { style, number });
    if (before === null || number === 1) return;
    steps++;
    if (number === before + 1 || number < before || number > before + NEAR) return;
    const [start, end] = originOf(text, 0, length);
    const remark = remarkAt(block.text, start, end, i, narrative.sections.get(i)?.title ?? '');
    jumps.push({ ...remark, rule: 'FRM-015', params: { before: String(before), number: String(number) } });
  });
  return jumps.length * 10 > steps ? [] : jumps;
}
