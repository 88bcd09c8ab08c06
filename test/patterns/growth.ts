import process from 'node:process';
import type { Pattern } from './collect.ts';
import { lineOf, type Shape, shapesFor, shapesOfWords } from './lines.ts';

/** Lengths at which a line is tried one after the other: by so small steps at first that what doubles with each sign is seen before it never ends. */
const LENGTHS = [20, 26, 32, 38, 44, 50, 60, 200, 2000, 20_000];
/** Milliseconds below which nobody waits, and nothing can be measured. */
const FLOOR = 6;
/** Milliseconds that no pattern may take for a line as long as is tried, however it grows. */
const ALL = 250;
/** Four times the line takes four times as long; sixteen times is a square. */
const MOST = 7.5;

export interface Grown {
  readonly shape: Shape;
  readonly length: number;
  readonly milliseconds: number;
  readonly ratio: number;
}

/**
 * The patterns that take more than in proportion to a line, each with the first line that shows it. `repeated`: how often a part may
 * be repeated to be tried; `words`: how many lines of words of the domain each pattern is tried on.
 */
export function grownIn(
  patterns: readonly Pattern[],
  { repeated, words }: { readonly repeated: number; readonly words: number },
): (Pattern & Grown)[] {
  const common = shapesOfWords(1, words);
  return patterns.flatMap(pattern => {
    const compiled = new RegExp(pattern.source, pattern.flags);
    for (const shape of [...shapesFor(pattern, repeated), ...common]) {
      const grown = growthOf(compiled, shape);
      if (grown) return [{ ...pattern, ...grown }];
    }
    return [];
  });
}

/** How the time of a pattern grows with a line of this shape, if faster than the line. What is quick at every length is not measured twice. */
function growthOf(pattern: RegExp, shape: Shape): Grown | undefined {
  for (const length of LENGTHS) {
    const line = lineOf(shape, length);
    if (timeOf(pattern, line) < FLOOR || timeOf(pattern, line) < FLOOR) continue;
    const [short, long] = [length / 4, length].map(one => Math.min(...[1, 2, 3].map(() => timeOf(pattern, lineOf(shape, one)))));
    const ratio = long! / Math.max(short!, 0.02);
    if (long! > FLOOR && (ratio > MOST || length < 1000 || long! > ALL)) return { shape, length, milliseconds: long!, ratio };
  }
  return undefined;
}

/** Milliseconds of the processor, which other programs do not lengthen. */
function timeOf(pattern: RegExp, line: string): number {
  const start = process.cpuUsage();
  pattern.lastIndex = 0;
  if (pattern.global) line.replace(pattern, '');
  else pattern.exec(line);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
