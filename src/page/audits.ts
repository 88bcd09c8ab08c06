import { filesInside, type Packed } from '../audit.ts';
import { auditor, Copies, isOwnOutput, reportsOf, withTwins } from '../joining/index.ts';
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
  const failures: Failure[] = [];
  const told: string[] = [];
  const empty: Failure[] = [];
  const fail = async (failure: Failure, source?: Uint8Array) => {
    failures.push(failure);
    told.push(problemWords(failure.file, failure.problem, lang, source));
  };
  const inputs: Input[] = [];
  for (const one of named(files)) inputs.push(...(await inside(one, fail)));
  const byName = new Map(inputs.map(input => [input.file, input]));
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
  return { audits: withTwins(reports.audits), failures, told };
}

/** What lies in an archive, without what systems leave there; a file that is none is itself. What cannot be unpacked is told. */
async function inside(input: Input, fail: (failure: Failure) => Promise<void>): Promise<Input[]> {
  const inputs: Input[] = [];
  const attempt = async (file: string, step: () => readonly Input[]) => {
    try {
      inputs.push(...step());
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      await fail({ file, problem: error });
    }
  };
  let packed: readonly Packed[] = [];
  await attempt(input.file, () => {
    if (input.bytes.length > LIMITS.file) return [input];
    packed = filesInside(input) ?? [];
    return packed.length > 0 ? [] : [input];
  });
  for (const { file, open } of packed)
    if (!/\/(?:__MACOSX\/|\.|~)/.test(file.slice(input.file.length))) await attempt(file, () => [open()]);
  return inputs;
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
