import { describe, expect, it } from 'vitest';
import { makeAccounts } from './accounts.ts';
import { emitText } from './emit/text.ts';
import { writeReport } from './narrative/index.ts';
import { STYLES } from './narrative/styles.ts';

// The checked-in reports are what the generator makes of these lines. After a change of the generator they are written anew with
//   npx vitest run test/generator/fixtures.test.ts -u
const FIXTURES = {
  'lake-2023.txt': () => emitText(writeReport(makeAccounts('lake', { year: 2023 }), STYLES.lake), { indent: 'full' }),
  'plateau-2022.txt': () =>
    emitText(writeReport(makeAccounts('plateau', { year: 2022, tails: true }), STYLES.plateau), { bookmarks: true }),
};

describe('fixtures/reports', () => {
  it.each(Object.entries(FIXTURES))('%s is what the generator makes', async (name, make) => {
    await expect(make().text).toMatchFileSnapshot(`../../fixtures/reports/${name}`);
  });
});
