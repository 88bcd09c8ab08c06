import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reporters } from '../../src/reporters/index.ts';
import { fig, sum } from '../check/build.ts';
import { locateAll } from '../locate/scene.ts';
import { OPTIONS, sampleAudit } from './sample.ts';

const options = { ...OPTIONS, width: 100 };
const render = (name: string, audit: ReturnType<typeof sampleAudit>) =>
  reporters.find(one => one.name === name)!.render([audit], [], options);

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
        const records = {
          csv: render('csv', audit).trimEnd().split('\r\n').length - 1,
          compact: render('compact', audit).split('\n').length - 1,
          github: render('github', audit).split('\n').length - 1,
          gitlab: JSON.parse(render('gitlab', audit)).length,
          sarif: JSON.parse(render('sarif', audit)).runs[0].results.length,
          json: JSON.parse(render('json', audit)).reports[0].problems.length,
          markdown: render('markdown', audit).match(/^\| (?:错误|警告|提示) \|(?! 警告)/gm)?.length ?? 0,
          terminal: render('terminal', audit).match(/^(?:错误|警告) \d+ {2}/gm)?.length ?? 0,
        };
        for (const [name, count] of Object.entries(records)) expect([name, count]).toEqual([name, issues.length]);
      }),
      { seed: 11, numRuns: 40 },
    );
  });
});
