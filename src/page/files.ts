import type { Input } from '../model/index.ts';

/** Files of folders that are no reports: hidden ones, and what Word and Excel leave beside an open file. */
const ASIDE = /^(?:\.|~\$|Thumbs\.db$|desktop\.ini$)/i;

/** What was dropped: files, and all files in folders. Entries have to be asked for before the event is over. */
export async function dropped(transfer: DataTransfer): Promise<Input[]> {
  const entries = [...transfer.items].map(item => (item.kind === 'file' ? item.webkitGetAsEntry() : null));
  const plain = [...transfer.files];
  const found = entries.some(entry => entry?.isDirectory)
    ? (await Promise.all(entries.map(entry => (entry ? under(entry) : [])))).flat()
    : plain.map(file => ({ name: file.name, file }));
  return Promise.all(found.map(({ name, file }) => inputOf(file, name)));
}

/** What was chosen from the disk. */
export function chosen(files: FileList): Promise<Input[]> {
  return Promise.all([...files].map(file => inputOf(file, file.name)));
}

async function inputOf(file: File, name: string): Promise<Input> {
  return { file: name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

interface Named {
  readonly name: string;
  readonly file: File;
}

async function under(entry: FileSystemEntry): Promise<Named[]> {
  if (entry.isFile) {
    if (ASIDE.test(entry.name)) return [];
    const file = await new Promise<File>((done, fail) => (entry as FileSystemFileEntry).file(done, fail));
    return [{ name: entry.fullPath.replace(/^\//, ''), file }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const inside: FileSystemEntry[] = [];
  // A folder is told in pieces of a hundred.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
    if (some.length === 0) break;
    inside.push(...some);
  }
  inside.sort((a, b) => (a.name < b.name ? -1 : 1));
  return (await Promise.all(inside.filter(one => !one.name.startsWith('.')).map(under))).flat();
}
