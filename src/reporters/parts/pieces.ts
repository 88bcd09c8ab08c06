import type { Audit, Failure } from '../../model/index.ts';
import type { ReporterOptions, Streamed } from '../reporter.ts';

/** The whole text of a format that is told in pieces. */
export function whole(
  stream: (options: ReporterOptions) => Streamed,
  audits: readonly Audit[],
  failures: readonly Failure[],
  options: ReporterOptions,
): string {
  const out = stream(options);
  const pieces = [
    out.begin(),
    ...audits.map(one => out.audit(one)),
    ...failures.map(one => out.failure(one)),
    ...(options.skipped ?? []).map(one => out.skip(one)),
  ];
  return pieces.join('') + out.end();
}

/** A format that has to know all before its first word: of each result what it says is kept, not the result. */
export function gathered(
  take: { audit(audit: Audit): void; failure(failure: Failure): void; skip(one: Parameters<Streamed['skip']>[0]): void },
  text: () => string,
): Streamed {
  const nothing = (work: () => void) => {
    work();
    return '';
  };
  return {
    begin: () => '',
    audit: audit => nothing(() => take.audit(audit)),
    failure: failure => nothing(() => take.failure(failure)),
    skip: one => nothing(() => take.skip(one)),
    end: text,
  };
}
