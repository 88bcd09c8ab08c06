/** Columns stand at least so far apart, in parts of the type size. */
export const GUTTER = 0.5;

/** From where to where the texts of a column reach, and whether figures stand in it. */
export interface Column {
  readonly from: number;
  readonly to: number;
  readonly figures: boolean;
}
