import { describe, expect, it } from 'vitest';
import { placeOf } from '../../../src/model/index.ts';
import { ruled, type Sheet, type Words, widthOf } from './make/pdf.ts';
import { outline, readSheets, rowsOf, tablesOf } from './make/read.ts';

const XS = [50, 100, 300, 400, 500];
const ROWS = [
  ['编码', '科目名称', '基本支出', '项目支出'],
  ['201', '一般公共服务支出', '1,234.56', '0.10'],
  ['2010301', '机关事业单位基本养老|保险缴费支出', '99.00', ''],
];
const ysOf = (rows: number, top = 100, height = 30) => Array.from({ length: rows + 1 }, (_, i) => top + i * height);
const EXPECTED = [
  '编码|科目名称|基本支出|项目支出',
  '201|一般公共服务支出|1,234.56|0.10',
  '2010301|机关事业单位基本养老保险缴费支出|99.00|',
];

describe('ruled tables', () => {
  it.each(['strokes', 'bars', 'pieces', 'dots'] as const)('are read from rules drawn as %s', async how => {
    const [table] = tablesOf(await readSheets([ruled(XS, ysOf(3), ROWS, how)]));
    expect(rowsOf(table!)).toEqual(EXPECTED);
  });

  it('give every number its page and box', async () => {
    const [table] = tablesOf(await readSheets([{}, ruled(XS, ysOf(3), ROWS)]));
    const cell = table!.cells.find(({ text }) => text.content === '1,234.56')!;
    const { page, box } = placeOf(cell.text);
    expect(page).toBe(2);
    expect(box![0]).toBeCloseTo(357, 0);
    expect(box![2]).toBeGreaterThan(395);
    expect(box![2]).toBeLessThan(400);
    expect(box![1]).toBeGreaterThan(130);
    expect(box![3]).toBeLessThan(160);
  });

  it('give an empty cell the box between its rules', async () => {
    const [table] = tablesOf(await readSheets([ruled(XS, ysOf(3), ROWS)]));
    const cell = table!.cells.find(({ row, col }) => row === 2 && col === 3)!;
    expect(placeOf(cell.text).box).toEqual([400, 160, 500, 190]);
  });

  it('know merged cells as spans, in header rows of three levels', async () => {
    const words = (list: readonly (readonly [number, number, string])[]): Words[] => list.map(([x, y, text]) => ({ x, y, text }));
    const sheet: Sheet = {
      words: words([
        [200, 120, '三公经费'],
        [60, 150, '合计'],
        [260, 150, '公务用车'],
        [160, 180, '小计'],
        [260, 180, '购置费'],
        [360, 180, '运行费'],
        [60, 210, '6.00'],
        [160, 210, '5.00'],
        [260, 210, '2.00'],
        [360, 210, '3.00'],
      ]),
      lines: [
        [50, 100, 450, 100],
        [50, 130, 450, 130],
        [150, 160, 450, 160],
        [50, 190, 450, 190],
        [50, 220, 450, 220],
        [50, 100, 50, 220],
        [150, 130, 150, 220],
        [250, 160, 250, 220],
        [350, 160, 350, 220],
        [450, 100, 450, 220],
      ],
    };
    const [table] = tablesOf(await readSheets([sheet]));
    expect(rowsOf(table!)).toEqual(['三公经费{1x4}', '合计{2x1}|公务用车{1x3}', '小计|购置费|运行费', '6.00|5.00|2.00|3.00']);
  });

  it('keep figures in the row between the rules, above or below the lines of a wrapped label', async () => {
    const { lines } = ruled([50, 150, 250, 350], [100, 140, 180], []);
    const words: Words[] = [
      { x: 53, y: 115, text: '机关事业单位' },
      { x: 53, y: 127, text: '养老保险' },
      { x: 200, y: 108, text: '1.00' },
      { x: 300, y: 136, text: '2.00' },
      { x: 53, y: 155, text: '职业年金缴费' },
      { x: 53, y: 167, text: '支出' },
      { x: 200, y: 161, text: '3.00' },
      { x: 300, y: 150, text: '4.00' },
    ];
    const [table] = tablesOf(await readSheets([{ words, lines: lines! }]));
    expect(rowsOf(table!)).toEqual(['机关事业单位养老保险|1.00|2.00', '职业年金缴费支出|3.00|4.00']);
  });

  it('keep a text that runs over a rule in its own cell', async () => {
    const { lines } = ruled([50, 100, 150, 200], [100, 120, 140], []);
    const words: Words[] = [
      { x: 52, y: 114, text: '一般公共服务' },
      { x: 160, y: 114, text: '1.00' },
      { x: 52, y: 134, text: '项目' },
      { x: 93, y: 134, text: '12,345,678.90' },
      { x: 160, y: 134, text: '2.00' },
    ];
    const [table] = tablesOf(await readSheets([{ words, lines: lines! }]));
    expect(rowsOf(table!)).toEqual(['一般公共服务||1.00', '项目|12,345,678.90|2.00']);
  });

  it('part numbers of two cells that touch', async () => {
    const { lines } = ruled([50, 100, 143, 190], [100, 120], []);
    const [table] = tablesOf(
      await readSheets([
        {
          words: [
            { x: 52, y: 114, text: '合计' },
            { x: 101, y: 114, text: '1,511.891,503.52' },
          ],
          lines: lines!,
        },
      ]),
    );
    expect(rowsOf(table!)).toEqual(['合计|1,511.89|1,503.52']);
  });

  it('join a number that is wrapped inside its cell', async () => {
    const { lines } = ruled([50, 100, 150], [100, 130, 160], []);
    const words: Words[] = [
      { x: 52, y: 112, text: '收入' },
      { x: 102, y: 112, text: '1,234,5' },
      { x: 102, y: 124, text: '67.89' },
      { x: 52, y: 142, text: '支出' },
      { x: 102, y: 142, text: '1.00' },
      { x: 102, y: 154, text: '2.00' },
    ];
    const [table] = tablesOf(await readSheets([{ words, lines: lines! }]));
    expect(rowsOf(table!)).toEqual(['收入|1,234,567.89', '支出|1.00 2.00']);
  });

  it.each([
    ['its last digit', '8,520,000.0|0', '950,000.0|0'],
    ['its decimals', '8,520,000.|00', '950,000.|00'],
    ['its point', '8,520,000|.00', '950,000|.00'],
    ['a group of digits', '8,520,|000.00', '950,|000.00'],
  ])('join numbers that are wrapped in front of %s, however wide their cells are', async (_, one, other) => {
    const rows = [
      ['编码', '科目名称', '基本支出', '项目支出'],
      ['201', '一般公共服务支出', one, other],
      ['208', '社会保障和就业支出', '70.00', '30.00'],
    ];
    const [table] = tablesOf(await readSheets([ruled(XS, ysOf(3), rows)]));
    expect(rowsOf(table!)).toEqual([
      '编码|科目名称|基本支出|项目支出',
      '201|一般公共服务支出|8,520,000.00|950,000.00',
      '208|社会保障和就业支出|70.00|30.00',
    ]);
  });

  it('part whole numbers below each other that only look like one', async () => {
    const rows = [
      ['编码', '科目名称', '基本支出', '项目支出'],
      ['201|208', '一般公共服务支出|社会保障和就业支出', '12.00|34.00', '56.00|78.00'],
    ];
    const [table] = tablesOf(await readSheets([ruled(XS, ysOf(2), rows)]));
    expect(rowsOf(table!).slice(1)).toEqual(['201|一般公共服务支出|12.00|56.00', '208|社会保障和就业支出|34.00|78.00']);
  });

  it('take the blanks out that spread characters over a cell', async () => {
    const { lines } = ruled([50, 200, 300], [100, 120], []);
    const words: Words[] = [
      { x: 53, y: 114, text: '因公出国（境）费', spread: 8 },
      { x: 260, y: 114, text: '1.00', spread: 2 },
    ];
    const [table] = tablesOf(await readSheets([{ words, lines: lines! }]));
    expect(rowsOf(table!)).toEqual(['因公出国（境）费|1.00']);
  });

  it('are closed at the sides when their rules only part the columns', async () => {
    const { words } = ruled(XS, ysOf(3), ROWS);
    const lines = [...ysOf(3).map(y => [50, y, 500, y] as const), ...[100, 300, 400].map(x => [x, 100, x, 190] as const)];
    const [table] = tablesOf(await readSheets([{ words: words!, lines }]));
    expect(rowsOf(table!)).toEqual(EXPECTED);
  });

  it('are several on one page, each with its own title and unit', async () => {
    const upper = ruled(
      [50, 200, 300],
      [100, 120, 140],
      [
        ['项目', '决算数'],
        ['收入', '1.00'],
      ],
    );
    const lower = ruled(
      [50, 200, 300],
      [300, 320, 340],
      [
        ['项目', '决算数'],
        ['支出', '2.00'],
      ],
    );
    const words: Words[] = [
      { x: 200, y: 70, text: '收入决算表', size: 14 },
      { x: 240, y: 94, text: '单位：万元' },
      { x: 200, y: 270, text: '支出决算表', size: 14 },
      { x: 240, y: 294, text: '金额单位：元' },
    ];
    const tables = tablesOf(
      await readSheets([{ words: [...words, ...upper.words!, ...lower.words!], lines: [...upper.lines!, ...lower.lines!] }]),
    );
    expect(tables.map(({ title, unit }) => [title?.content, unit])).toEqual([
      ['收入决算表', '万元'],
      ['支出决算表', '元'],
    ]);
    expect(tables.map(rowsOf)).toEqual([
      ['项目|决算数', '收入|1.00'],
      ['项目|决算数', '支出|2.00'],
    ]);
  });

  it('are no tables when one of their cells alone holds a text, or none', async () => {
    const { lines } = ruled([50, 150, 250, 350], [100, 120, 140], []);
    expect(outline(await readSheets([{ words: [{ x: 53, y: 114, text: '附件一' }], lines: lines! }]))).toEqual(['附件一']);
    expect(outline(await readSheets([{ words: [{ x: 53, y: 314, text: '附件一' }], lines: lines! }]))).toEqual(['附件一']);
  });

  it('are no tables when they only frame a text', async () => {
    const document = await readSheets([
      { words: [{ x: 60, y: 120, text: '本报告由本部门负责解释' }], lines: ruled([50, 300], [100, 140], []).lines! },
    ]);
    expect(outline(document)).toEqual(['本报告由本部门负责解释']);
  });
});

