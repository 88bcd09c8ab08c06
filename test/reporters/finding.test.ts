import { describe, expect, it } from 'vitest';
import { Big, type FormRelation, type Relation } from '../../src/model/index.ts';
import { phrase } from '../../src/reporters/parts/words/finding.ts';
import { agree, budgets, fig, growth, item, order, share, sum, terms } from '../check/build.ts';
import { locateAll } from '../locate/scene.ts';

const named = (text: string, label: string) => fig(text, { label });
const say = (relation: Relation, lang: 'zh' | 'en' = 'zh') => phrase(locateAll([relation]).findings[0]!, lang);
const form = (rule: string, more: Partial<FormRelation>): FormRelation => ({
  kind: 'form',
  rule,
  about: '年度',
  holds: false,
  place: { file: 'report.txt', line: 1 },
  printed: '2023年',
  quote: '',
  section: '',
  expected: '2024年',
  figures: [],
  ...more,
});

describe('a finding in words', () => {
  const [total, a, b] = [named('516.82', '财政拨款支出'), named('444.76', '一般公共预算'), named('71.73', '政府性基金')];
  const [spent, budget] = [named('1511.89', '行政运行'), named('1560.05', '年初预算')];

  it.each<[string, Relation]>([
    ['“财政拨款支出”写的是 516.82 万元，而其中各项相加是 516.49 万元，相差 0.33 万元。', sum(total, [a, b])],
    [
      '“增减额”写的是 5.00 万元，而按“本年”、“上年”计算是 4.00 万元，相差 1.00 万元。',
      sum(named('5.00', '增减额'), [
        named('9.00', '本年'),
        ...terms('~5.00').map(term => ({ ...term, figure: named('5.00', '上年') })),
      ]),
    ],
    [
      '“合计”写的是 10.00 万元，其中各项相加是 9.99 万元，尾数相差 0.01 万元，四舍五入可以解释。',
      sum(named('10.00', '合计'), ['3.33', '3.33', '3.33']),
    ],
    [
      '“小微企业”（3.00 万元）不应大于“中小企业”（2.50 万元），现多出 0.50 万元。',
      sum(named('2.50', '中小企业'), [named('3.00', '小微企业')], '>='),
    ],
    [
      '“财政拨款支出”、“年末结转”合计 520.00 万元，而“一般公共预算”、“政府性基金”合计 516.49 万元，两边应当相等，相差 3.51 万元。',
      { ...sum(total, [a, b]), total: terms(total, named('3.18', '年末结转')) },
    ],
    ['“合计”写的占比是 90.00%，按 1511.89 万元除以“年初预算” 1560.05 万元计算是 96.91%。', share('90.00%', spent, budget)],
    [
      '“合计”写的完成比例是 90%，按 1511.89 万元除以“年初预算” 1560.05 万元计算是 97%。',
      { ...share('90%', spent, budget), shape: 'completion' },
    ],
    ['“合计”写的增减比例是 20%，按增减额 97.74 万元除以上年数 614.56 万元计算是 16%。', growth(-1, '516.82', '97.74', '20%')],
    ['“合计”写的比例是 99.86%，四舍五入应为 99.87%，像是直接舍去了尾数。', share('99.86%', '99868.00', '100000.00')],
    ['“合计”写的比例是 100%，但作为基数的数是 0，这个比例无法计算。', growth(1, '5.00', '5.00', '100%')],
    ['“合计”写的比例是 50%，但相比的两个数都是 0，应写 0% 或不写比例。', share('50%', '0', '0')],
    ['“合计”前后写得不一致：516.82 万元、516.49 万元，应为同一个数。', agree('516.82', '516.49', '516.49')],
    ['“合计”前后写得末位不同：326.71 万元、326.72 万元，相差在尾数以内。', agree('326.71', '326.72')],
    ['“合计”写的是“大于”，但 1511.89 万元小于 1560.05 万元。', order(spent, '>', budget)],
    ['“合计”写的是“小于”，但 102%大于 100%。', order('102%', '<', new Big(100))],
    [
      '由各项金额和完成比例推算的预算数之和，与“合计”的预算数对不上，某一项的金额或完成比例有误。',
      budgets(item('444.76', '110%'), [item('444.76', '100%')]),
    ],
    ['年度写的是“2023年”，与报告年度不符，应为“2024年”。', form('FRM-002', {})],
    ['这里写的是“2023年”，应为“2024年”。', form('XYZ-001', {})],
    ['“2023年”处的写法不合要求：年度。', form('XYZ-001', { expected: null })],
  ])('%s', (expected, relation) => expect(say(relation)).toBe(expected));

  it('is told in English as well', () => {
    expect(say(sum(total, [a, b]), 'en')).toBe(
      '“财政拨款支出” is stated as 516.82 万元, but its parts add up to 516.49 万元; the difference is 0.33 万元.',
    );
  });

  it('names the first of many addends', () => {
    const parts = Array.from({ length: 5 }, (_, i) => named('1.00', `项目${i + 1}`));
    expect(say({ ...sum('9.00', parts), compare: '<=' })).toContain('“项目1”等 5 项（5.00 万元）');
  });

  it('leaves no blank unfilled in either language', () => {
    const relations: Relation[] = [
      sum(total, [a, b]),
      share('90.00%', spent, budget),
      agree('5.00', '6.00'),
      order(spent, '>', budget),
      share('71.66%', '2106.66', '2940.05'),
    ];
    for (const relation of relations)
      for (const lang of ['zh', 'en'] as const) expect(say(relation, lang)).not.toMatch(/[{}[\]]/);
  });
});
