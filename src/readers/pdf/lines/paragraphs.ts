import type { Text } from '../../../model/index.ts';
import { isTorn } from '../../parts/breaks.ts';
import { headingLevel } from '../../parts/outline.ts';
import { frameOf, isWide, median } from '../page/geometry.ts';
import { isCorner } from './corner.ts';
import type { PageLine } from './furniture.ts';
import { joinLines, type Line, textOf } from './lines.ts';

/** A paragraph with the lines it is made of. */
export interface Passage {
  readonly kind: 'passage';
  readonly lines: readonly Line[];
  readonly text: Text;
  readonly centred: boolean;
}

/** The left and right edge of a page's running text, its usual distance of lines, its usual type size. */
export interface Measure {
  readonly left: number;
  readonly right: number;
  readonly pitch: number;
  readonly size: number;
}

/** A line of a table of contents: dots up to a page number. */
export const LEADERS = /(?<![.．·…・])[.．·…・]{3,}\s*(?:[-—]?\d{1,4}[-—]?\s*|[-—]{1,2}\s*)?$/;
const ENDS = /[。；：！？!?;:”）)】》]$/;

const NUMBERED =
  /^(?:第[一二三四五六七八九十\d]+[条章部]|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、](?!\d(?!\d{3}年))|[①-⑳])/;

/** Measures every page; one with few lines borrows from the whole document. */
export function measuresOf(pages: readonly (readonly PageLine[])[]): Measure[] {
  const shape = (lines: readonly PageLine[]) => (lines[0] ? frameOf(lines[0].line.page) : { width: 0, height: 0 });
  const whole = new Map<number, Measure>();
  for (const page of pages) {
    const { width } = shape(page);
    if (!whole.has(width)) whole.set(width, measure(pages.filter(other => shape(other).width === width).flat(), width));
  }
  return pages.map(page => {
    const { width } = shape(page);
    const { right, ...rest } = whole.get(width)!;
    const long = page.filter(({ line }) => isLong(line, width));
    const own = long.length >= 8 ? measure(page, width) : edgesOf(page, long, rest);
    return { ...rest, ...own, right: own && 'full' in own ? own.right : Math.max(own?.right ?? right, right) };
  });
}

/**
 * The edges of a page with few long lines, where they are others than the document's: nothing stands at the left edge of the other
 * pages, several lines begin at its own, and two full lines end at one point.
 */
function edgesOf(
  page: readonly PageLine[],
  long: readonly PageLine[],
  { left, size }: { left: number; size: number },
): { left: number; right: number; full: true } | undefined {
  const starts = page.map(({ line }) => line.x0);
  if (starts.some(x => x < left + size / 3)) return undefined;
  const own = edge(starts, 2, size);
  const [first, second] = long.map(({ line }) => inkEnd(line)).toSorted((a, b) => b - a);
  if (first === undefined || second === undefined || first - second > size / 3) return undefined;
  return starts.filter(x => Math.abs(x - own) < size / 3).length >= 2 ? { left: own, right: first, full: true } : undefined;
}

const isLong = (line: Line, width: number) => line.x1 - line.x0 > width * 0.45;

function measure(lines: readonly PageLine[], width: number): Measure {
  if (lines.length === 0) return { left: 0, right: width, pitch: 0, size: 12 };
  const long = lines.filter(({ line }) => isLong(line, width));
  const used = long.length >= 2 ? long : lines;
  const size = median(lines.map(({ line }) => line.size));
  const least = Math.max(2, Math.floor(used.length * 0.06));
  // The last line of a paragraph may be short, and stand at the margin when every long line is a first one that stands in.
  const after = lines.filter(({ line }, i) => {
    const before = lines[i - 1]?.line;
    return (
      before &&
      isLong(before, width) &&
      before.page === line.page &&
      Math.abs(before.size - line.size) < 0.6 &&
      line.base - before.base < size * 2.4
    );
  });
  return {
    left: edge(
      [...used, ...after].map(({ line }) => line.x0),
      least,
      size,
    ),
    right: rightOf(used, size),
    pitch: pitchOf(lines, line => isLong(line, width)) ?? pitchOf(lines, () => true) ?? size * 1.6,
    size,
  };
}

