import { belonging } from '../../../domain/index.ts';
import { type Statement, withinWhole } from '../../../model/index.ts';
import type { Draft, Topic } from '../topics.ts';
import { draftAt, type Standing } from '../words/drafts.ts';

const told = new RegExp(belonging.smallFirms.told, 'g');
const patterns = belonging.smallFirms.parts.map(part => new RegExp(part));

const awarded = new RegExp(belonging.smallFirms.awarded);

/**
 * What small and medium firms won of reserved purchases and of the others, where a paragraph tells both, or of one of them that it was
 * awarded; else nothing.
 */
export function wonBySmallFirms(standing: Standing, drafts: readonly Draft[]): readonly Draft[] {
  const told = patterns.map(pattern => {
    const match = pattern.exec(standing.passage.plain.s);
    const draft = match && draftAt(standing, match, drafts);
    return draft ? { draft, isAwarded: awarded.test(match[0]) } : null;
  });
  const isBoth = told.every(one => one !== null);
  return told.flatMap((one, i): Draft[] => {
    if (!one || (!isBoth && !one.isAwarded)) return [];
    // «采购金额» both times: what tells them apart is which purchases they are of.
    one.draft.label = belonging.smallFirms.names[i]!;
    return [one.draft];
  });
}

/** «面向中小企业预留 A，面向小微企业预留 B»: the small firms' part is within what precedes it. Some take the two as apart: told softly. */
export function smallWithin(standing: Standing, drafts: readonly Draft[]): Statement[] {
  const found = [...standing.passage.plain.s.matchAll(told)].map(match => ({
    isLarger: match.groups!.kind === belonging.smallFirms.larger,
    draft: draftAt(standing, match, drafts),
  }));
  return found.flatMap(({ isLarger, draft: smaller }, i): Statement[] => {
    const larger = found[i - 1]?.isLarger ? found[i - 1]!.draft : null;
    if (isLarger || !smaller || !larger) return [];
    return [withinWhole('SUM-004', larger, [smaller], { source: 'narrative', soft: true })];
  });
}

/** Both are a part of all procurement. */
export function wonStatements(won: readonly Draft[], topics: readonly Topic[]): Statement[] {
  const total = topics.find(topic => topic.indicator === belonging.smallFirms.total && topic.level)?.level;
  const [first, ...others] = won;
  return total && first ? [withinWhole('SUM-009', total, [first, ...others], { source: 'narrative' })] : [];
}

const reserved = belonging.reserved.kinds.map(kind =>
  [belonging.reserved.budget, belonging.reserved.won].map(pattern => new RegExp(pattern.replaceAll('{kind}', kind))),
);

/** «面向小微企业预留 … 预算金额 20，… 由小微企业中标的 15»: what was won is within what was reserved. Budgets may change: told softly. */
export function wonWithinReserve(standing: Standing, drafts: readonly Draft[]): Statement[] {
  return reserved.flatMap((patterns): Statement[] => {
    const [budget, won] = patterns.map(pattern => {
      const match = pattern.exec(standing.passage.plain.s);
      return match ? draftAt(standing, match, drafts) : null;
    });
    return budget && won ? [withinWhole('SUM-012', budget, [won], { source: 'narrative', soft: true })] : [];
  });
}
