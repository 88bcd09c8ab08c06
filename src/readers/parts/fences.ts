import { type Block, type Document, type Notice, type Place, Problem, type Text } from '../../model/index.ts';
import { LIMITS } from './limits.ts';

/**
 * Holds what a reader yields against the fences, whatever a few bytes were unpacked to: throws `reader.too-many-paragraphs` and
 * `reader.too-many-characters`. Numbers that no account can hold, which nothing computes with, are told.
 */
export function fenced(document: Document): Document {
  const { blocks, file } = document;
  const beyond = blocks[LIMITS.blocks];
  if (beyond) throw new Problem('reader.too-many-paragraphs', { limit: LIMITS.blocks }, placeOfBlock(beyond, file));
  let characters = 0;
  const long: { readonly place: Place; readonly printed: string }[] = [];
  for (const block of blocks)
    for (const text of textsOf(block)) {
      characters += text.content.length;
      if (characters > LIMITS.characters)
        throw new Problem('reader.too-many-characters', { limit: LIMITS.characters }, placeOfBlock(block, file));
      const found = LONG.exec(text.content);
      if (found) long.push({ place: text.runs[0]?.place ?? { file }, printed: found[0] });
    }
  if (long.length === 0) return document;
  const { place, printed } = long[0]!;
  const notice: Notice = { code: 'reader.long-number', params: { count: long.length, printed: `${printed}…` }, place };
  return { ...document, notices: [...document.notices, notice] };
}

/** One digit more than an amount may have before the point; separators between digits are none. */
const LONG = /(?<![.．\d])(?:\d[,，]?){19}/;

function textsOf(block: Block): readonly Text[] {
  if (block.kind === 'table') return block.cells.map(cell => cell.text);
  if (block.kind === 'chart') return block.points.flatMap(point => [point.label, point.value]);
  return block.kind === 'facts' ? [] : [block.text];
}

function placeOfBlock(block: Block, file: string): Place {
  return textsOf(block)[0]?.runs[0]?.place ?? { file };
}
