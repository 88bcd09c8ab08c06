/** The last name of a path, in whichever system it was written. */
export const fileIn = (path: string) => path.slice(cutOf(path) + 1);

/** The folder a path leads through; «.» for a file alone. */
export const folderOf = (path: string) => (cutOf(path) < 0 ? '.' : path.slice(0, cutOf(path)) || '/');

/** A file's name without its ending. */
export const stemOf = (path: string) => fileIn(path).replace(/\.[^.]*$/, '');

const cutOf = (path: string) => Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
