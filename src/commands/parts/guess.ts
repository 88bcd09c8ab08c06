import { nearest } from '../../config/near.ts';
import { Problem } from '../../model/index.ts';

/** The value, if it is one of the list; else a Problem with the one that was probably meant. */
export function oneOf(given: string, values: readonly string[], value: string): string {
  if (values.includes(value)) return value;
  throw withGuess('cli.bad-choice', { given, value, values }, nearest(value, values));
}

/** A Problem whose message has a second form (code + `-near`) for when a guess can be made. */
export function withGuess(code: string, params: Record<string, string | readonly string[]>, guess: string | undefined): Problem {
  return guess === undefined ? new Problem(code, params) : new Problem(`${code}-near`, { ...params, guess });
}
