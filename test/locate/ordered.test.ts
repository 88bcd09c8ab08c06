import { expect, it } from 'vitest';
import { firstNotBefore } from '../../src/locate/ordered.ts';
import type { Place } from '../../src/model/index.ts';
import { fig } from '../check/build.ts';
import { randomOf } from '../generator/random.ts';

const COORDINATES = ['page', 'line', 'paragraph', 'tableNumber', 'column'] as const;

/** By the coordinates that both have, one after the other. */
function isBehind(a: Place, b: Place): boolean {
  for (const name of COORDINATES) {
    const [own, other] = [a[name], b[name]];
    if (own !== undefined && other !== undefined && own !== other) return own > other;
  }
  return false;
}

it('the first figure that a place is not behind is found among places of several forms, in any order', () => {
  const random = randomOf('ordered');
  const forms = [['paragraph', 'column'], ['tableNumber', 'column'], ['line', 'tableNumber', 'column'], ['page'], []] as const;
  const placeOf = (): Place => ({
    file: random.pick(['a', 'b']),
    ...Object.fromEntries(random.pick(forms).map(name => [name, random.int(1, 9)])),
  });
  let found = 0;
  for (let round = 0; round < 60; round++) {
    const figures = Array.from({ length: 30 }, () => ({ ...fig('1.00'), place: placeOf() }));
    const after = firstNotBefore(figures);
    for (let i = 0; i < 10; i++) {
      const place = placeOf();
      const first = figures.findIndex(one => one.place.file === place.file && !isBehind(place, one.place));
      expect(after(place)).toBe(first < 0 ? figures.length : first);
      if (first > 0) found++;
    }
  }
  expect(found).toBeGreaterThan(100);
});
