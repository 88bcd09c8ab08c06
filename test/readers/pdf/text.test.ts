import { describe, expect, it } from 'vitest';
import { type Box, placeOf } from '../../../src/model/index.ts';
import { ruled, type Sheet, type Words, widthOf } from './make/pdf.ts';
import { outline, readSheets } from './make/read.ts';

/** Lines of text as they are set: 32 ideographs of 12 points wide, the first of each paragraph two in; «¶» starts one. */
function set(text: string, top = 100, pitch = 20): Words[] {
  const words: Words[] = [];
  let y = top;
  for (const paragraph of text.split('¶').filter(Boolean)) {
    let line = '';
    let x = 100 + 24;
    const put = () => {
      if (line) words.push({ x, y, text: line, size: 12 });
      y += pitch;
      x = 100;
      line = '';
    };
    for (const token of paragraph.match(/[\d.,]+%?|[\s\S]/g)!) {
      if (x + widthOf(line + token, 12) > 100 + 32 * 12) put();
      line += token;
    }
    put();
  }
  return words;
}
const LONG =
  '¶本年收入合计1,343.56万元，其中：财政拨款收入1,343.26万元，占99.98%；其他收入0.30万元，占0.02%。与上年相比，收入合计减少56.95万元，下降1.87%，主要原因是人员进出及退休变化。';
const plain = (text: string) => text.replaceAll('¶', '');

