import type { Place } from './place.ts';

/**
 * What a mark says of the figure it stands on: `wrong`, the figure to change; `candidate`, one of several that may be it;
 * `involved`, another figure of the equation; `tied`, a figure whose relations all hold.
 */
export type State = 'wrong' | 'candidate' | 'involved' | 'tied';

/** One figure to mark in a copy of a document. `note` becomes a comment; `to` is what should stand there instead. */
export interface Mark {
  readonly place: Place;
  readonly printed: string;
  readonly state: State;
  readonly note?: string;
  readonly to?: string;
}

/** A row of the sheet that lists what to change; `link` leads from its cell in column `at` (from 0) to a cell of the workbook. */
export interface ListRow {
  readonly cells: readonly string[];
  readonly link?: { readonly at: number; readonly sheet: string; readonly cell: string };
}

/** What stands on the first sheet. The title in A1 is how the copy's own sheet is known again. */
export interface List {
  readonly name: string;
  readonly title: string;
  readonly head: readonly string[];
  readonly widths: readonly number[];
  readonly rows: readonly ListRow[];
}
