import type { Figure, Spot } from '../../model/index.ts';
import { tidy } from '../parts/clean.ts';
import { groupBy } from '../parts/group.ts';
import { headingOf, placeBehind, snippetOf, tableName, whereWords } from '../parts/where.ts';
import { displayWidth, fit, hang } from '../parts/width.ts';
import { say } from '../parts/words/index.ts';
import type { Sheet } from './sheet.ts';

interface Listing {
  /** The message that leads in: {places}. */
  readonly code: string;
  /** What has been told already: cells of its row or column, words under its heading, are told without repeating these. */
  readonly base: Spot | undefined;
  /** Lines that the list may take before the rest of each group is counted. */
  readonly most: number;
  /** Whether the numbers are told as well. */
  readonly values: boolean;
}

/**
 * Places in few words: what stands in one column, row, table or section is told together. As many of each as fit into a line or two;
 * the rest is counted.
 */
export function listed(spots: readonly Spot[], listing: Listing, sheet: Sheet, width: number): string[] {
  if (spots.length === 0) return [];
  const groups = groupBy(spots, spot => groupKey(spot));
  const write = (most: number, names: number) => {
    const shown = groups.slice(0, names);
    const left = groups.slice(names).flat().length;
    const parts = shown.map(group => groupWords(group, most, listing, sheet));
    const more = left > 0 ? [say(sheet.lang, 'finding.more-places', { count: left })] : [];
    const places = [...parts, ...more].join(say(sheet.lang, 'csv.and'));
    return hang('', say(sheet.lang, listing.code, { places }), width);
  };
  if (sheet.all) return write(Number.POSITIVE_INFINITY, groups.length);
  const largest = Math.max(...groups.map(group => group.length));
  for (let most = Math.min(largest, MOST); most > 1; most--) {
    const lines = write(most, groups.length);
    if (lines.length <= listing.most) return lines;
  }
  for (let names = Math.min(groups.length, MOST); names > 0; names--) {
    const lines = write(1, names);
    if (lines.length <= listing.most) return lines;
  }
  return counted(groups, listing, sheet, width);
}

/** Only the tables and sections, with how many places each has; of very long names what fits. */
function counted(groups: readonly Spot[][], { code, base, most }: Listing, { lang, finder }: Sheet, width: number): string[] {
  const names = groups.map(group => {
    const [first] = group as [Spot];
    const at = first.figure?.at;
    const own = base !== undefined && groupKey(base) === groupKey(first);
    const place = own ? say(lang, at ? 'beside.table' : 'beside.heading') : at ? tableName(at, lang) : headingOf(first);
    return say(lang, 'beside.count', { place: place || whereWords(first, finder), count: group.length });
  });
  const lines = hang('', say(lang, code, { places: names.join(say(lang, 'finding.and')) }), width);
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), fit(`${lines[most - 1]!}……`, width)];
}

/** Nobody compares more numbers than these by their names. */
const MOST = 8;

function groupKey(spot: Spot): string {
  const { at } = spot.figure ?? {};
  return at ? `${at.number ?? ''} ${at.table}` : `${spot.place.file} ${spot.section} ${spot.place.footnote ?? ''}`;
}

function groupWords(group: readonly Spot[], most: number, { base, values }: Listing, sheet: Sheet): string {
  const { lang } = sheet;
  const own = base !== undefined && groupKey(base) === groupKey(group[0]!);
  const tables = group.map(spot => spot.figure?.at);
  const number = (spot: Spot) => (values ? ` ${tidy(spot.printed)}` : '');
  const shown = group.slice(0, most);
  const ofMore = (text: string) =>
    group.length > shown.length ? say(lang, 'beside.of', { places: text, count: group.length }) : text;
  const join = (names: readonly string[]) => ofMore(names.join(say(lang, 'finding.and')));
  if (tables.some(at => at === undefined)) {
    const place = placeBehind(group[0]!, sheet.finder);
    const heading = headingOf(group[0]!);
    const behind = place === '' || own ? '' : say(lang, 'where.behind', { place });
    const texts = shown.map(spot => textOf(spot, values, sheet));
    return beside(own ? say(lang, 'beside.heading') : heading + behind, join(texts));
  }
  const cells = tables as NonNullable<Figure['at']>[];
  const at = own ? base.figure!.at! : cells[0]!;
  const one = (pick: 'row' | 'col') => cells.every(cell => cell[pick] === at[pick]) && at[pick] !== '';
  const table = own ? '' : tableName(at, lang) + placeOf(group[0]!, sheet);
  if ((own || group.length > 1) && one('col') && !one('row')) {
    const lead = own ? say(lang, 'beside.column') : beside(table, say(lang, 'beside.in-column', { column: tidy(at.col) }));
    return `${lead} ${join(shown.map(spot => shortened(tidy(spot.figure!.at!.row)) + number(spot)))}`;
  }
  if ((own || group.length > 1) && one('row') && !one('col')) {
    const lead = own ? say(lang, 'beside.row') : beside(table, tidy(at.row));
    return `${lead} ${join(shown.map(spot => shortened(tidy(spot.figure!.at!.col)) + number(spot)))}`;
  }
  const names = shown.map(spot => {
    const { row, col } = spot.figure!.at!;
    return [shortened(tidy(row)), shortened(tidy(col))].filter(Boolean).join(' · ') + number(spot);
  });
  return beside(own ? say(lang, 'beside.table') : table, join(names));
}

/** Quotation marks and brackets part by themselves what else a blank parts. */
function beside(lead: string, text: string): string {
  return /[”）]$/.test(lead) || text.startsWith('“') ? `${lead}${text}` : `${lead} ${text}`.trim();
}

function placeOf(spot: Spot, { lang, finder }: Sheet): string {
  const place = spot.place.cell === undefined ? placeBehind(spot, finder) : '';
  return place === '' || spot.place.line !== undefined ? '' : say(lang, 'where.behind', { place });
}

/** A number of a text by its name, or by words that a search finds. */
function textOf(spot: Spot, values: boolean, { lang, finder }: Sheet): string {
  const name = tidy(spot.label);
  if (values && name !== '' && name !== tidy(spot.printed) && displayWidth(name) <= NAME) return `${name} ${tidy(spot.printed)}`;
  return say(lang, 'where.text', { text: snippetOf(spot, finder) });
}

/** Columns of a name. */
const NAME = 40;

/** Of a long name the end says most, and the code before it. */
function shortened(name: string): string {
  const code = /^\d{3,7} /.exec(name)?.[0] ?? '';
  let cut = name.slice(code.length);
  while (displayWidth(code + cut) > NAME) cut = cut.slice(1);
  return code + cut === name ? name : `${code}…${cut}`;
}