describe('paragraphs', () => {
  it('are joined over lines, numbers and units stay whole', async () => {
    const document = await readSheets([{ words: set(`${LONG}${LONG}¶第二段很短。`) }]);
    expect(outline(document)).toEqual([plain(LONG), plain(LONG), '第二段很短。']);
  });

  it('follow the layout, not the order in which the file draws', async () => {
    const words = set(`${LONG}${LONG}`);
    const document = await readSheets([{ words: [...words].reverse() }]);
    expect(outline(document)).toEqual([plain(LONG), plain(LONG)]);
  });

  it.each([
    ['glyph by glyph', (words: Words[]) => words.flatMap(one => [one, { ...one, x: one.x + 0.3 }])],
    ['line by line, later', (words: Words[]) => [...words, ...words.map(one => ({ ...one, x: one.x + 0.3 }))]],
    [
      'three times',
      (words: Words[]) => [0, 0.25, 0.5].flatMap(off => words.map(one => ({ ...one, x: one.x + off, y: one.y + off }))),
    ],
  ])('are read once where every glyph is drawn twice to look bold: %s', async (_, twice) => {
    const document = await readSheets([{ words: twice(set(`${LONG}¶基本工资、津贴补贴、奖金、住房公积金，共11.11万元。`)) }]);
    expect(outline(document)).toEqual([plain(LONG), '基本工资、津贴补贴、奖金、住房公积金，共11.11万元。']);
  });

  it('have the edges of their own page where these are others than those of the pages before', async () => {
    const far = set(`¶情况如下。${LONG}¶又一段。`).map(one => ({ ...one, x: one.x + 29 }));
    const document = await readSheets([{ words: set(`${LONG}${LONG}${LONG}`) }, { words: far }]);
    expect(outline(document).slice(-3)).toEqual(['情况如下。', plain(LONG), '又一段。']);
  });

  it('go on where a short line ends in front of an amount, inside a name, or in front of a stop', async () => {
    const lines = [
      '1.“三公”经费支出3.00万元，其中：公务接待费支出',
      '3.00万元。',
      '2.行政事业单位养老支出（款）机关事业单位',
      '职业年金缴费支出（项）',
      '。年初预算为4.00万元。',
      '3.会议费（含视频会议',
      '和现场会议）5.00万元。',
    ];
    const document = await readSheets([
      {
        words: [
          ...set(LONG),
          ...lines.map((text, i) => ({ x: /^\d\./.test(text) ? 124 : 100, y: 300 + i * 20, text, size: 12 })),
        ],
      },
    ]);
    expect(outline(document).slice(1)).toEqual([
      `${lines[0]}${lines[1]}`,
      `${lines[2]}${lines[3]}${lines[4]}`,
      `${lines[5]}${lines[6]}`,
    ]);
  });

  it('go on over pages, past headers, footers and page numbers', async () => {
    const texts = [...'甲乙丙丁戊己庚辛壬癸子丑'].map(c => `在${c}处，${plain(LONG)}`);
    const words = set(texts.map(text => `¶${text}`).join(''));
    const top = (y: number) =>
      words.filter(one => one.y >= 100 + y && one.y < 100 + y + 300).map(one => ({ ...one, y: one.y - y }));
    const page = (i: number): Sheet => ({
      words: [{ x: 230, y: 50, text: '某市某局2021年度部门决算' }, { x: 290, y: 800, text: `— ${i + 1} —` }, ...top(i * 300)],
    });
    const document = await readSheets([0, 1, 2, 3].map(page));
    expect(outline(document)).toEqual(texts);
  });

  it.each([
    ['某局年度部门决算报告 ', ''],
    ['共 9 页 第 ', ' 页'],
    ['http://example.invalid/report.html ', '/9'],
    ['（', '）'],
  ])('lose the page number of a foot that begins «%s»', async (before, after) => {
    const texts = [...'甲乙丙丁'].map(c => `在${c}处，${plain(LONG)}`);
    const document = await readSheets(
      texts.map((text, i) => ({ words: [...set(`¶${text}`), { x: 150, y: 800, text: `${before}${i + 1}${after}` }] })),
    );
    expect(outline(document)).toEqual(texts);
  });

  it('lose a large watermark that runs over them on every page', async () => {
    const texts = [...'甲乙丙'].map(c => `在${c}处，${plain(LONG)}`);
    const mark: Words = { x: 130, y: 150, text: '内部资料2024', size: 48 };
    const document = await readSheets(texts.map(text => ({ words: [mark, ...set(`¶${text}`)] })));
    expect(outline(document)).toEqual(texts);
  });

  it('keep lines that differ in their figures alone, though they come back at one height', async () => {
    const page = (i: number): Sheet => ({
      words: [{ x: 100, y: 100, text: `支出决算${i}.50万元，完成预算`, size: 12 }, ...set(`${LONG}${LONG}`, 200)],
    });
    const document = await readSheets([1, 2, 3, 4].map(page));
    expect(outline(document).filter(text => text.startsWith('支出决算'))).toEqual(
      [1, 2, 3, 4].map(i => `支出决算${i}.50万元，完成预算`),
    );
  });

  it('give a number its own page and box, also where its unit stands on the next line', async () => {
    const words: Words[] = [
      { x: 124, y: 100, text: '财政拨款收入支出年初预算为二千九百余万元，支出决算为', size: 12 },
      { x: 100, y: 120, text: '161.62万元，完成预算。这里再写一些字让这一行够长够长够长', size: 12 },
      { x: 100, y: 140, text: '再写一行，让页边距可以量出来，这一行也要一样长一样长。', size: 12 },
    ];
    const text = (await readSheets([{ words }])).blocks[0]!;
    if (text.kind !== 'paragraph') throw new Error('no paragraph');
    const at = text.text.content.indexOf('161.62');
    const { page, box } = placeOf(text.text, at, at + 6);
    expect(page).toBe(1);
    expect((box as Box)[0]).toBeCloseTo(100, 0);
    expect((box as Box)[1]).toBeGreaterThan(105);
    expect((box as Box)[2]).toBeCloseTo(136, 0);
    expect((box as Box)[3]).toBeLessThan(124);
  });

  it('take figures from another font as part of their line, a little higher or lower', async () => {
    const words: Words[] = [
      { x: 100, y: 100, text: '支出', size: 12 },
      { x: 124, y: 96.5, text: '603.14', size: 12 },
      { x: 160, y: 100, text: '万元，占', size: 12 },
      { x: 208, y: 97, text: '20.51%', size: 12 },
    ];
    expect(outline(await readSheets([{ words }]))).toEqual(['支出603.14万元，占20.51%']);
  });

  it('lose the blanks of spread lines, keep those between words of letters', async () => {
    const words: Words[] = [
      { x: 100, y: 100, text: '本年收入合计2946.25万元，其中：', size: 12, spread: 5 },
      { x: 100, y: 140, text: 'Final accounts of 2021', size: 12 },
    ];
    expect(outline(await readSheets([{ words }]))).toEqual(['本年收入合计2946.25万元，其中：', 'Final accounts of 2021']);
  });
});

