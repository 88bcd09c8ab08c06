import { bench, describe } from 'vitest';
import { run } from '../../src/check/index.ts';
import type { Relation } from '../../src/model/index.ts';
import { agree, growth, share, sum } from '../check/build.ts';

describe('deciding', () => {
  const relations: Relation[] = Array.from({ length: 500 }, (_, i) => [
    sum('516.82', ['100.00', '200.00', '116.82', '100.00']),
    share('71.65%', '2106.66', '2940.05', i),
    growth(-1, '516.82', '97.74', '15.90%'),
    agree('5.00', '5.00', '5.00'),
  ]).flat();
  bench('2,000 relations', () => {
    run(relations);
  });
});
