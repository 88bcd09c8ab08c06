import { describe, expect, it } from 'vitest';
import { equationOf } from '../../src/audit.ts';
import { run } from '../../src/check/index.ts';
import { tellReadings } from '../../src/reporters/terminal/readings.ts';
import { fig, share } from '../check/build.ts';

const shown = { lang: 'zh', width: 100, color: false, equation: equationOf } as const;
const other = { as: 'base', words: '支出总计', reading: share('12.34%', '12.34', '100.00') } as const;

describe('the readings of a report', () => {
  it('tell which one was taken, what is in doubt, and what was withdrawn once', () => {
    const taken = { ...share('12.34%', '12.34', '90.00'), alternatives: [other] };
    const weak = { ...share('51%', '5.00', '10.00'), grounds: ['base'] as const };
    const whole = fig('100.00');
    const pairs = [
      ['10%', '31.00'],
      ['20%', '12.00'],
      ['70%', '57.00'],
    ] as const;
    const withdrawn = pairs.map(([rate, part]) => ({ ...share(rate, part, whole), together: { key: 'list 1', judged: true } }));
    const text = tellReadings({ checks: run([taken, weak, ...withdrawn]) }, shown);
    expect(text).toContain('按“支出总计”理解');
    expect(text).toContain('12.34 ÷ 100.00');
    expect(text).toContain('报告没有写明以哪个总额为基数');
    expect(text.match(/有 3 处不相符/g)).toHaveLength(1);
    expect(text).toContain('12.00 ÷ 100.00');
  });

  it('say so where there is none', () =>
    expect(tellReadings({ checks: run([share('50%', '5.00', '10.00')]) }, shown)).toContain('没有需要选择读法'));
});
