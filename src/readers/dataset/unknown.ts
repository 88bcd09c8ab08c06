import type { Params } from '../../model/index.ts';
import { homesOf, type Shape, shapes } from './keys.ts';
import { nearest } from './nearest.ts';

const everyKey = [...new Set([...shapes.values()].flatMap(shape => [...shape.keys.keys()]))].toSorted(
  (a, b) => b.length - a.length,
);
const levels = new Set([...shapes.values()].map(shape => shape.level).filter(level => level !== undefined));

/** The known key in «合计：702.00» or «合计:702.00», where a full-width colon or a missing blank hides it. */
export function colonAfterKey(text: string): string | undefined {
  return everyKey.find(key => text.startsWith(key) && /^\s*(?:：|:(?!\s|$))/.test(text.slice(key.length)));
}

/** What to say about a key that may not stand where it stands: a message code and its params. */
export function nearbyKey(name: string, shape: Shape, inBraces: boolean): [code: string, params: Params] {
  const where = shape.id;
  if (inBraces && /^\d{3}(?:\.\d+)?$/.test(name)) return ['dataset.comma-in-braces', { found: name }];
  const colon = colonAfterKey(name);
  if (colon) return ['dataset.colon', { key: colon, found: name }];
  // Someone who writes 决算 for 合计 or the other way round means the mapping's own figure.
  if (shape.level && (levels.has(name) || name === '金额' || name === '执行数'))
    return ['dataset.unknown-key', { key: name, near: shape.level }];
  const near = nearest(name, shape.keys.keys());
  if (near) return ['dataset.unknown-key', { key: name, near }];
  const homes = homesOf(name);
  if (homes.length > 0) return ['dataset.misplaced-key', { key: name, where, homes: homes.map(home => home.id) }];
  const elsewhere = nearest(name, everyKey);
  if (elsewhere) return ['dataset.misplaced-key', { key: name, where, homes: homesOf(elsewhere).map(home => home.id) }];
  return ['dataset.strange-key', { key: name, where, keys: [...shape.keys.keys()].slice(0, 8) }];
}
