import { describe, expect, it } from 'vitest';
import { audit } from '../../../src/audit.ts';
import { type Picture, placeOf, type Recognised, type Recogniser, type Table } from '../../../src/model/index.ts';
import { readPdf } from '../../../src/readers/pdf/read.ts';
import { isEmpty } from '../../../src/readers/pdf/scanned/page.ts';
import { tidyNumbers } from '../../../src/readers/pdf/scanned/words.ts';
import { ruled, type Sheet, type Words, widthOf, writePdf } from './make/pdf.ts';
import { outline, rowsOf, tablesOf } from './make/read.ts';

/** What makes a page a picture of one: a dark block at its foot, and no text. */
const SCAN: Sheet = { pictures: [[0, 700, 595, 140]] };
const SCALE = 150 / 72;

/** How a page is misread: what the recogniser gives for each stretch, and how far a crooked scan has moved it. */
interface Look {
  readonly confidence?: (text: string) => number;
  readonly read?: (text: string) => string;
  /** How much lower a point lies for each point to the right. */
  readonly skew?: number;
}

/** A recogniser that knows what stands on each page that it will be shown, in order. */
function knowing(pages: readonly (readonly Words[])[], { confidence = () => 0.99, read = text => text, skew = 0 }: Look = {}) {
  const shown: Picture[] = [];
  const ocr: Recogniser = {
    async recognise(picture) {
      const words = pages[shown.length] ?? [];
      shown.push(picture);
      return words.map(({ x, y, text, size = 10 }): Recognised => {
        const width = widthOf(text, size);
        const [dx, dy] = [-skew * (y - 421), skew * (x + width / 2 - 297.5)];
        const box = [x - 1 + dx, y - size + dy, x + width + 1 + dx, y + size * 0.3 + dy].map(value => value * SCALE);
        return { text: read(text), box: box as unknown as Recognised['box'], confidence: confidence(text) };
      });
    },
  };
  return { ocr, shown };
}

const XS = [60, 200, 300, 400];
const YS = [120, 150, 180, 210, 240];
const ROWS = [
  ['项目', '本年支出合计', '基本支出'],
  ['合计', '1,234.56', '1,000.00'],
  ['一般公共服务支出', '1,034.56', '800.00'],
  ['住房保障支出', '200.00', '200.00'],
];
const TABLE = ruled(XS, YS, ROWS);
const TITLE: Words = { x: 250, y: 90, text: '支出决算表' };
/** The rules stay, the words are only to be seen. */
const sheetOf = (lines: Sheet['lines'] = TABLE.lines): Sheet => ({ ...SCAN, lines: lines ?? [] });
const read = (sheets: readonly Sheet[], ocr: Recogniser) => readPdf({ file: 'a.pdf', bytes: writePdf(sheets) }, { ocr });

