import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit.ts';
import type { Audit } from '../../src/model/index.ts';
import { terminal } from '../../src/reporters/terminal/index.ts';
import { loadRules } from '../../src/rules/index.ts';
import { emitText } from '../generator/emit/text.ts';
import { mutate, SLIPS } from '../generator/mutate.ts';
import { randomOf } from '../generator/random.ts';
import { marksOf } from '../generator/report.ts';
import { sample } from '../generator/sweep.ts';
import { OPTIONS } from './sample.ts';

const options = { ...OPTIONS, width: 100, rules: loadRules().rules };
const show = (one: Audit, more = {}) =>
  terminal
    .render([one], [], { ...options, ...more })
    .trimEnd()
    .split('\n');
const loud = ({ issues }: Audit) => issues.filter(({ severity }) => severity !== 'note').length;

/** The i-th generated report with so many of its figures changed. */
async function changed(i: number, count: number): Promise<Audit> {
  const { accounts, report } = sample(i);
  const random = randomOf(`look${i}`);
  let now = report;
  const used = new Set<number>();
  while (used.size < count) {
    const index = random.int(0, marksOf(now).length - 1);
    const made = used.has(index) ? undefined : mutate(now, accounts, random.pick(SLIPS.slice(0, 6)), index, random);
    if (!made) continue;
    used.add(index);
    now = made.report;
  }
  return audit([{ file: '决算公开.txt', bytes: new TextEncoder().encode(emitText(now).text) }]);
}

describe('five mistakes', () => {
  it.each([0, 1, 3, 6])('of report %i take no more than one look at 100 columns, notes and counts included', async i => {
    const one = await changed(i, 5);
    expect(loud(one)).toBeGreaterThan(2);
    expect(loud(one)).toBeLessThan(6);
    const lines = show(one);
    expect(lines.length, lines.join('\n')).toBeLessThanOrEqual(45);
    // Nothing of what is to be done is lost: each has its line in the list, its detail, and its number to ask for.
    expect(lines.filter(line => /^ {2}\d {2}/.test(line))).toHaveLength(loud(one));
    for (const { severity, id } of one.issues) if (severity !== 'note') expect(lines.join('\n')).toContain(`#${id}`);
  });

  it('are told at length where all is asked for, and a short report always is', async () => {
    const one = await changed(0, 5);
    expect(show(one, { all: true }).join('\n')).toMatch(/^提示 \d+ 条$/m);
    const few = { ...one, issues: one.issues.slice(0, 1) };
    expect(show(few).join('\n')).not.toMatch(/^提示 .*SUM|^提示 .*CPL/m);
  });
});
