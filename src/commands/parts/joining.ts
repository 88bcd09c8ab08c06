import { dirname } from 'node:path';
import type { Audit, Format } from '../../model/index.ts';

const WORKBOOKS: readonly Format[] = ['xlsx', 'xls', 'csv'];

/**
 * Files found in one folder that make one report: they state the same entity and year, one of them tells the story and
 * the others are workbooks. Two narratives stay apart: they are two drafts, or two reports.
 * Gives the groups of two and more, as indices.
 */
export function joinable(audits: readonly Audit[]): number[][] {
  const groups = new Map<string, number[]>();
  audits.forEach(({ file, entity, year }, i) => {
    if (entity === null || year === null) return;
    const key = JSON.stringify([dirname(file), entity, year]);
    groups.set(key, [...(groups.get(key) ?? []), i]);
  });
  return [...groups.values()].filter(group => {
    const narratives = group.filter(i => !WORKBOOKS.includes(audits[i]!.format));
    return group.length > 1 && narratives.length === 1 && audits[narratives[0]!]!.kind !== 'dataset';
  });
}
