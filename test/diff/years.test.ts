import { describe, expect, it } from 'vitest';
import { audit, diff } from '../../src/audit.ts';
import type { Audit, Change, YearDiff } from '../../src/model/index.ts';
import { makeAccounts, type Year } from '../generator/accounts.ts';
import { emitText } from '../generator/emit/text.ts';
import { writeReport } from '../generator/narrative/index.ts';
import { STYLES } from '../generator/narrative/styles.ts';
import { mapMarks, type Report } from '../generator/report.ts';

/** The reports of two consecutive years of one department; what the earlier one says of its own year before does not matter. */
function reportsOf(seed: number, style: keyof typeof STYLES): { before: Report; after: Report } {
  const accounts = makeAccounts(seed);
  const { previous } = accounts;
  const yearBefore: Year = { ...previous, year: previous.year - 1 };
  const before = writeReport({ ...accounts, current: previous, previous: yearBefore }, STYLES[style]!, seed);
  return { before, after: writeReport(accounts, STYLES[style]!, seed) };
}

async function read(report: Report, file: string): Promise<Audit> {
  return audit([{ file, bytes: new TextEncoder().encode(emitText(report).text) }]);
}

async function compare(before: Report, after: Report): Promise<YearDiff> {
  const result = diff(await read(before, '前.txt'), await read(after, '后.txt'));
  if (result.kind !== 'years') throw new Error('two years expected');
  return result;
}
const judged = (changes: readonly Change[]) => changes.filter(change => change.verdict !== null);

const CASES = (Object.keys(STYLES) as (keyof typeof STYLES)[]).flatMap(
  (style, i) =>
    [
      [style, i],
      [style, i + 20],
    ] as const,
);

describe.each(CASES)('two years told in the style %s, seed %i', (style, seed) => {
  const { before, after } = reportsOf(seed, style);

  it('agree everywhere', async () => {
    const { changes } = await compare(before, after);
    expect(judged(changes).length).toBeGreaterThan(2);
    expect(
      judged(changes)
        .filter(({ verdict }) => verdict === 'fails' || verdict === 'undecided')
        .map(told),
    ).toEqual([]);
    expect(changes.filter(({ difference }) => difference !== null).length).toBeGreaterThan(15);
  });

  it('with one stated change altered, exactly that one disagrees', async () => {
    const altered = mapMarks(after, mark =>
      mark.fact === 'change/T1.TI'
        ? { ...mark, printed: mark.printed.replace(/[\d０-９]/, digit => (/[1１]/.test(digit) ? '7' : '1')) }
        : mark,
    );
    const { changes } = await compare(before, altered);
    expect(changes.filter(({ verdict }) => verdict === 'fails').map(({ name, scope }) => [name, scope])).toEqual([
      ['收支总计', '全部资金'],
    ]);
  });
});

function told({ name, scope, measure, before, after, stated, checks }: Change) {
  const said = stated.map(({ change, rate }) => [change?.printed, rate?.printed]);
  return {
    name,
    scope,
    measure,
    before: before?.value.toString(),
    after: after?.value.toString(),
    said,
    checks: checks.map(one => one.verdict),
  };
}
