import { type Block, slice, type Table, type Text } from '../../model/index.ts';

const UNIT = /单位\s*(?:[：:]\s*)?(?:人民币\s*)?(?:[（(]\s*)?(百万元|千万元|万元|亿元|千元|百元|元)/;
const NOTE = /^\s*(?:[（(]?(?:注|备注|附注|说明)[）)]?\s*(?:[:：]|\d)|本表(?:反映|为|数据|中|无|不|以|包|按|仅)|[*＊※]\s*\S)/;
const NOTE_GOES_ON = /^\s*(?:\d{1,2}\s*[.、．]|[（(]\d{1,2}[）)]|[①-⑳]|[*＊※]|本表)/;
const TITLE =
  /(?:表|一览|明细|清单)\s*(?:[（(][^（）()]{1,20}[）)])?$|^(?:附|公开|财决|预决算公开)?\s*表\s*[\d一二三四五六七八九十]+(?:[^\d，。；]|$)/;
const NUMBERING =
  /^\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|(?:附?表|公开)\s*[\d一二三四五六七八九十]+(?:表)?[：:\s]|\d{1,2}[.．、])\s*/;
const POINTING = /(?:见|如|详见|按照|根据|填写|参照|附)[^表]{0,12}表$|[，。；！？]/;

/** The money unit a caption line or corner cell states («单位：万元», «金额单位：元»), or undefined. */
export function unitIn(text: string): string | undefined {
  if (text.length > 120) return undefined;
  return UNIT.exec(text.replace(/[\s\u3000]+/g, ''))?.[1];
}

/** Whether a line is one that stands between a table and its title: the unit, the number of the form, who made it. */
export function isCaptionMeta(text: string): boolean {
  const line = text.replace(/[\s\u3000]+/g, '');
  if (line.length > 80 || /[。；]/.test(line)) return false;
  return (
    unitIn(line) !== undefined ||
    /^(?:(?:部门|单位|财|预)?决?算?公开|财决|附)?\d{0,2}表?[\d-]{1,6}表$/.test(line) ||
    /^(?:部门|单位|编制单位|填报单位|公开部门|预算部门|主管部门|编制部门|填报部门)(?:[（(](?:盖章|公章)[）)])?(?:名称)?[：:]/.test(
      line,
    ) ||
    /^\d{4}年(?:度|\d{1,2}月\d{1,2}日)?$/.test(line)
  );
}

/** Whether a short line names the table under it: it ends with 表, or begins with «表3», and is no sentence. */
export function isTitle(text: string): boolean {
  const line = text.replace(/[\s\u3000]+/g, '');
  return line.length >= 2 && line.length <= 60 && TITLE.test(line) && !POINTING.test(line);
}

/** Whether a line is the first of the notes under a table; `goesOn`: whether it continues them. */
export function isNote(text: string, goesOn = false): boolean {
  return NOTE.test(text) || (goesOn && text.length <= 300 && NOTE_GOES_ON.test(text));
}

/**
 * Binds captions: the title and the unit found above a table, the notes under it. Lines above stay blocks of their own, so that
 * they can still be read; notes live on in the table only.
 */
export function bindCaptions(blocks: readonly Block[]): Block[] {
  const bound: Block[] = [];
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!;
    if (block.kind !== 'table') {
      bound.push(block);
      continue;
    }
    const above = captionAbove(bound);
    const inside = captionInside(block.cells, block.cols);
    const title = inside.title ?? above.title;
    const unit = inside.unit ?? above.unit;
    const notes: Text[] = [...block.notes, ...notesInside(block)];
    const own = notes.length;
    for (let next = blocks[i + 1]; next?.kind === 'paragraph' || next?.kind === 'heading'; next = blocks[i + 1]) {
      if (!isNote(next.text.content, notes.length > own)) break;
      notes.push(next.text);
      i++;
    }
    bound.push({ ...block, notes, ...(title ? { title } : {}), ...(unit ? { unit } : {}) });
  }
  return bound;
}

/** Notes in the last rows of the table itself, in cells across all columns; they stay cells too. */
function notesInside(table: Table): Text[] {
  if (table.notes.length > 0) return [];
  const wide = table.cells.filter(cell => cell.row > 0 && table.cols > 1 && cell.colSpan >= table.cols);
  const notes: Text[] = [];
  for (const cell of wide) if (isNote(cell.text.content, notes.length > 0)) notes.push(cell.text);
  return notes;
}

/**
 * A table's name without its number in the list of tables («一、», «附表1：»): the number changes from year to year and from format to
 * format. A name that is nothing but a number stays.
 */
export function unnumbered(title: Text): Text {
  const number = NUMBERING.exec(title.content)?.[0].length ?? 0;
  return number > 0 && number < title.content.trimEnd().length ? slice(title, number) : title;
}

/** Title and unit in the up to five lines before a table. */
function captionAbove(before: readonly Block[]): { title?: Text; unit?: string } {
  let unit: string | undefined;
  for (let i = before.length - 1; i >= Math.max(0, before.length - 5); i--) {
    const block = before[i]!;
    if (block.kind !== 'paragraph' && block.kind !== 'heading') break;
    const line = block.text.content;
    if (isCaptionMeta(line)) {
      unit ??= unitIn(line);
      const titled = /^(.*?表[^表]{0,20}?)\s+(?:(?:金额|计量)\s*)?单\s*位/.exec(line)?.[1];
      if (titled === undefined || !isTitle(titled)) continue;
      return { title: unnumbered(slice(block.text, 0, titled.trimEnd().length)), ...(unit ? { unit } : {}) };
    }
    if (isTitle(line)) return { title: unnumbered(block.text), ...(unit ? { unit } : {}) };
    break;
  }
  return unit ? { unit } : {};
}

/** Title and unit in the first rows of the table itself: a cell across all columns, a corner. */
export function captionInside(
  cells: readonly { readonly row: number; readonly colSpan: number; readonly text: Text }[],
  cols: number,
): { title?: Text; unit?: string } {
  let title: Text | undefined;
  let unit: string | undefined;
  const top = cells.filter(cell => cell.row < 5 && cell.text.content !== '');
  for (const cell of top) {
    const line = cell.text.content;
    unit ??= /单\s*位/.test(line) ? unitIn(line) : undefined;
    const alone = cell.colSpan >= cols || !top.some(other => other !== cell && other.row === cell.row);
    if (alone && cols > 1 && isTitle(line)) title ??= cell.text;
  }
  return { ...(title ? { title } : {}), ...(unit ? { unit } : {}) };
}
