import { basename, dirname } from 'node:path';
import { type AuditOptions, audit } from '../../audit.ts';
import { type Audit, defectIn, type Failure, type Input, Problem } from '../../model/index.ts';
import { clean } from '../../reporters/parts/clean.ts';
import type { Skipped } from '../../reporters/parts/open.ts';
import { problemWords } from '../../reporters/parts/problems.ts';
import { type Lang, say } from '../../reporters/parts/words/index.ts';
import { bounded } from './bounded.ts';
import { type Found, gather, load } from './files.ts';
import { joinable } from './joining.ts';
import { lean } from './lean.ts';
import { onceEach } from './once.ts';
import { tell } from './output.ts';
import { isOwnOutput } from './own.ts';
import { refuseToReplace } from './saving.ts';
import { Copies, withTwins } from './twins.ts';
import { isUnreadable } from './unreadable.ts';

/** Which files make one report: all of them, each by itself, or (within a folder) as their content says. */
export type Grouping = 'together' | 'separate' | 'auto';

export interface AuditAllOptions {
  readonly grouping: Grouping;
  readonly lang: Lang;
  readonly quiet: boolean;
  /** The rules and which of them to apply; all of the catalogue when absent. */
  readonly road?: AuditOptions;
  /** Tells where in the program an unexpected error came up. */
  readonly debug?: boolean;
  /** The whole of every audit is needed to the end; otherwise only what findings need is kept. */
  readonly whole?: boolean;
  /** Where the run will write (null: standard output), and what it reads beside the reports. */
  readonly writes?: readonly (string | null)[];
  readonly reads?: readonly string[];
}

export interface Audited {
  readonly audits: readonly Audit[];
  readonly failures: readonly Failure[];
  /** Files of folders that were left aside because their format cannot be read. */
  readonly skipped: readonly Skipped[];
}

/** Audits what the arguments name. What cannot be audited is told on standard error and never hides the others. */
export async function auditAll(paths: readonly string[], options: AuditAllOptions): Promise<Audited> {
  const thread = bounded();
  try {
    return await auditEach(paths, { ...options, road: { ...options.road, read: thread.read } });
  } finally {
    await thread.close();
  }
}

async function auditEach(
  paths: readonly string[],
  { grouping, lang, quiet, road = {}, writes = [], reads = [], debug = false, whole = false }: AuditAllOptions,
): Promise<Audited> {
  const found = await gather(paths);
  await refuseToReplace(writes, [...found.files, ...reads]);
  if (!quiet) await tellSkipped(found.skipped, lang);
  const failures: Failure[] = [];
  for (const failure of found.failures) await fail(failure);
  const audits: Audit[] = [];
  const copies = new Copies();
  const own: Skipped[] = [];
  /** Files of folders without a single figure: they may be a part of the report beside them. */
  const empty: Failure[] = [];
  for (const files of grouping === 'together' ? [found.files] : found.files.map(file => [file])) {
    if (files.length > 0) audits.push(...(await attempt(files)));
  }
  for (const { file, same } of quiet ? [] : copies.found)
    await tell(say(lang, 'skip.copy', { file: clean(file), same: clean(same) }));
  if (own.length > 0 && !quiet) await tellSkipped(own, lang);
  const skipped = found.skipped.filter(({ file, why }) => why === 'skip.format' && isUnreadable(file));
  if (grouping !== 'auto') return { audits, failures, skipped };
  if (!quiet) await suggest();
  const joined = await join(audits, found.listed, audited);
  const complete = await withEmpty(joined, empty, road);
  for (const failure of complete.left) await fail(failure);
  return { audits: withTwins(await onceEach(complete.audits, road)), failures, skipped };

  /** Files that were named one by one stay apart, even if they look like parts of one report. */
  async function suggest(): Promise<void> {
    const named = audits.filter(one => !found.listed.has(one.file));
    for (const group of joinable(named))
      await tell(say(lang, 'files.could-join', { files: group.map(i => clean(named[i]!.file)) }));
  }

  async function attempt(files: readonly string[]): Promise<Audit[]> {
    const inputs: Input[] = [];
    const unread: string[] = [];
    for (const file of files) {
      try {
        const input = await load(file);
        if (isOwnOutput(input.bytes)) {
          if (!found.listed.has(file)) throw new Problem('files.own-output', {}, { file });
          own.push({ file, why: 'skip.own' });
        } else if (grouping === 'separate' || !found.listed.has(file) || !copies.isOne(input)) inputs.push(input);
      } catch (error) {
        unread.push(file);
        await fail({ file, problem: asProblem(error, file) });
      }
    }
    return audited(inputs, unread);
  }

  /** What cannot be read of several files is told, and the others are audited without it. */
  async function audited(inputs: readonly Input[], unread: readonly string[]): Promise<Audit[]> {
    if (inputs.length === 0) return [];
    try {
      const one = await audit(inputs, { ...road, without: unread.map(clean) });
      // Files that are put together by what they state are known by their figures until then.
      return [whole || road.documents || grouping === 'auto' ? one : lean(one)];
    } catch (error) {
      const problem = asProblem(error, inputs.map(input => input.file).join(' + '));
      const broken = byFile(problem);
      const others = inputs.filter(input => !broken.has(input.file));
      if (others.length === inputs.length) {
        const failure = { file: inputs.map(input => input.file).join(' + '), problem };
        const isPart = grouping === 'auto' && problem.code === 'audit.no-figures' && found.listed.has(failure.file);
        if (isPart) empty.push(failure);
        else await fail(failure);
        return [];
      }
      for (const [file, own] of broken) await fail({ file, problem: own }, inputs.find(input => input.file === file)?.bytes);
      return audited(others, [...unread, ...broken.keys()]);
    }
  }

  async function fail(failure: Failure, source?: Uint8Array): Promise<void> {
    failures.push(failure);
    await tell(problemWords(failure.file, failure.problem, lang, source));
    const { trace } = failure.problem;
    if (trace !== undefined) await tell(say(lang, debug ? 'cli.trace' : 'cli.no-trace', { trace }));
  }
}

