import { auditor, Copies, isOwnOutput, reportsOf } from '../joining/index.ts';
import { type Audit, type Failure, type Input, LIMITS, Problem } from '../model/index.ts';
import { clean } from '../reporters/parts/clean.ts';
import { problemWords } from '../reporters/parts/problems.ts';
import { type Lang, say } from '../reporters/parts/words/index.ts';

export interface Dropped {
  readonly audits: readonly Audit[];
  readonly failures: readonly Failure[];
  readonly told: readonly string[];
}

/**
 * Audits files as `audit check` does those of a folder: each by itself, then what belongs together as one report. `progress` is told
 * of each file before it is read.
 */
export async function auditDropped(
  files: readonly Input[],
  lang: Lang,
  progress: (at: number, file: string) => void,
): Promise<Dropped> {
  const inputs = named(files);
  const byName = new Map(inputs.map(input => [input.file, input]));
  const failures: Failure[] = [];
  const told: string[] = [];
  const empty: Failure[] = [];
  const fail = async (failure: Failure, source?: Uint8Array) => {
    failures.push(failure);
    told.push(problemWords(failure.file, failure.problem, lang, source));
  };
  const road = { documents: true } as const;
  const audited = auditor({ road, fail, isPart: () => inputs.length > 1, empty, keep: one => one, named: clean });
  const audits: Audit[] = [];
  const copies = new Copies();
  for (const [at, input] of inputs.entries()) {
    progress(at, input.file);
    if (isOwnOutput(input.bytes)) await fail({ file: input.file, problem: new Problem('files.own-output', {}, input) });
    else if (input.bytes.length > LIMITS.file) await fail({ file: input.file, problem: tooLarge(input) });
    else if (!copies.isOne(input)) audits.push(...(await audited([input], [])));
  }
  for (const { file, same } of copies.found) told.push(say(lang, 'skip.copy', { file: clean(file), same: clean(same) }));
  const found = new Set(byName.keys());
  const reports = await reportsOf(audits, empty, { found, audited, road, load: async file => byName.get(file)! });
  for (const failure of reports.left) await fail(failure);
  return { audits: reports.audits, failures, told };
}

/** Files that come from several folders may have one name; a figure's place tells a file by its name alone. */
export function named(files: readonly Input[]): Input[] {
  const seen = new Map<string, number>();
  return files.map(({ file, bytes }) => {
    const count = (seen.get(file) ?? 0) + 1;
    seen.set(file, count);
    return { file: count === 1 ? file : file.replace(/(\.[^.]*)?$/, ending => ` (${count})${ending}`), bytes };
  });
}

function tooLarge({ file, bytes }: Input): Problem {
  const megabytes = (size: number) => Math.round(size / 1024 / 1024);
  return new Problem('files.too-large', { size: megabytes(bytes.length), limit: megabytes(LIMITS.file) }, { file });
}
