import { join, type Run, type Text } from '../../../model/index.ts';
import { type Char, isWide, median, type Page, round, toBox } from '../page/geometry.ts';

/** Characters on one baseline, from left to right. */
export interface Line {
  readonly page: Page;
  readonly chars: readonly Char[];
  readonly x0: number;
  readonly x1: number;
  readonly base: number;
  readonly size: number;
}

/** How far baselines of one line may lie apart, in parts of the type size: figures and ideographs come from two fonts. */
const SAME_LINE = 0.45;

/** Lines by baseline, from top to bottom, whatever order the file draws them in. */
export function linesOf(page: Page, chars: readonly Char[]): Line[] {
  const groups: { base: number; chars: Char[] }[] = [];
  for (const char of chars.toSorted((a, b) => a.base - b.base || a.x0 - b.x0)) {
    const last = groups.at(-1);
    if (last && char.base - last.base <= SAME_LINE * Math.min(char.size, last.chars[0]!.size)) last.chars.push(char);
    else groups.push({ base: char.base, chars: [char] });
  }
  return groups.map(group => lineOf(page, group.chars));
}

export function lineOf(page: Page, chars: readonly Char[]): Line {
  const sorted = chars.toSorted((a, b) => a.x0 - b.x0 || a.order - b.order);
  return {
    page,
    chars: sorted,
    x0: sorted[0]!.x0,
    x1: Math.max(...sorted.map(char => char.x1)),
    base: median(sorted.map(char => char.base)),
    size: median(sorted.map(char => char.size)),
  };
}

/** Characters spread over a cell stand no further apart, in parts of the type size: ends of wrapped lines in several columns do. */
const MOST_SPREAD = 3;

/** Parts of a line that stand clearly apart: wider gaps than any blank between words. */
export function segmentsOf(line: Line, gap = 2): Line[] {
  const parts: Char[][] = [];
  const usual = Math.min(usualGap(line.chars), MOST_SPREAD * line.size);
  line.chars.forEach((char, i) => {
    const before = line.chars[i - 1];
    if (!before || char.x0 - before.x1 > Math.max(gap * line.size, usual + gap * 0.5 * line.size)) parts.push([]);
    parts.at(-1)!.push(char);
  });
  return parts.map(part => lineOf(line.page, part));
}

/**
 * The text of a line. Blanks that only spread characters over the line are left out: between ideographs, between ideographs and
 * figures, and inside a number. `keepGaps`: gaps much wider than the line's others stay as one blank.
 */
export function textOf(file: string, line: Line, keepGaps = true): Text {
  const usual = usualGap(line.chars);
  let content = '';
  const edges: number[] = [];
  const shown: (Char | null)[] = [];
  line.chars.forEach((char, i) => {
    const before = line.chars[i - 1];
    if (before && hasBlank(before, char, usual, keepGaps)) {
      content += ' ';
      edges.push(before.x1);
      shown.push(null);
    }
    content += char.text;
    for (let unit = 0; unit < char.text.length; unit++) {
      edges.push(char.x0);
      shown.push(char);
    }
  });
  edges.push(line.chars.at(-1)!.x1);
  return { content, runs: runsOf(file, line, edges, shown) };
}

function runsOf(file: string, line: Line, edges: readonly number[], shown: readonly (Char | null)[]): Run[] {
  const { page } = line;
  const top = Math.min(...line.chars.map(char => char.base - char.size * 0.88));
  const bottom = Math.max(...line.chars.map(char => char.base + char.size * 0.16));
  const placed = { file, page: page.number };
  if (page.recognised)
    return recognisedRuns(shown).map(({ start, end, confidence }) => {
      const box = toBox(page, edges[start]!, top, edges[end]!, bottom);
      return { start, place: { ...placed, box, confidence }, edges: edges.slice(start, end + 1).map(round) };
    });
  if (page.turn === 0)
    return [{ start: 0, place: { ...placed, box: toBox(page, line.x0, top, line.x1, bottom) }, edges: edges.map(round) }];
  // Edges run along x; text that runs another way gets a box for each character instead.
  return shown.flatMap((char, start) =>
    char ? [{ start, place: { ...placed, box: toBox(page, char.x0, top, char.x1, bottom) } }] : [],
  );
}

/** Characters that were recognised together are equally sure. A blank between two stretches belongs to the first. */
function recognisedRuns(shown: readonly (Char | null)[]): { start: number; end: number; confidence: number }[] {
  const runs: { start: number; end: number; confidence: number }[] = [];
  shown.forEach((char, start) => {
    const last = runs.at(-1);
    const confidence = char?.confidence ?? last?.confidence ?? 1;
    if (last && last.confidence === confidence) last.end = start + 1;
    else runs.push({ start, end: start + 1, confidence });
  });
  return runs;
}

function usualGap(chars: readonly Char[]): number {
  return Math.max(0, median(chars.slice(1).map((char, i) => char.x0 - chars[i]!.x1)));
}

function hasBlank(a: Char, b: Char, usual: number, keepGaps: boolean): boolean {
  const gap = b.x0 - a.x1;
  const size = Math.min(a.size, b.size);
  const numeric = (char: Char) => /[\d.,%-]/.test(char.text);
  if (numeric(a) && numeric(b)) return gap > Math.max(0.55 * size, usual * 1.5 + 0.2 * size);
  if (isWide(a.text) || isWide(b.text)) return keepGaps && gap > Math.max(1.2 * size, usual + 0.9 * size);
  return gap > Math.max(0.18 * size, usual * 1.6) || (b.spaced && gap > 0.1 * size);
}

/** A number as printed, complete to its decimals. */
const COMPLETE = /(?:^|[^\d.,])[-−]?(?:\d{1,3}(?:,\d{3})+|\d+)\.\d{2}$/;

/**
 * What stands between two lines that follow each other in one text: nothing, or a blank between words of letters and between
 * numbers of which the first is complete.
 */
export function separatorOf(before: string, after: string): '' | ' ' {
  const a = before.at(-1) ?? '';
  const b = after.at(0) ?? '';
  if (/[\d.,]/.test(a) && /[\d.,]/.test(b)) return COMPLETE.test(before) && /\d/.test(b) ? ' ' : '';
  return /[A-Za-z0-9)\]%]/.test(a) && /[A-Za-z(]/.test(b) ? ' ' : '';
}

/** Lines one after the other as one text. */
export function joinLines(texts: readonly Text[]): Text {
  return texts
    .slice(1)
    .reduce((text, next) => join([text, next], separatorOf(text.content, next.content)), texts[0] ?? { content: '', runs: [] });
}
