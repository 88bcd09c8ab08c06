import type { StatedFact } from '../../model/index.ts';
import data from './keys.yaml';

/** How a key's value is written; see the head of keys.yaml. */
export type Kind = 'year' | 'text' | 'unit' | 'code' | 'money' | 'percent' | 'count' | 'word' | 'value' | 'one' | 'map' | 'list';

type Role = StatedFact['role'] | 'order' | 'derived';

/** One key of the dataset, as keys.yaml describes it. */
export interface Key {
  readonly name: string;
  readonly is: Kind;
  readonly says: string;
  readonly required?: boolean;
  readonly role?: Role;
  readonly measure?: string;
  readonly direction?: 1 | -1;
  readonly words?: Readonly<Record<string, 1 | -1 | 0>>;
  readonly unit?: string;
  readonly shape?: string;
  readonly indicator?: string;
  readonly below?: 'path' | 'same';
  readonly scope?: string;
  readonly adds?: 'all' | 'some';
  readonly to?: string;
  readonly base?: readonly string[];
  readonly whole?: readonly string[];
  readonly within?: string;
  readonly told?: readonly [target: string, actual: string, reason: string];
  readonly costs?: { readonly where: string; readonly word: string; readonly to: readonly string[] };
}

/** One kind of mapping: its keys, which of them holds its own figure, which names it, which words may stand in its place. */
export interface Shape {
  readonly id: string;
  readonly level?: string;
  readonly title?: string;
  readonly word?: Readonly<Record<string, 1 | -1 | 0>>;
  readonly keys: ReadonlyMap<string, Key>;
}

interface RawShape {
  readonly with?: string;
  readonly level?: string;
  readonly name?: string;
  readonly word?: Readonly<Record<string, 1 | -1 | 0>>;
  readonly keys: Readonly<Record<string, Omit<Key, 'name'>>>;
}

const raw = data as { readonly root: string; readonly shapes: Readonly<Record<string, RawShape>> };

/** A shape with the keys it takes over; an own level key stands instead of the one taken over. */
function shapeOf(id: string): Shape {
  const { with: base, level, name, word, keys } = raw.shapes[id]!;
  const all = new Map<string, Key>(base ? shapeOf(base).keys : []);
  const inherited = base && raw.shapes[base]!.level;
  if (inherited && inherited !== level) all.delete(inherited);
  const own = Object.entries(keys).map(([key, rest]): [string, Key] => [key, { name: key, ...rest }]);
  const merged = new Map([
    ...own.map(([key, rest]): [string, Key] => [key, { ...all.get(key), ...rest }]),
    ...[...all].filter(([key]) => !(key in keys)),
  ]);
  return { id, ...(level ? { level } : {}), ...(name ? { title: name } : {}), ...(word ? { word } : {}), keys: merged };
}

/** Every shape by its name. */
export const shapes: ReadonlyMap<string, Shape> = new Map(Object.keys(raw.shapes).map(id => [id, shapeOf(id)]));

/** The outermost mapping. */
export const root: Shape = shapes.get(raw.root)!;

/** The shapes in which a key of this name may stand. */
export function homesOf(key: string): Shape[] {
  return [...shapes.values()].filter(shape => shape.keys.has(key));
}
