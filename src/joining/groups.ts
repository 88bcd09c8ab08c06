import { fileNames } from '../domain/index.ts';
import type { Audit } from '../model/index.ts';
import { wordsIn } from './bundles.ts';
import { type Known, roleOf, tablesOf } from './known.ts';
import { fileIn, folderOf } from './paths.ts';

/**
 * Files found in one folder that make one report: one tells the story, the others hold tables alone (a workbook, or a Word file with
 * nothing but tables), and they state the same entity and year. Tables that name no entity belong to the narrative that their
 * file's name speaks of, or to the only narrative of the folder; without a narrative they belong together. Two narratives stay apart: they are two drafts, or two reports.
 * Gives the groups of two and more, as indices; a file of tables is in the group of each draft it belongs to.
 */
export function joinable(audits: readonly Audit[]): number[][] {
  const parts = audits.map((audit, index) => partOf(audit, index));
  const stories = parts.filter(part => part.role === 'story');
  const groups = new Map(stories.map(story => [story, [story.index]]));
  for (const tables of parts.filter(part => part.role === 'tables')) {
    const near = stories.filter(story => story.folder === tables.folder);
    for (const story of storiesOf(tables, near, stories)) groups.get(story)!.push(tables.index);
  }
  const told = [...groups.values()].filter(group => group.length > 1);
  const left = parts.filter(part => part.role === 'tables' && !told.some(group => group.includes(part.index)));
  const beside = (part: Part) => stories.some(story => story.folder === part.folder);
  return [...told, ...tablesAlone(left.filter(part => !beside(part)))].map(group => group.sort((a, b) => a - b));
}

/**
 * Where a folder holds no narrative: one table a file, or a few, of one body and year that they all state. A table that is there
 * twice is another draft of it, and then nothing says which belongs to which.
 */
function tablesAlone(parts: readonly Part[]): number[][] {
  const groups = new Map<string, Part[]>();
  for (const part of parts) {
    const { entity, year, kind } = part.audit;
    if (entity === null || year === null) continue;
    const key = JSON.stringify([part.folder, bare(entity), year, kind]);
    groups.set(key, [...(groups.get(key) ?? []), part]);
  }
  return [...groups.values()]
    .filter(group => group.length > 1 && areDifferent(group))
    .map(group => group.map(part => part.index));
}

/** No table of the one is a table of the other. */
function areDifferent(group: readonly Part[]): boolean {
  const all = group.map(part => tablesOf(part.audit));
  const seen = new Set<string>();
  for (const tables of all)
    for (const table of tables) {
      if (seen.has(table)) return false;
      seen.add(table);
    }
  return true;
}

/** The drafts of the one report that tables belong to; none where the folder holds several reports and nothing says whose they are. */
function storiesOf(tables: Part, near: readonly Part[], all: readonly Part[]): readonly Part[] {
  const possible = near.filter(story => mayGoWith(tables, story));
  const named = possible.filter(story => isOf(tables, story));
  if (named.length > 0) return named;
  const whose = new Set(near.map(story => story.audit.entity && bare(story.audit.entity)));
  if (whose.size !== 1 || (tables.audit.entity === null && whose.has(null))) return [];
  return tables.audit.entity === null && namesAnother(tables, all) ? [] : possible;
}

interface Part {
  readonly audit: Audit;
  readonly index: number;
  readonly folder: string;
  readonly role: Known['role'];
  /** What the file's name says beyond what all such names say; '' for «附件2：部门决算公开表.xls». */
  readonly words: string;
}

function partOf(audit: Audit, index: number): Part {
  return {
    audit,
    index,
    folder: folderOf(audit.file),
    role: roleOf(audit),
    words: wordsIn(fileIn(audit.file).replace(/\.[^.]*$/, '')),
  };
}

/** Nothing that the two say of themselves speaks against it. */
function mayGoWith({ audit: tables }: Part, { audit: story }: Part): boolean {
  const sameKind = tables.kind === story.kind || tables.kind === 'unknown' || story.kind === 'unknown';
  const sameEntity = tables.entity === null || story.entity === null || bare(tables.entity) === bare(story.entity);
  const years = tables.year === null ? yearsIn(tables.file) : [tables.year];
  return sameKind && sameEntity && (years.length === 0 || story.year === null || years.includes(story.year));
}

/** «某局（本级）», «某局部门» and «某局» are one entity to whoever names files. */
const ADDITIONS = new RegExp(`(?:（[^）]{0,80}）|\\([^)]{0,80}\\)|${fileNames.additions.join('|')}){1,8}$`);
/** No name of a body is longer. */
const NAME = 100;
const bare = (entity: string) => (entity.length > NAME ? entity : entity.replace(ADDITIONS, ''));

/** Tables that state the entity of a narrative, or are called after it. */
function isOf(tables: Part, story: Part): boolean {
  if (story.audit.entity === null) return false;
  if (tables.audit.entity !== null) return bare(tables.audit.entity) === bare(story.audit.entity);
  if (tables.words === '') return false;
  const entity = wordsIn(bare(story.audit.entity));
  return entity.endsWith(tables.words) || tables.words.includes(entity) || tables.words === story.words;
}

/** The file's name speaks of an office, or of the entity of another report. */
function namesAnother(tables: Part, all: readonly Part[]): boolean {
  return OFFICE.test(tables.words) || all.some(story => isOf(tables, story));
}

const OFFICE = new RegExp(`(?:${fileNames.offices.join('|')})$`);
const yearsIn = (file: string) => [...fileIn(file).matchAll(/(?<!\d)20\d\d(?=\s*年)/g)].map(match => Number(match[0]));
