/** Where in a run something comes from: what is needed to go on with the run, or to put it together from parts. */
export interface Origin {
  /** The number of its bundle in the whole run, its own number in the bundle, and how many there are in it. */
  readonly at: number;
  readonly nth: number;
  readonly of: number;
  /** The files of the bundle with the digests of their bytes; null where these could not be had. */
  readonly files: readonly (readonly [file: string, digest: string | null])[];
  /** Whether files that go together were looked for. */
  readonly isAuto: boolean;
  /** By what the bundle's results are known, where all that was found out is kept and where it is not. */
  key(isWhole: boolean): string;
  /** The audit as a text. */
  packed(isWhole: boolean): string;
}
