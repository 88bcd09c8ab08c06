import { AUTHOR } from '../mark.ts';
import { escapeXml } from '../splice.ts';
import { numberOf } from './sheet.ts';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

export interface CellNote {
  readonly cell: string;
  readonly note: string;
}

/** A sheet's comments (ECMA-376 part 1, 18.7) with ours behind those it has. A cell that has one keeps it; ours is put below its text. */
export function withNotes(existing: string | undefined, notes: readonly CellNote[]): string {
  let xml =
    existing ??
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="${MAIN}"><authors></authors><commentList></commentList></comments>`;
  const p = /<((?:[\w.-]+:)?)comments\b/.exec(xml)?.[1] ?? '';
  xml = xml
    .replace(new RegExp(`<${p}authors\\s*/>`), `<${p}authors></${p}authors>`)
    .replace(new RegExp(`<${p}commentList\\s*/>`), `<${p}commentList></${p}commentList>`);
  const authors = (xml.slice(0, xml.indexOf(`</${p}authors>`)).match(new RegExp(`<${p}author[\\s/>]`, 'g')) ?? []).length;
  xml = xml.replace(`</${p}authors>`, `<${p}author>${AUTHOR}</${p}author></${p}authors>`);
  for (const { cell, note } of notes) {
    const run = `<${p}r><${p}t xml:space="preserve">${escapeXml(note)}</${p}t></${p}r>`;
    const from = xml.search(new RegExp(`<${p}comment\\b[^<>]*\\bref="${cell}"`));
    if (from >= 0) {
      const end = xml.indexOf(`</${p}text>`, from);
      if (end >= 0) xml = `${xml.slice(0, end)}${run.replace('preserve">', 'preserve">\n')}${xml.slice(end)}`;
      continue;
    }
    const comment = `<${p}comment ref="${cell}" authorId="${authors}"><${p}text>${run}</${p}text></${p}comment>`;
    xml = xml.replace(`</${p}commentList>`, () => `${comment}</${p}commentList>`);
  }
  return xml;
}

/** Which cells of a sheet have a comment already: their shapes are there as well. */
export const commented = (xml: string) => new Set([...xml.matchAll(/\bref="([A-Z]+\d+)"/g)].map(match => match[1]!));

/** The shapes that show comments (VML, as every version of Excel and WPS reads it), behind those that are there. */
export function withShapes(existing: string | undefined, cells: readonly string[]): string {
  const old =
    existing ??
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>';
  let id = [...old.matchAll(/\bid="_x0000_s(\d+)"/g)].reduce((most, match) => Math.max(most, Number(match[1])), 9000);
  const shapes = cells.map(cell => {
    const col = numberOf(/^[A-Z]+/.exec(cell)?.[0] ?? 'A') - 1;
    const row = Number(/(?<!\d)\d+$/.exec(cell)?.[0] ?? 1) - 1;
    const anchor = [col + 1, 15, Math.max(0, row - 1), 10, col + 5, 15, row + 6, 4].join(', ');
    return `<v:shape id="_x0000_s${++id}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${col}</x:Column></x:ClientData></v:shape>`;
  });
  return old.replace(/<\/xml>\s*$/, () => `${shapes.join('')}</xml>`);
}
