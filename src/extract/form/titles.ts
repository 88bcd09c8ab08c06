import type { Block, Text } from '../../model/index.ts';
import { plain } from '../plain.ts';

/** Rows at the top of a table that hold its title, its body and its year. */
const TOP = 4;
const TITLE = /表(?:[.．·…\s\t-]*\d*-?)?$/;

/**
 * Texts that name a table: its caption, what the first rows of a grid hold where no other text of the table names another year in
 * its place (a column for each year), a line that is a title, in a table of contents or above its table.
 */
export function titlesOf(block: Block): Text[] {
  if (block.kind === 'paragraph') return block.text.content.length < 80 && TITLE.test(plain(block.text).s) ? [block.text] : [];
  if (block.kind !== 'table') return [];
  const top = block.cells.filter(cell => cell.row < TOP && cell.text.content.length < 80).map(cell => cell.text);
  const years = new Set(top.flatMap(text => text.content.match(/20\d{2}(?=\s*年)/g) ?? []));
  const { title } = block;
  const others = years.size < 2 ? top.filter(text => text.content !== title?.content) : [];
  return [...(title ? [title] : []), ...others];
}
