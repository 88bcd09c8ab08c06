import type { LineCounter } from 'yaml';
import { type Params, type Place, Problem, together } from '../../model/index.ts';

/** A stretch of the source, as offsets. */
export type Span = readonly [number, number];

/** Collects everything that is wrong with one file, in the order of the file. */
export class Mistakes {
  readonly #found = new Map<number, Problem>();
  readonly file: string;
  readonly lines: LineCounter;
  /** Nothing behind this offset is reported: what follows broken YAML cannot be trusted. */
  until = Number.POSITIVE_INFINITY;

  readonly #source: string;

  constructor(file: string, lines: LineCounter, source: string) {
    this.file = file;
    this.lines = lines;
    this.#source = source;
  }

  /** Where a stretch of the source stands: line and column from 1, length in characters of its first line. */
  place([start, end]: Span): Place {
    const { line, col } = this.lines.linePos(start);
    const { length } = this.#source
      .slice(start, end)
      .split(/[\r\n]/, 1)[0]!
      .trimEnd();
    return { file: this.file, line, column: col, length: Math.max(1, length) };
  }

  /** Notes one mistake; a second one at the same place says nothing new. */
  add(code: string, params: Params, span: Span): void {
    if (span[0] >= this.until || this.#found.has(span[0])) return;
    this.#found.set(span[0], new Problem(code, params, this.place(span)));
  }

  /** Throws the mistakes as one Problem, the first of the file in front, the twentieth last; does nothing when there are none. */
  settle(): void {
    const problem = together([...this.#found].sort(([a], [b]) => a - b).map(([, one]) => one));
    if (problem) throw problem;
  }
}
