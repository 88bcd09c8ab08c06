import { type Input, LIMITS, Problem } from '../model/index.ts';
import { foreign } from './foreign.ts';
import { readers } from './index.ts';
import { type Enclosed, enclosedIn, isMail } from './mail.ts';
import { enclosedInOutlook, isOutlook } from './outlook.ts';
import { megabytes } from './parts/limits.ts';
import { isZip, openZip } from './parts/zip.ts';
import { directoryOf } from './parts/zip-directory.ts';

/** A file that lies in another one. `file` leads to it: 附件.zip/决算/报告.docx. */
export interface Packed {
  readonly file: string;
  /** Unpacks it. Throws a Problem of this file alone: it is damaged, or has a password. */
  open(): Input;
}

/** More files than any body publishes as one. */
const MOST = 2000;
/** Archives inside of archives that are opened. */
const DEEPEST = 3;

/**
 * The files in an archive or attached to a mail, those of archives inside of it too, in the order in which they stand there; undefined for all that is no
 * archive (a Word file is a zip file as well). All that is unpacked is fenced together. Throws `reader.too-large`,
 * `reader.too-many-files`.
 */
export function filesInside(input: Input): Packed[] | undefined {
  const left = { bytes: LIMITS.total, files: MOST };
  const mailed = mailedIn(input);
  return mailed ? enclosed(input, mailed, left, 1) : isArchive(input) ? unpacked(input, left, 1) : undefined;
}

/** Files that hold files, as they are named. */
const HOLDS = /\.(?:zip|eml|msg)$/i;

/** What a mail encloses, as it was sent or as Outlook saved it; undefined for what is none. */
function mailedIn(input: Input): Enclosed[] | undefined {
  return isMail(input.bytes) ? enclosedIn(input.bytes) : isOutlook(input) ? enclosedInOutlook(input) : undefined;
}

const isArchive = (input: Input) => {
  if (!isZip(input.bytes) || !directoryOf(input.bytes, LIMITS.parts)) return false;
  return readers.find(one => one.recognises(input)) === foreign && foreign.isArchive(input);
};

function unpacked(input: Input, left: Left, depth: number): Packed[] {
  const { file, bytes } = input;
  const { entries } = directoryOf(bytes, LIMITS.parts)!;
  const packed: Packed[] = [];
  for (const [name, { size }] of entries) {
    if (name.endsWith('/') || name === '') continue;
    take(left, size, file);
    const path = `${file}/${inward(name)}`;
    const open = (): Input => {
      try {
        return { file: path, bytes: openZip(input).part(name)! };
      } catch (error) {
        throw error instanceof Problem ? new Problem(error.code, error.params, { file: path }) : error;
      }
    };
    packed.push(...(HOLDS.test(name) && depth < DEEPEST ? nested(open, left, depth + 1) : [{ file: path, open }]));
  }
  return packed;
}

function enclosed({ file }: Input, mailed: readonly Enclosed[], left: Left, depth: number): Packed[] {
  return mailed.flatMap(one => {
    take(left, one.bytes.length, file);
    const input = { file: `${file}/${inward(one.name)}`, bytes: one.bytes };
    const open = () => input;
    return HOLDS.test(one.name) && depth < DEEPEST ? nested(open, left, depth + 1) : [{ file: input.file, open }];
  });
}

/** What may still be unpacked. */
interface Left {
  bytes: number;
  files: number;
}

function take(left: Left, size: number, file: string): void {
  left.bytes -= size;
  left.files--;
  if (left.files < 0) throw new Problem('reader.too-many-files', { limit: MOST }, { file });
  const sizes = { size: megabytes(LIMITS.total - left.bytes), limit: megabytes(LIMITS.total) };
  if (left.bytes < 0) throw new Problem('reader.too-large', sizes, { file });
}

/** An archive that cannot be opened stays one file, which says why when it is read. */
function nested(open: () => Input, left: Left, depth: number): Packed[] {
  let inner: Input;
  try {
    inner = open();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return [{ file: error.place!.file!, open }];
  }
  const mailed = mailedIn(inner);
  if (mailed) return enclosed(inner, mailed, left, depth);
  return isArchive(inner) ? unpacked(inner, left, depth) : [{ file: inner.file, open }];
}

/** A name that leads nowhere but into the archive. */
const inward = (name: string) =>
  name
    .split('/')
    .filter(step => step !== '' && step !== '.' && step !== '..')
    .join('/');
