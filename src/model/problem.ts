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
  /** Where in the program it came up, when nobody threw it on purpose. */
  trace: string | undefined;
  constructor(code: string, params: Params = {}, place?: Partial<Place>, others: readonly Problem[] = []) {
    super(code);
    this.name = 'Problem';
    this.code = code;
    this.params = params;
    this.place = place;
    this.others = others;
  }
}

/** A Problem as it goes from one thread to another, where classes get lost. */
export interface Told extends Pick<Problem, 'code' | 'params' | 'place' | 'trace'> {
  readonly others: readonly Told[];
}

export function toldOf({ code, params, place, others, trace }: Problem): Told {
  return { code, params, place, others: others.map(toldOf), trace };
}

export function problemOf({ code, params, place, others, trace }: Told): Problem {
  const problem = new Problem(code, params, place, others.map(problemOf));
  problem.trace = trace;
  return problem;
}

/** What nobody threw on purpose while a file was read or audited, as the Problem of that file: the others go on. */
export function defectIn(file: string, error: unknown): Problem {
  const { message = String(error), stack } = error instanceof Error ? error : {};
  const problem = new Problem('audit.defect', { reason: message }, { file });
  problem.trace = stack;
  return problem;
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
