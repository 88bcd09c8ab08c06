import type { Audit, Figure, Place, Spot } from '../../model/index.ts';
import { clean, tidy } from './clean.ts';
import { placeWords } from './places.ts';
import { type Lang, say } from './words/index.ts';

/** What is needed to say where something stands. */
export interface Finder {
  readonly lang: Lang;
  /** Whether places name their file: in reports that consist of several. */
  readonly named: boolean;
  /** Every passage with a number, once: a text to be searched for is to be found in one of them only. */
  readonly quotes: readonly string[];
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
  return { lang, named, within, quotes: [...within.values()].map(([first]) => first!.quote) };
}

/**
 * Where a person finds it: the table by its name, its row and column by their words; in running text the heading and a few
 * characters that a search finds once. Page, cell or line stand behind, where the format has them.
 */
export function whereWords(spot: Spot, finder: Finder): string {
  const { lang, named } = finder;
  const words = spot.figure?.at ? tableWords(spot.figure.at, lang) : textWords(spot, finder);
  const place = placeWords(findable(spot.place, words !== ''), lang, named);
  if (words === '') return place;
  return place === '' ? words : say(lang, 'where.with-place', { words, place });
}

/** Coordinates that nothing shows in the program a document is opened with: only where there are no words. */
function findable(place: Place, told: boolean): Partial<Place> {
  if (!told) return place;
  const { paragraph: _, tableNumber, rowNumber: __, columnNumber: ___, ...rest } = place;
  if (tableNumber !== undefined && rest.line === undefined) {
    const { column: ____, length: _____, ...others } = rest;
    return others;
  }
  return rest;
}

function tableWords({ table, row, col }: NonNullable<Figure['at']>, lang: Lang): string {
  const [name, line, column] = [table, row, col].map(tidy) as [string, string, string];
  const cell = [line, column].filter(Boolean).join(' · ');
  return name === '' ? cell : say(lang, 'where.table', { table: name, cell }).trim();
}

function textWords(spot: Spot, finder: Finder): string {
  const { lang } = finder;
  const heading = tidy(spot.section.replace(/^.* › /, ''));
  const text = snippetOf(spot, finder);
  if (text === '') return heading;
  return say(lang, heading === '' ? 'where.text' : 'where.heading', { heading, text });
}

/** Characters that a snippet should have, and the most it may have. */
const SHORT = 12;
const LONG = 24;

/**
 * A few characters around a number (or the words in question) that stand in no other passage, and only once in this one. They
 * come as they are printed, so that a search finds them.
 */
export function snippetOf(spot: Spot, { quotes, within }: Finder): string {
  const quote = clean(spot.quote);
  const printed = clean(spot.printed).trim();
  if (printed === '') return '';
  const at = offsetOf(spot, { within });
  if (at < 0) return printed;
  const end = at + printed.length;
  const once = (text: string) =>
    countIn(quote, text) === 1 && quotes.every(other => other === spot.quote || !other.includes(text));
  for (let size = Math.max(SHORT, printed.length + 4); size <= LONG; size += 3) {
    const start = Math.max(0, at - (size - printed.length));
    const text = quote.slice(start, end).replace(/^[\s，。；：、,;:)）]+/, '');
    if (text.length >= Math.min(6, quote.length) && once(text)) return text;
    const more = quote.slice(start, end + 6).replace(/^[\s，。；：、,;:)）]+/, '');
    if (once(more)) return more;
  }
  return quote.slice(Math.max(0, at - (SHORT - 2)), end);
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
