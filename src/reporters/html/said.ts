import type { Place } from '../../model/index.ts';

/** What is said of a figure where it stands: its id on the page, its state, and the problems (ids) it takes part in. */
export interface Said {
  readonly id: string;
  readonly state: string;
  readonly problems: readonly string[];
  readonly title: string;
}

/** By the figure's own id. */
export type Says = ReadonlyMap<string, Said>;

/** What is said of a place: a figure's, or that of words that are to be changed. */
export interface Noted extends Omit<Said, 'id'> {
  readonly place: Place;
}
