import type { Block, Remark } from '../../model/index.ts';
import type { Narrative } from '../narrative/index.ts';
import { ordinalStyle } from '../phrases.ts';
import { originOf, plain } from '../plain.ts';
import { remarkAt } from './remark.ts';

const DIGITS = '一二三四五六七八九';
const NUMBER = /^（?(?<number>[一二三四五六七八九十]+|\d{1,2})[、.．）]/;
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
    const match = NUMBER.exec(text.s);
    const number = match && numberOf(match.groups!.number!);
    if (style === 0 || number === null) return;
    const outer = open.findIndex(one => one.style === style);
    const before = outer < 0 ? null : open[outer]!.number;
    open.splice(outer < 0 ? open.length : outer, Infinity, { style, number });
    if (before === null || number === 1) return;
    steps++;
    if (number === before + 1 || number < before || number > before + NEAR) return;
    const [start, end] = originOf(text, 0, match![0].length);
    const remark = remarkAt(block.text, start, end, i, narrative.sections.get(i)?.title ?? '');
    jumps.push({ ...remark, rule: 'FRM-015', params: { before: String(before), number: String(number) } });
  });
  return jumps.length * 10 > steps ? [] : jumps;
}

function numberOf(written: string): number | null {
  return /\d/.test(written) ? Number(written) : inChinese(written);
}

/** Up to 九十九. */
function inChinese(written: string): number | null {
  const [tens, units, ...more] = written.includes('十') ? written.split('十') : ['', written];
  if (more.length > 0 || tens!.length > 1 || units!.length > 1) return null;
  const ten = written.includes('十') ? (tens === '' ? 1 : DIGITS.indexOf(tens!) + 1) : 0;
  return ten * 10 + (units === '' ? 0 : DIGITS.indexOf(units!) + 1);
}
