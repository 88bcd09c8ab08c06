import { stat } from 'node:fs/promises';

/** How often files are looked at, in milliseconds; a file is through when it stays the same from one look to the next. */
const LOOK = 200;
/** How many looks a file may be gone, or empty, before that is taken for what it is: programs save by moving files about. */
const PATIENCE = 15;

/** What became of the files since they were last told: each by its path, `null` for one that is gone. */
export type Saved = ReadonlyMap<string, string | null>;

export interface Looking {
  /** The files there are now. */
  files(): Promise<readonly string[]>;
  /** Ends the looking. */
  readonly signal: AbortSignal;
  readonly look?: number;
}

/**
 * Tells whenever files have been saved and stand still: Word and WPS write beside the file and rename, LibreOffice writes over it,
 * all of them may take their time, and on a network drive nobody is told of changes, so the files are looked at. Whatever is saved
 * while somebody works on what was told comes next; nothing is told twice.
 */
export async function saves(looking: Looking): Promise<AsyncGenerator<Saved>> {
  // Taken before anybody reads them: what is saved meanwhile comes first.
  return savesAfter(await lookAt(await looking.files()), looking);
}

async function* savesAfter(known: Map<string, string | null>, { files, signal, look = LOOK }: Looking): AsyncGenerator<Saved> {
  let last = new Map(known);
  let waited = 0;
  while (!signal.aborted) {
    await pause(look, signal);
    if (signal.aborted) return;
    const now = await lookAt([...new Set([...known.keys(), ...(await files())])]);
    const changed = new Map([...now].filter(([file, state]) => state !== known.get(file)));
    const isStill = [...changed].every(([file, state]) => last.get(file) === state);
    const isOdd = [...changed.values()].some(state => state === null || state.startsWith('0 '));
    last = now;
    if (changed.size === 0 || !isStill) {
      waited = 0;
      continue;
    }
    if (isOdd && ++waited < PATIENCE) continue;
    waited = 0;
    for (const [file, state] of changed) {
      if (state === null) known.delete(file);
      else known.set(file, state);
    }
    yield changed;
  }
}

/** What tells one state of a file from another: its size, its time and its place on the disk; null where there is none. */
async function lookAt(files: readonly string[]): Promise<Map<string, string | null>> {
  const states = await Promise.all(
    files.map(file =>
      stat(file, { bigint: true }).then(
        ({ size, mtimeNs, ino }) => [file, `${size} ${mtimeNs} ${ino}`] as const,
        () => [file, null] as const,
      ),
    ),
  );
  return new Map(states);
}

/** Waits, or comes back at once where the signal ends it; leaves no listener behind. */
export function pause(time: number, signal: AbortSignal): Promise<void> {
  return new Promise(done => {
    if (signal.aborted) return done();
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      done();
    };
    const timer = setTimeout(end, time);
    signal.addEventListener('abort', end);
  });
}
