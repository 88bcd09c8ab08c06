import { type Audit, digest, type Figure, type Format } from '../model/index.ts';

/** What has to be known of an audit to tell which others it goes with. */
export interface Known {
  readonly role: 'story' | 'tables' | 'neither';
  /** The names of the tables that figures were read from; '' for those that stand in none. */
  readonly tables: ReadonlySet<string>;
  /** By what it is told whether two reports state the same. */
  readonly stated: string;
}

const WORKBOOKS: readonly Format[] = ['xlsx', 'xls', 'xlsb', 'ods', 'csv'];

/** Of audits whose figures were let go. */
const KNOWN = new WeakMap<Audit, Known>();

/** Lets an audit without its figures be known by what the whole one was known by. */
export function remember(audit: Audit, known: Known): void {
  KNOWN.set(audit, known);
}

export function knownOf(audit: Audit): Known {
  return KNOWN.get(audit) ?? { role: roleOf(audit), tables: tablesOf(audit), stated: statedBy(audit) };
}

export function tablesOf(audit: Audit): ReadonlySet<string> {
  return KNOWN.get(audit)?.tables ?? new Set(audit.figures.map(({ at, place }) => at?.table ?? place.sheet ?? ''));
}

export function roleOf(audit: Audit): Known['role'] {
  const { kind, format, figures } = audit;
  const known = KNOWN.get(audit);
  if (known) return known.role;
  if (kind === 'dataset') return 'neither';
  if (WORKBOOKS.includes(format)) return 'tables';
  // A note under a table may state a figure too.
  return figures.filter(isTold).length * 20 <= figures.length ? 'tables' : 'story';
}

const isTold = ({ at, place }: Figure) => at === undefined && place.tableNumber === undefined && place.cell === undefined;

export function statedBy(audit: Audit): string {
  return KNOWN.get(audit)?.stated ?? digest(audit.figures.map(told).sort().join('\n'));
}

const told = ({ amount, fact }: Figure) => [amount.value.toString(), amount.unit, ...Object.values(fact)].join('/');
