import type { Format, List, Mark } from '../model/index.ts';
import { annotateDocx } from './docx/index.ts';
import type { AnnotateOptions, Marked } from './mark.ts';
import { annotatePdf, type PdfEngine } from './pdf.ts';
import { annotateXlsx } from './xlsx/index.ts';

export type { AnnotateOptions, Marked } from './mark.ts';

/** What a copy is made of: the file as it is, what to mark, and for workbooks the list that goes in front. */
export interface Job {
  readonly bytes: Uint8Array;
  readonly marks: readonly Mark[];
  readonly list: List | null;
  /** For pdf only: handed over, because no step of the road knows another. */
  readonly engine: unknown;
  readonly options: AnnotateOptions;
}

/** Only a list: formats of which a marked copy can be made. */
export const annotators: Partial<Readonly<Record<Format, (job: Job) => Marked>>> = {
  docx: ({ bytes, marks, options }) => annotateDocx(bytes, marks, options),
  pdf: ({ bytes, marks, engine }) => annotatePdf(engine as PdfEngine, bytes, marks),
  xlsx: ({ bytes, marks, list }) => annotateXlsx(bytes, marks, list),
};
