import { type Check, type Figure, figuresOf, type Place, type Reading } from '../model/index.ts';

/** Sorted by where their figures stand, then by rule, so that the order in which they came means nothing. */
export function inReadingOrder(checks: readonly Check[], reading: Reading): Check[] {
  const position = new Map(reading.figures.map((figure, i) => [figure.id, i]));
  const after = firstNotBefore(reading.figures);
  const keyed = checks.map(check => {
    const { relation } = check;
    const places = figuresOf(relation).map(({ id }) => position.get(id) ?? reading.figures.length);
    let first = Number.POSITIVE_INFINITY;
    if (relation.kind === 'form') first = after(relation.place);
    else for (const at of places) if (at < first) first = at;
    return { check, first, place: relation.kind === 'form' ? relation.place : null, places };
  });
  const ties = new Map<Check, string>();
  const tieOf = ({ check, places }: (typeof keyed)[number]): string => {
    const { relation } = check;
    const known = ties.get(check);
    if (known !== undefined) return known;
    const place = relation.kind === 'form' ? JSON.stringify(relation.place) : '';
    const tie = `${relation.rule} ${relation.kind} ${places.join()} ${relation.about} ${place}`;
    ties.set(check, tie);
    return tie;
  };
  const byTie = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  const apart = (a: Place | null, b: Place | null) => (a && b ? orderOf(a, b) : Number(b !== null) - Number(a !== null));
  return keyed
    .sort((a, b) => a.first - b.first || apart(a.place, b.place) || byTie(tieOf(a), tieOf(b)))
    .map(({ check }) => check);
}

/** Finds the first figure that a place is not behind, by its position; behind all of its file it is their number. */
export function firstNotBefore(figures: readonly Figure[]): (place: Place) => number {
  const files = new Map<string, { readonly at: number[]; readonly form: number; sorted: boolean }>();
  figures.forEach(({ place }, i) => {
    const file = files.get(place.file ?? '');
    if (!file) files.set(place.file ?? '', { at: [i], form: formOf(place), sorted: true });
    else {
      file.sorted &&= formOf(place) === file.form && orderOf(figures[file.at.at(-1)!]!.place, place) <= 0;
      file.at.push(i);
    }
  });
  return place => {
    const file = files.get(place.file ?? '');
    if (!file) return figures.length;
    const isBehind = (i: number) => orderOf(place, figures[i]!.place) > 0;
    // Where coordinates are missing on one side, an order by those of both is none: every figure is looked at.
    if (!file.sorted || formOf(place) !== file.form) return file.at.find(i => !isBehind(i)) ?? figures.length;
    let [low, high] = [0, file.at.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBehind(file.at[middle]!)) low = middle + 1;
      else high = middle;
    }
    return file.at[low] ?? figures.length;
  };
}

/** Which of its coordinates a place has: a bit for each. */
const formOf = ({ page, box, line, paragraph, tableNumber, column }: Place): number =>
  (box ? 1 : 0) |
  (page === undefined ? 0 : 2) |
  (line === undefined ? 0 : 4) |
  (paragraph === undefined ? 0 : 8) |
  (tableNumber === undefined ? 0 : 16) |
  (column === undefined ? 0 : 32);

function orderOf(a: Place, b: Place): number {
  return (
    compared(a.page, b.page) ||
    compared(a.box?.[1], b.box?.[1]) ||
    compared(a.line, b.line) ||
    compared(a.paragraph, b.paragraph) ||
    compared(a.tableNumber, b.tableNumber) ||
    compared(a.column, b.column)
  );
}

/** 0 where they are equal, or where only one of two places has this coordinate. */
function compared(a: number | undefined, b: number | undefined): number {
  return a === undefined || b === undefined ? 0 : a - b;
}