/** The longest line reaches the margin, give or take a character; one that sticks out far beyond all others does not count. */
function rightOf(lines: readonly PageLine[], size: number): number {
  const [first = 0, second = first] = lines.map(({ line }) => inkEnd(line)).toSorted((a, b) => b - a);
  return first - second > size * 4 ? second : first;
}

/** Where a line ends without the stop at its end, which may hang over the margin. */
function inkEnd({ chars, x1 }: Line): number {
  const last = chars.at(-1)!;
  return chars.length > 1 && /[，。、；：．.,]/.test(last.text) ? chars.at(-2)!.x1 : x1;
}

/** The usual distance of a line from the one above it, where that one is of a kind. */
function pitchOf(lines: readonly PageLine[], kind: (line: Line) => boolean): number | undefined {
  const steps = lines.slice(1).flatMap(({ line }, i) => {
    const before = lines[i]!.line;
    return line.page === before.page && kind(before) ? [line.base - before.base] : [];
  });
  return steps.length >= 3 ? median(steps) : undefined;
}

/** The smallest value that others share (within a third of the type size); a single line that sticks out is no margin. */
function edge(values: readonly number[], least: number, size: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted.find(value => sorted.filter(other => Math.abs(other - value) < size / 3).length >= least) ?? sorted[0]!;
}

/** Whether a line stands in the middle of the text's width, away from both of its edges. */
export function isCentred(line: Line, { left, right }: Measure): boolean {
  const off = Math.abs((line.x0 + line.x1) / 2 - (left + right) / 2);
  const page = Math.abs((line.x0 + line.x1) / 2 - frameOf(line.page).width / 2);
  return Math.min(off, page) < line.size * 1.6 && line.x0 - left > line.size * 1.5 && right - line.x1 > line.size * 1.5;
}

/** Joins lines into paragraphs, over pages too. `breaks`: lines before which something else (a table) stands. */
export function passagesOf(
  file: string,
  pages: readonly (readonly PageLine[])[],
  measures: readonly Measure[],
  breaks: ReadonlySet<Line>,
): Passage[] {
  const groups: { lines: PageLine[]; measure: Measure }[] = [];
  pages.forEach((page, i) => {
    const here = measures[i]!;
    page.forEach((next, k) => {
      const group = groups.at(-1);
      const joined =
        group &&
        !breaks.has(next.line) &&
        (k > 0 || isNextPage(group.lines.at(-1)!, next)) &&
        continues(group.lines, next, here, group.measure);
      if (joined) group.lines.push(next);
      else groups.push({ lines: [next], measure: here });
    });
  });
  return groups.map(({ lines, measure: own }) => ({
    kind: 'passage',
    lines: lines.map(({ line }) => line),
    text: joinLines(lines.map(({ line }) => textOf(file, line))),
    centred: lines.every(({ line }) => isCentred(line, own)) || (lines.length > 1 && lines[0]!.line.size > own.size * 1.15),
  }));
}

function isNextPage(before: PageLine, next: PageLine): boolean {
  return next.line.page.number - before.line.page.number === 1;
}

