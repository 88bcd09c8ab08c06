import type { Document } from './document.ts';
import type { Told } from './problem.ts';

/** A file as it was handed over: its name as given, and its bytes. Only commands and config touch the disk. */
export interface Input {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** What the reading of a file came to, as it goes from one thread to another. */
export type Answer = { readonly document: Document } | { readonly problem: Told };
