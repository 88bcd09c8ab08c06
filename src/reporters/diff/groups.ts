import type { Change, YearDiff } from '../../model/index.ts';
import { groupBy } from '../parts/group.ts';
import { type Lang, say } from '../parts/words/index.ts';
import { isMain, sectionOf, withoutTwins } from './parts.ts';

export interface Group {
  /** '' where changes stand in an order of their own. */
  readonly title: string;
  readonly changes: readonly Change[];
}

/** So many of the largest changes stand by themselves, in comparisons of more than `MANY`. */
const LARGEST = 5;
const MANY = 15;

/**
 * Changes as people look at them, each once: what the report itself contradicts, then the largest changes, then all others by section,
 * then what came and went. In an order that was asked for (`sections` false), one group.
 */
export function groupsOf(
  diff: YearDiff,
  lang: Lang,
  { all, sections }: { readonly all: boolean; readonly sections: boolean },
): Group[] {
  const shown = all ? diff.changes : withoutTwins(diff.changes.filter(isMain), lang);
  if (!sections) return shown.length > 0 ? [{ title: '', changes: shown }] : [];
  const wrong = shown.filter(({ verdict }) => verdict === 'fails');
  const [moved, steady] = parted(
    shown.filter(change => !wrong.includes(change)),
    ({ kinship }) => kinship !== 'same' && kinship !== 'lone' && kinship !== 'renamed',
  );
  const largest = steady.length > MANY ? largestOf(steady) : [];
  const others = groupBy(
    steady.filter(change => !largest.includes(change)),
    change => sectionOf(change, lang),
  );
  const told = (code: string, changes: readonly Change[]): Group[] =>
    changes.length > 0 ? [{ title: say(lang, code, { count: changes.length }), changes }] : [];
  return [
    ...told(diff.plan ? 'diff.contradicted.plan' : 'diff.contradicted', wrong),
    ...told('diff.largest', largest),
    ...others.map(changes => ({ title: sectionOf(changes[0]!, lang), changes })),
    ...told('diff.moved', moved),
  ];
}

function largestOf(changes: readonly Change[]): Change[] {
  const money = changes.filter(({ difference, after }) => difference && !difference.eq(0) && after?.amount.kind === 'money');
  return [...money].sort((a, b) => b.difference!.abs().cmp(a.difference!.abs())).slice(0, LARGEST);
}

function parted<T>(items: readonly T[], test: (item: T) => boolean): [T[], T[]] {
  return [items.filter(test), items.filter(item => !test(item))];
}
