import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Problem } from '../../model/index.ts';
import { type State, stateIn } from '../../reporters/ndjson.ts';
import { asProblem } from '../parts/files.ts';

export type { State } from '../../reporters/ndjson.ts';

/** What the lines of a file of results say to this tool; `broken` is told of each line that is not whole. */
export async function* statesIn(
  file: string,
  broken: (line: number) => void = () => {},
): AsyncGenerator<State | { readonly shard: string }> {
  let number = 0;
  try {
    for await (const text of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
      number++;
      if (text.trim() === '') continue;
      const state = whole(text);
      if (state) yield state;
      else broken(number);
    }
  } catch (error) {
    throw error instanceof Problem ? error : asProblem(error, file);
  }
}

function whole(text: string): ReturnType<typeof stateIn> | undefined {
  try {
    return stateIn(text);
  } catch {
    return undefined;
  }
}