describe('tables over pages', () => {
  const body = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, i) => [
      `${from + i + 1}`,
      `科目${'甲乙丙丁戊己庚辛壬癸'[(from + i) % 10]}`,
      `${from + i}.00`,
      '',
    ]);
  const part = (rows: string[][], top = 60) => ruled(XS, ysOf(rows.length, top, 20), rows);
  const whole = [ROWS[0]!, ...body(0, 90)].map(row => row.join('|'));

  it('become one without a repeated header', async () => {
    const tables = tablesOf(await readSheets([part([ROWS[0]!, ...body(0, 30)], 100), part(body(30, 60)), part(body(60, 90))]));
    expect(tables).toHaveLength(1);
    expect(rowsOf(tables[0]!)).toEqual(whole);
    expect(placeOf(tables[0]!.cells.find(cell => cell.text.content === '89.00')!.text).page).toBe(3);
  });

  it('become one with a repeated header, a repeated title and page numbers', async () => {
    const page = (rows: string[][], number: number): Sheet => {
      const { words, lines } = part([ROWS[0]!, ...rows], 100);
      const more: Words[] = [
        { x: 250, y: 60, text: number === 1 ? '支出决算表' : '支出决算表（续）', size: 14 },
        { x: 290, y: 815, text: `- ${number} -` },
      ];
      return { words: [...more, ...words!], lines: lines! };
    };
    const document = await readSheets([page(body(0, 30), 1), page(body(30, 60), 2), page(body(60, 90), 3)]);
    expect(outline(document)).toEqual(['[91x4]']);
    expect(rowsOf(tablesOf(document)[0]!)).toEqual(whole);
    expect(tablesOf(document)[0]!.title?.content).toBe('支出决算表');
  });

  it('stay apart when a title stands between them', async () => {
    const next = part([ROWS[0]!, ...body(0, 3)], 100);
    const document = await readSheets([
      part([ROWS[0]!, ...body(0, 30)], 100),
      { words: [{ x: 250, y: 80, text: '支出决算表', size: 14 }, ...next.words!], lines: next.lines! },
    ]);
    expect(tablesOf(document).map(({ rows }) => rows)).toEqual([31, 4]);
  });

  it('join a row that the end of the page cuts in two', async () => {
    const first = ruled(
      [50, 150, 250, 350],
      [700, 730, 760],
      [
        ['一、基本支出', '1.00', '二、外交支出'],
        ['', '', '三、灾害防治及应急管'],
      ],
    );
    const second = ruled(
      [50, 150, 250, 350],
      [60, 80, 110],
      [
        ['', '', '理支出'],
        ['本年收入合计', '1.00', '本年支出合计'],
      ],
    );
    const [table, ...others] = tablesOf(await readSheets([first, second]));
    expect(others).toEqual([]);
    expect(rowsOf(table!)).toEqual([
      '一、基本支出|1.00|二、外交支出',
      '||三、灾害防治及应急管理支出',
      '本年收入合计|1.00|本年支出合计',
    ]);
  });

  it('keep the sign of a rate that came to stand on the next page', async () => {
    const xs = [50, 150, 250];
    const first = ruled(
      xs,
      [700, 730, 760],
      [
        ['项目', '执行率'],
        ['年度资金总额', '84.62'],
      ],
    );
    const second = ruled(
      xs,
      [60, 80, 110],
      [
        ['', '%'],
        ['其他资金', '100%'],
      ],
    );
    expect(tablesOf(await readSheets([first, second])).map(rowsOf)).toEqual([
      ['项目|执行率', '年度资金总额|84.62%', '其他资金|100%'],
    ]);
  });

  it('carry columns over by position when the next page shows fewer of them', async () => {
    const first = ruled(
      [50, 150, 250, 350, 450],
      [700, 730, 760],
      [
        ['项目', '甲', '乙', '丙'],
        ['收入', '1.00', '2.00', '3.00'],
      ],
    );
    const second: Sheet = {
      words: [
        { x: 53, y: 75, text: '支出' },
        { x: 160, y: 75, text: '4.00' },
        { x: 360, y: 75, text: '6.00' },
      ],
      lines: ruled([50, 150, 350, 450], [60, 90], []).lines!,
    };
    const [table] = tablesOf(await readSheets([first, second]));
    expect(rowsOf(table!)).toEqual(['项目|甲|乙|丙', '收入|1.00|2.00|3.00', '支出|4.00{1x2}|6.00']);
  });
});

