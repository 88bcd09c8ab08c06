import type { Document, Format, Input, PagePicture, ReadOptions } from '../model/index.ts';

/** One input format. Chosen by the bytes, never by the name alone. */
export interface Reader {
  readonly format: Format;
  /** Whether the bytes are of this format. Asked in the order of the list; the first yes reads. */
  recognises(input: Input): boolean;
  /** Throws a Problem (codes `reader.…`) for what cannot be read; small oddities become notices of the document. */
  read(input: Input, options?: ReadOptions): Document | Promise<Document>;
  /** Pages as they are printed (numbers from 1); only of formats that fix what a page looks like. */
  draw?(input: Input, pages: readonly number[]): Promise<PagePicture[]>;
}
