import { fileNames } from '../domain/index.ts';
import { fileIn, folderOf, stemOf } from './paths.ts';

/** Files that may belong to one report, and so are audited by one hand: in the order in which they were given. */
export interface Bundle {
  /** What is common to them: the folder, or also what their names begin to share. The same on every machine. */
  readonly key: string;
  readonly files: readonly string[];
}

/** Which files make one report: all of them, each by itself, or (within a folder) as their content says. */
export type Grouping = 'together' | 'separate' | 'auto';

/** A unit's own folder holds no more files than this; in one with more, files that have nothing of their names in common stay apart. */
const FEW = 12;
/** The same where workbooks lie among named reports under names that tell nothing: only their content says whose they are. */
const SOME = 40;
const WORKBOOK = /\.(?:xlsx?|xlsm|xlsb|ods|fods|et|csv|tsv)$/i;

/**
 * Parts a run into bundles by the names alone, before anything is read: what different bundles hold is never joined, so that they
 * can be audited side by side, on several machines, and told as soon as they are done. Ordered by their first files.
 */
export function bundlesOf(files: readonly string[], grouping: Grouping): Bundle[] {
  if (files.length === 0) return [];
  if (grouping === 'together') return [{ key: files.join('\n'), files }];
  if (grouping === 'separate') return files.map(file => ({ key: file, files: [file] }));
  const place = new Map(files.map((file, i) => [file, i]));
  const folders = groupBy(files, folderOf);
  const bundles = [...folders].flatMap(([folder, inside]) =>
    parted(inside, 0).map(([name, group]) => ({ key: `${folder.replaceAll('\\', '/')}/${name}`, files: group })),
  );
  return bundles.sort((a, b) => place.get(a.files[0]!)! - place.get(b.files[0]!)!);
}

/** The finer the level, the more of their names files have to share. */
const LEVELS: readonly ((files: readonly string[]) => ReadonlyMap<string, readonly string[]>)[] = [
  byEndings,
  files => groupBy(files, file => `${wordsOf(file)} ${numbersOf(file)}`),
  files => groupBy(files, stemOf),
];

function parted(files: readonly string[], level: number): (readonly [string, readonly string[]])[] {
  const [first] = files;
  const part = LEVELS[level];
  if (files.length <= (level === 0 && isMixed(files) ? SOME : FEW) || !part) return [[level === 0 ? '' : stemOf(first!), files]];
  return [...part(files).values()].flatMap(group => parted(group, level + 1));
}

function isMixed(files: readonly string[]): boolean {
  return files.some(file => wordsOf(file) !== '') && files.some(file => WORKBOOK.test(file) && wordsOf(file) === '');
}

/** «某局» is what «某市某局» ends with: one body to whoever names files. */
function byEndings(files: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const backwards = (text: string) => [...text].reverse().join('');
  const names = [...new Set(files.map(file => backwards(wordsOf(file))))].sort();
  const roots = new Map<string, string>();
  let root = '';
  for (const name of names) {
    if (root === '' || !name.startsWith(root)) root = name;
    roots.set(name, root);
  }
  return groupBy(files, file => roots.get(backwards(wordsOf(file)))!);
}

const COMMON = new RegExp(fileNames.common.flat().join('|'), 'g');

/** What a file's name says beyond what all such names say; '' for «附件2：部门决算公开表.xls». */
export function wordsIn(name: string): string {
  return name
    .replace(/[^\u4e00-\u9fa5]/g, ' ')
    .replace(COMMON, ' ')
    .replace(/(?:^| )[一二三四五六七八九十]{1,3}(?= |$)/g, ' ')
    .replace(/ /g, '');
}

const wordsOf = (file: string) => wordsIn(stemOf(file));

/** Numbers and letters of a name, years left out. */
const numbersOf = (file: string) =>
  fileIn(file)
    .replace(/\.[^.]*$/, '')
    .replace(/(?<!\d)20\d\d(?!\d)/g, ' ')
    .toLowerCase()
    .match(/[a-z\d]+/g)
    ?.join(' ') ?? '';

function groupBy(files: readonly string[], keyOf: (file: string) => string): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const file of files) {
    const key = keyOf(file);
    const group = groups.get(key);
    if (group) group.push(file);
    else groups.set(key, [file]);
  }
  return groups;
}
