import { unpack } from '../../joining/index.ts';
import { Problem, problemOf } from '../../model/index.ts';
import type { Origin } from '../../reporters/parts/origin.ts';
import { version } from '../parts/version.ts';
import type { Event } from './events.ts';
import { type State, statesIn } from './lines.ts';

/** Parts of a run, put together. */
export interface Whole {
  readonly states: readonly State[];
  /** Parts of which none was handed over, «3/16». */
  readonly missing: readonly string[];
}

/**
 * Reads parts of one run, in whatever order. Throws a Problem for lines that are not whole, for results of another version, and where
 * outputs need more (`isWhole`) than the parts hold.
 */
export async function partsIn(files: readonly string[], isWhole: boolean): Promise<Whole> {
  const states = new Map<string, State>();
  const shards = new Map<number, Set<number>>();
  for (const file of files) {
    const broken = (line: number) => {
      throw new Problem('merge.broken', {}, { file, line });
    };
    for await (const state of statesIn(file, broken)) {
      if ('shard' in state) {
        const [nth = 0, of = 0] = state.shard.split('/').map(Number);
        shards.set(of, (shards.get(of) ?? new Set()).add(nth));
        continue;
      }
      if (state.version !== version) throw new Problem('merge.version', { theirs: state.version, own: version }, { file });
      if (isWhole && !state.isWhole) throw new Problem('merge.not-whole', {}, { file });
      states.set(JSON.stringify([state.at, state.nth, state.files]), state);
    }
  }
  const sorted = [...states.values()].sort((a, b) => a.at - b.at || a.nth - b.nth);
  const missing = [...shards].flatMap(([of, there]) =>
    Array.from({ length: of }, (_, i) => i + 1).flatMap(nth => (there.has(nth) ? [] : `${nth}/${of}`)),
  );
  return { states: withoutCopies(sorted), missing };
}

/** Bundles all of whose files were there before: in one run they would have been left out. */
function withoutCopies(states: readonly State[]): State[] {
  const seen = new Map<string, number>();
  const kept = new Map<number, boolean>();
  return states.filter(({ at, files, isAuto }) => {
    if (!isAuto || at < 0) return true;
    let isKept = kept.get(at);
    if (isKept === undefined) {
      isKept = !files.every(([, sum]) => sum !== null && seen.has(sum));
      kept.set(at, isKept);
      for (const [, sum] of files) if (sum !== null && !seen.has(sum)) seen.set(sum, at);
    }
    return isKept;
  });
}

/** The results of parts, as if they had just come. */
export async function* eventsIn(states: readonly State[]): AsyncGenerator<Event> {
  for (const state of states) {
    const { audit, problem, why, files } = state;
    const origin: Origin = { ...state, key: () => state.key, packed: () => audit ?? '' };
    if (audit !== undefined) yield { audit: unpack(audit), origin };
    else if (problem !== undefined) yield { failure: { file: state.file ?? '', problem: problemOf(problem) }, origin };
    else yield { skipped: { file: files[0]![0], why: why! }, origin };
  }
}
