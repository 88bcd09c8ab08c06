import type { Address, Place } from '../../model/index.ts';

/** A place as data: its coordinates, its table, row and column, and the words around it; what does not apply is absent. */
export function placeData(place: Partial<Place>, at?: Address, around: Readonly<Record<string, string>> = {}) {
  const words = Object.entries(around).filter(([, value]) => value !== '');
  const address = at ? { table: at.table, row: at.row, col: at.col } : {};
  const { block: _, ...coordinates } = place as Partial<Place> & { block?: number };
  return { ...coordinates, ...address, ...Object.fromEntries(words) };
}
