import { basename, dirname } from 'node:path';
import { fileNames } from '../../domain/index.ts';

const endingIn = (endings: readonly string[]) => new RegExp(`\\.(?:${endings.join('|')})$`, 'i');
const REPORTS = endingIn(fileNames.reports);
const UNREADABLE = endingIn(fileNames.unreadable.flat());

/** Whether a file of a folder is looked into: by its ending, only for choosing; what format it is, its bytes tell. */
export const isReportName = (file: string) => REPORTS.test(file);
/** Whether it may be a report all the same. */
export const isUnreadable = (file: string) => UNREADABLE.test(file);

/**
 * Which of the files of a folder that cannot be read are all that a unit has sent: they lie in a folder of their own without anything
 * that can be read; or beside reports of others, under a name that is made like theirs or names another office.
 */
export function alone(unreadable: readonly string[], readable: readonly string[]): string[] {
  return unreadable.filter(file => {
    const folder = dirname(file);
    const beside = readable.filter(other => dirname(other) === folder);
    if (beside.length === 0) return !readable.some(other => folder !== '.' && isWithin(dirname(other), folder));
    const own = stem(file);
    if (beside.some(other => stem(other) === own)) return false;
    if (beside.some(other => skeleton(stem(other)) === skeleton(own) && skeleton(own) !== own)) return true;
    const office = officeIn(own);
    return (
      office !== '' && !beside.some(other => stem(other).includes(office)) && beside.some(other => officeIn(stem(other)) !== '')
    );
  });
}

const isWithin = (folder: string, other: string) =>
  folder === other || folder.startsWith(`${other}/`) || folder.startsWith(`${other}\\`);

const stem = (file: string) => basename(file).replace(/\.[^.]*$/, '');

/** «单位03» and «单位11» are made alike. */
const skeleton = (name: string) => name.replace(/\d+|[一二三四五六七八九十]+|[甲乙丙丁戊己庚辛]/g, '#');

const OFFICE = new RegExp(`[\\u4e00-\\u9fa5]{2,20}?(?:${fileNames.offices.join('|')})`);

/** The office a name speaks of, '' where it speaks of none. */
function officeIn(name: string): string {
  return OFFICE.exec(name)?.[0] ?? '';
}
