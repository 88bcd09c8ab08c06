import { type Input, Problem } from '../../model/index.ts';
import { type Compound, openCompound } from '../parts/cfb.ts';
import { latin1 } from '../parts/latin1.ts';
import { Bytes } from './bytes.ts';

/** The file information block ([MS-DOC] 2.5) and the streams it points into. */
export interface DocFile {
  readonly word: Bytes;
  readonly table: Bytes;
  readonly data: Bytes;
  /** Lengths of the stories, in characters, in the order they follow each other. */
  readonly stories: Readonly<Record<Story, { readonly start: number; readonly length: number }>>;
  /** The programs of the embedded objects, as far as these name themselves; last those that are charts. */
  readonly objects: readonly string[];
  /** A part of the table stream by its index in FibRgFcLcb97. */
  part(index: number): Bytes;
  /** Where such a part starts, and its length. */
  span(index: number): { readonly at: number; readonly length: number };
}

export type Story = 'main' | 'footnotes' | 'headers' | 'macros' | 'comments' | 'endnotes' | 'boxes';
const STORIES: readonly Story[] = ['main', 'footnotes', 'headers', 'macros', 'comments', 'endnotes', 'boxes'];

/** Indices in FibRgFcLcb97 ([MS-DOC] 2.5.6). */
export const PART = {
  styles: 1,
  footnoteRefs: 2,
  footnoteTexts: 3,
  characterPages: 12,
  paragraphPages: 13,
  pieces: 33,
  anchors: 40,
  endnoteRefs: 46,
  endnoteTexts: 47,
  boxTexts: 56,
  lists: 73,
  listUses: 74,
} as const;

/** Opens a .doc. Throws `reader.encrypted`, `reader.old-word`, `reader.damaged`. */
export function openDoc(input: Input): DocFile {
  const { file } = input;
  const compound = openCompound(input);
  const stream = compound?.stream('WordDocument');
  if (!compound || !stream) throw new Problem('reader.damaged', {}, { file });
  const word = new Bytes(stream);
  const magic = word.u16(0);
  if (magic === 0xa5dc || (magic === 0xa5ec && word.u16(2) < 0xa5)) throw new Problem('reader.old-word', {}, { file });
  if (magic !== 0xa5ec) throw new Problem('reader.damaged', {}, { file });
  const flags = word.u16(0x0a);
  if (flags & 0x100) throw new Problem('reader.encrypted', {}, { file });
  const table = compound.stream(flags & 0x200 ? '1Table' : '0Table');
  if (!table) throw new Problem('reader.damaged', {}, { file });
  const bytes = new Bytes(table);
  const span = (index: number) => ({ at: word.u32(0x9a + 8 * index), length: word.u32(0x9e + 8 * index) });
  const stories = {} as Record<Story, { start: number; length: number }>;
  let start = 0;
  STORIES.forEach((story, i) => {
    const length = Math.max(0, word.i32(0x4c + 4 * i));
    stories[story] = { start, length };
    start += length;
  });
  return {
    word,
    table: bytes,
    data: new Bytes(compound.stream('Data') ?? new Uint8Array()),
    stories,
    objects: objectsOf(compound),
    span,
    part(index) {
      const { at, length } = span(index);
      return new Bytes(bytes.slice(at, length));
    },
  };
}

/** The objects of the pool ([MS-DOC] 2.1.5): each tells its program in a stream of its own. */
function objectsOf(compound: Compound): string[] {
  const own = compound.names.flatMap(name => /^(ObjectPool\/_\d+)\/$/.exec(name)?.[1] ?? []);
  const programs = own.map(folder => {
    const said = latin1(compound.stream(`${folder}/\u0001CompObj`) ?? new Uint8Array());
    return /(?<![A-Za-z])[A-Za-z]+\.[A-Za-z]+(?:\.\d+)?/.exec(said)?.[0] ?? '';
  });
  return programs.sort((a, b) => Number(/Chart|Graph/i.test(a)) - Number(/Chart|Graph/i.test(b)));
}