describe('tables with few rules or none', () => {
  const rows = [
    ['201', '一般公共服务支出', '1,234.56', '0.10'],
    ['20103', '政府办公厅', '200.00', '10.20'],
    ['208', '社会保障', '35.00', '3.30'],
  ];
  const wordsOf = (top: number, pitch = 20) =>
    rows.flatMap((row, r) => ruled(XS, [top + r * pitch, top + (r + 1) * pitch], [row]).words!);

  it('are parted into rows by baseline where only columns are ruled', async () => {
    const header = ruled(XS, [100, 120], [['编码', '科目名称', '基本支出', '项目支出']]);
    const lines = [...[100, 120, 180].map(y => [50, y, 500, y] as const), ...XS.map(x => [x, 100, x, 180] as const)];
    const [table] = tablesOf(await readSheets([{ words: [...header.words!, ...wordsOf(120)], lines }]));
    expect(rowsOf(table!)).toEqual(['编码|科目名称|基本支出|项目支出', ...rows.map(row => row.join('|'))]);
  });

  it('keep numbered rows apart where only columns are ruled, few of them with figures, and on the next page only the foot', async () => {
    const names = [
      '一、一般公共服务支出',
      '二、外交支出',
      '三、国防支出',
      '四、公共安全支出',
      '五、教育支出',
      '六、科学技术支出',
    ];
    const sheetOf = (list: readonly string[], amounts: Readonly<Record<number, string>>, ys: readonly number[]): Sheet => {
      const top = ys[0] ?? 100;
      const body = list.flatMap(
        (name, r) => ruled([50, 250, 350], [top + r * 15, top + r * 15 + 15], [[name, amounts[r] ?? '']]).words!,
      );
      const lines = [
        ...ys.map(y => [50, y, 350, y] as const),
        ...[50, 250, 350].map(x => [x, 60, x, 60 + 15 * list.length + 40] as const),
      ];
      return { words: body, lines };
    };
    const first = sheetOf(names, { 0: '1.00', 4: '20.00', 5: '3.00' }, [100]);
    const head = ruled([50, 250, 350], [60, 100], [['项目', '决算数']]);
    const rest = ruled(
      [50, 250, 350],
      [60, 80, 100, 120],
      [
        ['七、其他支出', '4.00'],
        ['八、结余', ''],
        ['总计', '28.00'],
      ],
    );
    const document = await readSheets([
      {
        words: [...head.words!, ...first.words!],
        lines: [[50, 60, 350, 60], [50, 100, 350, 100], ...[50, 250, 350].map(x => [x, 60, x, 700] as const)],
      },
      { words: rest.words!, lines: [[50, 120, 350, 120], ...[50, 250, 350].map(x => [x, 60, x, 120] as const)] },
    ]);
    const [table] = tablesOf(document);
    const body = names.map((name, r) => `${name}|${{ 0: '1.00', 4: '20.00', 5: '3.00' }[r] ?? ''}`);
    expect(rowsOf(table!)).toEqual(['项目|决算数', ...body, '七、其他支出|4.00', '八、结余|', '总计|28.00']);
  });

  it('go on over pages that have rules between columns alone', async () => {
    const xs = [50, 150, 300, 400];
    const sheetOf = (list: readonly (readonly string[])[], across: readonly number[], foot: number): Sheet => ({
      words: list.flatMap((row, r) => ruled(xs, [60 + r * 20, 80 + r * 20], [row]).words!),
      lines: [...across.map(y => [50, y, 400, y] as const), ...xs.map(x => [x, 60, x, foot] as const)],
    });
    const parts = [
      [
        ['编码', '名称', '金额'],
        ['201', '甲', '6.00'],
        ['20101', '乙', '0'],
      ],
      [
        ['20102', '丙', '1.00'],
        ['20103', '丁', '0'],
        ['20104', '戊', '2.00'],
      ],
      [
        ['20105', '己', '3.00'],
        ['20106', '庚', '0'],
      ],
    ];
    const document = await readSheets([
      sheetOf(parts[0]!, [60, 80], 800),
      sheetOf(parts[1]!, [], 800),
      sheetOf(parts[2]!, [100], 100),
    ]);
    expect(tablesOf(document).map(rowsOf)).toEqual([parts.flat().map(row => row.join('|'))]);
  });

  it('keep a code that is wrapped in a narrow column in one row', async () => {
    const rows = [
      ['编码', '名称', '编码', '名称'],
      ['30101', '基本工资', '30201', '办公费'],
    ];
    const [table] = tablesOf(
      await readSheets([
        ruled(
          [50, 75, 200, 225, 350],
          [100, 130, 160],
          rows.map(row => row.map(text => text.replace(/^(\d{4})(\d)$/, '$1|$2'))),
        ),
      ]),
    );
    expect(rowsOf(table!)).toEqual(rows.map(row => row.join('|')));
  });

  it('are read from alignment when every part of every line lies in one column', async () => {
    const header = ruled(XS, [80, 100], [['编码', '科目名称', '基本支出', '项目支出']]);
    const document = await readSheets([{ words: [...header.words!, ...wordsOf(100)] }]);
    expect(tablesOf(document).map(rowsOf)).toEqual([['编码|科目名称|基本支出|项目支出', ...rows.map(row => row.join('|'))]]);
    expect(document.notices).toEqual([]);
  });

  it('are left out, and the page is named, when their columns are not plain', async () => {
    const odd: Words[] = [
      { x: 60, y: 175, text: '这一行从左到右盖过了所有的列', size: 20 },
      { x: 460, y: 175, text: '7.00' },
    ];
    const document = await readSheets([{}, { words: [...wordsOf(100), ...odd] }]);
    expect(tablesOf(document)).toEqual([]);
    expect(document.notices).toEqual([
      { code: 'reader.pdf.unruled-table', params: { pages: '2' }, place: { file: 'a.pdf', page: 2 } },
    ]);
  });

  const centred = (x0: number, x1: number, y: number, text: string): Words => ({ x: (x0 + x1 - widthOf(text)) / 2, y, text });
  const HEAD: Words[] = [
    centred(50, 300, 80, '项目'),
    centred(300, 500, 80, '本年支出'),
    centred(500, 600, 89, '年末结转'),
    centred(50, 100, 98, '编码'),
    centred(100, 300, 98, '科目名称'),
    centred(300, 400, 98, '基本支出'),
    centred(400, 500, 98, '项目支出'),
  ];

  it('have names over several columns in the middle of these, names of two rows between them, and columns without any figure', async () => {
    const [table] = tablesOf(await readSheets([{ width: 700, words: [...HEAD, ...wordsOf(104)] }]));
    expect(rowsOf(table!)).toEqual([
      '项目{1x2}|本年支出{1x2}|年末结转{2x1}',
      '编码|科目名称|基本支出|项目支出',
      ...rows.map(row => `${row.join('|')}|`),
    ]);
  });

  it('go on over pages, where the columns are those of all pages', async () => {
    const more = [
      ['210', '卫生健康支出', '12,345,678.90', '1.00'],
      ['21011', '医疗', '7.00', ''],
    ];
    const next = more.flatMap((row, r) => ruled(XS, [60 + r * 20, 80 + r * 20], [row]).words!);
    const document = await readSheets([
      { width: 700, words: [...HEAD, ...wordsOf(104)] },
      { width: 700, words: next },
    ]);
    expect(tablesOf(document).map(({ rows }) => rows)).toEqual([7]);
    expect(rowsOf(tablesOf(document)[0]!).slice(2)).toEqual([...rows, ...more].map(row => `${row.join('|')}|`));
  });

  it('are left out on all their pages when one of these cannot be read', async () => {
    const next: Words[] = [
      { x: 60, y: 80, text: '这一行从左到右盖过了所有的列', size: 20 },
      { x: 460, y: 80, text: '7.00' },
    ];
    const document = await readSheets([
      { width: 700, words: [...HEAD, ...wordsOf(104)] },
      { width: 700, words: next },
    ]);
    expect(outline(document)).toEqual([]);
    expect(document.notices.map(({ code, params }) => [code, params.pages])).toEqual([['reader.pdf.unruled-table', '1–2']]);
  });

  it('are left out when a second header stands among their figures', async () => {
    const inner = ruled(
      XS,
      [164, 184, 204],
      [
        ['指标', '名称', '指标值', '完成值'],
        ['产出', '场次', '5.00', '6.00'],
      ],
    ).words!;
    const document = await readSheets([{ width: 700, words: [...HEAD, ...wordsOf(104), ...inner] }]);
    expect(outline(document)).toEqual([]);
    expect(document.notices.map(({ code }) => code)).toEqual(['reader.pdf.unruled-table']);
  });

  it('are left out, never read as a sentence, when a row stands by itself', async () => {
    const words = ['1.00', '20.00', '3.00', '4.00'].map((text, i): Words => ({ x: 100 + i * 33, y: 100, text }));
    const document = await readSheets([{ words }]);
    expect(outline(document)).toEqual([]);
    expect(document.notices.map(({ code }) => code)).toEqual(['reader.pdf.unruled-table']);
  });
});
