import { belonging } from '../../domain/index.ts';
import { plus, type Statement } from '../../model/index.ts';
import { draftAt, type Standing } from './drafts.ts';
import type { Draft, Topic } from './topics.ts';

const patterns = belonging.smallFirms.parts.map(part => new RegExp(part));

/** What small and medium firms won of reserved purchases and of the others, where a paragraph tells both; else nothing. */
export function wonBySmallFirms(standing: Standing, drafts: readonly Draft[]): readonly Draft[] {
  const won = patterns.map(pattern => {
    const match = pattern.exec(standing.passage.plain.s);
    return match ? draftAt(standing, match, drafts) : null;
  });
  return won.every(draft => draft !== null) ? (won as readonly Draft[]) : [];
}

/** Both are a part of all procurement. */
export function wonStatements(won: readonly Draft[], topics: readonly Topic[]): Statement[] {
  const total = topics.find(topic => topic.indicator === belonging.smallFirms.total && topic.level)?.level;
  if (!total || !won.length) return [];
  const [first] = won;
  return [
    {
      kind: 'equation',
      source: 'narrative',
      rule: 'SUM-009',
      total: [plus(total)],
      parts: won.map(plus),
      compare: '>=',
      about: first!.label,
    },
  ];
}
