import { SaxesParser } from 'saxes';
import type { Edit } from '../splice.ts';

/** Where the tag of a cell stands in a sheet part, and the style it names. */
export interface CellTag {
  readonly start: number;
  readonly end: number;
  readonly style: number;
}

const local = (name: string) => name.slice(name.indexOf(':') + 1);

/** The tags of the cells that are wanted, by their addresses (A1 style). Cells that do not name theirs are counted. */
export function cellTags(xml: string, wanted: ReadonlySet<string>): ReadonlyMap<string, CellTag> {
  const found = new Map<string, CellTag>();
  const parser = new SaxesParser();
  let row = 0;
  let col = 0;
  parser.on('opentag', tag => {
    const name = local(tag.name);
    const attrs = tag.attributes as Record<string, string>;
    if (name === 'row') {
      row = attrs.r ? Number(attrs.r) : row + 1;
      col = 0;
    }
    if (name !== 'c') return;
    const address = attrs.r ?? `${letters(col + 1)}${row}`;
    col = attrs.r ? numberOf(/^[A-Z]+/.exec(attrs.r)?.[0] ?? '') : col + 1;
    if (!wanted.has(address)) return;
    const end = parser.position;
    found.set(address, { start: xml.lastIndexOf('<', end - 1), end, style: Number(attrs.s ?? 0) });
  });
  parser.write(xml).close();
  return found;
}

export function letters(column: number): string {
  return column <= 0 ? '' : letters(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26));
}

export const numberOf = (name: string) => [...name].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** The edit that gives a cell another style. */
export function restyled(xml: string, { start, end }: CellTag, style: number): Edit {
  const tag = xml.slice(start, end);
  const known = /\ss="\d*"/.exec(tag);
  if (known) return { at: start + known.index, length: known[0].length, text: ` s="${style}"` };
  const name = /^<[^\s/>]+/.exec(tag)![0];
  return { at: start + name.length, length: 0, text: ` s="${style}"` };
}

/** What comes behind a legacy drawing in a sheet (ECMA-376 part 1, 18.3.1.99). */
const AFTER = 'legacyDrawingHF|drawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst';

/** The edit that names the drawing of a sheet's comments. */
export function legacyDrawing(xml: string, id: string): Edit {
  const end = xml.search(new RegExp(`<(?:[\\w.-]+:)?(?:${AFTER})\\b`));
  const at = end >= 0 ? end : xml.search(/<\/(?:[\w.-]+:)?worksheet\s*>/);
  const prefix = /<((?:[\w.-]+:)?)worksheet\b/.exec(xml)?.[1] ?? '';
  const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return { at, length: 0, text: `<${prefix}legacyDrawing xmlns:r="${R}" r:id="${id}"/>` };
}
