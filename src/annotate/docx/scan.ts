import { SaxesParser } from 'saxes';
import { Sketch, type Spot } from './sketch.ts';

/** Spots by where they stand: «p 12», or «t 3 2 5» for a cell (table, row, column, from 1). A text box is one more spot of its host. */
export type Spots = ReadonlyMap<string, readonly Spot[]>;

/**
 * Walks the main part of a Word file as one pass over its tokens, counting paragraphs and cells as places do (ECMA-376 part 1,
 * 17): paragraphs outside of tables and text boxes, all tables, the columns that spans and merges leave.
 */
export function scan(xml: string): Spots {
  const sketch = new Sketch(xml);
  const parser = new SaxesParser();
  parser.on('opentag', tag => {
    sketch.open(tag.name, tag.attributes as Record<string, string>, parser.position, tag.isSelfClosing);
    if (tag.isSelfClosing) sketch.close(tag.name, parser.position);
  });
  parser.on('closetag', tag => {
    if (!tag.isSelfClosing) sketch.close(tag.name, parser.position);
  });
  parser.write(xml).close();
  return sketch.spots;
}
