import { expect, it } from 'vitest';
import { patternsOf } from '../patterns/collect.ts';
import { grownIn } from '../patterns/growth.ts';

it('no regular expression grows faster than its line, in any line the generator makes', async () => {
  expect(grownIn(await patternsOf(), { repeated: 12, words: 60 })).toEqual([]);
}, 1_200_000);
