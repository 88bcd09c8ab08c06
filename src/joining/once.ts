import { type AuditOptions, audit, diff } from '../audit.ts';
import type { Audit, Figure, Input, Notice } from '../model/index.ts';
import { folderOf, stemOf } from './paths.ts';

/** Fetches a file by its name: from a disk, or from what was handed over. */
export type Load = (file: string) => Promise<Input>;

/** Of a hundred figures that two files state, so many must be the same for them to be two files of one report. */
const ALIKE = 80;

/**
 * One report in two formats (a Word file and the PDF made from it; the old and the new kind of workbook) is audited once: the richer
 * one, of which more could be checked. The other is compared with it figure by figure; what differs is a finding of the report.
 */
export async function onceEach(audits: readonly Audit[], road: AuditOptions, load: Load): Promise<Audit[]> {
  const groups = new Map<string, Audit[]>();
  for (const one of audits) {
    if (one.kind === 'dataset' || one.file.includes(' + ')) continue;
    const key = JSON.stringify([one.entity ?? stemOf(one.file), one.year, one.kind, folderOf(one.file)]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const replaced = new Map<Audit, Audit | null>();
  for (const group of groups.values()) {
    for (const [rich, others] of twinsIn(group)) {
      replaced.set(rich, await compared(rich, others, road, load));
      for (const other of others) replaced.set(other, null);
    }
  }
  return audits.flatMap(one => {
    const now = replaced.get(one);
    return now === null ? [] : [now ?? one];
  });
}

/** Each report that comes in several formats: the richest file, and the others. */
function twinsIn(group: readonly Audit[]): [Audit, Audit[]][] {
  const byWealth = [...group].sort((a, b) => b.summary.checked - a.summary.checked || b.figures.length - a.figures.length);
  const found: [Audit, Audit[]][] = [];
  for (const one of byWealth) {
    const twin = found.find(
      ([rich, others]) => [rich, ...others].every(({ format }) => format !== one.format) && areTwins(rich, one),
    );
    if (twin) twin[1].push(one);
    else found.push([one, []]);
  }
  return found.filter(([, others]) => others.length > 0);
}

function areTwins(a: Audit, b: Audit): boolean {
  const stated = ({ figures }: Audit) => figures.map(({ amount, fact }) => `${amount.value} ${amount.unit} ${fact.indicator}`);
  const left = new Map<string, number>();
  for (const key of stated(a)) left.set(key, (left.get(key) ?? 0) + 1);
  let common = 0;
  for (const key of stated(b)) {
    const count = left.get(key) ?? 0;
    if (count > 0) common++;
    left.set(key, count - 1);
  }
  const fewer = Math.min(a.figures.length, b.figures.length);
  return fewer > 0 && common * 100 >= ALIKE * fewer;
}

async function compared(rich: Audit, others: readonly Audit[], road: AuditOptions, load: Load): Promise<Audit> {
  const beside = others.flatMap(other => differing(rich, other));
  const notices = others.map((other): Notice => ({ code: 'files.once', params: { file: rich.file, other: other.file } }));
  const whole = beside.length === 0 ? rich : await audit([await load(rich.file)], { ...road, beside });
  return { ...whole, notices: [...notices, ...whole.notices] };
}

/** Figures that state one thing in both files with two values. */
function differing(rich: Audit, other: Audit): [string, Figure][] {
  const changes = diff(other, rich);
  if (changes.kind !== 'drafts') return [];
  return changes.edits.flatMap(({ kind, before, after }): [string, Figure][] =>
    kind === 'changed' && before && after ? [[after.id, before]] : [],
  );
}
