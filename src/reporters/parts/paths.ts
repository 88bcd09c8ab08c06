/** A relative path as a repository names it: with slashes, without «./» and «a/../». Of a report of several files the first. */
export function pathOf(file: string): string {
  const [first = ''] = file.split(' + ');
  const parts: string[] = [];
  for (const part of first.replaceAll('\\', '/').split('/')) {
    const before = parts.at(-1);
    if (part === '.' || (part === '' && parts.length > 0)) continue;
    if (part === '..' && before !== undefined && before !== '..' && before !== '') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}
