import type { Box, Recognised } from '../../../model/index.ts';
import type { Bar } from './strokes.ts';

/** How far from the ends of a stretch a rule must lie to part it, in parts of its height. */
const INSIDE = 0.4;
/** Half of a rule with its blur, in pixels. */
const RULE = 4;

type Span = readonly [number, number];

/**
 * Stretches that were recognised over a rule between two columns, parted there: at blanks and at the strokes that the rule itself
 * was taken for, else by how much of the ink stands on either side of the rule. `ink` is that of the picture, row by row.
 */
export function partedAt(bars: readonly Bar[], words: readonly Recognised[], ink: Uint8Array, width: number): Recognised[] {
  const down = bars.filter(bar => bar.direction === 'v');
  return words.flatMap(word => {
    const [x0, y0, x1, y1] = word.box;
    const middle = (y0 + y1) / 2;
    const inset = (y1 - y0) * INSIDE;
    const cuts = down
      .filter(bar => bar.from <= y0 + inset && bar.to >= y1 - inset)
      .map(bar => bar.atFrom + ((bar.atTo - bar.atFrom) * (middle - bar.from)) / (bar.to - bar.from))
      .filter(x => x > x0 + inset && x < x1 - inset)
      .toSorted((a, b) => a - b)
      .filter((x, i, all) => i === 0 || x - all[i - 1]! > inset);
    if (cuts.length === 0) return [word];
    const edges = [x0, ...cuts, x1];
    const spans = edges.slice(1).map((edge, i) => inkBetween(ink, width, [edges[i]!, y0, edge, y1]));
    return textsOf(word.text, spans).flatMap((text, i) =>
      text === '' ? [] : [{ ...word, text, box: [spans[i]![0], y0, spans[i]![1], y1] as const }],
    );
  });
}

/** From the first to the last column of pixels with ink between two rules, the rules themselves left out. */
function inkBetween(ink: Uint8Array, width: number, [x0, y0, x1, y1]: Box): Span {
  const isDark = (x: number) => {
    for (let y = Math.ceil(y0); y < y1; y++) if (ink[y * width + x] === 1) return true;
    return false;
  };
  let [from, to] = [Math.ceil(x0) + RULE, Math.floor(x1) - RULE];
  while (from < to && !isDark(from)) from++;
  while (to > from && !isDark(to)) to--;
  return [from, to];
}

function textsOf(text: string, spans: readonly Span[]): string[] {
  const parts = text.split(/[|丨\s]+/).filter(Boolean);
  if (parts.length === spans.length) return parts;
  const characters = [...text.replace(/[|丨\s]/g, '')];
  const weights = characters.map(character => (character.charCodeAt(0) < 0x100 ? 0.5 : 1));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const width = spans.reduce((sum, [from, to]) => sum + to - from, 0);
  const texts = spans.map(() => '');
  let done = 0;
  characters.forEach((character, i) => {
    // Where the middle of the character stands when the spans are moved together.
    let at = ((done + weights[i]! / 2) * width) / whole;
    done += weights[i]!;
    let span = 0;
    while (span < spans.length - 1 && at > spans[span]![1] - spans[span]![0]) {
      at -= spans[span]![1] - spans[span]![0];
      span++;
    }
    texts[span] += character;
  });
  return texts;
}