/** Audits anew, as one report, what belongs together; the audit says so. */
async function join(
  audits: readonly Audit[],
  listed: ReadonlySet<string>,
  audited: (inputs: readonly Input[], unread: readonly string[]) => Promise<readonly Audit[]>,
): Promise<Audit[]> {
  const inFolders = audits.filter(one => listed.has(one.file));
  const replaced = new Map<Audit, Audit[]>();
  for (const group of joinable(inFolders)) {
    const parts = group.map(i => inFolders[i]!);
    const { entity, year } = parts.find(part => part.entity !== null) ?? parts[0]!;
    const inputs = await Promise.all(parts.map(part => load(part.file))).catch(() => []);
    // What cannot be audited together has been told; the parts stand for themselves.
    const [whole] = await audited(inputs, []);
    if (!whole) continue;
    const files = parts.map(part => basename(part.file));
    const code = parts.some(part => part.entity === null) ? 'files.joined-nameless' : 'files.joined';
    const notice = { code, params: { files, entity: entity ?? '', year: year ?? '' } };
    const first = parts.find(part => !replaced.has(part)) ?? parts[0]!;
    for (const part of parts) if (!replaced.has(part)) replaced.set(part, []);
    replaced.get(first)!.push({ ...whole, notices: [notice, ...whole.notices] });
  }
  return audits.flatMap(one => replaced.get(one) ?? [one]);
}

/**
 * A statutory table that is rightly empty, a cover: a file without figures goes with the only report of its folder, and is read with
 * it. Where there is none, or several, it is what could not be audited.
 */
async function withEmpty(audits: readonly Audit[], empty: readonly Failure[], road: AuditOptions) {
  const folderOf = (file: string) => dirname(file.split(' + ')[0]!);
  const left: Failure[] = [];
  const parts = new Map<Audit, string[]>();
  for (const failure of empty) {
    const near = audits.filter(one => folderOf(one.file) === dirname(failure.file));
    if (near.length === 1) parts.set(near[0]!, [...(parts.get(near[0]!) ?? []), failure.file]);
    else left.push(failure);
  }
  const whole = await Promise.all(
    audits.map(async one => {
      const more = parts.get(one);
      if (!more) return one;
      const files = [...one.file.split(' + '), ...more];
      const joined = await audit(await Promise.all(files.map(load)), road);
      const params = { files: files.map(file => basename(file)), entity: joined.entity ?? '', year: joined.year ?? '' };
      return { ...joined, notices: [{ code: 'files.joined-nameless', params }, ...joined.notices] };
    }),
  );
  return { audits: whole, left };
}

/** A problem of several files as one for each of them; mistakes of one file stay together. */
function byFile(problem: Problem): Map<string, Problem> {
  const groups = new Map<string, Problem[]>();
  for (const one of [problem, ...problem.others]) {
    const file = one.place?.file;
    if (file !== undefined) groups.set(file, [...(groups.get(file) ?? []), one]);
  }
  return new Map(
    [...groups].map(([file, [first, ...more]]) => [file, new Problem(first!.code, first!.params, first!.place, more)]),
  );
}

function asProblem(error: unknown, file: string): Problem {
  return error instanceof Problem ? error : defectIn(file, error);
}

async function tellSkipped(skipped: Found['skipped'], lang: Lang): Promise<void> {
  for (const why of new Set(skipped.map(one => one.why))) {
    const files = skipped.filter(one => one.why === why).map(one => clean(one.file));
    await tell(say(lang, why, { count: files.length, files: files.slice(0, 5), more: files.length > 5 ? ' …' : '' }));
  }
}
