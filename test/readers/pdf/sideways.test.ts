import { describe, expect, it } from 'vitest';
import { ruled, type Sheet, type Words } from './make/pdf.ts';
import { outline, readSheets, rowsOf, tablesOf } from './make/read.ts';

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

  it('is left out as a whole, and told of, when the rows do not match', async () => {
    const other = ruled([50, 150, 250], [...YS, 200, 220], [...figures, ['5.00', '6.00'], ['7.00', '8.00']]);
    const document = await readSheets([LEFT, other]);
    expect(outline(document)).toEqual([]);
    expect(document.notices).toEqual([
      { code: 'reader.pdf.nameless-rows', params: { pages: '1–2' }, place: { file: 'a.pdf', page: 1 } },
    ]);
  });

  it('may have a single column left', async () => {
    const last = ruled(
      [50, 150],
      YS,
      figures.map(row => row.slice(0, 1)),
    );
    expect(tablesOf(await readSheets([LEFT, last])).map(rowsOf)).toEqual([
      ['项目|合计|基本支出|项目支出', '合计|30.00|20.00|7.00', '教育支出|10.00|5.00|4.00', '卫生健康支出|20.00|15.00|3.00'],
    ]);
  });

  const more = ['甲', '乙', '丙', '丁'].map((name, i) => [name, `${i + 1}.00`, '1.00']);
  const NEXT = ruled([50, 200, 300, 400], YS, more);
  const rest = more.map((_, i) => [`${i}.50`, '0.00']);
  const NEXT_RIGHT = ruled([50, 150, 250], YS, rest);
  const WHOLE = [
    '项目|合计|基本支出|项目支出|经营支出',
    '合计|30.00|20.00|7.00|3.00',
    '教育支出|10.00|5.00|4.00|1.00',
    '卫生健康支出|20.00|15.00|3.00|2.00',
    ...more.map((row, i) => [...row, ...rest[i]!].join('|')),
  ];

  it.each([
    ['the pages of its left columns come first', [LEFT, NEXT, RIGHT, NEXT_RIGHT]],
    ['each page is followed by what is beside it', [LEFT, RIGHT, NEXT, NEXT_RIGHT]],
  ])('is one when %s', async (_, sheets) => {
    expect(tablesOf(await readSheets(sheets)).map(rowsOf)).toEqual([WHOLE]);
  });

  it('has its title and corner on both pages, cut where the page ends', async () => {
    const left: Words[] = [
      { x: 300, y: 80, text: '一般公共预算支出决' },
      { x: 340, y: 95, text: '金额' },
    ];
    const right: Words[] = [
      { x: 50, y: 80, text: '支出决算表' },
      { x: 180, y: 95, text: '金额单位：元' },
    ];
    const document = await readSheets([
      { ...LEFT, words: [...left, ...LEFT.words!] },
      { ...RIGHT, words: [...right, ...RIGHT.words!] },
    ]);
    expect(tablesOf(document).map(({ title, unit, cols }) => [title?.content, unit, cols])).toEqual([
      ['一般公共预算支出决算表', '元', 5],
    ]);
  });

  it('keeps a header cell one that is merged over columns of both pages, and its text, which may stand beside the rules', async () => {
    const part = (xs: number[], side: number, names: string[], middle: Words[]) => {
      const { words, lines } = ruled(xs, [120, 140, 160, 180], [names, ['1.00', '2.00'], ['3.00', '4.00']]);
      const [first, last] = [xs[0]!, xs.at(-1)!];
      const edge = side < 0 ? last : first;
      return {
        words: [...middle, ...words!],
        lines: [...lines!, [first, 100, last, 100], [edge, 100, edge, 120]] as Sheet['lines'],
      };
    };
    const left = part([50, 150, 250], 1, ['项目', '基本支出'], [{ x: 255, y: 114, text: '本年支出' }]);
    const right = part([50, 150, 260], -1, ['项目支出', '其他'], []);
    const [table] = tablesOf(await readSheets([left, right].map(sheet => ({ ...sheet, lines: sheet.lines! }))));
    expect(rowsOf(table!)[0]).toBe('本年支出{1x4}');
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
