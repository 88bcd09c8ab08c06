import type { Input } from '../model/index.ts';
import type { Lang } from '../reporters/parts/words/index.ts';

/** What the page asks of its thread. */
export type Ask =
  | { readonly kind: 'start' /** PDFium's WebAssembly, packed (gzip, base64). */; readonly engine: string }
  | { readonly kind: 'audit'; readonly lang: Lang; readonly version: string; readonly files: readonly Input[] }
  | { readonly kind: 'copies'; readonly track: boolean; readonly ticks: boolean };

/** A file to keep: its name and its bytes. */
export interface Made {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A page to show and to keep: what it is called among the others, and its whole text. */
export interface View {
  readonly label: string;
  readonly file: string;
  readonly html: string;
}

export interface Result {
  /** None where no file could be audited. */
  readonly views: readonly View[];
  readonly list: Made | null;
  /** The working paper. */
  readonly paper: Made | null;
  /** What is to be told beside the pages: files left aside, files that could not be read. */
  readonly told: readonly string[];
}

/** What the thread says. */
export type Answer =
  | { readonly kind: 'progress'; readonly at: number; readonly count: number; readonly file: string }
  | ({ readonly kind: 'result' } & Result)
  | { readonly kind: 'copies'; readonly files: readonly Made[]; readonly told: readonly string[] }
  | { readonly kind: 'broken'; readonly reason: string };
