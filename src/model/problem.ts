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

/** Something a reader or a step wants to say that is neither an error of the report nor a reason to stop. */
export interface Notice {
  readonly code: string;
  readonly params: Params;
  readonly place?: Partial<Place>;
}
