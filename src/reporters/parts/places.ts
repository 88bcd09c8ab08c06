import type { Place } from '../../model/index.ts';
import { clean } from './clean.ts';
import { type Lang, say } from './words/index.ts';

/**
 * A place as people know it: «第 111 行第 12 字», «第 21 页», «公开03表 C7», «第 12 段», «表 2 第 4 行». Of a Word file the page is told
 * where the file says which one it was: paragraphs and tables bear no numbers there.
 * `named`: with the name of its file in front, for reports that consist of several files.
 */
export function placeWords(place: Partial<Place>, lang: Lang, named = false): string {
  const words = recognised(coordinates(place, lang), place, lang);
  const file = named && place.file ? clean(place.file.replace(/^.*[/\\]/, '')) : '';
  return [file, words].filter(Boolean).join(' ');
}

/** Says of what was recognised in a picture that it was. */
export function recognised(words: string, { confidence }: Partial<Place>, lang: Lang): string {
  if (confidence === undefined) return words;
  return say(lang, 'place.recognised', { place: words, percent: Math.floor(confidence * 100) });
}

function coordinates(place: Partial<Place>, lang: Lang): string {
  const { line, column, page, sheet, cell, paragraph, tableNumber, rowNumber, columnNumber } = place;
  const { footnote, endnote, chart, embedded, shownPage } = place;
  if (sheet !== undefined || cell !== undefined) {
    const named = clean([sheet, cell].filter(Boolean).join(' '));
    if (embedded === undefined) return named;
    return say(lang, embedded === 1 ? 'place.embedded' : 'place.embedded-nth', { embedded, place: named });
  }
  if (footnote !== undefined) return say(lang, 'place.footnote', { footnote });
  if (endnote !== undefined) return say(lang, 'place.endnote', { endnote });
  if (chart !== undefined) return say(lang, 'place.chart', { chart });
  if (page !== undefined) return say(lang, 'place.page', { page });
  if (shownPage !== undefined) return say(lang, 'place.page', { page: shownPage });
  if (tableNumber !== undefined && line === undefined) {
    if (rowNumber === undefined) return say(lang, 'place.table', { tableNumber });
    if (columnNumber === undefined) return say(lang, 'place.row', { tableNumber, rowNumber });
    return say(lang, 'place.table-cell', { tableNumber, rowNumber, columnNumber });
  }
  if (line !== undefined && column !== undefined) return say(lang, 'place.column', { line, column });
  if (line !== undefined) return say(lang, 'place.line', { line });
  if (paragraph !== undefined) return say(lang, 'place.paragraph', { paragraph });
  return '';
}
