import type { List } from '../../model/index.ts';
import { type Mark, type Marked, together } from '../mark.ts';
import { Parts } from '../package.ts';
import { type Edit, splice } from '../splice.ts';
import { type CellNote, commented, withNotes, withShapes } from './comments.ts';
import { listSheet, withFirstSheet } from './list.ts';
import { cellTags, legacyDrawing, restyled } from './sheet.ts';
import { Styles } from './styles.ts';

const TYPES = 'application/vnd.openxmlformats-officedocument';
const EMPTY_STYLES =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellXfs></styleSheet>';

/**
 * A copy of a workbook with marks: cells filled, notes as comments, and `list` as a sheet in front. Formulas, charts, formats and all
 * that is not marked stay as they were.
 */
export function annotateXlsx(bytes: Uint8Array, marks: readonly Mark[], list: List | null): Marked {
  const parts = new Parts(bytes);
  const main = parts.main('xl/workbook.xml');
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const stylesPart = parts.related(main, 'styles');
  const styles = new Styles((stylesPart && parts.text(stylesPart)) ?? EMPTY_STYLES);
  const sheets = sheetsOf(parts, main);
  const missed: Mark[] = [];
  for (const [name, own] of bySheet(marks)) {
    const part = sheets.get(name);
    if (part === undefined) missed.push(...own);
    else missed.push(...markSheet(parts, part, own, styles));
  }
  if (list) {
    for (const part of sheets.values()) {
      const xml = parts.text(part) ?? '';
      if (/\btabSelected="(?:1|true)"/.test(xml)) parts.set(part, xml.replace(/\btabSelected="(?:1|true)"/, 'tabSelected="0"'));
    }
    const part = fresh(parts, `${folder}worksheets/check`, '.xml');
    parts.set(part, listSheet(list, styles));
    parts.declare(part, `${TYPES}.spreadsheetml.worksheet+xml`);
    const id = parts.relate(main, 'worksheet', part.slice(folder.length));
    parts.set(main, withFirstSheet(parts.text(main) ?? '', unused(list.name, [...sheets.keys()]), id));
  }
  if (stylesPart === undefined) {
    parts.relate(main, 'styles', 'styles.xml');
    parts.declare(`${folder}styles.xml`, `${TYPES}.spreadsheetml.styles+xml`);
  }
  parts.set(stylesPart ?? `${folder}styles.xml`, styles.part());
  return { bytes: parts.bytes(), missed };
}

/** Sheet name → part. */
function sheetsOf(parts: Parts, main: string): Map<string, string> {
  const sheets = new Map<string, string>();
  for (const { 0: tag } of (parts.text(main) ?? '').matchAll(/<(?:[\w.-]+:)?sheet\b[^<>]*>/g)) {
    const name = /\bname="([^"]*)"/.exec(tag)?.[1];
    const id = /(?<![\w.-])(?:[\w.-]+:)id="([^"]*)"/.exec(tag)?.[1];
    const part = id === undefined ? undefined : parts.target(main, id);
    if (name !== undefined && part !== undefined) sheets.set(unescaped(name), part);
  }
  return sheets;
}

const unescaped = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');

function bySheet(marks: readonly Mark[]): Map<string, Mark[]> {
  const sheets = new Map<string, Mark[]>();
  for (const mark of marks) sheets.set(mark.place.sheet ?? '', [...(sheets.get(mark.place.sheet ?? '') ?? []), mark]);
  return sheets;
}

/** Marks the cells of one sheet; gives back the marks of cells that are not there. */
function markSheet(parts: Parts, part: string, marks: readonly Mark[], styles: Styles): Mark[] {
  const xml = parts.text(part) ?? '';
  const cells = new Map<string, Mark[]>();
  for (const mark of marks) cells.set(mark.place.cell ?? '', [...(cells.get(mark.place.cell ?? '') ?? []), mark]);
  const tags = cellTags(xml, new Set(cells.keys()));
  const missed: Mark[] = [];
  const edits: Edit[] = [];
  const notes: CellNote[] = [];
  for (const [cell, own] of cells) {
    const tag = tags.get(cell);
    if (!tag || own.some(mark => mark.place.embedded !== undefined)) {
      missed.push(...own);
      continue;
    }
    const said = together(own);
    edits.push(restyled(xml, tag, styles.filled(tag.style, said.state)));
    if (said.notes.length) notes.push({ cell, note: said.notes.join('\n') });
  }
  if (notes.length) edits.push(...comment(parts, part, xml, notes));
  parts.set(part, splice(xml, edits));
  return missed;
}

/** Writes the comments of a sheet; the edits are what the sheet itself has to say of them. */
function comment(parts: Parts, part: string, xml: string, notes: readonly CellNote[]): Edit[] {
  const known = parts.related(part, 'comments');
  const old = known === undefined ? undefined : parts.text(known);
  const has = commented(old ?? '');
  const name = known ?? fresh(parts, 'xl/commentsCheck', '.xml');
  parts.set(name, withNotes(old, notes));
  if (known === undefined) parts.relate(part, 'comments', `/${name}`);
  parts.declare(name, `${TYPES}.spreadsheetml.comments+xml`);
  const drawn = parts.related(part, 'vmlDrawing');
  const shapes = fresh(parts, 'xl/drawings/vmlCheck', '.vml');
  const cells = notes.map(({ cell }) => cell).filter(cell => !has.has(cell));
  parts.set(drawn ?? shapes, withShapes(drawn === undefined ? undefined : parts.text(drawn), cells));
  parts.declareEnding('vml', `${TYPES}.vmlDrawing`);
  return drawn === undefined ? [legacyDrawing(xml, parts.relate(part, 'vmlDrawing', `/${shapes}`))] : [];
}

function fresh(parts: Parts, stem: string, ending: string): string {
  let n = 1;
  while (parts.names.includes(`${stem}${n}${ending}`)) n++;
  return `${stem}${n}${ending}`;
}

function unused(name: string, taken: readonly string[]): string {
  let n = 1;
  let one = name;
  while (taken.includes(one)) one = `${name}${++n}`;
  return one;
}
