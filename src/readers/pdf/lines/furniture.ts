import { frameOf } from '../page/geometry.ts';
import { isCorner } from './corner.ts';
import type { Line } from './lines.ts';

/** The lines of one page outside its tables, with their plain text. */
export interface PageLine {
  readonly line: Line;
  readonly plain: string;
}

/** A page number as it is printed: 3, - 3 -, — 3 —, (3), 第3页, 第 3 页 共 25 页, 共 25 页 第 3 页, 3/25, Page 3 of 25; 一3一 has ones for strokes. */
const FORMS =
  '(?<![-—–―－·•~～])[-—–―－·•~～]+\\d{1,4}[-—–―－·•~～]+|一\\d{1,4}一|[（(]\\d{1,4}[）)]|第\\d{1,4}页[，,/／|]?(?:共\\d{1,4}页)?|共\\d{1,4}页[，,/／|]?第\\d{1,4}页|\\d{1,4}[/／|]\\d{1,4}|page\\d{1,4}(?:(?:of|/)\\d{1,4})?|p\\.?\\d{1,4}';
const PAGE_NUMBER = new RegExp(`^(?:${FORMS}|[-—–―－·•~～]*\\d{1,4}[-—–―－·•~～]*页?|[ivxⅰ-ⅻ]{1,5})$`, 'i');
const NUMBER_IN_LINE = new RegExp(`^(?:${FORMS})|(?:${FORMS})$`, 'gi');
/** The parts of the page's height, at its top and bottom, in which page numbers and running lines stand. */
const NUMBER_MARGIN = 0.14;
const RUNNING_MARGIN = 0.2;
/** A line is running when it comes back on so many pages at the same height. */
const OFTEN = 3;

/**
 * Takes page numbers, running headers and running footers out: lines in the margins that are nothing but a page number, or that
 * come back on several pages at one height, apart from their digits. Captions of tables come back too: they stay.
 */
export function withoutFurniture(pages: readonly (readonly PageLine[])[]): PageLine[][] {
  const counts = new Map<string, number>();
  for (const page of pages) {
    for (const key of new Set(page.filter(item => isMarginal(item, RUNNING_MARGIN)).map(keyOf)))
      counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const most = pages.length * 0.6;
  const isFurniture = (item: PageLine) => {
    if (isMarginal(item, NUMBER_MARGIN) && PAGE_NUMBER.test(squeeze(item.plain))) return true;
    const count = isMarginal(item, RUNNING_MARGIN) ? (counts.get(keyOf(item)) ?? 0) : 0;
    if (isCorner(item.plain) || /[。；]$/.test(item.plain)) return false;
    return count >= OFTEN && (count > most || !/表(?:[（(]续[）)])?$/.test(squeeze(item.plain)));
  };
  return pages.map(page => {
    const kept = [...page];
    // From the edges inwards: a line further in is furniture only while everything outside it is.
    while (kept.length && isFurniture(kept[0]!)) kept.shift();
    while (kept.length && isFurniture(kept.at(-1)!)) kept.pop();
    return kept;
  });
}

function isMarginal({ line }: PageLine, margin: number): boolean {
  const { height } = frameOf(line.page);
  return line.base < height * margin || line.base > height * (1 - margin);
}

const squeeze = (text: string) => text.replace(/[\s\u3000]+/g, '');

/** Same words at the same height. Only a page number inside may differ: other figures are the report's own. */
function keyOf({ line, plain }: PageLine): string {
  const { width, height } = frameOf(line.page);
  const words = squeeze(plain)
    .replace(NUMBER_IN_LINE, '#')
    .replace(/第\d{1,4}页|共\d{1,4}页/g, '#')
    .replace(/^\d{1,4}(?![\d.,年月])|(?<![\d.,])\d{1,4}$/g, '#');
  return [Math.round(width), Math.round(height), Math.round(line.base / 4), words].join('|');
}