describe('headings', () => {
  const words: Words[] = [
    { x: 110, y: 80, text: '第三部分某某市某某局二〇二一年度部门决算情况', size: 18 },
    { x: 280, y: 104, text: '说明', size: 18 },
    ...set(`¶一、收入支出决算总体情况说明${LONG}${LONG}¶（一）总体情况¶本年支出合计1.00万元。`, 150),
  ];

  it('are told by their numbering; a title broken over two lines is one', async () => {
    expect(outline(await readSheets([{ words }]))).toEqual([
      '# 第三部分某某市某某局二〇二一年度部门决算情况说明',
      '## 一、收入支出决算总体情况说明',
      plain(LONG),
      plain(LONG),
      '### （一）总体情况',
      '本年支出合计1.00万元。',
    ]);
  });

  it.each([
    ['dots', '………'],
    ['tabs', ''],
  ])('are not made of a table of contents with %s', async (_, leader) => {
    const entries = [
      '第一部分概况',
      '一、主要职责',
      '第三部分某某市某某局二〇二一年度部门决算情况说明',
      '一、收入支出决算总体情况说明',
    ];
    const contents: Words[] = [
      { x: 280, y: 80, text: '目录', size: 18 },
      ...entries.flatMap((text, i): Words[] => [
        { x: 100, y: 120 + i * 20, text: text + leader, size: 12 },
        { x: 480, y: 120 + i * 20, text: String(i + 3), size: 12 },
      ]),
    ];
    const lines = outline(await readSheets([{ words: contents }, { words }]));
    expect(lines[0]).toBe('# 目录');
    expect(lines.slice(1, 5).every(line => !line.startsWith('#'))).toBe(true);
    expect(lines.slice(5, 7)).toEqual(['# 第三部分某某市某某局二〇二一年度部门决算情况说明', '## 一、收入支出决算总体情况说明']);
  });
});

describe('captions', () => {
  const { words, lines } = ruled(
    [50, 200, 300],
    [200, 220, 240],
    [
      ['项目', '决算数'],
      ['收入', '1.00'],
    ],
  );
  const read = async (more: Words[]) => readSheets([{ words: [...more, ...words!], lines: lines! }]);
  const table = (document: Awaited<ReturnType<typeof read>>) => document.blocks.find(block => block.kind === 'table')!;

  it('bind title, unit and notes to their table and leave the text', async () => {
    const document = await read([
      { x: 200, y: 140, text: '收入支出决算总表', size: 16 },
      { x: 480, y: 165, text: '公开01表' },
      { x: 50, y: 190, text: '部门：某某局' },
      { x: 240, y: 190, text: '单位：万元' },
      { x: 50, y: 256, text: '注：1.本表反映部门本年度的总收支。', size: 9 },
      { x: 50, y: 270, text: '2.本表金额转换为万元时可能存在尾数误差。', size: 9 },
    ]);
    expect(table(document)).toMatchObject({ title: { content: '收入支出决算总表' }, unit: '万元' });
    expect(table(document).notes.map(({ content }) => content)).toEqual([
      '注：1.本表反映部门本年度的总收支。',
      '2.本表金额转换为万元时可能存在尾数误差。',
    ]);
    expect(outline(document)).toEqual(['公开01表', '部门：某某局 单位：万元', '[2x2]']);
  });

  it('take the unit off a title that stands in one line with it', async () => {
    const document = await read([
      { x: 150, y: 180, text: '收入支出决算总表', size: 12 },
      { x: 400, y: 180, text: '单位：元', size: 12 },
    ]);
    expect(table(document)).toMatchObject({ title: { content: '收入支出决算总表' }, unit: '元' });
  });

  it('let a numbered heading name the table and stay a heading', async () => {
    const document = await read([{ x: 100, y: 180, text: '二、收入决算表', size: 12 }]);
    expect(table(document).title?.content).toBe('收入决算表');
    expect(outline(document)).toEqual(['## 二、收入决算表', '[2x2]']);
  });

  it('do not take a sentence before a table for its title', async () => {
    const document = await read([{ x: 100, y: 180, text: '纳入决算编制范围的单位包括：', size: 12 }]);
    expect(table(document).title).toBeUndefined();
    expect(outline(document)[0]).toBe('纳入决算编制范围的单位包括：');
  });
});
