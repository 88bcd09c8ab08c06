import { describe, expect, it } from 'vitest';
import { decide, run } from '../../src/check/index.ts';
import { storyOf } from '../../src/locate/index.ts';
import type { Relation } from '../../src/model/index.ts';
import { agree, budgets, fig, item, order, share, sum } from '../check/build.ts';
import { locateAll } from './scene.ts';

const tell = (relations: readonly Relation[], which = 0) =>
  storyOf(locateAll(relations).findings[which]!, run(relations), decide);
const equations = (turns: readonly { readonly before: string | null; readonly after: string | null }[]) =>
  turns.map(({ before, after }) => `${before} → ${after}`);

describe('the story of a finding', () => {
  it('tells the equations before and after the change, and what else moves', () => {
    const [total, a, b, rate] = [fig('516.49'), fig('344.76'), fig('71.73'), fig('86%')];
    const story = tell([sum(total, [a, b]), share(rate, a, total), agree(a, '444.76'), order(a, '<', total)])!;
    expect([story.figure.printed, story.implied]).toEqual(['344.76', '444.76']);
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
    expect(story.implied).toBe('100');
    expect(story.mended.map(turn => turn.verdict)).toEqual(['holds', 'holds']);
  });

  it('is not told where no value is known', () => {
    expect(tell([sum('26.24', ['26.40'], '>=')])).toBeNull();
  });
});
