import { describe, expect, it } from 'vitest';
import { isMet } from '../../src/extract/selfeval/targets.ts';

describe('whether a day that was set was met', () => {
  it.each<[string, string, boolean | null]>([
    ['2023年12月底前', '2024年3月', false],
    ['2023年12月底前', '2023年11月', true],
    ['2023年12月31日前', '2023年12月31日', true],
    ['2023年12月31日前', '2024年1月5日', false],
    ['2023年12月前', '2023年12月', true],
    ['2023年6月30日', '2023年7月15日完成', false],
    ['2023年底前完成', '2023年9月完成', true],
    ['2023年底前', '2024年', false],
    // A year says too little of a month, and other words say nothing.
    ['2023年6月底前', '2023年', null],
    ['2023年底前', '按时完成', null],
    ['按合同约定', '2024年3月', null],
    ['2023年1月—12月', '2024年3月', null],
  ])('%s, %s: %s', (target, actual, met) => expect(isMet({ target, actual, reason: '' })).toBe(met));
});
