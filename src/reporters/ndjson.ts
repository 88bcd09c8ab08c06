import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import { type Audit, type Failure, type Told, toldOf } from '../model/index.ts';
import { report } from './json.ts';
import { jsonLine } from './parts/json-text.ts';
import { skippedTold } from './parts/open.ts';
import type { Origin } from './parts/origin.ts';
import { whole } from './parts/pieces.ts';
import { problemData } from './parts/problems.ts';
import type { Reporter, ReporterOptions, Streamed } from './reporter.ts';

/**
 * A line for each report, and for each file that could not be audited or was left aside, as soon as it is done: what a json report
 * says of it, in columns that are the same in every line. `state` is for this tool alone: to go on, and to put parts together.
 */
export const ndjson: Reporter = {
  name: 'ndjson',
  endings: ['.ndjson', '.jsonl'],
  stream,
  render: (audits, failures, options) => whole(stream, audits, failures, options),
};

const EMPTY = {
  title: null,
  entity: null,
  year: null,
  kind: null,
  summary: null,
  findings: null,
  problems: null,
  suppressed: null,
  unchecked: null,
  undecided: null,
  unread: null,
  notices: null,
  checks: null,
};
const NO_FAILURE = { code: null, message: null, place: null, others: null };

function stream(options: ReporterOptions): Streamed {
  const { lang, all } = options;
  const line = (type: string, file: string, columns: object, state: string | null) =>
    jsonLine({ type, file, ...EMPTY, ...NO_FAILURE, ...columns, state });
  return {
    begin: () => '',
    audit(audit: Audit, origin?: Origin) {
      const { file, ...columns } = report(audit, options);
      return line(
        'report',
        file,
        { suppressed: [], ...columns },
        stateOf(origin, options, () => ({ audit: origin!.packed(all) })),
      );
    },
    failure(failure: Failure, origin?: Origin) {
      const { file, ...columns } = problemData(failure.file, failure.problem, lang);
      return line(
        'failure',
        file,
        columns,
        stateOf(origin, options, () => ({ file: failure.file, problem: toldOf(failure.problem) })),
      );
    },
    skip(one, origin) {
      const told = skippedTold([one], lang).map(({ file, code, message }) =>
        line(
          'unread',
          file,
          { code, message },
          stateOf(origin, options, () => ({ why: one.why })),
        ),
      );
      return told.join('');
    },
    end: () => '',
  };
}

/** The last line of one part of a run, «3/16»: without it the part is not whole. */
export function shardLine(name: string): string {
  return jsonLine({ type: 'shard', file: name, ...EMPTY, ...NO_FAILURE, state: null });
}

/** What this tool reads of its own lines. */
export interface State extends Pick<Origin, 'at' | 'nth' | 'of' | 'files' | 'isAuto'> {
  readonly version: string;
  readonly key: string;
  readonly isWhole: boolean;
  /** One of these. */
  readonly audit?: string;
  readonly file?: string;
  readonly problem?: Told;
  readonly why?: string;
}

function stateOf(
  origin: Origin | undefined,
  { all, version }: ReporterOptions,
  more: () => Pick<State, 'audit' | 'file' | 'problem' | 'why'>,
): string | null {
  if (!origin) return null;
  const { at, nth, of, files, isAuto } = origin;
  const state: State = { version, key: origin.key(all), isWhole: all, at, nth, of, files, isAuto, ...more() };
  return btoa(strFromU8(deflateSync(strToU8(JSON.stringify(state))), true));
}

/** What a line says to this tool: a result, or the end of a part. Throws for what is no line of this format. */
export function stateIn(line: string): State | { readonly shard: string } {
  const { type, file, state } = JSON.parse(line) as { readonly type: string; readonly file: string; readonly state: string };
  if (type === 'shard') return { shard: file };
  return JSON.parse(strFromU8(inflateSync(strToU8(atob(state), true)))) as State;
}
