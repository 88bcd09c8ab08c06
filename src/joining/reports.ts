import { type AuditOptions, audit, auditEach } from '../audit.ts';
import { type Audit, defectIn, type Failure, type Input, Problem } from '../model/index.ts';
import { joinable } from './groups.ts';
import { type Load, onceEach } from './once.ts';
import { fileIn, folderOf } from './paths.ts';

/** Audits files as one report; none where that cannot be done, which is told elsewhere. */
export type Audited = (inputs: readonly Input[], unread: readonly string[]) => Promise<readonly Audit[]>;

export interface Reports {
  readonly audits: readonly Audit[];
  /** Files without a figure that belong to no report. */
  readonly left: readonly Failure[];
}

export interface AuditorOptions {
  readonly road: AuditOptions;
  /** Told of every file that cannot be audited, with its bytes where they could be had. */
  fail(failure: Failure, source?: Uint8Array): Promise<void>;
  /** Whether a file without figures may belong to a report beside it; such files are kept in `empty` and not told. */
  isPart(file: string): boolean;
  readonly empty: Failure[];
  /** What is kept of an audit, and how a file is named in it. */
  keep(audit: Audit): Audit;
  named(file: string): string;
}

/** What cannot be read of several files is told, and the others are audited without it. */
export function auditor({ road, fail, isPart, empty, keep, named }: AuditorOptions): Audited {
  return async function audited(inputs, unread): Promise<readonly Audit[]> {
    if (inputs.length === 0) return [];
    const file = inputs.map(input => input.file).join(' + ');
    try {
      const audits: Audit[] = [];
      for (const one of await auditEach(inputs, { ...road, without: unread.map(named) })) {
        if ('problem' in one) await fail(one);
        else audits.push(keep(one));
      }
      return audits;
    } catch (error) {
      const problem = asProblem(error, file);
      const broken = byFile(problem);
      const others = inputs.filter(input => !broken.has(input.file));
      if (others.length === inputs.length) {
        if (problem.code === 'audit.no-figures' && isPart(file)) empty.push({ file, problem });
        else await fail({ file, problem });
        return [];
      }
      for (const [one, own] of broken) await fail({ file: one, problem: own }, inputs.find(input => input.file === one)?.bytes);
      return audited(others, [...unread, ...broken.keys()]);
    }
  };
}

/**
 * The reports that files make of which each has been audited by itself: what belongs together is audited anew as one; files without
 * figures (`empty`) go with the report beside them; one report in two formats counts once. `found`: files that may be joined.
 */
export async function reportsOf(
  audits: readonly Audit[],
  empty: readonly Failure[],
  { found, audited, road, load }: { readonly found: ReadonlySet<string>; audited: Audited; road: AuditOptions; load: Load },
): Promise<Reports> {
  const joined = await join(audits, found, audited, load);
  const complete = await withEmpty(joined, empty, road, load);
  return { audits: await onceEach(complete.audits, road, load), left: complete.left };
}

/** Audits anew, as one report, what belongs together; the audit says so. */
async function join(audits: readonly Audit[], listed: ReadonlySet<string>, audited: Audited, load: Load): Promise<Audit[]> {
  const inFolders = audits.filter(one => listed.has(one.file));
  const replaced = new Map<Audit, Audit[]>();
  for (const group of joinable(inFolders)) {
    const parts = group.map(i => inFolders[i]!);
    const { entity, year } = parts.find(part => part.entity !== null) ?? parts[0]!;
    const inputs = await Promise.all(parts.map(part => load(part.file))).catch(() => []);
    // What cannot be audited together has been told; the parts stand for themselves.
    const [whole] = await audited(inputs, []);
    if (!whole) continue;
    const files = parts.map(part => fileIn(part.file));
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
async function withEmpty(audits: readonly Audit[], empty: readonly Failure[], road: AuditOptions, load: Load) {
  const near = (one: Audit, failure: Failure) => folderOf(one.file.split(' + ')[0]!) === folderOf(failure.file);
  const left: Failure[] = [];
  const parts = new Map<Audit, string[]>();
  for (const failure of empty) {
    const [one, ...more] = audits.filter(report => near(report, failure));
    if (one && more.length === 0) parts.set(one, [...(parts.get(one) ?? []), failure.file]);
    else left.push(failure);
  }
  const whole = await Promise.all(
    audits.map(async one => {
      const more = parts.get(one);
      if (!more) return one;
      const files = [...one.file.split(' + '), ...more];
      const joined = await audit(await Promise.all(files.map(load)), road);
      const params = { files: files.map(file => fileIn(file)), entity: joined.entity ?? '', year: joined.year ?? '' };
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

export function asProblem(error: unknown, file: string): Problem {
  return error instanceof Problem ? error : defectIn(file, error);
}
