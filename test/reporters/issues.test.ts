import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { audit as auditFiles } from '../../src/audit.ts';
import type { Audit, FormRelation } from '../../src/model/index.ts';
import { reporters } from '../../src/reporters/index.ts';
import { fig, sum } from '../check/build.ts';
import { emitDocx } from '../generator/emit/docx.ts';
import { mutate, SLIPS } from '../generator/mutate.ts';
import { randomOf } from '../generator/random.ts';
import { marksOf } from '../generator/report.ts';
import { sample } from '../generator/sweep.ts';
import { locateAll } from '../locate/scene.ts';
import { OPTIONS, sampleAudit } from './sample.ts';

const options = { ...OPTIONS, width: 100 };
const render = (name: string, audit: Audit) => reporters.find(one => one.name === name)!.render([audit], [], options);

/** Sums of their own, some of which are off by the given amounts. */
function auditOf(offs: readonly number[]) {
  const relations = offs.map((off, i) => {
    const parts = [1000 + i * 137, 2000 + i * 271, 500 + i * 61];
    const total = parts.reduce((all, part) => all + part, off * 11);
    const write = (cents: number) => fig((cents / 100).toFixed(2));
    return sum(write(total), parts.map(write));
  });
  return { ...sampleAudit(), ...locateAll(relations) };
}

/** In every format one record for each problem, which bears its id. */
function expectOneRecordEach(audit: Audit) {
  const told = {
    csv: render('csv', audit).trimEnd().split('\r\n').slice(1),
    compact: render('compact', audit).trimEnd().split('\n'),
    github: render('github', audit).trimEnd().split('\n'),
    gitlab: JSON.parse(render('gitlab', audit)).map((one: object) => JSON.stringify(one)),
    sarif: JSON.parse(render('sarif', audit)).runs[0].results.map((one: object) => JSON.stringify(one)),
    json: JSON.parse(render('json', audit)).reports[0].problems.map((one: object) => JSON.stringify(one)),
    markdown: render('markdown', audit).match(/^\| (?:错误|警告|提示) \|(?! 警告).*/gm) ?? [],
    html: render('html', audit).match(/<details class="problem" id="[^"]*"/g) ?? [],
  };
  for (const [name, records] of Object.entries(told) as [string, string[]][]) {
    // GitHub shows so many of a level, and the rest in a line.
    if (audit.issues.length === 0 || (name === 'github' && audit.issues.length > 9)) continue;
    expect([name, records.length]).toEqual([name, audit.issues.length]);
    for (const { id } of audit.issues)
      expect([name, id, records.filter(one => new RegExp(`${id}(?![-\\w])`).test(one)).length]).toEqual([name, id, 1]);
  }
}

describe('a report with several mistakes', () => {
  it.each([0, 1, 2, 3, 4, 5, 6])('%i: no record of any format tells to change a right figure', { timeout: 60_000 }, async i => {
    const { accounts, report } = sample(i);
    const random = randomOf(`several${i}`);
    const slips = SLIPS.filter(slip => slip !== 'exchanged');
    let now = report;
    const wrong = new Map<string, string>();
    while (wrong.size < 3) {
      const made = mutate(now, accounts, random.pick(slips), random.int(0, marksOf(now).length - 1), random);
      if (!made || wrong.has(made.to) || made.mark.kind !== 'money') continue;
      wrong.set(made.to, made.from);
      now = made.report;
    }
    const audit = await auditFiles([{ file: '决算公开.docx', bytes: emitDocx(now, { splitRuns: i % 2 === 0 }) }]);
    expectOneRecordEach(audit);
    const blamed = audit.issues.filter(({ severity }) => severity === 'error').flatMap(({ corrections }) => corrections);
    for (const { now: value } of blamed) expect([...wrong.keys()]).toContain(value);
    expect(blamed.length).toBeGreaterThan(0);
    // What is only missing is no fault of the figure beside it.
    for (const { lead, corrections, candidates } of audit.issues.filter(one => one.lead.rule.startsWith('CPL')))
      expect([lead.rule, corrections, candidates]).toEqual([lead.rule, [], []]);
  });
});

describe('an observation without a cure', () => {
  const [a, b, total] = [fig('12.30'), fig('7.70'), fig('20.00')];
  const observed = (blame: FormRelation['blame'], figures = [a, total]): FormRelation => {
    const { place, printed, quote, section } = a;
    const said = { place, printed, quote, section, expected: null, figures, about: '', params: {} };
    return { kind: 'form', rule: 'PRJ-024', holds: false, ...said, ...(blame ? { blame } : {}) };
  };
  const issue = (...relations: Parameters<typeof locateAll>[0]) =>
    locateAll(relations).issues.find(({ lead }) => lead.rule === 'PRJ-024')!;
  it('blames the passage, any of its figures, or none, as it says', () => {
    expect(issue(observed(undefined)).corrections.map(({ now }) => now)).toEqual(['12.30']);
    expect(issue(observed('any')).candidates.map(({ now }) => now)).toEqual(['12.30', '20.00']);
    expect(issue(observed('none'))).toMatchObject({ corrections: [], candidates: [] });
  });
  it('leaves those alone that other relations hold to be right', () => {
    const held = sum(total, [fig('13.00'), fig('7.00')]);
    expect(issue(observed('any'), held).corrections.map(({ now, to }) => [now, to])).toEqual([['12.30', null]]);
    expect(issue(observed('any'), held, sum(fig('20.00'), [a, b]))).toMatchObject({ corrections: [], candidates: [] });
  });
});

describe('every output', () => {
  it('has one record for each problem, whose place, now and to belong to one figure', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 6 }), offs => {
        const audit = auditOf(offs);
        const { issues } = audit;
        expect(issues).toHaveLength(offs.filter(off => off !== 0).length);
        for (const { corrections, candidates } of issues) {
          for (const { spot, now } of [...corrections, ...candidates]) {
            expect(spot.figure?.printed).toBe(now);
            expect(spot.place).toBe(spot.figure!.place);
          }
        }
        expectOneRecordEach(audit);
        expect(render('terminal', audit).match(/^(?:错误|警告) \d+ {2}/gm)?.length ?? 0).toBe(issues.length);
      }),
      { seed: 11, numRuns: 40 },
    );
  });
});
