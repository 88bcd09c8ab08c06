import { type Audit, digest, type Fact, type Figure, type Format, type Measure, type UnitAmount } from '../model/index.ts';

/** What has to be known of an audit to tell which others it goes with. */
export interface Known {
  readonly role: 'story' | 'tables' | 'neither';
  /** The names of the tables that figures were read from; '' for those that stand in none. */
  readonly tables: ReadonlySet<string>;
  /** By what it is told whether two reports state the same. */
  readonly stated: string;
  /** What it states of the unit as a whole, each fact once. */
  readonly amounts: readonly UnitAmount[];
}

const WORKBOOKS: readonly Format[] = ['xlsx', 'xls', 'xlsb', 'ods', 'csv'];

/** Of audits whose figures were let go. */
const KNOWN = new WeakMap<Audit, Known>();

/** Lets an audit without its figures be known by what the whole one was known by. */
export function remember(audit: Audit, known: Known): void {
  KNOWN.set(audit, known);
}

export function knownOf(audit: Audit): Known {
  return KNOWN.get(audit) ?? { role: roleOf(audit), tables: tablesOf(audit), stated: statedBy(audit), amounts: amountsOf(audit) };
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

/** Amounts of a year that can be added up; changes and shares say nothing of a sum. */
const ADDED: readonly (Measure | null)[] = ['决算', '预算', '年初预算', '全年预算'];

/** The facts of the whole, and of its classes; each as most of its figures state it, the finest print of them. */
function amountsOf({ figures }: Audit): UnitAmount[] {
  const byFact = new Map<string, Figure[]>();
  for (const figure of figures) {
    const { fact, amount } = figure;
    if (amount.kind !== 'money' || amount.approximate || !addable(fact)) continue;
    const key = [fact.indicator, fact.scope, fact.period, fact.measure].join('\n');
    byFact.set(key, [...(byFact.get(key) ?? []), figure]);
  }
  return [...byFact.values()].map(same => {
    const votes = (one: Figure) => same.filter(({ amount }) => amount.value.eq(one.amount.value)).length;
    const best = same.reduce((a, b) => {
      const more = votes(b) - votes(a);
      return more > 0 || (more === 0 && b.amount.step.lt(a.amount.step)) ? b : a;
    });
    return { fact: best.fact, printed: best.printed, amount: best.amount };
  });
}

/** Whether a fact is one of the whole, or of one of its classes, that units can be added up by. */
export function addable({ indicator, scope, period, measure }: Fact): boolean {
  if (indicator === null || scope === null || period === null || !ADDED.includes(measure)) return false;
  return !indicator.includes('/') || /^功能\/[^/]+$/.test(indicator);
}
