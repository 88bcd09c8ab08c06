import { type Grouping, Twins } from '../../joining/index.ts';
import { type Audit, type Failure, LIMITS } from '../../model/index.ts';
import type { Skipped } from '../../reporters/parts/open.ts';
import type { Depth } from '../batch/job.ts';
import { type StartOptions, startRun } from '../batch/start.ts';
import { type Kind, kindOf } from './kind.ts';
import type { Choice } from './road.ts';

export type { Grouping } from '../../joining/index.ts';

export interface AuditAllOptions extends Omit<StartOptions, 'setup' | 'jobs' | 'shard' | 'stores' | 'isLong'> {
  readonly grouping: Grouping;
  /** The rules and which of them to apply; all of the catalogue when absent. */
  readonly choice?: Choice;
  readonly kind?: Kind;
  readonly depth: Depth;
  /** Documents without the pictures of their pages. */
  readonly undrawn?: true;
}

export interface Audited {
  readonly audits: readonly Audit[];
  readonly failures: readonly Failure[];
  /** Files of folders that were left aside because their format cannot be read. */
  readonly skipped: readonly Skipped[];
}

const ALL: Choice = { severity: [], only: [], skip: [], own: '', forms: '' };

/** What bundles are audited by. */
export function setupOf({
  choice = ALL,
  kind = 'auto',
  grouping,
  depth,
  undrawn,
}: Pick<AuditAllOptions, 'choice' | 'kind' | 'grouping' | 'depth' | 'undrawn'>) {
  return { choice, grouping, depth, ...(undrawn ? { undrawn } : {}), ...kindOf({ kind }), limits: { ...LIMITS } };
}

/** Audits what the arguments name, in this thread, and keeps all of it. */
export async function auditAll(paths: readonly string[], options: AuditAllOptions): Promise<Audited> {
  const audits: Audit[] = [];
  const failures: Failure[] = [];
  const skipped: Skipped[] = [];
  const { events } = await startRun(paths, { ...options, setup: setupOf(options), jobs: 1 });
  const twins = new Twins();
  for await (const event of events) {
    if ('audit' in event) audits.push(event.origin.isAuto ? twins.take(event.audit) : event.audit);
    else if ('failure' in event) failures.push(event.failure);
    else skipped.push(event.skipped);
  }
  return { audits, failures, skipped };
}
