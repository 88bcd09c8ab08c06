import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Input } from '../../model/index.ts';
import { onDisk } from './disk-names.ts';

/** Files that stand on no disk, by the name that leads to them: those inside of archives and mails. */
const packed = new Map<string, { readonly archive: string; open(): Input }>();

const ARCHIVE = /\.(?:zip|eml|msg)$/i;
export const mayBePacked = (file: string) => ARCHIVE.test(file);

/** The files in an archive by their names; undefined for a file that is none. They can be opened from now on. */
export async function expand(archive: string, load: (file: string) => Promise<Input>): Promise<string[] | undefined> {
  const { filesInside } = await import('../../audit.ts');
  const inside = filesInside(await load(archive));
  for (const { file, open } of inside ?? []) packed.set(file, { archive, open });
  return inside?.map(({ file }) => file);
}

/** A file inside of an archive that was looked into. */
export const opened = (file: string): Input | undefined => packed.get(file)?.open();

/** The folder in which what is made of a file is written: that of the archive it lies in. */
export const homeOf = (file: string, dir: string): string => {
  const archive = packed.get(file)?.archive;
  return archive === undefined ? dir : dirname(archive);
};

/** The archive that a path leads into (附件.zip/报告.docx), if there is one. */
export async function archiveIn(path: string): Promise<string | undefined> {
  for (const { index, 0: cut } of path.matchAll(/\.(?:zip|eml|msg)(?=[/\\])/gi)) {
    const file = path.slice(0, index + cut.length);
    const isFile = await stat(onDisk(file)).then(
      one => one.isFile(),
      () => false,
    );
    if (isFile) return file;
  }
  return undefined;
}
