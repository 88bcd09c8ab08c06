import type { Place } from './place.ts';

/** What fills the blanks of a message. */
export type Params = Readonly<Record<string, string | number | readonly string[]>>;

/**
 * The only class that is thrown on purpose: the input, a flag, a rule or a config file cannot be used. Exit code 2.
 * `code` names a message in the word lists; `place` is where, `params` fill the message's blanks.
 */
export class Problem extends Error {
  readonly code: string;
  readonly params: Params;
  readonly place: Partial<Place> | undefined;
  /** Further mistakes of the same file: all of them are told at once. */
  readonly others: readonly Problem[];
  constructor(code: string, params: Params = {}, place?: Partial<Place>, others: readonly Problem[] = []) {
    super(code);
    this.name = 'Problem';
    this.code = code;
    this.params = params;
    this.place = place;
    this.others = others;
  }
}

/** Mistakes of one file that are told; a person mends these and runs again. */
const TOLD = 20;

/** Several mistakes as one Problem: the first ones, and how many more there are (`problem.more`). Undefined when there are none. */
export function together(problems: readonly Problem[]): Problem | undefined {
  const [first, ...others] = problems.slice(0, TOLD);
  if (!first) return undefined;
  const more = problems.length - TOLD;
  const rest =
    more > 0 ? [new Problem('problem.more', { count: more }, first.place?.file ? { file: first.place.file } : undefined)] : [];
  return new Problem(first.code, first.params, first.place, [...others, ...rest]);
}

/** Something a reader or a step wants to say that is neither an error of the report nor a reason to stop. */
export interface Notice {
  readonly code: string;
  readonly params: Params;
  readonly place?: Partial<Place>;
}
