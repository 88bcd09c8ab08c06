import type { Place } from './place.ts';
import type { Params } from './problem.ts';

/**
 * Something that was there and was not read: a page that is a picture, a table whose rows and columns are not plain, cells without a
 * value, a file of a format that cannot be read. It is a result, never silence: what was not read has not been checked.
 */
export interface Gap {
  readonly what: 'page' | 'table' | 'cell' | 'file' | 'figure';
  readonly place: Partial<Place>;
  /** A message code. */
  readonly why: string;
  readonly params: Params;
}
