import type { AuditOptions } from '../../audit.ts';
import { asProblem, auditor, Copies, isOwnOutput, joinable, reportsOf } from '../../joining/index.ts';
import { type Audit, type Failure, type Input, Problem } from '../../model/index.ts';
import { clean } from '../../reporters/parts/clean.ts';
import type { Skipped } from '../../reporters/parts/open.ts';
import { problemWords } from '../../reporters/parts/problems.ts';
import { type Lang, say } from '../../reporters/parts/words/index.ts';
import { bounded } from './bounded.ts';
import { type Found, gather, type Leave, load } from './files.ts';
import { lean } from './lean.ts';
import { tell } from './output.ts';
import { refuseToReplace } from './saving.ts';
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
  /** Files of folders that are left aside. */
  readonly leave?: Leave;
  /** Failures are handed over only, and told by whoever asked. */
  readonly unsaid?: boolean;
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
  {
    grouping,
    lang,
    quiet,
    road = {},
    writes = [],
    reads = [],
    debug = false,
    whole = false,
    leave,
    unsaid = false,
  }: AuditAllOptions,
): Promise<Audited> {
  const found = await gather(paths, leave);
  await refuseToReplace(writes, [...found.files, ...reads]);
  if (!quiet) await tellSkipped(found.skipped, lang);
  const failures: Failure[] = [];
  for (const failure of found.failures) await fail(failure);
  const audits: Audit[] = [];
  const copies = new Copies();
  const own: Skipped[] = [];
  /** Files of folders without a single figure: they may be a part of the report beside them. */
  const empty: Failure[] = [];
  const audited = auditor({
    road,
    // A working paper of an earlier check that a program has saved anew shows only when it is read.
    fail: async (failure, source) => {
      const known = failure.problem.code === 'files.own-output' && found.listed.has(failure.file);
      if (known) own.push({ file: failure.file, why: 'skip.own' });
      else await fail(failure, source);
    },
    isPart: file => grouping === 'auto' && found.listed.has(file),
    empty,
    // Files that are put together by what they state are known by their figures until then.
    keep: one => (whole || road.documents || grouping === 'auto' ? one : lean(one)),
    named: clean,
  });
  for (const files of grouping === 'together' ? [found.files] : found.files.map(file => [file])) {
    if (files.length > 0) audits.push(...(await attempt(files)));
  }
  for (const { file, same } of quiet ? [] : copies.found)
    await tell(say(lang, 'skip.copy', { file: clean(file), same: clean(same) }));
  if (own.length > 0 && !quiet) await tellSkipped(own, lang);
  const skipped = found.skipped.filter(({ file, why }) => why === 'skip.format' && isUnreadable(file));
  if (grouping !== 'auto') return { audits, failures, skipped };
  if (!quiet) await suggest();
  const reports = await reportsOf(audits, empty, { found: found.listed, audited, road, load });
  for (const failure of reports.left) await fail(failure);
  return { audits: reports.audits, failures, skipped };

  /** Files that were named one by one stay apart, even if they look like parts of one report. */
  async function suggest(): Promise<void> {
    const named = audits.filter(one => !found.listed.has(one.file));
    for (const group of joinable(named))
      await tell(say(lang, 'files.could-join', { files: group.map(i => clean(named[i]!.file)) }));
  }

  async function attempt(files: readonly string[]): Promise<readonly Audit[]> {
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

  async function fail(failure: Failure, source?: Uint8Array): Promise<void> {
    failures.push(failure);
    if (unsaid) return;
    await tell(problemWords(failure.file, failure.problem, lang, source));
    const { trace } = failure.problem;
    if (trace !== undefined) await tell(say(lang, debug ? 'cli.trace' : 'cli.no-trace', { trace }));
  }
}

async function tellSkipped(skipped: Found['skipped'], lang: Lang): Promise<void> {
  for (const why of new Set(skipped.map(one => one.why))) {
    const files = skipped.filter(one => one.why === why).map(one => clean(one.file));
    await tell(say(lang, why, { count: files.length, files: files.slice(0, 5), more: files.length > 5 ? ' …' : '' }));
  }
}
