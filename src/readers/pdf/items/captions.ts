import { slice, type Text } from '../../../model/index.ts';
import { unnumbered } from '../../parts/captions.ts';
import { headingLevel } from '../../parts/outline.ts';
import { CORNER, UNIT } from '../lines/corner.ts';
import type { Passage } from '../lines/paragraphs.ts';
import type { Drawn, Item } from './drawn.ts';

const NOTE = /^[（(]?(?:备?注|说明)\s*(?:\d+\s*)?[：:、.．]|本表/;
const NUMBERED = /^(?:\d{1,2}[.．、]|[（(]\d{1,2}[）)]|[①-⑳])/;
/** How far above its table a caption may stand, in points, with nothing but other captions between. */
const NEAR = 150;

/**
 * Binds captions above a table (title, unit) and notes under it to the table. Passages that say nothing else leave the text;
 * a numbered heading stays one and names the table too; «部门：…» stays a paragraph.
 */
export function bindCaptions(items: readonly Item[]): Item[] {
  const gone = new Set<Passage>();
  items.forEach((item, i) => {
    if (item.kind !== 'drawn') return;
    bindAbove(items, i, item, gone);
    bindBelow(items, i, item, gone);
  });
  return items.filter(item => item.kind === 'drawn' || !gone.has(item));
}

function bindAbove(items: readonly Item[], index: number, table: Drawn, gone: Set<Passage>): void {
  let top = table.first;
  for (let i = index - 1; i >= 0 && i >= index - 5; i--) {
    const item = items[i]!;
    if (item.kind !== 'passage' || gone.has(item)) return;
    const last = item.lines.at(-1)!;
    // A caption at the foot of a page may belong to the table at the head of the next.
    const near = last.page.number === top.page ? top.y - last.base < NEAR : top.page - last.page.number === 1 && i === index - 1;
    if (!near) return;
    top = { ...top, page: last.page.number, y: item.lines[0]!.base };
    const content = item.text.content.trim();
    const unit = UNIT.exec(content);
    const rest = unit ? content.replace(UNIT, '').replace(/[\s\u3000（()）]+/g, '') : content;
    if (unit && !table.unit) table.unit = unit[1]!;
    if (unit && rest === '') {
      gone.add(item);
      continue;
    }
    if (CORNER.test(content) || (unit && CORNER.test(rest))) continue;
    const title = titleIn(item, unit);
    if (!title) return;
    table.title = title;
    if (headingLevel(content) === null) gone.add(item);
    return;
  }
}

/** The title a passage gives to the table under it; its unit and table number cut off. */
function titleIn(item: Passage, unit: RegExpExecArray | null): Text | undefined {
  const text = item.text;
  const end = unit && unit.index > 0 ? text.content.slice(0, unit.index).trimEnd().length : text.content.trimEnd().length;
  const content = text.content.slice(0, end);
  if (content.length > 60 || /[。；，：:]$/.test(content) || /[。；]/.test(content)) return undefined;
  const named = /表\s*(?:[（(][^（()）]*[）)])?$/.test(content) || /^续表/.test(content);
  if (!named && !item.centred) return undefined;
  if (!named && /^第[一二三四五六七八九十\d]+(?:部分|章)/.test(content)) return undefined;
  return unnumbered(slice(text, 0, end));
}

function bindBelow(items: readonly Item[], index: number, table: Drawn, gone: Set<Passage>): void {
  let bottom = table.last;
  for (let i = index + 1; i < items.length; i++) {
    const item = items[i]!;
    if (item.kind !== 'passage') return;
    const { page, base } = item.lines[0]!;
    // «注：» may have come to stand at the head of the next page.
    const overleaf = i === index + 1 && page.number === bottom.page + 1 && /^[（(]?注/.test(item.text.content.trim());
    if (!overleaf && (page.number !== bottom.page || base - bottom.y > 60)) return;
    const content = item.text.content.trim();
    const isNote = NOTE.test(content.slice(0, 60)) && !/表$/.test(content);
    if (!isNote && !(table.notes.length > 0 && NUMBERED.test(content) && headingLevel(content) === null)) return;
    table.notes.push(item.text);
    gone.add(item);
    const last = item.lines.at(-1)!;
    bottom = { ...bottom, page: last.page.number, y: last.base };
  }
}
