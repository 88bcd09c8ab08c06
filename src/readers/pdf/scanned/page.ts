import type { Recognised } from '../../../model/index.ts';
import type { Char, Page, Rule } from '../page/geometry.ts';
import type { Shot } from '../page/render.ts';
import { partedAt } from './split.ts';
import { type Bar, barsIn, inkOf, skewOf } from './strokes.ts';
import { charsOf } from './words.ts';

/** A scan is hardly ever more crooked than three degrees; what looks so is no table rule. */
const MOST_CROOKED = 0.05;

/** Less ink than this part of the page is dust. */
const DUST = 0.001;

/** Whether there is nothing to be read: an empty sheet, or an empty form, went through the scanner. */
export function isEmpty(shot: Shot): boolean {
  const ink = inkOf(shot);
  const ruled = barsIn(shot, ink).reduce((sum, { from, to, thickness }) => sum + (to - from) * thickness, 0);
  return ink.reduce((sum, dark) => sum + dark, 0) - ruled < ink.length * DUST;
}

/**
 * A page as recognised in its picture, in the form of any other page: characters from the recognised stretches, rules from the
 * dark lines of the picture, a crooked scan set straight.
 */
export function pageOf(page: Page, shot: Shot, words: readonly Recognised[]): Page {
  const ink = inkOf(shot);
  const bars = barsIn(shot, ink);
  const slope = skewOf(bars, shot.width);
  const skew = Math.abs(slope) > 0.0008 && Math.abs(slope) < MOST_CROOKED ? slope : 0;
  const { width, height } = page;
  const chars = charsOf(partedAt(bars, words, ink, shot.width), shot.scale).map((char): Char => {
    const middle = (char.x0 + char.x1) / 2;
    const rise = skew * (middle - width / 2);
    const shift = skew * (char.base - height / 2);
    return { ...char, base: char.base - rise, x0: char.x0 + shift, x1: char.x1 + shift };
  });
  return { ...page, turn: 0, chars, rules: bars.map(bar => ruleOf(bar, page, shot.scale, skew)), recognised: { skew } };
}

function ruleOf({ direction, from, to, atFrom, atTo }: Bar, { width, height }: Page, scale: number, skew: number): Rule {
  const at = (atFrom + atTo) / 2 / scale;
  const middle = (from + to) / 2 / scale;
  const moved = direction === 'h' ? at - skew * (middle - width / 2) : at + skew * (middle - height / 2);
  const shift = direction === 'h' ? skew * (at - height / 2) : -skew * (at - width / 2);
  return { direction, at: moved, from: from / scale + shift, to: to / scale + shift };
}