describe('a page without text', () => {
  it('is recognised: its table has the rows and columns that its picture shows', async () => {
    const { ocr, shown } = knowing([[TITLE, ...TABLE.words!]]);
    const document = await read([sheetOf()], ocr);
    expect(rowsOf(tablesOf(document)[0]!)).toEqual(ROWS.map(row => row.join('|')));
    expect(tablesOf(document)[0]!.title?.content).toBe('支出决算表');
    expect(shown.map(({ width, height }) => [width, height])).toEqual([[1240, 1754]]);
    expect([...shown[0]!.png.subarray(1, 4)]).toEqual([...'PNG'].map(c => c.charCodeAt(0)));
  });

  it('is told of by its number, and every figure carries how sure it is', async () => {
    const { ocr } = knowing([[TITLE, ...TABLE.words!]], { confidence: text => (text === '200.00' ? 0.81 : 0.97) });
    const document = await read([{ words: [{ x: 100, y: 100, text: '前言在此。' }] }, sheetOf()], ocr);
    expect(document.notices).toEqual([
      { code: 'reader.pdf.recognised', params: { pages: '2' }, place: { file: 'a.pdf', page: 2 } },
    ]);
    const cells = (tablesOf(document)[0] as Table).cells;
    const placeAt = (content: string) => placeOf(cells.find(({ text }) => text.content === content)!.text);
    expect(placeAt('200.00').confidence).toBe(0.81);
    expect(placeAt('1,034.56').confidence).toBe(0.97);
    expect(outline(document)[0]).toBe('前言在此。');
    expect(document.blocks[0]!.kind === 'paragraph' && placeOf(document.blocks[0]!.text).confidence).toBeUndefined();
  });

  it('is set straight when it was scanned crooked; places stay where they are in the picture', async () => {
    const skew = 0.014;
    const crooked = TABLE.lines!.map(([x0, y0, x1, y1]): [number, number, number, number] => [
      x0 - skew * (y0 - 421),
      y0 + skew * (x0 - 297.5),
      x1 - skew * (y1 - 421),
      y1 + skew * (x1 - 297.5),
    ]);
    const { ocr } = knowing([[TITLE, ...TABLE.words!]], { skew });
    const table = tablesOf(await read([sheetOf(crooked)], ocr))[0]!;
    expect(rowsOf(table)).toEqual(ROWS.map(row => row.join('|')));
    const total = TABLE.words!.find(({ text }) => text === '1,234.56')!;
    const [, top, , bottom] = placeOf(table.cells.find(({ text }) => text.content === total.text)!.text).box!;
    const middle = total.y - 3.5 + skew * (total.x + 20 - 297.5);
    expect(Math.abs((top + bottom) / 2 - middle)).toBeLessThan(2.5);
  });

  it('parts what was recognised over a rule', async () => {
    const [head, first, ...more] = TABLE.words!;
    const joined = { x: first!.x, y: first!.y, text: '本年支出合计|基本支出' };
    const wide: Words = { ...joined, text: '本年支出合计基本支出' };
    for (const over of [joined, { ...wide }]) {
      const ocr: Recogniser = {
        async recognise() {
          const rest = [TITLE, head!, ...more.slice(1)].map(
            ({ x, y, text }): Recognised => ({
              text,
              box: [(x - 1) * SCALE, (y - 10) * SCALE, (x + widthOf(text) + 1) * SCALE, (y + 3) * SCALE],
              confidence: 0.9,
            }),
          );
          const box = [joined.x - 1, joined.y - 10, more[0]!.x + 41, joined.y + 3].map(v => v * SCALE);
          return [...rest, { text: over.text, box: box as unknown as Recognised['box'], confidence: 0.9 }];
        },
      };
      // Its ink, so that the rule can be told from the characters.
      const ink: [number, number, number, number][] = [
        [joined.x, joined.y - 8, 60, 8],
        [more[0]!.x, joined.y - 8, 40, 8],
      ];
      const [table] = tablesOf(await read([{ ...sheetOf(), bars: ink }], ocr));
      expect(rowsOf(table!)[0]).toBe(ROWS[0]!.join('|'));
    }
  });

  it('stays unread where nothing is found in its picture', async () => {
    const text: Sheet = { words: [{ x: 100, y: 100, text: '本年收入合计1.00万元。' }] };
    const document = await read([text, sheetOf()], knowing([[]]).ocr);
    expect(document.notices.map(({ code }) => code)).toEqual(['reader.pdf.pages-without-text']);
  });

  it('reads paragraphs as one text, whatever lines they have', async () => {
    const lines = [
      '某某局本年度支出合计为一千二百三十四点五六万元，其中基本支出',
      '为一千万元，其余是项目支出，与上年相比没有变化。',
    ];
    const words = lines.map((text, i): Words => ({ x: i === 0 ? 110 : 90, y: 150 + i * 18, text, size: 12 }));
    const longer: Words = { x: 90, y: 110, text: '前面的一段文字与后面的没有关系但是一样宽到了右边的边缘处。', size: 12.6 };
    const document = await read([SCAN], knowing([[longer, ...words]]).ocr);
    expect(outline(document)).toContain(lines.join(''));
  });
});

describe('an empty sheet', () => {
  const shot = (...bars: [number, number, number, number][]) => {
    const [width, height] = [620, 877];
    const rgba = new Uint8Array(width * height * 4).fill(250);
    for (const [x0, y0, x1, y1] of bars) for (let y = y0; y < y1; y++) rgba.fill(20, (y * width + x0) * 4, (y * width + x1) * 4);
    return { png: new Uint8Array(), rgba, width, height, scale: 75 / 72 };
  };

  it('may have rules and dust, but no more', () => {
    expect(isEmpty(shot())).toBe(true);
    expect(isEmpty(shot([100, 100, 103, 103], [50, 200, 570, 202], [50, 200, 52, 700]))).toBe(true);
    expect(isEmpty(shot([100, 100, 130, 130], [50, 200, 570, 202]))).toBe(false);
  });
});

describe('recognised numbers', () => {
  it.each([
    ['2, 106. 66', '2,106.66'],
    ['2.336.91', '2,336.91'],
    ['2，336．91', '2,336.91'],
    ['12.345.678.90', '12,345,678.90'],
    ['1 234.56', '1234.56'],
    ['99. 5 %', '99.5%'],
    ['共计2. 336.91万元， 其中： 基本', '共计2,336.91万元，其中：基本'],
    ['2024.12.31', '2024.12.31'],
    ['3.14', '3.14'],
    ['1.2.3', '1.2.3'],
    ['12,345', '12,345'],
  ])('%s is %s', (given, wanted) => expect(tidyNumbers(given)).toBe(wanted));
});

describe('a finding on recognised figures', () => {
  const sentence = (amount: string) => [
    { x: 90, y: 110, text: '一、支出决算情况说明', size: 12 },
    { x: 90, y: 140, text: `2023年度本年支出合计1234.56万元，其中：基本支出${amount}万元；`, size: 12 },
    { x: 90, y: 160, text: '项目支出234.56万元。', size: 12 },
  ];
  const findings = async (amount: string) => {
    const { ocr } = knowing([sentence(amount)]);
    return (await audit([{ file: 'a.pdf', bytes: writePdf([SCAN]) }], { ocr })).findings;
  };

  it('that one misread digit would explain is a warning and says so', async () => {
    const [finding] = await findings('1008.00');
    expect([finding?.severity, finding?.params.misread, finding?.params.meant]).toEqual(['warning', '1008.00', '1000.00']);
  });

  it('that no misread digit would explain stays an error', async () => {
    const [finding] = await findings('1171.00');
    expect([finding?.severity, finding?.params.misread]).toEqual(['error', undefined]);
  });
});
