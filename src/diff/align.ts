import renamedSubjects from '../domain/renamed.yaml';
import { factKey, type Subject } from './subjects.ts';

export interface Pair {
  readonly before: Subject;
  readonly after: Subject;
}

export interface Alignment {
  readonly pairs: readonly Pair[];
  readonly onlyBefore: readonly Subject[];
  readonly onlyAfter: readonly Subject[];
}

/**
 * Finds the counterpart of every fact: by what it states, then by its code, then by its name (also under the name it had
 * before the classification renamed it). In each round only what one key has on both sides exactly once is matched: a
 * guess between two would look like knowledge.
 */
export function align(before: readonly Subject[], after: readonly Subject[]): Alignment {
  const counterpart = new Map<Subject, Subject>();
  let [left, right] = [before, after];
  for (const keysOf of ROUNDS) {
    const earlier = unique(left, keysOf);
    const later = unique(right, keysOf);
    const taken = new Set<Subject>();
    for (const [key, subject] of later) {
      const other = earlier.get(key);
      if (!subject || !other || taken.has(other) || counterpart.has(subject)) continue;
      taken.add(other);
      counterpart.set(subject, other);
    }
    left = left.filter(subject => !taken.has(subject));
    right = right.filter(subject => !counterpart.has(subject));
  }
  const pairs = after.flatMap(subject => {
    const other = counterpart.get(subject);
    return other ? [{ before: other, after: subject }] : [];
  });
  return { pairs, onlyBefore: left, onlyAfter: right };
}

type KeysOf = (subject: Subject) => readonly string[];

const ROUNDS: readonly KeysOf[] = [
  ({ indicator, figure }) => (indicator === null ? [] : [factKey(figure)]),
  ({ code, name, respect }) => (code === null ? [] : [`${code}|${name}|${respect}`]),
  ({ code, respect }) => (code === null ? [] : [`${code}|${respect}`]),
  ({ indicator, name, respect }) => [`${parentOf(indicator)}|${name}|${respect}`],
  ({ name, respect }) => [`${name}|${respect}`],
  ({ indicator, name, respect }) => [`${parentOf(indicator)}|${newestName(name)}|${respect}`],
  ({ name, respect }) => [`${newestName(name)}|${respect}`],
  // Bound in one report and unbound in the other: the name alone, with the kind of number and the measure.
  ({ name, figure }) => [`${newestName(name)}|${figure.fact.measure ?? ''}|${figure.amount.kind}`],
];

/** What one key has exactly once; null where it has several. */
function unique(subjects: readonly Subject[], keysOf: KeysOf): Map<string, Subject | null> {
  const found = new Map<string, Subject | null>();
  for (const subject of subjects) for (const key of keysOf(subject)) found.set(key, found.has(key) ? null : subject);
  return found;
}

/** 类 and 款 of a subject of the functional classification, under the names of today. */
function parentOf(indicator: string | null): string {
  return indicator === null ? '' : indicator.split('/').slice(0, -1).map(newestName).join('/');
}

const NEWEST: ReadonlyMap<string, string> = new Map(
  (renamedSubjects as readonly { readonly names: readonly string[] }[]).flatMap(({ names }) =>
    names.map(name => [compared(name), compared(names.at(-1)!)] as const),
  ),
);

/** The name a subject of the classification has today; any other name as it is. */
function newestName(name: string): string {
  const plain = compared(name);
  return NEWEST.get(plain) ?? plain;
}

/** «归口管理的行政单位离退休» is told with and without «的». */
function compared(name: string): string {
  return withoutEnd(name).replaceAll('的', '');
}

/** Names are told with and without «支出» at their end. */
export function withoutEnd(name: string): string {
  return name.length > 4 ? name.replace(/支出$/, '') : name;
}
