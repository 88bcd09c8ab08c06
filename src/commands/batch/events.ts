import { pack } from '../../joining/index.ts';
import type { Audit, Failure } from '../../model/index.ts';
import type { Skipped } from '../../reporters/parts/open.ts';
import type { Origin } from '../../reporters/parts/origin.ts';
import { lean } from '../parts/lean.ts';
import type { Depth } from './job.ts';
import type { Batch } from './run.ts';

/** What comes out of a run, one after the other: reports as they were audited, before anything is said about them together. */
export type Event = { readonly origin: Origin } & (
  | { readonly audit: Audit }
  | { readonly failure: Failure; readonly source?: Uint8Array | undefined }
  | { readonly skipped: Skipped }
);

/** The results of a bundle, each with where it comes from. */
export function eventsOf(batch: Batch, isAuto: boolean, depth: Depth): Event[] {
  const { at, files, audits, failures, packed } = batch;
  const of = audits.length + failures.length;
  const origin = (nth: number, text: Origin['packed']): Origin => ({
    at,
    nth,
    of,
    files,
    isAuto,
    key: isWhole => batch.key(isWhole ? 'documents' : 'lean'),
    packed: text,
  });
  const textOf = (audit: Audit, i: number) => (isWhole: boolean) => {
    if (packed && depth === (isWhole ? 'documents' : 'lean')) return packed[i]!;
    return pack(isWhole || depth === 'lean' ? audit : lean(audit));
  };
  return [
    ...audits.map((audit, i) => ({ audit, origin: origin(i, textOf(audit, i)) })),
    ...failures.map(({ source, ...failure }, i) => ({ failure, source, origin: origin(audits.length + i, () => '') })),
  ];
}

/** What was found out about a file before anything was read: at the beginning of a run, or at its end. */
export function originOf(file: string, at: number, nth: number): Origin {
  return { at, nth, of: 1, files: [[file, null]], isAuto: true, key: () => '', packed: () => '' };
}
