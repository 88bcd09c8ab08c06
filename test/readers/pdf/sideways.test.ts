import { describe, expect, it } from 'vitest';
import { ruled } from './make/pdf.ts';
import { readSheets, rowsOf, tablesOf } from './make/read.ts';

const YS = [100, 120, 140, 160, 180];
const LEFT = ruled([50, 200, 300, 400], YS, [
  ['项目', '合计', '基本支出'],
  ['合计', '30.00', '20.00'],
  ['教育支出', '10.00', '5.00'],
  ['卫生健康支出', '20.00', '15.00'],
]);
const figures = [
  ['项目支出', '经营支出'],
  ['7.00', '3.00'],
  ['4.00', '1.00'],
  ['3.00', '2.00'],
];
const RIGHT = ruled([50, 150, 250], YS, figures);

describe('a table that goes on to the right on the next page', () => {
  it('is one, row by row', async () => {
    const document = await readSheets([LEFT, RIGHT]);
    expect(tablesOf(document).map(rowsOf)).toEqual([
      [
        '项目|合计|基本支出|项目支出|经营支出',
        '合计|30.00|20.00|7.00|3.00',
        '教育支出|10.00|5.00|4.00|1.00',
        '卫生健康支出|20.00|15.00|3.00|2.00',
      ],
    ]);
    expect(document.notices).toEqual([]);
  });

  it('is told of when the rows do not match', async () => {
    const other = ruled([50, 150, 250], [...YS, 200, 220], [...figures, ['5.00', '6.00'], ['7.00', '8.00']]);
    const document = await readSheets([LEFT, other]);
    expect(document.notices).toEqual([
      { code: 'reader.pdf.nameless-rows', params: { pages: '2' }, place: { file: 'a.pdf', page: 2 } },
    ]);
  });

  it('is not one that goes on downwards with codes or names', async () => {
    const codes = ruled([50, 150, 250], YS, [
      ['科目编码', '决算数'],
      ['201', '3.00'],
      ['205', '1.00'],
      ['208', '2.00'],
    ]);
    const document = await readSheets([LEFT, codes]);
    expect([tablesOf(document).length, document.notices]).toEqual([2, []]);
  });
});
