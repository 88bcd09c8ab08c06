import type { Audit, DraftDiff, Edit, Figure, Finding } from '../model/index.ts';
import { headingOf, plainName } from './names.ts';
import { outcomesOf } from './outcomes.ts';
import { factKey } from './subjects.ts';

/**
 * Compares two drafts of one report: which figures were added, removed, changed or moved, and which findings appeared or
 * vanished. Figures are known by what they state and where they are told, never by page or line.
 */
export function compareDrafts(before: Audit, after: Audit): DraftDiff {
  const edits: Edit[] = [];
  let kept = 0;
  let [left, right] = [before.figures, after.figures] as [readonly Figure[], readonly Figure[]];
  for (const [i, keyOf] of ROUNDS.entries()) {
    const rest: [Figure[], Figure[]] = [[], []];
    for (const [a, b] of buckets(left, right, keyOf)) {
      const common = commonOf(a, b);
      for (const [one, other] of common) {
        if (i < CERTAIN) kept++;
        else edits.push({ kind: 'moved', before: one, after: other });
      }
      const found = new Set(common.values());
      const [aLeft, bLeft] = [a.filter(one => !common.has(one)), b.filter(one => !found.has(one))];
      // What is left of one name is one figure with two values, as long as there are as many on both sides.
      if (i < CERTAIN && aLeft.length === bLeft.length) {
        for (const [j, one] of aLeft.entries()) edits.push({ kind: 'changed', before: one, after: bLeft[j]! });
      } else {
        rest[0].push(...aLeft);
        rest[1].push(...bLeft);
      }
    }
    [left, right] = rest;
  }
  edits.push(...left.map(one => ({ kind: 'removed', before: one, after: null }) as const));
  edits.push(...right.map(one => ({ kind: 'added', before: null, after: one }) as const));
  const order = new Map([before, after].flatMap(({ figures }) => figures.map((figure, at) => [figure, at] as const)));
  const placeOf = ({ after: one, before: other }: Edit) => order.get((one ?? other)!)!;
  edits.sort((a, b) => placeOf(a) - placeOf(b));
  return { kind: 'drafts', before, after, edits, kept, ...findings(before, after), outcomes: outcomesOf(before, after, edits) };
}

type KeyOf = (figure: Figure) => string;
const address = ({ at }: Figure) => (at ? `${plainName(at.table)}|${plainName(at.row)}|${plainName(at.col)}` : '');

/** From the whole name to the bare number; the first ones are certain enough to call two values one figure. */
const ROUNDS: readonly KeyOf[] = [
  figure =>
    `${factKey(figure)}|${figure.fact.period ?? ''}|${plainName(figure.label)}|${headingOf(figure.section)}|${address(figure)}`,
  figure => `${factKey(figure)}|${figure.fact.period ?? ''}|${plainName(figure.label)}|${address(figure)}`,
  figure => `${figure.amount.kind}|${headingOf(figure.section)}|${figure.printed}|${figure.amount.unit}`,
];
const CERTAIN = 2;

/** Figures of both sides that share a key, in reading order. */
function buckets(left: readonly Figure[], right: readonly Figure[], keyOf: KeyOf): Iterable<[Figure[], Figure[]]> {
  const found = new Map<string, [Figure[], Figure[]]>();
  for (const [side, figures] of [left, right].entries()) {
    for (const figure of figures) {
      const key = keyOf(figure);
      const bucket = found.get(key) ?? [[], []];
      found.set(key, bucket);
      bucket[side]!.push(figure);
    }
  }
  return found.values();
}

/** The longest common run of equal numbers, in order. */
function commonOf(a: readonly Figure[], b: readonly Figure[]): Map<Figure, Figure> {
  const same = (one: Figure, other: Figure) => one.printed === other.printed && one.amount.unit === other.amount.unit;
  const table = a.map(() => new Uint32Array(b.length + 1));
  const at = (i: number, j: number) => table[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      table[i]![j] = same(a[i]!, b[j]!) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const common = new Map<Figure, Figure>();
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (same(a[i]!, b[j]!)) common.set(a[i++]!, b[j++]!);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return common;
}

function findings(before: Audit, after: Audit): { appeared: Finding[]; vanished: Finding[] } {
  const prints = ({ findings: all }: Audit) => new Set(all.map(finding => finding.fingerprint));
  const [then, now] = [prints(before), prints(after)];
  return {
    appeared: after.findings.filter(({ fingerprint }) => !then.has(fingerprint)),
    vanished: before.findings.filter(({ fingerprint }) => !now.has(fingerprint)),
  };
}
