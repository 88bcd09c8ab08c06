import { type Check, type Figure, figuresOf, type Place, type Reading } from '../model/index.ts';

/** Sorted by where their figures stand, then by rule, so that the order in which they came means nothing. */
export function inReadingOrder(
  checks: readonly Check[],
  reading: Reading,
  after: (place: Place) => number = firstNotBefore(reading.figures),
): Check[] {
  const position = new Map(reading.figures.map((figure, i) => [figure.id, i]));
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
  let files: ReturnType<typeof byForm> | undefined;
  const heights = new Map<string, readonly number[]>();
  /** Those that stand further on than all before them: the first that a place is not behind is one of them. */
  const heightsOf = (file: string, form: number, alike: readonly number[], shared: number): readonly number[] => {
    const key = `${form} ${shared} ${file}`;
    const known = heights.get(key);
    if (known) return known;
    const made: number[] = [];
    for (const i of alike)
      if (made.length === 0 || orderOf(figures[i]!.place, figures[made.at(-1)!]!.place, shared) > 0) made.push(i);
    heights.set(key, made);
    return made;
  };
  return place => {
    // Many a report has no place to ask for.
    files ??= byForm(figures);
    const own = formOf(place);
    let first = figures.length;
    for (const [form, alike] of files.get(place.file ?? '') ?? []) {
      const shared = form & own;
      const all = heightsOf(place.file ?? '', form, alike, shared);
      let [low, high] = [0, all.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (orderOf(place, figures[all[middle]!]!.place, shared) > 0) low = middle + 1;
        else high = middle;
      }
      first = Math.min(first, all[low] ?? first);
    }
    return first;
  };
}

/** By file, then by which coordinates they have: figures are compared with a place by those that both have. */
function byForm(figures: readonly Figure[]): ReadonlyMap<string, ReadonlyMap<number, readonly number[]>> {
  const files = new Map<string, Map<number, number[]>>();
  figures.forEach(({ place }, i) => {
    const file = files.get(place.file ?? '') ?? new Map<number, number[]>();
    if (file.size === 0) files.set(place.file ?? '', file);
    const form = formOf(place);
    const alike = file.get(form);
    if (alike) alike.push(i);
    else file.set(form, [i]);
  });
  return files;
}

/** Which of its coordinates a place has: a bit for each. */
const formOf = ({ page, box, line, paragraph, tableNumber, column }: Place): number =>
  (page === undefined ? 0 : 1) |
  (box ? 2 : 0) |
  (line === undefined ? 0 : 4) |
  (paragraph === undefined ? 0 : 8) |
  (tableNumber === undefined ? 0 : 16) |
  (column === undefined ? 0 : 32);

/** `shared`: the coordinates to go by; all that both have by default. */
function orderOf(a: Place, b: Place, shared = formOf(a) & formOf(b)): number {
  return (
    (shared & 1 && a.page! - b.page!) ||
    (shared & 2 && a.box![1] - b.box![1]) ||
    (shared & 4 && a.line! - b.line!) ||
    (shared & 8 && a.paragraph! - b.paragraph!) ||
    (shared & 16 && a.tableNumber! - b.tableNumber!) ||
    (shared & 32 && a.column! - b.column!)
  );
}
