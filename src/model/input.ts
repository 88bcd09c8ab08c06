/** A file as it was handed over: its name as given, and its bytes. Only commands and config touch the disk. */
export interface Input {
  readonly file: string;
  readonly bytes: Uint8Array;
}
