import { belonging } from '../../../domain/index.ts';
import type { SumStatement } from '../../../model/index.ts';
import { openList, type PartList, type Topic } from '../topics.ts';
import { isNear } from '../words/naming.ts';

const names = ({ label }: Topic, words: readonly string[]) => words.some(word => label.core.includes(word));

/** Which kind a counted part is of: the longest word of its name decides; −1 where no word is known. */
function kindOf(part: Topic): number {
  const found = belonging.countKinds.flatMap(({ words, units }, kind) =>
    (units && !units.includes(part.unit ?? '') ? [] : words)
      .filter(word => part.label.core.includes(word))
      .map(word => ({ kind, length: word.length })),
  );
  return found.sort((a, b) => b.length - a.length)[0]?.kind ?? -1;
}

/** «在职人员 52 人，其中行政人员 20 人、事业人员 32 人，退休人员 28 人»: whom the total does not hold; nor does it what has built up («累计 9 万元»). */
export function isApart(whole: Topic, part: Topic): boolean {
  const isBuiltUp = ({ label }: Topic) => belonging.builtUp.some(word => label.core.startsWith(word));
  if (isBuiltUp(part) && !isBuiltUp(whole)) return true;
  return belonging.countApart.some(one => names(whole, one.whole) && !names(whole, one.part) && names(part, one.part));
}

/** Parts that may be added up, each group by itself: of one kind. Those of no known kind stand alone. */
export function countGroups(parts: readonly Topic[]): Topic[][] {
  if (parts.some(({ unit }) => unit !== null && belonging.countedOnce.includes(unit))) return [[...parts]];
  const groups = new Map<string, Topic[]>();
  parts.forEach((part, i) => {
    const kind = kindOf(part);
    const key = kind < 0 ? `alone ${i}` : `kind ${kind}`;
    groups.set(key, [...(groups.get(key) ?? []), part]);
  });
  return [...groups.values()];
}

/** «实有人数 31 人，其中：在职 28 人，离休 1 人，退休 2 人»: the usual list, which leaves nobody out. */
export function isWholeKind({ parent, children }: PartList): boolean {
  return belonging.countKinds.some(
    ({ words, whole, totals }) =>
      whole &&
      totals &&
      names(parent, totals) &&
      children.every(child => names(child, words)) &&
      whole.every(one => children.some(child => names(child, one))),
  );
}

/** Whether a count that 包括 names is inside by its name: it shares a word with its whole. */
export function isKin(whole: Topic, part: Topic): boolean {
  const { core } = whole.label;
  if (whole.unit !== '个' && whole.unit !== '家') return true;
  return Array.from({ length: Math.max(0, core.length - 1) }, (_, i) => core.slice(i, i + 2)).some(two =>
    part.label.core.includes(two),
  );
}

/** What the parts of a count say of it, beside their own sum: that no group of one kind is more. */
export function groupSums(list: PartList, parts: readonly Topic[]): SumStatement[] {
  const groups = countGroups(parts).filter(group => group.length > 1);
  return groups.map(group => ({
    kind: 'sum',
    source: 'narrative',
    total: list.parent.level!,
    parts: group.map(one => one.level!),
    complete: 'unknown',
    about: list.parent.label.core,
  }));
}

/** «货物 6 万元，授予中小企业 5 万元；工程 4 万元，授予中小企业 3 万元»: one name after each member of a list is of that member, not of all. */
export function tellOfEach(topics: readonly Topic[]): void {
  const told = topics.filter(one => one.level && one.unit === null);
  const owners = new Map<Topic, Topic>();
  told.forEach((topic, i) => {
    const before = told[i - 1];
    if (before && topic.indicator !== null && isNear(before, topic) && partitionOf(before)) owners.set(topic, before);
  });
  for (const [topic, owner] of owners) {
    const alike = [...owners].filter(
      ([one, other]) => one.indicator === topic.indicator && isNear(one, topic) && partitionOf(other) === partitionOf(owner),
    );
    if (alike.length < 2 || partitionOf(topic) || new Set(alike.map(([, one]) => one.indicator)).size < alike.length) continue;
    for (const [one, other] of alike) {
      one.list?.children.splice(one.list.children.indexOf(one), 1);
      one.list = openList(other, 'part');
      one.list.children.push(one);
      one.indicator = null;
      owners.delete(one);
    }
  }
}

const partitionOf = ({ indicator }: Topic) => belonging.partitions.find(members => members.includes(indicator ?? ''));
