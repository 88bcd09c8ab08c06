import { type AuditOptions, loadRules } from '../../audit.ts';
import { auditBundle, type Grouping, pack, unpack } from '../../joining/index.ts';
import { type Audit, digest, type Failure, type Input, LIMITS, problemOf, type Told, toldOf } from '../../model/index.ts';
import { clean } from '../../reporters/parts/clean.ts';
import { lean } from '../parts/lean.ts';
import { type Choice, roadOf } from '../parts/road.ts';

/** How much of an audit is kept: what outputs of findings need, all that was found out, or also what was read. */
export type Depth = 'lean' | 'whole' | 'documents';

/** What all bundles of a run are audited by: plain data, for threads and for the keys of results. */
export interface Setup {
  readonly choice: Choice;
  readonly grouping: Grouping;
  readonly depth: Depth;
  readonly undrawn?: true;
  readonly kind?: NonNullable<AuditOptions['kind']>;
  readonly limits: Readonly<Record<string, number>>;
}

/** The files of one bundle: what they hold, or why that could not be had. */
export interface Job {
  readonly files: readonly (Input | FailureTold)[];
  readonly listed: readonly string[];
}

/** A file that could not be audited, as plain data. */
export interface FailureTold {
  readonly file: string;
  readonly told: Told;
  readonly source?: Uint8Array;
}

/** What came of a bundle, as plain data: audits are packed. */
export interface Done {
  readonly audits: readonly string[];
  readonly failures: readonly FailureTold[];
  readonly own: readonly string[];
  readonly copies: readonly { readonly file: string; readonly same: string }[];
}

/** Does jobs in this thread. `more`: what of the road is no plain data. */
export function worker(setup: Setup, more: Pick<AuditOptions, 'read' | 'ocr'>) {
  const road: AuditOptions = {
    ...roadOf(setup.choice),
    ...(setup.depth === 'documents' ? { documents: true as const } : {}),
    ...(setup.undrawn ? { undrawn: true as const } : {}),
    ...(setup.kind ? { kind: setup.kind } : {}),
    ...more,
  };
  return async function outcome({ files, listed }: Job) {
    const found = await auditBundle(
      files.map(one => ('told' in one ? failureOf(one) : one)),
      { road, grouping: setup.grouping, listed: new Set(listed), named: clean },
    );
    return setup.depth === 'lean' ? { ...found, audits: found.audits.map(lean) } : found;
  };
}

export type Outcome = Awaited<ReturnType<ReturnType<typeof worker>>>;

export function doneOf({ audits, failures, own, copies }: Outcome): Done {
  const told = failures.map(({ file, problem, source }) => ({ file, told: toldOf(problem), ...(source ? { source } : {}) }));
  return { audits: audits.map(pack), failures: told, own, copies };
}

export function failureOf({ file, told, source }: FailureTold): Failure & { readonly source?: Uint8Array } {
  return { file, problem: problemOf(told), ...(source ? { source } : {}) };
}

export const auditsOf = ({ audits }: Done): Audit[] => audits.map(unpack);

/** By what a run's results are known to be its own: the tool, its rules and all that was chosen. */
export function keyOf(setup: Setup, build: string): string {
  const { rules } = loadRules();
  return digest(JSON.stringify([build, rules, { ...setup, limits: { ...LIMITS, ...setup.limits } }]));
}
