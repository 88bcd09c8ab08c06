import type { Block, Text } from '../../model/index.ts';

/** Lines under a table that are no cells of it: they are told of the table, and are no blocks of their own. */
export function notesUnder(block: Block): readonly Text[] {
  if (block.kind !== 'table' || block.notes.length === 0) return [];
  const cells = new Set(block.cells.map(({ text }) => text));
  return block.notes.filter(note => !cells.has(note));
}
