import type { Big, Change, Diff } from '../model/index.ts';

/** Which changes are to be shown, and in which order. */
export interface Selection {
  readonly sort: 'report' | 'change';
  readonly only: 'all' | 'disagreements' | 'stated' | 'changed' | 'subjects';
  /** At least so much: in the base unit, or in per cent of the year before. */
  readonly least: { readonly value: Big; readonly of: 'amount' | 'rate' } | null;
  /** A part of a name, an indicator or a code; null: any. */
  readonly about: string | null;
}

/** The diff with only the changes that are asked for. Drafts are told whole, but for `about`. */
export function select(diff: Diff, { sort, only, least, about }: Selection): Diff {
  if (diff.kind === 'drafts') {
    if (about === null) return diff;
    const edits = diff.edits.filter(({ before, after }) =>
      [before, after].some(one => one && matches([one.label, one.fact.indicator ?? ''], about)),
    );
    return { ...diff, edits };
  }
  const changes = diff.changes.filter(
    change =>
      ONLY[only](change) &&
      (least === null || isAtLeast(change, least)) &&
      (about === null || matches([change.name, change.indicator ?? '', change.code ?? '', ...change.formerly], about)),
  );
  return { ...diff, changes: sort === 'change' ? [...changes].sort(widestFirst) : changes };
}

const ONLY: Readonly<Record<Selection['only'], (change: Change) => boolean>> = {
  all: () => true,
  disagreements: ({ verdict }) => verdict === 'fails',
  stated: ({ stated }) => stated.length > 0,
  changed: ({ difference, kinship }) => (difference === null ? kinship !== 'lone' : !difference.eq(0)),
  subjects: ({ kinship }) => kinship !== 'same' && kinship !== 'lone',
};

function matches(names: readonly string[], about: string): boolean {
  return names.some(name => name.includes(about));
}

/** What has no counterpart changed by all it is. */
function isAtLeast(change: Change, { value, of }: { readonly value: Big; readonly of: 'amount' | 'rate' }): boolean {
  if (of === 'rate')
    return change.rate === null ? change.difference === null || !change.difference.eq(0) : change.rate.abs().gte(value);
  const size = sizeOf(change);
  return size?.gte(value) ?? false;
}

/** How much changed, in the base unit. */
export function sizeOf({ difference, before, after }: Change): Big | null {
  return (difference ?? (before ?? after)?.value ?? null)?.abs() ?? null;
}

/** Money before counts before rates, each by its size; without a counterpart last. */
function widestFirst(a: Change, b: Change): number {
  return rank(a) - rank(b) || (sizeOf(b)?.cmp(sizeOf(a) ?? 0) ?? 0);
}

function rank({ before, after, difference }: Change): number {
  const kind = (after ?? before)?.amount.kind;
  const last = difference === null ? 10 : 0;
  return last + (kind === 'money' ? 0 : kind === 'count' ? 1 : 2);
}
