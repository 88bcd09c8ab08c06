import { dirname } from 'node:path';
import type { Audit, Format } from '../../model/index.ts';

const WORKBOOKS: readonly Format[] = ['xlsx', 'xls', 'csv'];

/**
 * Files found in one folder that make one report: they state the same entity and year, one of them tells the story and
 * the others are workbooks. Two narratives stay apart: they are two drafts, or two reports.
 * Workbooks that name no entity belong to the narrative when it is the only one in their folder.
 * Gives the groups of two and more, as indices.
 */
export function joinable(audits: readonly Audit[]): number[][] {
  const groups = new Map<string, number[]>();
  audits.forEach(({ file, entity, year }, i) => {
    if (entity === null || year === null) return;
    const key = JSON.stringify([dirname(file), entity, year]);
    groups.set(key, [...(groups.get(key) ?? []), i]);
  });
  for (const [key, group] of groups) {
    const [folder, , year] = JSON.parse(key) as [string, string, number];
    const inFolder = audits
      .map((audit, i) => ({ audit, i }))
      .filter(({ audit, i }) => dirname(audit.file) === folder && !group.includes(i));
    if (inFolder.every(({ audit }) => isNameless(audit, year))) group.push(...inFolder.map(({ i }) => i));
    group.sort((a, b) => a - b);
  }
  return [...groups.values()].filter(group => {
    const narratives = group.filter(i => !WORKBOOKS.includes(audits[i]!.format));
    return group.length > 1 && narratives.length === 1 && audits[narratives[0]!]!.kind !== 'dataset';
  });
}

function isNameless({ entity, year, format }: Audit, reported: number): boolean {
  return entity === null && (year === null || year === reported) && WORKBOOKS.includes(format);
}
