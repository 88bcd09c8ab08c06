import type { Audit, Figure, Place, Spot } from '../../model/index.ts';
import { clean, tidy } from './clean.ts';
import { clauseStarts, firstClause, wordEnds, wordStarts } from './cuts.ts';
import { placeWords } from './places.ts';
import { type Lang, say } from './words/index.ts';

/** What is needed to say where something stands. */
export interface Finder {
  readonly lang: Lang;
  /** Whether places name their file: in reports that consist of several. */
  readonly named: boolean;
  /** Every passage with a number, once: a text to be searched for is to be found in one of them only. */
  readonly quotes: readonly Pick<Figure, 'quote' | 'place'>[];
  /** The figures of each passage. */
  readonly within: ReadonlyMap<string, readonly Figure[]>;
}

export function finderOf({ figures, issues = [] }: Pick<Audit, 'figures'> & Partial<Pick<Audit, 'issues'>>, lang: Lang): Finder {
  const within = new Map<string, Figure[]>();
  for (const figure of figures) {
    const key = passageOf(figure);
    const same = within.get(key);
    if (same) same.push(figure);
    else within.set(key, [figure]);
  }
  const spots = [...figures, ...issues.flatMap(({ lead }) => lead.spots.filter(spot => spot.place.file !== ''))];
  const named = spots.some(({ place }) => place.file !== spots[0]!.place.file);
  return { lang, named, within, quotes: [...within.values()].map(([first]) => first!) };
}

/**
 * Where a person finds it: the table by its name, its row and column by their words; in running text the heading and a few
 * characters that a search finds once. Page, cell or line stand behind, where the format has them.
 */
export function whereWords(spot: Spot, finder: Finder): string {
  const { lang, named } = finder;
  const words = spot.figure?.at ? tableWords(spot.figure.at, lang) : textWords(spot, finder);
  const place = placeWords(findable(spot.place, words !== '', spot.figure?.at), lang, named);
  if (words === '') return place;
  return place === '' ? words : say(lang, 'where.with-place', { words, place });
}

/** Coordinates that nothing shows in the program a document is opened with: only where there are no words. */
function findable(place: Place, told: boolean, at?: Figure['at']): Partial<Place> {
  if (!told) return place;
  const { paragraph: _, tableNumber: __, rowNumber: ___, columnNumber: ____, column: _____, length: ______, ...rest } = place;
  const { sheet, cell } = rest;
  // A sheet that bears the number of its table is named once.
  if (sheet === undefined || cell === undefined || !at?.number || sheet.replace(/\s/g, '') !== at.number) return rest;
  const { sheet: _sheet, ...others } = rest;
  return others;
}

/** A table by the number it bears, else by its title. */
export function tableName({ table, number }: NonNullable<Figure['at']>, lang: Lang): string {
  if (number) return tidy(number);
  return tidy(table) === '' ? '' : say(lang, 'where.text', { text: tidy(table) });
}

function tableWords(at: NonNullable<Figure['at']>, lang: Lang): string {
  const cell = [at.row, at.col].map(tidy).filter(Boolean).join(' · ');
  const name = tableName(at, lang);
  if (name === '') return cell;
  return say(lang, at.number ? 'where.numbered' : 'where.table', { table: name, cell }).trim();
}

/** The heading a passage stands under. */
export const headingOf = ({ section }: Pick<Spot, 'section'>): string => tidy(section.replace(/^.* › /, ''));

/** What a figure stands under: its table, else its heading. */
export function headOf({ at, section }: Pick<Figure, 'at' | 'section'>, lang: Lang): string {
  const table = at ? tidy(at.table) || tableName(at, lang) : '';
  return table || headingOf({ section }) || say(lang, 'list.elsewhere');
}

/** Page, line or cell, as far as they help to find it where heading and words are told. */
export function placeBehind(spot: Spot, { lang, named }: Finder): string {
  return placeWords(findable(spot.place, true, spot.figure?.at), lang, named);
}

function textWords(spot: Spot, finder: Finder): string {
  const { lang } = finder;
  const heading = headingOf(spot);
  const text = snippetOf(spot, finder);
  if (text === '') return heading;
  return say(lang, heading === '' ? 'where.text' : 'where.heading', { heading, text });
}

/** Characters that a snippet should have, and the most it may have. */
const SHORT = 6;
const GOOD = 14;
const LONG = 24;

/**
 * A few characters up to a number (or the words in question) that stand in no other passage, and only once in this one. They come
 * as they are printed, so that a search finds them, and begin where a clause or a word does.
 */
