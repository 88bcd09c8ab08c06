import type { AuditOptions } from '../audit.ts';
import { type Audit, type Failure, type Input, Problem } from '../model/index.ts';
import type { Grouping } from './bundles.ts';
import { isOwnOutput } from './own.ts';
import { asProblem, auditor, reportsOf } from './reports.ts';
import { Copies } from './twins.ts';

export interface BundleOptions {
  readonly road: AuditOptions;
  readonly grouping: Grouping;
  /** Files that were found in a folder, not named one by one: those may be joined. */
  readonly listed: ReadonlySet<string>;
  /** How a file is named in what is told of it. */
  named(file: string): string;
}

/** What the files of one bundle came to. */
export interface Outcome {
  readonly audits: readonly Audit[];
  /** Files that could not be audited, with their bytes where a mistake in them can be shown. */
  readonly failures: readonly (Failure & { readonly source?: Uint8Array })[];
  /** Files of folders that are outputs of this tool. */
  readonly own: readonly string[];
  /** Files that hold the same bytes as one before them. */
  readonly copies: readonly { readonly file: string; readonly same: string }[];
}

/** Audits the files of one bundle, or what could be had of them, as the reports they make. */
export async function auditBundle(
  files: readonly (Input | Failure)[],
  { road, grouping, listed, named }: BundleOptions,
): Promise<Outcome> {
  const audits: Audit[] = [];
  const failures: Outcome['failures'][number][] = [];
  const own: string[] = [];
  const empty: Failure[] = [];
  const copies = new Copies();
  const fail = async (failure: Failure, source?: Uint8Array) => {
    // A working paper of an earlier check that a program has saved anew shows only when it is read.
    if (failure.problem.code === 'files.own-output' && listed.has(failure.file)) return void own.push(failure.file);
    failures.push({ ...failure, ...(source ? { source } : {}) });
  };
  const isPart = (file: string) => grouping === 'auto' && listed.has(file);
  const audited = auditor({ road, fail, isPart, empty, keep: one => one, named });
  for (const group of grouping === 'together' ? [files] : files.map(file => [file])) audits.push(...(await attempt(group)));
  if (grouping !== 'auto') return { audits, failures, own, copies: copies.found };
  const load = async (file: string) => {
    const input = files.find(one => one.file === file);
    if (!input || 'problem' in input) throw new Problem('files.missing', {}, { file });
    return input;
  };
  const reports = await reportsOf(audits, empty, { found: listed, audited, road, load });
  for (const failure of reports.left) await fail(failure);
  return { audits: reports.audits, failures, own, copies: copies.found };

  async function attempt(group: readonly (Input | Failure)[]): Promise<readonly Audit[]> {
    const inputs: Input[] = [];
    const unread: string[] = [];
    for (const one of group) {
      if ('problem' in one) {
        unread.push(one.file);
        await fail(one);
      } else if (isOwnOutput(one.bytes)) {
        if (listed.has(one.file)) own.push(one.file);
        else {
          unread.push(one.file);
          await fail({ file: one.file, problem: asProblem(new Problem('files.own-output', {}, { file: one.file }), one.file) });
        }
      } else if (grouping === 'separate' || !listed.has(one.file) || !copies.isOne(one)) inputs.push(one);
    }
    return audited(inputs, unread);
  }
}
