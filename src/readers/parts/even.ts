import { join } from '../../model/index.ts';
import { isItem } from './breaks.ts';
import type { Line } from './line.ts';
import { headingLevel } from './outline.ts';

/** Every full line is equally long, in characters or in columns of half a character. */
export interface EvenBreaks {
  readonly unit: 'characters' | 'columns';
  readonly width: number;
}

/** Fewer full lines may be equally long by chance. */
const FEWEST = 4;
/** No text is broken into shorter lines, in characters. */
const NARROWEST = 16;
const STOP = /[。！？；：:]\s*$/;
const TITLE_END = /(?:情况|说明|概况|决算表|预算表)$/;
const INLINE_LIST = /[：；](?:\d{1,2}[.．、]|[（(][一二三四五六七八九十\d]{1,3}[）)])/;

const columnsOf = (text: string) => [...text].reduce((sum, c) => sum + (c > '\u2e7f' ? 2 : 1), 0);
const isBlank = (line: Line) => line.text.content.trim() === '';

/**
 * The width at which a program broke every longer line, wherever that was, or null: no line is longer, several are just as long,
 * and most of those end inside a sentence.
 */
export function evenBreaksOf(lines: readonly Line[]): EvenBreaks | null {
  const prose = lines.filter(line => !isBlank(line) && !line.text.content.includes('\t'));
  for (const unit of ['characters', 'columns'] as const) {
    const sizes = prose.map(line => sizeOf(line, unit));
    const width = sizes.reduce((most, size) => Math.max(most, size), 0);
    if (width < NARROWEST * (unit === 'columns' ? 2 : 1)) continue;
    const full = prose.filter((_, i) => sizes[i]! >= width - (unit === 'columns' ? 1 : 0));
    const inside = full.filter(line => !STOP.test(line.text.content)).length;
    // A line that breaks off inside a sentence a little short of the width: the lines were set on a page, and some are as long by chance.
    const short = prose.filter((line, i) => !full.includes(line) && sizes[i]! >= width * 0.8 && isBrokenOff(line)).length;
    if (short > full.length) continue;
    if (full.length >= Math.max(FEWEST, prose.length * 0.15) && inside >= full.length * 0.6) return { unit, width };
  }
  return null;
}

const isBrokenOff = ({ text }: Line) =>
  /[，,；;。]/.test(text.content) && !STOP.test(text.content) && headingLevel(text.content) === null;

const sizeOf = ({ text }: Line, unit: EvenBreaks['unit']) => (unit === 'columns' ? columnsOf(text.content) : text.content.length);

/** The lines as they were before they were broken: a full line goes on in the next, unless it ends something and that begins something. */
export function withoutEvenBreaks(lines: readonly Line[], breaks: EvenBreaks): Line[] {
  const whole: Line[] = [];
  let open = false;
  for (const line of lines) {
    const before = whole.at(-1);
    if (open && before && !isBlank(line) && !line.text.content.includes('\t') && !isApart(before, line))
      whole[whole.length - 1] = { ...before, text: join([before.text, line.text], ''), raw: `${before.raw}${line.raw}` };
    else whole.push(line);
    open = isFull(line, breaks);
  }
  return whole;
}

/** A line of columns may be one short: a wide character had no room any more. */
function isFull(line: Line, { unit, width }: EvenBreaks): boolean {
  return !isBlank(line) && sizeOf(line, unit) >= width - (unit === 'columns' ? 1 : 0);
}

function isApart(before: Line, line: Line): boolean {
  const [above, text] = [before.text.content.trimEnd(), line.text.content];
  if (headingLevel(above) !== null && TITLE_END.test(above)) return true;
  if (!isItem(text) && headingLevel(text) === null && !/^(?:\u3000{2}| {4})\S/.test(text)) return false;
  // «…：1.…；2.…» counts inside a paragraph.
  if (above.endsWith('；') && INLINE_LIST.test(above)) return false;
  return STOP.test(above) || headingLevel(above) !== null;
}