export function snippetOf(spot: Spot, { quotes, within }: Finder): string {
  const quote = clean(spot.quote);
  const whole = clean(spot.printed).trim();
  if (whole === '') return '';
  const printed = whole.length > LONG ? firstClause(whole, LONG) : whole;
  const at = offsetOf(spot, { within });
  if (at < 0) return printed;
  const end = at + printed.length;
  const once = (text: string) =>
    countIn(quote, text) === 1 && quotes.every(other => !other.quote.includes(text) || overlaps(other, spot, text));
  const clauses = new Set(clauseStarts(quote));
  const starts = wordStarts(quote).filter(start => start <= at && end - start <= LONG);
  const from = (start: number) => quote.slice(start, end);
  // The clause it stands in from its beginning, else as many whole words as are still short, else as few as are needed.
  const good = starts.filter(start => end - start <= GOOD && end - start >= SHORT && once(from(start)));
  const best = good.filter(start => clauses.has(start)).at(-1) ?? good[0];
  if (best !== undefined) return from(best);
  const nearest = [...starts].reverse();
  const longer = nearest.find(start => end - start >= SHORT && once(from(start)));
  if (longer !== undefined) return from(longer);
  // What follows may tell it apart where what comes before does not.
  const ends = wordEnds(quote).filter(one => one > end && one - end <= GOOD);
  const clauseEnds = ends.filter(one => one === quote.length || clauses.has(one + 1));
  for (const stop of [...clauseEnds, ...ends]) {
    const start = nearest.find(one => stop - one >= SHORT && stop - one <= LONG && once(quote.slice(one, stop)));
    if (start !== undefined) return quote.slice(start, stop);
  }
  const short = starts.filter(start => end - start <= GOOD && end - start >= SHORT);
  return from(short.filter(start => clauses.has(start)).at(-1) ?? short[0] ?? nearest.at(-1) ?? at);
}

/** Where one of very many figures stands: its cell, or the words before it, be they elsewhere as well. */
export function briefWords(spot: Spot, finder: Finder): string {
  const { lang } = finder;
  const { at } = spot.figure ?? {};
  const place = placeBehind(spot, finder);
  const words = at ? tableWords(at, lang) : say(lang, 'where.text', { text: snippetOf(spot, { ...finder, quotes: [] }) });
  return place === '' ? words : say(lang, 'where.with-place', { words, place });
}

/**
 * Where something stands that is no figure (a table, a passage): coordinates that can be found; what has only a number that
 * nothing shows by the table or the heading that the figures beside it name.
 */
export function aroundWords(place: Partial<Place>, { figures }: Pick<Audit, 'figures'>, lang: Lang): string {
  const { tableNumber, paragraph, file } = place;
  const told = placeWords({ ...findable(place as Place, true), file: '' }, lang);
  if (told !== '' || (tableNumber === undefined && paragraph === undefined)) return told;
  const same = (figure: Figure) => file === undefined || file === '' || figure.place.file === file;
  if (tableNumber !== undefined) {
    const at = figures.find(figure => figure.place.tableNumber === tableNumber && same(figure))?.at;
    return (at ? tableName(at, lang) : '') || say(lang, 'where.nth-table', { tableNumber });
  }
  const before = figures.filter(figure => (figure.place.paragraph ?? Number.POSITIVE_INFINITY) <= paragraph! && same(figure));
  const heading = before.length > 0 ? headingOf(before.at(-1)!) : '';
  return heading === '' ? '' : say(lang, 'where.near', { heading });
}

/** Passages of one line or paragraph overlap: what stands in both once is one place. */
function overlaps(other: Pick<Figure, 'quote' | 'place'>, { quote, place }: Spot, text: string): boolean {
  const { line, paragraph } = other.place;
  const same = other.place.file === place.file && line === place.line && paragraph === place.paragraph;
  const beside = same && (line !== undefined || paragraph !== undefined);
  if (quote.includes(other.quote)) return true;
  return (beside || other.quote.includes(quote)) && countIn(other.quote, text) === 1;
}

function countIn(text: string, part: string): number {
  return text.split(part).length - 1;
}

/** Figures that stand in one passage share its words and all of its place but the column. */
export function passageOf({ place, quote }: Pick<Spot, 'place' | 'quote'>): string {
  const { file, line, paragraph, page, sheet, cell, tableNumber, rowNumber, footnote, endnote, chart } = place;
  return JSON.stringify([file, line, paragraph, page, sheet, cell, tableNumber, rowNumber, footnote, endnote, chart, quote]);
}

/**
 * Where a number stands in the words quoted around it, −1 where it does not. Equal numbers are told apart: by their distance to
 * the other figures of the passage where columns are known, else by the order they come in.
 */
export function offsetOf(spot: Pick<Spot, 'place' | 'printed' | 'quote'>, { within }: Pick<Finder, 'within'>): number {
  const figures = within.get(passageOf(spot)) ?? [];
  const found = occurrences(clean(spot.quote), clean(spot.printed).trim());
  if (found.length < 2) return found[0] ?? -1;
  const { column } = spot.place;
  const quote = clean(spot.quote);
  if (column !== undefined) {
    const fits = (at: number) =>
      figures.filter(({ place, printed }) => quote.startsWith(printed, at + (place.column ?? column) - column)).length;
    const best = Math.max(...found.map(fits));
    const fitting = found.filter(at => fits(at) === best);
    if (fitting.length === 1) return fitting[0]!;
  }
  const same = figures.filter(({ printed }) => printed === spot.printed);
  const nth = same.findIndex(({ place }) => place === spot.place);
  return found[Math.max(0, nth)] ?? found[0]!;
}

/** Where a number stands as a whole number, not as part of a longer one. */
function occurrences(quote: string, printed: string): number[] {
  const found: number[] = [];
  if (printed === '') return found;
  for (let at = quote.indexOf(printed); at >= 0; at = quote.indexOf(printed, at + 1)) {
    const [left = '', right = ''] = [quote[at - 1], quote[at + printed.length]];
    const inside = (/^\d/.test(printed) && /[\d.,]/.test(left)) || (/\d$/.test(printed) && /\d/.test(right));
    if (!inside) found.push(at);
  }
  return found;
}
