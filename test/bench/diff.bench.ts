import { bench, describe } from 'vitest';
import { align } from '../../src/diff/align.ts';
import { subjectsOf } from '../../src/diff/subjects.ts';
import { level, report, stating, years } from '../diff/build.ts';

/** 2,000 facts of each year: most of them the same, one in ten under a new name, one in twenty new. */
const figures = (year: number) =>
  Array.from({ length: 2000 }, (_, i) => {
    const name = i % 20 === 0 ? `${year}年新设第${i}项` : `第${i}项`;
    const more =
      i % 10 === 3
        ? { label: `${name}${year}`, at: { table: '支出决算表', row: `${2010000 + i} ${name}${year}`, col: '合计' } }
        : {};
    return level(
      `${(i * 37 + year) % 9999}.${String(i % 100).padStart(2, '0')}`,
      `功能/第${i % 23}类/${name}${i % 10 === 3 ? year : ''}`,
      {},
      more,
    );
  });
const [before, after] = [figures(2020), figures(2021)];
const [earlier, later] = [subjectsOf({ figures: before, year: 2020 }), subjectsOf({ figures: after, year: 2021 })];
const stated = after.filter((_, i) => i % 4 === 0).map(figure => stating(figure, 1, '1.00', '5'));
const [first, second] = [report(2020, before), report(2021, after, stated)];

describe('2,000 facts against 2,000', () => {
  bench('aligned', () => void align(earlier.current, later.current));
  bench('read, aligned and 500 stated changes judged', () => void years(first, second));
});
