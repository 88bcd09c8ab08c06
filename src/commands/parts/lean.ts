import { knownOf, remember } from '../../joining/index.ts';
import type { Audit, Figure, Place, Spot } from '../../model/index.ts';
import { clean } from '../../reporters/parts/clean.ts';
import { passageOf } from '../../reporters/parts/where.ts';

/**
 * An audit without what no output of findings needs: the figures and checks of a report take a hundred times the memory of what is
 * said about it, and a run may hold thousands of reports to its end.
 */
export function lean(audit: Audit): Audit {
  const { documents: _, ...said } = audit;
  const kept: Audit = { ...said, figures: needed(audit), statements: [], checks: [], ties: new Map(), bounded: new Set() };
  remember(kept, knownOf(audit));
  return kept;
}

/** Of a text that is spoken of as a whole, so many characters are looked for. */
const LONG = 24;

/**
 * Of each file one figure, to tell that there are several. Where a place in a text has to be told in words: all of its passage, and
 * of every passage that has the same words the first, so that a search finds the one that is meant; and the figures by whose
 * table or heading it is told where something stands that was not read.
 */
function needed({ figures, issues, dropped = [], gaps, notices }: Audit): readonly Figure[] {
  const spots = [...issues, ...dropped.map(({ issue }) => issue)]
    .flatMap(({ lead, corrections, candidates }) => [...lead.spots, ...[...corrections, ...candidates].map(({ spot }) => spot)])
    .filter(spot => !spot.figure?.at);
  const spoken = new Set(spots.map(passageOf));
  const words = [...new Set(spots.map(wordsOf))].filter(word => word !== '');
  const kept = new Set<Figure>();
  const files = new Set<string>();
  const seen = new Set<string>();
  for (const figure of figures) {
    const passage = passageOf(figure);
    const isAlike = () => !seen.has(passage) && words.some(word => figure.quote.includes(word));
    if (!files.has(figure.place.file) || spoken.has(passage) || isAlike()) kept.add(figure);
    files.add(figure.place.file);
    seen.add(passage);
  }
  for (const place of [...gaps, ...notices].map(one => one.place)) for (const figure of besides(place, figures)) kept.add(figure);
  return figures.filter(figure => kept.has(figure));
}

function wordsOf({ printed }: Spot): string {
  const words = clean(printed).trim();
  return words.length > LONG ? words.slice(0, 2) : words;
}

/** The first figure of a table, and the last one before a paragraph. */
function besides({ file, tableNumber, paragraph }: Partial<Place> = {}, figures: readonly Figure[]): readonly Figure[] {
  const same = figures.filter(({ place }) => file === undefined || file === '' || place.file === file);
  const table = tableNumber === undefined ? undefined : same.find(({ place }) => place.tableNumber === tableNumber);
  const before =
    paragraph === undefined
      ? undefined
      : same.findLast(({ place }) => place.paragraph !== undefined && place.paragraph <= paragraph);
  return [table, before].filter(one => one !== undefined);
}
