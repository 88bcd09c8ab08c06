/** How a report of several files is named: one after the other. */
const AND = ' + ';

/** Names without the folders they all lie in; of a report of several files, each file. */
export function withoutSharedFolder(names: readonly string[]): string[] {
  const paths = names.flatMap(name => name.split(AND));
  const [first = ''] = paths;
  let shared = names.length > 1 ? folderOf(first) : '';
  while (shared !== '' && !paths.every(path => path.startsWith(shared))) shared = folderOf(shared.slice(0, -1));
  return names.map(name =>
    inOneFolder(
      name
        .split(AND)
        .map(path => path.slice(shared.length))
        .join(AND),
    ),
  );
}

/** «夹/说明.docx + 夹/报表.xls» names its folder once. */
export function inOneFolder(name: string): string {
  const [first = '', ...more] = name.split(AND);
  const folder = folderOf(first);
  return [first, ...more.map(path => (folderOf(path) === folder ? path.slice(folder.length) : path))].join(AND);
}

/** With the stroke at its end; '' for a name without one. */
const folderOf = (path: string) => path.slice(0, Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
