import { join, slice, type Text } from '../../model/index.ts';
import type { Line } from './line.ts';

const NUMBER = /^[-−(（]?\d[\d,，]*(?:\.\d+)?[)）]?[%％]?$/;
const LABEL = /^(?:[（(]?\d{1,2}[）)]?[.、．])?[^\d，。；！？,;]*$/;
/** The levels of a subject as sentences name them. */
const LEVEL = /[（(][类款项][）)]/;
/** Where columns were: two blanks, or one ideographic one. */
const GAP = /[ \u00a0]{2,}|\u3000+/;

/**
 * Whether a line is what is left of a table whose columns a page layout lost: numbers that stand alone, between labels at most.
 * Which column they belonged to cannot be told any more: blanks move with the width of the letters before them.
 */
export function isScattered(line: Line): boolean {
  const { content } = line.text;
  if (content.includes('\t') || LEVEL.test(content)) return false;
  const words = content.split(/\s+/).filter(Boolean);
  return words.some(word => NUMBER.test(word)) && words.every(word => NUMBER.test(word) || LABEL.test(word));
}

/** Fewer such lines are no table: amounts without a unit, perhaps. */
const FEWEST = 3;

/** Takes scattered lines out, but for those of sentences; what is taken is told by the count and the first of them. */
export function withoutScattered(
  lines: readonly Line[],
  inSentences: ReadonlySet<Line>,
): { lines: readonly Line[]; scattered: readonly Line[] } {
  const scattered = lines.filter(line => isScattered(line) && !inSentences.has(line));
  if (scattered.length < FEWEST) return { lines, scattered: [] };
  const gone = new Set(scattered);
  return { lines: lines.filter(line => !gone.has(line)), scattered };
}

/**
 * Tables whose columns stand apart by blanks become rows with tabs, where every row of theirs has all its cells; nothing tells
 * which cell is empty in the others.
 */
export function withSpacedRows(lines: readonly Line[]): Line[] {
  const made = [...lines];
  for (let from = 0; from < lines.length; ) {
    let to = from;
    while (to < lines.length && cellsOf(lines[to]!).length > 1) to++;
    const block = lines.slice(from, to);
    const counts = new Set(block.map(line => cellsOf(line).length));
    const numbers = block.filter(isScattered).length;
    const whole = counts.size === 1 && block.length >= FEWEST && numbers >= FEWEST - 1 && numbers >= block.length - 3;
    if (whole && !nearScattered(lines, from, to)) made.splice(from, block.length, ...block.map(tabbed));
    from = Math.max(to, from + 1);
  }
  return made;
}

function cellsOf(line: Line): string[] {
  const text = line.text.content;
  return text.includes('\t') || /[，。；]/.test(text) ? [] : text.trim().split(GAP);
}

/** Whether the table goes on in rows with fewer cells, before or behind. */
function nearScattered(lines: readonly Line[], from: number, to: number): boolean {
  const before = lines.slice(Math.max(0, from - 3), from);
  return [...before, ...lines.slice(to, to + 3)].some(isScattered);
}

function tabbed(line: Line): Line {
  const { content } = line.text;
  const first = content.search(/\S/);
  const parts: Text[] = [];
  let from = first;
  for (const gap of content.trimEnd().matchAll(new RegExp(GAP, 'g'))) {
    if (gap.index < first) continue;
    parts.push(slice(line.text, from, gap.index));
    from = gap.index + gap[0].length;
  }
  return { ...line, text: join([...parts, slice(line.text, from, content.trimEnd().length)], '\t') };
}