function continues(group: readonly PageLine[], next: PageLine, here: Measure, there: Measure): boolean {
  const before = group.at(-1)!;
  const [a, b] = [before.line, next.line];
  const size = Math.max(a.size, b.size);
  if (Math.abs(a.size - b.size) > size * 0.15) return false;
  if (LEADERS.test(before.plain)) return !/\d\s*$/.test(before.plain) && /^[.．·…\s]*\d{1,4}$/.test(next.plain);
  // What stands at the right, or in the corner of a table, is a line by itself.
  const apart = a.x0 - there.left > (there.right - there.left) * 0.4 && !isCentred(a, there);
  if (apart || isCorner(before.plain) || isCorner(next.plain)) return false;
  const samePage = a.page === b.page;
  const pitch = b.base - a.base;
  if (samePage && pitch > Math.max(here.pitch * 1.75, size * 1.9)) return false;
  if (!samePage && frameOf(a.page).width !== frameOf(b.page).width) return false;
  if (isTitlePair(group, before, next, here, samePage)) return true;
  if (isCentred(b, here) && b.size > here.size * 1.1) return false;
  if (isTorn(before.plain, next.plain)) return true;
  const full = a.x1 + firstWord(b) > there.right - a.size * (a.page.recognised ? 1 : 0.3);
  const startsHeading = headingLevel(next.plain) !== null;
  const isHeading = headingLevel(group.map(({ plain }) => plain).join('')) !== null;
  if (isIndented(b, here)) {
    // A paragraph that stands in as a whole: its lines are full and begin below each other.
    const below = Math.abs(b.x0 - here.left - (a.x0 - there.left)) < b.size * (b.page.recognised ? 0.6 : 0.3);
    return full && below && !isHeading && !startsHeading && (group.length > 1 || !ENDS.test(before.plain));
  }
  if (startsHeading && (isHeading || ENDS.test(before.plain))) return false;
  // Where first lines do not stand in, a new number after a full stop is a new paragraph.
  if (ENDS.test(before.plain) && NUMBERED.test(next.plain) && !isIndented(group[0]!.line, there) && !isInlineList(group))
    return false;
  if (full) return true;
  // A shorter line of a paragraph that has begun, and whose sentence is not over: its end was set ragged.
  const open =
    a.x1 > there.right - (there.right - there.left) * 0.25 &&
    !ENDS.test(before.plain) &&
    (group.length > 1 || isIndented(group[0]!.line, there));
  return !startsHeading && (open || (/[，、,]$/.test(before.plain) && a.x1 - a.x0 > b.size * 8));
}

function isIndented(line: Line, { left }: Measure): boolean {
  // Where a recognised line begins is known to a character only.
  return line.x0 - left > line.size * (line.page.recognised ? 1 : 0.4);
}

/** «…：1.…；2.…»: the paragraph counts within its lines, so a number at the start of a line is not the start of a paragraph. */
function isInlineList(group: readonly PageLine[]): boolean {
  return /[：；:;](?:\d{1,2}[.．、]|[（(][一二三四五六七八九十\d]{1,3}[）)])/.test(group.map(({ plain }) => plain).join(''));
}

/** A title too long for one line: both lines in the middle, in one size that is larger than the text's. */
function isTitlePair(group: readonly PageLine[], before: PageLine, next: PageLine, here: Measure, samePage: boolean): boolean {
  const [a, b] = [before.line, next.line];
  if (!samePage || group.length > 2 || !isCentred(b, here)) return false;
  const middle = Math.abs((a.x0 + a.x1 - b.x0 - b.x1) / 2);
  if (middle > b.size * 1.6 || Math.abs(a.size - b.size) > 0.6 || b.base - a.base > b.size * 2.1) return false;
  if (headingLevel(next.plain) !== null || /[表。：]$/.test(before.plain) || /^[（(]?(?:续|单位|金额单位)/.test(next.plain))
    return false;
  return b.size > here.size * 1.12 || (headingLevel(before.plain) !== null && !isCentred(a, here));
}

/** The width of what could not have been parted at the start of a line: a number, a word of letters, else one character. */
function firstWord({ chars }: Line): number {
  let end = 0;
  while (end + 1 < chars.length && /^[（《“【]/.test(chars[end]!.text)) end++;
  if (end === 0 && !isWide(chars[0]!.text))
    while (end + 1 < chars.length && !isWide(chars[end + 1]!.text) && !chars[end + 1]!.spaced) end++;
  while (end + 1 < chars.length && /^[，。、；：！？）》”％%]/.test(chars[end + 1]!.text)) end++;
  return chars[end]!.x1 - chars[0]!.x0;
}
