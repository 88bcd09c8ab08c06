import { describe, expect, it } from 'vitest';
import { decide, run } from '../../src/check/index.ts';
import { storyOf } from '../../src/locate/index.ts';
import type { Relation, Story } from '../../src/model/index.ts';
import { agree, budgets, fig, item, order, share, sum } from '../check/build.ts';
import { locateAll } from './scene.ts';

const tell = (relations: readonly Relation[], which = 0, nth = 0) => {
  const { findings } = locateAll(relations);
  return storyOf(findings[which]!, { checks: run(relations), findings }, decide, nth);
};
const changes = (story: Story) => story.changes.map(({ figure, implied }) => `${figure.printed} → ${implied}`);
const equations = (turns: readonly { readonly before: string | null; readonly after: string | null }[]) =>
  turns.map(({ before, after }) => `${before} → ${after}`);

describe('the story of a finding', () => {
  it('tells the equations before and after the change, and what else moves', () => {
    const [total, a, b, rate] = [fig('516.49'), fig('344.76'), fig('71.73'), fig('86%')];
    const story = tell([sum(total, [a, b]), share(rate, a, total), agree(a, '444.76'), order(a, '<', total)])!;
    expect(changes(story)).toEqual(['344.76 → 444.76']);
    expect(equations(story.mended)).toEqual([
      '344.76 + 71.73 = 416.49 ≠ 516.49 → 444.76 + 71.73 = 516.49',
      '344.76 ÷ 516.49 = 66.75% ≠ 86% → 444.76 ÷ 516.49 = 86.11% ≈ 86%',
      '344.76 ≠ 444.76 → 444.76 = 444.76',
    ]);
    expect(story.broken).toEqual([]);
    expect(equations(story.moved)).toEqual(['344.76 < 516.49 → 444.76 < 516.49']);
  });

  it('tells what would no longer hold', () => {
    const [part, rate] = [fig('47.11'), fig('48.92%')];
    const whole = fig('96.30');
    const story = tell([
      sum(whole, [part, '43.28']),
      share(rate, part, whole),
      agree(part, '53.02', '53.02'),
      agree(whole, '96.30', '96.30'),
    ])!;
    expect(equations(story.broken)).toEqual(['47.11 ÷ 96.30 = 48.92% → 53.02 ÷ 96.30 = 55.06% ≠ 48.92%']);
  });

  it('follows rates into implied budgets', () => {
    const rate = fig('10%');
    const story = tell([
      budgets(item('444.76', '100%'), [item('224.37', '100%'), item('220.39', rate)]),
      share(rate, '220.39', '220.39'),
    ])!;
    expect(changes(story)).toEqual(['10 → 100']);
    expect(story.mended.map(turn => turn.verdict)).toEqual(['holds', 'holds']);
  });

  it('tells of each suspect by itself', () => {
    const [total, part] = [fig('120.00'), fig('60.00')];
    const relations = [sum(total, [part, '50.00'])];
    expect(changes(tell(relations)!)).toEqual(['120.00 → 110.00']);
    expect(changes(tell(relations, 0, 1)!)).toEqual(['60.00 → 70.00']);
  });

  it('sets both right where two were exchanged', () => {
    const [a, b] = [fig('71.73'), fig('444.76')];
    const story = tell([agree(a, '444.76', '444.76'), agree(b, '71.73', '71.73'), sum('516.49', [a, b])])!;
    expect(changes(story)).toEqual(['71.73 → 444.76', '444.76 → 71.73']);
    expect([story.mended.length, story.broken.length, story.moved.length]).toEqual([2, 0, 1]);
  });

  it('sets all right that are only mended together', () => {
    const [a, b] = [fig('10'), fig('18')];
    const story = tell([share('0%', a, '10'), share('0%', b, '18'), { ...sum('79', ['79', a, b]), soft: true }])!;
    expect(changes(story)).toEqual(['10 → 0', '18 → 0']);
    expect(equations(story.mended)).toEqual([
      '10 ÷ 10 = 100% ≠ 0% → 0 ÷ 10 = 0%',
      '18 ÷ 18 = 100% ≠ 0% → 0 ÷ 18 = 0%',
      '79 + 10 + 18 = 107 ≠ 79 → 79 + 0 + 0 = 79',
    ]);
  });

  it('is not told where no value is known', () => {
    expect(tell([sum('26.24', ['26.40'], '>=')])).toBeNull();
  });
});
