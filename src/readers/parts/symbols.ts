import { type Block, type Document, slice, type Text } from '../../model/index.ts';

/**
 * Signs of picture fonts (Wingdings, Symbol), as programs write them into text: a tick behind a figure, a bullet before a line.
 * Those in the place of digits are left: nobody knows what they show.
 */
const PICTURES = /[\uf020-\uf02f\uf03a-\uf0ff]/g;

/** A document whose signs of picture fonts are blanks, so that a figure with a tick behind it is the figure it was. */
export function withoutPictures(document: Document): Document {
  if (!document.blocks.some(has)) return document;
  return { ...document, blocks: document.blocks.map(block => (has(block) ? blank(block) : block)) };
}

function has(block: Block): boolean {
  return textsOf(block).some(({ content }) => content.search(PICTURES) >= 0);
}

function textsOf(block: Block): readonly Text[] {
  if (block.kind === 'table')
    return [...block.cells.map(cell => cell.text), ...block.notes, ...(block.title ? [block.title] : [])];
  return block.kind === 'heading' || block.kind === 'paragraph' ? [block.text] : [];
}

function blank(block: Block): Block {
  if (block.kind === 'heading' || block.kind === 'paragraph') return { ...block, text: trimmed(block.text) };
  if (block.kind !== 'table') return block;
  const cells = block.cells.map(cell => ({ ...cell, text: trimmed(cell.text) }));
  return { ...block, cells, notes: block.notes.map(trimmed), ...(block.title ? { title: trimmed(block.title) } : {}) };
}

/** As long as it was, but for the ends: every character keeps its place. */
function trimmed(text: Text): Text {
  if (text.content.search(PICTURES) < 0) return text;
  const content = text.content.replace(PICTURES, ' ');
  const start = content.length - content.trimStart().length;
  return slice({ ...text, content }, start, Math.max(start, content.trimEnd().length));
}
